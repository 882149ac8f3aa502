"""Calls for a counsellor: who waits, who has whom, and what a call lets them see."""

from collections.abc import Sequence
from datetime import datetime

from bot.conversation.errors import ConversationGone, NotTheirs
from bot.conversation.model import Author, Call, Conversation, ConversationId, CounsellorId, Message, Say, Share
from bot.conversation.records import Records


async def existing_conversation(records: Records, conversation: ConversationId) -> Conversation:
    """Return a conversation, closed or not; raise ConversationGone."""
    current = await records.conversations.get(conversation)
    if current is None:
        raise ConversationGone
    return current


async def held_conversation(
    records: Records, conversation: ConversationId, counsellor: CounsellorId
) -> tuple[Conversation, Call]:
    """Return a conversation and its call; raise NotTheirs unless this counsellor has it."""
    current = await existing_conversation(records, conversation)
    call = await records.calls.of(conversation)
    if call is None or call.counsellor is None or call.counsellor.id != counsellor:
        raise NotTheirs
    return current, call


async def first_shown(records: Records, conversation: ConversationId, share: Share) -> int:
    """Return the first message that a counsellor may read: all, or those that come from now on."""
    if share is Share.EVERYTHING:
        return 1
    return await records.messages.last_seq(conversation) + 1


async def still_shown(records: Records, call: Call, share: Share) -> int:
    """Return the first message that a counsellor may read once the person shares more, or less, than before."""
    if share is Share.EVERYTHING:
        return 1
    if call.share is not Share.EVERYTHING:
        return call.visible_from
    messages = await records.messages.read(call.conversation)
    before = [m for m in messages if m.author is Author.PERSON and m.at <= call.called_at]
    return before[-1].seq if before else messages[-1].seq + 1


def share_is_open(call: Call, said: Sequence[Message]) -> bool:
    """Tell whether the person was asked what may be seen, and has not answered yet."""
    keys = [message.say.key for message in said if message.say and message.seq >= call.visible_from]
    answered = any(key.startswith("human.shared.") or key == "counsellor.shared" for key in keys)
    return call.share is Share.NOTHING and "human.share" in keys and not answered


def in_queue(calls: Sequence[Call]) -> list[Call]:
    """Return who waits: in danger and there, in danger who left a message, who had lost a counsellor, then by time."""
    waiting = [call for call in calls if call.counsellor is None]
    return sorted(waiting, key=_rank)


def comes_before(one: Call, other: Call) -> bool:
    """Tell whether one call is ahead of another in the queue."""
    return _rank(one) < _rank(other)


def _rank(call: Call) -> tuple[bool, bool, bool, datetime, str]:
    return not (call.danger and not call.later), not call.danger, not call.front, call.called_at, call.conversation


def held_by(calls: Sequence[Call], counsellor: CounsellorId) -> list[Call]:
    """Return the chats that a counsellor has."""
    return [call for call in calls if call.counsellor is not None and call.counsellor.id == counsellor]


def naming_counsellor(call: Call, *, key: str = "") -> Say:
    """Return an entry that names the counsellor of a call; a move sets the key by itself."""
    return Say(key=key, counsellor=call.counsellor.name if call.counsellor else "")
