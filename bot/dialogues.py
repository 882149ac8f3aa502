"""`python -m bot dialogues`: play whole conversations through the real Rasa and measure how well the answers follow the person."""

import json
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from bot.assistant.rasa import RasaAssistant
from bot.container import ports_in_memory, rasa_client
from bot.conversation.conversations import Conversations
from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.errors import MessageRefused
from bot.conversation.model import Address, ConversationId, Nonce, Say, Turn
from bot.guidance.plan import ASKS, Answers
from bot.language import Language
from bot.settings import Settings

DANGERS = ("none", "doubt", "clear", "passed")
MOST_ASKED = 2
"""A question may be asked this often in a conversation."""

_ROLES = {"self": "self", "parent": "parent", "teacher": "teacher", "friend": "friend", "partner": "friend"}
"""Roles of the dialogues to the answers that the plan knows today."""

_ASKED_FACT = {
    "ask.age": "age_in_image",
    "ask.platform": "platform",
    "ask.state": "state",
    "ask.role": "role",
    "ask.file": "file_on_device",
}


class DialogueError(Exception):
    """The dialogues cannot be played; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class ExpectedTurn:
    """What a person types, and what would be a right answer."""

    says: str = field(repr=False)
    right: frozenset[str]
    """Entries of which any answers well; empty where the guidance has none yet."""
    never: frozenset[str]
    facts: Mapping[str, Any]
    """What is newly known after this turn."""
    danger: str
    question: str
    """A name for the question that was asked; empty where none was."""
    language: Language


@dataclass(frozen=True, kw_only=True)
class Dialogue:
    """One conversation, from first to last."""

    name: str
    language: Language
    turns: tuple[ExpectedTurn, ...]


@dataclass(frozen=True, kw_only=True)
class PlayedTurn:
    """What the assistant did with one turn; each count is 0 or more."""

    language: Language
    is_right: bool | None
    """None where the guidance has no words for it yet."""
    has_question: bool
    repeated: int
    """Bubbles said before in this conversation, word for word."""
    asked_again: int
    """Questions about something known, or asked more than twice."""
    said_never: int
    """Entries that would be wrong for this person here."""
    is_wrong_language: bool
    danger: str
    heard_danger: bool
    facts_expected: int
    facts_known: int


def read_dialogues(paths: Sequence[Path]) -> list[Dialogue]:
    """Return the dialogues of files and folders; raise DialogueError that names the file and the reason."""
    files = [file for path in paths for file in (sorted(path.rglob("*.yml")) if path.is_dir() else [path])]
    if not files:
        raise DialogueError("no dialogue found: name files or folders with *.yml")
    return [_dialogue(file) for file in files]


def _dialogue(file: Path) -> Dialogue:
    if file.parent.name not in set(Language):
        raise DialogueError(f"{file}: a dialogue lies in a folder named ja or en")
    language = Language(file.parent.name)
    try:
        read = yaml.safe_load(file.read_text(encoding="utf-8"))
        turns = tuple(_turn(turn, language) for turn in read["turns"])
    except yaml.MarkedYAMLError as fault:
        line = fault.problem_mark.line + 1 if fault.problem_mark else 1
        raise DialogueError(f"{file}:{line}: {fault.problem}") from None
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as fault:
        raise DialogueError(f"{file}: needs turns with says, right and danger ({type(fault).__name__})") from None
    return Dialogue(name=file.stem, language=language, turns=turns)


def _turn(read: Mapping[str, Any], language: Language) -> ExpectedTurn:
    danger = str(read.get("danger", "none"))
    return ExpectedTurn(
        says=str(read["says"]),
        right=frozenset(read["right"]),
        never=frozenset(read.get("never") or ()),
        facts=dict(read.get("facts") or {}),
        danger=DANGERS[DANGERS.index(danger)],
        question=str(read.get("question") or ""),
        language=Language(read.get("language", language)),
    )


class Judge:
    """Compares the turns of one conversation with what was expected, remembering what was said and known before."""

    def __init__(self) -> None:
        """Begin with nothing said and nothing known."""
        self._said: set[Say] = set()
        self._asked: list[str] = []
        self._known: dict[str, Any] = {}

    def judge(self, expected: ExpectedTurn, said: Sequence[Say], *, language: Language, answers: Answers) -> PlayedTurn:
        """Return how well one turn was answered."""
        self._known.update(expected.facts)
        keys = {say.key for say in said}
        repeated = sum(say in self._said for say in said)
        self._said.update(said)
        facts = [(name, value) for name, value in expected.facts.items() if name in _ASKED_FACT.values()]
        return PlayedTurn(
            language=expected.language,
            is_right=bool(keys & expected.right) and not keys & expected.never if expected.right else None,
            has_question=bool(expected.question),
            repeated=repeated,
            asked_again=sum(self._is_asked_again(key) for key in sorted(keys) if key.startswith(ASKS)),
            said_never=len(keys & expected.never),
            is_wrong_language=language is not expected.language,
            danger=expected.danger,
            heard_danger=bool(keys & DANGER_ENTRIES),
            facts_expected=len(facts),
            facts_known=sum(_is_known(name, value, answers) for name, value in facts),
        )

    def _is_asked_again(self, key: str) -> bool:
        self._asked.append(key)
        return _ASKED_FACT.get(key, "") in self._known or self._asked.count(key) > MOST_ASKED


def _is_known(name: str, value: Any, answers: Answers) -> bool:
    if name == "platform":
        named = [value] if isinstance(value, str) else list(value)
        return set(named) <= set(answers.platforms)
    if name == "role":
        return answers.role == _ROLES.get(str(value), str(value))
    return str(getattr(answers, name)) == str(value)


async def play(dialogues: Sequence[Dialogue], *, settings: Settings) -> list[PlayedTurn]:
    """Play dialogues through Rasa; raise DialogueError where it is not running."""
    played: list[PlayedTurn] = []
    async with rasa_client(settings) as client:
        rasa = RasaAssistant(client)
        if not await rasa.is_up():
            raise DialogueError(f"Rasa is not running at {settings.rasa_url}: start it with scripts/run")
        async with ports_in_memory(settings, assistant=rasa) as ports:
            conversations = Conversations(ports)
            for dialogue in dialogues:
                played += await _play(conversations, dialogue)
    return played


async def _play(conversations: Conversations, dialogue: Dialogue) -> list[PlayedTurn]:
    opened = await conversations.begin(
        address=Address(f"dialogue:{secrets.token_hex(8)}"), channel="dialogue", language=dialogue.language
    )
    judge, played = Judge(), []
    for expected in dialogue.turns:
        turn = await _answer(conversations, opened.id, expected.says)
        now = await conversations.get(opened.id) or opened
        said = [message.say for message in turn.messages if message.say] if turn else []
        played.append(judge.judge(expected, said, language=now.language, answers=now.answers))
    await conversations.erasure.forget(opened.id)
    await conversations.erasure.settle()
    return played


async def _answer(conversations: Conversations, conversation: ConversationId, text: str) -> Turn | None:
    try:
        return await conversations.turns.receive(conversation, text, nonce=Nonce(secrets.token_hex(16)))
    except MessageRefused:
        return None


def figures(played: Sequence[PlayedTurn], language: Language) -> dict[str, Any]:
    """Return the figures of one language; shares are 0 to 1, None where there was nothing to measure, the rest counts of turns or bubbles."""
    mine = [turn for turn in played if turn.language is language]
    judged = [turn for turn in mine if turn.is_right is not None]
    clear, calm = ([turn for turn in mine if turn.danger == name] for name in ("clear", "none"))
    expected = sum(turn.facts_expected for turn in mine)
    return {
        "turns": len(mine),
        "turns_without_words_yet": len(mine) - len(judged),
        "turns_right": _share([bool(turn.is_right) for turn in judged]),
        "questions_answered": _share([bool(turn.is_right) for turn in judged if turn.has_question]),
        "facts_known": round(sum(turn.facts_known for turn in mine) / expected, 4) if expected else None,
        "asked_again": sum(turn.asked_again for turn in mine),
        "bubbles_repeated": sum(turn.repeated for turn in mine),
        "wrong_for_this_person": sum(turn.said_never for turn in mine),
        "wrong_language": sum(turn.is_wrong_language for turn in mine),
        "danger_heard": _share([turn.heard_danger for turn in clear]),
        "danger_false": _share([turn.heard_danger for turn in calm]),
        "danger_stuck": sum(turn.heard_danger for turn in mine if turn.danger == "passed"),
    }


def _share(hits: Sequence[bool]) -> float | None:
    return round(sum(hits) / len(hits), 4) if hits else None


async def run(paths: Sequence[Path], *, settings: Settings, as_json: bool) -> int:
    """Print the figures of both languages and return the exit code."""
    try:
        played = await play(read_dialogues(paths), settings=settings)
    except DialogueError as fault:
        print(fault, file=sys.stderr)
        return 2
    report = {language.value: figures(played, language) for language in Language}
    print(json.dumps(report) if as_json else "\n".join(_table(report)))
    return 0


def _table(report: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    yield f"{'':26}" + "".join(f"{part:>8}" for part in report)
    for name in next(iter(report.values())):
        yield f"{name:26}" + "".join(f"{part[name]!s:>8}" for part in report.values())
