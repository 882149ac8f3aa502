"""A person with a real browser, in words that read as prose: what they do, and what they see."""

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from playwright.sync_api import Browser, ConsoleMessage, Locator, Page, Playwright, Request, Route, ViewportSize, expect

from tests.journeys.words import ROOT, button, entry, label

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
PATIENCE = 10_000
"""Milliseconds that a person waits for something to appear."""

ELSEWHERE = "https://www.yahoo.co.jp/"
PICTURES = ROOT / "var" / "screenshots"
_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # whatever a page wants, nothing leaves this machine
)
_FAILED_ON_PURPOSE = ("Failed to load resource",)
"""What the console says when a test cuts the line."""

_ANSWER = "#log article[data-author=person] ~ article[data-author=assistant]"


@contextmanager
def chromium(playwright: Playwright) -> Iterator[Browser]:
    """Run the Chromium that BROWSER_PATH names, else Debian's, else Playwright's own."""
    named = os.environ.get("BROWSER_PATH")
    found = named or next((path for path in ("/usr/bin/chromium",) if Path(path).exists()), None)
    expect.set_options(timeout=PATIENCE)
    browser = playwright.chromium.launch(executable_path=found, args=list(_ARGUMENTS))
    yield browser
    browser.close()


class Person:
    """Someone who comes to a site, in one of the two languages; `javascript` off for a browser without it."""

    def __init__(
        self,
        browser: Browser,
        site: str,
        language: str,
        *,
        desktop: bool = False,
        javascript: bool = True,
        dark: bool = False,
    ) -> None:
        """Open a browser of their own, with nothing in it."""
        self.site = site
        self.language = language
        self.desktop = desktop
        self.context = browser.new_context(
            base_url=site,
            locale={"ja": "ja-JP", "en": "en-US"}[language],
            viewport=DESKTOP if desktop else PHONE,
            device_scale_factor=1 if desktop else 2,
            is_mobile=not desktop,
            has_touch=not desktop,
            java_script_enabled=javascript,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context.on("request", self._note_request)
        self.context.on("console", self._note_complaint)
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.route(f"{ELSEWHERE}**", _an_ordinary_page)
        self.page: Page = self.context.new_page()

    # --- what a person does -------------------------------------------------------------------------------------------

    def opens_the_page(self, path: str = "/") -> None:
        """Open a page of the site."""
        self.page.goto(path)

    def writes(self, text: str) -> None:
        """Write a message, send it, and wait until it has arrived."""
        before = self._own_bubbles().count()
        self.box.fill(text)
        self.page.locator("#composer .send").click()
        expect(self._own_bubbles()).to_have_count(before + 1)
        expect(self.page.locator("#outbox > *")).to_have_count(0)

    def presses(self, name: str) -> None:
        """Press one of the buttons that are offered, by its name in buttons.yml."""
        before = self._own_bubbles().count()
        self.offered(name).click()
        expect(self._own_bubbles()).to_have_count(before + 1)
        expect(self.page.locator("#outbox > *")).to_have_count(0)

    def changes_the_language(self) -> None:
        """Press the language switch."""
        self.page.locator(".language-form button").click()
        self.language = {"ja": "en", "en": "ja"}[self.language]
        expect(self.page.locator("html")).to_have_attribute("lang", self.language)

    def chooses_in_the_menu(self, text: str) -> None:
        """Open the menu and choose a line of it."""
        self.page.locator("#menu > summary").click()
        self.page.locator("#menu").get_by_text(label(text, self.language), exact=True).click()

    def leaves(self) -> None:
        """Press the quick exit."""
        self.page.locator(".bar .leave").click()

    # --- what a person sees -----------------------------------------------------------------------------------------

    @property
    def box(self) -> Locator:
        """Return the box for writing."""
        return self.page.locator("#text")

    @property
    def log(self) -> Locator:
        """Return the messages."""
        return self.page.locator("#log")

    def offered(self, name: str) -> Locator:
        """Return a button that is offered."""
        return self.page.locator(".choice").filter(
            has_text=re.compile(rf"^\s*{re.escape(button(name, self.language))}\s*$")
        )

    def sees(self, text: str) -> None:
        """Find a text on the page."""
        expect(self.page.locator("body")).to_contain_text(text)

    def does_not_see(self, *texts: str) -> None:
        """Find none of the texts anywhere in the page, seen or hidden."""
        page = self.page.content()
        for text in texts:
            assert text not in page

    def hears(self, key: str, *, platform: str = "", counsellor: str = "") -> None:
        """Find the words of an entry among the answers."""
        words = entry(key, self.language, platform=platform, counsellor=counsellor)
        expect(self.page.locator(_ANSWER).filter(has_text=words).last).to_be_visible()

    def sees_a_number_to_call(self, number: str) -> None:
        """Find a number among the answers, as something that can be pressed."""
        address = f"tel:{number.replace('-', '')}"
        self._opens_more_places()
        expect(self.page.locator(f'{_ANSWER} >> a[href="{address}"]').last).to_be_visible()

    def sees_a_link_to(self, part: str) -> None:
        """Find a link among the answers, by a part of its address."""
        self._opens_more_places()
        expect(self.page.locator(f'{_ANSWER} >> a[href*="{part}"]').last).to_be_visible()

    def _opens_more_places(self) -> None:
        """Open what is more than the cards in view, where there is more."""
        expect(self.page.locator(f"{_ANSWER} >> .card").last).to_be_attached()
        closed = self.page.locator(".cards-more:not([open]) > summary")
        while closed.count():
            closed.first.click()

    def sees_their_own_words(self, *texts: str) -> None:
        """Find exactly these messages of their own, in this order, sent or not."""
        expect(self.page.locator("#log [data-author=person] .text, #outbox > :visible .text")).to_have_text(list(texts))

    def last_answer(self) -> list[tuple[str, bool]]:
        """Return the bubbles after the person's last, each with whether it is marked as words in danger."""
        found = self.page.locator("#log article").evaluate_all(
            "all => all.map(b => [b.dataset.author, b.innerText, b.classList.contains('bubble-danger')])"
        )
        last = max(place for place, (author, *_) in enumerate(found) if author == "person")
        return [(" ".join(text.split()), danger) for _, text, danger in found[last + 1 :]]

    def takes_a_picture(self, name: str) -> None:
        """Keep what is on the screen, and the whole page as on a very long screen, for people to look at."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{name}-{self.language}.png")
        length = int(self.page.evaluate("document.scrollingElement.scrollHeight"))
        self.page.set_viewport_size({"width": PHONE["width"], "height": length})
        self.page.screenshot(path=PICTURES / f"{name}-{self.language}-whole.png")
        self.page.set_viewport_size(PHONE)

    # --- what the machine knows about it --------------------------------------------------------------------------------

    def cookie(self) -> str:
        """Return the session's cookie."""
        return next((cookie["value"] for cookie in self.context.cookies() if cookie["name"] == "s"), "")

    def beside(self) -> httpx.Client:
        """Return a second way in with the same cookies, as another tab has it."""
        cookies = {cookie["name"]: cookie["value"] for cookie in self.context.cookies()}
        return httpx.Client(
            base_url=self.site, trust_env=False, cookies=cookies, headers={"Accept-Language": self.language}
        )

    def goes_home(self) -> None:
        """Close the browser; nothing may have gone elsewhere, and the browser may have had nothing to complain of."""
        self.context.close()
        strangers = {address for address in self.requests if not address.startswith((f"{self.site}/", ELSEWHERE))}
        assert strangers == set()
        assert self.complaints == []

    def _own_bubbles(self) -> Locator:
        return self.page.locator("#log article[data-author=person]")

    def _note_request(self, request: Request) -> None:
        if urlsplit(request.url).scheme not in ("data", "blob", "about"):
            self.requests.append(request.url)

    def _note_complaint(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.text.startswith(_FAILED_ON_PURPOSE):
            self.complaints.append(message.text)


def _an_ordinary_page(route: Route) -> None:
    route.fulfill(status=200, content_type="text/html", body="<!doctype html><title>elsewhere</title><p>weather")
