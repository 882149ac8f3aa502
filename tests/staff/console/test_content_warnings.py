"""Which messages are covered: the words of both languages, as they stand in what people write."""

import pytest

from bot.container import FLAGGED_WORDS
from bot.language import Language
from bot.staff.console.content_warnings import NOTHING_FLAGGED, flagged_words
from bot.store.content_warnings_file import read_flagged_words

FLAGGED = flagged_words({Language.JA: ["レイプさ", "性器"], Language.EN: ["rape", "cut my wrist", "they don't stop"]})


@pytest.mark.parametrize(
    "text",
    [
        "レイプされた",
        "ﾚｲﾌﾟされた",
        "その性器が",
        "It was RAPE.",
        "I cut my wrist",
        "rape?",
        "they don’t stop",
        "ｒａｐｅ",
    ],
)
def test_distressing_words_cover_a_message(text: str) -> None:
    assert FLAGGED.covers(text)


@pytest.mark.parametrize("text", ["", "grape", "raped4", "ディスプレイ", "画像を消したい", "scrapes"])
def test_other_words_do_not(text: str) -> None:
    assert not FLAGGED.covers(text)
    assert not NOTHING_FLAGGED.covers(text)


def test_the_shipped_words_are_for_both_languages() -> None:
    words = read_flagged_words(FLAGGED_WORDS)
    assert all(words[language] for language in Language)
    shipped = flagged_words(words)
    assert all(shipped.covers(word) for language in Language for word in words[language])
