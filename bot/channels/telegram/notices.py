"""Notices that are said once in a while, so that a flood of messages does not bring a flood of the same answer."""

import asyncio
from dataclasses import dataclass, field

from bot.conversation.conversations import Conversations
from bot.conversation.model import ConversationId, Say

QUIET_PERIOD = 30.0
"""Seconds for which a notice is not repeated."""


@dataclass(frozen=True, kw_only=True)
class Notices:
    """Says notices and remembers when."""

    conversations: Conversations
    _times: dict[tuple[ConversationId, str], float] = field(default_factory=dict)

    async def say(self, conversation: ConversationId, key: str, *, until_quiet: bool = False) -> None:
        """Say an entry unless it was said within the quiet period.

        With `until_quiet` each suppressed notice begins the period anew: it is said again only after a pause in the flood.
        """
        now = asyncio.get_running_loop().time()
        for notice in [notice for notice, at in self._times.items() if now - at >= QUIET_PERIOD]:
            del self._times[notice]
        notice = (conversation, key)
        is_repeated = notice in self._times
        if not is_repeated:
            await self.conversations.turns.say(conversation, Say(key=key))
        if until_quiet or not is_repeated:
            self._times[notice] = now
