"""Handing over to a counsellor and back: every move in one unit of work, checked against the table of moves."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.conversation.calls import (
    about,
    comes_before,
    first_shown,
    held_by,
    in_queue,
    kept_conversation,
    mark_all_answered,
    moved,
    theirs,
)
from bot.conversation.clean import clean
from bot.conversation.errors import MoveRefused, TakenAlready, TooMany
from bot.conversation.handover import Move, Stage
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
    Share,
)
from bot.conversation.ports import Archive, Bell, Clock, Records
from bot.conversation.retention import Keep
from bot.conversation.turns import says

LONGEST_REPLY = 4000
"""Characters of one message of a counsellor."""

LOST_AFTER = timedelta(seconds=60)
"""After so long without a sign of the counsellor's console the person is told."""


@dataclass(frozen=True, kw_only=True)
class Chat:
    """What a counsellor sees of a conversation: what the person let them see, and nothing more."""

    call: Call
    conversation: Conversation
    messages: Sequence[Message]


@dataclass(frozen=True, kw_only=True)
class Handovers:
    """The moves of persons and counsellors; each raises HandoverRefused and changes nothing where it is not possible."""

    archive: Archive
    clock: Clock
    bell: Bell
    keep: Keep

    # --- the person ---------------------------------------------------------------------------------------------------

    async def call(self, conversation: ConversationId, *, share: Share, later: bool = False) -> Call:
        """Put a conversation into the queue; who calls again keeps the place, and may share more or less.

        `later` where nobody is there: they leave a message.
        """
        async with self.archive.work() as records:
            current = await kept_conversation(records, conversation)
            shown = await first_shown(records, conversation, share)
            before = await records.call_of(conversation)
            if before is not None and current.stage is Stage.WAITING:
                call = replace(before, share=share, visible_from=shown)
            else:
                call = Call(
                    conversation=conversation,
                    called_at=self.clock.now(),
                    danger=current.calm_turns is not None,
                    share=share,
                    visible_from=shown,
                )
            place = len([other for other in in_queue(await records.calls()) if comes_before(other, call)]) + 1
            said = Say(key="waiting.message") if later else Say(key="waiting.begun", place=place)
            await self._move(records, current, Move.CALL, said=[said])
            await records.keep_call(call)
        self.bell.ring()
        return call

    async def give_up(self, conversation: ConversationId) -> None:
        """Take a conversation out of the queue: the person no longer wants to wait."""
        async with self.archive.work() as records:
            current = await kept_conversation(records, conversation)
            await self._move(records, current, Move.GIVE_UP, said=[Say(key="waiting.given_up")])
            await records.end_call(conversation)
        self.bell.ring()

    async def end(self, conversation: ConversationId) -> None:
        """Close a conversation because the person wants it ended."""
        async with self.archive.work() as records:
            current = await kept_conversation(records, conversation)
            await self._move(records, current, Move.CLOSE, said=[Say(key="counsellor.ended_by_person")])
            await records.end_call(conversation)
        self.bell.ring()

    async def reopen(self, conversation: ConversationId, *, share: Share) -> Call:
        """Put a closed conversation back into the queue, as long as it is kept."""
        async with self.archive.work() as records:
            current = await kept_conversation(records, conversation)
            place = len(in_queue(await records.calls())) + 1
            await self._move(records, current, Move.REOPEN, said=[Say(key="waiting.begun", place=place)])
            call = Call(
                conversation=conversation,
                called_at=self.clock.now(),
                danger=False,
                share=share,
                visible_from=await first_shown(records, conversation, share),
            )
            await records.keep_call(call)
        self.bell.ring()
        return call

    async def pressed(self, conversation: ConversationId, what: str) -> None:
        """Do what a `call:` button says."""
        if what == "give_up":
            await self.give_up(conversation)
        elif what == "requeue":
            await self.requeue(conversation)
        elif what == "end":
            await self.end(conversation)
        elif what == "message":
            await self.call(conversation, share=Share.EVERYTHING, later=True)
        else:
            await self.call(conversation, share=Share(what))

    # --- the counsellor -----------------------------------------------------------------------------------------------

    async def queue(self) -> Sequence[Call]:
        """Return who waits: danger first, then who had lost a counsellor, then by time."""
        async with self.archive.work() as records:
            return in_queue(await records.calls())

    async def place(self, conversation: ConversationId) -> int:
        """Return the place in the queue, from 1; 0 when it is not in it."""
        waiting = [call.conversation for call in await self.queue()]
        return waiting.index(conversation) + 1 if conversation in waiting else 0

    async def take(self, conversation: ConversationId, counsellor: Counsellor, *, most: int) -> Chat:
        """Take a waiting conversation; of two who press at once one has it, the other gets TakenAlready."""
        async with self.archive.work() as records:
            current = await kept_conversation(records, conversation)
            call = await records.call_of(conversation)
            if call is not None and call.counsellor is not None:
                if call.counsellor.id == counsellor.id:
                    return await self._chat(records, call)
                raise TakenAlready
            if call is None:
                raise MoveRefused("take without a call")
            if len(held_by(await records.calls(), counsellor.id)) >= most:
                raise TooMany
            said = [Say(key="counsellor.joined", counsellor=counsellor.name)]
            await self._move(records, replace(current, counselled=True), Move.TAKE, said=said)
            taken = replace(call, counsellor=counsellor, taken_at=self.clock.now(), front=False, lost_at=None)
            await records.keep_call(taken)
            chat = await self._chat(records, taken)
        self.bell.ring()
        return chat

    async def reply(
        self, conversation: ConversationId, counsellor: Counsellor, *, nonce: Nonce, text: str = "", key: str = ""
    ) -> Message:
        """Say something to the person: own words, or an entry of the guidance; the same nonce says it once.

        Raises MessageRefused where the words are not taken.
        """
        words = "" if key else clean(text, longest=LONGEST_REPLY).text
        async with self.archive.work() as records:
            current, _ = await theirs(records, conversation, counsellor.id)
            known = await records.by_nonce(conversation, nonce)
            if known is not None:
                return known
            now = self.clock.now()
            message = Message(
                seq=0,
                author=Author.COUNSELLOR,
                at=now,
                text=words,
                say=Say(key=key) if key else None,
                name=counsellor.name,
            )
            spoken = replace(moved(current, Move.REPLY), last_at=now)
            kept = (await records.append(conversation, [message], nonce=nonce))[0]
            await records.update(spoken, expires_at=self.keep.expiry_of(spoken))
        self.bell.ring()
        return kept

    async def transfer(self, conversation: ConversationId, by: CounsellorId, to: Counsellor, *, most: int) -> Call:
        """Give a chat to a colleague."""
        async with self.archive.work() as records:
            current, call = await theirs(records, conversation, by)
            if len(held_by(await records.calls(), to.id)) >= most:
                raise TooMany
            said = [Say(key="counsellor.joined", counsellor=to.name)]
            await self._move(records, current, Move.TRANSFER, said=said)
            given = replace(call, counsellor=to, taken_at=self.clock.now(), lost_at=None)
            await records.keep_call(given)
        self.bell.ring()
        return given

    async def hand_back(self, conversation: ConversationId, by: CounsellorId) -> None:
        """Leave a chat to the assistant again."""
        async with self.archive.work() as records:
            current, call = await theirs(records, conversation, by)
            await mark_all_answered(records, conversation)  # what was written to a person is not for the assistant
            await self._move(records, current, Move.HAND_BACK, said=[about("counsellor.handed_back", call)])
            await records.end_call(conversation)
        self.bell.ring()

    async def close(self, conversation: ConversationId, by: CounsellorId) -> None:
        """End a chat."""
        async with self.archive.work() as records:
            current, call = await theirs(records, conversation, by)
            await self._move(records, current, Move.CLOSE, said=[about("counsellor.closed", call)])
            await records.end_call(conversation)
        self.bell.ring()

    async def requeue(self, conversation: ConversationId) -> Call:
        """Put a chat back to the front of the queue: the counsellor is lost, or the person does not want to wait for them."""
        async with self.archive.work() as records:
            current = await kept_conversation(records, conversation)
            call = await records.call_of(conversation)
            if call is None or call.counsellor is None:
                raise MoveRefused("requeue without a counsellor")
            await self._move(records, current, Move.REQUEUE, said=[about("counsellor.lost.waiting", call)])
            waiting = replace(call, counsellor=None, taken_at=None, lost_at=None, front=True)
            await records.keep_call(waiting)
        self.bell.ring()
        return waiting

    async def chats_of(self, counsellor: CounsellorId) -> Sequence[Call]:
        """Return the chats that a counsellor has, oldest first."""
        async with self.archive.work() as records:
            return held_by(await records.calls(), counsellor)

    async def chat(self, conversation: ConversationId, counsellor: CounsellorId) -> Chat:
        """Return a chat to the counsellor who has it."""
        async with self.archive.work() as records:
            _, call = await theirs(records, conversation, counsellor)
            return await self._chat(records, call)

    # --- presence ---------------------------------------------------------------------------------------------------------

    async def heard_of(self, counsellor: CounsellorId) -> None:
        """Note that a counsellor's console is there again: those who were told that it is lost are told."""
        async with self.archive.work() as records:
            for call in held_by(await records.calls(), counsellor):
                if call.lost_at is not None:
                    await records.keep_call(replace(call, lost_at=None))
                    current = await kept_conversation(records, call.conversation)
                    await self._say(records, current, [about("counsellor.back", call)])
        self.bell.ring()

    async def lost(self, counsellor: CounsellorId) -> None:
        """Tell those whom a counsellor has that the connection is lost; they may wait, or be put to the front."""
        async with self.archive.work() as records:
            for call in held_by(await records.calls(), counsellor):
                if call.lost_at is None:
                    await records.keep_call(replace(call, lost_at=self.clock.now()))
                    current = await kept_conversation(records, call.conversation)
                    await self._say(records, current, [about("counsellor.lost", call)])
        self.bell.ring()

    async def seen(self, conversation: ConversationId, up_to: int, *, by_person: bool) -> None:
        """Note how far one side has read; it never goes back."""
        async with self.archive.work() as records:
            call = await records.call_of(conversation)
            if call is None:
                return
            if by_person and up_to > call.seen_by_person:
                await records.keep_call(replace(call, seen_by_person=up_to))
            elif not by_person and up_to > call.seen_by_counsellor:
                await records.keep_call(replace(call, seen_by_counsellor=up_to))

    async def _chat(self, records: Records, call: Call) -> Chat:
        current = await kept_conversation(records, call.conversation)
        shown = await records.messages(call.conversation, after=call.visible_from - 1)
        return Chat(call=call, conversation=current, messages=shown)

    async def _move(self, records: Records, current: Conversation, move: Move, *, said: Sequence[Say]) -> None:
        await self._say(records, moved(current, move), said)

    async def _say(self, records: Records, current: Conversation, said: Sequence[Say]) -> None:
        now = self.clock.now()
        await records.append(current.id, [says(say, now) for say in said])
        spoken = replace(current, asked=said[-1].key, last_at=now)
        await records.update(spoken, expires_at=self.keep.expiry_of(spoken))
