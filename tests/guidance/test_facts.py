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


def test_there_are_as_many_services_routes_and_places_as_are_known(catalogue: Catalogue) -> None:
    assert len(catalogue.contacts) >= 35
    assert len(catalogue.platforms) >= 35
    assert len(catalogue.links) >= 70


def test_every_place_has_a_way_to_report_for_every_age(catalogue: Catalogue) -> None:
    for place in catalogue.platforms.values():
        assert place.links, place.key
        assert place.minor_links, place.key


def test_under_18_no_place_leads_to_what_is_for_adults_or_for_another_country(catalogue: Catalogue) -> None:
    for place in catalogue.platforms.values():
        assert not {*place.minor_links} & {"stopncii", "stopncii_services", "x_us_form", "discord_us_form"}, place.key


def test_every_way_to_report_names_who_decides(catalogue: Catalogue) -> None:
    routes = {key for place in catalogue.platforms.values() for key in (*place.links, *place.minor_links)}
    for key in routes - {"law_platform", "report_in_service"}:
        japanese, english = (catalogue.links[key].note[language] for language in Language)
        assert re.search(r"決め|消すか消さないか|断る|断られ|頼み|頼む|会社とサイトに|命令|見てもらって", japanese), key
        assert re.search(r"decide|reviews|yes or no|asks the site|are told|order of|look for", english), key


def test_a_card_shows_how_old_the_source_is_and_not_when_the_facts_were_written_down(catalogue: Catalogue) -> None:
    assert catalogue.contacts["dv_plus"].dated == "2024-03-19"
    assert catalogue.contacts["houterasu"].dated == ""
    assert catalogue.links["law_child"].dated == "2026-08-03"
    assert not any(fact.is_checked for fact in facts(catalogue))


def test_every_source_is_written_down_and_used(catalogue: Catalogue) -> None:
    named = {name for fact in facts(catalogue) for name in fact.source.split(", ")}
    assert named <= set(catalogue.sources)
    for source in catalogue.sources.values():
        assert source.where
        assert re.fullmatch(r"(?:20[0-9]{2}(?:-[0-9]{2}){0,2})?", source.dated), source.id


def test_a_fact_has_one_page_and_sometimes_one_of_its_own_in_english(catalogue: Catalogue) -> None:
    tool = catalogue.links["take_it_down"]
    assert tool.address(Language.JA).endswith("/ja/")
    assert not tool.address(Language.EN).endswith("/ja/")
    assert catalogue.links["stopncii"].address(Language.EN) == catalogue.links["stopncii"].url


def test_the_three_things_called_take_it_down_are_kept_apart(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        if {"us_act", "us_request", "us_complaint", "x_us_form", "discord_us_form"} & {*entry.links}:
            assert "take_it_down" not in entry.links or "take_it_down_which" in entry.key, entry.key


def test_what_is_american_law_never_promises_anything_in_japan(catalogue: Catalogue) -> None:
    for key in ("us_act", "us_complaint", "x_us_form", "discord_us_form"):
        assert "確かめられていません" in catalogue.links[key].note[Language.JA], key
        assert "not confirmed" in catalogue.links[key].note[Language.EN], key
