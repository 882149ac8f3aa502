"""What the staff record about a chat: the closed lists behind statistics, labels and case notes."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.conversation.model import ConversationId, CounsellorId


class Outcome(StrEnum):
    """How a chat with a counsellor came to its end."""

    GUIDED = "guided"
    """They know their next step."""
    TO_PAPS = "to_paps"
    TO_POLICE = "to_police"
    TO_OTHERS = "to_others"
    EMERGENCY = "emergency"
    """Emergency services were needed."""
    NO_ANSWER = "no_answer"
    """They did not write any more."""
    NOT_OURS = "not_ours"
    """It was about something else."""


class Label(StrEnum):
    """What a chat is about, for the staff: chosen from this list, never typed."""

    UNDER_18 = "under_18"
    THREATENED = "threatened"
    SCHOOL = "school"
    DOXXED = "doxxed"
    SOMEBODY_KNOWN = "somebody_known"
    HELPER = "helper"
    AT_RISK = "at_risk"
    FOLLOW_UP = "follow_up"


class WatchReason(StrEnum):
    """Why a supervisor looks into a colleague's chat without being seen."""

    SAFETY = "safety"
    ASKED = "asked_by_counsellor"
    TRAINING = "training"
    COMPLAINT = "complaint"


class Count(StrEnum):
    """What is counted by day, language and channel, and nothing else about it."""

    CALLED = "called"
    CALLED_IN_DANGER = "called_in_danger"
    MESSAGE_LEFT = "message_left"
    TAKEN = "taken"
    GIVEN_UP = "given_up"
    ENDED_BY_PERSON = "ended_by_person"
    HANDED_BACK = "handed_back"
    TRANSFERRED = "transferred"
    LOST = "lost"
    CLOSED = "closed"


@dataclass(frozen=True, kw_only=True)
class Counted:
    """How often something happened within some days, in one language and on one channel."""

    what: Count
    outcome: Outcome | None
    """How it ended, where it is an end."""
    language: str
    """`ja` or `en`."""
    channel: str
    """`web` or `telegram`."""
    number: int


class Gap(StrEnum):
    """Where the guidance did not have what somebody looked for; counted by day, intent and language, without a word of theirs."""

    NOT_UNDERSTOOD = "not_understood"
    SECOND_CHOICE = "second_choice"
    """They went on with what was offered as the second-best."""
    UNANSWERED = "unanswered"
    """It was understood, and there is nothing to say about it."""


class NoteKind(StrEnum):
    """What a note is for."""

    NOTE = "note"
    """For whoever of the staff has the chat."""
    BECAUSE = "because"
    """For the next counsellor: why the chat was given on."""
    WHISPER = "whisper"
    """From a supervisor, for the counsellor who has the chat."""


@dataclass(frozen=True, kw_only=True)
class Note:
    """What the staff wrote down about a chat, for colleagues only; it goes when the conversation goes."""

    by: CounsellorId
    name: str
    at: datetime
    text: str = field(repr=False)
    kind: NoteKind = NoteKind.NOTE


@dataclass(frozen=True, kw_only=True)
class Case:
    """What the staff keep about a chat."""

    conversation: ConversationId
    notes: tuple[Note, ...]
    labels: frozenset[Label]
