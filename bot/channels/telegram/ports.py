"""What the Telegram channel needs to be kept for it."""

from collections.abc import AsyncIterator, Sequence
from datetime import datetime, timedelta
from typing import Any, Protocol

from bot.conversation.model import ConversationId


class ChatMessage(Protocol):
    """One message in a chat: Telegram's number of it, the conversation's, whether it is ours, when it came."""

    @property
    def message_id(self) -> int: ...  # noqa: D102

    @property
    def seq(self) -> int: ...  # noqa: D102

    @property
    def own(self) -> bool: ...  # noqa: D102

    @property
    def at(self) -> datetime: ...  # noqa: D102


class Parcel(Protocol):
    """One message to deliver."""

    @property
    def conversation(self) -> ConversationId: ...  # noqa: D102

    @property
    def seq(self) -> int: ...  # noqa: D102

    @property
    def at(self) -> datetime: ...  # noqa: D102

    @property
    def parts_sent(self) -> int: ...  # noqa: D102


class Outbox(Protocol):
    """What waits for Telegram."""

    async def waiting(self) -> Sequence[Parcel]:
        """Return what waits, oldest first."""
        ...

    async def sent_part(self, parcel: Any) -> None:
        """Note that one more of a parcel's messages was sent."""
        ...

    async def delivered(self, parcels: Sequence[Any]) -> None:
        """Remove what was sent."""
        ...


class AddressBook(Protocol):
    """Chats by conversation, encrypted, while something is due to them; and which updates were taken."""

    async def hold(self, conversation: ConversationId, address: str, *, now: datetime) -> None:
        """Keep an address until nothing is due to it any more."""
        ...

    async def address_of(self, conversation: ConversationId) -> str | None:
        """Return an address, None where none is kept."""
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
        """Keep the number of a message in a chat, so that it can be removed there."""
        ...

    async def messages_of(self, conversation: ConversationId) -> Sequence[ChatMessage]:
        """Return what is in a chat, oldest first."""
        ...

    async def talking(self) -> Sequence[ConversationId]:
        """Return the conversations with an address that a counsellor has."""
        ...

    async def was_taken(self, update_id: int) -> bool:
        """Tell whether an update was taken before."""
        ...

    async def note_taken(self, update_id: int, *, now: datetime) -> None:
        """Note that an update was taken."""
        ...


class News(Protocol):
    """What happens in a conversation right now, told by whoever does it; nothing of it is kept."""

    def listen(self, topics: Sequence[str]) -> AsyncIterator[tuple[str, Any]]:
        """Yield (event, what goes with it) as it comes."""
        ...


class Leases(Protocol):
    """Work that only one process may do at a time."""

    async def take(self, name: str, *, now: datetime, lasts: timedelta) -> bool:
        """Take a lease or keep it longer; tell whether it is ours now."""
        ...

    async def give_back(self, name: str) -> None:
        """End a lease of ours."""
        ...
