"""A correction of who did it, or of who is in the image, always wins; corrections.txt holds lines of `role | known role | message`."""

from pathlib import Path

import pytest

from understanding.context import Context
from understanding.facts.correction import corrected_role
from understanding.facts.role import role_of
from understanding.facts.sides import child_is_harmed
from understanding.gazetteer import Tables
from understanding.normalise import normalise
from understanding.rules import read

LINES = [
    line.split(" | ", 2)
    for line in (Path(__file__).parent / "corrections.txt").read_text(encoding="utf-8").splitlines()
    if line
]

ANOTHER_DID_IT = [
    "My daugther is 12, boys from her school use app and make her naked",
    "boys in class make fake photo of my doughter with AI, she cry",
    "Some classmates put my son's face in a porn video and send to everybody",
    "my girl 14 yrs, somebody do fake picture of her and share in group",
    "Two older students generated nudes of our daughter and pass it around",
    "my kid is 11. A boy in her class did this to her with an app.",
    "クラスの男子がAIで娘の裸の画像を作って回しています",
    "中2の娘がいます。同級生の男の子たちがアプリで裸にしてLINEに流しました",
    "息子の写真をだれかが加工して、学校でまわされてる",
    "うちの子、12さいです。学校の子が アプリで はだかの しゃしんを つくりました",
    "先輩が娘の顔を使ってポルノ動画を作ったらしいです",
]
THE_CHILD_DID_IT = [
    "my son and two boys in his class made a fake picture of a girl",
    "My daughter made a fake nude of her friend with boys in her class",
    "boys in his class showed him the app and my son made pictures of girls",
    "a boy in his class made it and my son shared it with everybody",
    "my son says he did not do it, but he made a picture of her last year too",
    "息子がクラスの男子と一緒に女の子の裸を作りました",
    "クラスの男子が作った画像を息子が広めてしまいました",
    "同級生にそそのかされて、娘が友達の裸の画像を作った",
    "うちの子は作っていないと言っていますが、学校は加害者だと言います",
    "息子は被害者の子に謝りたいと言っています",
]


@pytest.mark.parametrize(("role", "known", "text"), LINES)
def test_who_says_plainly_which_side_they_are_on_is_believed(role: str, known: str, text: str, tables: Tables) -> None:
    found = read(text, tables=tables, context=Context(known={"role": known}, said=("heard.deepfake",))).facts
    assert found.get("role", known) == role
    assert (known in found.get("denied", ())) == (role != known and known in ("self", "maker", "maker_parent"))


@pytest.mark.parametrize("text", ANOTHER_DID_IT)
def test_another_doer_beside_a_child_makes_it_the_harmed_one(text: str) -> None:
    assert child_is_harmed(normalise(text))
    assert role_of(normalise(text), context=Context()) == "parent"


@pytest.mark.parametrize("text", THE_CHILD_DID_IT)
def test_a_child_that_took_part_is_not_taken_for_the_harmed_one(text: str) -> None:
    assert not child_is_harmed(normalise(text))
    assert not corrected_role(normalise(text), context=Context(known={"role": "maker_parent"}))


@pytest.mark.parametrize(
    "text",
    [
        'you wrote "my child made it" again',
        "why do you say my son did it",
        "the school will think my son made it",
        "うちの子が作ったみたいに書かないでください",
        "娘がやったことになってるんですけど",
    ],
)
def test_what_was_corrected_is_not_read_again_from_the_same_words(text: str, tables: Tables) -> None:
    context = Context(known={"role": "parent", "denied": ("maker_parent",)})
    assert read(text, tables=tables, context=context).facts.get("role", "parent") == "parent"


def test_who_takes_it_back_themselves_is_believed_again(tables: Tables) -> None:
    context = Context(known={"role": "parent", "denied": ("maker_parent",)})
    found = read("すみません、違いました。やっぱり娘が作ったと認めました", tables=tables, context=context).facts
    assert found["role"] == "maker_parent"
