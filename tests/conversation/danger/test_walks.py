"""Whole talks from the words to what is said about safety: each turn read with what was said before it."""

import pytest

from bot.conversation.danger.rungs import ASKS
from bot.conversation.danger.safety import Circumstances, respond
from bot.conversation.danger.state import SafetyState
from understanding.context import Context
from understanding.danger import read_danger


class Walk:
    """A person who writes, and what is said to them about safety."""

    def __init__(self, role: str = "") -> None:
        self.state = SafetyState()
        self.role = role
        self.said: tuple[str, ...] = ()

    def writes(self, text: str, *, asks: bool = False, can_phone: bool = True) -> tuple[str, ...]:
        asked = ASKS.get(self.said[-1], "") if self.said else ""
        context = Context(asked=asked, safety=self.state.state, known={"role": self.role}, said=self.said)
        given = Circumstances(can_phone=can_phone, role=self.role)
        found = respond(self.state, read_danger(text, context=context), asks=asks, circumstances=given)
        self.state = found.state
        spoken = (*found.first, *found.after)
        self.said = (*self.said, *spoken) if spoken else (*self.said, "answer")
        return spoken

    @property
    def now(self) -> str:
        return self.state.state


@pytest.mark.parametrize(
    "texts",
    [
        ("もう無理", "うん、毎日", "電話できない。親が隣で寝てる", "やっぱりこわい", "友達が来てくれた"),
        ("i can't do this anymore", "yeah. every day", "i can't call, my parents are asleep", "it's so dark", "my friend is with me now"),
    ],
)  # fmt: skip
def test_a_doubt_that_was_right_leads_to_help_by_text_and_to_relief(texts: tuple[str, ...]) -> None:
    walk = Walk()
    assert walk.writes(texts[0]) == ("doubt.ask",)
    assert walk.writes(texts[1]) == ("crisis.suicide",)
    assert walk.writes(texts[2], can_phone=False) == ("crisis.text",)
    assert walk.writes(texts[3], can_phone=False) == ("crisis.suicide.ask",)
    assert walk.writes(texts[4]) == ("eased.with",)
    assert walk.now == "eased"


@pytest.mark.parametrize(
    "texts",
    [("もう限界", "いいえ、疲れてるだけ", "どうやって消すの"), ("i give up", "no, just tired", "how do i report it")],
)
def test_a_doubt_that_was_wrong_is_over_with_a_no(texts: tuple[str, ...]) -> None:
    walk = Walk()
    assert walk.writes(texts[0], asks=True) == ("doubt.ask",)
    assert walk.writes(texts[1]) == ("eased.denied",)
    assert walk.writes(texts[2], asks=True) == ()
    assert walk.now == "calm"


@pytest.mark.parametrize(
    "texts",
    [
        ("友達が死にたいってLINEしてきた", "電話に出ない", "まだ既読つかない", "見つかった!無事でした", "ありがとう"),
        ("my friend texted me that she wants to die", "she's not answering", "still can't reach her", "found her, she's safe", "thank you"),
    ],
)  # fmt: skip
def test_a_friends_danger_is_climbed_as_a_friends_and_ends_with_relief(texts: tuple[str, ...]) -> None:
    walk = Walk(role="friend")
    heard = [walk.writes(text) for text in texts]
    assert heard[0] == ("crisis.other",)
    assert all(keys[0].startswith("crisis.other") for keys in heard[:3])
    assert len({*heard[:3]}) == 3
    assert heard[3] == ("eased.other",)
    assert heard[4] == ()


@pytest.mark.parametrize(
    "texts",
    [
        ("彼氏に首絞められた", "うん、まだいる", "こわい", "出て行った。鍵かけた"),
        ("my boyfriend choked me", "yes he's still here", "i'm scared", "he left, door's locked"),
    ],
)  # fmt: skip
def test_a_partners_violence_has_its_own_words(texts: tuple[str, ...]) -> None:
    walk = Walk()
    heard = [walk.writes(text) for text in texts]
    assert heard[0] == ("crisis.partner",)
    assert heard[1] == ("crisis.partner.out",)  # that he is still there was told: it is not asked
    assert heard[2][0].startswith("crisis.partner")
    assert heard[3] == ("eased.violence",)


@pytest.mark.parametrize(
    "texts",
    [
        ("死ねってDMが来ました", "いいえ", "ブロックしたほうがいい?"),
        ("people tell me to kill myself", "no", "should i block them?"),
    ],
)
def test_what_a_bully_said_is_asked_about_once_and_left_again(texts: tuple[str, ...]) -> None:
    walk = Walk()
    assert [walk.writes(text, asks=True) for text in texts] == [("doubt.ask",), ("eased.denied",), ()]


@pytest.mark.parametrize(
    "texts",
    [
        ("死にたい", "インスタの消し方だけ教えて", "17歳です", "次は", "もういいよ、ばいばい"),
        ("i want to die", "just tell me how to remove it from insta", "i'm 17", "what next", "thanks for everything, bye"),
    ],
)  # fmt: skip
def test_a_farewell_in_the_middle_of_danger_is_danger(texts: tuple[str, ...]) -> None:
    walk = Walk()
    heard = [walk.writes(text, asks=number in (1, 2)) for number, text in enumerate(texts)]
    assert heard[0] == ("crisis.suicide",)
    assert heard[1] == ()
    assert heard[2] == ("crisis.check_later",)
    assert heard[4][0].startswith("crisis.")


@pytest.mark.parametrize(
    "text",
    [
        "恥ずかしくて死にそう",
        "スマホの充電死にそう",
        "電話切りました",
        "i'm dead lol",
        "my phone is dying",
        "he hung up on me",
    ],
)
def test_what_sounds_like_danger_and_is_none_changes_nothing(text: str) -> None:
    walk = Walk()
    assert walk.writes(text, asks=True) == ()
    assert walk.now == "calm"
