"""Being struck at home if they hear of it is feared: it is asked about, and no call to the police. What happens is danger."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_passed import is_harmless
from understanding.danger_text import HOME
from understanding.reading import CLEAR, DOUBT, NONE

EXTORTED = Context(topic="threatened_extortion", known={"role": "self", "state": ["threatened"]})


@pytest.mark.parametrize(
    "text",
    [
        "父さんにバレたら殴られる",
        "親に話したら絶対たたかれると思う",
        "言いたくない、殴られるかも",
        "my dad will hit me if he finds out",
        "if my mum finds out she'll slap me",
    ],
)
def test_a_feared_blow_is_asked_about(text: str) -> None:
    danger = read_danger(text, context=EXTORTED)
    assert (danger.level, danger.means, danger.about) == (DOUBT, HOME, "self")


@pytest.mark.parametrize(
    "text",
    [
        "今、父に殴られてる",
        "父にいつも殴られる。バレたらまた殴られる",
        "夫に言ったら殴られる",
        "my dad is hitting me right now",
    ],
)
def test_a_blow_that_falls_is_danger(text: str) -> None:
    assert read_danger(text, context=EXTORTED).level == CLEAR


@pytest.mark.parametrize("text", ["i cant tell my mom shes gonna lose it", "dad would freak out", "親にキレられる"])
def test_anger_at_home_is_no_danger(text: str) -> None:
    assert is_harmless(text)


@pytest.mark.parametrize(
    "text",
    [
        "叩かれるまではいかないです、怒鳴るだけ",
        "殴られたりはしない。たぶん。でも明日先生に呼ばれてて",
        "手を上げられたことはないです",
        "no he wouldn't hit me, he only shouts",
        "my mum has never hit me",
    ],
)
def test_no_blow_is_an_answer_to_the_question_whether_they_could_be_hurt(text: str) -> None:
    danger = read_danger(text, context=Context(asked="home", safety="doubt"))
    assert (danger.level, danger.passed) == (NONE, True)


@pytest.mark.parametrize("text", ["殴られてはないけど、ナイフを持って部屋の前にいる", "no, but my dad does hit my mum"])
def test_what_stands_beside_a_no_still_counts(text: str) -> None:
    assert read_danger(text, context=Context(asked="home", safety="doubt")).level != NONE


@pytest.mark.parametrize(
    "text",
    [
        "向こうの親に怒鳴り込みに行きたい。だめですか",
        "乗り込んでやりたい気持ちです",
        "襲われてないです、私が怒ってるだけ",
        "someone at our school made a fake of my sister",
        "a guy in my building posted it",
    ],
)
def test_anger_of_ones_own_and_people_of_a_place_are_no_attack(text: str) -> None:
    assert read_danger(text, context=Context()).level == NONE


@pytest.mark.parametrize("text", ["家の前に誰かいるんじゃないかと思う", "someone is at my school now, waiting for me"])
def test_an_attack_that_is_feared_or_there_is_heard(text: str) -> None:
    assert read_danger(text, context=Context()).level == CLEAR
