"""Where the guidance is thin is counted, by intent and language; what was written is not."""

import pytest

from bot.language import Language
from tests.fakes.archive import MemoryArchive
from tests.fakes.assistant import reply
from tests.fakes.house import Services


def counted(home: Services) -> dict[tuple[str, str, str], int]:
    assert isinstance(home.archive, MemoryArchive)
    return {(gap.value, intent, language): n for (gap, intent, language), n in home.archive.shelves.gaps.items()}


@pytest.mark.parametrize("language", Language)
async def test_what_was_not_understood_or_has_no_answer_is_counted(home: Services, language: Language) -> None:
    conversation = await home.begin(language=language)
    home.assistant.otherwise = reply("unclear", intent="takedown_how")
    await home.write(conversation, "canary 123")
    home.assistant.otherwise = reply("out_of_scope", intent="out_of_scope")
    await home.write(conversation, "canary 456")
    home.assistant.otherwise = reply("menu", intent="help_menu")
    await home.write(conversation, "canary 789")
    assert counted(home) == {
        ("not_understood", "takedown_how", language.value): 1,
        ("unanswered", "out_of_scope", language.value): 1,
    }
    assert "canary" not in repr(counted(home))


async def test_going_on_with_the_second_best_is_counted_and_any_other_button_is_not(home: Services) -> None:
    home.assistant.otherwise = reply("menu", intent="takedown_how", others={"lawyer_compensation": 0.4})
    conversation = await home.begin()
    turn = await home.write(conversation, "消したいし、お金のことも")
    assert turn.messages[-1].say is not None
    assert "topic.lawyer_compensation" in turn.messages[-1].say.buttons
    home.assistant.otherwise = reply("menu")
    await home.press(conversation, "topic:lawyer_compensation")
    await home.press(conversation, "topic:help_menu")
    assert counted(home) == {("second_choice", "lawyer_compensation", "ja"): 1}
