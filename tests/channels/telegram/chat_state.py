"""The state of a chat on the local Bot API: whether the bot may write, and which messages are in it."""

import time
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from aiogram.types import Chat, InlineKeyboardButton, InlineKeyboardMarkup, Message, MessageEntity

DELETABLE_FOR = timedelta(hours=48)
DICE_STAY_FOR = timedelta(hours=24)


@dataclass(frozen=True)
class ShownMessage:
    """A message of the bot as its reader sees it; `buttons` are (title, data or link), `at` is in monotonic seconds."""

    message_id: int
    text: str = field(repr=False)
    buttons: list[tuple[str, str]]
    entities: list[MessageEntity]
    silent: bool
    without_preview: bool
    at: float


@dataclass
class StoredMessage:
    """A message in a chat, with what Telegram does not write into it."""

    message: Message
    by_bot: bool
    kind: str = "text"
    silent: bool = False
    at: float = field(default_factory=time.monotonic)

    @property
    def is_old(self) -> bool:
        """Tell whether it can no longer be deleted."""
        return datetime.now(UTC) - self.message.date > DELETABLE_FOR

    @property
    def is_young_dice(self) -> bool:
        """Tell whether it is a die that nobody may take back yet: Telegram refuses a whole call with one of them."""
        return self.message.dice is not None and datetime.now(UTC) - self.message.date < DICE_STAY_FOR

    def shown(self) -> ShownMessage:
        """Return it as its reader sees it."""
        preview = self.message.link_preview_options
        return ShownMessage(
            message_id=self.message.message_id,
            text=self.message.text or "",
            buttons=buttons(self.message),
            entities=list(self.message.entities or []),
            silent=self.silent,
            without_preview=bool(preview and preview.is_disabled is True),
            at=self.at,
        )


class ChatState:
    """One chat; `forbidden` is why the bot may not send to it, None where it may."""

    def __init__(self, chat: Chat) -> None:
        """Begin empty."""
        self.chat = chat
        self.messages: dict[int, StoredMessage] = {}
        self.typing = 0
        self.answers: list[int] = []
        self.forbidden: str | None = None

    def by_bot(self) -> list[StoredMessage]:
        """Return the bot's messages that are still there, oldest first."""
        return [stored for stored in list(self.messages.values()) if stored.by_bot]

    def shown(self) -> list[ShownMessage]:
        """Return the bot's messages as they are seen now, oldest first."""
        return [stored.shown() for stored in self.by_bot()]

    def add(self, stored: StoredMessage) -> None:
        """Put a message into the chat."""
        self.messages[stored.message.message_id] = stored
        if stored.by_bot:
            self.answers.append(stored.message.message_id)

    def age(self, seconds: float) -> None:
        """Make every message older."""
        for stored in self.messages.values():
            stored.message = stored.message.model_copy(
                update={"date": stored.message.date - timedelta(seconds=seconds)}
            )


def buttons(message: Message) -> list[tuple[str, str]]:
    """Return the inline buttons under a message: title, and data or link."""
    return [(button.text, button.callback_data or button.url or "") for button in _every_button(message)]


def pressable(message: Message) -> dict[str, str]:
    """Return title and data of the buttons that tell the bot when they are pressed."""
    return {button.text: button.callback_data for button in _every_button(message) if button.callback_data}


def _every_button(message: Message) -> list[InlineKeyboardButton]:
    markup = message.reply_markup
    if not isinstance(markup, InlineKeyboardMarkup):
        return []
    return [button for row in markup.inline_keyboard for button in row]
