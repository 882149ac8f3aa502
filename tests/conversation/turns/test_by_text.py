"""Somebody who cannot phone sees the chats that are open at this hour first, and a number only for an emergency."""

from datetime import datetime

import pytest

from bot.conversation.model import Say
from bot.conversation.turns.by_text import with_cards_by_text
from bot.guidance.catalogue import Catalogue
from bot.japan import TOKYO
from bot.language import Language

JA, EN = Language.JA, Language.EN


def cards(catalogue: Catalogue, key: str, *, hour: int | None, language: Language) -> tuple[str, ...]:
    at = datetime(2026, 11, 29, hour, tzinfo=TOKYO) if hour is not None else None
    return with_cards_by_text([Say(key=key)], catalogue=catalogue, language=language, at=at)[0].contacts


@pytest.mark.parametrize(
    ("hour", "language", "first"),
    [
        (3, JA, "anata_no_ibasho"), (3, EN, "anata_no_ibasho"), (18, JA, "cure_time"), (18, EN, "cure_time"), (22, EN, "anata_no_ibasho"),
        (None, JA, "anata_no_ibasho"),
    ],
)  # fmt: skip
def test_what_is_open_now_comes_first(catalogue: Catalogue, hour: int | None, language: Language, first: str) -> None:
    found = cards(catalogue, "crisis.text.evening", hour=hour, language=language)
    assert found[0] == first
    assert found[-1] == "ambulance"


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("hour", [3, 12, 18])
def test_lines_to_phone_give_way_to_chats(catalogue: Catalogue, language: Language, hour: int) -> None:
    found = cards(catalogue, "crisis.suicide.ask", hour=hour, language=language)
    assert {*found} == {"anata_no_ibasho", "cure_time", "ambulance"}
    assert found[-1] == "ambulance"


@pytest.mark.parametrize("language", Language)
def test_in_violence_the_service_about_violence_comes_first(catalogue: Catalogue, language: Language) -> None:
    assert cards(catalogue, "crisis.partner", hour=13, language=language) == ("dv_plus", "police_emergency")


@pytest.mark.parametrize("language", Language)
def test_other_bubbles_keep_their_cards(catalogue: Catalogue, language: Language) -> None:
    assert cards(catalogue, "paps", hour=3, language=language) == ()


def test_hours_of_chats_are_those_on_their_cards(catalogue: Catalogue) -> None:
    for contact in catalogue.contacts.values():
        if contact.chat and contact.chat[0] != contact.chat[1]:
            opens, closes = contact.chat
            assert f"{opens:%H:%M}-{closes:%H:%M}" in contact.hours[EN], contact.key
