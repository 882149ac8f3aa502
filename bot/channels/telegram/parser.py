"""Telegram's updates, parsed into the few things that can happen in a chat. No name and no file id goes further than here."""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from enum import StrEnum

from telegram import CallbackQuery, ChatMemberUpdated, Message, MessageEntity, Update
from telegram.constants import ChatMemberStatus, ChatType
from telegram.ext import filters

from bot.language import Language

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")
"""The kinds of updates that Telegram is asked for."""

COMMANDS = ("start", "help", "language", "human", "plan", "delete", "stop")
_MEMBER_STATUSES = (ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


class UpdateKind(StrEnum):
    """What happened in a chat."""

    TEXT = "text"
    EDIT = "edit"
    MEDIA = "media"
    PRESS = "press"
    COMMAND = "command"
    BLOCKED = "blocked"
    ADDED_TO_GROUP = "added_to_group"
    """The bot was added to a group or a channel."""
    IN_GROUP = "in_group"
    """Something was written or pressed in a group or a channel."""
    IGNORED = "ignored"


@dataclass(frozen=True, kw_only=True)
class IncomingUpdate:
    """One update; fields that its kind does not have are empty."""

    kind: UpdateKind
    update_id: int
    chat_id: int = field(default=0, repr=False)
    message_id: int = 0
    at: datetime
    """When a message was sent, by Telegram; of a press when it came, because Telegram does not say when it was made."""
    edited_at: datetime | None = None
    language: Language = Language.JA
    text: str = field(default="", repr=False)
    """A text, a caption, a button's payload, or the argument of a command."""
    command: str = ""
    album: str = field(default="", repr=False)
    """A digest that the files of one album share."""
    callback_query_id: str = field(default="", repr=False)
    button_title: str = field(default="", repr=False)
    """The title of the pressed button."""

    @property
    def acted_at(self) -> datetime:
        """Return when the person did it."""
        return self.edited_at or self.at


def parse(update: Update, *, now: datetime) -> IncomingUpdate:
    """Return what happened."""
    incoming = IncomingUpdate(kind=UpdateKind.IGNORED, update_id=update.update_id, at=now)
    if update.my_chat_member is not None:
        return _parse_membership(update.my_chat_member, incoming)
    if update.callback_query is not None:
        return _parse_press(update.callback_query, incoming)
    message = update.message or update.edited_message
    if message is None:
        return incoming
    return _parse_message(message, incoming, edited=update.edited_message is not None)


def guess_language(language_code: str | None) -> Language:
    """Return the language to begin in: Japanese for an app set to Japanese or to none, else English."""
    return Language.EN if language_code and not language_code.lower().startswith("ja") else Language.JA


def _parse_membership(change: ChatMemberUpdated, incoming: IncomingUpdate) -> IncomingUpdate:
    is_in = change.new_chat_member.status in _MEMBER_STATUSES
    if change.chat.type == ChatType.PRIVATE:
        kind = UpdateKind.IGNORED if is_in else UpdateKind.BLOCKED
    else:
        kind = UpdateKind.ADDED_TO_GROUP if is_in else UpdateKind.IGNORED
    return _with(incoming, kind=kind, chat_id=change.chat.id, language=guess_language(change.from_user.language_code))


def _parse_press(query: CallbackQuery, incoming: IncomingUpdate) -> IncomingUpdate:
    message = query.message
    if message is not None and message.chat.type != ChatType.PRIVATE:
        return _with(incoming, kind=UpdateKind.IN_GROUP, chat_id=message.chat.id)
    keyboard = message.reply_markup if isinstance(message, Message) else None
    buttons = [button for row in keyboard.inline_keyboard for button in row] if keyboard else []
    title = next((button.text for button in buttons if button.callback_data == query.data), "")
    return _with(
        incoming,
        kind=UpdateKind.PRESS,
        chat_id=message.chat.id if message else query.from_user.id,  # in a private chat they are the same
        message_id=message.message_id if message else 0,
        language=guess_language(query.from_user.language_code),
        text=query.data or "",
        callback_query_id=query.id,
        button_title=title,
    )


def _parse_message(message: Message, incoming: IncomingUpdate, *, edited: bool) -> IncomingUpdate:
    where = {"chat_id": message.chat.id, "message_id": message.message_id}
    if message.chat.type != ChatType.PRIVATE:
        return _with(incoming, kind=UpdateKind.IN_GROUP, **where)
    code = message.from_user.language_code if message.from_user else None
    edited_at = message.edit_date.astimezone(UTC) if edited and message.edit_date else None
    at = message.date.astimezone(UTC)
    known = {**where, "language": guess_language(code), "at": at, "edited_at": edited_at}
    if message.text is not None:
        command, rest = ("", message.text) if edited else _split_command(message)
        kind = UpdateKind.EDIT if edited else UpdateKind.COMMAND if command else UpdateKind.TEXT
        return _with(incoming, kind=kind, text=rest, command=command, **known)
    if filters.StatusUpdate.ALL.check_update(Update(incoming.update_id, message=message)):
        return incoming
    album = message.media_group_id or (f"edit of {message.message_id}" if edited else "")
    digest = hashlib.sha256(album.encode()).hexdigest()[:32] if album else ""
    return _with(incoming, kind=UpdateKind.MEDIA, text=message.caption or "", album=digest, **known)


def _split_command(message: Message) -> tuple[str, str]:
    """Return one of our commands and its argument, or no command and the whole text."""
    text = message.text or ""
    first = message.entities[0] if message.entities else None
    if first is None or first.type != MessageEntity.BOT_COMMAND or first.offset:
        return "", text
    name = text[1 : first.length].split("@")[0].lower()
    return (name, text[first.length :].strip()) if name in COMMANDS else ("", text)


def _with(incoming: IncomingUpdate, **values: object) -> IncomingUpdate:
    return IncomingUpdate(**{"update_id": incoming.update_id, "at": incoming.at, **values})  # type: ignore[arg-type]
