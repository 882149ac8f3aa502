"""Several processes on one database: one of them does the work, another takes over; and what a process says about it."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.bot_process import (
    HELLO,
    IN_DANGER,
    PATIENT,
    TelegramProcess,
    bot_over,
    first_words,
    in_both_languages,
    kill,
    says,
    shared_with,
    should_have,
    someone,
    texts,
    until_idle,
)
from tests.journeys.processes import ROOT, Bot, Processes
from tests.journeys.visitor import Visitor
from tests.journeys.waiting import until
from tests.journeys.words import entry

pytestmark = pytest.mark.service

CANARY = {"ja": "鶺鴒のぬばたま", "en": "zyzzyvagalore"}


@dataclass(frozen=True)
class Three:
    """Two whole bots and a Telegram alone."""

    first: Bot
    second: Bot
    alone: TelegramProcess


@pytest.fixture
def three(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Three]:
    """Run three processes on the database of the first."""
    folder = tmp_path_factory.mktemp("three")
    with bot_over(api, folder / "first") as first:
        shared = shared_with(first)
        with Bot(folder / "second", **shared) as second, TelegramProcess(folder / "alone", **shared) as alone:
            until(lambda: first.health().get("telegram") == "up", what="the first to work", within=PATIENT)
            until(lambda: second.health().get("telegram") == "standby", what="the second to stand by", within=PATIENT)
            yield Three(first, second, alone)
    assert api.violations == []


def test_each_message_is_answered_once_and_another_takes_over(api: BotApi, three: Three) -> None:
    people = [(someone(api, language), language) for language in ("ja", "en", "ja", "en")]
    all_write(people, "1", "scripted")
    check(three, people, ["1"])
    kill(three.first)
    all_write(people, "2", "scripted.again")
    check(three, people, ["1", "2"])
    three.second.stop()
    all_write(people, "3", "scripted.again")
    check(three, people, ["1", "2", "3"])
    assert three.alone.is_ready()


def all_write(people: list[tuple[TelegramAccount, str]], text: str, answer: str) -> None:
    """Let everybody write, and wait for what they are to read."""
    for person, _ in people:
        person.writes(text)
    for person, language in people:
        person.waits_for_answers(1, within=PATIENT)
        person.waits_for(says(answer, language), within=PATIENT)


def check(three: Three, people: list[tuple[TelegramAccount, str]], written: list[str]) -> None:
    """Compare what everybody wrote and reads with what is stored."""
    until_idle(three.first)
    for person, language in people:
        assert texts(three.first, person) == written
        assert first_words(person, language) == should_have(three.first, person, language)


def run(command: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run a command of the bot to its end."""
    return subprocess.run(
        [sys.executable, "-m", "bot", command],
        cwd=ROOT,
        env=settings,
        check=False,
        capture_output=True,
        text=True,
        timeout=PATIENT,
    )


def without_token(bot: Processes) -> dict[str, str]:
    """Return the environment of a bot that was given an empty token, so that no file can bring one."""
    return {**bot._environment(), "TELEGRAM_BOT_TOKEN": ""}


def test_telegram_alone_without_a_token_ends_with_one_sentence(
    api: BotApi, tmp_path_factory: pytest.TempPathFactory
) -> None:
    ended = run("telegram", **without_token(bot_over(api, tmp_path_factory.mktemp("no_token") / "alone")))
    assert ended.returncode == 2
    assert ended.stdout == ""
    assert len(ended.stderr.splitlines()) == 1
    assert "TELEGRAM_BOT_TOKEN" in ended.stderr


def test_a_token_that_cannot_be_one_is_named_and_not_shown(
    api: BotApi, tmp_path_factory: pytest.TempPathFactory
) -> None:
    settings = without_token(bot_over(api, tmp_path_factory.mktemp("no_token") / "alone"))
    ended = run("telegram", **{**settings, "TELEGRAM_BOT_TOKEN": f"x{api.token}"})
    assert ended.returncode == 2
    assert len(ended.stderr.splitlines()) == 1
    assert api.token not in ended.stderr


def test_a_bot_without_a_token_says_once_that_telegram_is_off(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Bot(tmp_path_factory.mktemp("off") / "site", TELEGRAM_BOT_TOKEN="") as bot:
        assert bot.health()["telegram"] == "off"
        assert bot.health()["status"] == "degraded"
    printed = bot.output.read_text()
    assert printed.count("Telegram is off") == 1
    assert "TELEGRAM_BOT_TOKEN" in printed


@in_both_languages
def test_a_token_that_is_refused_from_the_start_leaves_the_page_alone(
    api: BotApi, tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    wrong = api.token[:-1] + ("a" if api.token[-1] != "a" else "b")
    folder = tmp_path_factory.mktemp("wrong") / "site"
    with Bot(folder, TELEGRAM_BOT_TOKEN=wrong, TELEGRAM_API_URL=api.url) as bot:
        until(lambda: "TELEGRAM_BOT_TOKEN" in bot.output.read_text(), what="the log to say so", within=PATIENT)
        assert bot.health()["telegram"] == "down"
        with Visitor(bot.site, language=language) as visitor:
            visitor.writes(HELLO[language])
            said = until(visitor.answer, what="an answer on the page", within=PATIENT)
            assert entry("scripted", language) in " ".join(said[0].text.split())
        assert bot.health()["status"] == "degraded"
        assert bot.process is not None
        assert bot.process.poll() is None
    assert wrong not in bot.output.read_text()
    assert wrong.partition(":")[2] not in bot.output.read_text()


@in_both_languages
def test_at_debug_neither_token_nor_chat_nor_words_are_printed(
    api: BotApi, tmp_path_factory: pytest.TempPathFactory, language: str
) -> None:
    person = someone(api, language)
    with bot_over(api, tmp_path_factory.mktemp("debug") / "site", BOT_LOG_LEVEL="DEBUG") as bot:
        person.writes(f"{HELLO[language]} {CANARY[language]}")
        person.waits_for(says("scripted", language), within=PATIENT)
        person.sends("photo", caption=CANARY[language])
        person.waits_for_answers(1, within=PATIENT)
        for status in (400, 429, 500, 401):
            api.fail("sendMessage", status, description=f"Bad Request: {CANARY[language]}", chat=person.id)
            person.writes(f"{CANARY[language]} {status}")
            person.waits_for_answers(1, within=PATIENT)
        person.writes(f"{IN_DANGER[language]} {CANARY[language]}")
        person.waits_for_answers(1, within=PATIENT)
        person.edits(person.writes(CANARY[language]), f"{CANARY[language]}!")
        person.waits_for_answers(1, within=PATIENT)
        person.deletes_account()
        person.writes(CANARY[language])
        until(lambda: "a chat has ended" in bot.output.read_text(), what="the log to say so", within=PATIENT)
    printed = bot.output.read_text()
    assert "DEBUG" in printed or "INFO" in printed
    for secret in (
        api.token,
        api.token.partition(":")[2],
        str(person.id),
        CANARY[language],
        person.canary,
        person.name_canary,
    ):
        assert secret not in printed
    assert api.violations == []
