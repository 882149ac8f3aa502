"""Every route of the console, with paths relative to where it stands: at the root, and in practice under its own place."""

from bot.staff.console import actions, activity, duty, pages

CONSOLE_ROUTES = (
    pages.desk_page, pages.rail, pages.pane, pages.newer_messages, pages.case, pages.guidance,
    activity.events, activity.here, activity.typing, activity.seen,
    duty.come_on_duty, duty.go_off_duty,
    actions.take, actions.reply, actions.write_note, actions.set_labels, actions.transfer, actions.hand_back, actions.close,
)  # fmt: skip
