"""Sessions: how they end, and that a cookie which was taken along opens nothing afterwards."""

from dataclasses import replace
from datetime import timedelta

import pytest
from litestar import get

from bot.permissions import Permission, Role
from bot.staff.guards import needs
from bot.staff.site import staff_site
from tests.fakes.staff import OWN, Colleague, StaffSite, browser

NEW = "two lanterns on a quiet pier"


@pytest.fixture
async def aki(site: StaffSite) -> Colleague:
    return await site.settled("aki", Role.ADMINISTRATOR)


async def is_in(colleague: Colleague) -> bool:
    return (await colleague.opens("/")).status_code == 200


async def test_half_an_hour_without_a_sign_ends_a_session(site: StaffSite, aki: Colleague) -> None:
    for _ in range(3):
        site.clock.forward(timedelta(minutes=29))
        assert await is_in(aki)
    site.clock.forward(timedelta(minutes=30))
    assert not await is_in(aki)
    site.clock.forward(timedelta(minutes=-30))
    assert not await is_in(aki)


async def test_ten_hours_end_a_session_however_busy(site: StaffSite, aki: Colleague) -> None:
    hours = 0.0
    while await is_in(aki):
        site.clock.forward(timedelta(minutes=20))
        hours += 1 / 3
    assert 9.5 < hours <= 10.01


async def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(site: StaffSite, aki: Colleague) -> None:
    @get("/ticking", opt=needs(Permission.OWN_ACCOUNT, by_hand=False))
    async def ticking() -> str:
        return "still here"

    app = staff_site(
        site.staff,
        csrf_secret="c" * 64,
        routes=[ticking],
        console=site.console,
        editor=site.editor,
        rooms=site.rooms,
    )
    async with browser(app) as http:
        http.cookies.update(aki.http.cookies)
        for _ in range(3):
            assert (await http.get("/ticking")).status_code == 200
            site.clock.forward(timedelta(minutes=10))
        assert (await http.get("/ticking")).status_code == 303


async def test_a_cookie_taken_along_is_worth_nothing_after_signing_out(site: StaffSite, aki: Colleague) -> None:
    stolen = dict(aki.http.cookies)
    answer = await aki.sends("/sign-out")
    assert answer.headers["clear-site-data"] == '"cache"'
    assert not await is_in(aki)
    async with site.stranger() as thief:
        thief.cookies.update(stolen)
        assert (await thief.get("/")).headers["location"] == "/sign-in"


async def test_signing_in_always_makes_a_new_session_and_ends_the_one_before(site: StaffSite, aki: Colleague) -> None:
    before = aki.http.cookies["ss"]
    await aki.signs_in()
    assert aki.http.cookies["ss"] != before
    async with site.stranger() as thief:
        thief.cookies.set("ss", before)
        assert (await thief.get("/")).headers["location"] == "/sign-in"


@pytest.mark.parametrize("token", ["", "x", "A" * 43, "é" * 43, "A" * 44, "../../etc"])
async def test_a_made_up_cookie_is_a_stranger(site: StaffSite, token: str) -> None:
    assert await site.staff.sessions.account_of(token) is None


async def test_a_new_password_ends_the_other_sessions_and_not_this_one(site: StaffSite, aki: Colleague) -> None:
    other = Colleague(site, aki.handed)
    other.password = OWN
    await other.signs_in()
    assert (await aki.sends("/password", old="wrong", new=NEW, again=NEW)).status_code == 422
    assert await is_in(other)
    answer = await aki.sends("/password", old=OWN, new=NEW, again=NEW)
    assert answer.headers["location"] == "/?saved=password"
    assert await is_in(aki)
    assert not await is_in(other)
    assert (await other.signs_in()).status_code == 422
    other.password = NEW
    assert (await other.signs_in()).status_code == 303


async def test_closing_an_account_or_resetting_it_ends_its_sessions(site: StaffSite, aki: Colleague) -> None:
    for number, change in enumerate(("disable", "reset-password", "reset-second-factor")):
        ume = await site.settled(f"ume{number}", Role.EDITOR)
        assert await is_in(ume)
        await aki.sends(f"/staff/{ume.id}/{change}")
        assert not await is_in(ume)


async def test_cookies_are_for_https_only_where_the_settings_say_so(site: StaffSite) -> None:
    staff = replace(site.staff, secure_cookies=True)
    secure = replace(
        site,
        staff=staff,
        app=staff_site(
            staff,
            csrf_secret="c" * 64,
            routes=[],
            console=site.console,
            editor=site.editor,
            rooms=site.rooms,
        ),
    )
    async with secure.stranger() as http:
        assert "secure" in (await http.get("/sign-in")).headers["set-cookie"].lower()
