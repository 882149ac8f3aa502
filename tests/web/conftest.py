"""A browser page that has the shared modules and nothing else."""

from collections.abc import Iterator
from http import HTTPStatus
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from bot.web.pages import COMMON_STATIC
from tests.journeys.person import chromium

_PAGE = """<!doctype html><title>-</title>
<form id="form"><textarea id="box" name="text"></textarea></form>
<div id="log" style="height: 100px; overflow-y: auto"></div>"""


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """Run Chromium."""
    with sync_playwright() as playwright, chromium(playwright) as running:
        yield running


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Open an empty page of a site with the shared files."""
    page = browser.new_page()
    page.route("**/*", _answer)
    page.goto("https://site.test/")
    yield page
    page.close()


def _answer(route: Route) -> None:
    name = urlsplit(route.request.url).path.rpartition("/")[2]
    file = COMMON_STATIC / name
    if not name:
        route.fulfill(body=_PAGE, content_type="text/html")
    elif file.is_file():
        route.fulfill(body=file.read_bytes(), content_type="text/javascript")
    else:
        route.fulfill(status=HTTPStatus.NOT_FOUND)
