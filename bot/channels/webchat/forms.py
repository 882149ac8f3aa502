"""What the forms of the public site send; every field may be missing or strange."""

from dataclasses import dataclass, field

LARGEST_MESSAGE = 2 * 1024 * 1024
"""Bytes: a very long text is taken in so that it can be given back with a kind word; anything larger is refused."""

LARGEST_LEAVE = 1024
"""Bytes of a form that only leads away."""


@dataclass(frozen=True, kw_only=True)
class MessageForm:
    """A written message: of the box below the chat, or of the field after its end."""

    text: str = field(default="", repr=False)
    nonce: str = ""
    after: str = ""
    """Number of the last message that the page has."""
    lang: str = ""


@dataclass(frozen=True, kw_only=True)
class ButtonForm:
    """A pressed button."""

    payload: str = ""
    nonce: str = ""
    after: str = ""
    """Number of the last message that the page has."""
    lang: str = ""


@dataclass(frozen=True, kw_only=True)
class LanguageForm:
    """The language to go on in."""

    lang: str = ""


@dataclass(frozen=True, kw_only=True)
class TickForm:
    """What became of a step of the plan."""

    step: str = ""
    tick: str = ""


@dataclass(frozen=True, kw_only=True)
class SeenForm:
    """How far the person has read."""

    seq: str = ""


@dataclass(frozen=True, kw_only=True)
class LeaveForm:
    """Leaving quickly."""

    quiet: str = ""
    """`1` where the page leads away by itself and needs no redirect."""


@dataclass(frozen=True, kw_only=True)
class KeptCodeForm:
    """The answer to the question whether a return code was kept."""

    code: str = field(default="", repr=False)
    number: str = ""
    """Of the word that is asked for, from 1."""
    word: str = field(default="", repr=False)
    sure: str = ""
    """`1` where the person says that they have kept it."""


@dataclass(frozen=True, kw_only=True)
class ReturnForm:
    """A return code as it was typed."""

    code: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class ReopenForm:
    """What the counsellor may see when a chat goes on, and a text that was not sent before its end."""

    share: str = ""
    text: str = field(default="", repr=False)
