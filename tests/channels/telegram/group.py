"""A group, supergroup or channel that somebody has added the bot to."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from aiogram.types import Chat, ChatMemberAdministrator, ChatMemberLeft, ChatMemberMember, ChatMemberUpdated, Message

from tests.channels.telegram.chat_state import ChatState, StoredMessage

if TYPE_CHECKING:
    from tests.channels.telegram.account import TelegramAccount
    from tests.channels.telegram.bot_api import BotApi

_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_promote_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_post_messages",
    "can_edit_messages",
)


class Group(ChatState):
    """A chat of several people; `left` says whether the bot has gone."""

    def __init__(self, api: BotApi, *, by: TelegramAccount, kind: str) -> None:
        """Make one up, with the name canary of whoever made it in its title."""
        number = 10**9 + secrets.randbelow(9 * 10**9)
        chat_id = -number if kind == "group" else -(10**12 + number)
        super().__init__(Chat(id=chat_id, type=kind, title=f"{by.name_canary} の集まり"))
        self.by = by
        self.left = False
        self._api = api

    @property
    def id(self) -> int:
        """Return the chat's id."""
        return self.chat.id

    def shown_texts(self) -> list[str]:
        """Return what the bot's messages here say, oldest first."""
        return [shown.text for shown in self.shown()]

    def adds_bot(self) -> None:
        """Tell the bot that it is in, as Telegram does: about its membership, and in the group itself."""
        self.left, self.forbidden = False, None
        self._tell_membership(self._away(), self._in(), by=self.by.user)
        if self.chat.type != "channel":
            self._tell(new_chat_members=[self._api.me], by=self.by)

    def removes_bot(self) -> None:
        """Let the one who added the bot remove it again."""
        self._end(by=self.by.user)

    def bot_leaves(self) -> None:
        """Note that the bot has gone by itself."""
        self._end(by=self._api.me)

    def writes(self, text: str, *, by: TelegramAccount | None = None) -> int:
        """Write here, as whoever added the bot or as somebody else; return the message's id."""
        return self._tell(text=text, by=by or self.by)

    def _tell(self, *, by: TelegramAccount, **content: Any) -> int:
        in_channel = self.chat.type == "channel"
        sender = {"sender_chat": self.chat} if in_channel else {"from_user": by.user}
        message_id = self._api.next_message_id()
        message = Message(message_id=message_id, date=datetime.now(UTC), chat=self.chat, **sender, **content)
        self.add(StoredMessage(message, by_bot=False))
        self._api.updates.add(**{"channel_post" if in_channel else "message": message})
        return message_id

    def _end(self, *, by: Any) -> None:
        self.left = True
        self.forbidden = f"Forbidden: bot is not a member of the {self.chat.type} chat"
        self._tell_membership(self._in(), self._away(), by=by)

    def _tell_membership(self, before: Any, after: Any, *, by: Any) -> None:
        changed = ChatMemberUpdated(
            chat=self.chat, from_user=by, date=datetime.now(UTC), old_chat_member=before, new_chat_member=after
        )
        self._api.updates.add(my_chat_member=changed)

    def _in(self) -> Any:
        if self.chat.type != "channel":
            return ChatMemberMember(user=self._api.me)
        rights: Any = dict.fromkeys(_RIGHTS, True)
        return ChatMemberAdministrator(user=self._api.me, can_be_edited=False, is_anonymous=False, **rights)

    def _away(self) -> Any:
        return ChatMemberLeft(user=self._api.me)
