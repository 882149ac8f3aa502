"""`python -m bot talk`: a conversation in the terminal, through the same use cases as every channel."""

import json
import secrets
import sys
from collections.abc import Iterator
from typing import Any, TextIO

from bot.assistant.rasa import RasaAssistant
from bot.container import ports_in_memory, rasa_client
from bot.conversation.conversations import Conversations, Ports
from bot.conversation.errors import MessageRefused
from bot.conversation.model import Address, ConversationId, Message, Nonce, Turn
from bot.conversation.reader import reader_of
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Bubble
from bot.guidance.facts import Contact, Fact
from bot.language import Language
from bot.settings import Settings

_NOT_RUNNING = (
    "Rasa is not running at {url}: the answers below are those of the scripted assistant, as a person would get them now. "
    "Start it with scripts/run, or use --scripted to do without it on purpose."
)
_REFUSED: dict[Language, str] = {
    Language.JA: "（読み取れる文字がないか、長すぎるため、受け取れませんでした）",
    Language.EN: "(Not taken: there was nothing to read in it, or it was too long.)",
}


async def talk(settings: Settings, *, language: Language, scripted: bool, as_json: bool, lines: TextIO) -> int:
    """Read one turn per line until the input ends; return the exit code.

    A line that is the payload of a button just offered presses that button.
    """
    async with rasa_client(settings) as client:
        rasa = RasaAssistant(client)
        if not scripted and not await rasa.is_up():
            print(_NOT_RUNNING.format(url=settings.rasa_url), file=sys.stderr)
        async with ports_in_memory(settings, assistant=None if scripted else rasa) as ports:
            conversations = Conversations(ports)
            opened = await conversations.begin(address=Address("talk"), channel="talk", language=language)
            offered: set[str] = set()
            for line in _lines(lines):
                turn = await _turn(conversations, opened.id, line, offered)
                language = turn.conversation.language if turn else language
                shown = _shown(ports, turn) if turn else _refused(language)
                offered = {button["payload"] for button in shown["buttons"]}
                print(json.dumps(shown, ensure_ascii=False) if as_json else _plain(shown), flush=True)
            if not scripted:
                await conversations.erasure.forget(opened.id)
    return 0


def _lines(lines: TextIO) -> Iterator[str]:
    for line in lines:
        text = line.rstrip("\n")
        if text.strip():
            yield text


async def _turn(
    conversations: Conversations, conversation: ConversationId, line: str, offered: set[str]
) -> Turn | None:
    nonce = Nonce(secrets.token_hex(16))
    try:
        if line in offered and not line.startswith("do:"):
            return await conversations.turns.press(conversation, line, nonce=nonce)
        return await conversations.turns.receive(conversation, line, nonce=nonce)
    except MessageRefused:
        return None


def _refused(language: Language) -> dict[str, Any]:
    return {
        "language": language.value, "stage": "assistant", "intent": "", "confidence": 0.0, "alternatives": [],
        "entities": {}, "danger": False, "reading": None, "keys": [], "words": [_REFUSED[language]], "buttons": [],
    }  # fmt: skip


def _shown(ports: Ports, turn: Turn) -> dict[str, Any]:
    current, understood = turn.conversation, turn.understood
    bubbles = [_bubble(ports, message, turn) for message in turn.messages if message.say]
    return {
        "language": current.language.value,
        "stage": current.stage.value,
        "intent": understood.intent,
        "confidence": round(understood.confidence, 4),
        "alternatives": [
            {"intent": guess.intent, "confidence": round(guess.confidence, 4)} for guess in understood.alternatives
        ],
        "entities": {
            name: values[0] if len(values) == 1 else list(values) for name, values in understood.entities.items()
        },
        "danger": turn.danger,
        "reading": understood.reading.as_json() if understood.reading else None,
        "keys": [bubble.key for bubble in bubbles],
        "words": [words_of(bubble, current.language) for bubble in bubbles],
        "buttons": [
            {"title": choice.title, "payload": choice.payload} for bubble in bubbles[-1:] for choice in bubble.choices
        ],
    }


def _bubble(ports: Ports, message: Message, turn: Turn) -> Bubble:
    say = message.say
    if say is None:
        raise ValueError("only what the assistant said can be shown")
    age = turn.conversation.answers.age
    reader = reader_of(turn.conversation)
    fills = fills_of(say, age=age, keep_hours=ports.retention.hours, reader=reader, at=message.at)
    return ports.catalogue.say(say.key, language=turn.conversation.language, fills=fills)


def words_of(bubble: Bubble, language: Language) -> str:
    """Return a bubble as plain text: the words, then one line per card."""
    return "\n".join([bubble.text, *(_card(fact, language) for fact in bubble.facts)])


def _card(fact: Fact, language: Language) -> str:
    parts = [fact.name[language], *(getattr(fact, name, "") for name in ("phone", "mail")), fact.address(language)]
    if isinstance(fact, Contact):
        parts.append(fact.hours[language])
    return "• " + " | ".join(part for part in (*parts, fact.note[language]) if part)


def _plain(shown: dict[str, Any]) -> str:
    buttons = "  ".join(f"[{button['title']} = {button['payload']}]" for button in shown["buttons"])
    return "\n\n".join(shown["words"]) + (f"\n{buttons}" if buttons else "") + "\n"
