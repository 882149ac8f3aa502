"""How much of a phone's screen an entry takes: every entry drawn in the chat of a real page, and measured."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache

from playwright.sync_api import Page

from bot.channels.webchat.site import FOLDER
from bot.container import load_interface
from bot.guidance.catalogue import Catalogue, Fills
from bot.language import Language
from bot.presentation.views import Views
from bot.web.pages import Pages
from tests.fakes.catalogues import shipped

AT = datetime(2026, 11, 30, 14, 0, tzinfo=UTC)
"""Eleven at night in Japan."""

_MEASURE = """html => {
  const log = document.getElementById('log');
  log.innerHTML = html;
  const bubble = log.querySelector('article');
  const dock = document.querySelector('.dock').getBoundingClientRect();
  const bar = document.querySelector('.bar').getBoundingClientRect();
  const lines = [...bubble.querySelectorAll('.text')].reduce(
    (sum, text) => sum + Math.round(text.getBoundingClientRect().height / parseFloat(getComputedStyle(text).lineHeight)), 0);
  return { lines, height: bubble.getBoundingClientRect().height,
           room: dock.height ? window.innerHeight - dock.height - bar.height : 0 };
}"""


@dataclass(frozen=True, kw_only=True)
class Screen:
    """What one entry takes on a phone, in CSS pixels."""

    key: str
    language: Language
    lines: int
    """Lines of words, without cards and choices."""
    height: float
    """Of the bubble with its cards and choices."""
    room: float
    """Between the bar and the dock."""

    @property
    def screens(self) -> float:
        """Return how many screens it takes until its last choice."""
        return self.height / self.room


def screens(page: Page, language: Language) -> Iterator[Screen]:
    """Measure every entry; the page must be one with a conversation."""
    catalogue, views, pages = _drawing()
    for key in catalogue.entries:
        place = "instagram" if "{platform}" in (catalogue.words.text(key, language=language) or "") else ""
        fills = Fills(platform=place, age="careful", counsellor="Aoki", place=2, at=AT)
        drawn = views.entry(key, language=language, fills=fills)
        html = pages.render("_bubbles.html", language=language, messages=[drawn])
        found = page.evaluate(_MEASURE, html)
        yield Screen(key=key, language=language, lines=found["lines"], height=found["height"], room=found["room"])


@cache
def _drawing() -> tuple[Catalogue, Views, Pages]:
    catalogue, interface = shipped(), load_interface()
    views = Views(catalogue=catalogue, interface=interface, keep_hours=24)
    return catalogue, views, Pages(FOLDER, interface=interface)
