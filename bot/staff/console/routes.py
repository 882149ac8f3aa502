"""Every route of the console, with paths relative to where it stands: at the root, and in practice under its own place."""

from bot.staff.console import deeds, duty, live, pages

CONSOLE_ROUTES = (
    pages.desk_page, pages.rail, pages.pane, pages.newer_messages, pages.case, pages.guidance,
    live.events, live.here, live.typing, live.seen,
    duty.come_on_duty, duty.go_off_duty,
    deeds.take, deeds.reply, deeds.write_note, deeds.set_labels, deeds.transfer, deeds.hand_back, deeds.close,
)  # fmt: skip
