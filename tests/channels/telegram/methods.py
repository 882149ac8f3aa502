"""The methods of the Bot API: each takes a call that is allowed, and returns the result that Telegram would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from aiogram.types import (
    BotDescription,
    BotShortDescription,
    LinkPreviewOptions,
    Message,
)

from tests.channels.telegram.api_calls import ApiRefusal, ApiViolation
from tests.channels.telegram.chat_state import ChatState, StoredMessage
from tests.channels.telegram.rules import plain

if TYPE_CHECKING:
    from tests.channels.telegram.bot_api import BotApi

_UNCHANGED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a "
    "current content and reply markup of the message"
)
_TOO_LATE = "Bad Request: query is too old and response timeout expired or query ID is invalid"


def perform(api: BotApi, call: Any) -> Any:
    """Do what a call says; a method that does nothing here answers true."""
    if isinstance(getattr(call, "chat_id", None), int | str):
        _state(api, call)
    do = _ACTIONS.get(call.__api_method__)
    return do(api, call) if do else True


def _state(api: BotApi, call: Any) -> ChatState:
    state = api.chats.get(call.chat_id)
    if state is None:
        raise ApiViolation("chat not found")
    return state


def _writable_state(api: BotApi, call: Any) -> ChatState:
    state = _state(api, call)
    if state.forbidden:
        raise ApiRefusal(403, state.forbidden)
    return state


def _send_message(api: BotApi, call: Any) -> Message:
    state = _writable_state(api, call)
    text, entities = plain(call)
    preview = call.link_preview_options
    message = Message(
        message_id=api.next_message_id(),
        date=datetime.now(UTC),
        chat=state.chat,
        from_user=api.me,
        text=text,
        entities=entities or None,
        reply_markup=call.reply_markup,
        link_preview_options=preview if isinstance(preview, LinkPreviewOptions) else None,
    )
    state.add(StoredMessage(message, by_bot=True, silent=bool(call.disable_notification)))
    return message


def _send_chat_action(api: BotApi, call: Any) -> bool:
    state = _writable_state(api, call)
    state.typing += call.action == "typing"
    return True


def _edit(api: BotApi, call: Any, change: Mapping[str, Any]) -> Message:
    stored = _writable_state(api, call).messages.get(call.message_id)
    if stored is None:
        raise ApiRefusal(400, "Bad Request: message to edit not found")
    if not stored.by_bot:
        raise ApiRefusal(400, "Bad Request: message can't be edited")
    changed = stored.message.model_copy(update=dict(change))
    if all(getattr(changed, name) == getattr(stored.message, name) for name in ("text", "entities", "reply_markup")):
        raise ApiRefusal(400, _UNCHANGED)
    stored.message = changed.model_copy(update={"edit_date": int(datetime.now(UTC).timestamp())})
    return stored.message


def _edit_text(api: BotApi, call: Any) -> Message:
    text, entities = plain(call)
    preview = call.link_preview_options
    change = {"text": text, "entities": entities or None, "reply_markup": call.reply_markup}
    if isinstance(preview, LinkPreviewOptions):
        change["link_preview_options"] = preview
    return _edit(api, call, change)


def _edit_markup(api: BotApi, call: Any) -> Message:
    return _edit(api, call, {"reply_markup": call.reply_markup})


def _may_delete(state: ChatState, stored: StoredMessage) -> bool:
    return not stored.is_old and (stored.by_bot or state.chat.type == "private")


def _delete(api: BotApi, call: Any) -> bool:
    state = _state(api, call)
    stored = state.messages.get(call.message_id)
    if stored is None:
        raise ApiRefusal(400, "Bad Request: message to delete not found")
    if not _may_delete(state, stored):
        raise ApiRefusal(400, "Bad Request: message can't be deleted for everyone")
    del state.messages[call.message_id]
    return True


def _delete_many(api: BotApi, call: Any) -> bool:
    state = _state(api, call)
    found = [state.messages[message_id] for message_id in call.message_ids if message_id in state.messages]
    if any(stored.is_young_dice for stored in found):
        raise ApiRefusal(400, "Bad Request: message can't be deleted for everyone")
    for message_id in call.message_ids:
        stored = state.messages.get(message_id)
        if stored and _may_delete(state, stored):
            del state.messages[message_id]
    return True


def _answer_press(api: BotApi, call: Any) -> bool:
    if call.callback_query_id not in api.presses:
        raise ApiViolation("query ID is invalid")
    if api.presses[call.callback_query_id] is not None:
        raise ApiRefusal(400, _TOO_LATE)
    api.presses[call.callback_query_id] = call.text or ""
    return True


def _leave(api: BotApi, call: Any) -> bool:
    state = _state(api, call)
    if state.chat.type == "private":
        raise ApiViolation("chat member status can't be changed in private chats")
    if state.forbidden:
        raise ApiRefusal(403, state.forbidden)
    api.leaves(state)
    return True


def _set_commands(api: BotApi, call: Any) -> bool:
    api.commands[_scope(call), call.language_code or ""] = list(call.commands)
    return True


def _delete_commands(api: BotApi, call: Any) -> bool:
    api.commands.pop((_scope(call), call.language_code or ""), None)
    return True


def _scope(call: Any) -> str:
    return str(call.scope.type) if call.scope else "default"


def _set_description(api: BotApi, call: Any) -> bool:
    api.descriptions[call.language_code or ""] = call.description or ""
    return True


def _set_short_description(api: BotApi, call: Any) -> bool:
    api.short_descriptions[call.language_code or ""] = call.short_description or ""
    return True


def _in_language(words: Mapping[str, str], call: Any) -> str:
    return words.get(call.language_code or "") or words.get("", "")


def _get_file(api: BotApi, call: Any) -> bool:
    del api, call
    raise ApiViolation("a file was fetched")


_ACTIONS: Mapping[str, Callable[[BotApi, Any], Any]] = {
    "getMe": lambda api, _: api.me,
    "sendMessage": _send_message,
    "sendChatAction": _send_chat_action,
    "editMessageText": _edit_text,
    "editMessageReplyMarkup": _edit_markup,
    "deleteMessage": _delete,
    "deleteMessages": _delete_many,
    "answerCallbackQuery": _answer_press,
    "leaveChat": _leave,
    "setWebhook": lambda api, call: api.updates.set_webhook(call),
    "deleteWebhook": lambda api, call: api.updates.delete_webhook(drop=bool(call.drop_pending_updates)),
    "getWebhookInfo": lambda api, _: api.updates.webhook_info(),
    "setMyCommands": _set_commands,
    "deleteMyCommands": _delete_commands,
    "getMyCommands": lambda api, call: api.commands.get((_scope(call), call.language_code or ""), []),
    "setMyDescription": _set_description,
    "getMyDescription": lambda api, call: BotDescription(description=_in_language(api.descriptions, call)),
    "setMyShortDescription": _set_short_description,
    "getMyShortDescription": lambda api, call: BotShortDescription(
        short_description=_in_language(api.short_descriptions, call)
    ),
    "getFile": _get_file,
}
