"""Roles and permissions on the staff site, and the table that maps one to the other."""

from collections.abc import Iterable, Mapping
from enum import StrEnum


class Role(StrEnum):
    """A role of a staff member, who may have several."""

    COUNSELLOR = "counsellor"
    SUPERVISOR = "supervisor"
    EDITOR = "editor"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Permission(StrEnum):
    """What a role allows; every route of the staff site names one permission."""

    OWN_ACCOUNT = "own_account"
    """Sign out, choose a language, change one's own password: allowed to everybody who is signed in."""
    SEE_QUEUE = "see_queue"
    TAKE_CHAT = "take_chat"
    REPLY_CHAT = "reply_chat"
    SUPERVISE = "supervise"
    """Join a chat silently, with a reason, which is logged."""
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
"""An administrator reads no chats; an auditor of the log changes nothing that it records."""


def granted(roles: Iterable[Role]) -> frozenset[Permission]:
    """Return all permissions of these roles."""
    return frozenset(permission for role in roles for permission in PERMISSIONS[role])
