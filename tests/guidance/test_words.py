"""How the words speak: short, the same in both languages, numbers and addresses in facts only, nothing promised."""

import re

import pytest

from bot.guidance.catalogue import Catalogue, Fills
from bot.guidance.rules import MOST_CHARACTERS, MOST_WORDS, PLACEHOLDERS, placeholders_of
from bot.language import Language

MOST = {Language.JA: MOST_CHARACTERS, Language.EN: MOST_WORDS}
"""Japanese characters and English words in one bubble (journeys.md, section 1.1)."""

PROMISES = {
    Language.JA: re.compile(r"必ず(?:消|削除|逮捕)|絶対に|完全に(?:消|削除)|秘密は(?:必ず|絶対)|通報は不要"),
    Language.EN: re.compile(
        r"\b(?:guarantee|we promise|will definitely|always be removed|100 ?%|completely secret)\b", re.IGNORECASE
    ),
}
UNKIND = {
    Language.JA: re.compile(r"被害者|なぜ(?:送|撮)|どうして(?:送|撮)|ただのAI|しょせん|彼女|彼氏|お嬢"),
    Language.EN: re.compile(
        r"\bvictim|\bonly AI\b|\bjust AI\b|why did you|\bhis or her\b|\bshe or he\b|\bmiss\b(?! )", re.IGNORECASE
    ),
}

TO_SHOW = re.compile("「[^」]+」")
"""A Japanese sentence in an English bubble, to be shown or read out to somebody who reads Japanese."""


def spoken(catalogue: Catalogue, language: Language) -> dict[str, str]:
    """Return every bubble's words."""
    return {key: catalogue.words.text(key, language=language) or "" for key in catalogue.entries}


def length(text: str, language: Language) -> int:
    return len(re.sub(r"\s", "", text)) if language is Language.JA else len(text.split())


@pytest.mark.parametrize("language", Language)
def test_no_bubble_is_a_wall_of_text(catalogue: Catalogue, language: Language) -> None:
    long = {key for key, text in spoken(catalogue, language).items() if length(text, language) > MOST[language]}
    assert long == set()


@pytest.mark.parametrize("language", Language)
def test_an_answer_to_danger_is_short(catalogue: Catalogue, language: Language) -> None:
    for key, text in spoken(catalogue, language).items():
        if key.startswith("crisis."):
            assert length(text, language) <= MOST[language] * 0.75, key


@pytest.mark.parametrize("language", Language)
def test_a_button_fits_on_a_phone(catalogue: Catalogue, language: Language) -> None:
    for button in catalogue.buttons:
        assert 0 < len(catalogue.title(button, language=language)) <= {Language.JA: 20, Language.EN: 36}[language]


def test_both_languages_have_the_same_places_to_fill(catalogue: Catalogue) -> None:
    japanese, english = (spoken(catalogue, language) for language in Language)
    for key in catalogue.entries:
        assert placeholders_of(japanese[key]) == placeholders_of(english[key]), key
        assert placeholders_of(japanese[key]) <= {f"{{{name}}}" for name in PLACEHOLDERS}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("platform", ["", "x", "discord"])
def test_no_place_is_left_unfilled(catalogue: Catalogue, language: Language, platform: str) -> None:
    for key in catalogue.entries:
        if platform or not key.startswith("step.report.named"):
            text = catalogue.say(key, language=language, fills=Fills(platform=platform, keep_hours=24)).text
            assert not placeholders_of(text)
            assert "None" not in text


@pytest.mark.parametrize("language", Language)
def test_numbers_and_addresses_are_in_facts_and_not_in_words(catalogue: Catalogue, language: Language) -> None:
    numbers = re.compile(r"[0-9０-９]{3}|#[0-9]|https?:|www\.|@|\.(?:com|jp|org)\b")
    found = {key for key, text in spoken(catalogue, language).items() if numbers.search(text)}
    assert found == set()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("table", [PROMISES, UNKIND], ids=["promises", "unkind"])
def test_nothing_is_promised_and_nobody_is_judged(
    catalogue: Catalogue, language: Language, table: dict[Language, re.Pattern[str]]
) -> None:
    texts = {**spoken(catalogue, language)}
    texts.update({name: catalogue.title(name, language=language) for name in catalogue.buttons})
    assert {key: text for key, text in texts.items() if table[language].search(text)} == {}


def test_japanese_words_are_japanese_and_english_ones_are_not(catalogue: Catalogue) -> None:
    kana = re.compile(r"[\u3040-\u30ff]")
    assert all(kana.search(text) for text in spoken(catalogue, Language.JA).values())
    english = {key: text for key, text in spoken(catalogue, Language.EN).items() if key != "telegram.language"}
    assert not any(kana.search(TO_SHOW.sub("", text)) for text in english.values())


@pytest.mark.parametrize("language", Language)
def test_under_18_nobody_is_told_to_keep_the_picture(catalogue: Catalogue, language: Language) -> None:
    warnings = {
        Language.JA: re.compile(r"保存|コピー|写さない|送(?:ら|り)"),
        Language.EN: re.compile(r"don't|never", re.IGNORECASE),
    }
    for key, text in spoken(catalogue, language).items():
        if re.match(r"step\.(?:record|report|hash)\..*minor", key):
            assert warnings[language].search(text), key


def test_tools_for_one_age_are_not_named_to_the_other(catalogue: Catalogue) -> None:
    for language in Language:
        for key, text in spoken(catalogue, language).items():
            links = catalogue.entries[key].links
            if "StopNCII" in text or "stopncii" in links:
                assert re.search(r"\.adult(?:_\w+)?$", key), key
            if "Take It Down" in text or "take_it_down" in links:
                assert re.search(r"\.minor(?:_\w+)?$", key), key
