"""How old the person in the image is; ages.txt holds lines of `known role | in the image | now | message`, `-` for none."""

from pathlib import Path

import pytest

from understanding.context import Context
from understanding.facts.age import read_age
from understanding.facts.role import role_of
from understanding.normalise import normalise


@pytest.mark.parametrize(
    ("known_role", "in_image", "now", "text"),
    [
        ('', 'adult', 19, "19 btw and it's in three places"),
        ('', 'adult', 0, 'all of us are over 20'),
        ('', 'adult', 0, 'grown-up'),
        ('', 'under_18', 31, '31です、写真は17のとき'),
        ('', 'under_18', 20, '17 then, 20 now'),
        ('', 'under_18', 14, 'my daughter is 14'),
        ('', 'adult', 41, "i'm 41 and my daughter found out about it"),
        ('', 'under_18', 14, "i'm 41, my daughter is 14"),
        ('self', '', 0, 'he is 16, the boy who made it'),
        ('', 'under_18', 0, '中学生です'),
        ('', 'under_18', 16, '16歳です。インスタで'),
        ('', '', 0, '3年前の写真です'),
        ('', '', 0, '20枚くらい投稿されてる'),
        ('', '', 0, '50万円払えと言われた'),
        ('', '', 0, '3年2組の男子に作られた'),
        ('self', '', 0, 'the guy is 35'),
        ('', 'under_18', 0, '高2の娘がいます'),
        ('', 'under_18', 15, '息子(15)の写真が'),
        ('', '', 0, 'should i tell an adult'),
        ('', 'adult', 25, 'i am 25 years old'),
        ('', 'under_18', 17, 'もうすぐ18です'),
        ('', 'under_18', 0, 'まだ18じゃないです'),
        ('', 'adult', 0, '未成年じゃないです'),
        ('', 'adult', 0, "i'm not a minor"),
        ('', 'under_18', 0, 'when i was in high school he took it. photo from then'),
        ('', 'under_18', 0, '中学の卒アルの写真を使われた'),
        ('', 'adult', 0, '大学生です'),
        ('', 'adult', 0, '20代です'),
        ('', 'under_18', 17, 'i am turning 18'),
        ('', '', 0, 'pay me 50 dollars'),
        ('', '', 0, 'i was 20 minutes late'),
        ('', '', 0, 'for 5 years'),
        ('', 'under_18', 15, '15 and scared'),
        ('', '', 0, '17人に見られた'),
        ('', 'under_18', 16, 'im 16f'),
        ('', 'adult', 22, '22 f here'),
        ('', 'under_18', 13, 'I have 13 years'),
        ('', '', 0, 'it has been shared in 15 groups'),
        ('maker', '', 15, "i'm 15 and i made a fake of a classmate"),
        ('maker', 'under_18', 14, 'she is 14'),
        ('self', '', 0, "she's 30, she posted it"),
        ('', 'under_18', 16, "i'm only 16 what do i do"),
        ('', '', 0, '18歳未満の場合はどうなる'),
        ('parent', '', 0, '43歳の母です'),
        ('parent', 'under_18', 12, '12です'),
        ('', '', 0, 'room 15'),
        ('', '', 0, '私は母です。42歳です。'),
        ('', '', 0, '彼は30歳です'),
        ('', 'under_18', 17, '今17です'),
        ('', '', 25, '今は25歳です'),
        ('', 'under_18', 0, '子供の頃の写真をコラにされた'),
        ('', 'unsure', 0, '何歳の時の写真かわからない'),
        ('', '', 0, '高いお金'),
        ('', '', 0, '相手は16歳らしい'),
        ('', '', 0, '17歳の男子が作った'),
        ('', 'adult', 28, '28歳の会社員です'),
        ('', '', 0, 'i sent 15'),
        ('', 'adult', 21, 'i just turned 21 lol'),
        ('', 'under_18', 0, 'im in 9th grade'),
        ('', 'under_18', 0, 'still in middle school'),
        ('', 'under_18', 0, 'photo is from high school'),
        ('teacher', 'under_18', 0, '高2の担任です。生徒の画像が'),
        ('teacher', '', 0, "i'm a 34 year old teacher"),
        ('friend', 'under_18', 15, 'my friend (15) got deepfaked'),
        ('', 'under_18', 0, 'jk2'),
        ('', 'adult', 0, '社会人です'),
        ('', 'adult', 0, '成人してます'),
        ('', 'under_18', 0, "we're both minors"),
    ],
)  # fmt: skip
def test_an_age_is_that_of_the_person_in_the_image(known_role: str, in_image: str, now: int, text: str) -> None:
    normal, context = normalise(text), Context(known={"role": known_role})
    read = read_age(normal, role=role_of(normal, context=context) or known_role, context=context)
    assert (read.get("age_in_image", ""), read.get("age_now", 0)) == (in_image, now)


AGES = [line.split(" | ", 3) for line in (Path(__file__).parent / "ages.txt").read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(("known_role", "in_image", "now", "text"), AGES)
def test_odd_forms_of_an_age_are_read_and_other_numbers_are_not(
    known_role: str, in_image: str, now: str, text: str
) -> None:
    normal, context = normalise(text), Context(known={"role": known_role.replace("-", "")})
    read = read_age(normal, role=role_of(normal, context=context) or context.role, context=context)
    assert (read.get("age_in_image", "-"), str(read.get("age_now", "-"))) == (in_image, now)
