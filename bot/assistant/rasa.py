"""The assistant that understands free text: Rasa, through its REST channel on loopback."""

import asyncio
import re
from collections.abc import Mapping, Sequence
from typing import Any

import httpx

from bot.conversation.errors import AssistantUnavailable
from bot.conversation.model import AssistantId, Guess, Say, Understanding
from bot.conversation.ports import Reply, TurnInput
from understanding.reading import reading_of

PATIENCE_TO_FORGET = 1.0
"""Seconds for Rasa to forget a conversation: nobody waits longer for it, and it is tried again later."""

ASK_EVERY = 1.0
"""Seconds for which it is known whether Rasa answers."""

CORRECT_SELF, CORRECT_OTHER = "correct.self", "correct.other"
_CORRECTIONS = {"self": CORRECT_OTHER}
"""The button that corrects a role that was assumed: `no, it is about me` for every other."""

_LIKE_A_COMMAND = re.compile(r"^[/\s]+")
"""Rasa strips a message and reads one that then begins with a slash as a command."""


class RasaAssistant:
    """Asks a running Rasa; raises AssistantUnavailable unless it gives a valid answer in time."""

    def __init__(self, client: httpx.AsyncClient) -> None:
        """Use an HTTP client with Rasa's base URL."""
        self._client = client
        self._asking = asyncio.Lock()
        self._asked_at, self._was_up = -ASK_EVERY, False

    async def ask(self, turn_input: TurnInput, *, within: float) -> Reply:
        """Return Rasa's reply; a person's text is never taken for one of Rasa's commands."""
        message = _command(turn_input.payload) if turn_input.payload else _LIKE_A_COMMAND.sub("", turn_input.text)
        answer = await self._send(
            turn_input.assistant_id, message, metadata=turn_input.context.as_metadata(), within=within
        )
        return _reply(answer)

    async def forget(self, assistant_id: AssistantId) -> None:
        """Delete the conversation from the tracker store, which happens on a restart."""
        await self._send(assistant_id, "/restart", metadata={}, within=PATIENCE_TO_FORGET)

    async def is_up(self) -> bool:
        """Tell whether Rasa answers; it is asked once a second at most, however many want to know."""
        async with self._asking:
            now = asyncio.get_running_loop().time()
            if now - self._asked_at >= ASK_EVERY:
                self._was_up, self._asked_at = await self._answers(), now
            return self._was_up

    async def _answers(self) -> bool:
        try:
            answer = await asyncio.wait_for(self._client.get("/webhooks/rest/"), 1.0)
        except (httpx.HTTPError, TimeoutError):
            return False
        return answer.status_code == httpx.codes.OK

    async def _send(self, sender: AssistantId, message: str, *, metadata: Mapping[str, Any], within: float) -> Any:
        body = {"sender": sender, "message": message, "metadata": metadata}
        try:
            answer = await asyncio.wait_for(self._client.post("/webhooks/rest/webhook", json=body), within)
        except TimeoutError:
            raise AssistantUnavailable("late") from None
        except (httpx.HTTPError, httpx.InvalidURL):
            raise AssistantUnavailable("not reachable") from None
        if answer.status_code != httpx.codes.OK:
            raise AssistantUnavailable("refused")
        try:
            return answer.json()
        except ValueError:
            raise AssistantUnavailable("strange") from None


def _command(payload: str) -> str:
    """Return a button's payload in Rasa's form: an intent, with a value if it is an answer."""
    kind, _, rest = payload.partition(":")
    if kind == "topic":
        return f"/{rest}"
    slot, _, value = rest.partition("=")
    return f'/affirm{{"{slot}": "{value}"}}'


def _reply(answer: Any) -> Reply:
    """Return the content of a valid answer; raise AssistantUnavailable for anything else."""
    if not answer:
        raise AssistantUnavailable("silent")
    try:
        customs = [part["custom"] for part in answer]
        say = tuple(_say(custom) for custom in customs)
        return Reply(say=say, understood=_understanding(customs[0]["understood"], said_with=customs[0].get("with", {})))
    except (KeyError, TypeError, ValueError, AttributeError):
        raise AssistantUnavailable("strange") from None


def _say(custom: Mapping[str, Any]) -> Say:
    said_with = custom.get("with", {})
    asked = (f"question.{question}" for question in said_with.get("questions", []))
    buttons = (*asked, *(f"topic.{topic}" for topic in said_with.get("topics", [])))
    if custom["say"] == "unclear":
        buttons = (*buttons[:3], "topic.talk_to_human")
    assumed = str(said_with.get("slots", {}).get("role") or "")
    if said_with.get("correct"):
        buttons = (*buttons, _CORRECTIONS.get(assumed, CORRECT_SELF))
    return Say(key=str(custom["say"]), platform=str(said_with.get("platform") or ""), buttons=buttons)


def _understanding(understood: Mapping[str, Any], *, said_with: Mapping[str, Any]) -> Understanding:
    ranking = [Guess(intent=entry["name"], confidence=float(entry["confidence"])) for entry in understood["ranking"]]
    best = ranking[0] if ranking else _pressed(understood["intent"])
    offered = said_with.get("offered")
    read = understood.get("reading")
    return Understanding(
        intent=best.intent,
        confidence=best.confidence,
        alternatives=tuple(ranking[1:]),
        entities=_entities(understood["entities"]),
        slots=dict(said_with.get("slots", {})),
        offered=None if offered is None else tuple(str(need) for need in offered),
        reading=reading_of(read) if read else None,
    )


def _pressed(intent: Mapping[str, Any]) -> Guess:
    return Guess(intent=str(intent.get("name", "")), confidence=float(intent.get("confidence", 0.0)))


def _entities(found: Sequence[Mapping[str, Any]]) -> dict[str, tuple[str, ...]]:
    entities: dict[str, tuple[str, ...]] = {}
    for entity in found:
        name, value = str(entity["entity"]), str(entity["value"])
        if value not in entities.get(name, ()):
            entities[name] = (*entities.get(name, ()), value)
    return entities
