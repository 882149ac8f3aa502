"""What is only feared for somebody is asked about; who stays at a door, or will not go somewhere, tells of no danger and no relief."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_passed import is_harmless
from understanding.reading import CLEAR, DOUBT, NONE

FEARED = [
    "娘が自殺しないか心配です",
    "息子が早まったりしませんよね",
    "妹が変な気を起こさないか不安で眠れません",
    "im scared my daughter might do something stupid",
    "i'm worried she'll hurt herself tonight",
]
AT_THE_DOOR = ["今夜はドアの前にいてみます", "部屋の前で待ってみますね", "今日は娘の部屋の近くで寝ます"]
NOT_GOING = ["警察には行きたくないです", "まだ警察には行きたくないって言ってます", "病院には行きたくないそうです"]


@pytest.mark.parametrize("text", FEARED)
def test_what_is_feared_for_a_child_is_asked_about(text: str) -> None:
    found = read_danger(text, context=Context(known={"role": "parent"}, topic="helping_someone"))
    assert (found.level in (DOUBT, CLEAR), found.about, found.passed) == (True, "other", False)


@pytest.mark.parametrize("text", AT_THE_DOOR)
def test_who_stays_at_their_door_is_no_attacker(text: str) -> None:
    context = Context(known={"role": "parent"}, safety="danger", said=("heard.helping.child", "crisis.other.parent"))
    assert read_danger(text, context=context).level == NONE


@pytest.mark.parametrize("text", NOT_GOING)
def test_who_does_not_want_to_go_there_has_not_gone_there(text: str) -> None:
    context = Context(known={"role": "parent"}, safety="danger", said=("heard.helping.child", "crisis.other.parent"))
    found = read_danger(text, context=context)
    assert (found.level, found.passed) == (NONE, False)


def test_who_would_be_hurt_by_a_fuss_is_in_no_danger() -> None:
    assert is_harmless("大ごとにしたら余計に娘が傷つきそうで")
    assert not is_harmless("娘の腕が傷ついてる")
