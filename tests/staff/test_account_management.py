"""The staff list: adding, roles, closing, handing over once; never one's own account, never the last administrator."""

import html
import re

import pytest

from bot.accounts import LastAdministrator, NoSuchAccount, OwnAccount, StaffId
from bot.action_log import COMMAND_LINE
from bot.permissions import Role
from tests.fakes.staff import OWN, Colleague, StaffSite

SHOWN = re.compile(r'<code id="one-time">([^<]+)</code>.*?<code id="otpauth">([^<]+)</code>', re.DOTALL)


@pytest.fixture
async def boss(site: StaffSite) -> Colleague:
    return await site.settled("boss", Role.ADMINISTRATOR)


async def test_somebody_new_gets_what_is_shown_once_and_can_come_in(site: StaffSite, boss: Colleague) -> None:
    page = await boss.sends("/staff", name="Hana.K", display_name="はな", role=["counsellor", "editor"])
    password, address = SHOWN.findall(page.text)[0]
    assert "<svg" in page.text
    hana = Colleague(site, await site.adds("another", Role.EDITOR))
    hana.name, hana.password = "hana.k", password
    account = await site.staff.accounts.named("hana.k")
    assert account.roles == {Role.COUNSELLOR, Role.EDITOR}
    assert account.display_name == "はな"
    for path in ("/staff", f"/staff/{account.id}"):
        again = (await boss.opens(path)).text
        assert "はな" in again
        assert password not in again
        assert "otpauth" not in again
    secret = re.findall(r"secret=(\w+)", html.unescape(address))[0]
    assert secret not in repr(account)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"name": "<b>", "role": "editor"}, "A sign-in name has 2 to 32 letters"),
        ({"name": "BOSS", "role": "editor"}, "Somebody has that sign-in name already"),
        ({"name": "hana"}, "at least one role"),
        ({"name": "hana", "role": "emperor"}, "at least one role"),
        ({"name": "hana", "role": "editor", "display_name": "x" * 99}, "1 to 40 characters"),
        ({}, "A sign-in name has 2 to 32 letters"),
    ],
)
async def test_what_cannot_be_taken_is_said_and_what_was_typed_stays(
    boss: Colleague, fields: dict[str, str], words: str
) -> None:
    page = await boss.sends("/staff", **fields)
    assert page.status_code == 422
    assert words in page.text
    assert f'value="{html.escape(fields.get("name", ""))}"' in page.text
    assert "<b>" not in page.text


async def test_nobody_changes_their_own_account_by_way_of_the_list(site: StaffSite, boss: Colleague) -> None:
    await site.settled("second", Role.ADMINISTRATOR)
    for path in ("roles", "disable", "enable", "reset-password", "reset-second-factor"):
        answer = await boss.sends(f"/staff/{boss.id}/{path}", role="editor")
        assert answer.status_code == 422
        assert "another administrator" in answer.text
    assert (await boss.opens("/staff")).status_code == 200
    assert "<form" not in (await boss.opens(f"/staff/{boss.id}")).text.split("<main")[1]


async def test_the_last_administrator_stays(site: StaffSite, boss: Colleague) -> None:
    accounts = site.staff.accounts
    with pytest.raises(LastAdministrator):
        await accounts.disable(boss.id, by=COMMAND_LINE)
    with pytest.raises(LastAdministrator):
        await accounts.change_roles(boss.id, [Role.EDITOR], by=COMMAND_LINE)
    second = await site.settled("second", Role.ADMINISTRATOR)
    await accounts.disable(boss.id, by=second.id)
    with pytest.raises(LastAdministrator):
        await accounts.disable(second.id, by=COMMAND_LINE)
    with pytest.raises(OwnAccount):
        await accounts.disable(second.id, by=second.id)
    await accounts.enable(boss.id, by=second.id)
    await accounts.disable(second.id, by=boss.id)


async def test_roles_change_at_once(site: StaffSite, boss: Colleague) -> None:
    ume = await site.settled("ume", Role.EDITOR)
    assert (await ume.opens("/log")).status_code == 403
    assert (await boss.sends(f"/staff/{ume.id}/roles", role=["auditor"])).status_code == 303
    assert (await ume.opens("/log")).status_code == 200
    assert (await boss.sends(f"/staff/{ume.id}/roles")).status_code == 422


async def test_a_reset_password_is_a_one_time_password_again(site: StaffSite, boss: Colleague) -> None:
    ume = await site.settled("ume", Role.EDITOR)
    page = await boss.sends(f"/staff/{ume.id}/reset-password")
    ume.password = re.findall(r'id="one-time">([^<]+)<', page.text)[0]
    await ume.signs_in()
    assert (await ume.opens("/")).headers["location"] == "/password"
    refused = await ume.sends("/password", new=ume.password, again=ume.password)
    assert "the password you have now" in refused.text
    assert (await ume.sends("/password", new=OWN, again=OWN)).headers["location"] == "/?saved=password"


async def test_a_reset_second_factor_closes_the_old_one(site: StaffSite, boss: Colleague) -> None:
    ume = await site.settled("ume", Role.EDITOR)
    page = await boss.sends(f"/staff/{ume.id}/reset-second-factor")
    assert "otpauth" in page.text
    assert (await ume.signs_in()).status_code == 422
    assert (await ume.signs_in(code=ume.codes[0])).status_code == 422


async def test_new_recovery_codes_need_the_password_and_end_the_old_ones(site: StaffSite, boss: Colleague) -> None:
    assert (await boss.sends("/recovery-codes", old="wrong")).status_code == 422
    assert (await boss.sends("/recovery-codes", old=OWN)).status_code == 200
    assert (await boss.opens("/")).headers["location"] == "/recovery-codes"
    boss.http = site.stranger()
    assert (await boss.signs_in(code=boss.codes[0])).status_code == 422


async def test_two_different_passwords_and_weak_ones_are_not_saved(site: StaffSite) -> None:
    new = Colleague(site, await site.adds("new", Role.EDITOR))
    await new.signs_in()
    for first, second in ((OWN, f"{OWN}!"), ("short", "short"), ("password1234", "password1234")):
        answer = await new.sends("/password", new=first, again=second)
        assert answer.status_code == 422
        assert first not in answer.text
    assert (await new.opens("/")).headers["location"] == "/password"
    assert (await new.sends("/recovery-codes", old=new.password)).headers["location"] == "/password"


async def test_an_account_that_is_not_there_is_a_page_that_says_so(site: StaffSite, boss: Colleague) -> None:
    assert (await boss.opens("/staff/nobody")).status_code == 404
    assert (await boss.sends("/staff/nobody/disable")).status_code == 404
    with pytest.raises(NoSuchAccount):
        await site.staff.accounts.get(StaffId("nobody"))


async def test_every_change_is_in_the_log_and_the_log_is_whole(site: StaffSite, boss: Colleague) -> None:
    ume = await site.settled("ume", Role.EDITOR)
    for path in ("disable", "enable", "reset-password", "reset-second-factor"):
        await boss.sends(f"/staff/{ume.id}/{path}")
    await boss.sends(f"/staff/{ume.id}/roles", role="auditor")
    assert (await site.actions())[-5:] == [
        "staff_disabled",
        "staff_enabled",
        "password_reset",
        "second_factor_reset",
        "roles_changed",
    ]
    async with site.staff.book.work() as records:
        assert (await records.log.verify(expected=True)).broken is None
        newest = (await records.log.entries(most=1))[0]
    assert (newest.staff, newest.about, newest.reason) == (boss.id, ume.id, "auditor")
