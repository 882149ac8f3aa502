"""From what a person sends to a message that is kept, or refused without losing anything."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.conversation.core import Core
from bot.conversation.danger.detector import DangerDetector
from bot.conversation.danger.moves import State
from bot.conversation.danger.safety import Circumstances, respond
from bot.conversation.errors import (
    ConversationClosed,
    DangerAnswered,
    MessageEmpty,
    MessageHoldsCode,
    MessageTooFast,
    MessageTooLong,
    UnknownChoice,
)
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.model import Author, Conversation, ConversationId, Message, Nonce, Say, TakenMessage
from bot.conversation.ports import CodeBook
from bot.conversation.records import Records
from bot.conversation.turns.clean_text import LONGEST, Cleaned, clean
from bot.conversation.turns.turn import IMAGE_PLACEHOLDER, language_after, open_conversation, says
from bot.guidance.catalogue import SAY, SHOW_AGAIN, Catalogue
from understanding.reading import CLEAR, Danger

BURST, BURST_WINDOW = 10, timedelta(seconds=10)
"""Messages taken within a window."""


@dataclass(frozen=True, kw_only=True)
class Intake:
    """Takes what people write and press."""

    core: Core
    catalogue: Catalogue
    danger_detector: DangerDetector
    codes: CodeBook
    burst: int = BURST

    async def take(
        self,
        conversation: ConversationId,
        raw: str,
        *,
        nonce: Nonce,
        media: bool = False,
        longest: int = LONGEST,
    ) -> TakenMessage:
        """Keep what a person wrote; with `media` there was a file with it, and there may be no words.

        Raises MessageRefused when it is not taken, ConversationGone or ConversationClosed when there is nobody to take it;
        where there is danger in it, the emergency words are said all the same, and DangerAnswered tells so of a closed one.
        """
        cleaned = await self._cleaned(conversation, raw, media=media, longest=longest)
        danger = self.danger_detector.detect(cleaned.text)
        if self.codes.might_hold(cleaned.text):
            if danger is None:  # comparing codes costs time: not more often than messages are taken
                await self._refuse_too_fast(conversation, nonce)
            if await self.codes.holds(cleaned.text):
                await self._speak_to_danger_in(conversation, cleaned.text)
                raise MessageHoldsCode
        try:
            known = await self._keep(conversation, cleaned, nonce=nonce, danger=danger)
        except ConversationClosed as closed:
            if await self._speak_to_danger_in(conversation, cleaned.text):
                raise DangerAnswered from closed
            raise
        self.core.bell.ring()  # a counsellor may be reading
        return TakenMessage(message=known, danger=danger)

    async def take_press(self, conversation: ConversationId, payload: str, *, nonce: Nonce) -> TakenMessage:
        """Keep a pressed button; raises UnknownChoice when no button has the payload, else as take does.

        What was said before in the conversation can be asked for once more: `say:MARK`, see repetition.mark_of.
        """
        button = self.catalogue.button_of(payload)
        once_more = payload.removeprefix(SAY) if payload.startswith(SAY) and not button else ""
        if not (button or once_more) or payload.startswith("do:"):
            raise UnknownChoice
        async with self.core.archive.work() as records:
            now, current = self.core.clock.now(), await open_conversation(records, conversation)
            known = await records.messages.by_nonce(conversation, nonce)
            if known is None:
                if once_more and once_more not in current.said:
                    raise UnknownChoice
                if await self._is_too_fast(records, conversation, now):
                    raise MessageTooFast
                title = self.catalogue.title(button.key if button else SHOW_AGAIN, language=current.language)
                sent = Message(seq=0, author=Author.PERSON, at=now, text=title, payload=payload, answered=False)
                known = (await records.messages.append(conversation, [sent], nonce=nonce))[0]
                current = replace(current, last_at=now)
                await records.conversations.update(current, expires_at=self.core.retention.expiry_of(current))
        self.core.bell.ring()
        return TakenMessage(message=known)

    async def _keep(
        self, conversation: ConversationId, cleaned: Cleaned, *, nonce: Nonce, danger: str | None
    ) -> Message:
        async with self.core.archive.work() as records:
            now, current = self.core.clock.now(), await open_conversation(records, conversation)
            known = await records.messages.by_nonce(conversation, nonce)
            if known is not None:
                return known
            heard_already = danger is None or current.safety.state is State.DANGER
            if heard_already and await self._is_too_fast(records, conversation, now):
                raise MessageTooFast
            current = replace(current, language=language_after(current, cleaned.text), last_at=now)
            sent = Message(
                seq=0,
                author=Author.PERSON,
                at=now,
                text=cleaned.text or IMAGE_PLACEHOLDER,
                answered=False,
                media=cleaned.had_image,
            )
            kept: Sequence[Message] = await records.messages.append(conversation, [sent], nonce=nonce)
            await records.conversations.update(current, expires_at=self.core.retention.expiry_of(current))
            return kept[0]

    async def _refuse_too_fast(self, conversation: ConversationId, nonce: Nonce) -> None:
        async with self.core.archive.look() as records:
            is_new = await records.messages.by_nonce(conversation, nonce) is None
            if is_new and await self._is_too_fast(records, conversation, self.core.clock.now()):
                raise MessageTooFast

    async def _is_too_fast(self, records: Records, conversation: ConversationId, now: datetime) -> bool:
        return await records.messages.sent_since(conversation, now - BURST_WINDOW) >= self.burst

    async def _cleaned(self, conversation: ConversationId, raw: str, *, media: bool, longest: int) -> Cleaned:
        try:
            cleaned = clean(raw, longest=longest)
        except MessageTooLong:
            await self._speak_to_danger_in(conversation, raw[:longest])
            raise
        except MessageEmpty:
            if not media:
                raise
            return Cleaned(text="", had_image=True)
        return replace(cleaned, had_image=cleaned.had_image or media)

    async def _speak_to_danger_in(self, conversation: ConversationId, refused: str) -> bool:
        """Say the emergency words where a message that is not taken shows danger, in a closed chat too; tell whether it does."""
        danger = self.danger_detector.detect(refused)
        if danger is None:
            return False
        async with self.core.archive.work() as records:
            now, current = self.core.clock.now(), await existing_conversation(records, conversation)
            found = Danger(level=CLEAR, kind=danger)
            response = respond(current.safety, found, circumstances=Circumstances(role=current.answers.role, at=now))
            after: Conversation = replace(
                current,
                language=language_after(current, refused),
                asked=response.first[-1],
                safety=response.state,
                last_at=now,
            )
            await records.messages.append(conversation, [says(Say(key=key), now) for key in response.first])
            await records.conversations.update(after, expires_at=self.core.retention.expiry_of(after))
        self.core.bell.ring()
        return True
