"""The staff site in Chromium: from the first administrator on the command line to a colleague who signs in and out."""

import re
from collections.abc import Iterator
from typing import Protocol

import pytest
from playwright.sync_api import Browser, expect

from tests.journeys.colleague import OWN, Colleague, OneTimeCredentials, added, command
from tests.journeys.look import Look
from tests.journeys.processes import Bot
from tests.journeys.words import label

pytestmark = pytest.mark.browser
EVERY_ROLE = ("counsellor", "supervisor", "editor", "administrator", "auditor")


class Arrivals(Protocol):
    """Brings colleagues to the staff site."""

    def __call__(self, language: str, *, desktop: bool = True, dark: bool = False) -> Colleague:
        """Bring one."""
        ...


@pytest.fixture
def comes(browser: Browser, scripted_site: Bot) -> Iterator[Arrivals]:
    """Bring colleagues, and see them home."""
    came: list[Colleague] = []
    site = f"http://127.0.0.1:{scripted_site.settings['BOT_STAFF_PORT']}"

    def bring(language: str, *, desktop: bool = True, dark: bool = False) -> Colleague:
        came.append(Colleague(browser, site, language, desktop=desktop, dark=dark))
        return came[-1]

    yield bring
    for colleague in came:
        colleague.goes_home()


@pytest.fixture(scope="module")
def numbers() -> Iterator[int]:
    """Count, so that every test has names of its own."""
    return iter(range(1000))


@pytest.fixture
def chief(scripted_site: Bot, numbers: Iterator[int], language: str) -> OneTimeCredentials:
    """Add an administrator, who reads the log too, from the command line."""
    return added(scripted_site, f"chief{next(numbers)}.{language}", "administrator", "auditor")


def test_from_the_first_administrator_to_a_colleague(
    comes: Arrivals, chief: OneTimeCredentials, language: str, numbers: Iterator[int], scripted_site: Bot
) -> None:
    boss = comes(language)
    boss.opens("/staff")
    boss.is_at_the_door()
    codes = boss.settles(chief)
    assert len(set(codes)) == 10
    boss.page.locator(".nav a[href='/staff']").click()
    name = f"hana{next(numbers)}.{language}"
    boss.fills_in(name=name, display_name="はな Hana")
    boss.page.get_by_label(label("Counsellor", language)).check()
    boss.presses("Add")
    expect(boss.page.locator(".qr svg")).to_be_visible()
    boss.page.locator("summary").last.click()
    handed = OneTimeCredentials(
        name, boss.page.locator("#one-time").inner_text(), boss.page.locator("#otpauth").inner_text()
    )

    hana = comes(language)
    hana.settles(handed, password="夜の桟橋にともる小さな灯り")
    hana.sees("はな Hana")
    hana.sees(label("See who is waiting, take over a chat, answer", language))
    expect(hana.page.locator(".nav a[href='/desk']")).to_have_count(1)
    expect(hana.page.locator(".nav a[href='/staff']")).to_have_count(0)
    hana.opens("/staff")
    hana.sees(label("This page is not open to you", language))

    boss.opens("/log")
    boss.sees(label("Account added", language))
    boss.presses("Check the whole log")
    expect(boss.page.get_by_role("status")).to_be_visible()
    assert command(scripted_site, "verify-log").returncode == 0


def test_a_wrong_code_and_a_used_one_are_refused_and_a_recovery_code_helps(
    comes: Arrivals, chief: OneTimeCredentials, language: str
) -> None:
    boss = comes(language)
    codes = boss.settles(chief)
    boss.signs_out()
    used = chief.code()
    boss.signs_in(chief, password=OWN, code=used)
    boss.is_home()
    boss.signs_out()
    refused = "That did not match. Please check the name, the password and the code, and try again with a new code."
    for code in ("000000", used, "aaaa-bbbb-cccc"):
        boss.signs_in(chief, password=OWN, code=code)
        boss.is_told(refused)
        expect(boss.page.locator("#name")).to_have_value(chief.name)
        expect(boss.page.locator("#password")).to_have_value("")
    boss.signs_in(chief, password=OWN, code=codes[0])
    boss.is_home()


def test_after_signing_out_the_way_back_shows_nothing_and_the_old_cookie_opens_nothing(
    comes: Arrivals, chief: OneTimeCredentials, language: str
) -> None:
    boss = comes(language)
    boss.settles(chief)
    boss.opens("/staff")
    boss.sees(chief.name)
    cookies = boss.context.cookies()
    assert {cookie["name"]: cookie["expires"] for cookie in cookies} == {"ss": -1, "sc": -1}
    boss.signs_out()
    for _ in range(2):  # one further back is the answer to a form, which the browser does not show again
        boss.page.go_back()
        expect(boss.page.locator("body")).not_to_contain_text(chief.name)
    boss.context.add_cookies(
        [{"name": "ss", "value": one["value"], "url": boss.site} for one in cookies if one["name"] == "ss"]
    )
    boss.opens("/staff")
    boss.is_at_the_door()


def test_the_language_is_remembered_in_the_account(comes: Arrivals, chief: OneTimeCredentials, language: str) -> None:
    other = {"ja": "en", "en": "ja"}[language]
    boss = comes(language)
    boss.settles(chief)
    boss.opens("/staff")
    boss.page.locator(f"button[lang={other}]").click()
    expect(boss.page.locator("html")).to_have_attribute("lang", other)
    expect(boss.page).to_have_url(re.compile("/staff$"))
    elsewhere = comes(language)
    elsewhere.signs_in(chief, password=OWN)
    expect(elsewhere.page.locator("html")).to_have_attribute("lang", other)


def test_everything_can_be_done_without_a_mouse(comes: Arrivals, chief: OneTimeCredentials, language: str) -> None:
    boss = comes(language)
    boss.opens("/sign-in")
    keys = boss.page.keyboard

    def tabs_to(selector: str) -> None:
        expect(boss.page.locator(selector).first).to_be_visible()
        for _ in range(60):
            keys.press("Tab")
            if boss.page.evaluate("wanted => document.activeElement.matches(wanted)", selector):
                outline = (
                    "() => { const s = getComputedStyle(document.activeElement); return s.outlineStyle !== 'none' }"
                )
                assert boss.page.evaluate(outline), selector
                return
        raise AssertionError(f"Tab never reached {selector}")

    for selector, text in (("#name", chief.name), ("#password", chief.password), ("#code", chief.code())):
        tabs_to(selector)
        keys.type(text)
    keys.press("Enter")
    for selector in ("#new", "#again"):
        tabs_to(selector)
        keys.type(OWN)
    keys.press("Enter")
    tabs_to("input[name=kept]")
    keys.press("Space")
    tabs_to("main button")
    keys.press("Enter")
    boss.is_home()
    tabs_to(".nav a[href='/staff']")
    keys.press("Enter")
    tabs_to("#name")
    keys.type(f"{chief.name}.k")
    tabs_to("input[value=editor]")
    keys.press("Space")
    tabs_to("main form[action='/staff'] button")
    keys.press("Enter")
    expect(boss.page.locator("#one-time")).to_be_visible()
    tabs_to("#menu > summary")
    keys.press("Enter")
    expect(boss.page.locator("#menu a").first).to_be_visible()
    keys.press("Escape")
    expect(boss.page.locator("#menu a").first).to_be_hidden()
    tabs_to("#sign-out")
    keys.press("Enter")
    boss.is_at_the_door()


def test_axe_finds_nothing_on_any_page_and_nothing_is_too_wide(
    comes: Arrivals, scripted_site: Bot, numbers: Iterator[int], language: str
) -> None:
    handed = added(scripted_site, f"axe{next(numbers)}.{language}", *EVERY_ROLE)
    boss = comes(language)
    look = Look(boss.page)
    boss.opens("/sign-in")
    look.at("sign-in")
    boss.signs_in(handed, code="000000")
    look.at("refused")
    boss.signs_in(handed)
    look.at("first-password")
    boss.fills_in(new="short", again="short")
    boss.presses("Save this password")
    look.at("password-refused")
    boss.fills_in(new=OWN, again=OWN)
    boss.presses("Save this password")
    look.at("codes")
    boss.opens("/")
    look.at("codes-not-kept")
    boss.page.locator("input[name=kept]").check()
    boss.presses("Go on")
    boss.is_home()
    look.at("home")
    boss.page.locator("#menu > summary").click()
    look.at("menu")
    for path in ("/staff", "/log", "/password", "/recovery-codes", "/nothing"):
        boss.opens(path)
        look.at(path.strip("/"))
    boss.opens("/staff")
    boss.fills_in(name=f"{handed.name}.a", display_name="相談員の名前" if language == "ja" else "Somebody New")
    boss.page.locator("input[value=counsellor]").check()
    boss.presses("Add")
    boss.page.locator("summary").last.click()
    look.at("handed")
    boss.opens("/staff")
    boss.page.locator(".row", has_text=f"{handed.name}.a").click()
    boss.page.wait_for_url("**/staff/*")
    look.at("account")
    boss.presses("Close the account")
    look.at("account-closed")
    boss.opens("/log")
    boss.presses("Check the whole log")
    look.at("log-checked")
    assert look.found == {}
