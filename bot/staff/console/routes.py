"""The routes of the console, with paths relative to where it is: at the root, and in practice under a path of its own."""

from litestar import Router
from litestar.di import Provide

from bot.staff.console import actions, activity, duty, pages
from bot.staff.console.page import console_page

_HANDLERS = (
    pages.console_home, pages.rail, pages.pane, pages.newer_messages, pages.case, pages.guidance,
    activity.events, activity.here, activity.typing, activity.seen,
    duty.come_on_duty, duty.go_off_duty,
    actions.take, actions.reply, actions.write_note, actions.set_labels, actions.transfer, actions.requeue,
    actions.call_for_help, actions.hand_back, actions.close,
)  # fmt: skip


def console_routes(**dependencies: Provide) -> Router:
    """Return the routes of one console; in practice with a `console` of its own."""
    page = Provide(console_page, sync_to_thread=False)
    return Router(path="/", route_handlers=_HANDLERS, dependencies={"page": page, **dependencies})
