"""The conversation goes on in the language that is written, and stays in the one that was chosen."""

import pytest

from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys


@pytest.mark.parametrize("language", Language)
async def test_a_conversation_begins_in_the_language_of_the_page(services: FakeServices, language: Language) -> None:
    assert (await services.begin(language=language)).language is language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("画像を消したいです", Language.JA),
        ("someone posted a fake picture of me", Language.EN),
        ("tasukete kudasai", Language.JA),
        ("help", Language.EN),
        ("助けてください please help me", Language.JA),
    ],
)
async def test_it_follows_what_is_written(services: FakeServices, text: str, language: Language) -> None:
    conversation = await services.begin(language=language.other)
    turn = await services.write(conversation, text)
    assert turn.conversation.language is language
    assert services.assistant.heard[-1].language is language


@pytest.mark.parametrize("text", ["17", "ok", "X", "😢", "Yuki"])
@pytest.mark.parametrize("language", Language)
async def test_what_tells_no_language_leaves_it_as_it_is(services: FakeServices, text: str, language: Language) -> None:
    turn = await services.write(await services.begin(language=language), text)
    assert turn.conversation.language is language


async def test_a_chosen_language_stays_whatever_is_written(services: FakeServices) -> None:
    conversation = await services.begin(language=Language.JA)
    chosen = await services.conversations.choose_language(conversation.id, Language.EN)
    assert chosen.language is Language.EN
    turn = await services.write(conversation, "画像を消したいです")
    assert turn.conversation.language is Language.EN
    again = await services.conversations.choose_language(conversation.id, Language.JA)
    assert again.language is Language.JA


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        ("English please", Language.JA, Language.EN),
        ("英語でお願いします", Language.JA, Language.EN),
        ("can we speak Japanese", Language.EN, Language.JA),
        ("日本語にしてください", Language.EN, Language.JA),
    ],
)
async def test_a_wish_for_another_language_is_granted_and_kept(
    services: FakeServices, text: str, before: Language, after: Language
) -> None:
    services.assistant.table[text] = reply("language.changed", intent="change_language")
    conversation = await services.begin(language=before)
    turn = await services.write(conversation, text)
    assert keys(turn) == ["language.changed"]
    assert turn.conversation.language is after
    later = await services.write(
        conversation, "画像を消したい" if after is Language.EN else "please remove the picture"
    )
    assert later.conversation.language is after


async def test_danger_in_the_other_language_is_answered_in_it(services: FakeServices) -> None:
    turn = await services.write(await services.begin(language=Language.EN), "もう死にたい")
    assert (turn.conversation.language, keys(turn)) == (Language.JA, ["crisis.suicide"])


async def test_a_lawyer_is_named_with_interpreters_to_those_who_read_english(services: FakeServices) -> None:
    services.assistant.otherwise = reply("plan.lawyer")
    assert keys(await services.write(await services.begin(language=Language.EN), "I need a lawyer")) == ["lawyer.en"]
    assert keys(await services.write(await services.begin(language=Language.JA), "弁護士に相談したい")) == ["lawyer"]
