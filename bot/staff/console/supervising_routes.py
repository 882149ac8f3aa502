"""The routes of supervisors and of whoever reads statistics, in one list."""

from bot.staff.console import hours_pages, statistics_pages, supervising

SUPERVISING_ROUTES = (
    supervising.overview, supervising.overview_now, supervising.overview_events,
    supervising.ask_for_reason, supervising.look_into, supervising.chat_events,
    statistics_pages.statistics, statistics_pages.statistics_file,
    hours_pages.hours, hours_pages.close_day, hours_pages.open_day,
)  # fmt: skip
