"""What the Bot API's documentation allows: aiogram's model of each method, and the limits that a model does not know."""

import inspect
import json
import re
from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

import aiogram.methods
from aiogram.methods import TelegramMethod
from aiogram.types import BotCommand, InlineKeyboardButton, MessageEntity, Update
from pydantic import BaseModel, ValidationError

from tests.channels.telegram.api_calls import ApiViolation
from tests.channels.telegram.markup import read_html, units

METHODS: Mapping[str, type[TelegramMethod[Any]]] = {
    model.__api_method__.lower(): model
    for _, model in inspect.getmembers(aiogram.methods, inspect.isclass)
    if issubclass(model, TelegramMethod) and model is not TelegramMethod
}
UPDATE_KINDS = frozenset(Update.model_fields) - {"update_id"}
_ACTIONS = (
    "url",
    "callback_data",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
)
_PARSE_MODES = ("HTML", "MarkdownV2", "Markdown")
_MOST: Mapping[str, int] = {
    "description": 512,
    "short_description": 120,
    "caption": 1024,
}
_NEED_A_MESSAGE = ("editmessagetext", "editmessagereplymarkup")


def parse_call(method: str, params: Mapping[str, Any]) -> TelegramMethod[Any]:
    """Return the call as aiogram's model of it; raise Violated where the documentation does not allow it."""
    model = METHODS.get(method.lower())
    if model is None:
        raise ApiViolation("Not Found", status=404)
    if unknown := sorted(set(params) - set(model.model_fields)):
        raise ApiViolation(f"unknown parameters: {', '.join(unknown)}")
    try:
        call = model.model_validate({name: _decoded(model, name, value) for name, value in params.items()})
    except ValidationError as error:
        found = {f"{'.'.join(map(str, one['loc']))}: {one['type']}" for one in error.errors(include_input=False)}
        raise ApiViolation(f"wrong parameters: {', '.join(sorted(found))}") from None
    _check_parts(call)
    _check_limits(call)
    return call


def plain(call: Any) -> tuple[str, list[MessageEntity]]:
    """Return the text of a call as it is seen, and its entities, whichever way they were sent."""
    if getattr(call, "parse_mode", None) == "HTML":
        text, entities = read_html(call.text)
    else:
        text, entities = call.text, list(call.entities or [])
    return text, entities


def _decoded(model: type[BaseModel], name: str, value: Any) -> Any:
    """Return a parameter's value: what is no string in the documentation comes as JSON in a string."""
    if not isinstance(value, str) or str in _members(model.model_fields[name].annotation):
        is_number = name == "chat_id" and isinstance(value, str) and re.fullmatch(r"-?\d+", value)
        return int(value) if is_number else value
    try:
        return json.loads(value)
    except ValueError:
        raise ApiViolation(f"parameter {name} is no JSON") from None


def _members(annotation: Any) -> set[Any]:
    if get_origin(annotation) is Annotated:
        return _members(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return {inner for member in get_args(annotation) for inner in _members(member)}
    return {annotation} - {NoneType}


def _parts(value: Any) -> Iterator[BaseModel]:
    """Yield every object in a call, itself first."""
    if isinstance(value, BaseModel):
        yield value
        value = [inner for _, inner in value]
    if isinstance(value, list):
        for inner in value:
            yield from _parts(inner)


def _check_parts(call: TelegramMethod[Any]) -> None:
    for part in _parts(call):
        if part.model_extra:
            raise ApiViolation(f"unknown fields in {type(part).__name__}: {', '.join(sorted(part.model_extra))}")
        if isinstance(part, InlineKeyboardButton):
            _check_button(part)
        if isinstance(part, BotCommand):
            _require(re.fullmatch(r"[a-z0-9_]{1,32}", part.command), "BOT_COMMAND_INVALID")
            _require(1 <= units(part.description) <= 256, "BOT_COMMAND_DESCRIPTION_INVALID")


def _check_button(button: InlineKeyboardButton) -> None:
    set_ones = [name for name in _ACTIONS if getattr(button, name, None) is not None]
    _require(button.text.strip(), "button text is empty")
    _require(len(set_ones) == 1, f"a button has exactly one action, not {len(set_ones)}")
    if button.callback_data is not None:
        _require(1 <= len(button.callback_data.encode()) <= 64, "BUTTON_DATA_INVALID")


def _check_limits(call: Any) -> None:
    method = call.__api_method__.lower()
    mode = getattr(call, "parse_mode", None)
    _require(not isinstance(mode, str) or mode in _PARSE_MODES, "unsupported parse_mode")
    if method in ("sendmessage", "editmessagetext") and call.text is not None:
        _check_text(*plain(call))
    for name, most in _MOST.items():
        value = getattr(call, name, None)
        _require(not isinstance(value, str) or units(value) <= most, f"{name} is too long")
    if isinstance(caption := getattr(call, "caption", None), str):
        _check_entities(caption, getattr(call, "caption_entities", None) or [])
    if method in _NEED_A_MESSAGE:
        named = call.inline_message_id or (call.chat_id is not None and call.message_id is not None)
        _require(named, "message identifier is not specified")
    if check := _OF_METHODS.get(method):
        check(call)
    for kind in getattr(call, "allowed_updates", None) or []:
        _require(kind in UPDATE_KINDS, f"there are no updates named {kind}")


def _check_text(text: str, entities: list[MessageEntity]) -> None:
    _require(text.strip(), "message text is empty")
    _require(units(text) <= 4096, "message is too long")
    _check_entities(text, entities)


def _check_entities(text: str, entities: list[MessageEntity]) -> None:
    written = text.encode("utf-16-le", "surrogatepass")
    for one in entities:
        inside = one.offset >= 0 and one.length > 0 and one.offset + one.length <= units(text)
        _require(inside, f"entity {one.type} at {one.offset} of length {one.length} is not inside the text")
        for edge in (one.offset, one.offset + one.length):
            splits = b"\xdc" <= written[edge * 2 + 1 : edge * 2 + 2] <= b"\xdf"
            _require(not splits, f"entity {one.type} begins or ends in the middle of a UTF-16 symbol")


def _check_deletion(call: Any) -> None:
    _require(1 <= len(call.message_ids) <= 100, "1 to 100 messages can be deleted at once")


def _check_webhook(call: Any) -> None:
    secret = call.secret_token
    _require(secret is None or re.fullmatch(r"[A-Za-z0-9_-]{1,256}", secret), "secret token has unallowed characters")
    _require(re.match(r"https://|http://(127\.0\.0\.1|localhost)[:/]|$", call.url), "an HTTPS URL must be provided")
    _require(call.max_connections is None or 1 <= call.max_connections <= 100, "max_connections is 1 to 100")


def _check_polling(call: Any) -> None:
    _require(call.limit is None or 1 <= call.limit <= 100, "limit is 1 to 100")
    _require(call.timeout is None or call.timeout >= 0, "timeout is not negative")


def _check_press(call: Any) -> None:
    _require(units(call.text or "") <= 200, "text of the answer is too long")


def _check_commands(call: Any) -> None:
    _require(len(call.commands) <= 100, "at most 100 commands")


_OF_METHODS: Mapping[str, Any] = {
    "deletemessages": _check_deletion,
    "setwebhook": _check_webhook,
    "getupdates": _check_polling,
    "answercallbackquery": _check_press,
    "setmycommands": _check_commands,
}


def _require(fact: object, otherwise: str) -> None:
    if not fact:
        raise ApiViolation(otherwise)
