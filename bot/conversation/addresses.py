"""Coming back to a chat from elsewhere: which address finds which conversation."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.conversation.core import Core
from bot.conversation.handover.queue import existing_conversation
from bot.conversation.model import Address, ConversationId


@dataclass(frozen=True, kw_only=True)
class Readdressing:
    """Changes by which address a conversation is found; it has one at a time."""

    core: Core
    new_id: Callable[[], str]

    async def detach(self, conversation: ConversationId) -> None:
        """Let no address find a conversation any more; a return code still does. Raises ConversationGone."""
        await self.come_back(conversation, address=self._nowhere())

    async def come_back(self, conversation: ConversationId, *, address: Address) -> None:
        """Let an address find a conversation, in place of the one it had; raises ConversationGone."""
        async with self.core.archive.work() as records:
            await existing_conversation(records, conversation)
            other = await records.conversations.find(address)
            if other is not None:
                await records.conversations.readdress(other.id, self._nowhere())
            await records.conversations.readdress(conversation, address)

    def _nowhere(self) -> Address:
        return Address(f"detached:{self.new_id()}")
