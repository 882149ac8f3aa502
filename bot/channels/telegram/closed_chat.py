"""A chat that was closed: it takes nothing more, but answers, and shows the ways on: a new chat, or a counsellor again."""

import contextlib
from dataclasses import dataclass

from bot.conversation.conversations import ConversationService
from bot.conversation.danger.detector import ENTRY
from bot.conversation.errors import HandoverRefused
from bot.conversation.model import ConversationId, Say, Share
from bot.conversation.ports import Staffing
from bot.conversation.turns.responder import HUMAN
from bot.language import Language

CLOSED = "telegram.closed"
AGAIN = frozenset({"do:reopen", "topic:talk_to_human"})
"""Buttons and commands by which somebody asks for a counsellor once more."""


@dataclass(frozen=True, kw_only=True)
class Closed:
    """Answers in chats that were closed."""

    service: ConversationService

    async def offer(self, conversation: ConversationId) -> None:
        """Say that the chat is closed, and the ways on."""
        await self.service.say(conversation, Say(key=CLOSED))

    async def pressed(self, conversation: ConversationId, payload: str) -> None:
        """Answer a button: what only informs, and what helps in danger, does so here too."""
        kind, _, rest = payload.partition(":")
        known = payload in {button.payload for button in self.service.catalogue.buttons.values()}
        if payload in AGAIN:
            await self._offer_counsellor(conversation)
        elif known and kind == "call":
            await self._call(conversation, rest)
        elif known and kind == "language":
            await self.service.choose_language(conversation, Language(rest))
            await self.offer(conversation)
        elif known and (kind == "say" or rest in ENTRY):
            await self.service.say(conversation, Say(key=ENTRY.get(rest, rest)))
        else:
            await self.offer(conversation)

    async def _call(self, conversation: ConversationId, what: str) -> None:
        """Put the chat back into the queue; what of it may be seen was chosen by the button."""
        later, share = what.startswith("message_"), what.removeprefix("message_")
        staffing = await self.service.desk.staffing()
        if share not in set(Share):
            await self.offer(conversation)
        elif staffing is Staffing.PRESENT or (later and staffing is Staffing.AWAY):
            await self._reopen(conversation, Share(share), later=later)
        else:  # how it was when the button was shown is not how it is now
            await self._offer_counsellor(conversation)

    async def _reopen(self, conversation: ConversationId, share: Share, *, later: bool) -> None:
        with contextlib.suppress(HandoverRefused):  # it was reopened this very moment, and that was said
            await self.service.person.reopen(conversation, share=share, later=later)

    async def _offer_counsellor(self, conversation: ConversationId) -> None:
        staffing = await self.service.desk.staffing()
        opening = await self.service.desk.next_opening() if staffing is Staffing.AWAY else None
        said = Say(key=HUMAN[staffing], opens_at=opening.isoformat() if opening else "")
        await self.service.say(conversation, said)
