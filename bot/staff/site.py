"""The private site as one application."""

from pathlib import Path
from typing import Any

from litestar import Litestar
from litestar.di import Provide

from bot.conversation.ports import Clock
from bot.i18n import Interface
from bot.staff import account_pages, action_log_pages, own_account_pages, sign_in_pages
from bot.staff.account_management import Accounts
from bot.staff.console.context import ConsoleContext, console_context
from bot.staff.console.practice import PracticeRooms
from bot.staff.console.practice_pages import PRACTICE_ROUTES
from bot.staff.console.routes import console_routes
from bot.staff.console.supervisor_routes import SUPERVISOR_ROUTES
from bot.staff.context import StaffContext, signed_in, staff_context
from bot.staff.editor.context import EditorContext, editor_context
from bot.staff.editor.routes import EDITOR_ROUTES
from bot.staff.editor.worklist_routes import WORK_ROUTES
from bot.staff.error_pages import error_page
from bot.staff.guards import may_enter
from bot.staff.passwords import Passwords
from bot.staff.ports import StaffBook
from bot.staff.sessions import Sessions
from bot.staff.sign_in import SignIn
from bot.web.pages import Pages
from bot.web.site import SiteOptions, assemble_site

FOLDER = Path(__file__).parent
LARGEST_BODY = 256 * 1024
"""Bytes of a form."""

ROUTES = (
    sign_in_pages.ask_to_sign_in, sign_in_pages.sign_in, sign_in_pages.sign_out, sign_in_pages.choose_language, sign_in_pages.home,
    own_account_pages.ask_for_password, own_account_pages.set_password,
    own_account_pages.recovery_codes, own_account_pages.make_codes, own_account_pages.keep_codes,
    account_pages.staff_list, account_pages.add, account_pages.one, account_pages.change_roles, account_pages.disable, account_pages.enable,
    account_pages.reset_password, account_pages.reset_second_factor,
    action_log_pages.read, action_log_pages.verify,
    console_routes(),
    *SUPERVISOR_ROUTES,
    *EDITOR_ROUTES,
    *WORK_ROUTES,
    PRACTICE_ROUTES,
)  # fmt: skip


def open_staff_context(
    book: StaffBook, *, clock: Clock, interface: Interface, passwords: Passwords, secure_cookies: bool
) -> StaffContext:
    """Return what the routes work with, put together over what keeps the staff."""
    sessions = Sessions(book=book, clock=clock)
    return StaffContext(
        book=book,
        clock=clock,
        interface=interface,
        pages=Pages(FOLDER, interface=interface),
        accounts=Accounts(book=book, clock=clock, passwords=passwords),
        sessions=sessions,
        sign_in=SignIn(book=book, clock=clock, passwords=passwords, sessions=sessions),
        passwords=passwords,
        secure_cookies=secure_cookies,
    )


def staff_site(
    staff: StaffContext,
    *,
    csrf_secret: str,
    routes: list[Any],
    console: ConsoleContext,
    editor: EditorContext,
    rooms: PracticeRooms,
) -> Litestar:
    """Return the application: the pages here and further routes, every one of them behind the guard."""
    return assemble_site(
        SiteOptions(folder=FOLDER, largest_body=LARGEST_BODY, csrf_cookie="sc", leaves_to=None, error_page=error_page),
        routes=[*ROUTES, *routes],
        csrf_secret=csrf_secret,
        secure_cookies=staff.secure_cookies,
        state={"staff": staff, "console": console, "editor": editor, "rooms": rooms},
        guards=[may_enter],
        dependencies={
            "me": Provide(signed_in, sync_to_thread=False),
            "staff": Provide(staff_context, sync_to_thread=False),
            "editor": Provide(editor_context, sync_to_thread=False),
            "console": Provide(console_context, sync_to_thread=False),
        },
        on_shutdown=[rooms.close],
    )
