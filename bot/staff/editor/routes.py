"""The routes of the editor, in one list."""

from bot.staff.editor import actions, item_list_pages, item_pages, review_pages

EDITOR_ROUTES = (
    item_list_pages.guidance,
    review_pages.review, review_pages.publish, review_pages.publish_now, review_pages.looked,
    item_pages.check, item_pages.piece_page, item_pages.save,
    actions.withdraw, actions.discard, actions.send_back, actions.comment, actions.roll_back, actions.checked,
    actions.keep_ours, actions.take_shipped, actions.retire,
)  # fmt: skip
