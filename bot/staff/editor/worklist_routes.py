"""The routes of what needs work, what people did not find, the way in and out, and the sandbox."""

from bot.staff.editor import exchange_pages, gaps_pages, sandbox, worklist_pages

WORK_ROUTES = (
    worklist_pages.work,
    gaps_pages.gaps, gaps_pages.gaps_in_statistics,
    exchange_pages.exchange, exchange_pages.download, exchange_pages.take_in,
    sandbox.play,
)  # fmt: skip
