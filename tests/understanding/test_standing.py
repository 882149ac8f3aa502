"""From which side somebody writes: harmed though they teach, for an employee or a pupil, or of what their own child did."""

import pytest

from understanding.context import Context
from understanding.facts.role import role_of
from understanding.facts.standing import harmed_myself
from understanding.normalise import normalise

PARENT = Context(known={"role": "parent"})


@pytest.mark.parametrize(
    "text",
    [
        "中学校の教員です。生徒に自分の写真を加工されました",
        "I'm a high school teacher and my students made a deepfake nude of me",
    ],
)
def test_a_teacher_whose_own_image_it_is_is_the_one_harmed(text: str) -> None:
    assert role_of(normalise(text), context=Context()) == "self"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("女性社員の顔を使った画像が社内に届きました", "friend"),
        ("one of our female employees had her face put on a nude", "friend"),
        ("被害の子は中3です", "teacher"),
        ("the affected student is 14", "teacher"),
    ],
)
def test_whoever_writes_of_an_employee_or_the_pupil_is_not_the_one_in_the_image(text: str, role: str) -> None:
    assert role_of(normalise(text), context=Context()) == role


@pytest.mark.parametrize(
    "text",
    [
        "元カノの偽の裸を回したそうです",
        "クラスの女子の写真で作って友だちに送ってた",
        "he took his teacher's yearbook photo and ran it through an app",
        "she made a fake of another girl",
    ],
)
def test_what_a_parents_child_did_makes_them_the_parent_of_who_did_it(text: str) -> None:
    assert role_of(normalise(text), context=PARENT) == "maker_parent"


@pytest.mark.parametrize(
    "text",
    [
        "娘の写真を同級生が加工して回した",
        "クラスの子が先生の写真も作って、娘も被害にあった",
        "he took her photo and made a nude of her",
        "the boy made fakes of his classmates, my daughter too",
        "She sent her boyfriend a photo and now a fake nude is everywhere",
        "彼氏のLINEに裸の写真を送ってしまったようです",
    ],
)
def test_what_somebody_else_did_to_their_child_does_not(text: str) -> None:
    assert role_of(normalise(text), context=PARENT) != "maker_parent"


@pytest.mark.parametrize("text", ["the student is in my class and he shares fake nudes of me", "被害の子は私です"])
def test_who_is_harmed_is_no_teacher_for_naming_a_pupil(text: str) -> None:
    assert role_of(normalise(text), context=Context()) != "teacher"


@pytest.mark.parametrize(
    "text",
    [
        "女子生徒から、自分の顔を合成した画像が回っていると申告がありました。顔は本人です",
        "生徒から相談がありました。写っているのは本人で、体は合成とのことです",
    ],
)
def test_the_pupil_who_told_a_teacher_is_the_one_in_the_image(text: str) -> None:
    assert not harmed_myself(normalise(text))


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("加害者側の親でも、聞いていいですか", "maker_parent"),
        ("友だちの写真をアプリで脱がせるやつやっちゃった", "maker"),
        ("クラスの子の写真、脱がせるアプリ使ってしまいました", "maker"),
    ],
)
def test_who_did_it_is_heard_in_the_first_message(text: str, role: str) -> None:
    assert role_of(normalise(text), context=Context()) == role


@pytest.mark.parametrize(
    "text", ["my 12 yr old got a message with a fake nude of her", "our son received threats over a fake picture"]
)
def test_who_named_a_husband_first_may_still_write_as_a_parent(text: str) -> None:
    assert role_of(normalise(text), context=Context(known={"role": "partner"})) == "parent"


def test_a_wife_whose_children_sleep_still_writes_of_her_husband() -> None:
    assert role_of(normalise("my kids are asleep next door"), context=Context(known={"role": "partner"})) == ""


@pytest.mark.parametrize(
    "text",
    [
        "友だちも私もAIで脱がされてて、だれにも言えない",
        "部活のみんなの偽画像が出回ってて、自分のもありました",
        "うちら3人やられた",
        "me and two friends are in the fake pics",
        "they did it to half the girls incl me",
        "my friends and i found ai photos of ourselves",
    ],
)
def test_who_is_one_of_several_is_harmed_themselves(text: str) -> None:
    assert role_of(normalise(text), context=Context()) == "self"


@pytest.mark.parametrize(
    "text", ["友だちの画像が作られた。私も怒ってる", "me and my friends are so angry for her, it's her photo"]
)
def test_who_is_only_angry_with_them_is_not(text: str) -> None:
    assert role_of(normalise(text), context=Context()) != "self"


def test_a_teachers_girls_are_pupils() -> None:
    text = "hi, im an alt at a junior high. one of my girls told me boys made a nude of her"
    assert role_of(normalise(text), context=Context()) == "teacher"


@pytest.mark.parametrize(
    "text",
    [
        "an account posts nudes of girls at my school and i'm one of them",
        "they made fakes of half the team, im in it too",
        "学校の女子の画像が何人もあって、私もその一人です",
        "クラスの子たちの偽画像のスレがあって、その中に自分もいた",
    ],
)
def test_one_of_several_in_the_image_is_the_one_harmed(text: str) -> None:
    assert role_of(normalise(text), context=Context()) == "self"
