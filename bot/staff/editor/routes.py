"""The routes of the editor, in one list."""

from bot.staff.editor import deeds, piece_pages, review_pages, shelf_pages

EDITOR_ROUTES = (
    shelf_pages.guidance,
    review_pages.review, review_pages.publish, review_pages.publish_now, review_pages.looked,
    piece_pages.check, piece_pages.piece_page, piece_pages.save,
    deeds.withdraw, deeds.discard, deeds.send_back, deeds.comment, deeds.roll_back, deeds.checked,
    deeds.keep_ours, deeds.take_shipped, deeds.retire,
)  # fmt: skip
