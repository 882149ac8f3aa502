"""A card says what it is, how old it is and how well it is known, in words."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from bot.container import load_interface
from bot.guidance.catalogue import Catalogue
from bot.guidance.facts import NEEDS as NEEDED
from bot.guidance.facts import Fact
from bot.japan import TOKYO
from bot.language import Language
from bot.presentation.cards import NEEDS, Card, card

JA, EN = Language.JA, Language.EN


def drawn(catalogue: Catalogue, fact: Fact, language: Language, *, at: datetime | None = None) -> Card:
    return card(fact, language=language, words=load_interface()[language], contacts=catalogue.contacts, at=at)


def test_a_fact_from_a_relay_says_that_the_service_has_not_confirmed_it(catalogue: Catalogue) -> None:
    assert drawn(catalogue, catalogue.contacts["inochi_sos"], EN).checked.endswith(
        "Not confirmed with the service itself"
    )
    assert "Not confirmed" not in drawn(catalogue, catalogue.contacts["childline"], EN).checked


@pytest.mark.parametrize("language", Language)
def test_the_day_of_writing_down_is_on_no_card(catalogue: Catalogue, language: Language) -> None:
    for fact in (*catalogue.contacts.values(), *catalogue.links.values()):
        assert fact.compiled.isoformat() not in drawn(catalogue, fact, language).checked


def test_what_a_person_looked_at_again_carries_that_day(catalogue: Catalogue) -> None:
    paps = catalogue.contacts["paps"]
    again = replace(paps, verified=paps.compiled + timedelta(days=10))
    assert drawn(catalogue, again, JA).checked.startswith("2026-12-02に確認")


@pytest.mark.parametrize("key", ["police_emergency", "ambulance"])
def test_nothing_on_an_emergency_number_makes_anybody_hesitate(catalogue: Catalogue, key: str) -> None:
    assert drawn(catalogue, catalogue.contacts[key], JA).checked == ""


def test_further_numbers_are_on_the_card_of_their_service(catalogue: Catalogue) -> None:
    yorisoi = drawn(catalogue, catalogue.contacts["yorisoi"], EN)
    assert [number.phone_href for number in yorisoi.also] == ["tel:0120279226", "tel:05036550279"]


@pytest.mark.parametrize("language", Language)
def test_what_a_form_asks_for_is_said_in_words(catalogue: Catalogue, language: Language) -> None:
    assert set(NEEDS) == set(NEEDED)
    for link in catalogue.links.values():
        assert bool(drawn(catalogue, link, language).needs) is bool(link.needs)
    assert drawn(catalogue, catalogue.links["fc2_report"], JA).needs.startswith("聞かれること：ページのURL、名前、住所")


def test_each_language_has_its_own_page_where_there_is_one(catalogue: Catalogue) -> None:
    paps = catalogue.contacts["paps"]
    assert (drawn(catalogue, paps, JA).url, drawn(catalogue, paps, EN).url) == (
        "https://paps.jp",
        "https://paps.jp/?lang=en",
    )


NIGHT, EVENING = datetime(2026, 11, 26, 2, tzinfo=TOKYO), datetime(2026, 11, 26, 18, tzinfo=TOKYO)


def test_every_card_of_a_service_names_its_languages_to_a_reader_of_english(catalogue: Catalogue) -> None:
    for contact in catalogue.contacts.values():
        shown = drawn(catalogue, contact, EN)
        assert bool(shown.languages) is not bool(shown.language_note), contact.key
        assert not drawn(catalogue, contact, JA).languages
    said = {
        key: drawn(catalogue, catalogue.contacts[key], EN).languages for key in ("paps", "tell", "dv_plus", "cure_time")
    }
    assert said == {
        "paps": "Ask first which languages",
        "tell": "English",
        "dv_plus": "English in writing, not by phone",
        "cure_time": "Japanese, English, Chinese",
    }


def test_a_service_whose_phone_is_in_japanese_is_reached_in_writing_by_a_reader_of_english(
    catalogue: Catalogue,
) -> None:
    assert drawn(catalogue, catalogue.contacts["dv_plus"], EN).way == "url"
    assert drawn(catalogue, catalogue.contacts["dv_plus"], JA).way == "phone"


@pytest.mark.parametrize(("language", "closed"), [(JA, "今は時間外"), (EN, "Closed now")])
def test_a_service_that_is_closed_at_this_moment_says_so(catalogue: Catalogue, language: Language, closed: str) -> None:
    at_night = {
        key: drawn(catalogue, catalogue.contacts[key], language, at=NIGHT).closed
        for key in ("houterasu", "paps", "tell", "police_consultation")
    }
    assert at_night == {"houterasu": closed, "paps": "", "tell": "", "police_consultation": ""}
    assert drawn(catalogue, catalogue.contacts["houterasu"], language, at=EVENING).closed == ""
    assert drawn(catalogue, catalogue.contacts["houterasu"], language).closed == ""


@pytest.mark.parametrize(("language", "closed"), [(JA, "チャットは今は時間外"), (EN, "Chat closed now")])
def test_a_chat_that_is_closed_at_this_moment_says_so(catalogue: Catalogue, language: Language, closed: str) -> None:
    assert drawn(catalogue, catalogue.contacts["cure_time"], language, at=NIGHT).closed == closed
    assert drawn(catalogue, catalogue.contacts["cure_time"], language, at=EVENING).closed == ""
    assert drawn(catalogue, catalogue.contacts["anata_no_ibasho"], language, at=NIGHT).closed == ""


@pytest.mark.parametrize("language", Language)
def test_a_name_that_would_break_beside_its_number_stands_above_it(catalogue: Catalogue, language: Language) -> None:
    long, short = (drawn(catalogue, catalogue.contacts[key], language) for key in ("yorisoi", "police_emergency"))
    assert long.is_long
    assert not short.is_long
