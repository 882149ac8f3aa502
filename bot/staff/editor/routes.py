"""The routes of the editor, in one list."""

from litestar import Router
from litestar.di import Provide

from bot.guidance.errors import EditRefused
from bot.staff.editor import actions, item_list_pages, item_pages, review_pages
from bot.staff.editor.item_context import item_context, say_refused

ITEM_ROUTES = Router(
    path="/guidance/{part:str}/{key:str}",
    route_handlers=[
        item_pages.show, item_pages.save,
        actions.withdraw, actions.discard, actions.send_back, actions.comment, actions.roll_back, actions.checked,
        actions.keep_ours, actions.take_shipped, actions.retire,
    ],
    dependencies={"context": Provide(item_context, sync_to_thread=False)},
    exception_handlers={EditRefused: say_refused},
)  # fmt: skip
"""What the address of one item leads to."""

EDITOR_ROUTES = (
    item_list_pages.guidance,
    review_pages.review, review_pages.publish, review_pages.publish_now, review_pages.looked,
    item_pages.check,
    ITEM_ROUTES,
)  # fmt: skip
