"""`python -m bot staff`: manages staff accounts from the server's command line."""

import argparse
import sys

import sqlalchemy as sa

from bot.accounts import AccountError, DisplayNameUnusable, LastAdministrator, NameTaken, NameUnusable, NoSuchAccount
from bot.action_log import COMMAND_LINE
from bot.container import staff_context
from bot.settings import Settings
from bot.staff.account_management import OneTimeCredentials
from bot.staff.context import StaffContext
from bot.staff.second_factor import qr_text
from bot.store.database import open_database

_FAULTS: dict[type[AccountError], str] = {
    NameUnusable: "A sign-in name has 2 to 32 letters (A to Z), digits, dots, hyphens or underscores.",
    DisplayNameUnusable: "A display name has 1 to 40 characters.",
    NameTaken: "There is an account with that name already.",
    NoSuchAccount: "There is no account with that name: `python -m bot staff list` shows all.",
    LastAdministrator: "This is the last administrator: add another one first.",
}


async def staff(settings: Settings, arguments: argparse.Namespace) -> int:
    """Run one job and return its exit code; a fault is one sentence on standard error and code 2."""
    engine = open_database(settings.database_url)
    try:
        return await _JOBS[arguments.job](staff_context(settings, engine), arguments)
    except AccountError as fault:
        print(_FAULTS[type(fault)], file=sys.stderr)
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        print("The database is not ready: `python -m bot migrate` brings it to the newest shape.", file=sys.stderr)
    finally:
        await engine.dispose()
    return 2


async def _add(office: StaffContext, arguments: argparse.Namespace) -> int:
    display = arguments.display or arguments.name
    handed = await office.accounts.add(arguments.name, display_name=display, roles=arguments.role, by=COMMAND_LINE)
    _print(handed)
    return 0


async def _list(office: StaffContext, _arguments: argparse.Namespace) -> int:
    for account in await office.accounts.everybody():
        state = "closed" if account.disabled_at else "one-time password" if account.once_until else "open"
        print(account.name, account.display_name, ",".join(sorted(account.roles)), state, sep="\t")
    return 0


async def _disable(office: StaffContext, arguments: argparse.Namespace) -> int:
    account = await office.accounts.named(arguments.name)
    await office.accounts.disable(account.id, by=COMMAND_LINE)
    print(f"{account.name} is closed and signed out.")
    return 0


async def _reset(office: StaffContext, arguments: argparse.Namespace) -> int:
    account = await office.accounts.named(arguments.name)
    factor = await office.accounts.reset_second_factor(account.id, by=COMMAND_LINE)
    password = await office.accounts.reset_password(account.id, by=COMMAND_LINE)
    _print(OneTimeCredentials(account=password.account, password=password.password, address=factor.address))
    return 0


async def _verify_log(office: StaffContext, _arguments: argparse.Namespace) -> int:
    async with office.book.look() as records:
        verdict = await records.log.verify(expected=bool(await records.accounts.all()))
    if verdict.broken is None:
        print(f"{verdict.entries} entries, all as they were written.")
        return 0
    print(f"The action log is not as it was written: entry {verdict.broken} was changed, removed or put in.")
    return 1


def _print(handed: OneTimeCredentials) -> None:
    print(f"sign-in name       {handed.account.name}")
    print(f"one-time password  {handed.password}")
    print(f"second factor      {handed.address}")
    if sys.stdout.isatty():
        print(qr_text(handed.address))
    print("Shown only now. The one-time password is good for seven days.", file=sys.stderr)


_JOBS = {"add": _add, "list": _list, "disable": _disable, "reset": _reset, "verify-log": _verify_log}
