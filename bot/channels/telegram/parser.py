"""What Telegram sends, read into the few things that can happen in a chat. No name, no file id comes further than here."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from telegram import CallbackQuery, ChatMemberUpdated, Message, MessageEntity, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import filters

from bot.language import Language

ALLOWED = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that are asked for."""

COMMANDS = ("start", "help", "language", "human", "delete", "stop")
_MEMBER = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


class Kind(StrEnum):
    """What happened."""

    TEXT = "text"
    EDIT = "edit"
    MEDIA = "media"
    PRESS = "press"
    COMMAND = "command"
    BLOCKED = "blocked"
    ADDED = "added"
    """To a group or a channel."""
    ELSEWHERE = "elsewhere"
    """Something was written in a group or a channel."""
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Came:
    """One update; what is not of its kind is empty."""

    kind: Kind
    update_id: int
    chat_id: int = field(default=0, repr=False)
    message_id: int = 0
    at: datetime
    language: Language = Language.JA
    text: str = field(default="", repr=False)
    """Words, a caption, a button's data, or what follows a command."""
    command: str = ""
    album: str = field(default="", repr=False)
    """A digest by which the parts of one album are known as one."""
    press_id: str = field(default="", repr=False)
    pressed: str = field(default="", repr=False)
    """The title of the pressed button."""


def read(update: Update, *, now: datetime) -> Came:
    """Return what an update means for us."""
    came = Came(kind=Kind.NOTHING, update_id=update.update_id, at=now)
    if update.my_chat_member is not None:
        return _member(update.my_chat_member, came)
    if update.callback_query is not None:
        return _press(update.callback_query, came)
    message = update.message or update.edited_message
    if message is None:
        return came
    return _message(message, came, edited=update.edited_message is not None)


def hint(language_code: str | None) -> Language:
    """Return the language to begin in, by what the app is set to: Japanese, else English; Japanese where it says nothing."""
    return Language.EN if language_code and not language_code.lower().startswith("ja") else Language.JA


def _member(change: ChatMemberUpdated, came: Came) -> Came:
    is_in = change.new_chat_member.status in _MEMBER
    if change.chat.type == ChatType.PRIVATE:
        kind = Kind.NOTHING if is_in else Kind.BLOCKED
    else:
        kind = Kind.ADDED if is_in else Kind.NOTHING
    return _of(came, kind=kind, chat_id=change.chat.id, language=hint(change.from_user.language_code))


def _press(query: CallbackQuery, came: Came) -> Came:
    message = query.message
    if message is not None and message.chat.type != ChatType.PRIVATE:
        return _of(came, kind=Kind.ELSEWHERE, chat_id=message.chat.id)
    keyboard = message.reply_markup if isinstance(message, Message) else None
    buttons = [button for row in keyboard.inline_keyboard for button in row] if keyboard else []
    title = next((button.text for button in buttons if button.callback_data == query.data), "")
    return _of(
        came,
        kind=Kind.PRESS,
        chat_id=message.chat.id if message else query.from_user.id,  # in a private chat they are the same
        message_id=message.message_id if message else 0,
        language=hint(query.from_user.language_code),
        text=query.data or "",
        press_id=query.id,
        pressed=title,
    )


def _message(message: Message, came: Came, *, edited: bool) -> Came:
    where = {"chat_id": message.chat.id, "message_id": message.message_id}
    if message.chat.type != ChatType.PRIVATE:
        return _of(came, kind=Kind.ELSEWHERE, **where)
    code = message.from_user.language_code if message.from_user else None
    known = {**where, "language": hint(code), "at": message.date.astimezone(UTC)}
    if message.text is not None:
        command, rest = ("", message.text) if edited else _command(message)
        kind = Kind.EDIT if edited else Kind.COMMAND if command else Kind.TEXT
        return _of(came, kind=kind, text=rest, command=command, **known)
    if filters.StatusUpdate.ALL.check_update(Update(came.update_id, message=message)):
        return came
    album = message.media_group_id or (f"edit of {message.message_id}" if edited else "")
    digest = hashlib.sha256(album.encode()).hexdigest()[:32] if album else ""
    return _of(came, kind=Kind.MEDIA, text=message.caption or "", album=digest, **known)


def _command(message: Message) -> tuple[str, str]:
    """Return a command of ours and what follows it; no command and the whole text where it is none."""
    text = message.text or ""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return "", text
    name = text[1 : first.length].split("@")[0].lower()
    return (name, text[first.length :].strip()) if name in COMMANDS else ("", text)


def _of(came: Came, **values: object) -> Came:
    return Came(**{"update_id": came.update_id, "at": came.at, **values})  # type: ignore[arg-type]
