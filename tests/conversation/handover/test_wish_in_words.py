"""Who wants a human and writes on is called for, however they say it: told over time, in both languages, without a button."""

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Share
from bot.conversation.ports import Staffing
from bot.language import Language
from tests.conversation.handover.in_words import DANGER, EARLIER, EN, JA, call_of, person, sees
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys, offered
from understanding.reading import CLEAR, Danger

SHARES = ["call:share_everything", "call:share_summary", "call:share_nothing"]
WRITES_ON = [
    (JA, "おねがい、早くだれか来てほしい"),
    (JA, "中二です。クラスのLINEに変な画像が流れてて、頭がまっしろ"),
    (JA, "どのボタン押せばいいか分からん、とにかく話聞いてや"),
    (JA, "娘のことで至急相談したいのですが、よろしいでしょうか"),
    (JA, "はい"),
    (EN, "please i just need someone right now"),
    (EN, "its my ex, he put my face on something and my boss got it"),
    (EN, "which button?? idk just talk to me"),
    (EN, "My daughter is thirteen and not eating. I do not know what to do."),
    (EN, "yes please"),
]


@pytest.mark.parametrize(("language", "text"), WRITES_ON)
async def test_who_writes_on_is_called_for_and_asked_afterwards_what_may_be_seen(
    services: FakeServices, language: Language, text: str
) -> None:
    await services.press(await services.begin(), "call:nothing")
    conversation = await person(services, language)
    turn = await services.write(conversation, text)
    assert keys(turn) == ["waiting.begun", "human.share"]
    assert turn.messages[0].say is not None
    assert turn.messages[0].say.place == 2
    assert offered(turn, services.ports.catalogue) == SHARES
    state = await services.state(conversation.id)
    assert (state.stage, state.asked) == (Stage.WAITING, "human.share")
    assert (await call_of(services, conversation)).share is Share.NOTHING
    assert await sees(services, conversation) == [text]


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize(
    ("share", "sees_earlier"), [(Share.EVERYTHING, True), (Share.SUMMARY, False), (Share.NOTHING, False)]
)
async def test_the_answer_changes_what_is_seen_and_keeps_the_place(
    services: FakeServices, language: Language, share: Share, *, sees_earlier: bool
) -> None:
    conversation = await person(services, language)
    wish = WRITES_ON[0 if language is JA else 5][1]
    await services.write(conversation, wish)
    before = await call_of(services, conversation)
    turn = await services.press(conversation, f"call:share_{share.value}")
    assert keys(turn) == [f"human.shared.{share.value}"]
    after = await call_of(services, conversation)
    assert (after.share, after.called_at) == (share, before.called_at)
    seen = await sees(services, conversation)
    assert (EARLIER[language] in seen) is sees_earlier
    assert wish in seen


async def test_who_thinks_again_shows_again_only_what_came_from_the_wish_on(services: FakeServices) -> None:
    conversation = await person(services, JA)
    await services.write(conversation, "来てください")
    for share in ("everything", "nothing"):
        await services.press(conversation, f"call:share_{share}")
    seen = await sees(services, conversation)
    assert seen[0] == "来てください"
    assert EARLIER[JA] not in seen


@pytest.mark.parametrize("language", Language)
async def test_danger_in_the_wish_is_answered_first_and_comes_to_the_front(
    services: FakeServices, language: Language
) -> None:
    first = await services.begin()
    await services.press(first, "call:nothing")
    conversation = await person(services, language)
    turn = await services.write(conversation, DANGER[language])
    assert keys(turn) == ["crisis.suicide", "waiting.begun", "human.share"]
    assert turn.danger
    assert [call.conversation for call in await services.conversations.person.queue()] == [conversation.id, first.id]
    assert await sees(services, conversation) == [DANGER[language]]


async def test_danger_that_only_the_assistant_hears_is_answered_first_too(services: FakeServices) -> None:
    conversation = await person(services, EN)
    services.assistant.otherwise = reply(danger=Danger(level=CLEAR, kind="crisis_suicide"))
    turn = await services.write(conversation, "the bridge is quiet at this hour")
    assert keys(turn) == ["crisis.suicide", "waiting.begun", "human.share"]
    assert (await call_of(services, conversation)).danger


@pytest.mark.parametrize("fault", ["late", "not reachable"])
async def test_it_needs_no_assistant(services: FakeServices, fault: str) -> None:
    conversation = await person(services, JA)
    services.assistant.otherwise = fault
    assert keys(await services.write(conversation, "だれか来て")) == ["waiting.begun", "human.share"]


async def test_facts_in_the_wish_are_kept(services: FakeServices) -> None:
    conversation = await person(services, JA)
    services.assistant.otherwise = reply("ask.platform", slots={"age_in_image": "under_18"})
    await services.write(conversation, "15歳です、はやく来て")
    assert (await services.state(conversation.id)).answers.age_in_image == "under_18"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (JA, "いや、今はいいです"),
        (JA, "やっぱりやめときます"),
        (JA, "また今度にします。ありがとう"),
        (JA, "ううん、大丈夫"),
        (JA, "いいえ結構です"),
        (JA, "人は怖いからやめとく"),
        (JA, "yappari ii desu"),
        (EN, "no thanks"),
        (EN, "not right now, sorry"),
        (EN, "Nevermind"),
        (EN, "i don't want to talk to anyone"),
        (EN, "maybe later thanks"),
    ],
)
async def test_a_clear_no_calls_nobody_and_the_next_words_neither(
    services: FakeServices, language: Language, text: str
) -> None:
    conversation = await person(services, language)
    assert keys(await services.write(conversation, text)) == ["human.not_now"]
    assert keys(await services.write(conversation, EARLIER[language])) == ["menu"]
    assert await services.conversations.person.queue() == []


@pytest.mark.parametrize("language", Language)
async def test_a_safety_question_after_the_offer_takes_nothing_away(services: FakeServices, language: Language) -> None:
    conversation = await person(services, language)
    await services.conversations.turns.say(conversation.id, reply("crisis.check_later").say[0])
    services.assistant.otherwise = reply("crisis.safe_now")
    assert keys(await services.write(conversation, "はい" if language is JA else "yes")) == ["crisis.safe_now"]
    services.assistant.otherwise = reply("menu")
    text = "だれかにきいてほしい" if language is JA else "i just want someone to listen"
    assert keys(await services.write(conversation, text)) == ["waiting.begun", "human.share"]


async def test_whoever_pressed_something_else_since_is_not_called_for(services: FakeServices) -> None:
    conversation = await person(services, JA)
    services.assistant.otherwise = reply("paps")
    await services.press(conversation, "topic:contact_paps")
    services.assistant.otherwise = reply("menu")
    assert keys(await services.write(conversation, "メールでもいいの")) == ["menu"]


@pytest.mark.parametrize("text", ["この会話を消して", "delete this chat please", "English please", "おやすみ"])
async def test_other_wishes_are_no_wish_for_a_human(services: FakeServices, text: str) -> None:
    conversation = await person(services, JA)
    turn = await services.write(conversation, text)
    assert "waiting.begun" not in keys(turn)


async def test_what_was_written_before_the_offer_was_read_is_no_wish(services: FakeServices) -> None:
    services.availability.now = Staffing.PRESENT
    services.assistant.otherwise = reply("human")
    conversation = await services.begin()
    turns = services.conversations.turns

    async def more_arrives() -> None:
        services.assistant.before_answering = None
        await turns.take(conversation.id, "ばらされた", nonce=services.nonce())

    services.assistant.before_answering = more_arrives
    assert "human.offer" in keys(await services.write(conversation, "人と話したい"))
    services.assistant.otherwise = reply("menu")
    (turn,) = await turns.answer_open(conversation.id)
    assert keys(turn) == ["menu"]
    assert (await services.state(conversation.id)).stage is Stage.ASSISTANT


async def test_two_messages_that_came_together_are_one_wish(services: FakeServices) -> None:
    conversation = await person(services, JA)
    turns = services.conversations.turns
    for text in ("だれか", "ほんとに来てほしい"):
        await turns.take(conversation.id, text, nonce=services.nonce())
    await turns.answer_open(conversation.id)
    assert await sees(services, conversation) == ["だれか", "ほんとに来てほしい"]
