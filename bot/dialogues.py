"""`python -m bot dialogues`: play whole conversations through the real Rasa and measure how well the answers follow the person."""

import json
import secrets
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from bot.assistant.rasa import RasaAssistant
from bot.container import ports_in_memory, rasa_client
from bot.conversation.conversations import Conversations
from bot.conversation.errors import MessageRefused
from bot.conversation.model import Address, ConversationId, Nonce, Turn
from bot.dialogue_judge import FACT_GROUPS, ExpectedTurn, FactCounts, Judge, PlayedTurn
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from bot.settings import Settings

DANGERS = ("none", "doubt", "clear", "passed")


class DialogueError(Exception):
    """The dialogues cannot be played; the message says what to do."""


@dataclass(frozen=True, kw_only=True)
class Dialogue:
    """One conversation, from first to last."""

    name: str
    language: Language
    turns: tuple[ExpectedTurn, ...]


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
                played += await _play(conversations, dialogue, catalogue=ports.catalogue)
    return played


async def _play(conversations: Conversations, dialogue: Dialogue, *, catalogue: Catalogue) -> list[PlayedTurn]:
    opened = await conversations.begin(
        address=Address(f"dialogue:{secrets.token_hex(8)}"), channel="dialogue", language=dialogue.language
    )
    judge, played = Judge(catalogue), []
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
    return {
        "turns": len(mine),
        "turns_without_words_yet": len(mine) - len(judged),
        "turns_right": _share([bool(turn.is_right) for turn in judged]),
        "questions_answered": _share([bool(turn.is_right) for turn in judged if turn.has_question]),
        **{f"f1_{group}": _f1([turn.facts[group] for turn in mine]) for group in FACT_GROUPS},
        "asked_again": sum(turn.asked_again for turn in mine),
        "bubbles_repeated": sum(turn.repeated for turn in mine),
        "wrong_for_this_person": sum(turn.said_never for turn in mine),
        "wrong_language": sum(turn.is_wrong_language for turn in mine),
        "danger_heard": _share([turn.said_emergency or turn.asked_about_danger for turn in clear]),
        "danger_emergency": _share([turn.said_emergency for turn in clear]),
        "danger_false": _share([turn.said_emergency for turn in calm]),
        "danger_asked_in_vain": _share([turn.asked_about_danger for turn in calm]),
        "danger_stuck": sum(turn.said_emergency for turn in mine if turn.danger == "passed"),
    }


def _f1(counts: Sequence[FactCounts]) -> float | None:
    right, wrong, missed = (sum(getattr(one, name) for one in counts) for name in ("right", "wrong", "missed"))
    return round(2 * right / (2 * right + wrong + missed), 4) if right + wrong + missed else None


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
