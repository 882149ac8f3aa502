"""An outbox in memory."""

from collections.abc import Sequence

from bot.conversation.delivery import OutboxMessage


class MemoryOutbox:
    """Holds messages until they are delivered."""

    def __init__(self, messages: Sequence[OutboxMessage] = ()) -> None:
        """Begin with messages."""
        self.messages = list(messages)

    async def pending(self, *, limit: int = 500) -> Sequence[OutboxMessage]:
        """Return them, oldest first."""
        return self.messages[:limit]

    async def remove(self, messages: Sequence[OutboxMessage]) -> None:
        """Remove messages that the channel has delivered."""
        taken = {message.id for message in messages}
        self.messages = [message for message in self.messages if message.id not in taken]
