"""The log of what staff did: its actions, its entries, and how each entry is chained to the one before it."""

import hashlib
import hmac
import json
import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.accounts import StaffId

NOBODY = StaffId("")
"""Somebody who failed to sign in."""
COMMAND_LINE = StaffId("command-line")
"""Whoever ran a command of `python -m bot` on the server."""
BEGINNING = "0" * 64
"""The hash before the first entry."""

_ABOUT = re.compile(r"[A-Za-z0-9-]{0,64}")
_REASON = re.compile(r"[a-z0-9_.-]{0,64}")


class Action(StrEnum):
    """Everything that is logged; a closed list."""

    SIGNED_IN = "signed_in"
    SIGN_IN_FAILED = "sign_in_failed"
    SIGN_IN_LOCKED = "sign_in_locked"
    SIGNED_OUT = "signed_out"
    PASSWORD_SET = "password_set"  # noqa: S105 (the name of an action)
    CODES_MADE = "codes_made"
    CODE_USED = "code_used"
    STAFF_ADDED = "staff_added"
    STAFF_DISABLED = "staff_disabled"
    STAFF_ENABLED = "staff_enabled"
    ROLES_CHANGED = "roles_changed"
    PASSWORD_RESET = "password_reset"  # noqa: S105 (the name of an action)
    SECOND_FACTOR_RESET = "second_factor_reset"
    LOG_READ = "log_read"
    LOG_VERIFIED = "log_verified"
    CAME_ON_DUTY = "came_on_duty"
    WENT_OFF_DUTY = "went_off_duty"
    CHAT_TAKEN = "chat_taken"
    CHAT_READ = "chat_read"
    CHAT_REPLIED = "chat_replied"
    GUIDANCE_SENT = "guidance_sent"
    CHAT_TRANSFERRED = "chat_transferred"
    CHAT_REQUEUED = "chat_requeued"
    CHAT_ASSIGNED = "chat_assigned"
    CHAT_WHISPERED = "chat_whispered"
    HELP_ASKED = "help_asked"
    HELP_ENDED = "help_ended"
    CHAT_HANDED_BACK = "chat_handed_back"
    CHAT_CLOSED = "chat_closed"
    CHAT_JOINED_SILENTLY = "chat_joined_silently"
    NOTE_WRITTEN = "note_written"
    LABELS_SET = "labels_set"
    STATISTICS_READ = "statistics_read"
    DAY_CLOSED = "day_closed"
    DAY_OPENED = "day_opened"
    GUIDANCE_DRAFTED = "guidance_drafted"
    GUIDANCE_SUBMITTED = "guidance_submitted"
    GUIDANCE_WITHDRAWN = "guidance_withdraw"
    GUIDANCE_RETURNED = "guidance_return"
    GUIDANCE_DISCARDED = "guidance_discard"
    GUIDANCE_PUBLISHED = "guidance_published"
    GUIDANCE_EMERGENCY = "guidance_emergency"
    GUIDANCE_REVIEWED = "guidance_reviewed"
    GUIDANCE_ROLLED_BACK = "guidance_rolled_back"
    GUIDANCE_RETIRED = "guidance_retired"
    GUIDANCE_KEPT = "guidance_kept"
    GUIDANCE_EXPORTED = "guidance_exported"
    GUIDANCE_IMPORTED = "guidance_imported"
    FACT_CHECKED = "fact_checked"


@dataclass(frozen=True, kw_only=True)
class LogEntry:
    """One action of a staff member. It holds ids and keys only, never text."""

    number: int
    at: datetime
    """In whole seconds, UTC."""
    staff: StaffId
    """The staff member who did it."""
    action: Action
    about: str = ""
    """The id of the object, such as a conversation; up to 64 letters, digits and hyphens."""
    reason: str = ""
    """A key, never a sentence; up to 64 small letters, digits, `_`, `.`, `-`."""

    def __post_init__(self) -> None:
        """Raise ValueError if a field holds anything but an id or a key."""
        if not (_ABOUT.fullmatch(self.about) and _ABOUT.fullmatch(self.staff) and _REASON.fullmatch(self.reason)):
            raise ValueError("an entry of the action log holds ids and keys, never words")

    def chained(self, previous: str) -> str:
        """Return the entry's hash: SHA-256 over the previous hash and the entry as canonical JSON."""
        facts = {
            "number": self.number,
            "at": int(self.at.timestamp()),
            "staff": self.staff,
            "action": self.action.value,
            "about": self.about,
            "reason": self.reason,
        }
        text = json.dumps(facts, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return hashlib.sha256(f"{previous}{text}".encode()).hexdigest()


def signed(number: int, last: str, *, key: bytes) -> str:
    """Return the signature of the log's head, which is the number of entries and the hash of the last."""
    return hmac.new(key, f"action log {number} {last}".encode(), hashlib.sha256).hexdigest()


@dataclass(frozen=True, kw_only=True)
class LogVerification:
    """The result of verifying the whole log."""

    entries: int
    """The number of entries."""
    broken: int | None
    """The number of the first entry that was changed, removed or inserted; None if the log is intact."""
