"""What supervisors do in the chats of others, and how a counsellor calls for one. The person sees nothing of it but who answers."""

from dataclasses import dataclass, replace

from bot.action_log import Action
from bot.conversation.case import Note, NoteKind
from bot.conversation.core import Core
from bot.conversation.errors import MoveRefused, NotTheirs, TooMany
from bot.conversation.handover.moves import make_move
from bot.conversation.handover.queue import existing_conversation, held_by, held_conversation, naming_counsellor
from bot.conversation.handover.stages import Move
from bot.conversation.model import Call, Conversation, ConversationId, Counsellor, CounsellorId
from bot.conversation.records import Records
from bot.conversation.turns.clean_text import clean

LONGEST_WHISPER = 500
"""Characters of one whisper."""


@dataclass(frozen=True, kw_only=True)
class Supervision:
    """Help that is asked for, whispers, and chats that a supervisor gives to somebody."""

    core: Core

    async def call_for_help(self, conversation: ConversationId, by: CounsellorId, *, wanted: bool) -> None:
        """Call the supervisors to a chat, or say that it is well again; pressing twice is once."""
        async with self.core.archive.work() as records:
            _, call = await held_conversation(records, conversation, by)
            if wanted == (call.help_at is not None):
                return
            now = self.core.clock.now()
            await records.calls.keep(replace(call, help_at=now if wanted else None))
            action = Action.HELP_ASKED if wanted else Action.HELP_ENDED
            await records.log.append(action, by=by, conversation=conversation, at=now)
        self.core.bell.ring()

    async def whisper(self, conversation: ConversationId, by: Counsellor, *, text: str) -> None:
        """Say something to the counsellor of a chat, which the person never sees; raises MessageRefused, NotTheirs without one."""
        words = clean(text, longest=LONGEST_WHISPER).text
        async with self.core.archive.work() as records:
            _, call, holder = await _taken(records, conversation)
            if holder == by.id:
                raise NotTheirs
            now = self.core.clock.now()
            note = Note(by=by.id, name=by.name, at=now, text=words, kind=NoteKind.WHISPER)
            await records.notes.add(conversation, note)
            await records.calls.keep(replace(call, whispers=call.whispers + 1))
            await records.log.append(Action.CHAT_WHISPERED, by=by.id, conversation=conversation, at=now)
        self.core.bell.ring()

    async def assign(self, conversation: ConversationId, to: Counsellor, *, by: CounsellorId, most: int) -> Call:
        """Give a chat to somebody, or to oneself; raises TooMany where they have enough, MoveRefused where they have it."""
        async with self.core.archive.work() as records:
            current, call, holder = await _taken(records, conversation)
            if holder == to.id:
                raise MoveRefused("assign to who has it")
            if len(held_by(await records.calls.all(), to.id)) >= most:
                raise TooMany
            given = replace(call, counsellor=to, taken_at=self.core.clock.now(), lost_at=None, help_at=None)
            joined = naming_counsellor(given)
            await make_move(self.core, records, current, Move.ASSIGN, call=given, fills=joined, by=by, reason=to.id)
        self.core.bell.ring()
        return given


async def _taken(records: Records, conversation: ConversationId) -> tuple[Conversation, Call, CounsellorId]:
    """Return a conversation that somebody has taken, its call and who has it; raise NotTheirs where nobody has."""
    current = await existing_conversation(records, conversation)
    call = await records.calls.of(conversation)
    if call is None or call.counsellor is None:
        raise NotTheirs
    return current, call, call.counsellor.id
