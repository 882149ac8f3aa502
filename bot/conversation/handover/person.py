"""The person's side of handing over: calling a counsellor, waiting, giving up, ending, coming back."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.conversation.core import Core
from bot.conversation.danger.moves import State
from bot.conversation.errors import MoveRefused
from bot.conversation.handover.moves import make_move, tell, transition
from bot.conversation.handover.queue import (
    comes_before,
    existing_conversation,
    first_shown,
    in_queue,
    naming_counsellor,
    still_shown,
)
from bot.conversation.handover.stages import Move, Stage
from bot.conversation.model import Call, Conversation, ConversationId, CounsellorId, Say, Share
from bot.conversation.ports import Availability, Staffing
from bot.conversation.records import Records

LOOKS_BACK = timedelta(days=7)
"""Waits of so long ago still say something about how long one waits now."""

ENOUGH_WAITS = 5
"""With fewer nothing is said about how long one waits."""

OFFERS = {Staffing.PRESENT: "human.offer", Staffing.AWAY: "human.later", Staffing.NONE: "human"}
"""What is said to somebody who wants a human, by who could come."""

_STEP = 5
"""Minutes that a range is rounded to."""


@dataclass(frozen=True, kw_only=True)
class QueuePosition:
    """Where somebody stands who waits: the place, and what others waited of late, in minutes; never a promise."""

    place: int
    """From 1; 0 where they do not wait."""
    minutes: tuple[int, int] | None
    """A quarter of those taken waited less than the first, a quarter more than the second; None where too few are known."""


@dataclass(frozen=True, kw_only=True)
class PersonHandover:
    """The moves of a person."""

    core: Core
    availability: Availability

    async def call(self, conversation: ConversationId, *, share: Share, later: bool = False) -> Call:
        """Put a conversation into the queue; who calls again keeps the place, and may share more or less.

        `later` where nobody is there: they leave a message.
        """
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            call = await self._new_call(
                records, current, share, danger=current.safety.state is not State.CALM, later=later
            )
            before = await records.calls.of(conversation)
            if before is not None and current.stage is Stage.WAITING:
                call = replace(before, share=share, visible_from=await still_shown(records, before, share))
            await self._queue_up(records, current, Move.CALL, call)
        self.core.bell.ring()
        return call

    async def call_in_words(
        self, conversation: ConversationId, *, from_message: int, share: Share | None, slots: Mapping[str, object]
    ) -> Call:
        """Put a conversation into the queue because the person wrote on after the offer; their words are the wish.

        Nothing before `from_message` is shown, unless they said in the same words what may be (`share`); else they are asked.
        `slots` is what the assistant took from the words. Raises MoveRefused where they are in the queue, or further, already.
        """
        later = await self.staffing() is not Staffing.PRESENT
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            transition(current.stage, Move.WISH)
            call = Call(
                conversation=conversation,
                called_at=self.core.clock.now(),
                danger=current.safety.state is not State.CALM,
                share=share or Share.NOTHING,
                visible_from=1 if share is Share.EVERYTHING else from_message,
                later=later,
            )
            known = replace(current, answers=current.answers.with_slots(slots))
            await self._queue_up(records, known, Move.CALL if share else Move.WISH, call)
        self.core.bell.ring()
        return call

    async def share(self, conversation: ConversationId, *, share: Share) -> Call:
        """Change what a counsellor may see of before; the place in the queue stays, and so does who has the chat."""
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            call = await records.calls.of(conversation)
            if call is None:
                raise MoveRefused("share without a call")
            first = await still_shown(records, call, share)
            # what is shown now and was not before has not been seen, whatever was seen after it
            seen = 0 if first < call.visible_from else call.seen_by_counsellor
            changed = replace(call, share=share, visible_from=first, seen_by_counsellor=seen)
            await make_move(self.core, records, current, Move.SHARE, call=changed)
        self.core.bell.ring()
        return changed

    async def reopen(self, conversation: ConversationId, *, share: Share, later: bool = False) -> Call:
        """Put a closed conversation back into the queue, as long as it is kept; who had a counsellor before comes near the front."""
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            in_danger = current.safety.state is not State.CALM
            new = await self._new_call(records, current, share, danger=in_danger, later=later)
            call = replace(new, front=current.counselled)
            await self._queue_up(records, current, Move.REOPEN, call)
        self.core.bell.ring()
        return call

    async def give_up(self, conversation: ConversationId) -> None:
        """Take a conversation out of the queue: the person no longer wants to wait."""
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            await make_move(self.core, records, current, Move.GIVE_UP)
        self.core.bell.ring()

    async def end(self, conversation: ConversationId) -> None:
        """Close a conversation because the person wants it ended."""
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            await make_move(self.core, records, current, Move.END)
        self.core.bell.ring()

    async def requeue(
        self, conversation: ConversationId, *, of: CounsellorId | None = None, by: CounsellorId | None = None
    ) -> Call:
        """Put a chat back to the front of the queue: the counsellor is gone, or the person does not want to wait for them.

        With `of` only where this counsellor still has it; else MoveRefused. `by` is the counsellor who gives it on, for the log.
        """
        alone = await self.staffing() is not Staffing.PRESENT
        async with self.core.archive.work() as records:
            current = await existing_conversation(records, conversation)
            call = await records.calls.of(conversation)
            if call is None or call.counsellor is None or (of is not None and call.counsellor.id != of):
                raise MoveRefused("requeue without this counsellor")
            waiting = replace(call, counsellor=None, taken_at=None, lost_at=None, help_at=None, front=True)
            said = naming_counsellor(call)
            await make_move(self.core, records, current, Move.REQUEUE, call=waiting, fills=said, alone=alone, by=by)
        self.core.bell.ring()
        return waiting

    async def choose_notice(self, conversation: ConversationId, *, wanted: bool) -> None:
        """Note whether the phone may ring when a counsellor answers later; nothing rings unless it was asked for."""
        async with self.core.archive.work() as records:
            current = replace(await existing_conversation(records, conversation), notice=wanted)
            await tell(self.core, records, current, [Say(key="notice.on" if wanted else "notice.off")])
        self.core.bell.ring()

    async def pressed(self, conversation: ConversationId, what: str) -> None:
        """Do what a `call:` button says."""
        moves: Mapping[str, Callable[[ConversationId], Awaitable[object]]] = {
            "give_up": self.give_up,
            "requeue": self.requeue,
            "end": self.end,
        }
        if what in moves:
            await moves[what](conversation)
        elif what in ("notice", "no_notice"):
            await self.choose_notice(conversation, wanted=what == "notice")
        elif what.startswith("share_"):
            await self.share(conversation, share=Share(what.removeprefix("share_")))
        else:
            is_message = what.startswith("message_")
            await self.call(conversation, share=Share(what.removeprefix("message_")), later=is_message)

    async def call_of(self, conversation: ConversationId) -> Call | None:
        """Return the call of a conversation, None where it has none."""
        async with self.core.archive.look() as records:
            return await records.calls.of(conversation)

    async def queue(self) -> Sequence[Call]:
        """Return who waits, in the order in which they are taken."""
        async with self.core.archive.look() as records:
            return in_queue(await records.calls.all())

    async def staffing(self) -> Staffing:
        """Return whether a counsellor could come now."""
        return await self.availability.staffing()

    async def offer(self) -> Say:
        """Return what is true for somebody who wants a human: a counsellor can be called, comes later, or none works here."""
        staffing = await self.staffing()
        opening = await self.availability.next_opening() if staffing is Staffing.AWAY else None
        return Say(key=OFFERS[staffing], opens_at=opening.isoformat() if opening else "")

    async def standing(self, conversation: ConversationId) -> Say:
        """Return what is true for somebody who waits: the place in the queue, or that their message is kept."""
        call = await self.call_of(conversation)
        if call is not None and call.later:
            return Say(key="waiting.kept")
        position = await self.queue_position(conversation)
        return Say(key="waiting.place", place=position.place, minutes=position.minutes or ())

    async def queue_position(self, conversation: ConversationId) -> QueuePosition:
        """Return where somebody stands in the queue, and how long others waited of late."""
        async with self.core.archive.look() as records:
            waiting = [call.conversation for call in in_queue(await records.calls.all())]
            waits = await records.counts.waits(since=self.core.clock.now() - LOOKS_BACK)
        place = waiting.index(conversation) + 1 if conversation in waiting else 0
        return QueuePosition(place=place, minutes=typical_wait(waits))

    async def _new_call(
        self, records: Records, current: Conversation, share: Share, *, danger: bool, later: bool
    ) -> Call:
        return Call(
            conversation=current.id,
            called_at=self.core.clock.now(),
            danger=danger,
            share=share,
            visible_from=await first_shown(records, current.id, share),
            later=later,
        )

    async def _queue_up(self, records: Records, current: Conversation, move: Move, call: Call) -> None:
        ahead = [other for other in in_queue(await records.calls.all()) if comes_before(other, call)]
        waited = typical_wait(await records.counts.waits(since=self.core.clock.now() - LOOKS_BACK)) or ()
        begun = Say(key="waiting.begun", place=len(ahead) + 1, minutes=waited)
        await make_move(self.core, records, current, move, call=call, fills=None if call.later else begun)


def typical_wait(waits: Sequence[int]) -> tuple[int, int] | None:
    """Return the range that half of all waits lie in, in whole steps of minutes, from waits in seconds."""
    if len(waits) < ENOUGH_WAITS:
        return None
    ordered = sorted(waits)
    low, high = (ordered[round(part * (len(ordered) - 1))] / 60 for part in (0.25, 0.75))
    least = int(low // _STEP) * _STEP
    return max(least, 1), max(-int(-high // _STEP) * _STEP, least + _STEP)
