"""What may be seen is read from typed words, and never from a story that only sounds like it."""

import pytest

from bot.conversation.model import Share
from bot.conversation.turns.human_wish import share_in
from understanding.normalise import normalise

EVERYTHING = [
    "全部どうぞ",
    "会話全部見せます",
    "これまでの会話も見せていいです",
    "ぜんぶ読んでもらっていいです、お願いします",
    "すべて見てください",
    "相談員さんには全部見せて大丈夫です",
    "zenbu mite ii desu",
    "yes, show them all of it",
    "you can let them read everything",
    "i don't mind them seeing it all",
    "sure, the counselor can see the whole chat",
    "I guess it's ok if they read everything",
    "share everything pls",
    "they are free to read all my messages",
]
SUMMARY = [
    "まとめだけ",
    "年齢とかだけなら",
    "要約でお願いします",
    "選んだ答えだけ見せて",
    "答えだけならいいです",
    "全部はちょっと…まとめだけでお願いします",
    "just the summary",
    "only my answers, not my words",
    "a summary is fine",
    "show them the basics only",
    "answers only",
]
NOTHING = [
    "見せないで",
    "前のは見せなくていいです",
    "何も見せたくないです",
    "前の話は見ないでほしい",
    "誰にも見られたくない",
    "ひみつにして",
    "misenaide kudasai",
    "I don't want them to read it",
    "please don't show what i wrote before",
    "they can't see anything",
    "not what i said, don't let anyone read that",
    "don't share my messages",
]
STORIES = [
    "全部見せたいけど怖い",
    "nothing helps",
    "相談員は何が見えるの？",
    "全部読まれる？",
    "so can they see my name?",
    "全部見られた",
    "クラスのみんなに全部見せられた",
    "あいつに全部見せろって言われた",
    "全部消してほしい",
    "全部嘘だったら良かったのに",
    "写真を見せてって言われて断れなかった",
    "they know everything about me",
    "he can see everything i do",
    "they want to share it all",
    "they can show everyone everything",
    "everything is ruined",
    "please don't let them share it",
    "he said show me everything",
    "i can't read japanese",
    "I do not know what to do",
    "i can't even look at it",
]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        *((text, Share.EVERYTHING) for text in EVERYTHING),
        *((text, Share.SUMMARY) for text in SUMMARY),
        *((text, Share.NOTHING) for text in NOTHING),
        *((text, None) for text in STORIES),
    ],
)
@pytest.mark.parametrize("is_asked", [False, True])
def test_what_may_be_seen_is_what_was_said(text: str, share: Share | None, *, is_asked: bool) -> None:
    assert share_in(normalise(text), is_asked=is_asked) is share


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("全部いいよ", Share.EVERYTHING),
        ("見ていいですよ、全部", Share.EVERYTHING),
        ("全部", Share.EVERYTHING),
        ("見ていいよ", Share.EVERYTHING),
        ("all of it", Share.EVERYTHING),
        ("they can read it", Share.EVERYTHING),
        ("全部はちょっと…", Share.NOTHING),
        ("not everything", Share.NOTHING),
        ("何も", Share.NOTHING),
        ("やだ", Share.NOTHING),
        ("nothing", Share.NOTHING),
        ("keep it private", Share.NOTHING),
    ],
)
def test_a_bare_word_counts_only_where_it_was_asked(text: str, share: Share) -> None:
    assert share_in(normalise(text), is_asked=True) is share
    assert share_in(normalise(text), is_asked=False) is None
