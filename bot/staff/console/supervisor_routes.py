"""The routes of supervisors and of whoever reads statistics, in one list."""

from bot.staff.console import opening_hours_pages, statistics_pages, supervisor_pages

SUPERVISING_ROUTES = (
    supervisor_pages.overview, supervisor_pages.overview_now, supervisor_pages.overview_events,
    supervisor_pages.ask_for_reason, supervisor_pages.look_into, supervisor_pages.chat_events,
    statistics_pages.statistics, statistics_pages.statistics_file,
    opening_hours_pages.hours, opening_hours_pages.close_day, opening_hours_pages.open_day,
)  # fmt: skip
