"""Who may do what on the private site: roles, permissions, and the one table between them."""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Role(StrEnum):
    """What somebody of the staff is; a person may be several."""

    COUNSELLOR = "counsellor"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """One thing that may be done; every route of the private site names one."""

    OWN_ACCOUNT = "own_account"
    """Sign out, choose the language, change one's own password: what everybody signed in may do."""
    SEE_QUEUE = "see_queue"
    TAKE_CHAT = "take_chat"
    REPLY_CHAT = "reply_chat"
    SUPERVISE = "supervise"
    """Join a chat silently, with a reason that is written down."""
    EDIT_GUIDANCE = "edit_guidance"
    APPROVE_GUIDANCE = "approve_guidance"
    PUBLISH_EMERGENCY = "publish_emergency"
    MANAGE_STAFF = "manage_staff"
    READ_ACTION_LOG = "read_action_log"
    SEE_STATISTICS = "see_statistics"


_CHATS = frozenset({Permission.SEE_QUEUE, Permission.TAKE_CHAT, Permission.REPLY_CHAT})
_GUIDANCE = frozenset({Permission.APPROVE_GUIDANCE})

PERMISSIONS: Mapping[Role, frozenset[Permission]] = {
    Role.COUNSELLOR: _CHATS | {Permission.OWN_ACCOUNT},
    Role.SUPERVISOR: _CHATS | {Permission.OWN_ACCOUNT, Permission.SUPERVISE, Permission.SEE_STATISTICS},
    Role.EDITOR: _GUIDANCE | {Permission.OWN_ACCOUNT, Permission.EDIT_GUIDANCE},
    Role.ADMINISTRATOR: _GUIDANCE | {Permission.OWN_ACCOUNT, Permission.MANAGE_STAFF, Permission.PUBLISH_EMERGENCY},
    Role.AUDITOR: frozenset({Permission.OWN_ACCOUNT, Permission.READ_ACTION_LOG, Permission.SEE_STATISTICS}),
}
"""The table. Who manages the staff reads no chat; who reads the log changes nothing that the log holds."""


def granted(roles: Iterable[Role]) -> frozenset[Permission]:
    """Return everything that somebody with these roles may do."""
    return frozenset(permission for role in roles for permission in PERMISSIONS[role])
