"""Never silent, never unsafe: with Rasa strange, empty, slow or away, the person is helped within the same turn."""

import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.journeys.processes import Bot
from tests.journeys.stand_in import ANSWERS, StandIn
from tests.journeys.visitor import Visitor, choices_in
from tests.journeys.waiting import until
from tests.journeys.words import entry, phones

pytestmark = pytest.mark.service

ONE_TURN = 4.5
"""Seconds: the three that Rasa is given, and what a busy machine takes."""

DANGER = {
    "ja": {
        "crisis.suicide": "もう死にたい",
        "crisis.immediate": "今、家の前に知らない男がいる",
        "crisis.means.blade": "また手首を切ってしまった",
    },
    "en": {
        "crisis.suicide": "i want to die",
        "crisis.immediate": "he is outside my door with a knife",
        "crisis.means.blade": "i cut myself again",
    },
}
PLAIN = {"ja": "Xに裸の加工画像を上げられた", "en": "someone posted a fake nude of me on X"}


@pytest.fixture(scope="module")
def rasa() -> Iterator[StandIn]:
    """Put something strange in Rasa's place."""
    stand_in = StandIn()
    yield stand_in
    stand_in.close()


@pytest.fixture(scope="module")
def site(rasa: StandIn, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run the bot over it."""
    with Bot(tmp_path_factory.mktemp("strange") / "site", RASA_URL=rasa.url) as bot:
        yield bot


@pytest.fixture
def person(rasa: StandIn, site: Bot, language: str) -> Iterator[Visitor]:
    """Bring someone to it."""
    rasa.go_on.clear()
    with Visitor(site.site, language=language) as someone:
        someone.csrf()
        yield someone


def seconds_for(person: Visitor, text: str) -> float:
    """Return how long a turn took."""
    start = time.monotonic()
    answer = person.writes(text)
    assert answer.status_code == 303
    return time.monotonic() - start


@pytest.mark.parametrize("behaviour", [*ANSWERS, "hang up", "silent"])
def test_whatever_rasa_does_the_person_is_helped_in_the_same_turn(
    rasa: StandIn, person: Visitor, behaviour: str
) -> None:
    rasa.behaviour = behaviour
    assert seconds_for(person, PLAIN[person.language]) < ONE_TURN
    said = person.answer()
    assert entry("scripted", person.language) in said[0].text
    assert all(number in said[0].source for number in phones("scripted", person.language))
    assert choices_in(person.page())


@pytest.mark.parametrize("key", ["crisis.suicide", "crisis.immediate", "crisis.means.blade"])
@pytest.mark.parametrize("behaviour", ["silent", "hang up", "a page"])
def test_words_of_danger_are_answered_first_whatever_rasa_does(
    rasa: StandIn, person: Visitor, behaviour: str, key: str
) -> None:
    rasa.behaviour = behaviour
    assert seconds_for(person, DANGER[person.language][key]) < ONE_TURN
    said = person.answer()
    assert said[0].danger
    assert entry(key, person.language) in said[0].text
    assert all(f"tel:{number.replace('-', '')}" in said[0].source for number in phones(key, person.language))


def test_the_emergency_words_are_on_the_page_while_rasa_is_still_silent(rasa: StandIn, person: Visitor) -> None:
    rasa.behaviour = "silent"
    person.writes(DANGER[person.language]["crisis.suicide"])
    assert seconds_for(person, DANGER[person.language]["crisis.suicide"]) < 2.5


def test_buttons_work_without_rasa_and_lead_to_the_next_step(rasa: StandIn, person: Visitor) -> None:
    rasa.behaviour = "hang up"
    person.presses("topic:report_deepfake")
    assert entry("heard.deepfake", person.language) in person.answer()[0].text
    person.presses("answer:age_in_image=under_18")
    person.presses("answer:platform=instagram")
    shown = " ".join(bubble.source for bubble in person.bubbles())
    assert entry("step.report.instagram.minor", person.language) in " ".join(bubble.text for bubble in person.bubbles())
    assert "Take It Down" in shown
    assert "StopNCII" not in shown


def test_leaving_does_not_wait_for_rasa(rasa: StandIn, person: Visitor) -> None:
    rasa.behaviour = "hang up"
    person.writes(PLAIN[person.language])
    rasa.behaviour = "silent"
    start = time.monotonic()
    answer = person.posts("/leave")
    assert time.monotonic() - start < 1.5
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("https://")
    assert len(person.bubbles()) == 1


def test_the_same_message_sent_twice_at_once_is_answered_once(rasa: StandIn, person: Visitor) -> None:
    rasa.behaviour = "hang up"
    person.writes("hello" if person.language == "en" else "こんにちは")
    before, asked = len(person.bubbles()), rasa.asked
    rasa.behaviour = "late"
    rasa.go_on.clear()
    with ThreadPoolExecutor(2) as together:
        twice = [together.submit(person.writes, PLAIN[person.language], nonce="one-and-the-same") for _ in range(2)]
        until(lambda: rasa.asked >= asked + 2, what="Rasa to be asked twice")
        rasa.go_on.set()
        assert [one.result().status_code for one in twice] == [303, 303]
    assert person.written().count(PLAIN[person.language]) == 1
    assert len(person.bubbles()) == before + 2


def test_the_faults_are_counted_by_kind_and_without_words(rasa: StandIn, site: Bot, person: Visitor) -> None:
    before = site.health()["assistant_faults"]
    for behaviour in ("empty", "a page", "hang up"):
        rasa.behaviour = behaviour
        person.writes(PLAIN[person.language])
    after = site.health()["assistant_faults"]
    for kind in ("silent", "strange", "not reachable"):
        assert after[kind] == before.get(kind, 0) + 1
