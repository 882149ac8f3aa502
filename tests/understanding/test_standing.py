"""From which side somebody writes: harmed though they teach, for an employee or a pupil, or of what their own child did."""

import pytest

from understanding.context import Context
from understanding.facts.role import role_of
from understanding.facts.standing import harmed_myself, tells_childs_deed
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
        "school called me in, my boy used an AI thing to undress a girl's photo",
        "my son made deepfakes of some girls at his school",
        "高校生の子どもがクラスメートの合成画像を売っていたと知りました",
        "息子はクラスメイトの偽の画像を回したそうです",
    ],
)
def test_a_child_who_is_named_with_what_they_did_to_somebody_did_it(text: str) -> None:
    assert tells_childs_deed(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "a boy used an ai app to undress my girl",
        "my daughter used an app to edit her own face",
        "子どものクラスメートの写真を売っていた人がいる",
        "娘は同級生の男子が作った画像を回されました",
    ],
)
def test_what_was_done_to_a_child_or_by_somebody_else_is_no_deed_of_the_child(text: str) -> None:
    assert not tells_childs_deed(normalise(text))


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


SELF, MAKER = Context(known={"role": "self"}), Context(known={"role": "maker"})


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("兄です。妹のスマホから打っています", "friend"),
        ("母です。娘の代わりに書きます", "parent"),
        ("Hi, this is his sister, I'm 17, he gave me the tablet", "friend"),
        ("this is her mum now, she handed me the phone", "parent"),
        ("きのうの本人です。病院にいます", "self"),
    ],
)
@pytest.mark.parametrize("safety", ["calm", "danger"])
def test_somebody_else_who_takes_the_phone_is_the_one_who_writes(text: str, role: str, safety: str) -> None:
    before = "friend" if role == "self" else "self"
    assert role_of(normalise(text), context=Context(known={"role": before}, safety=safety)) == role


@pytest.mark.parametrize("text", ["my sister saw it on my phone", "兄に言えない"])
def test_who_is_only_named_does_not_write(text: str) -> None:
    assert role_of(normalise(text), context=SELF) in ("", "self")


@pytest.mark.parametrize(
    "text", ["its me not a friend, i used some site", "they dont know its me yet", "it's me, not a friend. i did it"]
)
def test_a_maker_who_says_that_it_was_them_stays_one(text: str) -> None:
    assert role_of(normalise(text), context=MAKER) in ("", "maker")


def test_a_maker_who_says_that_they_are_in_the_image_is_harmed() -> None:
    assert role_of("no, it's me in the picture, i am the victim", context=MAKER) == "self"


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("息子(小6)がタブレットで同級生の女の子の裸の画像をAIで作っていたと学校から電話がありました", "maker_parent"),
        ("息子(小6)が同級生に裸の画像を作られていたと学校から電話がありました", "parent"),
        ("my daughter has been sending round a fake of another girl", "maker_parent"),
        ("I am father of one 15 year old girl, a boy made an AI picture of her. my wife is crying", "parent"),
        ("School nurse, international school. A girl came to me about an AI nude of her", "teacher"),
        ("ともだち 22さい。こうじょうの人 AIで はだかの しゃしん つくった", "friend"),
        ("クラスの おとこのこ わたしの しゃしん つくった", "self"),
        ("むすめ 12さい しゃしん つくられた", "parent"),
    ],
)
def test_who_writes_is_told_by_few_words_too(text: str, role: str) -> None:
    assert role_of(normalise(text), context=Context()) == role


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("I am owner of one company, 14 staff. One worker made an AI sex photo of my office lady", "friend"),
        ("店長やけど、うちのバイトの子の裸の偽物を客が作りよった", "friend"),
        ("I am the manager of the shop and I made a fake of my employee", "maker"),
        ("my boss made a nude of me, im the receptionist", "self"),
        ("うちの子の写真がディスコードで売られている", "parent"),
    ],
)
def test_who_employs_others_writes_for_them_unless_it_is_their_own_deed(text: str, role: str) -> None:
    assert role_of(normalise(text), context=Context()) == role
