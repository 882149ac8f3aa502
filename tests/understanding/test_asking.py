"""Who only tells something is told apart from who asks or wants something."""

import pytest

from understanding.asking import asks, names_harm, only_tells, opens
from understanding.normalise import normalise


@pytest.mark.parametrize(
    "text",
    [
        "保健室の先生はやさしい人です",
        "昨日の夜に兄ちゃんに話した",
        "部活のみんなも知ってるみたい",
        "うちの親は共働きで夜いない",
        "my homeroom teacher is kind",
        "told my brother last night. he believed me",
        "its mostly the kids from band",
        "We moved here in spring for his job.",
    ],
)
def test_who_tells(text: str) -> None:
    assert only_tells(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "親に連絡いきますか",
        "やり方を教えてほしい",
        "警察に行くべきか迷ってる、行った方がいいのかな",
        "写真を消したいです",
        "これって普通なの？",
        "通報の方法を知りたい",
        "弁護士の連絡先をお願いします",
        "do they call my parents",
        "please tell me how to block him",
        "i need the phone number",
        "idk if i should tell anyone",
        "ok and what about google",
        "told him no. what now",
        "i want it gone",
    ],
)
def test_who_asks_or_wants(text: str) -> None:
    assert not only_tells(normalise(text))


@pytest.mark.parametrize("text", ["うん", "はい", "ok", "15", "笑", "LINE", "of me", "…", "😢😢"])
def test_a_word_or_two_tells_nothing_by_itself(text: str) -> None:
    assert not only_tells(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "これで終わり？また来る？",
        "先生にも言ったほうがいいですか",
        "is this it? will he come back?",
        "do i have to pay for the call",
    ],
)
def test_who_asks(text: str) -> None:
    assert asks(normalise(text))


@pytest.mark.parametrize(
    "text",
    ["もう寝る。おやすみ", "いったん閉じますね", "ok going to sleep now, night", "I'll close this now. Thank you."],
)
def test_a_farewell_is_no_question(text: str) -> None:
    assert not asks(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "相談っていうか懺悔なんですけど",
        "恥ずかしい話なのですが",
        "どこから話せばいいか",
        "is anyone there",
        "ok here goes",
        "can i ask you something",
        "not sure how to start",
    ],
)
def test_who_announces_what_they_will_tell(text: str) -> None:
    assert opens(normalise(text))


@pytest.mark.parametrize(
    "text", ["裸の画像を作られました", "警察に相談しました", "someone posted it on x", "he asked me to talk"]
)
def test_who_tells_it_announces_nothing(text: str) -> None:
    assert not opens(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "娘のことで相談させてください。小6です",
        "担任をしています。生徒のことで伺いたいです",
        "妹のことなんですけど、本人じゃなくても大丈夫ですか",
        "息子が今日、学校に呼ばれました",
        "my boy got suspended today",
        "I'm writing about my daughter, she's 16",
        "teacher here, about a student of mine",
        "can i ask for a friend",
        "hey so i did something really stupid",
        "やばいことしたかも",
    ],
)
def test_who_says_only_for_whom_names_no_harm(text: str) -> None:
    assert not names_harm(normalise(text))


@pytest.mark.parametrize(
    "text",
    [
        "娘の裸の画像が回っています",
        "友だちがおどされてる",
        "生徒がネットに晒された",
        "息子が女の子の写真で作ったみたい",
        "there are fake nudes of a girl from our club",
        "my son is being blackmailed",
        "get a picture of my kid off snapchat",
        "she says she wants to die",
        "i made one of a girl in my class",
        "同じクラスの子のを作ってしまいました",
    ],
)
def test_who_tells_what_happened_names_harm(text: str) -> None:
    assert names_harm(normalise(text))
