"""From a message that was kept to what is said: danger first, then the assistant, never silence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.conversation.core import Core
from bot.conversation.danger.detector import DANGER_ENTRIES, ENTRY, DangerDetector
from bot.conversation.errors import AssistantUnavailable, HandoverRefused
from bot.conversation.handover.person import PersonHandover
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.handover.stages import assistant_may_speak
from bot.conversation.model import Conversation, ConversationId, Message, Say, Turn, Understanding
from bot.conversation.ports import Assistant, Reply, TurnInput
from bot.conversation.turns.calling import Calling, TurnSteps
from bot.conversation.turns.gaps import gaps_in
from bot.conversation.turns.language_wish import says_more, wished_language
from bot.conversation.turns.turn import language_wanted, open_conversation, repeated_turn, says
from bot.conversation.turns.wording import is_known, put_into_words
from bot.guidance.catalogue import Catalogue

PATIENCE = 3.0
"""Seconds the assistant has for a turn."""

PATIENCE_IN_DANGER = 1.0
"""Seconds it has to take note of a turn that was answered already, because there was danger in it."""

LANGUAGE_CHANGED = "language.changed"

NEAR = 6
"""Messages before one that are looked at for what was offered."""

NOT_UNDERSTOOD = frozenset({"unclear", "unclear.again"})
"""Where the assistant says this, the danger model is believed as if the assistant could not be asked."""


@dataclass(frozen=True, kw_only=True)
class Responder:
    """Answers stored messages, one turn at a time."""

    core: Core
    assistant: Assistant
    scripted: Assistant
    catalogue: Catalogue
    danger_detector: DangerDetector
    on_fault: Callable[[str], None]
    person: PersonHandover
    calling: Calling

    async def answer(
        self, current: Conversation, sent: Message, turn_input: TurnInput, *, danger: str | None, first: Sequence[Say]
    ) -> Turn:
        """Say what follows from a kept message; where there is danger, the emergency words before anything else.

        `current` is the conversation as it was when answering began: where a counsellor has come since, nothing is said.
        """
        steps = TurnSteps(ask=self._ask, say=self._say, note=self._note)
        taken = await self.calling.take(current, sent, turn_input, danger=danger, first=first, steps=steps)
        if isinstance(taken, Turn):
            return taken
        turn_input = taken
        if danger:
            emergency = Reply(say=(Say(key=ENTRY[danger]),), understood=Understanding())
            turn = await self._say(current, sent, turn_input, emergency)
            return replace(turn, understood=await self._note(current.id, turn_input, danger), danger=True)
        if turn_input.payload.startswith("call:"):
            return await self._move(current, sent, turn_input)
        nothing_said = (
            Reply(say=(), understood=Understanding()) if not (turn_input.text or turn_input.payload) else None
        )
        reply = self._direct(turn_input) or nothing_said or await self._ask(turn_input)
        said = [*first, *[await self._to_a_human(say, current) for say in reply.say]]
        return await self._say(current, sent, turn_input, replace(reply, say=tuple(said)))

    async def _to_a_human(self, say: Say, current: Conversation) -> Say:
        """Return what is true when somebody wants a human: where they stand, or whether a counsellor can be called."""
        if say.key != "human":
            return say
        position = await self.person.queue_position(current.id)
        if position.place:
            return Say(key="waiting.begun", place=position.place, minutes=position.minutes or ())
        return await self.person.offer()

    async def _move(self, current: Conversation, sent: Message, turn_input: TurnInput) -> Turn:
        """Do what a button about a counsellor says; where it is not possible any more, say how things stand."""
        what = turn_input.payload.removeprefix("call:")
        try:
            await self.person.pressed(current.id, what)
        except HandoverRefused:
            stands = Say(key="waiting.given_up") if what == "give_up" else Say(key="human")
            said = Reply(say=(await self._to_a_human(stands, current),), understood=Understanding())
            return await self._say(current, sent, turn_input, said)
        async with self.core.archive.work() as records:
            await records.messages.mark_answered(current.id, up_to=sent.seq)
            return await repeated_turn(records, await existing_conversation(records, current.id), sent)

    async def _say(self, begun: Conversation, sent: Message, turn_input: TurnInput, reply: Reply) -> Turn:
        async with self.core.archive.work() as records:
            conversation = begun.id
            current = await open_conversation(records, conversation)
            if not await records.messages.mark_answered(conversation, up_to=sent.seq):
                return await repeated_turn(records, current, sent)
            if current.turn != begun.turn or not assistant_may_speak(current.stage):  # somebody else speaks now
                reply = replace(reply, say=tuple(say for say in reply.say if say.key in DANGER_ENTRIES))
            if not reply.say:
                return Turn(conversation=current, messages=(), understood=reply.understood, danger=False)
            if wanted := language_wanted(turn_input, current):
                current = replace(current, language=wanted, language_chosen=True)
            said, after = put_into_words(
                reply.say, conversation=current, understood=reply.understood, catalogue=self.catalogue
            )
            now = self.core.clock.now()
            after = replace(after, last_at=now)
            danger = any(say.key in DANGER_ENTRIES for say in said)
            for gap, intent in gaps_in(
                said,
                turn_input,
                reply.understood,
                before=await records.messages.read(conversation, after=sent.seq - NEAR),
            ):
                await records.counts.add_gap(gap, intent=intent, language=current.language, at=now)
            call = await records.calls.of(conversation) if danger else None
            if call is not None:  # who waits comes to the front, who is talked with is seen to be in danger
                await records.calls.keep(replace(call, danger=True))
            messages = await records.messages.append(conversation, [says(say, now) for say in said])
            await records.conversations.update(after, expires_at=self.core.retention.expiry_of(after))
        self.core.bell.ring()
        return Turn(conversation=after, messages=tuple(messages), understood=reply.understood, danger=danger)

    def _direct(self, turn_input: TurnInput) -> Reply | None:
        """Return what a button says by itself, without the assistant."""
        kind, _, rest = turn_input.payload.partition(":")
        if kind == "plan":
            return Reply(say=(Say(key=f"plan.{rest}"),), understood=Understanding())
        if kind == "say":
            return Reply(say=(Say(key=rest),), understood=Understanding())
        if kind == "language" or _asks_for_language_only(turn_input):
            return Reply(say=(Say(key=LANGUAGE_CHANGED),), understood=Understanding())
        return None

    async def _ask(self, turn_input: TurnInput) -> Reply:
        reply = await self._asked(turn_input)
        if reply is not None and not any(say.key in NOT_UNDERSTOOD for say in reply.say):
            return reply
        danger = self.danger_detector.detect(turn_input.text, alone=True) if turn_input.text else None
        if danger:
            return Reply(say=(Say(key=ENTRY[danger]),), understood=Understanding(intent=danger, confidence=1.0))
        return reply or await self.scripted.ask(turn_input, within=PATIENCE)

    async def _asked(self, turn_input: TurnInput) -> Reply | None:
        """Return the assistant's decision, None where it is not there or says what nobody knows."""
        try:
            reply = await self.assistant.ask(turn_input, within=PATIENCE)
            if _only_mentions(turn_input, reply):
                reply = await self._asked_about_mention(turn_input, reply)
        except AssistantUnavailable as fault:
            self.on_fault(str(fault))
            return None
        if all(is_known(say.key, self.catalogue) for say in reply.say):
            return reply
        self.on_fault("strange")
        return None

    async def _asked_about_mention(self, turn_input: TurnInput, reply: Reply) -> Reply:
        """Return the decision on a text that mentions a language without asking for it: a foreign site, or nothing understood."""
        if turn_input.asked == "ask.platform":
            answer = replace(turn_input, text="", payload="answer:platform=unknown")
            return await self.assistant.ask(answer, within=PATIENCE)
        likeliest = (f"topic.{guess.intent}" for guess in reply.understood.alternatives)
        offered = tuple(button for button in likeliest if button in self.catalogue.buttons)
        return replace(reply, say=(Say(key="unclear", buttons=offered),))

    async def _note(self, conversation: ConversationId, turn_input: TurnInput, danger: str) -> Understanding:
        """Let the assistant take note of a turn that is answered already: ages and places are not asked again."""
        try:
            reply = await self.assistant.ask(turn_input, within=PATIENCE_IN_DANGER)
        except AssistantUnavailable as fault:
            self.on_fault(str(fault))
            return Understanding(intent=danger, confidence=1.0)
        async with self.core.archive.work() as records:
            current = await records.conversations.get(conversation)
            if current is not None:
                slots = {name: value for name, value in reply.understood.slots.items() if name != "topic"}
                current = replace(current, answers=current.answers.with_slots(slots))
                await records.conversations.update(current, expires_at=self.core.retention.expiry_of(current))
        if reply.understood.intent not in ENTRY:
            return replace(reply.understood, intent=danger)
        return reply.understood


def _asks_for_language_only(turn_input: TurnInput) -> bool:
    text = turn_input.text
    return wished_language(text, current=turn_input.language) is not None and not says_more(text)


def _only_mentions(turn_input: TurnInput, reply: Reply) -> bool:
    """Tell whether the assistant would change the language though the text does not ask for one."""
    changes = any(say.key == LANGUAGE_CHANGED for say in reply.say)
    return changes and wished_language(turn_input.text, current=turn_input.language) is None
