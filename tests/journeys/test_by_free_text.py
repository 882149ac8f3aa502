"""Journeys 1, 2, 4, 13 and 15 in a person's own words, in Chromium, on a phone and at a desk, with all three processes."""

import base64
import hashlib

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.person import Person
from tests.journeys.processes import Service
from tests.journeys.words import button, label, phones

pytestmark = [pytest.mark.browser, pytest.mark.service]

PAPS = "050-3177-5432"
LINES = base64.encodebytes(b"".join(hashlib.sha512(bytes([seed])).digest() for seed in range(12))).decode()
"""An image as mail programs write it: lines of base64."""

PNG = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
SAYS = {
    "posted": {"ja": "Xに裸の加工画像を上げられました", "en": "someone put a deepfake nude of me on X"},
    "adult": {"ja": "25歳です", "en": "i am 25"},
    "no file": {"ja": "いいえ、手元にはないです", "en": "no, i don't have the file"},
    "file": {"ja": "はい、スマホに入っています", "en": "yes, it is on my phone"},
    "minor": {
        "ja": "インスタに裸の合成画像をのせられた。中3です",
        "en": "someone put a fake nude of me on Instagram. I'm in 9th grade",
    },
    "threat": {
        "ja": "Discordで裸の画像をばらまくって脅されてる。お金を払えって言われた",
        "en": "someone on Discord says they'll post my nudes unless I pay",
    },
    "young": {"ja": "15です", "en": "15"},
    "danger": {"ja": "もう死にたい", "en": "i want to die"},
    "removal": {"ja": "画像を消す方法は？", "en": "how do i get the photo removed?"},
    "thanks": {"ja": "ありがとう", "en": "thanks"},
    "may i send": {"ja": "画像を送ってもいいですか？", "en": "can I send you the picture?"},
    "look": {"ja": "これを見てください", "en": "please look at this"},
}


@pytest.fixture
def someone(arrives: Arrivals, service: Service, language: str) -> Person:
    """Bring someone with a phone."""
    person = arrives(service.site, language)
    person.opens_the_page()
    return person


@pytest.fixture(params=[False, True], ids=["phone", "desktop"])
def anyone(request: pytest.FixtureRequest, arrives: Arrivals, service: Service, language: str) -> Person:
    """Bring someone with a phone, and someone at a desk."""
    person = arrives(service.site, language, desktop=request.param)
    person.opens_the_page()
    return person


def says(person: Person, what: str) -> None:
    """Let a person write one of the sentences above, in their language."""
    person.writes(SAYS[what][person.language])


def goes_on(person: Person) -> None:
    """Let a person type the name of the button that leads to the next step."""
    person.writes(button("plan.next", person.language))


def test_journey_1_an_adult_on_a_named_platform(someone: Person) -> None:
    someone.takes_a_picture("00-first-screen")
    says(someone, "posted")
    someone.hears("heard.deepfake")
    someone.hears("step.record.careful")
    someone.hears("ask.age")
    someone.takes_a_picture("01-adult-first")
    says(someone, "adult")
    someone.hears("step.report.x.adult")
    someone.sees_a_link_to("help.x.com")
    goes_on(someone)
    someone.hears("ask.file_on_device")
    says(someone, "no file")
    someone.hears("step.hash.no_file")
    goes_on(someone)
    someone.hears("step.search.adult")
    someone.sees_a_link_to("google.com")
    goes_on(someone)
    someone.hears("step.paps")
    someone.sees_a_number_to_call(PAPS)
    goes_on(someone)
    someone.hears("step.police")
    goes_on(someone)
    someone.hears("step.refused")
    goes_on(someone)
    someone.hears("step.end")
    someone.does_not_see("StopNCII", "stopncii")
    someone.takes_a_picture("01-adult-end")


def test_journey_1_the_hash_tool_only_where_the_file_is_on_the_device(anyone: Person) -> None:
    says(anyone, "posted")
    says(anyone, "adult")
    goes_on(anyone)
    anyone.does_not_see("StopNCII", "stopncii")
    says(anyone, "file")
    anyone.hears("step.hash.adult")
    anyone.sees_a_link_to("stopncii.org")


def test_journey_2_under_18_is_never_sent_to_the_tool_for_adults(someone: Person) -> None:
    says(someone, "minor")
    someone.hears("heard.deepfake")
    someone.hears("step.record.minor")
    someone.takes_a_picture("02-under-18-first")
    goes_on(someone)
    someone.hears("step.report.instagram.minor")
    someone.sees("Take It Down")
    someone.sees_a_link_to("takeitdown")
    for key in ("step.hash.minor", "step.search.minor", "step.school.minor", "step.paps.minor", "step.police.minor"):
        goes_on(someone)
        someone.hears(key)
    someone.sees_a_number_to_call(PAPS)
    for key in ("step.refused", "step.end"):
        goes_on(someone)
        someone.hears(key)
    someone.does_not_see("StopNCII", "stopncii")
    someone.takes_a_picture("02-under-18-end")


def test_journey_4_threatened_and_the_age_not_said(someone: Person) -> None:
    says(someone, "threat")
    someone.hears("heard.threat")
    someone.hears("step.threat.first")
    someone.takes_a_picture("04-threatened-first")
    someone.writes(button("answer.age.skipped", someone.language))
    someone.hears("step.threat.record_block.minor")
    goes_on(someone)
    someone.hears("step.threat.not_posted")
    for key in ("step.threat.report", "step.threat.secure", "step.threat.if_posted"):
        goes_on(someone)
        someone.hears(key)
    goes_on(someone)
    goes_on(someone)
    someone.hears("step.paps")
    goes_on(someone)
    someone.hears("step.police")
    someone.does_not_see("StopNCII", "stopncii")
    someone.takes_a_picture("04-threatened-end")


def test_journey_4_threatened_and_fifteen(anyone: Person) -> None:
    says(anyone, "threat")
    says(anyone, "young")
    anyone.hears("step.threat.record_block.minor")
    goes_on(anyone)
    anyone.hears("step.threat.not_posted")
    for key in ("step.threat.report", "step.threat.secure", "step.threat.if_posted"):
        goes_on(anyone)
        anyone.hears(key)
    goes_on(anyone)
    anyone.hears("step.hash.minor")
    anyone.sees("Take It Down")
    goes_on(anyone)
    anyone.hears("step.paps.minor")
    anyone.does_not_see("StopNCII", "stopncii")


def test_journey_13_emergency_words_come_first_and_alone_and_it_stays(someone: Person) -> None:
    says(someone, "danger")
    someone.hears("crisis.suicide")
    said = someone.last_answer()
    assert [danger for _, danger in said] == [True]
    for number in phones("crisis.suicide", someone.language):
        someone.sees_a_number_to_call(number)
    assert "119" in phones("crisis.suicide", someone.language)[0]
    expect(someone.box).to_be_enabled()
    someone.takes_a_picture("13-crisis-first")
    says(someone, "danger")
    someone.hears("crisis.suicide.ask")
    says(someone, "removal")
    someone.hears("heard.takedown")
    says(someone, "may i send")
    someone.hears("crisis.check_later")
    someone.takes_a_picture("13-crisis-end")


def test_journey_13_words_of_danger_inside_another_story_come_before_the_story(anyone: Person) -> None:
    anyone.writes(f"{SAYS['posted'][anyone.language]}\n{SAYS['danger'][anyone.language]}")
    anyone.hears("crisis.suicide")
    assert anyone.last_answer()[0][1]


def test_journey_15_someone_asks_to_send_the_picture_and_then_pastes_it(someone: Person) -> None:
    says(someone, "may i send")
    someone.hears("image.refused")
    someone.writes(f"{SAYS['look'][someone.language]} data:image/png;base64,{PNG}")
    someone.sees_their_own_words(SAYS["may i send"][someone.language], SAYS["look"][someone.language])
    someone.writes(LINES)
    pasted = ("iVBOR", "base64", PNG[20:60], *(line[:20] for line in LINES.split()))
    someone.does_not_see(*pasted)
    someone.takes_a_picture("15-picture-end")
    someone.opens_the_page()
    someone.does_not_see(*pasted)
    someone.hears("image.refused")


@pytest.mark.parametrize("transfer", ["text", "file"])
def test_journey_15_what_is_pasted_as_a_picture_never_gets_into_the_box(anyone: Person, transfer: str) -> None:
    anyone.box.evaluate(
        """(box, [kind, words]) => {
            const clipboardData = new DataTransfer();
            if (kind === 'text') clipboardData.setData('text/plain', words);
            else clipboardData.items.add(new File([new Uint8Array(64)], 'a.png', { type: 'image/png' }));
            box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
        }""",
        [transfer, f"data:image/png;base64,{PNG}"],
    )
    anyone.sees(
        label(
            "Images and files are never accepted here, and you never need to show one. Words are enough.",
            anyone.language,
        )
    )
    expect(anyone.box).to_have_value("")


def test_an_answer_in_the_other_language_is_answered_in_it(someone: Person) -> None:
    other = {"ja": "en", "en": "ja"}[someone.language]
    someone.writes(SAYS["posted"][other])
    someone.language = other
    someone.hears("heard.deepfake")
    expect(someone.page.locator("html")).to_have_attribute("lang", other)
