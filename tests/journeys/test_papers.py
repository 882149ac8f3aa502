"""Papers in Chromium: they fill themselves in, are copied, saved and printed, and nothing leaves the page or stays."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.look import Look
from tests.journeys.person import Person
from tests.journeys.processes import Bot
from tests.journeys.words import catalogue, label

pytestmark = pytest.mark.browser

SECRET = {"ja": "だれにも送られない言葉", "en": "words that go nowhere"}
SMALL = {"width": 320, "height": 640}
ALL = [
    f"/papers/{key}?for={'maker' if key == 'lawyer_note' else 'self'}{'&place=x' if paper.asks_place else ''}"
    for key, paper in catalogue().papers.items()
]
KEPT = """async () => [
    localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length,
    (await caches.keys()).length, location.href, history.length,
]"""


def press(person: Person, words: str) -> None:
    """Press a button of the first text, or of the page."""
    person.page.locator("main").get_by_role("button", name=label(words, person.language), exact=True).first.click()


def types(person: Person, field: str, text: str) -> None:
    """Type into the last field of a name."""
    person.page.locator(f"input[data-field={field}], textarea[data-field={field}]").last.fill(text)


def test_what_is_typed_stands_in_both_languages_and_lines_left_empty_are_left_out(person: Person) -> None:
    person.opens_the_page("/papers/school?for=self&age=minor")
    texts = person.page.locator("[data-text]")
    expect(texts).to_have_count(2)
    hidden = person.page.locator("[data-text] p[data-optional]:visible")
    expect(hidden).to_have_count(0)
    types(person, "wishes", SECRET[person.language])
    for number in range(2):
        expect(texts.nth(number)).to_contain_text(SECRET[person.language])
    person.page.locator("fieldset[data-field=what] label").first.click()
    chosen = catalogue().papers["school"].fields["what"].options[0].text
    for text in (one for language, one in chosen.items() if language.value == person.language):
        expect(texts.first).to_contain_text(text)
    types(person, "wishes", "")
    expect(texts.first).not_to_contain_text(SECRET[person.language])


def test_a_list_grows_and_shrinks(person: Person) -> None:
    person.opens_the_page("/papers/evidence?for=self")
    types(person, "account", "first_one")
    press(person, "Add another place")
    types(person, "account", "second_one")
    text = person.page.locator("[data-text]").first
    expect(text).to_contain_text("first_one")
    expect(text).to_contain_text("second_one")
    expect(person.page.locator("[data-thing]")).to_have_count(2)
    person.page.locator("[data-remove]").first.click()
    expect(text).not_to_contain_text("first_one")
    expect(text).to_contain_text("second_one")
    press(person, "Empty everything")
    expect(text).not_to_contain_text("second_one")
    expect(person.page.locator("[data-thing]")).to_have_count(1)


ICON = "/static/icon.svg?"
"""Chromium asks for the site's own icon when it has time, also after the page is there."""


@pytest.mark.parametrize("path", ALL)
def test_no_request_leaves_and_nothing_is_kept(person: Person, path: str, tmp_path: Path) -> None:
    person.context.grant_permissions(["clipboard-read", "clipboard-write"])
    person.opens_the_page(path)
    person.page.wait_for_load_state("networkidle")
    before, kept = len(person.requests), person.page.evaluate(KEPT)
    cookies = person.context.cookies()
    for field in person.page.locator("input[type=text][data-field]:visible, textarea[data-field]:visible").all():
        field.fill(SECRET[person.language])
        field.press("Enter")
    for choice in person.page.locator("fieldset[data-field] label:visible").all():
        choice.click()
    press(person, "Copy")
    expect(person.page.locator("[data-says]").first).not_to_be_empty()
    copied = str(person.page.evaluate("navigator.clipboard.readText()"))
    assert SECRET[person.language] in copied
    with person.page.expect_download() as saving:
        press(person, "Save as a file")
    saving.value.save_as(tmp_path / "saved.txt")
    assert (tmp_path / "saved.txt").read_text(encoding="utf-8") == copied
    assert saving.value.url.startswith("blob:")
    assert [url for url in person.requests[before:] if ICON not in url] == []
    assert person.page.evaluate(KEPT) == kept
    assert person.context.cookies() == cookies
    person.page.reload()
    person.does_not_see(SECRET[person.language])
    person.opens_the_page("/privacy")
    person.page.go_back()
    expect(person.page.locator("[data-text]").first).to_be_visible()
    person.does_not_see(SECRET[person.language])
    typed = person.page.locator("main input[type=text], main textarea").evaluate_all("all => all.map(one => one.value)")
    assert not any(typed)


@pytest.mark.parametrize("path", ALL)
def test_without_javascript_the_text_is_there_to_copy_by_hand(
    arrives: Arrivals, scripted_site: Bot, language: str, path: str
) -> None:
    person = arrives(scripted_site.site, language, javascript=False)
    person.opens_the_page(path)
    expect(person.page.locator("[data-text] p").first).to_be_visible()
    expect(person.page.locator("main input:visible, main textarea:visible, main button:visible")).to_have_count(0)
    expect(person.page.locator("noscript .paper-notice")).to_be_visible()


def test_a_printed_paper_is_the_text_alone_in_black(person: Person) -> None:
    person.opens_the_page("/papers/evidence?for=self")
    types(person, "account", "some_account")
    person.page.emulate_media(media="print")
    expect(person.page.locator("[data-text]").first).to_contain_text("some_account")
    seen = person.page.locator("h1, .bar, .card, input, textarea, button, summary, .points").evaluate_all(
        "all => all.filter(one => one.checkVisibility()).length"
    )
    assert seen == 0
    gap = person.page.locator("[data-gap=account].is-filled").first
    assert gap.evaluate("one => getComputedStyle(one).color") == "rgb(0, 0, 0)"


def test_axe_finds_nothing_and_nothing_is_too_wide(arrives: Arrivals, scripted_site: Bot, language: str) -> None:
    person = arrives(scripted_site.site, language)
    look = Look(person.page)
    for path in ("/papers", "/papers/nothing", "/papers/report?for=self", *ALL):
        person.page.set_viewport_size({"width": 390, "height": 844})
        person.opens_the_page(path)
        look.at(path)
        person.page.set_viewport_size({"width": SMALL["width"], "height": SMALL["height"]})
        assert person.page.evaluate("document.scrollingElement.scrollWidth - innerWidth") <= 0, path
    assert look.found == {}
