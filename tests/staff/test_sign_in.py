"""Signing in: with all three or not at all, each code once, and no word about what was wrong."""

import asyncio
import re
from datetime import timedelta

import pytest

from bot.permissions import Role
from bot.staff.passwords import Passwords
from tests.fakes.staff import OWN, Colleague, StaffSite

NOTICE = re.compile(r'role="alert">.*?<span>(.*?)</span>', re.DOTALL)


def notice(page: str) -> str:
    return str(NOTICE.findall(page)[0])


@pytest.fixture
async def aki(site: StaffSite) -> Colleague:
    return await site.settled("aki", Role.COUNSELLOR)


async def test_all_three_open_the_door(site: StaffSite, aki: Colleague) -> None:
    aki.http = site.stranger()
    answer = await aki.signs_in(name=" AKI ")
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("ss=")
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert not re.search("max-age|expires|domain", cookie)
    assert "Hello, Aki" in (await aki.opens("/")).text


async def test_whatever_is_wrong_the_words_are_the_same(site: StaffSite, aki: Colleague) -> None:
    closed = await site.settled("closed", Role.EDITOR)
    await site.staff.accounts.disable(closed.id, by=aki.id)
    closed.http = site.stranger()
    aki.http = site.stranger()
    pages = [
        await aki.signs_in(password="something else entirely"),
        await aki.signs_in(code="000000"),
        await aki.signs_in(name="nobody"),
        await aki.signs_in(name=""),
        await aki.signs_in(name="あ" * 64),
        await closed.signs_in(),
    ]
    assert {answer.status_code for answer in pages} == {422}
    assert len({notice(answer.text) for answer in pages}) == 1
    assert all("ss" not in answer.cookies for answer in pages)
    assert all(OWN not in answer.text for answer in pages)


async def test_a_name_that_nobody_has_takes_the_same_work(
    site: StaffSite, aki: Colleague, monkeypatch: pytest.MonkeyPatch
) -> None:
    compared: list[str | None] = []

    async def fits(_: Passwords, _password: str, *, kept: str | None) -> bool:
        compared.append(kept)
        return False

    monkeypatch.setattr(Passwords, "fits", fits)
    aki.http = site.stranger()
    await aki.signs_in()
    await aki.signs_in(name="nobody")
    assert [kept is None for kept in compared] == [False, True]


async def test_a_code_is_good_once(site: StaffSite, aki: Colleague) -> None:
    aki.http, code = site.stranger(), aki.code()
    assert (await aki.signs_in(code=code)).status_code == 303
    aki.http = site.stranger()
    assert (await aki.signs_in(code=code)).status_code == 422
    assert (await aki.signs_in()).status_code == 303


async def test_two_at_once_cannot_use_one_code(site: StaffSite, aki: Colleague) -> None:
    code = aki.code()
    first, second = Colleague(site, aki.handed), Colleague(site, aki.handed)
    first.password = second.password = OWN
    answers = await asyncio.gather(first.signs_in(code=code), second.signs_in(code=code))
    assert sorted(answer.status_code for answer in answers) == [303, 422]


async def test_a_wrong_password_does_not_use_up_the_code(site: StaffSite, aki: Colleague) -> None:
    aki.http, code = site.stranger(), aki.code()
    assert (await aki.signs_in(code=code, password="something else entirely")).status_code == 422
    assert (await aki.signs_in(code=code)).status_code == 303


async def test_a_recovery_code_takes_the_place_of_a_code_once(site: StaffSite, aki: Colleague) -> None:
    assert len(aki.codes) == 10
    aki.http = site.stranger()
    assert (await aki.signs_in(code=aki.codes[3].upper().replace("-", ""))).status_code == 303
    assert "9" in (await aki.opens("/recovery-codes")).text
    aki.http = site.stranger()
    assert (await aki.signs_in(code=aki.codes[3])).status_code == 422
    assert (await aki.signs_in(code=aki.codes[4])).status_code == 303
    assert (await site.actions()).count("code_used") == 2


async def test_after_five_failures_there_is_a_wait_that_grows_and_ends(site: StaffSite, aki: Colleague) -> None:
    aki.http = site.stranger()
    for _ in range(5):
        assert (await aki.signs_in(password="wrong")).status_code == 422
    site.clock.forward(timedelta(seconds=-30))
    answer = await aki.signs_in()
    assert answer.status_code == 429
    assert "1 minute" in notice(answer.text)
    assert (await aki.signs_in(password="wrong")).status_code == 422
    site.clock.forward(timedelta(seconds=-30))
    assert (await aki.signs_in()).status_code == 429
    site.clock.forward(timedelta(minutes=1))
    assert (await aki.signs_in()).status_code == 303
    assert (await site.actions()).count("sign_in_locked") == 2
    aki.http = site.stranger()
    for _ in range(4):
        assert (await aki.signs_in(password="wrong")).status_code == 422
    assert (await aki.signs_in()).status_code == 303


async def test_a_name_that_nobody_has_waits_as_well(site: StaffSite, aki: Colleague) -> None:
    stranger = Colleague(site, aki.handed)
    names = ["nobody", "NOBODY", " nobody ", "Nobody", "ｎｏｂｏｄｙ"]
    assert [(await stranger.signs_in(name=name)).status_code for name in names] == [422] * 5
    site.clock.forward(timedelta(seconds=-30))
    assert (await stranger.signs_in(name="nobody")).status_code == 429
    assert (await stranger.signs_in(password=OWN)).status_code == 303


async def test_many_at_once_with_one_name_are_all_counted(site: StaffSite, aki: Colleague) -> None:
    strangers = [Colleague(site, aki.handed) for _ in range(12)]
    answers = await asyncio.gather(*(one.signs_in(password="wrong") for one in strangers))
    assert sum(answer.status_code == 422 for answer in answers) <= 5 + 6
    assert any(answer.status_code == 429 for answer in answers)


async def test_a_crowd_is_slowed_down_and_nobody_is_shut_out(site: StaffSite, aki: Colleague) -> None:
    stranger = site.stranger()
    someone = Colleague(site, aki.handed)
    someone.http = stranger
    for number in range(23):
        await someone.signs_in(name=f"guess{number}", password="wrong")
        site.clock.forward(timedelta(seconds=-29))
    assert site.pauses.taken == [timedelta(seconds=1)] * 2
    site.clock.forward(timedelta(seconds=30))
    assert (await someone.signs_in(password=OWN)).status_code == 303


async def test_a_code_that_was_right_on_arrival_is_right_after_the_queue(site: StaffSite, aki: Colleague) -> None:
    async def in_a_long_queue(_: timedelta) -> None:
        site.clock.forward(timedelta(minutes=2))

    someone = Colleague(site, aki.handed)
    for number in range(22):
        await someone.signs_in(name=f"guess{number}", password="wrong")
        site.clock.forward(timedelta(seconds=-29))
    site.clock.forward(timedelta(seconds=31))
    object.__setattr__(site.staff.sign_in, "pause", in_a_long_queue)
    assert (await someone.signs_in(password=OWN)).status_code == 303


async def test_a_one_time_password_ends_after_seven_days(site: StaffSite) -> None:
    late = Colleague(site, await site.adds("late", Role.EDITOR))
    site.clock.forward(timedelta(days=7))
    assert (await late.signs_in()).status_code == 422


async def test_what_happened_is_written_down(site: StaffSite, aki: Colleague) -> None:
    aki.http = site.stranger()
    await aki.signs_in(password="wrong")
    await aki.signs_in(name="nobody")
    await aki.signs_in()
    await aki.sends("/sign-out")
    assert (await site.actions())[-4:] == ["sign_in_failed", "sign_in_failed", "signed_in", "signed_out"]
    async with site.staff.book.work() as records:
        entries = await records.log.entries(most=4)
    assert [entry.about for entry in reversed(entries)] == [aki.id, "", "", ""]
    assert [entry.staff for entry in reversed(entries)] == ["", "", aki.id, aki.id]


async def test_the_sign_in_page_is_there_in_both_languages(site: StaffSite) -> None:
    async with site.stranger() as http:
        japanese = (await http.get("/sign-in?lang=ja")).text
        assert '<html lang="ja">' in japanese
        assert "サインイン名" in japanese
        assert '<html lang="en">' in (await http.get("/sign-in?lang=xx")).text
        assert '<html lang="ja">' in (await http.get("/sign-in", headers={"Accept-Language": "ja"})).text


async def test_the_language_of_the_first_sign_in_and_every_later_choice_is_remembered(site: StaffSite) -> None:
    new = Colleague(site, await site.adds("new", Role.EDITOR))
    await new.signs_in(lang="en")
    assert "Choose your own password" in (await new.opens("/password")).text
    answer = await new.sends("/language", lang="ja", back="/password")
    assert answer.headers["location"] == "/password"
    assert "自分のパスワードを決める" in (await new.opens("/password")).text
    elsewhere = await new.sends("/language", lang="xx", back="https://elsewhere.example/")
    assert elsewhere.headers["location"] == "/"
    new.http = site.stranger()
    await new.settles()
    assert '<html lang="en">' in (await new.opens("/")).text
