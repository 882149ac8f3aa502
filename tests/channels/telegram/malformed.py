"""Updates with something wrong in them, as a server of another version might send them."""

import json
from typing import Any

from tests.channels.telegram.account import TelegramAccount

OLD_POLL = {"id": "5", "question": "?", "options": [{"text": "a", "voter_count": 0}], "is_closed": False}
"""A poll as servers before 9.6 send it: fields that newer ones always have are missing."""

BROKEN: dict[str, Any] = {
    "a poll of an older server": {"message": {"poll": OLD_POLL}},
    "a date that is none": {"message": {"date": "yesterday"}},
    "no chat": {"message": {"chat": None}},
    "an entity without a place": {"message": {"entities": [{"type": "bold"}]}},
    "a list for a message": {"message": []},
    "a press without an id": {"callback_query": {"data": "x"}},
    "a membership of nobody": {"my_chat_member": {"new_chat_member": {}}},
    "a photo that is a word": {"message": {"photo": "x"}},
    "an edit of nothing": {"edited_message": {}},
}
"""What is wrong with an update, laid over one that is right."""


def message_of(person: TelegramAccount, **content: Any) -> dict[str, Any]:
    """Return a message as JSON."""
    user = json.loads(person.user.model_dump_json(exclude_none=True))
    chat = {"id": person.id, "type": "private", "first_name": person.name_canary}
    return {"message_id": 7, "date": 1_790_000_000, "chat": chat, "from": user, **content}


def broken(person: TelegramAccount, fault: dict[str, Any]) -> dict[str, Any]:
    """Return an update of somebody with something wrong in it."""
    [(kind, wrong)] = fault.items()
    laid = {**message_of(person, caption=person.canary), **wrong} if kind == "message" and wrong else wrong
    return {kind: laid}
