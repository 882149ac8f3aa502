"""Whatever the assistant does, the person gets words that help."""

import pytest

from bot.conversation.model import Turn
from bot.guidance.catalogue import Catalogue, Fills
from bot.language import Language
from tests.fakes.assistant import FakeAssistant, reply
from tests.fakes.services import FakeServices, fake_services, keys

FAULTS = ["silent", "late", "strange", "refused", "not reachable"]
TEXTS = {Language.JA: "画像のことで相談したいです", Language.EN: "I need help with a picture of me"}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("fault", FAULTS)
async def test_a_silent_late_or_strange_assistant_leaves_the_scripted_one(
    services: FakeServices, fault: str, language: Language
) -> None:
    services.assistant.otherwise = fault
    conversation = await services.begin(language=language)
    first = await services.write(conversation, TEXTS[language])
    second = await services.write(conversation, TEXTS[language])
    assert keys(first) == ["scripted"]
    assert keys(second) == ["scripted.again"]
    assert services.faults == [fault, fault]


@pytest.mark.parametrize("language", Language)
def test_the_scripted_assistant_gives_paps_and_emergency_numbers(catalogue: Catalogue, language: Language) -> None:
    shown = [contact.key for contact in catalogue.say("scripted", language=language).contacts]
    assert shown == ["paps", "police_emergency", "ambulance"]


async def test_every_button_works_without_the_assistant(services: FakeServices, catalogue: Catalogue) -> None:
    services.assistant.otherwise = "not reachable"
    for button in catalogue.buttons.values():
        if not button.payload.startswith("do:"):
            turn = await services.press(await services.begin(), button.payload)
            assert keys(turn)
            assert not any(key.startswith("scripted") for key in keys(turn))


async def test_a_key_that_nobody_knows_is_strange(services: FakeServices) -> None:
    for key in ("no.such.entry", "plan.no_such_choice", "", "utter_menu"):
        services.assistant.otherwise = reply("menu", key)
        turn = await services.write(await services.begin(), "こんにちは")
        assert keys(turn) == ["scripted"]
    assert services.faults == ["strange"] * 4


async def test_the_same_entry_is_said_once_in_a_turn_and_three_at_most(services: FakeServices) -> None:
    services.assistant.otherwise = reply("menu", "menu", "cost", "privacy", "human", "paps")
    turn = await services.write(await services.begin(), "こんにちは")
    assert keys(turn) == ["menu", "cost", "privacy"]


async def test_a_turn_rings_the_bell_when_it_is_kept_and_when_it_is_answered(services: FakeServices) -> None:
    await services.write(await services.begin(), "こんにちは")
    assert services.bell.rings == 2


@pytest.mark.parametrize("language", Language)
async def test_whatever_was_said_has_words_in_the_persons_language(
    services: FakeServices, catalogue: Catalogue, language: Language
) -> None:
    conversation = await services.begin(language=language)
    for text in (TEXTS[language], "?", "17", "😢"):
        turn = await services.write(conversation, text)
        for message in turn.messages:
            assert message.say is not None
            fills = Fills(platform=message.say.platform, buttons=message.say.buttons)
            assert catalogue.say(message.say.key, language=language, fills=fills).text


async def test_nothing_a_person_wrote_is_in_any_repr(services: FakeServices) -> None:
    conversation = await services.begin()
    turn = await services.write(conversation, "canary words")
    kept = await services.conversations.messages(conversation.id)
    assert any(message.text == "canary words" for message in kept)
    assert "canary" not in repr((turn, kept, services.assistant.heard))


async def test_the_assistant_is_asked_again_after_a_fault(catalogue: Catalogue) -> None:
    services = fake_services(catalogue, assistant=FakeAssistant({"first": "late"}, otherwise=reply("menu")))
    conversation = await services.begin()
    turns: list[Turn] = [await services.write(conversation, text) for text in ("first", "second")]
    assert [keys(turn) for turn in turns] == [["scripted"], ["menu"]]
