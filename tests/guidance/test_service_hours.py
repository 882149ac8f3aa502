"""What is open now is computed in Japan's time, with its public holidays, and decides who is shown first."""

import re
from datetime import datetime, timedelta

import pytest

from bot.guidance.catalogue import Catalogue, Fills
from bot.guidance.facts import Contact
from bot.japan import TOKYO
from bot.language import Language

NIGHT, NOON, HOLIDAY = (
    datetime(2026, 11, 26, 2, tzinfo=TOKYO),  # a Thursday
    datetime(2026, 11, 26, 12, tzinfo=TOKYO),
    datetime(2026, 11, 23, 12, tzinfo=TOKYO),  # a Monday, 勤労感謝の日
)


@pytest.mark.parametrize(
    ("key", "at", "is_closed"),
    [
        ("child_rights", NOON, False),
        ("child_rights", NIGHT, True),
        ("child_rights", HOLIDAY, True),
        ("child_rights", datetime(2026, 12, 30, 12, tzinfo=TOKYO), True),
        ("child_rights", datetime(2026, 11, 26, 17, 15, tzinfo=TOKYO), True),
        ("houterasu", datetime(2026, 11, 28, 10, tzinfo=TOKYO), False),  # a Saturday
        ("houterasu", datetime(2026, 11, 28, 18, tzinfo=TOKYO), True),
        ("childline", datetime(2026, 11, 23, 17, tzinfo=TOKYO), False),
        ("childline", datetime(2027, 1, 2, 17, tzinfo=TOKYO), True),
        ("childline", datetime(2027, 1, 4, 17, tzinfo=TOKYO), False),
        ("paps", NIGHT, False),
        ("dv_plus", NIGHT, False),
        ("tell", NIGHT, False),  # its hours are not known
        ("police_consultation", NIGHT, False),  # they differ by prefecture
    ],
)
def test_a_service_is_closed_at_night_on_holidays_and_at_the_end_of_the_year(
    catalogue: Catalogue, key: str, at: datetime, *, is_closed: bool
) -> None:
    assert catalogue.contacts[key].is_closed(at) is is_closed


def test_the_hours_count_in_japan_wherever_the_clock_stands(catalogue: Catalogue) -> None:
    for contact in catalogue.contacts.values():
        for hours in range(0, 24 * 7, 5):
            at = NIGHT + timedelta(hours=hours)
            assert contact.is_closed(at) is contact.is_closed(at.astimezone())


def times_in(contact: Contact) -> set[str]:
    """Return the times of the day that are read on a card, as 09:05."""
    found = re.findall(r"\b(\d{1,2}):(\d{2})\b", contact.hours[Language.EN])
    return {f"{int(hour):02}:{minute}" for hour, minute in found}


def test_what_is_computed_is_what_people_read(catalogue: Catalogue) -> None:
    for contact in catalogue.contacts.values():
        if contact.times is None:
            continue
        for slot in contact.times.slots:
            if slot.opens != slot.closes:
                assert {f"{slot.opens:%H:%M}", f"{slot.closes:%H:%M}"} <= times_in(contact), contact.key


def shown(catalogue: Catalogue, key: str, language: Language, at: datetime | None) -> list[str]:
    return [contact.key for contact in catalogue.say(key, language=language, fills=Fills(at=at)).contacts]


def test_at_night_those_that_are_open_come_first(catalogue: Catalogue) -> None:
    assert shown(catalogue, "step.refused", Language.JA, NOON)[:2] == ["paps", "human_rights"]
    by_night = [
        [catalogue.contacts[key].is_closed(NIGHT) for key in shown(catalogue, entry, Language.JA, NIGHT)]
        for entry in catalogue.entries
    ]
    assert all(closed == sorted(closed) for closed in by_night)
    assert any(True in closed and False in closed for closed in by_night)


@pytest.mark.parametrize("language", Language)
def test_without_a_time_the_order_is_the_editors(catalogue: Catalogue, language: Language) -> None:
    order = catalogue.contact_order(language)
    for key, entry in catalogue.entries.items():
        there = [name for name in shown(catalogue, key, language, None) if name in entry.contacts]
        kept = [name for name in entry.contacts if name in there]
        kept.sort(
            key=lambda name: (order.stands_back(catalogue.contacts[name]), catalogue.contacts[name].lacks(language))
        )
        assert there == kept


def test_an_english_reader_is_never_left_with_services_in_japanese_alone(catalogue: Catalogue) -> None:
    for key, entry in catalogue.entries.items():
        contacts = catalogue.say(key, language=Language.EN, fills=Fills(at=NIGHT)).contacts
        assert not entry.contacts or not all(contact.lacks(Language.EN) for contact in contacts), key


def test_a_japanese_reader_sees_no_more_than_the_editor_chose(catalogue: Catalogue) -> None:
    for key, entry in catalogue.entries.items():
        assert set(shown(catalogue, key, Language.JA, NIGHT)) <= set(entry.contacts)


def test_where_languages_are_not_known_the_english_note_says_so(catalogue: Catalogue) -> None:
    unknown = [contact for contact in catalogue.contacts.values() if not contact.speaks and contact.note[Language.EN]]
    assert len(unknown) >= 6
    assert all("anguages" in contact.note[Language.EN] for contact in unknown)
