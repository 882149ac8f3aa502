"""Whole talks of somebody with a violent partner: what a message tells decides what is said, not how many came before it."""

import pytest

from tests.conversation.danger.test_walks import Walk


@pytest.mark.parametrize(
    "texts",
    [
        ("夫に殴られました", "今日は早く帰るって", "もうすぐ着くって", "今子どもに靴はかせてます", "大家さんの部屋にいます"),
        ("my husband hit me", "he'll be home early today", "he's five minutes away", "putting my son's shoes on", "we're at the landlord's now"),
    ],
)  # fmt: skip
def test_who_is_expected_in_minutes_is_told_to_go_and_nothing_of_plans(texts: tuple[str, ...]) -> None:
    walk = Walk()
    heard = [walk.writes(text) for text in texts]
    assert heard == [
        ("crisis.partner",),
        ("crisis.partner.coming",),
        ("crisis.immediate.here",),
        ("crisis.partner.go",),
        ("eased.violence",),
    ]


@pytest.mark.parametrize(
    "texts", [("夫に殴られました。もう出ます", "怖い"), ("my husband hit me, we're leaving now", "i'm scared")]
)
def test_who_begins_by_leaving_is_told_to_go_on_and_not_to_lock_a_door_behind_them(texts: tuple[str, ...]) -> None:
    walk = Walk()
    assert walk.writes(texts[0]) == ("crisis.partner.go",)
    assert walk.writes(texts[1])[0].startswith("crisis.immediate.")


@pytest.mark.parametrize(
    "texts",
    [
        ("夫は金曜まで出張です。去年指を折られました", "鍵は替えられますか", "前に突き飛ばされました", "部屋の名義は夫です", "合鍵を持ってます", "シェルターはいくら"),
        ("he's away until friday. last year he broke my finger", "can i change the lock", "he pushed me around", "the lease is in his name", "he has a key", "what does a shelter cost"),
    ],
)  # fmt: skip
def test_what_was_done_before_is_answered_once_with_who_listens_while_he_is_gone(texts: tuple[str, ...]) -> None:
    walk = Walk()
    heard = [walk.writes(text, asks=True) for text in texts]
    assert heard[0] == ("crisis.partner.lines",)
    assert not any(heard[1:])


@pytest.mark.parametrize(
    "texts",
    [
        ("夫に殴られました", "明日の夜までいません", "物を投げられたこともあります", "何から始めたらいい", "今こっちに向かってるって"),
        ("my husband hit me", "he's away until tomorrow", "he threw things at me", "where do i start", "he's on his way home"),
    ],
)  # fmt: skip
def test_a_danger_eases_while_he_is_gone_and_is_back_when_he_is(texts: tuple[str, ...]) -> None:
    walk = Walk()
    heard = [walk.writes(text, asks=number > 1) for number, text in enumerate(texts)]
    assert heard[:2] == [("crisis.partner",), ("crisis.partner.lines",)]
    assert heard[2:4] == [(), ()]
    assert heard[4] == ("crisis.partner.coming",)


@pytest.mark.parametrize("texts", [("彼は今仕事です。先月壁に突き飛ばされました", "前にも殴られた", "合鍵も持ってる"), ("he is at work. he shoved me last month", "he hit me before", "he has a key")])  # fmt: skip
def test_who_is_at_work_is_asked_about_once(texts: tuple[str, ...]) -> None:
    walk = Walk()
    heard = [walk.writes(text, asks=True) for text in texts]
    assert heard[0] == ("doubt.safe",)
    assert not {"doubt.safe.again", "crisis.partner.ask"} & {key for keys in heard[1:] for key in keys}


@pytest.mark.parametrize("text", ["クラスの男子に押さえつけられた", "classmates held me down"])
def test_a_pupil_who_was_held_down_is_asked_whether_they_are_safe(text: str) -> None:
    assert Walk().writes(text) == ("doubt.safe",)


@pytest.mark.parametrize(
    ("texts", "news"),
    [
        (("彼は今仕事です。先月壁に突き飛ばされました", "はい、安全です", "通報の方法は", "どこに相談できる"), "夫に殴られました"),
        (("he is at work. he shoved me last month", "yes i'm safe", "how do i report it", "who can i talk to"), "my husband hit me"),
    ],
)  # fmt: skip
def test_what_may_be_news_of_today_is_a_danger_though_he_was_gone_before(texts: tuple[str, ...], news: str) -> None:
    walk = Walk()
    for text in texts:
        walk.writes(text, asks=True)
    assert walk.now == "calm"
    assert walk.writes(news) == ("crisis.partner",)
