"""Both sides in real browsers: a person with a phone, counsellors at their screens, from the first call to coming back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.colleague import command
from tests.journeys.conftest import Arrivals
from tests.journeys.counsellor import Counsellor
from tests.journeys.person import Person
from tests.journeys.processes import Bot, free_ports
from tests.journeys.words import entry, label

pytestmark = pytest.mark.browser

OTHER = {"ja": "en", "en": "ja"}
HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
MEANWHILE = {"ja": "学校の人が作ったみたいです", "en": "i think someone at school made it"}
ASKS = {"ja": "だれにも言わないでくれますか", "en": "will you keep this between us?"}
ANSWERS = {"ja": "はい。いっしょに考えましょう", "en": "Yes. Let us think about it together"}
POLICE = {"ja": "警察", "en": "police"}
ONLINE = {"ja": "警察", "en": "online"}
NOTE = {"ja": "記録の話まで。次は警察のこと", "en": "Spoke about a record. Next: the police"}
TAKES_OVER = {"ja": "引きつぎました。続きから話しましょう", "en": "I have taken over. Let us go on from there"}
THANKS = {"ja": "ありがとう、少し楽になりました", "en": "thank you, i feel a bit better"}
ONCE_MORE = {"ja": "もう一つだけ聞いてもいいですか", "en": "can i ask one more thing"}
FAREWELL = {"ja": "いつでもまた書いてください", "en": "Write again at any time"}
PLACE = "Waiting for a counsellor: you are number %(n)s in line"
SPEAKS = "%(name)s is talking with you: a counsellor, a person"
ONLY_ANSWERS = (
    "The counsellor sees the answers you picked, such as an age or an app, but cannot read what you wrote before you asked for"
    " them. What you wrote when you asked for them, and since then, they can read."
)


@pytest.fixture
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run a bot of one's own: whoever waits here waits in this journey."""
    nowhere = f"http://127.0.0.1:{free_ports()['RASA_PORT']}"
    with Bot(tmp_path_factory.mktemp("both") / "site", RASA_URL=nowhere) as bot:
        yield bot


@pytest.fixture
def person(arrives: Arrivals, site: Bot, language: str) -> Person:
    """Bring someone with a phone."""
    return arrives(site.site, language)


@pytest.fixture
def mika(browser: Browser, site: Bot, language: str) -> Iterator[Counsellor]:
    """Bring a counsellor who speaks the person's language."""
    mika = Counsellor(browser, site, language, name="mika")
    yield mika
    mika.goes_home()


@pytest.fixture
def ren(browser: Browser, site: Bot, language: str) -> Iterator[Counsellor]:
    """Bring a counsellor who works in the other language."""
    ren = Counsellor(browser, site, OTHER[language], name="ren")
    yield ren
    ren.goes_home()


def asks_for_a_counsellor(person: Person, share: str) -> None:
    """Ask for a person, choose what may be seen, and see the place in the queue."""
    person.presses("topic.talk_to_human")
    person.hears("human.offer")
    person.presses(f"call.{share}")
    person.sees(label(PLACE, person.language) % {"n": 1})


def talks_with(person: Person, counsellor: Counsellor) -> None:
    """See who is there."""
    person.sees(label(SPEAKS, person.language) % {"name": counsellor.name})


def hears_last(person: Person, text: str, *, by: str) -> None:
    """Find something as the newest that a counsellor said, under their name."""
    last = person.page.locator("#log article[data-author=counsellor]").last
    expect(last).to_contain_text(text)
    expect(last.locator(".who")).to_contain_text(by)


def makes_a_code(person: Person) -> str:
    """Make a return code, keep it, and go back to the chat."""
    person.opens_the_page("/code")
    person.page.locator("main form button").click()
    expect(person.page.locator(".code-words b")).to_have_count(6)
    words = person.page.locator(".code-words b").all_inner_texts()
    person.page.locator("main form .button-main").click()
    person.page.locator("button[name=sure]").click()
    person.sees(label("You can come back", person.language))
    person.opens_the_page()
    return " ".join(words)


def comes_back_with(person: Person, code: str) -> None:
    """Open the site in a browser with nothing in it, and type the code."""
    person.opens_the_page()
    person.page.locator(".more-return a").click()
    person.page.locator("#code").fill(code)
    person.page.locator("main form .button-main").click()


def calls_and_waits(person: Person, mika: Counsellor) -> None:
    """The person shows only the answers; the program goes on answering, and the console shows no word of it."""
    person.opens_the_page()
    person.writes(HELLO[person.language])
    asks_for_a_counsellor(person, "summary")
    person.page.locator("details[data-keeps=about] > summary").click()
    expect(person.page.get_by_text(label(ONLY_ANSWERS, person.language))).to_be_visible()
    person.writes(MEANWHILE[person.language])
    person.hears("scripted")
    mika.sees_waiting(1)
    mika.does_not_see(HELLO[person.language], MEANWHILE[person.language])


def is_taken_and_talks(person: Person, mika: Counsellor) -> None:
    """What was before stays with the person; each sees the other write, and that it was read."""
    language = person.language
    mika.takes()
    talks_with(person, mika)
    person.hears("counsellor.joined", counsellor=mika.name)
    mika.sees_waiting(0)
    mika.reads(MEANWHILE[language])
    mika.does_not_see(HELLO[language])
    person.box.press_sequentially(ASKS[language])
    mika.sees_typing()
    mika.does_not_see(ASKS[language])
    person.page.locator("#composer .send").click()
    mika.reads(MEANWHILE[language], ASKS[language])
    expect(person.log.locator(".read")).to_have_text(label("Read by the counsellor", language))
    mika.types(ANSWERS[language])
    expect(person.page.locator("#writing")).to_have_text(label("%(name)s is writing…", language) % {"name": mika.name})
    person.does_not_see(ANSWERS[language])
    mika.sends()
    mika.has_said(ANSWERS[language])
    hears_last(person, ANSWERS[language], by=mika.name)
    mika.sees_that_it_was_read()
    mika.sends_guidance("step.police", found_by=POLICE[language], to=language)
    hears_last(person, entry("step.police", language), by=mika.name)


def goes_to_a_colleague(person: Person, mika: Counsellor, ren: Counsellor) -> None:
    """Ren works in the other language, has the note and what Mika could read, and goes on."""
    language = person.language
    ren.comes_on_duty()
    mika.gives_it_to(ren, note=NOTE[language])
    expect(ren.pane).to_be_visible()
    talks_with(person, ren)
    person.does_not_see(NOTE[language])
    ren.finds_the_note(NOTE[language], by=mika.name)
    ren.reads(MEANWHILE[language], ASKS[language])
    ren.does_not_see(HELLO[language])
    ren.says(TAKES_OVER[language])
    hears_last(person, TAKES_OVER[language], by=ren.name)
    ren.sends_guidance("police.online", found_by=ONLINE[ren.language], to=language)
    hears_last(person, entry("police.online", language), by=ren.name)


def is_handed_back(person: Person, ren: Counsellor) -> None:
    """The program answers again, and nobody of the staff has the chat."""
    ren.hands_it_back()
    person.hears("counsellor.handed_back", counsellor=ren.name)
    expect(person.page.locator(".status-panel")).to_have_count(0)
    person.writes(THANKS[person.language])
    person.hears("scripted")
    ren.does_not_see(THANKS[person.language])


def calls_again_until_the_end(person: Person, mika: Counsellor, ren: Counsellor) -> str:
    """The person shows everything now, and makes a code; the counsellor ends the chat. Return the code."""
    language = person.language
    asks_for_a_counsellor(person, "everything")
    mika.sees_in_the_queue("had a counsellor before")
    ren.sees_waiting(1)
    mika.takes()
    ren.sees_waiting(0)
    talks_with(person, mika)
    expect(mika.pane.locator(".log")).to_contain_text(HELLO[language])
    expect(mika.pane.locator(".log")).to_contain_text(THANKS[language])
    code = makes_a_code(person)
    mika.says(FAREWELL[language])
    hears_last(person, FAREWELL[language], by=mika.name)
    mika.ends_it("They know their next step")
    person.sees(label("This chat has ended", language))
    expect(person.box).to_be_hidden()
    return code


def comes_back(elsewhere: Person, code: str, *, ren: Counsellor) -> None:
    """In another browser the person reads what was said, and opens the chat again, showing nothing of it."""
    language = elsewhere.language
    comes_back_with(elsewhere, code)
    elsewhere.sees(label("This chat has ended", language))
    elsewhere.sees(TAKES_OVER[language])
    elsewhere.page.locator(".again > summary").click()
    elsewhere.page.locator("button[name=share][value=nothing]").click()
    elsewhere.sees(label(PLACE, language) % {"n": 1})
    ren.takes()
    talks_with(elsewhere, ren)
    ren.does_not_see(HELLO[language], FAREWELL[language])
    elsewhere.writes(ONCE_MORE[language])
    ren.reads(ONCE_MORE[language])
    ren.says(ANSWERS[language])
    hears_last(elsewhere, ANSWERS[language], by=ren.name)


def test_from_the_first_call_to_coming_back(
    arrives: Arrivals, site: Bot, person: Person, mika: Counsellor, ren: Counsellor
) -> None:
    mika.comes_on_duty()
    calls_and_waits(person, mika)
    is_taken_and_talks(person, mika)
    goes_to_a_colleague(person, mika, ren)
    is_handed_back(person, ren)
    code = calls_again_until_the_end(person, mika, ren)
    comes_back(arrives(site.site, person.language), code, ren=ren)
    expect(person.page).to_have_url(f"{site.site}/gone")
    person.does_not_see(HELLO[person.language], FAREWELL[person.language])
    verified = command(site, "verify-log")
    assert verified.returncode == 0, verified.stdout
