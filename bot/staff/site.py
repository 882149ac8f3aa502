"""The private site as one application."""

from pathlib import Path
from typing import Any

from litestar import Litestar
from litestar.di import Provide

from bot.clock import Clock
from bot.i18n import Interface
from bot.staff.account_management import Accounts
from bot.staff.console.context import ConsoleContext, console_context
from bot.staff.console.practice import PracticeRooms
from bot.staff.context import StaffContext, signed_in, staff_context
from bot.staff.editor.context import EditorContext, editor_context
from bot.staff.error_pages import error_page
from bot.staff.guards import may_enter
from bot.staff.passwords import Passwords
from bot.staff.ports import StaffBook
from bot.staff.routes import ROUTES
from bot.staff.sessions import Sessions
from bot.staff.sign_in import SignIn
from bot.web.pages import Pages
from bot.web.site import SiteOptions, assemble_site

FOLDER = Path(__file__).parent
LARGEST_BODY = 256 * 1024
"""Bytes of a form, where its page has no limit of its own."""
MOST_FIELDS = 500
"""Fields of a form: an entry with all its languages and buttons has dozens."""


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
        SiteOptions(
            folder=FOLDER,
            largest_body=LARGEST_BODY,
            most_fields=MOST_FIELDS,
            csrf_cookie="sc",
            leaves_to=None,
            error_page=error_page,
        ),
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
