"""Where the guidance is thin is counted, by intent and language; what was written is not."""

from dataclasses import replace

import pytest

from bot.conversation.model import Say
from bot.language import Language
from tests.fakes.archive import MemoryArchive
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices


def counted(services: FakeServices) -> dict[tuple[str, str, str], int]:
    assert isinstance(services.archive, MemoryArchive)
    return {(gap.value, intent, language): n for (gap, intent, language), n in services.archive.shelves.gaps.items()}


@pytest.mark.parametrize("language", Language)
async def test_what_was_not_understood_or_has_no_answer_is_counted(services: FakeServices, language: Language) -> None:
    conversation = await services.begin(language=language)
    services.assistant.otherwise = reply("unclear", intent="takedown_how")
    await services.write(conversation, "canary 123")
    services.assistant.otherwise = reply("out_of_scope", intent="out_of_scope")
    await services.write(conversation, "canary 456")
    services.assistant.otherwise = reply("menu", intent="help_menu")
    await services.write(conversation, "canary 789")
    assert counted(services) == {
        ("not_understood", "takedown_how", language.value): 1,
        ("unanswered", "out_of_scope", language.value): 1,
    }
    assert "canary" not in repr(counted(services))


async def test_going_on_with_the_second_best_is_counted_and_any_other_button_is_not(services: FakeServices) -> None:
    served = Say(key="menu", buttons=("topic.lawyer_compensation",))
    services.assistant.otherwise = replace(reply(intent="takedown_how"), say=(served,))
    conversation = await services.begin()
    turn = await services.write(conversation, "消したいし、お金のことも")
    assert turn.messages[-1].say is not None
    assert "topic.lawyer_compensation" in turn.messages[-1].say.buttons
    services.assistant.table |= {"topic:lawyer_compensation": reply("lawyer"), "topic:cost_question": reply("cost")}
    await services.press(conversation, "topic:lawyer_compensation")
    await services.press(conversation, "topic:cost_question")
    assert counted(services) == {("second_choice", "lawyer_compensation", "ja"): 1}
