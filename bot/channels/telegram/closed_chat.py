"""A closed conversation: it takes no more messages, but offers a new chat, or a counsellor again."""

import contextlib
from dataclasses import dataclass

from bot.conversation.conversations import Conversations
from bot.conversation.danger.detector import ENTRY
from bot.conversation.errors import HandoverRefused
from bot.conversation.model import ConversationId, Say, Share
from bot.conversation.ports import Staffing
from bot.language import Language

CLOSED = "telegram.closed"
COUNSELLOR_AGAIN = frozenset({"do:reopen", "topic:talk_to_human"})
"""Buttons and commands by which somebody asks for a counsellor once more."""


@dataclass(frozen=True, kw_only=True)
class ClosedChat:
    """Answers buttons in closed conversations."""

    conversations: Conversations

    async def press(self, conversation: ConversationId, payload: str) -> None:
        """Answer a button: those that only inform, or help in danger, work here too."""
        kind, _, rest = payload.partition(":")
        is_known = self.conversations.turns.has_button(payload)
        if payload in COUNSELLOR_AGAIN:
            await self._offer_counsellor(conversation)
        elif is_known and kind == "call":
            await self._call(conversation, rest)
        elif is_known and kind == "language":
            await self.conversations.choose_language(conversation, Language(rest))
            await self._say_closed(conversation)
        elif is_known and (kind == "say" or rest in ENTRY):
            await self.conversations.turns.say(conversation, Say(key=ENTRY.get(rest, rest)))
        else:
            await self._say_closed(conversation)

    async def _say_closed(self, conversation: ConversationId) -> None:
        await self.conversations.turns.say(conversation, Say(key=CLOSED))

    async def _call(self, conversation: ConversationId, choice: str) -> None:
        """Put the conversation back into the queue; the button chose what counsellors may see of it."""
        later, share = choice.startswith("message_"), choice.removeprefix("message_")
        staffing = await self.conversations.person.staffing()
        if share not in set(Share):
            await self._say_closed(conversation)
        elif staffing is Staffing.PRESENT or (later and staffing is Staffing.AWAY):
            await self._reopen(conversation, Share(share), later=later)
        else:  # counsellors came or left after the button was shown
            await self._offer_counsellor(conversation)

    async def _reopen(self, conversation: ConversationId, share: Share, *, later: bool) -> None:
        with contextlib.suppress(HandoverRefused):  # it was reopened this very moment, and that was said
            await self.conversations.person.reopen(conversation, share=share, later=later)

    async def _offer_counsellor(self, conversation: ConversationId) -> None:
        await self.conversations.turns.say(conversation, await self.conversations.person.offer())
