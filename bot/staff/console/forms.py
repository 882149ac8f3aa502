"""What the console and the pages of supervisors receive: one dataclass for each form, every field as it was typed."""

from dataclasses import dataclass, field

from bot.conversation.case import Label
from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class DutyForm:
    """How somebody comes on duty."""

    most: str = ""
    covers: str = ""
    language: tuple[str, ...] = ()

    def languages(self) -> frozenset[Language]:
        """Return the languages they write in; none chosen means all."""
        chosen = frozenset(Language(name) for name in self.language if name in set(Language))
        return chosen or frozenset(Language)


@dataclass(frozen=True, kw_only=True)
class ReadUpToForm:
    """Up to which message the counsellor has read."""

    up_to: str = ""


@dataclass(frozen=True, kw_only=True)
class ReplyForm:
    """A message to the person: own words, or the key of an entry."""

    text: str = field(default="", repr=False)
    key: str = ""
    after: str = ""
    """The number of the newest message that the page has."""
    read: str = ""
    """The number of the newest message that can have been read there: covered ones that were not opened come after it."""
    nonce: str = ""


@dataclass(frozen=True, kw_only=True)
class NoteForm:
    """A note for colleagues."""

    note: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class LabelsForm:
    """All labels that a chat is to have."""

    label: tuple[str, ...] = ()

    def labels(self) -> frozenset[Label]:
        """Return the labels; other words are left out."""
        return frozenset(Label(name) for name in self.label if name in set(Label))


@dataclass(frozen=True, kw_only=True)
class TransferForm:
    """To whom a chat goes, with a note for them."""

    to: str = ""
    note: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class RequeueForm:
    """A chat that goes back to the queue, with a note for who takes it next."""

    because: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class HelpForm:
    """Whether a counsellor wants help."""

    wanted: str = ""


@dataclass(frozen=True, kw_only=True)
class WhisperForm:
    """What a supervisor whispers to a counsellor, and why they look into the chat."""

    whisper: str = field(default="", repr=False)
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class AssignForm:
    """To whom a supervisor gives a chat; nobody is the supervisor."""

    to: str = ""
    reason: str = ""


@dataclass(frozen=True, kw_only=True)
class CloseForm:
    """How a chat ended."""

    outcome: str = ""


@dataclass(frozen=True, kw_only=True)
class ReasonForm:
    """Why a supervisor looks into a chat."""

    reason: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class DayForm:
    """A day to close, or to open again."""

    day: str = ""
