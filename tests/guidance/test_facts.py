"""Facts that people are shown: sourced, dated, looked at in time, in both languages."""

import re
from datetime import date, timedelta

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.facts import Fact, Mark
from bot.language import Language

DAY = timedelta(days=1)


def facts(catalogue: Catalogue) -> list[Fact]:
    return [*catalogue.contacts.values(), *catalogue.links.values()]


def test_a_fact_is_overdue_the_day_after_its_time(catalogue: Catalogue) -> None:
    fact = catalogue.contacts["paps"]
    last = fact.verified + fact.renew_after
    assert not fact.is_overdue(today=last)
    assert fact.is_overdue(today=last + DAY)


def test_a_service_whose_languages_are_not_known_is_not_called_japanese_only(catalogue: Catalogue) -> None:
    known = [fact for fact in facts(catalogue) if fact.speaks]
    unknown = [fact for fact in facts(catalogue) if not fact.speaks]
    assert not any(fact.lacks(language) for fact in unknown for language in Language)
    assert any(fact.lacks(Language.EN) for fact in known)


def test_every_fact_has_a_source_a_mark_and_names_in_both_languages(catalogue: Catalogue) -> None:
    for fact in facts(catalogue):
        assert fact.source, fact.key
        assert fact.mark in (Mark.VERIFIED, Mark.SECONDARY), fact.key
        assert fact.verified <= date(2027, 12, 31)
        assert all(fact.name[language] for language in Language), fact.key


def test_paps_is_reached_as_the_design_says(catalogue: Catalogue) -> None:
    paps = catalogue.contacts["paps"]
    assert (paps.phone, paps.mail) == ("050-3177-5432", "paps@paps-jp.org")


@pytest.mark.parametrize(("key", "phone"), [("police_emergency", "110"), ("ambulance", "119")])
def test_the_emergency_numbers_are_right(catalogue: Catalogue, key: str, phone: str) -> None:
    assert catalogue.contacts[key].phone == phone


def test_phones_can_be_dialled_and_addresses_opened(catalogue: Catalogue) -> None:
    for contact in catalogue.contacts.values():
        assert re.fullmatch(r"#?[0-9]+(?:-[0-9]+)*|", contact.phone), contact.key
        assert contact.phone or contact.mail or contact.url, contact.key
        assert len({bool(contact.hours[language]) for language in Language}) == 1, contact.key
    for fact in facts(catalogue):
        assert not getattr(fact, "url", "") or getattr(fact, "url", "").startswith("https://"), fact.key


def test_every_place_has_names_that_are_its_own(catalogue: Catalogue) -> None:
    taken: dict[str, str] = {}
    for place in catalogue.platforms.values():
        assert all(place.name[language] for language in Language)
        assert place.names
        for name in place.names:
            assert taken.setdefault(name, place.key) == place.key, name
