"""Who is shown first: somebody who cannot phone sees what takes writing, and a number only for an emergency."""

from datetime import datetime

import pytest

from bot.conversation.danger.rungs import SAFETY_ENTRIES
from bot.conversation.model import Say
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Catalogue
from bot.guidance.contact_order import ANYBODY, EMERGENCY, Reader
from bot.guidance.facts import Contact
from bot.japan import TOKYO
from bot.language import Language

JA, EN = Language.JA, Language.EN
WRITES = Reader(in_writing=True)
HOURS = (1, 12, 18)
both_languages = pytest.mark.parametrize("language", Language)


def contacts(
    catalogue: Catalogue, key: str, *, hour: int | None, language: Language, reader: Reader = WRITES
) -> tuple[Contact, ...]:
    at = datetime(2026, 11, 29, hour, tzinfo=TOKYO) if hour is not None else None
    return catalogue.say(key, language=language, fills=fills_of(Say(key=key), reader=reader, at=at)).contacts


def cards(
    catalogue: Catalogue, key: str, *, hour: int | None, language: Language, reader: Reader = WRITES
) -> tuple[str, ...]:
    return tuple(one.key for one in contacts(catalogue, key, hour=hour, language=language, reader=reader))


# --- in writing -----------------------------------------------------------------------------------------------------------


@both_languages
@pytest.mark.parametrize("hour", HOURS)
def test_what_can_only_be_phoned_comes_after_all_that_takes_writing(
    catalogue: Catalogue, language: Language, hour: int
) -> None:
    for key in catalogue.entries:
        shown = contacts(catalogue, key, hour=hour, language=language)
        by_phone = [not one.written_way and not (key in SAFETY_ENTRIES and one.key in EMERGENCY) for one in shown]
        assert by_phone == sorted(by_phone), key


@both_languages
def test_no_service_is_lost_by_who_cannot_phone_except_beside_words_about_safety(
    catalogue: Catalogue, language: Language
) -> None:
    for key in catalogue.entries.keys() - SAFETY_ENTRIES:
        by_phone = cards(catalogue, key, hour=12, language=language, reader=ANYBODY)
        assert {*by_phone} <= {*cards(catalogue, key, hour=12, language=language)}, key


@pytest.mark.parametrize(
    ("hour", "language", "first"),
    [
        (3, JA, "anata_no_ibasho"), (3, EN, "cure_time"), (18, JA, "cure_time"), (18, EN, "cure_time"), (22, EN, "cure_time"),
        (None, JA, "anata_no_ibasho"),
    ],
)  # fmt: skip
def test_what_is_open_now_comes_first(catalogue: Catalogue, hour: int | None, language: Language, first: str) -> None:
    found = cards(catalogue, "crisis.text.evening", hour=hour, language=language)
    assert found[0] == first
    assert found[-1] == "ambulance"


@pytest.mark.parametrize(
    ("hour", "language", "first"),
    [
        (3, JA, ("paps", "anata_no_ibasho", "cure_time")), (18, JA, ("paps", "cure_time", "anata_no_ibasho")),
        (3, EN, ("paps", "cure_time", "anata_no_ibasho")), (18, EN, ("paps", "cure_time", "anata_no_ibasho")),
    ],
)  # fmt: skip
def test_who_says_that_they_cannot_phone_sees_first_what_can_be_used_now(
    catalogue: Catalogue, hour: int, language: Language, first: tuple[str, ...]
) -> None:
    assert cards(catalogue, "human.cannot_call", hour=hour, language=language) == first


@both_languages
@pytest.mark.parametrize("hour", [3, 12, 18])
def test_lines_to_phone_give_way_to_chats(catalogue: Catalogue, language: Language, hour: int) -> None:
    found = cards(catalogue, "crisis.suicide.ask", hour=hour, language=language)
    assert {*found} == {"anata_no_ibasho", "cure_time", "ambulance"}
    assert found[-1] == "ambulance"


@both_languages
def test_in_violence_the_service_about_violence_comes_first(catalogue: Catalogue, language: Language) -> None:
    assert cards(catalogue, "crisis.partner", hour=13, language=language) == ("dv_plus", "police_emergency")


@both_languages
def test_a_bubble_without_cards_gets_none(catalogue: Catalogue, language: Language) -> None:
    assert cards(catalogue, "noise", hour=3, language=language) == ()


@both_languages
@pytest.mark.parametrize("key", ["question.now_eat.any", "question.maker_future.any", "human.cannot_call.maker"])
def test_a_maker_who_cannot_phone_is_sent_to_no_chat_for_those_harmed(
    catalogue: Catalogue, language: Language, key: str
) -> None:
    maker = Reader(in_writing=True, is_maker=True)
    found = cards(catalogue, key, hour=3, language=language, reader=maker)
    assert "anata_no_ibasho" in found
    assert "cure_time" not in found


def test_hours_of_chats_are_those_on_their_cards(catalogue: Catalogue) -> None:
    for contact in catalogue.contacts.values():
        if contact.chat and contact.chat[0] != contact.chat[1]:
            opens, closes = contact.chat
            assert f"{opens:%H:%M}-{closes:%H:%M}" in contact.hours[EN], contact.key


@both_languages
def test_a_service_is_reached_first_in_the_way_that_the_reader_can_use(
    catalogue: Catalogue, language: Language
) -> None:
    ways = {"paps": "mail", "cure_time": "url", "dv_plus": "url", "tell": "url", "tottori_youth": "mail"}
    for key, way in ways.items():
        assert catalogue.contacts[key].first_way(language, in_writing=True) == way
    assert catalogue.contacts["paps"].first_way(language) == "phone"
    assert catalogue.contacts["police_emergency"].first_way(language, in_writing=True) == "phone"


# --- in the reader's language ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("reader", [ANYBODY, WRITES])
@pytest.mark.parametrize("hour", HOURS)
def test_a_chat_in_japanese_alone_is_never_the_only_text_service_of_a_reader_of_english(
    catalogue: Catalogue, reader: Reader, hour: int
) -> None:
    for key in catalogue.entries:
        shown = contacts(catalogue, key, hour=hour, language=EN, reader=reader)
        chats = [one for one in shown if one.chat]
        assert not chats or not chats[0].lacks(EN), key


@pytest.mark.parametrize("hour", HOURS)
def test_who_speaks_english_comes_before_who_speaks_japanese_alone(catalogue: Catalogue, hour: int) -> None:
    for key in catalogue.entries:
        shown = contacts(catalogue, key, hour=hour, language=EN, reader=ANYBODY)
        kinds = ([one for one in shown if bool(one.phone) is kind] for kind in (True, False))
        for kind in kinds:
            lacks = [one.lacks(EN) for one in kind]
            assert lacks == sorted(lacks), key
