"""One screen a turn: every entry drawn on a phone, with its cards and its choices, and what of it is in view."""

import pytest

from bot.language import Language
from tests.journeys.person import Person
from tests.journeys.screens import screens
from tests.journeys.words import ROOT

pytestmark = pytest.mark.browser

HELLO = {"ja": "こんにちは", "en": "hello"}
IN_ONE = {"ja": 0.93, "en": 0.86}
"""The share of entries that fit on one screen of 390 x 844 with all their choices, at least."""
MOST = 1.22
"""Screens that any entry takes, at most."""
REPORT = ROOT / "var" / "results"


def test_an_entry_and_its_choices_are_on_one_screen(person: Person) -> None:
    person.opens_the_page()
    person.writes(HELLO[person.language])
    found = sorted(screens(person.page, Language(person.language)), key=lambda screen: -screen.screens)
    REPORT.mkdir(parents=True, exist_ok=True)
    lines = [f"{one.key}\t{one.lines}\t{one.height:.0f}\t{one.screens:.2f}\n" for one in found]
    (REPORT / f"screens.{person.language}.tsv").write_text("entry\tlines\tpixels\tscreens\n" + "".join(lines))
    assert found[0].screens <= MOST, found[0]
    assert sum(one.screens <= 1 for one in found) / len(found) >= IN_ONE[person.language], found[:40]
