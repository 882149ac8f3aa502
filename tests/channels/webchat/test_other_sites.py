"""What other sites and other hosts can do to a browser that has a chat: nothing."""

from dataclasses import replace

import httpx
import pytest

from bot.channels.webchat.routes import ROUTES
from bot.channels.webchat.site import public_site
from tests.fakes.public_site import Public, Visit


async def test_over_https_no_cookie_can_come_from_another_host(public: Public, language: str) -> None:
    public.webchat = replace(public.webchat, secure_cookies=True)
    public.site = public_site(public.webchat, csrf_secret="c" * 64, routes=ROUTES)
    visitor = public.visitor(language)
    visitor.http.base_url = httpx.URL("https://public")
    await visitor.writes("hello")
    assert sorted(visitor.http.cookies) == ["__Host-c", "__Host-s"]
    token = visitor.http.cookies["__Host-s"]
    assert (await visitor.opens("/messages")).status_code == 200
    planted = await public.visitor(language).http.get("/messages", headers={"Cookie": f"s={token}"})
    assert planted.status_code == 410


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
async def test_a_form_that_another_site_sends_is_refused(visitor: Visit, site: str) -> None:
    form = await visitor.form(text="not mine")
    answer = await visitor.http.post("/messages", data=form, headers={"Sec-Fetch-Site": site})
    assert answer.status_code == 403
    assert visitor.token == ""


async def test_a_form_of_our_own_page_is_taken(visitor: Visit) -> None:
    form = await visitor.form(text="mine")
    answer = await visitor.http.post("/messages", data=form, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code == 303


@pytest.mark.parametrize("path", ["/static/%00x", "/static/a%00.css", "/%00", "/help/en/%00"])
async def test_an_address_that_no_file_can_have_is_not_found(visitor: Visit, path: str) -> None:
    assert (await visitor.opens(path)).status_code == 404
