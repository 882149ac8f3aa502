"""All routes of the public site but its health."""

from typing import Any, Final

from bot.channels.webchat import (
    activity,
    events,
    exit_pages,
    messages,
    pages,
    paper_pages,
    plan_pages,
    return_code_pages,
    return_pages,
)

ROUTES: Final[list[Any]] = [
    pages.chat, pages.newer_messages, pages.handover_status, pages.privacy, pages.ask_before_erasing, pages.gone,
    messages.write, messages.press, messages.change_language, messages.start_new,
    exit_pages.start_again, exit_pages.erase, exit_pages.leave,
    plan_pages.plan_page, plan_pages.plan_file, plan_pages.tick_step,
    activity.typing, activity.seen, events.events,
    return_code_pages.about_code, return_code_pages.make_code, return_code_pages.code_kept,
    paper_pages.papers, paper_pages.paper,
    return_pages.ask_for_code, return_pages.come_back, return_pages.reopen,
]  # fmt: skip
