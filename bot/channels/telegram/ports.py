"""What the Telegram channel needs from outside."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.channels.delivery import Outbox
from bot.conversation.delivery import ChannelMessage, OutboxMessage
from bot.conversation.model import ConversationId


class PartialOutbox(Outbox, Protocol):
    """An outbox whose messages are sent in parts."""

    async def mark_part_sent(self, message: OutboxMessage) -> None:
        """Note that one more part of a message was sent."""
        ...


class AddressBook(Protocol):
    """Where chats are, encrypted, while something is due to them; which messages are in them; which updates were taken."""

    async def hold(
        self, conversation: ConversationId, address: str, *, now: datetime, acted_at: datetime | None = None
    ) -> None:
        """Keep an address until nothing more is due to it, with when the person last did something in the chat."""
        ...

    async def note_act(self, conversation: ConversationId, *, acted_at: datetime, now: datetime) -> None:
        """Note when the person did something, where an address is kept already."""
        ...

    async def last_act_of(self, conversation: ConversationId) -> datetime | None:
        """Return when the person last did something, None where no address is kept."""
        ...

    async def address_of(self, conversation: ConversationId) -> str | None:
        """Return an address, None where none is stored."""
        ...

    async def release(self, conversation: ConversationId) -> None:
        """Forget an address, unless something is still due to it."""
        ...

    async def release_all(self) -> None:
        """Forget every address to which nothing is due."""
        ...

    async def note_message(
        self, conversation: ConversationId, *, message_id: int, seq: int, own: bool, at: datetime
    ) -> None:
        """Store the number of a message in a chat, so that it can be deleted there."""
        ...

    async def messages_of(self, conversation: ConversationId) -> Sequence[ChannelMessage]:
        """Return the messages in a chat, oldest first."""
        ...

    async def with_counsellor(self) -> Sequence[ConversationId]:
        """Return the conversations that have an address and are with a counsellor."""
        ...

    async def was_taken(self, update_id: int) -> bool:
        """Tell whether an update was taken before."""
        ...

    async def note_taken(self, update_id: int, *, now: datetime) -> None:
        """Note that an update was taken."""
        ...


class LiveUpdates(Protocol):
    """What happens in conversations right now; nothing of it is stored."""

    def listen(self, topics: Sequence[str]) -> AsyncIterator[tuple[str, Any]]:
        """Yield each event with its payload as it comes."""
        ...


class Leases(Protocol):
    """Work that only one process may do at a time."""

    async def take(self, name: str, *, now: datetime, lasts: timedelta) -> bool:
        """Take or renew a lease; tell whether it is ours now."""
        ...

    async def give_back(self, name: str) -> None:
        """End a lease of ours."""
        ...
