"""`python -m bot talk`: one turn a line, as people would get it, without anything that runs."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from bot.language import Language
from bot.settings import Settings
from bot.talk import talk
from tests.test_settings import LEAST

FIELDS = {
    "language", "stage", "intent", "confidence", "alternatives", "entities", "danger", "reading", "keys", "words", "buttons",
}  # fmt: skip


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings.from_env({**LEAST, "BOT_EAR_FILE": str(tmp_path / "none.json"), "RASA_PORT": "1"})


class Talk:
    """Holds a conversation on lines of text."""

    def __init__(self, settings: Settings, capsys: pytest.CaptureFixture[str]) -> None:
        self._settings = settings
        self._capsys = capsys

    async def json(self, *lines: str, language: Language = Language.JA) -> list[dict[str, Any]]:
        return [json.loads(line) for line in (await self.plain(*lines, language=language, as_json=True)).splitlines()]

    async def plain(self, *lines: str, language: Language = Language.JA, as_json: bool = False) -> str:
        text = io.StringIO("\n".join(lines) + "\n")
        code = await talk(self._settings, language=language, scripted=True, as_json=as_json, lines=text)
        assert code == 0
        return self._capsys.readouterr().out


@pytest.fixture
def terminal(settings: Settings, capsys: pytest.CaptureFixture[str]) -> Talk:
    return Talk(settings, capsys)


async def test_every_line_is_answered_with_one_object(terminal: Talk) -> None:
    turns = await terminal.json("こんにちは", "", "   ", "Someone posted a picture of me")
    assert [turn["language"] for turn in turns] == ["ja", "en"]
    assert all(set(turn) == FIELDS for turn in turns)
    assert [turn["keys"] for turn in turns] == [["scripted"], ["scripted.again"]]
    assert all(turn["stage"] == "assistant" for turn in turns)


@pytest.mark.parametrize(("line", "language"), [("死にたい", "ja"), ("I want to kill myself", "en")])
async def test_danger_is_shown_with_the_words_and_the_numbers(terminal: Talk, line: str, language: str) -> None:
    (turn,) = await terminal.json(line)
    assert (turn["danger"], turn["keys"], turn["language"]) == (True, ["crisis.suicide"], language)
    assert "119" in turn["words"][0]


async def test_in_doubt_it_is_asked_and_nothing_else_is_told(terminal: Talk) -> None:
    (turn,) = await terminal.json("help", language=Language.EN)
    assert (turn["danger"], turn["keys"]) == (False, ["doubt.safe"])
    assert turn["reading"]["danger"] == "doubt"


async def test_the_reading_shows_what_was_read(terminal: Talk) -> None:
    told, asked = await terminal.json("クラスの人にインスタへ載せられた、14歳です", "こんにちは")
    assert told["reading"]["facts"]["age_in_image"] == "under_18"
    assert told["reading"]["facts"]["platform"] == ["instagram"]
    assert (told["reading"]["danger"], told["reading"]["question"], told["reading"]["language"]) == ("none", None, "ja")
    assert asked["reading"]["facts"] == {}


async def test_an_offered_payload_presses_the_button(terminal: Talk) -> None:
    turns = await terminal.json("こんにちは", "topic:police_report_how", "say:police.online")
    assert [turn["keys"] for turn in turns] == [["scripted"], ["step.police"], ["police.online"]]
    assert {"title": "警察に相談するには？", "payload": "topic:police_report_how"} in turns[0]["buttons"]


async def test_a_payload_that_was_not_offered_is_only_words(terminal: Talk) -> None:
    turns = await terminal.json("こんにちは", "topic:cost_question")
    assert turns[1]["keys"] == ["scripted.again"]


async def test_many_lines_at_once_are_all_answered(terminal: Talk) -> None:
    assert len(await terminal.json(*(f"こんにちは{number}" for number in range(30)))) == 30


@pytest.mark.parametrize(("language", "word"), [(Language.JA, "受け取れません"), (Language.EN, "Not taken")])
async def test_what_is_not_taken_is_said_in_the_language_of_the_talk(
    terminal: Talk, language: Language, word: str
) -> None:
    turns = await terminal.json("...", "あ" * 2001, language=language)
    assert all(word in turn["words"][0] and turn["language"] == language for turn in turns)
    assert all(set(turn) == FIELDS for turn in turns)


async def test_plain_words_show_cards_and_buttons(terminal: Talk) -> None:
    said = await terminal.plain("hello there", language=Language.EN)
    assert "050-3177-5432" in said
    assert "[How can I get it removed? = topic:takedown_how]" in said


async def test_without_rasa_the_talk_says_so_and_goes_on(
    settings: Settings, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = io.StringIO("こんにちは\n")
    assert await talk(settings, language=Language.JA, scripted=False, as_json=True, lines=lines) == 0
    said = capsys.readouterr()
    assert "Rasa is not running at http://127.0.0.1:1" in said.err
    assert json.loads(said.out)["keys"] == ["scripted"]
