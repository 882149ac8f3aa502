"""A chat as a counsellor may see it: what the person shared, and nothing more."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation.model import Call, Conversation, Message, Share
from bot.conversation.records import Records
from bot.guidance.plan import Answers


@dataclass(frozen=True, kw_only=True)
class Chat:
    """A call, its conversation, and the messages that the counsellor may read."""

    call: Call
    conversation: Conversation
    messages: Sequence[Message]


async def read_chat(records: Records, call: Call, current: Conversation, *, after: int = 0) -> Chat:
    """Return a chat with the shared messages numbered above `after`."""
    shown = await records.messages.read(call.conversation, after=max(call.visible_from - 1, after))
    return Chat(call=call, conversation=_as_shared(current, call), messages=shown)


async def with_conversations(records: Records, calls: Sequence[Call]) -> Sequence[tuple[Call, Conversation]]:
    """Return each call with its conversation, leaving out conversations that are gone."""
    found = await records.conversations.get_all([call.conversation for call in calls])
    return [(call, _as_shared(found[call.conversation], call)) for call in calls if call.conversation in found]


def _as_shared(current: Conversation, call: Call) -> Conversation:
    """Return a conversation without the answers, where the person did not want them seen."""
    return replace(current, answers=Answers()) if call.share is Share.NOTHING else current
