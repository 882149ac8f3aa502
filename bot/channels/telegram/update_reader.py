"""Updates as Telegram sends them, read one by one: what one of them holds can neither stop the others nor get into a log."""

import json
import logging
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any
from urllib.parse import urlencode

from telegram import Bot, Update

from bot.channels.telegram.parser import ALLOWED_UPDATES
from bot.clock import Clock

COUNTED_FOR = timedelta(hours=1)
"""How long an unreadable update is counted on /health."""

LONGEST_NOTE = 1000
"""Unreadable updates that are counted at most."""

_FILES = frozenset(
    {
        *(
            "animation",
            "audio",
            "checklist",
            "contact",
            "dice",
            "document",
            "game",
            "live_photo",
            "location",
            "paid_media",
        ),
        *("photo", "poll", "sticker", "story", "venue", "video", "video_note", "voice"),
    }
)
"""Fields of a message that are something else than words."""

Json = Mapping[str, Any]
logger = logging.getLogger(__name__)


@dataclass(kw_only=True)
class UpdateReader:
    """Fetches and reads updates, and counts those that could not be read."""

    bot: Bot
    clock: Clock
    _unreadable: deque[datetime] = field(default_factory=lambda: deque(maxlen=LONGEST_NOTE))

    @property
    def unreadable(self) -> int:
        """Return how many updates of the last hour could not be read."""
        oldest = self.clock.now() - COUNTED_FOR
        return sum(at > oldest for at in list(self._unreadable))

    async def fetch(self, *, offset: int, wait: int) -> Sequence[Json]:
        """Return the updates from a number on, as they come; wait so many seconds for one.

        The library's own way reads them all or none, and logs their contents where one cannot be read.
        """
        asked = {"offset": offset, "timeout": wait, "allowed_updates": json.dumps(ALLOWED_UPDATES)}
        url = f"{self.bot.base_url}/getUpdates?{urlencode(asked)}"
        answer = json.loads(await self.bot.request.retrieve(url, read_timeout=wait + 10))
        return [raw for raw in answer["result"] if isinstance(raw, dict) and isinstance(raw.get("update_id"), int)]

    def read(self, raw: Json) -> Update | None:
        """Return an update, reduced to its words where the rest cannot be read; None where nothing of it can be."""
        for form in (raw, _reduced(raw)):
            try:
                if form:
                    return Update.de_json(dict(form), self.bot)
            except Exception as fault:  # noqa: BLE001 (another version of the Bot API may send anything)
                self.note_unreadable(fault)
        return None

    def note_unreadable(self, fault: BaseException) -> None:
        """Count an update that could not be read, and log nothing of it."""
        self._unreadable.append(self.clock.now())
        logger.error("an update could not be read: %s", type(fault).__name__)


def _reduced(raw: Json) -> Json | None:
    """Return what is needed to answer an update, without anything else that is in it; None where that is missing."""
    if isinstance(query := raw.get("callback_query"), dict):
        return _reduced_press(raw, query)
    for kind in ("message", "edited_message"):
        if isinstance(message := raw.get(kind), dict):
            reduced = _reduced_message(message)
            return {"update_id": raw["update_id"], kind: reduced} if reduced else None
    return None


def _reduced_press(raw: Json, query: Json) -> Json | None:
    message = query.get("message")
    where = _where(message) if isinstance(message, dict) else None
    by, known = _from(query), {name: query.get(name) for name in ("id", "data")}
    if not where or not by or not all(isinstance(value, str) for value in known.values()):
        return None
    return {
        "update_id": raw["update_id"],
        "callback_query": {**known, "from": by, "chat_instance": "", "message": where},
    }


def _reduced_message(message: Json) -> Json | None:
    where = _where(message)
    words = {name: message[name] for name in ("text", "caption") if isinstance(message.get(name), str)}
    if not where or not (words or _FILES & set(message)):
        return None
    album = message.get("media_group_id")
    return {
        **where,
        **words,
        **({"edit_date": message["edit_date"]} if isinstance(message.get("edit_date"), int) else {}),
        **({"media_group_id": album} if isinstance(album, str) else {}),
        **({"from": by} if (by := _from(message)) else {}),
    }


def _where(message: Json) -> Json | None:
    chat = message.get("chat")
    if not isinstance(chat, dict) or not isinstance(chat.get("type"), str):
        return None
    numbers = (chat.get("id"), message.get("message_id"), message.get("date"))
    if not all(isinstance(number, int) for number in numbers):
        return None
    return {"message_id": numbers[1], "date": numbers[2], "chat": {"id": numbers[0], "type": chat["type"]}}


def _from(holder: Json) -> Json | None:
    """Return who it is from, with their language and without their name."""
    sender = holder.get("from")
    if not isinstance(sender, dict) or not isinstance(sender.get("id"), int):
        return None
    code = sender.get("language_code")
    known = {"id": sender["id"], "is_bot": False, "first_name": ""}
    return {**known, "language_code": code} if isinstance(code, str) else known
