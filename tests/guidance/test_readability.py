"""The hardest texts are found: long sentences and kanji in Japanese, long sentences and a high school grade in English."""

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.check_report import report
from bot.guidance.readability import ease, hardest
from bot.language import Language
from bot.reading_grade import school_grade

EASY = {Language.JA: "ここにいます。ゆっくりで、かまいません。", Language.EN: "I'm here. There is no hurry."}
LONG = {Language.JA: "もし" + "ながい" * 22 + "です。", Language.EN: "If " + "and then " * 15 + "stop."}
HARD = {
    Language.JA: "当該情報の送信防止措置を申請し、削除要請手続を開始する旨を通知する。",
    Language.EN: "Subsequently communicate identification requirements concerning administrative documentation.",
}


@pytest.mark.parametrize("language", Language)
def test_short_and_plain_words_are_easy_and_others_are_not(language: Language) -> None:
    assert ease("easy", EASY[language], language=language, grade=school_grade).is_easy
    assert not ease("long", LONG[language], language=language, grade=school_grade).is_easy
    assert not ease("hard", HARD[language], language=language, grade=school_grade).is_easy
    texts = {"easy": EASY[language], "long": LONG[language], "hard": HARD[language]}
    assert {one.key for one in hardest(texts, language=language, grade=school_grade, most=2)} == {"long", "hard"}


def test_a_name_that_is_filled_in_and_a_single_long_word_make_nothing_hard() -> None:
    assert ease("back", "{counsellor}, the counsellor, is back.", language=Language.EN, grade=school_grade).is_easy
    assert ease("short", "画像被害相談。", language=Language.JA, grade=school_grade).is_easy


def test_the_report_names_the_ten_hardest_in_each_language(catalogue: Catalogue) -> None:
    lines = list(report(catalogue, grade=school_grade))
    for language in Language:
        first = lines.index(f"hardest to read ({language}):")
        assert all("longest sentence" in line for line in lines[first + 1 : first + 11])


def test_every_english_entry_is_read_in_the_eighth_grade_or_earlier(catalogue: Catalogue) -> None:
    texts = {key: catalogue.words.text(key, language=Language.EN) or "" for key in catalogue.entries}
    graded = [ease(key, text, language=Language.EN, grade=school_grade) for key, text in texts.items()]
    assert [one for one in graded if one.hard > 8] == []


def test_a_text_without_a_word_has_no_grade() -> None:
    assert school_grade([]) == 0
    assert school_grade([[]]) == 0
