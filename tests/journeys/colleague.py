"""Somebody of the staff with a real browser and an authenticator, in words that read as prose."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass, field

import pyotp
from playwright.sync_api import Browser, Page, ViewportSize, expect

from tests.journeys.person import DESKTOP, PATIENCE, PHONE, PICTURES
from tests.journeys.processes import ROOT, Processes
from tests.journeys.waiting import until
from tests.journeys.words import label

OWN = "a lantern on a quiet pier"


@dataclass
class OneTimeCredentials:
    """What somebody was handed: the sign-in name, the one-time password and the second factor."""

    name: str
    password: str = field(repr=False)
    address: str = field(repr=False)
    last_step: int = 0

    def code(self) -> str:
        """Return a code that was not used before; waits where two were used within half a minute."""
        totp = pyotp.parse_uri(self.address)
        assert isinstance(totp, pyotp.TOTP)
        now = int(time.time())
        step = max(self.last_step + 1, now // 30)  # one step may end between here and there
        until(lambda: step <= int(time.time()) // 30 + 1, what="the next code", within=40)
        self.last_step = step
        return str(totp.at(step * 30))


def command(processes: Processes, *words: str) -> subprocess.CompletedProcess[str]:
    """Run `python -m bot staff` beside running processes."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "staff", *words],
        cwd=ROOT,
        env=processes._environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def added(processes: Processes, name: str, *roles: str) -> OneTimeCredentials:
    """Add somebody from the command line."""
    shown = command(processes, "add", name, *(word for role in roles for word in ("--role", role)))
    assert shown.returncode == 0, shown.stderr
    found = dict(re.split(r"\s{2,}", line, maxsplit=1) for line in shown.stdout.splitlines())
    return OneTimeCredentials(found["sign-in name"], found["one-time password"], found["second factor"])


class Colleague:
    """Opens the staff site in a browser of their own."""

    def __init__(self, browser: Browser, site: str, language: str, *, desktop: bool = True, dark: bool = False) -> None:
        """Open a browser with nothing in it."""
        self.site = site
        self.language = language
        size: ViewportSize = DESKTOP if desktop else PHONE
        self.context = browser.new_context(
            base_url=site,
            locale={"ja": "ja-JP", "en": "en-US"}[language],
            viewport=size,
            color_scheme="dark" if dark else "light",
            reduced_motion="reduce",
        )
        self.context.set_default_timeout(PATIENCE)
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self.context.on("request", lambda request: self.requests.append(request.url))
        self.context.on("weberror", lambda error: self.complaints.append(str(error.error)))
        self.context.on("console", lambda line: self._note(line.type, line.text))
        self.page: Page = self.context.new_page()

    def opens(self, path: str = "/") -> None:
        """Open a page."""
        self.page.goto(path)

    def fills_in(self, **fields: str) -> None:
        """Fill fields by their ids."""
        for name, value in fields.items():
            self.page.locator(f"#{name}").fill(value)

    def presses(self, text: str) -> None:
        """Press a button in the page by its words, and wait for the page that follows."""
        with self.page.expect_navigation():
            self.page.locator("main").get_by_role("button", name=label(text, self.language), exact=True).click()

    def signs_in(self, handed: OneTimeCredentials, *, password: str = "", code: str = "") -> None:
        """Fill in the sign-in form and send it."""
        self.opens("/sign-in")
        self.fills_in(name=handed.name, password=password or handed.password, code=code or handed.code())
        self.presses("Sign in")

    def settles(self, handed: OneTimeCredentials, *, password: str = OWN) -> list[str]:
        """Sign in for the first time, choose a password, keep the recovery codes, and return them."""
        self.signs_in(handed)
        self.sees(label("Choose your own password", self.language))
        self.fills_in(new=password, again=password)
        self.presses("Save this password")
        self.sees(label("Have you kept them?", self.language))
        codes = self.page.locator(".codes code").all_inner_texts()
        self.page.locator("input[name=kept]").check()
        self.presses("Go on")
        self.is_home()
        return codes

    def signs_out(self) -> None:
        """Press the way out."""
        self.page.locator("#sign-out").click()
        self.is_at_the_door()

    def is_home(self) -> None:
        """Find the start page."""
        expect(self.page).to_have_url(re.compile(r"/(\?saved=password)?$"))
        expect(self.page.locator(".nav")).to_be_visible()

    def is_at_the_door(self) -> None:
        """Find the sign-in form."""
        expect(self.page.locator("form[action='/sign-in']")).to_be_visible()

    def sees(self, text: str) -> None:
        """Find a text on the page."""
        expect(self.page.locator("body")).to_contain_text(text)

    def is_told(self, text: str) -> None:
        """Find a notice."""
        expect(self.page.get_by_role("alert")).to_contain_text(label(text, self.language))

    def takes_a_picture(self, name: str) -> None:
        """Keep the whole page for people to look at."""
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"staff-{name}-{self.language}.png", full_page=True)

    def goes_home(self) -> None:
        """Close the browser; nothing may have gone elsewhere, and it may have had nothing to complain of."""
        self.context.close()
        assert {address for address in self.requests if not address.startswith(f"{self.site}/")} == set()
        assert self.complaints == []

    def _note(self, kind: str, text: str) -> None:
        if kind in ("error", "warning") and "Failed to load resource" not in text:
            self.complaints.append(text)
