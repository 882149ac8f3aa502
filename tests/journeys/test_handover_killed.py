"""Processes killed in the middle of a talk: both sides send on, nothing is lost, doubled or out of order, nobody reloads."""

import re
from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.colleague import command
from tests.journeys.conftest import Arrivals
from tests.journeys.counsellor import Counsellor
from tests.journeys.person import Person
from tests.journeys.processes import Bot, Processes, Service
from tests.journeys.stand_in import StandIn
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES, button, label

pytestmark = pytest.mark.browser

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
ASKED = {"ja": "質問", "en": "question"}
ANSWERED = {"ja": "答え", "en": "answer"}
SPEAKS = "%(name)s is talking with you: a counsellor, a person"
KILLS = 2
LONG = 60_000
"""Milliseconds until both pages have found back by themselves."""


@pytest.fixture
def rasa() -> Iterator[StandIn]:
    """Put something in Rasa's place that can hold an answer back."""
    stand_in = StandIn()
    yield stand_in
    stand_in.close()


@pytest.fixture
def bot(rasa: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot that may be killed."""
    with Bot(tmp_path_factory.mktemp("talk") / "site", RASA_URL=rasa.url) as running:
        yield running


class Talk:
    """A person and a counsellor who send numbered messages, and what each must find on their page in the end."""

    def __init__(self, person: Person, counsellor: Counsellor) -> None:
        """Begin: the person calls, the counsellor takes the chat."""
        self.person, self.counsellor = person, counsellor
        self.asked: list[str] = []
        self.answered: list[str] = []
        counsellor.comes_on_duty()
        person.opens_the_page()
        person.writes(HELLO[person.language])
        person.writes(button("topic.talk_to_human", person.language))  # understood with Rasa and without
        person.presses("call.everything")
        counsellor.takes()
        person.sees(label(SPEAKS, person.language) % {"name": counsellor.name})

    def both_send(self, *, times: int = 1) -> None:
        """Send in turns, without waiting for anything."""
        for _ in range(times):
            self.asked.append(f"{ASKED[self.person.language]} {len(self.asked)}")
            self.person.box.fill(self.asked[-1])
            self.person.page.locator("#composer .send").click()
            self.answered.append(f"{ANSWERED[self.person.language]} {len(self.answered)}")
            self.counsellor.sends(self.answered[-1])

    def nobody_is_connected(self) -> None:
        """Find that both pages say that something is not sent yet."""
        self.person.sees(label("Not sent yet", self.person.language))
        expect(self.counsellor.pane.get_by_text(label("Not sent yet", self.counsellor.language)).first).to_be_visible()

    def all_has_arrived(self) -> None:
        """Find on each page what both sent: each once, in order, and nothing on its way any more."""
        for page, held_conversation, own in self._pages():
            in_order(page, held_conversation, self.asked)
            in_order(page, own, self.answered)
        expect(self.person.page.locator("#outbox > *")).to_have_count(0)
        expect(self.person.page.locator("#connection-words")).to_be_hidden()
        expect(self.counsellor.pane.locator(".is-pending")).to_have_count(0)
        expect(self.counsellor.page.locator("#lost")).to_be_hidden()

    def goes_on(self) -> None:
        """Find the counsellor still there, typing and new messages seen at once, and the same after a reload."""
        self.person.sees(label(SPEAKS, self.person.language) % {"name": self.counsellor.name})
        self.person.box.press_sequentially("...")
        self.counsellor.sees_typing()
        self.person.box.fill("")
        self.both_send()
        self.all_has_arrived()
        self.person.opens_the_page()
        self.counsellor.opens("/desk")
        self.all_has_arrived()

    def _pages(self) -> Iterator[tuple[Page, str, str]]:
        for page, log in ((self.person.page, "#log"), (self.counsellor.page, ".pane .log")):
            yield page, f"{log} [data-author=person] .text", f"{log} [data-author=counsellor] .text"


def in_order(page: Page, where: str, texts: list[str]) -> None:
    """Find exactly these numbered messages, in this order."""
    expect(page.locator(where, has_text=re.compile(r"\d$"))).to_have_text(texts, timeout=LONG)


class Beginnings(Protocol):
    """Brings people and counsellors together."""

    def __call__(self, processes: Processes) -> list[Talk]:
        """Bring them to running processes, one talk in each language."""
        ...


@pytest.fixture
def begin(arrives: Arrivals, browser: Browser) -> Iterator[Beginnings]:
    """Bring people and counsellors together; in the end the counsellors go home, and nobody works there any more."""
    came: list[tuple[Processes, Counsellor]] = []

    def bring(processes: Processes) -> list[Talk]:
        talks = []
        for language in LANGUAGES:
            counsellor = Counsellor(browser, processes, language, name=f"mika.{language}")
            came.append((processes, counsellor))
            talks.append(Talk(arrives(processes.site, language), counsellor))
        return talks

    yield bring
    for processes, counsellor in came:
        counsellor.goes_home()
        assert command(processes, "disable", counsellor.name).returncode == 0


def all_send(talks: list[Talk], *, times: int = 1) -> None:
    """Let everybody send."""
    for talk in talks:
        talk.both_send(times=times)


def all_has_arrived(talks: list[Talk]) -> None:
    """Find everything with everybody."""
    for talk in talks:
        talk.all_has_arrived()


def is_killed_in_the_middle(bot: Bot, rasa: StandIn, talks: list[Talk]) -> None:
    """Kill the bot while it asks about danger in what was just written, and start it again after everybody sent on."""
    rasa.go_on.clear()
    rasa.behaviour, asked = "late", rasa.asked
    all_send(talks, times=2)
    until(lambda: rasa.asked > asked, what="Rasa to be asked")
    bot.kill()
    all_send(talks)
    for talk in talks:
        talk.nobody_is_connected()
    rasa.behaviour = "empty"
    rasa.go_on.set()
    bot.start()


def test_the_bot_killed_while_all_send(begin: Beginnings, bot: Bot, rasa: StandIn) -> None:
    talks = begin(bot)
    all_send(talks)
    all_has_arrived(talks)
    for _ in range(KILLS):
        is_killed_in_the_middle(bot, rasa, talks)
        all_has_arrived(talks)
    for talk in talks:
        talk.goes_on()


@pytest.mark.service
def test_rasa_the_actions_and_the_bot_killed_one_after_the_other(begin: Beginnings, service: Service) -> None:
    talks = begin(service)
    for name in ("actions", "rasa", "bot"):
        all_send(talks)
        service.kill(name)
        all_send(talks)
        all_has_arrived(talks)
    for talk in talks:
        talk.goes_on()
        talk.counsellor.hands_it_back()
        talk.person.hears("counsellor.handed_back", counsellor=talk.counsellor.name)
        talk.person.writes(HELLO[talk.person.language])
        expect(talk.person.log.locator("article").last).to_have_attribute("data-author", "assistant")
