"""What may be seen can be said in words: with the wish, while waiting, and when the counsellor has come already."""

import pytest

from bot.conversation.model import Share
from bot.language import Language
from tests.conversation.handover.in_words import EARLIER, EN, JA, SATO, WANTS, call_of, person, sees
from tests.fakes.services import FakeServices, keys


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        (JA, "全部見ていいです", Share.EVERYTHING),
        (JA, "ぜんぶ見せて大丈夫", Share.EVERYTHING),
        (JA, "まとめだけで", Share.SUMMARY),
        (JA, "見せないで", Share.NOTHING),
        (JA, "前の会話は見られたくないです", Share.NOTHING),
        (EN, "they can read all of it", Share.EVERYTHING),
        (EN, "everything", Share.EVERYTHING),
        (EN, "just my answers pls", Share.SUMMARY),
        (EN, "don't show them anything", Share.NOTHING),
        (EN, "nothing please", Share.NOTHING),
    ],
)
async def test_a_typed_consent_is_the_button(
    services: FakeServices, language: Language, text: str, share: Share
) -> None:
    conversation = await person(services, language)
    assert keys(await services.write(conversation, text)) == ["waiting.begun"]
    call = await call_of(services, conversation)
    assert call.share is share
    seen = await sees(services, conversation)
    assert (EARLIER[language] in seen) is (share is Share.EVERYTHING)


async def test_typed_consent_after_the_call_counts_as_long_as_they_wait(services: FakeServices) -> None:
    conversation = await person(services, EN)
    await services.write(conversation, "someone please")
    assert keys(await services.write(conversation, "he keeps calling my phone")) == ["menu"]
    turn = await services.write(conversation, "ok you can show them everything")
    assert keys(turn) == ["human.shared.everything"]
    assert EARLIER[EN] in await sees(services, conversation)


@pytest.mark.parametrize(
    ("language", "text", "share"),
    [
        (JA, "はい、全部見せていいです", Share.EVERYTHING),
        (JA, "うん", Share.EVERYTHING),
        (JA, "答えだけで", Share.SUMMARY),
        (JA, "やだ", Share.NOTHING),
        (JA, "どっちでもいい", Share.NOTHING),
        (EN, "yeah they can see it", Share.EVERYTHING),
        (EN, "yes", Share.EVERYTHING),
        (EN, "only the summary", Share.SUMMARY),
        (EN, "no not yet", Share.NOTHING),
        (EN, "idk", Share.NOTHING),
    ],
)
async def test_a_typed_answer_to_the_question_about_sharing_is_the_button(
    services: FakeServices, language: Language, text: str, share: Share
) -> None:
    conversation = await person(services, language)
    await services.write(conversation, WANTS[language])
    assert keys(await services.write(conversation, text)) == [f"human.shared.{share.value}"]
    assert (await call_of(services, conversation)).share is share


@pytest.mark.parametrize("typed", [False, True])
async def test_an_answer_after_the_counsellor_came_still_counts(services: FakeServices, *, typed: bool) -> None:
    conversation = await person(services, JA)
    await services.write(conversation, "来てほしい")
    assert await sees(services, conversation) == ["来てほしい"]
    joined = (await services.conversations.messages(conversation.id))[-1]
    assert joined.say is not None
    assert joined.say.buttons == ("share.everything", "share.summary", "share.nothing")
    if typed:
        turn = await services.write(conversation, "前の会話も全部見ていいです")
    else:
        turn = await services.press(conversation, "call:share_everything")
    assert keys(turn) == ["counsellor.shared"]
    chat = await services.conversations.counsellor.read(conversation.id, SATO.id)
    assert EARLIER[JA] in [message.text for message in chat.messages]
    assert chat.call.counsellor == SATO


async def test_once_the_counsellor_has_written_words_are_theirs_and_the_button_still_counts(
    services: FakeServices,
) -> None:
    conversation = await person(services, EN)
    await services.write(conversation, "someone please")
    await services.conversations.counsellor.take(conversation.id, SATO, most=9)
    await services.conversations.counsellor.reply(conversation.id, SATO, nonce=services.nonce(), text="Hi, I'm here")
    assert keys(await services.write(conversation, "you can read everything")) == []
    assert (await call_of(services, conversation)).share is Share.NOTHING
    await services.press(conversation, "call:share_summary")
    assert (await call_of(services, conversation)).share is Share.SUMMARY


async def test_nothing_is_offered_again_where_it_was_answered(services: FakeServices) -> None:
    conversation = await person(services, JA)
    await services.write(conversation, "来てほしい")
    await services.press(conversation, "call:share_nothing")
    await sees(services, conversation)
    joined = (await services.conversations.messages(conversation.id))[-1]
    assert joined.say is not None
    assert joined.say.buttons == ()


async def test_an_answer_after_the_call_is_over_changes_nothing(services: FakeServices) -> None:
    conversation = await person(services, JA)
    await services.write(conversation, "来てほしい")
    await services.press(conversation, "call:give_up")
    assert keys(await services.press(conversation, "call:share_everything")) == ["human.offer.again"]
    assert await services.conversations.person.call_of(conversation.id) is None


@pytest.mark.parametrize("share", [Share.SUMMARY, Share.NOTHING])
async def test_a_button_of_the_old_offer_never_hides_the_wish(services: FakeServices, share: Share) -> None:
    conversation = await person(services, JA)
    await services.write(conversation, "来てほしい")
    await services.press(conversation, f"call:{share.value}")
    seen = await sees(services, conversation)
    assert seen[0] == "来てほしい"
    assert EARLIER[JA] not in seen
