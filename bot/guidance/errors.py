"""What can be wrong with guidance.

GuidanceError
├── UnknownEntry
├── FileBroken          a file of words cannot be read; carries line and reason
└── EditRefused         a change that is not taken; nothing is lost
    ├── NotPossible     not in this state
    ├── Unfit           the words or the fields break a rule; carries what was found
    ├── Overtaken       somebody else has changed it meanwhile
    ├── OwnWork         nobody approves what they wrote themselves
    ├── NotAllowed      it takes another role
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
    """No entry or choice has this key; the message names it."""


class FileBroken(GuidanceError):
    """A file of words cannot be read: nothing of it was taken."""

    def __init__(self, why: str, *, line: int = 0) -> None:
        """Carry the reason, a key, and the line it was noticed on; 0 where it is about the file as a whole."""
        super().__init__(f"line {line}: {why}" if line else why)
        self.why = why
        self.line = line


class EditRefused(GuidanceError):
    """A change that is not taken."""


class NotPossible(EditRefused):
    """Not in this state; the message names step and state."""


class Unfit(EditRefused):
    """A rule is broken."""

    def __init__(self, findings: "Sequence[Finding]") -> None:
        """Carry what was found."""
        super().__init__(", ".join(finding.fault.value for finding in findings))
        self.findings = findings


class Overtaken(EditRefused):
    """Somebody else has changed it since it was opened."""


class OwnWork(EditRefused):
    """Who wrote it cannot approve it."""


class NotAllowed(EditRefused):
    """It takes an administrator."""


class Incomplete(EditRefused):
    """The other language says something else now, and nobody said that this is known."""


class Indispensable(EditRefused):
    """It cannot be taken out of use."""
