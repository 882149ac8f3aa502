"""What a counsellor does with chats: take, reply, transfer, hand back, close. Every action goes into the action log."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.action_log import Action
from bot.conversation.case import Outcome, WatchReason
from bot.conversation.core import Core
from bot.conversation.errors import ConversationGone, MoveRefused, NotTheirs, TakenAlready, TooMany
from bot.conversation.handover.chat import Chat, read_chat, with_conversations
from bot.conversation.handover.moves import make_move, tell
from bot.conversation.handover.queue import (
    existing_conversation,
    held_by,
    held_conversation,
    in_queue,
    naming_counsellor,
    share_is_open,
)
from bot.conversation.handover.stages import Move
from bot.conversation.model import (
    Author,
    Call,
    Conversation,
    ConversationId,
    Counsellor,
    CounsellorId,
    Message,
    Nonce,
    Say,
)
from bot.conversation.records import Records
from bot.conversation.turns.clean_text import clean

LONGEST_REPLY = 4000
"""Characters of one message of a counsellor."""

LOST_AFTER = timedelta(seconds=60)
"""After so long without a sign of the counsellor's console the person is told."""

SHARE_BUTTONS = ("share.everything", "share.summary", "share.nothing")
"""Offered once more when a counsellor comes before the person has said what may be seen."""

MOST_SHOWN = 60
"""Of those who wait, so many are looked at in full for a list; the rest is only counted."""


@dataclass(frozen=True, kw_only=True)
class CounsellorHandover:
    """The moves of a counsellor."""

    core: Core

    async def waiting(self) -> Sequence[tuple[Call, Conversation]]:
        """Return who waits, in order, without a word of what they wrote."""
        async with self.core.archive.look() as records:
            return await with_conversations(records, in_queue(await records.calls.all())[:MOST_SHOWN])

    async def taken(self, *, by: CounsellorId | None = None) -> Sequence[tuple[Call, Conversation]]:
        """Return the chats that somebody has, or only those of one, oldest first."""
        async with self.core.archive.look() as records:
            held = [call for call in await records.calls.all() if call.counsellor is not None]
            calls = held if by is None else held_by(held, by)
            return await with_conversations(records, calls)

    async def take(self, conversation: ConversationId, counsellor: Counsellor, *, most: int) -> Chat:
        """Take a waiting conversation; of two who press at once one has it, the other gets TakenAlready."""
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            call = await records.calls.of(conversation)
            if call is not None and call.counsellor is not None:
                if call.counsellor.id == counsellor.id:
                    return await self._read(records, call, current, by=counsellor.id)
                raise TakenAlready
            if call is None:
                raise MoveRefused("take without a call")
            if len(held_by(await records.calls.all(), counsellor.id)) >= most:
                raise TooMany
            now = self.core.clock.now()
            taken = replace(call, counsellor=counsellor, taken_at=now, front=False, lost_at=None)
            theirs_now = replace(current, counselled=True)
            joined = naming_counsellor(taken)
            if share_is_open(taken, await records.messages.read(conversation, after=taken.visible_from - 1)):
                joined = replace(joined, buttons=SHARE_BUTTONS)
            await make_move(self.core, records, theirs_now, Move.TAKE, call=taken, fills=joined, by=counsellor.id)
            if not call.later:
                await records.counts.add_wait(int((now - call.called_at).total_seconds()), at=now)
            chat = await read_chat(records, taken, await existing_conversation(records, conversation))
        self.core.bell.ring()
        return chat

    async def reply(
        self,
        conversation: ConversationId,
        counsellor: Counsellor,
        *,
        nonce: Nonce,
        text: str = "",
        key: str = "",
        read_up_to: int = 0,
    ) -> Message:
        """Say something to the person: own words, or an entry of the guidance; the same nonce says it once.

        Who answers has read: `read_up_to` is the newest message that the counsellor's page showed.
        Raises MessageRefused where the words are not taken.
        """
        words = "" if key else clean(text, longest=LONGEST_REPLY).text
        async with self.core.archive.work() as records:
            current, call = await held_conversation(records, conversation, counsellor.id)
            known = await records.messages.by_nonce(conversation, nonce)
            if known is not None:
                return known
            now = self.core.clock.now()
            message = Message(
                seq=0,
                author=Author.COUNSELLOR,
                at=now,
                text=words,
                say=Say(key=key) if key else None,
                name=call.counsellor.name if call.counsellor else counsellor.name,
            )
            kept = (await records.messages.append(conversation, [message], nonce=nonce))[0]
            has_read_more = call.seen_by_counsellor < read_up_to < kept.seq
            await make_move(
                self.core,
                records,
                current,
                Move.SEND_GUIDANCE if key else Move.REPLY,
                call=replace(call, seen_by_counsellor=read_up_to) if has_read_more else None,
                newest=kept.seq,
                by=counsellor.id,
                reason=key,
            )
        self.core.bell.ring()
        return kept

    async def transfer(self, conversation: ConversationId, by: CounsellorId, to: Counsellor, *, most: int) -> Call:
        """Give a chat to a colleague; raises TooMany where they have enough, MoveRefused where it is the same one."""
        async with self.core.archive.work() as records:
            current, call = await held_conversation(records, conversation, by)
            if to.id == by:
                raise MoveRefused("transfer to oneself")
            if len(held_by(await records.calls.all(), to.id)) >= most:
                raise TooMany
            given = replace(call, counsellor=to, taken_at=self.core.clock.now(), lost_at=None, help_at=None)
            await make_move(
                self.core,
                records,
                current,
                Move.TRANSFER,
                call=given,
                fills=naming_counsellor(given),
                by=by,
                reason=to.id,
            )
        self.core.bell.ring()
        return given

    async def hand_back(self, conversation: ConversationId, by: CounsellorId) -> None:
        """Leave a chat to the assistant again."""
        async with self.core.archive.work() as records:
            current, call = await held_conversation(records, conversation, by)
            await make_move(
                self.core, records, current, Move.HAND_BACK, call=call, fills=naming_counsellor(call), by=by
            )
        self.core.bell.ring()

    async def close(self, conversation: ConversationId, by: CounsellorId, *, outcome: Outcome) -> None:
        """End a chat, and say how it ended."""
        async with self.core.archive.work() as records:
            current, call = await held_conversation(records, conversation, by)
            await make_move(
                self.core,
                records,
                current,
                Move.CLOSE,
                call=call,
                fills=naming_counsellor(call),
                by=by,
                reason=outcome.value,
                outcome=outcome,
            )
        self.core.bell.ring()

    async def load(self) -> Mapping[CounsellorId, int]:
        """Return how many chats each counsellor has who has any."""
        async with self.core.archive.look() as records:
            return Counter(call.counsellor.id for call in await records.calls.all() if call.counsellor is not None)

    async def chats_of(self, counsellor: CounsellorId) -> Sequence[Call]:
        """Return the chats that a counsellor has, oldest first."""
        async with self.core.archive.look() as records:
            return held_by(await records.calls.all(), counsellor)

    async def read(self, conversation: ConversationId, counsellor: CounsellorId) -> Chat:
        """Return a chat to the counsellor who has it, and write down that it was read."""
        async with self.core.archive.work() as records:
            current, call = await held_conversation(records, conversation, counsellor)
            return await self._read(records, call, current, by=counsellor)

    async def chat(self, conversation: ConversationId, counsellor: CounsellorId, *, after: int = 0) -> Chat:
        """Return what is new in a chat that lies open already; where it goes back to what was read before, it is written down."""
        async with self.core.archive.look() as looked:
            current, call = await held_conversation(looked, conversation, counsellor)
            if after >= call.seen_by_counsellor:
                return await read_chat(looked, call, current, after=after)
        async with self.core.archive.work() as records:
            current, call = await held_conversation(records, conversation, counsellor)
            return await self._read(records, call, current, by=counsellor, after=after)

    async def own_chat(self, conversation: ConversationId, counsellor: CounsellorId) -> Chat | None:
        """Return a chat that this counsellor has, None where it is not theirs; nothing is logged.

        It tells whether they may need a break, and is not for showing.
        """
        async with self.core.archive.look() as records:
            try:
                current, call = await held_conversation(records, conversation, counsellor)
            except (ConversationGone, NotTheirs):
                return None
            return await read_chat(records, call, current)

    async def state_and_call(self, conversation: ConversationId) -> tuple[Conversation | None, Call | None]:
        """Return what became of a chat that a counsellor no longer has: its state and its call, as far as they are kept."""
        async with self.core.archive.look() as records:
            return await records.conversations.get(conversation), await records.calls.of(conversation)

    async def watch(self, conversation: ConversationId, by: CounsellorId, *, reason: WatchReason) -> Chat:
        """Return a colleague's chat to a supervisor, who is not seen; the reason is written down."""
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            call = await records.calls.of(conversation)
            if call is None or call.counsellor is None:
                raise ConversationGone
            now = self.core.clock.now()
            await records.log.append(
                Action.CHAT_JOINED_SILENTLY, by=by, conversation=conversation, at=now, reason=reason.value
            )
            return await read_chat(records, call, current)

    # --- presence ---------------------------------------------------------------------------------------------------------

    async def say_back(self, counsellor: CounsellorId) -> None:
        """Note that a counsellor's console is there again: those who were told that it is lost are told."""
        async with self.core.archive.work() as records:
            back = [call for call in held_by(await records.calls.all(), counsellor) if call.lost_at is not None]
            for call in back:
                await records.calls.keep(replace(call, lost_at=None))
                current = await existing_conversation(records, call.conversation)
                await tell(self.core, records, current, [naming_counsellor(call, key="counsellor.back")])
        if back:
            self.core.bell.ring()

    async def say_lost(self, counsellor: CounsellorId) -> None:
        """Tell those whom a counsellor has that the connection is lost; they may wait, or be put to the front."""
        async with self.core.archive.work() as records:
            told = [call for call in held_by(await records.calls.all(), counsellor) if call.lost_at is None]
            for call in told:
                await records.calls.keep(replace(call, lost_at=self.core.clock.now()))
                current = await existing_conversation(records, call.conversation)
                await tell(self.core, records, current, [naming_counsellor(call, key="counsellor.lost")])
        if told:
            self.core.bell.ring()

    async def seen(self, conversation: ConversationId, up_to: int, *, by_person: bool) -> None:
        """Note how far one side has read; it never goes back, and never further than there is something to read."""
        async with self.core.archive.work() as records:
            call = await records.calls.of(conversation)
            before = 0 if call is None else call.seen_by_person if by_person else call.seen_by_counsellor
            if call is None or up_to <= before or up_to > await records.messages.last_seq(conversation):
                return
            seen = replace(call, seen_by_person=up_to) if by_person else replace(call, seen_by_counsellor=up_to)
            await records.calls.keep(seen)
        self.core.bell.ring()

    async def _read(
        self, records: Records, call: Call, current: Conversation, *, by: CounsellorId, after: int = 0
    ) -> Chat:
        await records.log.append(Action.CHAT_READ, by=by, conversation=call.conversation, at=self.core.clock.now())
        return await read_chat(records, call, current, after=after)
