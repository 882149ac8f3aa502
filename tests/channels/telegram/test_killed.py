"""The bot may be killed at any moment: nothing is lost, nothing is said more than once more, and the order stays."""

import random
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from itertools import groupby
from threading import Event

import pytest

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.bot_process import (
    HELLO,
    PATIENT,
    ask,
    bot_over,
    first_words,
    in_both_languages,
    is_idle,
    kept,
    locked,
    revive,
    says,
    should_have,
    someone,
    texts,
    until_idle,
)
from tests.channels.telegram.staff_member import StaffMember
from tests.journeys.processes import Bot
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES

pytestmark = pytest.mark.service

PEOPLE, TEXTS, KILLS = 6, 16, 8
SEED = 20261122


@pytest.fixture
def bot(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot that may be killed; in the end it has done nothing that Telegram forbids."""
    with bot_over(api, tmp_path_factory.mktemp("killed") / "site") as running:
        yield running
    assert api.violations == []


def check(bot: Bot, person: TelegramAccount, language: str, *, repeats: int) -> None:
    """Compare what somebody sees with what was to be said: the same order, at most so many messages twice."""
    seen, meant = first_words(person, language), should_have(bot, person, language)
    assert [words for words, _ in groupby(seen)] == [words for words, _ in groupby(meant)]
    assert len(meant) <= len(seen) <= len(meant) + repeats


@in_both_languages
def test_an_update_that_was_fetched_but_not_kept_comes_again(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    until(lambda: bot.health().get("telegram") == "up", what="Telegram to be reached", within=PATIENT)
    with locked(bot):
        asked = len(api.calls_of("getUpdates"))
        person.writes(HELLO[language])
        until(lambda: api.calls_of("getUpdates")[asked - 1].answered == 200, what="the update to be fetched")
        bot.kill()
    assert not texts(bot, person)
    revive(bot)
    person.waits_for(says("scripted", language), within=PATIENT)
    until_idle(bot)
    assert texts(bot, person) == [HELLO[language]]
    check(bot, person, language, repeats=0)


@in_both_languages
def test_what_was_kept_but_not_sent_is_sent_after_the_restart(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    api.fail("sendMessage", 503, times=10_000)
    for number in range(3):
        person.writes(f"{HELLO[language]} {number}")
    until(lambda: len(kept(bot, person)) >= 5, what="an answer to be kept", within=PATIENT)
    until(lambda: api.calls_of("sendMessage"), what="a try to send it", within=PATIENT)
    bot.kill()
    assert not is_idle(bot)
    assert not person.shown
    api.recovers()
    revive(bot)
    until_idle(bot)
    assert texts(bot, person) == [f"{HELLO[language]} {number}" for number in range(3)]
    check(bot, person, language, repeats=0)


@pytest.mark.parametrize("hung_up", [False, True], ids=["a late answer", "no answer"])
@in_both_languages
def test_what_was_sent_but_not_known_to_be_is_said_once_more_at_most(
    api: BotApi, bot: Bot, language: str, *, hung_up: bool
) -> None:
    person = someone(api, language)
    person.writes(HELLO[language])
    person.waits_for(says("scripted", language), within=PATIENT)
    until_idle(bot)
    api.fail("sendMessage", 200, drop=hung_up, delay=120.0, acted=True)
    person.writes(HELLO[language])
    person.waits_for(says("scripted.again", language), within=PATIENT)
    bot.kill()
    api.recovers()
    revive(bot)
    until_idle(bot)
    check(bot, person, language, repeats=1)


@in_both_languages
def test_what_a_counsellor_says_arrives_once_and_in_order(api: BotApi, bot: Bot, language: str) -> None:
    person, counsellor = someone(api, language), StaffMember(bot, "Sato")
    counsellor.comes()
    person.sends_command("/human")
    person.waits_for(says("human.offer", language), within=PATIENT)
    person.presses_data("call:everything")
    until(lambda: ask(bot, "SELECT 1 FROM calls"), what="the call", within=PATIENT)
    counsellor.takes(person)
    until_idle(bot)
    shown = len(person.shown)
    api.fail("sendMessage", 503, times=10_000)
    for number in range(3):
        counsellor.says(person, f"({number})")
    until(lambda: api.calls_of("sendMessage")[-1].answered == 503, what="a try to send it", within=PATIENT)
    bot.kill()
    for number in range(3, 6):
        counsellor.says(person, f"({number})")
    api.recovers()
    revive(bot)
    until_idle(bot)
    assert [text[-3:] for text in person.shown_texts()[shown:]] == [f"({number})" for number in range(6)]


def test_several_messages_of_several_people_survive_a_kill_at_each_step(api: BotApi, bot: Bot) -> None:
    people = [someone(api, LANGUAGES[number % 2]) for number in range(PEOPLE)]
    api.fail("sendMessage", 200, delay=120.0, times=PEOPLE // 2)
    for number in range(3):
        for person in people:
            person.writes(f"{number}")
    until(lambda: sum(bool(person.shown) for person in people) >= PEOPLE // 2, what="some to read", within=PATIENT)
    bot.kill()
    api.recovers()
    for person in people:
        person.writes("3")
    revive(bot)
    until(lambda: all(len(texts(bot, person)) == 4 for person in people), what="all texts", within=PATIENT)
    until_idle(bot)
    for number, person in enumerate(people):
        assert texts(bot, person) == ["0", "1", "2", "3"]
        check(bot, person, LANGUAGES[number % 2], repeats=1)


def test_a_stream_of_texts_survives_many_kills_at_random_moments(api: BotApi, bot: Bot) -> None:
    chance = random.Random(SEED)  # noqa: S311 (a seed, so that a failure comes again)
    people = [someone(api, LANGUAGES[number % 2]) for number in range(PEOPLE)]
    in_the_middle = 0
    with ThreadPoolExecutor(PEOPLE) as together:
        writing = [together.submit(write, person, name) for name, person in enumerate(people)]
        for _ in range(KILLS):
            wait_for_calls(api, bot, chance.randint(1, 3 * PEOPLE), writing)
            in_the_middle += not is_idle(bot)
            bot.kill()
            revive(bot)
        for done in writing:
            done.result()
    assert in_the_middle
    for name, person in enumerate(people):
        written = [f"{name}-{number}" for number in range(TEXTS)]
        until(partial(has_written, bot, person), what="every text to be kept", within=PATIENT)
        until_idle(bot)
        assert texts(bot, person) == written
        assert kept(bot, person)[-1].author == "assistant"
        check(bot, person, LANGUAGES[name % 2], repeats=KILLS)
    assert ask(bot, "SELECT count(*) FROM messages WHERE author = 'person'") == [(PEOPLE * TEXTS,)]


def write(person: TelegramAccount, name: int) -> None:
    """Write numbered texts, not so fast that it is a flood."""
    pace = Event()
    for number in range(TEXTS):
        person.writes(f"{name}-{number}")
        pace.wait(0.6)


def wait_for_calls(api: BotApi, bot: Bot, count: int, writing: Sequence[Future[None]]) -> None:
    """Wait until the bot has called so often, or has nothing more to do."""
    enough = len(api.calls) + count
    until(
        lambda: len(api.calls) >= enough or (all(done.done() for done in writing) and is_idle(bot)),
        what="something to happen",
        within=PATIENT,
    )


def has_written(bot: Bot, person: TelegramAccount) -> bool:
    """Tell whether every text of somebody is stored."""
    return len(texts(bot, person)) >= TEXTS
