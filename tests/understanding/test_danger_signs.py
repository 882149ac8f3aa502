"""Clear danger in few words: plans, means, places, spellings and other languages; and what is near them and is none."""

import pytest

from tests.understanding.danger_table import read_as

CLEAR: dict[str, list[str]] = {
    "clear wish": [
        "しのうとおもってる", "しにます、ごめん", "自◯したい", "クリスマスまでには死ぬ", "今夜で全部おわりにします", "人生ログアウトしたい", "部屋は片付けた。あとは行くだけ", "俺が死ねば動画なんか誰も見ない", "自分が消えるしかない", "死んで償います", "バレる前に死んでおきたい", "生きてていいわけない",
        "首のまわりに巻いてみた", "いま歩道橋の上", "屋上のところまで来ちゃった", "もういいや。海いく", "gusto ko na mamatay", "我想死", "want to dei", "i want to k-word myself", "letters are written, bye mum", "if he uploads it i jump", "the knife is on my lap", "tied it to the beam", "dads gun safe is unlocked", "please let me die",
        "aint gonna see 16", "im done living",
    ],
    "clear harm": ["切ると落ち着くんです", "深く切りすぎたかもしれない", "腕かんでる、あざになるまで", "叩いてる。自分の顔", "髪の毛を抜くのがやめられない", "cut again", "new lines on my thigh tonight", "picking my scabs so they stay", "i scratched my face till it bleeds"],
    "clear now": [
        "父がベルト持って探してる", "インターホンずっと鳴らされてる、元カレがドアの前", "お母さんが灯油まいてる", "ママがあばれてる", "お腹をけられました", "裏口も見張られてる", "男の人がずっとうしろを歩いてる", "戻ったらまた殴られる", "hiding in bathroom, he'll hear me", "the guy is at my bus stop", "he keeps trying the handle", "landlord is in my room and wont leave",
        "they cornered me behind the gym", "he broke the lock", "dad is screaming and hitting", "theyre downstairs", "i took them all", "swallowed the whole lot, i've swallowed the lot", "someone following me from the station",
    ],
}  # fmt: skip

NONE: list[str] = [
    "if i go to the police do they tell my school", "声が出ないので文字でお願いします", "they took them all down, thank you", "i'd rather leave it up than have a stranger look", "沖縄に住んでます", "海行きたいな、夏だし", "the three letters from the lawyer came", "are the people sharing it breaking the law", "i won't let him have the last word", "鍵垢にしました",
    "今日で提出おわりにします", "首のところの写真だけ合成です", "木曜までには返事します", "my kanji is dying",
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [(text, expected) for expected, texts in CLEAR.items() for text in texts]
)
def test_clear_danger_is_heard_in_few_words(text: str, expected: str) -> None:
    assert read_as(text, said_into="") == expected


@pytest.mark.parametrize("text", NONE)
def test_what_is_near_it_is_none(text: str) -> None:
    assert read_as(text, said_into="") == "none"


def test_who_says_that_they_and_not_the_image_want_to_vanish_is_heard() -> None:
    assert read_as("消えたいのは写真じゃなくて自分です", said_into="") == "clear wish"
    assert read_as("消えたいのは写真じゃなくて自分です", said_into="danger") == "clear wish"
