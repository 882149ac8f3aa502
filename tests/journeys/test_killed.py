"""The bot may be killed at any moment: what a person was told is taken is there afterwards, once, in order, answered."""

import sqlite3
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from functools import partial

import httpx
import pytest

from tests.journeys.processes import Bot
from tests.journeys.stand_in import StandIn
from tests.journeys.visitor import PATIENT, Visitor, new_nonce
from tests.journeys.waiting import until
from tests.journeys.words import entry

pytestmark = pytest.mark.service

PEOPLE, MESSAGES = 6, 8
KILLED_AT = (5, 17, 31)
"""Numbers of acknowledged messages at which the bot is killed."""


@pytest.fixture(scope="module")
def rasa() -> Iterator[StandIn]:
    """Put something in Rasa's place that can hold an answer back."""
    stand_in = StandIn()
    yield stand_in
    stand_in.close()


@pytest.fixture
def bot(rasa: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot that may be killed."""
    rasa.behaviour = "empty"
    with Bot(tmp_path_factory.mktemp("killed") / "site", RASA_URL=rasa.url) as running:
        yield running


class Insistent:
    """Someone who sends messages in order, and each again until it is acknowledged, as the page does."""

    def __init__(self, name: int, bot: Bot, language: str, count: threading.Semaphore) -> None:
        """Begin with a page that is open."""
        self.visitor = Visitor(bot.site, language=language)
        self.visitor.csrf()
        self.texts = [f"{name}-{number}" for number in range(MESSAGES)]
        self.tried_again = 0
        self._bot, self._count = bot, count

    def sends_all(self) -> None:
        """Send every message."""
        for text in self.texts:
            nonce = new_nonce()
            until(partial(self._sends, text, nonce), what="an acknowledgement", within=60.0)
            self._count.release()

    def _sends(self, text: str, nonce: str) -> bool:
        try:
            return self.visitor.writes(text, nonce=nonce).status_code == httpx.codes.SEE_OTHER
        except httpx.HTTPError:
            self.tried_again += 1
            return False


def change(bot: Bot, statement: str) -> None:
    """Change the database of a bot that does not run."""
    with closing(sqlite3.connect(bot.database)) as database, database:
        database.execute(statement)


def rows(bot: Bot) -> dict[str, int]:
    """Count the rows of every table."""
    with closing(sqlite3.connect(bot.database)) as database:
        tables = [name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables}  # noqa: S608


def test_every_acknowledged_message_is_there_once_and_in_order_after_kill_nine_under_load(bot: Bot) -> None:
    acknowledged = threading.Semaphore(0)
    people = [Insistent(name, bot, ("ja", "en")[name % 2], acknowledged) for name in range(PEOPLE)]
    with ThreadPoolExecutor(PEOPLE) as together:
        sending = [together.submit(person.sends_all) for person in people]
        for before, now in zip((0, *KILLED_AT), KILLED_AT, strict=False):
            for _ in range(now - before):
                assert acknowledged.acquire(timeout=PATIENT)
            bot.kill()
            bot.start()
        for done in sending:
            done.result()
    assert sum(person.tried_again for person in people)
    for person in people:
        bubbles = person.visitor.bubbles()
        person.visitor.http.close()
        authors = [bubble.author for bubble in bubbles]
        assert [bubble.text for bubble in bubbles if bubble.author == "person"] == person.texts
        assert authors == ["assistant"] + ["person", "assistant"] * MESSAGES


def test_what_was_taken_but_not_answered_is_answered_after_the_restart(rasa: StandIn, bot: Bot, language: str) -> None:
    with Visitor(bot.site, language=language) as person, ThreadPoolExecutor(1) as beside:
        person.writes("hello" if language == "en" else "こんにちは")
        rasa.behaviour = "late"
        rasa.go_on.clear()
        asked = rasa.asked
        cut_off = beside.submit(person.writes, "and then?" if language == "en" else "それで？")
        until(lambda: rasa.asked > asked, what="Rasa to be asked")
        bot.kill()
        assert isinstance(cut_off.exception(timeout=PATIENT), httpx.HTTPError)
        rasa.behaviour = "empty"
        rasa.go_on.set()
        change(bot, "UPDATE messages SET at = at - 20")
        bot.start()
        said = until(person.answer, what="an answer")
        assert [entry("scripted.again", language) in bubble.text for bubble in said] == [True]


def test_a_conversation_whose_time_is_over_leaves_no_row_and_its_page_says_so(bot: Bot, language: str) -> None:
    with Visitor(bot.site, language=language) as person:
        person.writes("hello" if language == "en" else "こんにちは")
        assert rows(bot)["messages"]
        bot.stop()
        change(bot, "UPDATE conversations SET expires_at = 1")
        bot.start()
        until(lambda: not rows(bot)["conversations"], what="the clock to erase it")
        left = {name: count for name, count in rows(bot).items() if count}
        assert set(left) <= {"alembic_version", "owed_forgettings", "gaps"}, "gaps are counts of a day, without ids"
        assert person.writes("hello again", live=True).status_code == httpx.codes.GONE
        assert len(person.bubbles()) == 1
        person.writes("hello again")
        assert person.written() == ["hello again"], "a form without JavaScript begins anew, so that nothing is lost"
