"""What can be wrong with guidance.

GuidanceError
└── UnknownEntry
"""


class GuidanceError(Exception):
    """Any fault of guidance."""


class UnknownEntry(GuidanceError):
    """No entry or choice has this key; the message names it."""
