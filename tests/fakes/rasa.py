"""Rasa's REST channel as our components make it answer, in this process: an httpx transport over a table of keys."""

import asyncio
import json
from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from bot.assistant.rasa import RasaAssistant
from understanding.reading import Reading


def part(
    say: str,
    *,
    intent: str = "chitchat",
    confidence: float = 0.9,
    others: Mapping[str, float] | None = None,
    entities: Sequence[tuple[str, str]] = (),
    slots: Mapping[str, Any] | None = None,
    said_with: Mapping[str, Any] | None = None,
    reading: Reading | None = None,
) -> dict[str, Any]:
    """Return one part of an answer, in the form that components/nlg.py gives it; `slots` are what the action learnt."""
    ranking = [{"name": intent, "confidence": confidence}]
    ranking += [{"name": name, "confidence": chance} for name, chance in (others or {}).items()]
    understood = {
        "intent": {"name": intent, "confidence": confidence},
        "ranking": ranking,
        "entities": [{"entity": entity, "value": value} for entity, value in entities],
        "reading": reading.as_json() if reading else None,
    }
    said_with = {"slots": dict(slots or {}), "topics": [], "offered": [], "correct": False, **(said_with or {})}
    return {"recipient_id": "r", "custom": {"say": say, "with": said_with, "understood": understood}}


class FakeRasa:
    """Answers a message with what the table holds: parts, or any other JSON, bytes, or an HTTP status."""

    def __init__(self, table: Mapping[str, Any] | None = None, *, otherwise: Any = None) -> None:
        """Use a table from message to answer."""
        self.table = dict(table or {})
        self.otherwise = [part("chitchat")] if otherwise is None else otherwise
        self.heard: list[dict[str, Any]] = []
        self.never = asyncio.Event()

    def assistant(self) -> RasaAssistant:
        """Return the real assistant over this Rasa."""
        return RasaAssistant(self.client())

    def client(self) -> httpx.AsyncClient:
        """Return a client that reaches nothing but this Rasa."""
        return httpx.AsyncClient(base_url="http://rasa", transport=httpx.MockTransport(self._answer))

    async def _answer(self, request: httpx.Request) -> httpx.Response:
        if request.method == "GET":
            return httpx.Response(200 if request.url.path == "/webhooks/rest/" else 404)
        sent = json.loads(request.content)
        self.heard.append(sent)
        answer = self.table.get(sent["message"], self.otherwise)
        if answer == "late":
            await self.never.wait()
        if answer == "down":
            raise httpx.ConnectError("refused")
        if isinstance(answer, int):
            return httpx.Response(answer)
        if isinstance(answer, bytes):
            return httpx.Response(200, content=answer)
        return httpx.Response(200, json=answer)
