"""Two editors change what people read, in real browsers; a person whose chat is open reads it on the next turn, and then not."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from functools import partial

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.conftest import Arrivals
from tests.journeys.editor import Clerk, Editor
from tests.journeys.person import Person
from tests.journeys.processes import Bot, free_ports
from tests.journeys.visitor import Visitor
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES, entry
from tests.staff.editor.steps import MENU, NEW, PAPS, at, form_of

OTHER = {"ja": "en", "en": "ja"}
HOURS = {"ja": "平日 13時〜18時", "en": "Weekdays 13:00 to 18:00"}
NUMBER = "050-3177-5432"
WITHIN = 10.0
"""Seconds that a test waits for published words; people are promised two, and what it took is printed."""


@pytest.fixture
def language() -> str:
    """Return the person's and the first editor's language; the second editor has the other one."""
    return "ja"


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot of one's own: what is published here nobody else reads."""
    with Bot(tmp_path_factory.mktemp("edited") / "site", RASA_URL=_nowhere()) as bot:
        yield bot


@pytest.fixture
def aki(browser: Browser, site: Bot, language: str) -> Iterator[Editor]:
    """Bring an editor who speaks the person's language."""
    aki = Editor(browser, site, language, name="aki")
    yield aki
    aki.goes_home()


@pytest.fixture
def ken(browser: Browser, site: Bot, language: str) -> Iterator[Editor]:
    """Bring an editor who works in the other language, and is an administrator: PAPS's contact takes one."""
    ken = Editor(browser, site, OTHER[language], name="ken", roles=("editor", "administrator"))
    yield ken
    ken.goes_home()


def asks_for_paps(person: Person) -> None:
    """Press the buttons that lead to PAPS."""
    person.presses("topic.threatened_extortion")
    person.presses("topic.contact_paps")
    person.hears("paps")


def reads_last(person: Person, text: str) -> None:
    """Find something in the newest bubble."""
    expect(person.page.locator("#log article").last).to_contain_text(text)


def is_refused_and_corrects(aki: Editor) -> None:
    """Hand a sentence in without English, then with a number in it, then as it should be."""
    aki.finds(MENU, by=entry("menu", aki.language)[:12])
    aki.asks_for_a_review(ja=NEW["ja"], en="")
    aki.is_refused("en", "There are no words in it. People would see nothing.")
    expect(aki.field("ja")).to_have_value(NEW["ja"])
    wrong = f"{NEW['en']} Or call {NUMBER}."
    number = "A number is in it (%(about)s). Phone numbers belong on a card: change the contact."
    aki.field("en").fill(wrong)
    aki.finds_wrong("en", number, about=NUMBER)  # said while it is written
    aki.presses("Save and ask for a review")
    aki.is_refused("en", number, about=NUMBER)
    expect(aki.field("en")).to_have_value(wrong)
    aki.asks_for_a_review(en=NEW["en"])
    aki.is_told_well("Saved, and a colleague is asked to look at it.")


def changes_the_hours_of_paps(aki: Editor) -> None:
    """Change a fact in both languages; who wrote it cannot publish it."""
    aki.finds(PAPS, by=NUMBER)
    aki.asks_for_a_review(hours_ja=HOURS["ja"], hours_en=HOURS["en"])
    aki.is_told_well("Saved, and a colleague is asked to look at it.")
    expect(aki.page.locator(".approve button.button-main")).to_have_count(0)


def reviews_and_publishes(ken: Editor) -> None:
    """Read what is different, and let all of it out together."""
    ken.opens("/guidance/review")
    for text in (*NEW.values(), *HOURS.values()):
        expect(ken.page.locator(".diff ins").filter(has_text=text[-4:]).last).to_be_visible()
    ken.publishes_everything()


@pytest.mark.browser
def test_what_two_editors_publish_a_person_reads_on_the_next_turn_until_it_is_rolled_back(
    arrives: Arrivals, site: Bot, aki: Editor, ken: Editor, language: str
) -> None:
    person = arrives(site.site, language)
    person.opens_the_page()
    asks_for_paps(person)
    person.does_not_see(HOURS[language], NEW[language])
    aki.settles(aki.handed)
    is_refused_and_corrects(aki)
    changes_the_hours_of_paps(aki)
    ken.settles(ken.handed)
    person.does_not_see(HOURS[language], NEW[language])

    reviews_and_publishes(ken)
    published = time.monotonic()
    person.presses("topic.help_menu")
    reads_last(person, NEW[language])
    told(f"read in an open chat {time.monotonic() - published:.2f} s after it was published")
    later = arrives(site.site, language)  # who has read it before is only reminded of it
    later.opens_the_page()
    asks_for_paps(later)
    reads_last(later, HOURS[language])

    for item in (MENU, PAPS):
        ken.finds(item, by=item.key)
        ken.brings_back_what_was_shipped()
    last = arrives(site.site, language)
    last.opens_the_page()
    asks_for_paps(last)
    expect(last.page.locator("#log article").last).not_to_contain_text(HOURS[language])
    last.presses("topic.help_menu")
    reads_last(last, entry("menu", language))


@pytest.fixture
def three(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Bot]]:
    """Run three processes on one database, each with ports of its own."""
    folder = tmp_path_factory.mktemp("three")
    first = Bot(folder / "1", RASA_URL=_nowhere())
    shared = {name: value for name, value in first.settings.items() if not name.endswith("_PORT")}
    with ExitStack() as running:
        yield [running.enter_context(bot) for bot in (first, *(Bot(folder / name, **shared) for name in "23"))]


@pytest.mark.service
def test_every_process_shows_what_was_published_through_one(three: list[Bot]) -> None:
    with ExitStack() as open_:
        aki = open_.enter_context(Clerk(three[0], name="aki"))
        ken = open_.enter_context(Clerk(three[1], name="ken", roles=("editor", "administrator")))
        people = {
            (number, language): open_.enter_context(Visitor(bot.site, language=language))
            for number, bot in enumerate(three, start=1)
            for language in LANGUAGES
        }
        assert not any(_reads_the_new_words(person) for person in people.values())
        hands_in(aki)
        waiting = ken.in_review()
        assert len(waiting) == len([*LANGUAGES, PAPS])

        answer = ken.sends("/guidance/publish", revision=waiting)
        published = time.monotonic()
        assert answer.headers["location"] == "/guidance/review?done=published"
        for (number, language), person in people.items():
            until(partial(_reads_the_new_words, person), what=f"process {number} in {language}", within=WITHIN)
            told(f"process {number}, {language}: {time.monotonic() - published:.2f} s after process 2 had published")
            until(
                partial(_is_taken, person, "topic:contact_paps"), what="a press not to come too fast after the others"
            )
            assert HOURS[language] in person.answer()[-1].source
            assert NUMBER in person.answer()[-1].source
            said = [bubble.text for bubble in person.bubbles()]
            assert any(entry("menu", language) in text for text in said)  # what was said before stays as it was said
            assert any(NEW[language] in text for text in said)


def told(measured: str) -> None:
    """Print what was measured; `pytest -s` shows it."""
    print(f"\n{measured}", end="")  # noqa: T201 (what it took is for people to read)


def hands_in(aki: Clerk) -> None:
    """Change the sentence and PAPS's hours in both languages, and ask for a review."""
    words = {f"body-{language}": text for language, text in NEW.items()}
    hours = {f"hours_{language}": text for language, text in HOURS.items()}
    for item, typed in ((MENU, words), (PAPS, hours)):
        fields = {**form_of(aki.http.get(at(item))), "significance": "meaning", **typed, "do": "submit"}
        assert aki.sends(at(item), **fields).headers["location"] == f"{at(item)}?done=submitted"


def _reads_the_new_words(person: Visitor) -> bool:
    """Take one turn, and say whether the answer is the new one; nothing else may be in it."""
    if person.presses("say:menu").is_error:  # "show it again": only what was said before can be asked for once more
        person.presses("topic:help_menu")
    answer = person.answer()[-1].text
    assert answer.startswith((NEW[person.language], entry("menu", person.language)))
    return answer == NEW[person.language]


def _is_taken(person: Visitor, payload: str) -> bool:
    return not person.presses(payload).is_error


def _nowhere() -> str:
    return f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
