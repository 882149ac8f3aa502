"""The routes of supervisors and of the statistics."""

from bot.staff.console import opening_hours_pages, statistics_pages, supervisor_actions, supervisor_pages

SUPERVISOR_ROUTES = (
    supervisor_pages.overview, supervisor_pages.overview_now, supervisor_pages.overview_events,
    supervisor_pages.ask_for_reason, supervisor_pages.look_into, supervisor_pages.chat_events,
    supervisor_actions.whisper, supervisor_actions.assign,
    statistics_pages.statistics, statistics_pages.statistics_file,
    opening_hours_pages.hours, opening_hours_pages.close_day, opening_hours_pages.open_day,
)  # fmt: skip
