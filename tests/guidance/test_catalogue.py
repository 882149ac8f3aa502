"""A key becomes words, cards and buttons in the reader's language."""

import pytest

from bot.guidance.catalogue import MOST_BUTTONS, Catalogue, Fills
from bot.guidance.errors import UnknownEntry
from bot.guidance.plan import Answers
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


@pytest.mark.parametrize("age", ["under_18", "adult", "unsure"])
def test_a_plan_shows_every_link_of_the_place_it_is_for(catalogue: Catalogue, age: str) -> None:
    for place, fact in catalogue.platforms.items():
        answers = Answers(role="self", age_in_image=age, topic="report_deepfake", platforms=(place,))
        shown = {
            link.key
            for step in catalogue.plans.whole(answers)
            for fills in [Fills(platform=step.platform, age=answers.age)]
            for link in catalogue.say(step.key, language=Language.JA, fills=fills).links
        }
        assert set(fact.minor_links if answers.age == "minor" else fact.links) <= shown, place


def test_a_place_without_a_name_of_its_own_brings_its_links_and_an_unknown_one_none(catalogue: Catalogue) -> None:
    def links(place: str, age: str) -> list[str]:
        fills = Fills(platform=place, age=age)
        return [
            link.key for link in catalogue.say(f"step.report.unknown.{age}", language=Language.EN, fills=fills).links
        ]

    assert links("adult_site", "adult") == ["cloudflare_abuse", "aylo_removal", "adult_site_pages"]
    assert links("adult_site", "minor") == ["ihc", "aylo_removal", "take_it_down"]
    assert links("bulletin_board", "careful") == ["sia_bullying", "cloudflare_abuse"]
    assert links("unknown", "adult") == ["cloudflare_abuse"]
    assert links("unknown", "minor") == ["ihc", "take_it_down"]
