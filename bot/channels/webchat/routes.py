"""All routes of the public site but its health."""

from typing import Any, Final

from bot.channels.webchat import codes, events, leaving, pages, returning, signals, writing

ROUTES: Final[list[Any]] = [
    pages.chat, pages.newer_messages, pages.standing, pages.privacy, pages.ask_before_erasing, pages.gone,
    writing.write, writing.press, writing.change_language, writing.start_new,
    leaving.start_again, leaving.erase, leaving.leave,
    signals.typing, signals.seen, events.events,
    codes.about_code, codes.make_code, codes.code_kept,
    returning.ask_for_code, returning.come_back, returning.reopen,
]  # fmt: skip
