"""For whom somebody writes; roles.txt holds lines of `role | known role | message`, `-` for none."""

from pathlib import Path

import pytest

from understanding.context import Context
from understanding.facts.role import role_of
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ('self', 'クラスの人に偽の裸の画像を作られました。親に言えません'),
        ('self', 'I paid him'),
        ('maker_parent', '息子が加害者でした'),
        ('maker_parent', 'my son made fake nudes of a girl'),
        ('parent', 'my son got his photo undressed'),
        ('self', 'my boyfriend posted it, my photos'),
        ('partner', "my girlfriend's photos were leaked"),
        ('friend', 'a girl in my class showed me she found fakes'),
        ('teacher', 'one of my pupils made it'),
        ('maker', 'I made one'),
        ('maker', 'I forwarded it in the group'),
        ('', "they say I made it but I didn't"),
        ('parent', '娘の写真が使われた'),
        ('parent', '中2の娘が裸の画像を作られて泣いています'),
        ('self', '友達に裸の画像作られた'),
        ('friend', '友達の裸の画像が回ってる'),
        ('friend', '妹が被害に遭って'),
        ('partner', '彼女の写真がディープフェイクにされて'),
        ('self', '彼氏に裸の写真ばらまかれた'),
        ('self', '元カレが私の写真を投稿した'),
        ('maker', 'クラスの女子の写真をAIで裸にしてしまった'),
        ('maker', '友達の写真を加工しちゃった'),
        ('maker', '面白半分で先生の裸を作ってグルに回した'),
        ('self', '男子が私の裸の画像を作った'),
        ('', '作った人は誰かわからない'),
        ('teacher', '担任です。生徒の画像が拡散されています'),
        ('teacher', '生徒が別の生徒の裸を作りました'),
        ('maker_parent', 'うちの子が同級生の裸の画像を作ってしまい学校から連絡が'),
        ('parent', '息子が友達に裸の写真を作られました'),
        ('self', "i'm being blackmailed"),
        ('self', "he says he'll send it to my school"),
        ('friend', 'my best friend wants to die because of a fake nude'),
        ('self', 'my friend made fake nudes of me'),
        ('friend', "my sister's photos are on a porn site"),
        ('parent', 'mum here. my daughter, 14'),
        ('parent', "I'm her dad"),
        ('maker', 'i used an app to undress a girl from my class'),
        ('self', 'someone made deepfake nudes of me'),
        ('self', 'i was sextorted'),
        ('', 'how do i report'),
        ('self', '脅されてます'),
        ('self', '裸の写真送らないと家族にばらすって'),
        ('maker', '僕が作りました、クラスの子のやつ'),
        ('', '僕は作ってないのに疑われてる'),
        ('parent', '子どもの写真が海外サイトに載ってる'),
        ('partner', '妻の顔が使われたAI動画を見つけた'),
        ('friend', '同僚の女性のディープフェイクが出回っている'),
        ('self', '同僚に作られたみたいです'),
        ('maker', 'i shared a fake of a classmate in our group chat'),
        ('self', "my daughter doesn't know but my photos are online"),
        ('', 'my son saw it'),
        ('maker_parent', 'we found out our son used an ai app to undress girls in his class'),
        ('maker_parent', 'my daughter forwarded the fake to her friends'),
        ('parent', 'my daughter sent nudes to a man online and now he blackmails her'),
    ],
)  # fmt: skip
def test_the_role_is_read_from_what_is_written(role: str, text: str) -> None:
    assert role_of(normalise(text), context=Context()) == role


ROLES = [
    line.split(" | ", 2) for line in (Path(__file__).parent / "roles.txt").read_text(encoding="utf-8").splitlines()
]


@pytest.mark.parametrize(("role", "known", "text"), ROLES)
def test_a_weak_sign_tells_a_role_and_never_overturns_a_known_one(role: str, known: str, text: str) -> None:
    context = Context(known={} if known == "-" else {"role": known})
    assert role_of(normalise(text), context=context) == role.replace("-", "")


@pytest.mark.parametrize(
    "text",
    [
        "the face is me, the body is ai",
        "the girl in the picture is me",
        "私のわいせつな偽動画がXで出回っております",
        "私の恥ずかしい写真が載っています",
    ],
)
def test_whose_face_or_picture_it_is_is_the_harmed_one(text: str) -> None:
    assert role_of(normalise(text), context=Context()) == "self"


@pytest.mark.parametrize(
    "text", ["somebody ran my welcome-poster photo through a nudify bot", "they put my graduation photo into an app"]
)
def test_a_teacher_whose_own_picture_was_used_is_the_harmed_one(text: str) -> None:
    assert role_of(normalise(text), context=Context(known={"role": "teacher"})) == "self"
