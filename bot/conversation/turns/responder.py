"""From a message that was kept to what is said: danger first, then the assistant, never silence."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from bot.conversation.core import Core
from bot.conversation.danger.buttons import danger_of_button
from bot.conversation.danger.detector import DANGER_ENTRIES, DangerDetector
from bot.conversation.errors import AssistantUnavailable, HandoverRefused
from bot.conversation.handover.person import PersonHandover
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.handover.stages import Stage, assistant_may_speak
from bot.conversation.model import Conversation, Message, Say, Turn, Understanding
from bot.conversation.ports import Assistant, Reply, TurnInput
from bot.conversation.turns.calling import Calling, TurnSteps
from bot.conversation.turns.gaps import gaps_in
from bot.conversation.turns.going_on import asks_for_it, goes_on
from bot.conversation.turns.human_wish import gives_up
from bot.conversation.turns.language_wish import says_more, wished_language
from bot.conversation.turns.repetition import said_by
from bot.conversation.turns.turn import language_wanted, open_conversation, repeated_turn, says
from bot.conversation.turns.wording import Decided, is_known, put_into_words
from bot.guidance.catalogue import Catalogue
from understanding.gazetteer import Tables
from understanding.language import JAPANESE_LETTER
from understanding.reading import CLEAR, Danger, Reading
from understanding.rules import read

PATIENCE = 3.0
"""Seconds the assistant has for a turn."""

LANGUAGE_CHANGED = "language.changed"

LONG_JAPANESE, LONG_ENGLISH = 24, 9
"""Characters of a Japanese message, and words of an English one, from which it is more than a few words."""


UNREAD = ("unclear", "scripted")
"""What is said of words that the program could not read: never to somebody whose counsellor reads them."""

NEAR = 6
"""Messages before one that are looked at for what was offered."""


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
    tables: Tables

    async def answer(
        self,
        current: Conversation,
        sent: Message,
        turn_input: TurnInput,
        *,
        first: Sequence[Say] = (),
        on_screen: tuple[str, ...] = (),
    ) -> Turn:
        """Say what follows from a kept message; where there is danger, the emergency words before anything else.

        `current` is the conversation as it was when answering began: where a counsellor has come since, nothing is said.
        `first` is said before the assistant's own words, `on_screen` are the payloads of the buttons that the person sees.
        """
        danger = self._danger(current, turn_input)
        steps = TurnSteps(decide=partial(self._decide, current, danger=danger, on_screen=on_screen), say=self._say)
        taken = await self.calling.take(current, sent, turn_input, danger=danger, first=first, steps=steps)
        if isinstance(taken, Turn):
            return taken
        if taken.payload.startswith("call:"):
            return await self._move(current, sent, taken)
        if taken is not turn_input and not gives_up(
            turn_input.text
        ):  # it is about a counsellor, and about nothing else
            danger = Danger()
        decided = await self._decide(current, taken, danger=danger, on_screen=on_screen)
        return await self._say(current, sent, taken, replace(decided, say=(*first, *decided.say)))

    async def _decide(
        self, current: Conversation, turn_input: TurnInput, *, danger: Danger, on_screen: tuple[str, ...]
    ) -> Decided:
        """Return what is said to a message; in danger that rules see, the assistant is not waited for."""
        if danger.level == CLEAR:
            return Decided(say=(), understood=self._read(turn_input, danger), danger=danger, on_screen=on_screen)
        reply = self._direct(turn_input) or await self._ask(turn_input)
        reading = reply.understood.reading
        return Decided(
            say=[await self._to_a_human(say, current) for say in reply.say],
            understood=reply.understood,
            danger=self.danger_detector.join(danger, reading, text=turn_input.text, context=turn_input.context),
            asks=bool(turn_input.payload or _says_enough(turn_input.text) or (reading and _holds_something(reading))),
            goes_on=bool(turn_input.payload) or (reading is not None and goes_on(reading)),
            only_tells=not turn_input.payload and reading is not None and not asks_for_it(reading),
            is_wanted_again=turn_input.payload.startswith(("say:", "plan:start")),
            on_screen=on_screen,
        )

    async def _to_a_human(self, say: Say, current: Conversation) -> Say:
        """Return what is true about a human: where they stand, whether one can be called, that one reads what the program cannot."""
        if say.key.startswith(UNREAD) and current.stage is Stage.WAITING:
            return Say(key="waiting.added")
        if say.key != "human":
            return say
        return await (self.person.standing(current.id) if current.stage is Stage.WAITING else self.person.offer())

    async def _move(self, current: Conversation, sent: Message, turn_input: TurnInput) -> Turn:
        """Do what a button about a counsellor says; where it is not possible any more, say how things stand."""
        what = turn_input.payload.removeprefix("call:")
        try:
            await self.person.pressed(current.id, what)
        except HandoverRefused:
            stands = Say(key="waiting.given_up") if what == "give_up" else Say(key="human")
            said = Decided(say=(await self._to_a_human(stands, current),), understood=Understanding())
            return await self._say(current, sent, turn_input, said)
        async with self.core.archive.work() as records:
            await records.messages.mark_answered(current.id, up_to=sent.seq)
            return await repeated_turn(records, await existing_conversation(records, current.id), sent)

    async def _say(self, begun: Conversation, sent: Message, turn_input: TurnInput, decided: Decided) -> Turn:
        async with self.core.archive.work() as records:
            conversation, understood = begun.id, decided.understood
            current = await open_conversation(records, conversation)
            if not await records.messages.mark_answered(conversation, up_to=sent.seq):
                return await repeated_turn(records, current, sent)
            if wanted := language_wanted(turn_input, current):
                current = replace(current, language=wanted, language_chosen=True)
            now = self.core.clock.now()
            said, after = put_into_words(decided, conversation=current, catalogue=self.catalogue, at=now)
            if current.turn != begun.turn or not assistant_may_speak(current.stage):  # somebody else speaks now
                said = tuple(say for say in said if say.key in DANGER_ENTRIES)
                after = replace(current, safety=after.safety, asked=said[-1].key if said else current.asked)
            if not said:
                return Turn(conversation=current, messages=(), understood=understood, danger=False)
            after = replace(after, last_at=now)
            danger = any(say.key in DANGER_ENTRIES for say in said)
            for gap, intent in gaps_in(
                said, turn_input, understood, before=await records.messages.read(conversation, after=sent.seq - NEAR)
            ):
                await records.counts.add_gap(gap, intent=intent, language=current.language, at=now)
            call = await records.calls.of(conversation) if danger else None
            if call is not None:  # who waits comes to the front, who is talked with is seen to be in danger
                await records.calls.keep(replace(call, danger=True))
            messages = await records.messages.append(conversation, [says(say, now) for say in said])
            await records.conversations.update(after, expires_at=self.core.retention.expiry_of(after))
        self.core.bell.ring()
        return Turn(conversation=after, messages=tuple(messages), understood=understood, danger=danger)

    def _danger(self, current: Conversation, turn_input: TurnInput) -> Danger:
        """Return the danger in a message as far as it is known before the assistant is asked."""
        if turn_input.payload:
            return danger_of_button(turn_input.payload, current.safety)
        return self.danger_detector.assess(turn_input.text, context=turn_input.context) if turn_input.text else Danger()

    def _read(self, turn_input: TurnInput, danger: Danger) -> Understanding:
        """Return what rules read in a message that is answered without the assistant: ages and places are not asked again."""
        reading = replace(read(turn_input.text, tables=self.tables, context=turn_input.context), danger=danger)
        return Understanding(intent=danger.kind, confidence=1.0, slots=dict(reading.facts), reading=reading)

    def _direct(self, turn_input: TurnInput) -> Reply | None:
        """Return what a button says by itself, without the assistant."""
        kind, _, rest = turn_input.payload.partition(":")
        if kind == "plan":
            return Reply(say=(Say(key=f"plan.{rest}"),), understood=Understanding())
        if kind == "say":
            return Reply(say=(said_by(rest),), understood=Understanding())
        if kind == "language" or _asks_for_language_only(turn_input):
            return Reply(say=(Say(key=LANGUAGE_CHANGED),), understood=Understanding())
        return None

    async def _ask(self, turn_input: TurnInput) -> Reply:
        if not (turn_input.text or turn_input.payload):
            return Reply(say=(), understood=Understanding())
        alone = self.assistant is self.scripted
        reply = None if alone else await self._asked(turn_input)
        if reply is not None:
            return reply
        if not turn_input.text:
            return await self.scripted.ask(turn_input, within=PATIENCE)
        danger = self.danger_detector.assess(turn_input.text, context=turn_input.context, alone=True)
        understood = replace(self._read(turn_input, danger), intent="", confidence=0.0)
        asked = turn_input.context.asked
        answer = f"answer:{asked}={understood.slots[asked]}" if asked in understood.slots else ""
        reply = await self.scripted.ask(replace(turn_input, payload=answer), within=PATIENCE)
        return replace(reply, understood=understood)

    async def _asked(self, turn_input: TurnInput) -> Reply | None:
        """Return the assistant's decision, None where it is not there or says what nobody knows."""
        try:
            reply = await self.assistant.ask(turn_input, within=PATIENCE)
        except AssistantUnavailable as fault:
            self.on_fault(str(fault))
            return None
        if all(is_known(say.key, self.catalogue) for say in reply.say):
            return reply
        self.on_fault("strange")
        return None


def _asks_for_language_only(turn_input: TurnInput) -> bool:
    text = turn_input.text
    return wished_language(text, current=turn_input.language) is not None and not says_more(text)


def _holds_something(reading: Reading) -> bool:
    """Tell whether a message was read into anything that can be answered."""
    return bool(reading.needs or reading.question or reading.near or reading.facts)


def _says_enough(text: str) -> bool:
    """Tell whether a message is more than a few words: in danger such a message is not silence, even where it is not understood."""
    return len(text) >= LONG_JAPANESE if JAPANESE_LETTER.search(text) else len(text.split()) >= LONG_ENGLISH
