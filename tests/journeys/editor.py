"""An editor at their pages: with a real browser in words that read as prose, and without one where only speed counts."""

import html
import re

import httpx
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from bot.guidance.revisions import Item
from tests.journeys.colleague import OWN, Colleague, OneTimeCredentials, added
from tests.journeys.processes import Processes
from tests.journeys.visitor import PATIENT
from tests.journeys.words import label
from tests.staff.editor.steps import at

SCREEN: ViewportSize = {"width": 1280, "height": 900}
_CSRF = re.compile(r'name="_csrf_token" value="([^"]+)"')
_REVISION = re.compile(r'name="revision" value="(\d+\.\d+)"')


class Editor(Colleague):
    """Somebody who changes the guidance, with an account of their own."""

    def __init__(
        self,
        browser: Browser,
        processes: Processes,
        language: str,
        *,
        name: str,
        roles: tuple[str, ...] = ("editor",),
    ) -> None:
        """Add an account, and open a browser with nothing in it."""
        super().__init__(browser, staff_site(processes), language)
        self.page.set_viewport_size(SCREEN)
        self.name = name
        self.handed = added(processes, name, *roles)

    # --- what an editor does ----------------------------------------------------------------------------------------------

    def finds(self, item: Item, *, by: str) -> None:
        """Search the guidance for something, and open the item."""
        self.opens("/guidance")
        self.page.locator("#q").fill(by)
        self.presses("Search")
        self.page.locator(f".item-list a[href='{at(item)}']").click()
        expect(self.page.locator("h1")).to_have_text(item.key)

    def asks_for_a_review(self, **fields: str) -> None:
        """Fill boxes (see `field`), and hand it in."""
        for name, value in fields.items():
            self.field(name).fill(value)
        self.presses("Save and ask for a review")

    def publishes_everything(self) -> None:
        """Tick everything on the page of what is in review, and publish it together."""
        ticks = self.page.locator("input[name=revision]")
        for number in range(ticks.count()):
            ticks.nth(number).check()
        self.presses("Publish what is ticked")
        self.is_told_well("Published. People see it from their next message on.")

    def brings_back_what_was_shipped(self) -> None:
        """Let people see the shipped text again, in each language that has another one."""
        shipped = self.page.locator(".past li", has_text=label("Shipped with the program", self.language))
        ways = shipped.locator("details.sure")
        for left in range(ways.count(), 0, -1):
            ways.first.locator("summary").click()
            with self.page.expect_navigation():
                ways.first.locator("button").click()
            self.is_told_well("People see the earlier text again.")
            expect(ways).to_have_count(left - 1)

    # --- what an editor sees ----------------------------------------------------------------------------------------------

    def field(self, name: str) -> Locator:
        """Return a box: `ja` and `en` are the words in that language, everything else is a field of a fact."""
        return self.page.locator(f"#body-{name}" if name in ("ja", "en") else f"#{name}")

    def is_told_well(self, text: str) -> None:
        """Find a word about what was done."""
        expect(self.page.locator("p.good")).to_contain_text(label(text, self.language))

    def is_refused(self, side: str, finding: str, **about: str) -> None:
        """Find that it was kept but cannot go on, and why, beside the box."""
        self.is_told("It is kept as a draft, but it cannot go on like this. What is wrong stands beside it.")
        self.finds_wrong(side, finding, **about)

    def finds_wrong(self, side: str, finding: str, **about: str) -> None:
        """Find a remark beside the box of a language."""
        expect(self.page.locator(f"#findings-{side} .finding")).to_have_text(label(finding, self.language) % about)


class Clerk:
    """An editor without a browser: speaks HTTP as the forms of the staff site do, cookies included; a context manager."""

    def __init__(self, processes: Processes, *, name: str, roles: tuple[str, ...] = ("editor",)) -> None:
        """Add an account and sign in."""
        self.http = httpx.Client(base_url=staff_site(processes), trust_env=False, timeout=PATIENT)
        self._settles(added(processes, name, *roles))

    def __enter__(self) -> "Clerk":
        """Return the clerk."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connections."""
        self.http.close()

    def sends(self, path: str, **fields: str | list[str]) -> httpx.Response:
        """Send a form, with a fresh token."""
        token = html.unescape(_CSRF.findall(self.http.get("/sign-in", follow_redirects=True).text)[0])
        return self.http.post(path, data={"_csrf_token": token, **fields})

    def in_review(self) -> list[str]:
        """Return what waits for a review, as forms name it."""
        return _REVISION.findall(self.http.get("/guidance/review").text)

    def _settles(self, handed: OneTimeCredentials) -> None:
        self.sends("/sign-in", name=handed.name, password=handed.password, code=handed.code())
        self.sends("/password", new=OWN, again=OWN)
        self.sends("/recovery-codes/kept", kept="yes")


def staff_site(processes: Processes) -> str:
    """Return the address of the private site of running processes."""
    return f"http://127.0.0.1:{processes.settings['BOT_STAFF_PORT']}"
