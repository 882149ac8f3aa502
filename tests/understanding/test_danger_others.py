"""Whose danger it is: what a helper reports, saw or heard is about somebody else; one's own wish stays one's own."""

import pytest

from understanding.context import Context
from understanding.danger import read_danger
from understanding.danger_chances import combine
from understanding.danger_subject import is_own_despair
from understanding.normalise import normalise
from understanding.reading import NONE

OTHERS: dict[str, list[str]] = {
    "friend": [
        "「もう消えたい」ってラインしてきた", "電話で「死ぬ」って泣いてる、今", "死にたいって打ち明けられて、言わないでって頼まれた。死にたいって言われたの初めてで", "「ベランダの外にいる」ってストーリーに書いてる。あの子が柵の上に立ってる写真じゃなくて、屋上に立ってる",
        "she texted me saying she wants to die", "bro keeps saying he'll kms and i don't think hes joking", "my best friend's arms are covered in cuts", "リスカの写真送ってきた、友達が",
    ],
    "parent": ["むすめが しにたい と いいました", "遺書を見つけました、机の上にありました", "手首から血が止まりません、息子です", "my daughter said she wants to be dead", "he's on the balcony railing and won't come in, my son", "I found a suicide note in my son's room"],
    "teacher": ["生徒から「死にます」と書いた手紙が机に残していました、どう動けば", "a pupil emailed me: this is my last week, i want to die", "noticed fresh cuts on her forearm in PE"],
    "partner": ["彼女が屋上に立ってる、飛び降りるって", "my girlfriend took all her pills", "妻のストーカーが玄関を叩いてる"],
    "": ["友達の家の前に変な男がいる", "妹が父に殴られて部屋に隠れてる", "her dad hits her every night", "my mate is getting beaten behind the station"],
}  # fmt: skip

OWN: dict[str, list[str]] = {
    "parent": ["娘と一緒に死にたいです", "私も消えてしまいたい", "i want to die, my son will be fine without me", "息子のしたことは私が死んで償います"],
    "friend": ["あの子が笑って「死ね」って言われてるの見て、私も死にたい", "she said nothing and i just want to be dead"],
    "": ["みんなに言われてる。もう死にたい", "ive been cutting since they posted it", "they said kms so ok. i will", "he said he'd post it so i took all my pills", "俺が殴られてる、兄に", "弟は寝てる。私は屋上にいて、もう消えたい"],
    "maker": ["クラスの子の写真を広めた。死ぬしかないと思ってる", "i made it and now i want to die"],
}  # fmt: skip


def cases(table: dict[str, list[str]]) -> list[tuple[str, str]]:
    return [(role, text) for role, texts in table.items() for text in texts]


@pytest.mark.parametrize(("role", "text"), cases(OTHERS))
def test_what_is_reported_or_seen_is_about_somebody_else(role: str, text: str) -> None:
    found = read_danger(text, context=Context(known={"role": role}))
    assert (found.level != NONE, found.about) == (True, "other")


@pytest.mark.parametrize(("role", "text"), cases(OWN))
def test_ones_own_wish_stays_ones_own_whoever_else_is_named(role: str, text: str) -> None:
    found = read_danger(text, context=Context(known={"role": role}))
    assert (found.level != NONE, found.about) == (True, "self")


@pytest.mark.parametrize(
    "text",
    [
        "ok i told my mom and shes calling her mom rn",
        "学校に電話した　先生が行ってくれてる",
        "先生が家に向かってる",
        "警察が行ってくれるって",
        "i called the school, a teacher is on her way to her",
    ],
)
def test_help_on_its_way_to_somebody_else_is_not_yet_relief(text: str) -> None:
    context = Context(safety="danger", said=("crisis.other", "crisis.other.ask"), known={"role": "friend"})
    by_rules = read_danger(text, context=context)
    assert not combine(by_rules, text=text, chances={"doubt": 0.05, "passed": 0.87}, context=context).passed


@pytest.mark.parametrize(
    "text",
    [
        "死にたいかと聞いていいもんでしょうか。聞いたら余計わるくなりませんか",
        "孫に死にたいか直接聞くべきですか",
        "is it ok to ask her if she wants to die",
        "should i be asking my daughter whether she's thinking of suicide",
    ],
)
def test_who_asks_how_to_ask_speaks_of_somebody_else(text: str) -> None:
    assert read_danger(text, context=Context(known={"role": "parent"})).about == "other"


@pytest.mark.parametrize(
    "text",
    [
        "わたしも死にたいです",
        "i can't do this, i want to die too",
        "娘のことで、私が消えてしまいたい",
        "i dont see the point in waking up tmrw",
    ],
)
def test_a_helper_may_want_to_die_too(text: str) -> None:
    assert is_own_despair(normalise(text))


@pytest.mark.parametrize(
    "text", ["部屋から返事がありません。鍵もかかっとる", "she won't answer and the door is locked"]
)
def test_a_helper_who_names_nobody_tells_nothing_of_themselves(text: str) -> None:
    assert not is_own_despair(normalise(text))
