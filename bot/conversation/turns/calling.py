"""Does what somebody means who writes about a counsellor instead of pressing (see human_wish.py)."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, replace

from bot.conversation.core import Core
from bot.conversation.danger.moves import State
from bot.conversation.errors import HandoverRefused
from bot.conversation.handover.person import PersonHandover
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation, Message, Say, Turn, Understanding
from bot.conversation.ports import Staffing, TurnInput
from bot.conversation.turns.human_wish import Heard, Meaning, hear
from bot.conversation.turns.language_wish import says_more, wished_language
from bot.conversation.turns.turn import repeated_turn
from bot.conversation.turns.wording import Decided
from understanding.reading import CLEAR, Danger

_LOOKED_AT = 40
"""Messages before one in which an offer is looked for."""

_SAID = {Meaning.NOT_NOW: "say:human.not_now", Meaning.STOP_WAITING: "say:waiting.stop"}
_OFFERS = {Staffing.PRESENT: "say:human.offer", Staffing.AWAY: "say:human.message", Staffing.NONE: "say:human"}


@dataclass(frozen=True, kw_only=True)
class TurnSteps:
    """What a turn is made of: deciding what is said, and saying it."""

    decide: Callable[[TurnInput], Awaitable[Decided]]
    say: Callable[[Conversation, Message, TurnInput, Decided], Awaitable[Turn]]


@dataclass(frozen=True, kw_only=True)
class Calling:
    """Takes words for the buttons they stand for, and the words after an offer for the wish."""

    core: Core
    person: PersonHandover

    async def take(
        self,
        current: Conversation,
        sent: Message,
        turn_input: TurnInput,
        *,
        danger: Danger,
        first: Sequence[Say],
        steps: TurnSteps,
    ) -> Turn | TurnInput:
        """Return the finished turn of words about a counsellor, else what is to be answered: the words, or the button they mean."""
        heard = await self._hear(current, sent, turn_input)
        if heard.meaning is Meaning.WISH:
            turn = await self._call(current, sent, turn_input, heard, first=first, steps=steps)
            return turn or turn_input
        if danger.level == CLEAR:
            return turn_input
        if heard.meaning is Meaning.WHERE:
            decided = Decided(say=(await self.person.standing(current.id),), understood=Understanding())
            return await steps.say(current, sent, turn_input, decided)
        payload = await self._payload(heard)
        return replace(turn_input, text="", payload=payload) if payload else turn_input

    async def _hear(self, current: Conversation, sent: Message, turn_input: TurnInput) -> Heard:
        text = turn_input.text
        is_about_language = wished_language(text, current=current.language) is not None and not says_more(text)
        if turn_input.payload or not text or is_about_language:
            return Heard()
        async with self.core.archive.look() as records:
            messages = await records.messages.read(current.id, after=max(0, sent.seq - _LOOKED_AT))
        until = [message for message in messages if message.seq <= sent.seq]
        heard = hear(text, stage=current.stage, messages=until, in_danger=current.safety.state is not State.CALM)
        nobody_works_here = (
            current.stage is Stage.ASSISTANT
            and heard.meaning is not Meaning.NONE
            and await self.person.staffing() is Staffing.NONE
        )
        return Heard() if nobody_works_here else heard

    async def _payload(self, heard: Heard) -> str:
        """Return the payload of the button that was meant, empty where there is none."""
        if heard.meaning is Meaning.SHARES and heard.share is not None:
            return f"call:share_{heard.share.value}"
        if heard.meaning is Meaning.STOPS_WAITING:
            return "call:give_up"
        if heard.meaning is Meaning.LEAVE_MESSAGE:
            return _OFFERS[await self.person.staffing()]
        return _SAID.get(heard.meaning, "")

    async def _call(
        self,
        current: Conversation,
        sent: Message,
        turn_input: TurnInput,
        heard: Heard,
        *,
        first: Sequence[Say],
        steps: TurnSteps,
    ) -> Turn | None:
        """Put them into the queue, the emergency words first where there is danger; None where they are in it already."""
        decided = await steps.decide(turn_input)
        turn = await steps.say(current, sent, turn_input, replace(decided, say=tuple(first)))
        slots = {name: value for name, value in decided.understood.slots.items() if name != "topic"}
        try:
            await self.person.call_in_words(current.id, from_message=heard.from_message, share=heard.share, slots=slots)
        except HandoverRefused:  # they pressed a button this very moment, or this is answered twice
            return turn if turn.messages else None
        async with self.core.archive.look() as records:
            whole = await repeated_turn(records, await existing_conversation(records, current.id), sent)
        return replace(whole, understood=decided.understood, danger=turn.danger)
