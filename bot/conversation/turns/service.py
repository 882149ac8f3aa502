"""The turns of a conversation: a message comes in, the right words go out, for every channel in the same way."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from bot.conversation.core import Core
from bot.conversation.danger.buttons import danger_of_button
from bot.conversation.danger.detector import DangerDetector
from bot.conversation.danger.state import SafetyState
from bot.conversation.errors import ConversationClosed, ConversationGone
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.model import ConversationId, Message, Nonce, Say, TakenMessage, Turn
from bot.conversation.turns.clean_text import LONGEST
from bot.conversation.turns.intake import Intake
from bot.conversation.turns.responder import Responder
from bot.conversation.turns.said_again import wished_again
from bot.conversation.turns.turn import (
    IMAGE_PLACEHOLDER,
    group_into_turns,
    input_of,
    open_conversation,
    repeated_turn,
    says,
)
from bot.conversation.turns.typed_choices import choices_on_screen, typed_choice
from bot.guidance.catalogue import Catalogue
from understanding.reading import CLEAR


@dataclass(frozen=True, kw_only=True)
class Turns:
    """Takes what people write and press, and answers it."""

    core: Core
    catalogue: Catalogue
    danger_detector: DangerDetector
    intake: Intake
    responder: Responder

    async def receive(self, conversation: ConversationId, raw: str, *, nonce: Nonce) -> Turn:
        """Take what a person wrote and answer it; see take for what it raises."""
        taken = await self.take(conversation, raw, nonce=nonce)
        return await self._answer(conversation, [taken.message])

    async def press(self, conversation: ConversationId, payload: str, *, nonce: Nonce) -> Turn:
        """Take a pressed button and answer it; see take_press for what it raises."""
        taken = await self.take_press(conversation, payload, nonce=nonce)
        return await self._answer(conversation, [taken.message])

    async def take(
        self,
        conversation: ConversationId,
        raw: str,
        *,
        nonce: Nonce,
        media: bool = False,
        longest: int = LONGEST,
    ) -> TakenMessage:
        """Store what a person wrote, to be answered by answer_open; see Intake.take."""
        return await self.intake.take(conversation, raw, nonce=nonce, media=media, longest=longest)

    async def take_press(self, conversation: ConversationId, payload: str, *, nonce: Nonce) -> TakenMessage:
        """Store a pressed button, to be answered by answer_open; see Intake.take_press."""
        return await self.intake.take_press(conversation, payload, nonce=nonce)

    async def say(self, conversation: ConversationId, said: Say) -> None:
        """Say an entry that answers nothing, in any stage: a notice of the channel. The chat is kept no longer for it."""
        async with self.core.archive.work() as records:
            current = replace(await existing_conversation(records, conversation), asked=said.key)
            await records.messages.append(conversation, [says(said, self.core.clock.now())])
            await records.conversations.update(current, expires_at=self.core.retention.expiry_of(current))
        self.core.bell.ring()

    async def answer_open(self, conversation: ConversationId, *, first: Sequence[Say] = ()) -> tuple[Turn, ...]:
        """Answer stored messages that have no answer yet, in order; texts that came together are one turn.

        `first` is said before the first answer, in place of the default notice about a file.
        """
        turns: list[Turn] = []
        async with self.core.archive.look() as records:
            await open_conversation(records, conversation)
            left = [message for message in await records.messages.read(conversation) if not message.answered]
        for together in group_into_turns(left):
            turns.append(await self._answer(conversation, together, first=() if turns else first))
        return tuple(turns)

    async def answer_unanswered(self, *, older_than: timedelta) -> int:
        """Answer messages that were stored but, because a process died, never answered; return how many turns."""
        count = 0
        async with self.core.archive.look() as records:
            waiting = await records.messages.unanswered(before=self.core.clock.now() - older_than)
        for conversation in waiting:
            try:
                count += len(await self.answer_open(conversation))
            except (ConversationGone, ConversationClosed):
                continue
        return count

    def has_button(self, payload: str) -> bool:
        """Tell whether some button of the guidance has a payload."""
        return self.catalogue.button_of(payload) is not None

    def danger_in(self, raw: str, *, alone: bool = True) -> str | None:
        """Return the danger in a text that belongs to no conversation, judged by patterns and the local model; `alone` is in doubt quicker."""
        return self.danger_detector.detect(raw[:LONGEST], alone=alone)

    def danger_in_press(self, payload: str) -> str | None:
        """Return the danger to the person themselves that a pressed button tells of."""
        danger = danger_of_button(payload, SafetyState())
        return danger.kind if danger.level == CLEAR and danger.about == "self" else None

    async def _answer(
        self,
        conversation: ConversationId,
        together: Sequence[Message],
        *,
        first: Sequence[Say] = (),
    ) -> Turn:
        """Answer messages as one turn, unless they have their answer."""
        async with self.core.archive.look() as records:
            current = await open_conversation(records, conversation)
            if together[-1].answered:
                return await repeated_turn(records, current, together[-1])
            messages = await records.messages.read(conversation)
        text = "\n".join(message.text for message in together if message.text != IMAGE_PLACEHOLDER)
        payload = together[-1].payload
        choices = choices_on_screen(messages, language=current.language, catalogue=self.catalogue)
        payload = payload or typed_choice(text, choices) or wished_again(text, messages) or ""
        turn_input = input_of(current, text="" if payload else text, payload=payload)
        if any(message.media for message in together):
            first = first or [Say(key="image.refused")]
        on_screen = tuple(choice.payload for choice in choices)
        return await self.responder.answer(current, together[-1], turn_input, first=first, on_screen=on_screen)
