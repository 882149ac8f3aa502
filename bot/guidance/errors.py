"""The errors of the guidance.

GuidanceError
├── UnknownEntry
├── FileBroken          a file of words is unreadable; carries line and reason
└── EditRefused         a change is refused; nothing is lost
    ├── NotPossible     not in this state
    ├── Unfit           the words or the fields break a rule; carries what was found
    ├── Overtaken       somebody else has changed it since
    ├── OwnWork         nobody approves what they wrote themselves
    ├── NotAllowed      it needs another role
    ├── Incomplete      the other language is missing
    └── Indispensable   the program needs it
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.guidance.rules import Finding


class GuidanceError(Exception):
    """Any fault of guidance."""


class UnknownEntry(GuidanceError):
    """No entry or choice has this key, which the message names."""


class FileBroken(GuidanceError):
    """A file of words is unreadable; nothing was imported from it."""

    def __init__(self, why: str, *, line: int = 0) -> None:
        """Carry the reason, a key, and the line where it was found, 0 for the file as a whole."""
        super().__init__(f"line {line}: {why}" if line else why)
        self.why = why
        self.line = line


class EditRefused(GuidanceError):
    """A change was refused."""


class NotPossible(EditRefused):
    """The step is impossible in this state; the message names both."""


class Unfit(EditRefused):
    """The words or the fields break a rule."""

    def __init__(self, findings: "Sequence[Finding]") -> None:
        """Carry the findings."""
        super().__init__(", ".join(finding.fault.value for finding in findings))
        self.findings = findings


class EditConflict(EditRefused):
    """Somebody else has changed it since it was opened."""


class OwnRevision(EditRefused):
    """The author cannot approve it."""


class NotAllowed(EditRefused):
    """It needs an administrator."""


class TranslationUnconfirmed(EditRefused):
    """The other language would keep its old meaning, and nobody confirmed that."""


class ItemRequired(EditRefused):
    """The piece cannot be taken out of use."""
