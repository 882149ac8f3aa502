"""A key becomes words, cards and buttons in the reader's language."""

import pytest

from bot.guidance.catalogue import MOST_BUTTONS, Catalogue, Fills
from bot.guidance.errors import UnknownEntry
from bot.language import Language


@pytest.mark.parametrize("language", Language)
def test_every_entry_can_be_said_for_every_place(catalogue: Catalogue, language: Language) -> None:
    for key in catalogue.entries:
        for platform in ("", "unknown", *catalogue.platforms):
            for age in ("minor", "adult", "careful"):
                bubble = catalogue.say(key, language=language, fills=Fills(platform=platform, age=age))
                assert bubble.text
                assert len(bubble.choices) <= MOST_BUTTONS


@pytest.mark.parametrize("key", ["", "no.such.entry", "utter_menu", "button.plan.next"])
def test_an_unknown_key_is_named(catalogue: Catalogue, key: str) -> None:
    with pytest.raises(UnknownEntry, match=rf"^{key}$"):
        catalogue.say(key, language=Language.JA)


def test_an_unknown_button_is_named(catalogue: Catalogue) -> None:
    with pytest.raises(UnknownEntry, match=r"button\.no\.such"):
        catalogue.title("no.such", language=Language.EN)


@pytest.mark.parametrize("language", Language)
def test_places_and_hours_are_filled_in(catalogue: Catalogue, language: Language) -> None:
    named = catalogue.say("step.report.named.adult", language=language, fills=Fills(platform="discord"))
    assert "Discord" in named.text
    kept = catalogue.say("privacy", language=language, fills=Fills(keep_hours=72))
    assert "72" in kept.text


def test_added_buttons_come_first_and_none_comes_twice(catalogue: Catalogue) -> None:
    fills = Fills(buttons=("topic.doxxed", "topic.police_report_how"))
    payloads = [choice.payload for choice in catalogue.say("menu", language=Language.JA, fills=fills).choices]
    assert payloads[:2] == ["topic:doxxed", "topic:police_report_how"]
    assert len(payloads) == len(set(payloads)) == MOST_BUTTONS


def test_who_speaks_the_readers_language_comes_first(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        lacking = [contact.lacks(Language.EN) for contact in catalogue.say(entry.key, language=Language.EN).contacts]
        assert lacking == sorted(lacking)


def test_a_japanese_reader_is_not_sent_to_those_who_speak_none(catalogue: Catalogue) -> None:
    for entry in catalogue.entries.values():
        shown = catalogue.say(entry.key, language=Language.JA).contacts
        assert not any(contact.lacks(Language.JA) for contact in shown) or all(c.lacks(Language.JA) for c in shown)


def test_a_place_brings_its_own_links_by_age(catalogue: Catalogue) -> None:
    def links(age: str) -> list[str]:
        fills = Fills(platform="bakusai", age=age)
        return [link.key for link in catalogue.say("step.report.named.minor", language=Language.JA, fills=fills).links]

    assert links("adult")[: len(catalogue.platforms["bakusai"].links)] == list(catalogue.platforms["bakusai"].links)
    assert set(catalogue.platforms["bakusai"].minor_links) <= set(links("minor"))
    assert "take_it_down" in links("minor")
