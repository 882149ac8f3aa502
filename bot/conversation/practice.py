"""Practice: a made-up person's chat that waits for a counsellor as a real one would."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.conversation.conversations import ConversationService
from bot.conversation.model import Address, ConversationId, Nonce, Share
from bot.guidance.plan import Answers
from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class PracticeCall:
    """What a made-up person wrote and answered before they call."""

    channel: str
    language: Language
    before: Sequence[str]
    answers: Answers
    share: Share
    danger: bool
    ago: timedelta
    """How long they have been waiting."""


async def place_call(conversations: ConversationService, call: PracticeCall) -> ConversationId:
    """Open a chat, write what was written before without an answer, and put it into the queue."""
    address = Address(f"{call.channel}:{conversations.new_id()}")
    opened = await conversations.begin(address=address, channel=call.channel, language=call.language)
    await conversations.choose_language(opened.id, call.language)
    for text in call.before:
        taken = await conversations.take(opened.id, text, nonce=Nonce(conversations.new_id()))
        if taken.danger:
            await conversations.answer_open(opened.id)  # the emergency words, as they would have been said
        async with conversations.archive.work() as records:
            await records.messages.mark_answered(opened.id, up_to=taken.message.seq)
    async with conversations.archive.work() as records:
        current = await records.conversations.get(opened.id)
        if current is not None:
            known = replace(current, answers=replace(call.answers, done=current.answers.done))
            await records.conversations.update(known, expires_at=conversations.keep.expiry_of(known))
    queued = await conversations.person.call(opened.id, share=call.share)
    async with conversations.archive.work() as records:
        await records.calls.keep(replace(queued, danger=call.danger, called_at=queued.called_at - call.ago))
    conversations.bell.ring()
    return opened.id
