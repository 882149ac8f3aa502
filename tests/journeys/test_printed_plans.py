"""Twelve people print their plans on A4: cards and headings whole, numbers black, none of their words; the files are kept to look at."""

import io
import logging
import unicodedata
from collections.abc import Iterator

import pdfplumber
import pytest
from pdfplumber.page import Page as Sheet
from playwright.sync_api import Browser, Route

from bot.channels.webchat.site import FOLDER
from bot.container import load_interface
from bot.web.pages import Pages
from tests.journeys.twelve import CANARY, OWN_WORDS, TWELVE, pages_of_plans
from tests.journeys.words import LANGUAGES, ROOT, label

pytestmark = pytest.mark.browser
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every glyph that Chromium drew itself

A4 = (595, 842)
"""Points."""
MOST_PAGES = 7
EMPTIEST = 0.2
"""The share of a page's height that its content reaches, at least, where it is not the last."""
SHEETS = ROOT / "var" / "results" / "plans"
SITE = "http://plans.invalid"
MARKED = 5.5
"""Points: only the marks are smaller."""
BLACK = {(0,), (0, 0, 0), 0, (0.0,), (0.0, 0.0, 0.0)}

_MARK = """() => {
  const mark = (words, style) => Object.assign(document.createElement('i'), {
    textContent: words, style: `position:absolute;font:6px monospace;color:#000;white-space:nowrap;${style}` });
  const whole = [...document.querySelectorAll('.card, .plan-step')];
  const cards = whole.filter(one => one.matches('.card'));
  cards.forEach((card, number) => {
    card.style.position = 'relative';
    card.append(mark(`<c${number}<`, 'top:0;right:0'), mark(`>c${number}>`, 'bottom:0;right:0'));
  });
  document.querySelectorAll('.plan-step').forEach((step, number) => {
    const [head, next] = [step.querySelector('h2'), step.querySelector('h2 + *')];
    head.style.position = next.style.position = 'relative';
    head.append(mark(`<h${number}<`, 'top:0;right:0'));
    next.append(mark(`>h${number}>`, 'top:0;right:0'));
  });
  return [cards.length, document.querySelectorAll('.plan-step').length];
}"""
"""Marks the beginning and the end of every card, and every heading with what follows it, without moving anything."""


@pytest.fixture(scope="module", params=LANGUAGES)
def plans(request: pytest.FixtureRequest) -> tuple[str, dict[str, str]]:
    """Return a language and the page of each plan in it."""
    return request.param, dict(pages_of_plans(request.param))


class Printer:
    """A browser that gets nothing but the page of a plan and the site's own styles, and prints it."""

    def __init__(self, browser: Browser) -> None:
        """Open it."""
        self._html = ""
        self._pages = Pages(FOLDER, interface=load_interface())
        self.context = browser.new_context(base_url=SITE, viewport={"width": 1280, "height": 900})
        self.context.route("**/*", self._give)
        self.page = self.context.new_page()

    def shows(self, html: str) -> None:
        """Open the page of a plan."""
        self._html = html
        self.page.goto("/plan")

    def prints(self, *, name: str = "") -> list[Sheet]:
        """Return the sheets that come out; with a name they are kept as a file, for people to look at."""
        file = self.page.pdf(prefer_css_page_size=True)
        if name:
            SHEETS.mkdir(parents=True, exist_ok=True)
            (SHEETS / f"{name}.pdf").write_bytes(file)
        return list(pdfplumber.open(io.BytesIO(file)).pages)

    def _give(self, route: Route) -> None:
        path = route.request.url.removeprefix(SITE).partition("?")[0]
        if path == "/plan":
            route.fulfill(body=self._html, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(path=self._pages.static_file(path.rpartition("/")[2]))


@pytest.fixture
def printer(browser: Browser) -> Iterator[Printer]:
    """Bring a printer."""
    printer = Printer(browser)
    yield printer
    printer.context.close()


def written(sheet: Sheet, *, below: float = 1000) -> str:
    """Return what stands on a sheet in letters smaller than a size, without spaces; printing makes radicals of some kanji."""
    text = "".join(char["text"] for char in sheet.chars if char["size"] < below)
    return "".join(unicodedata.normalize("NFKC", text).split())


@pytest.mark.parametrize("name", TWELVE)
def test_a_plan_is_printed_whole_and_black_and_without_their_words(
    printer: Printer, plans: tuple[str, dict[str, str]], name: str
) -> None:
    language, pages = plans
    html = pages[name]
    assert OWN_WORDS[language] not in html
    printer.shows(html)
    plain = printer.prints(name=f"{name}.{language}")
    assert all((round(sheet.width), round(sheet.height)) == A4 for sheet in plain)
    assert len(plain) <= MOST_PAGES
    assert CANARY[language] not in "".join(map(written, plain))
    cards, steps = printer.page.evaluate(_MARK)
    marked = [written(sheet, below=MARKED) for sheet in printer.prints()]
    assert "<c" in "".join(marked)
    for kind, count in (("c", cards), ("h", steps)):
        for number in range(count):
            begins = [place for place, text in enumerate(marked) if f"<{kind}{number}<" in text]
            ends = [place for place, text in enumerate(marked) if f">{kind}{number}>" in text]
            assert len(begins) == 1 or (kind == "c" and not begins), f"{kind}{number} is on {begins}"
            assert begins == ends, f"{kind}{number} begins on {begins} and ends on {ends}"


def test_every_number_and_every_word_is_black_and_no_sheet_is_nearly_empty(
    printer: Printer, plans: tuple[str, dict[str, str]]
) -> None:
    language, pages = plans
    for name, html in pages.items():
        printer.shows(html)
        sheets = printer.prints()
        for sheet in sheets:
            colours = {char["non_stroking_color"] for char in sheet.chars if char["text"].strip()}
            assert colours <= BLACK, (name, language, sheet.page_number, colours)
        for sheet in sheets[:-1]:
            assert max(char["bottom"] for char in sheet.chars) / sheet.height > EMPTIEST, (name, sheet.page_number)
        assert label("Your plan", language).replace(" ", "") in written(sheets[0])
