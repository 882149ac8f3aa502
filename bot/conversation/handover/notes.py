"""What the staff keep about a chat, for colleagues only: notes and labels. It goes when the conversation goes."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from bot.action_log import Action
from bot.conversation.case import Case, Label, Note, NoteKind
from bot.conversation.core import Core
from bot.conversation.handover.queue import held_conversation
from bot.conversation.model import ConversationId, Counsellor, CounsellorId
from bot.conversation.turns.clean_text import clean

LONGEST_NOTE = 2000
"""Characters of one note."""


@dataclass(frozen=True, kw_only=True)
class ChatNotes:
    """Notes and labels of chats, for those who have them."""

    core: Core

    async def of(self, conversation: ConversationId, reader: CounsellorId) -> Case:
        """Return what is kept about a chat, to the counsellor who has it; raises NotTheirs to others."""
        async with self.core.archive.look() as records:
            await held_conversation(records, conversation, reader)
            return await records.notes.of(conversation)

    async def write(
        self, conversation: ConversationId, by: Counsellor, *, text: str, kind: NoteKind = NoteKind.NOTE
    ) -> None:
        """Add a note; raises MessageRefused where it is not taken, NotTheirs where the chat is somebody else's."""
        words = clean(text, longest=LONGEST_NOTE).text
        async with self.core.archive.work() as records:
            await held_conversation(records, conversation, by.id)
            now = self.core.clock.now()
            await records.notes.add(conversation, Note(by=by.id, name=by.name, at=now, text=words, kind=kind))
            await records.log.append(Action.NOTE_WRITTEN, by=by.id, conversation=conversation, at=now)
        self.core.bell.ring()

    async def set_labels(self, conversation: ConversationId, by: CounsellorId, *, labels: AbstractSet[Label]) -> None:
        """Keep the labels of a chat in place of those before."""
        async with self.core.archive.work() as records:
            await held_conversation(records, conversation, by)
            await records.notes.set_labels(conversation, labels)
            await records.log.append(Action.LABELS_SET, by=by, conversation=conversation, at=self.core.clock.now())
        self.core.bell.ring()
