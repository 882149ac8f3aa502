"""Who asks what comes next goes on; a text in which the word "next" only stands does not ask."""

import pytest

from understanding.going_on import acknowledges, asks_for_next, tells_done
from understanding.normalise import normalise


@pytest.mark.parametrize(
    "text",
    [
        "次は？", "つぎ", "つづき", "で、次は？", "それで次は何をすればいい？", "Xの通報はした。次は", "できました。次は何したらいいですか",
        "次お願いします", "tsugi wa", "what next?", "next", "ok next", "and then?", "I did the X report. What next?", "done. now what",
        "next please", "so what do i do now",
    ],
)  # fmt: skip
def test_what_asks_for_the_next_step(text: str) -> None:
    assert asks_for_next(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "次の日に送られてきた", "次に会ったら殺すと言われた", "次はお前だと言われた", "続きがこわい", "what happens next to him",
        "next week he will post it", "I go on crying", "he lives next door", "continue to hurt me", "",
    ],
)  # fmt: skip
def test_what_only_holds_the_word(text: str) -> None:
    assert not asks_for_next(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "ブロックしました", "通報した", "全部スクショしました", "うん、やった", "できました！", "Xの通報は終わりました", "記録済みです", "インスタのほうは通報しておきました",
        "ok blocked him", "I've reported it", "done", "did it", "saved everything", "yes i reported the account", "all done now",
    ],
)  # fmt: skip
def test_what_only_tells_that_a_step_was_done(text: str) -> None:
    assert tells_done(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "通報したけど消えません", "ブロックしたらばらまくって言われた", "通報した？", "払いました", "友達が通報しました。私は何をすれば", "スクショした方がいいですか", "通報しても大丈夫？",
        "reported it but they said no violation", "should i have blocked him", "he blocked me", "i am done with life", "blocked him and he made a new account",
        "im so done", "I paid him",
    ],
)  # fmt: skip
def test_what_tells_more_than_that(text: str) -> None:
    assert not tells_done(normalise(text))


@pytest.mark.parametrize(
    "text", ["ok", "OK got it", "ah i see", "わかった", "はい、わかりました", "なるほど。了解です", "おけ"]
)
def test_a_message_that_only_acknowledges(text: str) -> None:
    assert acknowledges(normalise(text))


@pytest.mark.parametrize(
    "text",
    ["ok but what about google", "わかったけど怖い", "ok. next?", "はい、16です", "fine i'll die then", "ありがとう"],
)
def test_a_message_that_says_more(text: str) -> None:
    assert not acknowledges(normalise(text))
