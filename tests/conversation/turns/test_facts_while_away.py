"""What is told while the assistant is away is known afterwards: nothing is asked again when it is back."""

from collections.abc import Mapping

import pytest

from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys

JA, EN = Language.JA, Language.EN
TALKS: list[tuple[Language, list[str], Mapping[str, object]]] = [
    (JA, ["１６です、よろしく", "インスタとLINEに出回ってます"], {"age_in_image": "under_18", "platform": ("instagram", "line")}),
    (JA, ["うちら全員20歳超えてます", "場所はディスコード", "いや、テレグラムでした"], {"age_in_image": "adult", "platform": ("telegram",)}),
    (JA, ["高1の娘のことです", "ツイッターで見つけました"], {"role": "parent", "age_in_image": "under_18", "platform": ("x",)}),
    (EN, ["im 15", "it's on tiktok and snap"], {"age_in_image": "under_18", "platform": ("tiktok", "snapchat")}),
    (EN, ["I am 34 years old", "They put it on Facebook", "and now Reddit too"], {"age_in_image": "adult", "platform": ("facebook", "reddit")}),
    (EN, ["its about my daughter, she is 12", "some telegram group"], {"role": "parent", "age_in_image": "under_18", "platform": ("telegram",)}),
]  # fmt: skip


@pytest.mark.parametrize(("language", "texts", "facts"), TALKS)
async def test_what_was_typed_while_the_assistant_was_away_is_known_when_it_is_back(
    services: FakeServices, language: Language, texts: list[str], facts: Mapping[str, object]
) -> None:
    conversation = await services.begin(language=language)
    for text in texts:
        services.assistant.otherwise = "not reachable"
        assert keys(await services.write(conversation, text))
    known = (await services.state(conversation.id)).answers.known
    assert {name: known.get(name) for name in facts} == facts
    services.assistant.otherwise = reply("plan.next", slots={"topic": "report_deepfake"})
    await services.write(conversation, "戻った?" if language is JA else "are you back")
    heard = services.assistant.heard[-1].context.known
    assert {name: heard.get(name) for name in facts} == facts


@pytest.mark.parametrize(
    ("asks", "text", "language", "fact"),
    [
        ("ask.age", "17だった", JA, ("age_in_image", "under_18")),
        ("ask.age", "over 18", EN, ("age_in_image", "adult")),
        ("ask.platform", "インスタ", JA, ("platform", ("instagram",))),
        ("ask.platform", "discord i think", EN, ("platform", ("discord",))),
        ("ask.role", "娘のことです", JA, ("role", "parent")),
        ("ask.role", "it's my friend", EN, ("role", "friend")),
    ],
)
async def test_an_answer_typed_while_the_assistant_is_away_moves_on(
    services: FakeServices, asks: str, text: str, language: Language, fact: tuple[str, object]
) -> None:
    services.assistant.otherwise = reply(asks, slots={"topic": "report_deepfake"})
    conversation = await services.begin(language=language)
    await services.write(conversation, "偽の画像のことで" if language is JA else "about a fake picture")
    services.assistant.otherwise = "not reachable"
    turn = await services.write(conversation, text)
    assert turn.conversation.answers.known.get(fact[0]) == fact[1]
    assert not [key for key in keys(turn) if key.startswith(("scripted", "ask.age", "ask.platform", "ask.role"))]


@pytest.mark.parametrize(("text", "language"), [("何だっけ", JA), ("what do you mean", EN)])
async def test_what_is_no_answer_is_not_taken_for_skipping(
    services: FakeServices, text: str, language: Language
) -> None:
    services.assistant.otherwise = reply("ask.age", slots={"topic": "report_deepfake"})
    conversation = await services.begin(language=language)
    await services.write(conversation, "偽の画像のことで" if language is JA else "about a fake picture")
    services.assistant.otherwise = "not reachable"
    turn = await services.write(conversation, text)
    assert turn.conversation.answers.age_in_image == ""
    assert keys(turn) == ["scripted"]


@pytest.mark.parametrize("language", Language)
async def test_ages_told_in_danger_are_known_afterwards(services: FakeServices, language: Language) -> None:
    services.assistant.otherwise = "not reachable"
    conversation = await services.begin(language=language)
    text = (
        "中2です、インスタにさらされて死にたい" if language is JA else "i'm 14 and it's on instagram and i want to die"
    )
    turn = await services.write(conversation, text)
    assert turn.danger
    assert turn.conversation.answers.known["age_in_image"] == "under_18"
    assert turn.conversation.answers.known["platform"] == ("instagram",)
