"""What every assistant does when it is asked: it decides on keys, or says that it cannot."""

from collections.abc import Iterator

import pytest

from bot.assistant.scripted import ScriptedAssistant
from bot.conversation.errors import AssistantUnavailable
from bot.conversation.model import AssistantId
from bot.conversation.ports import Assistant, TurnInput
from bot.conversation.turns.wording import is_known
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.fakes.assistant import FakeAssistant, reply
from tests.fakes.rasa import FakeRasa, part

SOMEONE = AssistantId("a" * 32)


@pytest.fixture(params=["scripted", "fake", "rasa"])
def assistant(request: pytest.FixtureRequest, catalogue: Catalogue) -> Iterator[Assistant]:
    doxxed = {"topic": "doxxed"}
    if request.param == "scripted":
        yield ScriptedAssistant(catalogue.plans)
    elif request.param == "fake":
        yield FakeAssistant({"topic:doxxed": reply("plan.heard_doxxed", "plan.next", intent="doxxed", slots=doxxed)})
    else:
        parts = [part(key, intent="doxxed", said_with={"slots": doxxed}) for key in ("plan.heard_doxxed", "plan.next")]
        yield FakeRasa({"/doxxed": parts}).assistant()


@pytest.fixture(params=["fake", "rasa"])
def silent(request: pytest.FixtureRequest) -> Assistant:
    """An assistant that never answers."""
    return FakeAssistant(otherwise="late") if request.param == "fake" else FakeRasa(otherwise="late").assistant()


def heard(*, text: str = "", payload: str = "") -> TurnInput:
    return TurnInput(assistant_id=SOMEONE, language=Language.JA, asked="welcome", text=text, payload=payload)


async def test_a_button_leads_to_its_topic(assistant: Assistant) -> None:
    decided = await assistant.ask(heard(payload="topic:doxxed"), within=30.0)
    assert [say.key for say in decided.say] == ["plan.heard_doxxed", "plan.next"]
    assert decided.understood.intent == "doxxed"
    assert decided.understood.slots["topic"] == "doxxed"


async def test_whatever_is_written_leads_to_keys_that_there_are(assistant: Assistant, catalogue: Catalogue) -> None:
    decided = await assistant.ask(heard(text="画像を消したい"), within=30.0)
    assert decided.say
    assert all(is_known(say.key, catalogue) for say in decided.say)


async def test_a_conversation_can_be_forgotten_more_than_once(assistant: Assistant) -> None:
    await assistant.ask(heard(text="こんにちは"), within=30.0)
    await assistant.forget(SOMEONE)
    await assistant.forget(SOMEONE)


async def test_an_assistant_that_is_late_is_unavailable(silent: Assistant) -> None:
    with pytest.raises(AssistantUnavailable, match="late"):
        await silent.ask(heard(text="canary words"), within=0.01)


async def test_a_fault_never_carries_what_the_person_wrote(silent: Assistant) -> None:
    with pytest.raises(AssistantUnavailable) as fault:
        await silent.ask(heard(text="canary words"), within=0.01)
    assert "canary" not in repr(fault.value)
    assert fault.value.__cause__ is None
