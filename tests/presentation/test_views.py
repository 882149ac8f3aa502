"""Bubbles as they are drawn: what was shown before folds to one line, and in danger somebody can be written to."""

from datetime import UTC, datetime
from typing import Any

import pytest

from bot.container import load_interface
from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.danger.rungs import SAFETY_ENTRIES
from bot.conversation.model import Author, Message, Say
from bot.guidance.catalogue import Catalogue
from bot.guidance.contact_order import EMERGENCY, Reader
from bot.language import Language
from bot.presentation.views import CARDS_IN_DANGER, Views

AT = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)


@pytest.fixture
def views(catalogue: Catalogue) -> Views:
    """Draw with what ships."""
    return Views(catalogue=catalogue, interface=load_interface(), keep_hours=24)


def said(*keys: str) -> list[Message]:
    return [
        Message(seq=number, author=Author.ASSISTANT, at=AT, text="", say=Say(key=key))
        for number, key in enumerate(keys, start=1)
    ]


def folded(bubble: dict[str, object]) -> dict[str, bool]:
    cards = bubble["cards"]
    assert isinstance(cards, list)
    return {card.key: card.again for card in cards}


@pytest.mark.parametrize("language", Language)
def test_a_card_that_was_shown_before_is_one_line(views: Views, language: Language) -> None:
    first, second = views.messages(said("step.paps", "human"), language=language)
    assert folded(first)["paps"] is False
    assert folded(second)["paps"] is True


def test_what_was_said_before_the_newest_bubbles_counts_too(views: Views) -> None:
    newest = said("human")
    (bubble,) = views.messages(newest, language=Language.EN, said=("step.paps", "human"))
    assert folded(bubble)["paps"] is True
    (alone,) = views.messages(newest, language=Language.EN, said=("human",))
    assert folded(alone)["paps"] is False


@pytest.mark.parametrize("language", Language)
def test_in_danger_every_card_is_whole(views: Views, language: Language) -> None:
    keys = sorted(DANGER_ENTRIES)
    for bubble in views.messages(said(*keys), language=language):
        assert not any(folded(bubble).values())


@pytest.mark.parametrize("language", Language)
def test_in_danger_one_that_can_be_written_to_is_in_view_where_there_is_one(views: Views, language: Language) -> None:
    for bubble in views.messages(said(*sorted(DANGER_ENTRIES)), language=language):
        written = [card for card in bubble["cards"] if not card.phone and card.way and not card.language_note]
        assert bubble["in_view"] == CARDS_IN_DANGER
        assert not written or written[0] in bubble["cards"][:CARDS_IN_DANGER]


@pytest.mark.parametrize("language", Language)
def test_who_cannot_phone_sees_no_service_to_phone_first(views: Views, language: Language) -> None:
    keys = sorted(key for key, entry in views.catalogue.entries.items() if entry.contacts)
    for bubble, key in zip(_in_writing(views, keys, language), keys, strict=True):
        in_view = bubble["cards"][: bubble["in_view"]]
        to_phone = [card.key for card in in_view if card.way == "phone"]
        assert set(to_phone) <= (set(EMERGENCY) if key in SAFETY_ENTRIES else set()), key


@pytest.mark.parametrize("language", Language)
def test_who_cannot_phone_presses_a_mail_address_or_a_page_first(views: Views, language: Language) -> None:
    (bubble,) = _in_writing(views, ["human.cannot_call"], language)
    assert {card.key: card.way for card in bubble["cards"]} == {
        "paps": "mail",
        "cure_time": "url",
        "anata_no_ibasho": "url",
    }


def test_a_japanese_reader_sees_services_for_other_languages_under_more_places(views: Views) -> None:
    for key, entry in views.catalogue.entries.items():
        if {"houterasu", "houterasu_multilingual"} <= set(entry.contacts):
            (bubble,) = views.messages(said(key), language=Language.JA)
            assert "houterasu_multilingual" not in {card.key for card in bubble["cards"][: bubble["in_view"]]}, key


def _in_writing(views: Views, keys: list[str], language: Language) -> list[dict[str, Any]]:
    return views.messages(said(*keys), language=language, reader=Reader(in_writing=True))
