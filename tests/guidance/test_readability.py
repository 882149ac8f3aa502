"""The hardest texts are found: long sentences and kanji in Japanese, long sentences and words in English."""

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.check_report import report
from bot.guidance.readability import ease, hardest
from bot.language import Language

EASY = {Language.JA: "ここにいます。ゆっくりで、かまいません。", Language.EN: "I'm here. There is no hurry."}
LONG = {Language.JA: "もし" + "ながい" * 22 + "です。", Language.EN: "If " + "and then " * 15 + "stop."}
HARD = {
    Language.JA: "当該情報の送信防止措置を申請し、削除要請手続を開始する旨を通知する。",
    Language.EN: "Subsequently communicate identification requirements concerning administrative documentation.",
}


@pytest.mark.parametrize("language", Language)
def test_short_and_plain_words_are_easy_and_others_are_not(language: Language) -> None:
    assert ease("easy", EASY[language], language=language).is_easy
    assert not ease("long", LONG[language], language=language).is_easy
    assert not ease("hard", HARD[language], language=language).is_easy
    texts = {"easy": EASY[language], "long": LONG[language], "hard": HARD[language]}
    assert {one.key for one in hardest(texts, language=language, most=2)} == {"long", "hard"}


def test_a_name_that_is_filled_in_and_a_single_long_word_make_nothing_hard() -> None:
    assert ease("back", "{counsellor}, the counsellor, is back.", language=Language.EN).is_easy
    assert ease("short", "画像被害相談。", language=Language.JA).is_easy


def test_the_report_names_the_ten_hardest_in_each_language(catalogue: Catalogue) -> None:
    lines = list(report(catalogue))
    for language in Language:
        first = lines.index(f"hardest to read ({language}):")
        assert all("longest sentence" in line for line in lines[first + 1 : first + 11])
