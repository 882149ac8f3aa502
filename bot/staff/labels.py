"""The names of roles, permissions, actions and faults, as the pages say them: message ids of the interface catalogue."""

from collections.abc import Mapping

from bot.accounts import (
    AccountError,
    DisplayNameUnusable,
    LastAdministrator,
    NameTaken,
    NameUnusable,
    NoRole,
    NoSuchAccount,
    OwnAccount,
)
from bot.action_log import Action
from bot.i18n import mark as _
from bot.permissions import Role
from bot.staff.passwords import Weakness

ROLES: Mapping[Role, str] = {
    Role.COUNSELLOR: _("Counsellor"),
    Role.SUPERVISOR: _("Supervisor"),
    Role.EDITOR: _("Editor"),
    Role.ADMINISTRATOR: _("Administrator"),
    Role.AUDITOR: _("Auditor"),
}

DONE_AT: Mapping[str, str] = {
    "/desk": _("See who is waiting, take over a chat, answer"),
    "/practice": _("Practise with people who are made up"),
    "/supervise": _("See how things stand; look into a colleague’s chat, for a reason that is written down"),
    "/hours": _("See when counsellors are there"),
    "/guidance": _("Read the guidance, change it, approve a colleague’s changes"),
    "/guidance/work": _("See what needs work in the guidance"),
    "/statistics": _("See the statistics"),
    "/staff": _("Add colleagues, choose their roles, open and close accounts"),
    "/log": _("Read and check the action log"),
}
"""What is done at each place of the bar of pages, for the start page."""

ACTIONS: Mapping[Action, str] = {
    Action.SIGNED_IN: _("Signed in"),
    Action.SIGN_IN_FAILED: _("Sign-in failed"),
    Action.SIGN_IN_LOCKED: _("Sign-in paused after several failures"),
    Action.SIGNED_OUT: _("Signed out"),
    Action.PASSWORD_SET: _("Own password set"),
    Action.CODES_MADE: _("Recovery codes made"),
    Action.CODE_USED: _("Recovery code used"),
    Action.STAFF_ADDED: _("Account added"),
    Action.STAFF_DISABLED: _("Account closed"),
    Action.STAFF_ENABLED: _("Account opened again"),
    Action.ROLES_CHANGED: _("Roles changed"),
    Action.PASSWORD_RESET: _("Password reset"),
    Action.SECOND_FACTOR_RESET: _("Second factor reset"),
    Action.LOG_READ: _("Action log read"),
    Action.LOG_VERIFIED: _("Action log checked"),
    Action.CAME_ON_DUTY: _("Came on duty"),
    Action.WENT_OFF_DUTY: _("Went off duty"),
    Action.CHAT_TAKEN: _("Chat taken"),
    Action.CHAT_READ: _("Chat read"),
    Action.CHAT_REPLIED: _("Answered in a chat"),
    Action.GUIDANCE_SENT: _("Guidance sent in a chat"),
    Action.CHAT_TRANSFERRED: _("Chat given to a colleague"),
    Action.CHAT_REQUEUED: _("Chat given back to the queue"),
    Action.CHAT_ASSIGNED: _("Chat given to somebody by a supervisor"),
    Action.CHAT_WHISPERED: _("Whispered to a counsellor"),
    Action.HELP_ASKED: _("Help asked for in a chat"),
    Action.HELP_ENDED: _("Help no longer needed in a chat"),
    Action.CHAT_HANDED_BACK: _("Chat handed back to the program"),
    Action.CHAT_CLOSED: _("Chat closed"),
    Action.CHAT_JOINED_SILENTLY: _("Looked into a colleague’s chat"),
    Action.NOTE_WRITTEN: _("Note written about a chat"),
    Action.LABELS_SET: _("Labels of a chat changed"),
    Action.STATISTICS_READ: _("Statistics read"),
    Action.DAY_CLOSED: _("Closing day added"),
    Action.DAY_OPENED: _("Closing day removed"),
    Action.GUIDANCE_DRAFTED: _("Guidance: draft begun"),
    Action.GUIDANCE_SUBMITTED: _("Guidance: review asked for"),
    Action.GUIDANCE_WITHDRAWN: _("Guidance: review withdrawn"),
    Action.GUIDANCE_RETURNED: _("Guidance: sent back by the reviewer"),
    Action.GUIDANCE_DISCARDED: _("Guidance: draft thrown away"),
    Action.GUIDANCE_PUBLISHED: _("Guidance: published"),
    Action.GUIDANCE_EMERGENCY: _("Guidance: published in an emergency"),
    Action.GUIDANCE_REVIEWED: _("Guidance: emergency publication looked at"),
    Action.GUIDANCE_ROLLED_BACK: _("Guidance: earlier text brought back"),
    Action.GUIDANCE_RETIRED: _("Guidance: taken out of use"),
    Action.GUIDANCE_KEPT: _("Guidance: own text kept after an upgrade"),
    Action.GUIDANCE_EXPORTED: _("Guidance: exported"),
    Action.GUIDANCE_IMPORTED: _("Guidance: imported as drafts"),
    Action.FACT_CHECKED: _("Guidance: fact checked"),
}

WEAK: Mapping[Weakness, str] = {
    Weakness.SHORT: _("Please choose at least 12 characters. Several words in a row are easy to remember."),
    Weakness.LONG: _("Please choose at most 256 characters."),
    Weakness.SAME: _("That is the password you have now. Please choose another one."),
    Weakness.NAME: _("That is too close to your sign-in name. Please choose another one."),
    Weakness.COMMON: _("Many people think of that password first. Please choose another one."),
}
NOT_THE_SAME = _("The two passwords are not the same. Please type them once more.")
PASSWORD_WRONG = _("That is not your password. Please try again.")
DOES_NOT_MATCH = _(
    "That did not match. Please check the name, the password and the code, and try again with a new code."
)

ACCOUNT_FAULTS: Mapping[type[AccountError], str] = {
    NameUnusable: _("A sign-in name has 2 to 32 letters (A to Z), digits, dots, hyphens or underscores, and begins with a letter or digit."),
    DisplayNameUnusable: _("Please give a display name of 1 to 40 characters."),
    NameTaken: _("Somebody has that sign-in name already. Please choose another one."),
    NoRole: _("Please choose at least one role."),
    NoSuchAccount: _("There is no such account."),
    OwnAccount: _("Your own account can only be changed by another administrator."),
    LastAdministrator: _("This is the last administrator. Please make somebody else administrator first."),
}  # fmt: skip
