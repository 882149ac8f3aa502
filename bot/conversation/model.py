"""What a conversation is made of."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from bot.conversation.danger.state import SafetyState
from bot.conversation.handover.stages import Stage
from bot.guidance.plan import Answers
from bot.language import Language
from understanding.context import MOVES
from understanding.reading import Reading

ConversationId = NewType("ConversationId", str)
"""A random id, 32 hex digits; staff pages and the action log know a chat by it, the person never sees it."""

AssistantId = NewType("AssistantId", str)
"""The random id by which Rasa knows the conversation; it has nothing to do with the other."""

Address = NewType("Address", str)
"""Where a channel finds the person again (web: the session's token); kept as a keyed hash only."""

Nonce = NewType("Nonce", str)
"""A channel's own id of one message, so that the same message is taken once."""


CounsellorId = NewType("CounsellorId", str)
"""The random id of a member of staff."""


class Author(StrEnum):
    """Who wrote a message."""

    PERSON = "person"
    ASSISTANT = "assistant"
    COUNSELLOR = "counsellor"


class Share(StrEnum):
    """What a person lets a counsellor see of what was before."""

    EVERYTHING = "everything"
    SUMMARY = "summary"
    """Their answers and choices, without their words."""
    NOTHING = "nothing"


@dataclass(frozen=True, kw_only=True)
class Counsellor:
    """Who takes a chat: the id, and the name that the person is told."""

    id: CounsellorId
    name: str


@dataclass(frozen=True, kw_only=True)
class Call:
    """A wish for a counsellor, and what became of it: one for each conversation that has one now."""

    conversation: ConversationId
    called_at: datetime
    danger: bool
    """There were signs of danger when it was made, or since."""
    share: Share
    visible_from: int
    """The first message that the counsellor may read."""
    front: bool = False
    """It had a counsellor before who was lost: it comes before others."""
    later: bool = False
    """They left a message: nobody was there when it was made."""
    counsellor: Counsellor | None = None
    taken_at: datetime | None = None
    lost_at: datetime | None = None
    """Since when the counsellor's console has not been heard of."""
    seen_by_person: int = 0
    seen_by_counsellor: int = 0
    """The last message that either side has seen."""
    help_at: datetime | None = None
    """Since when the counsellor asks colleagues for help with it."""
    whispers: int = 0
    """How often a supervisor has whispered to a counsellor here."""


@dataclass(frozen=True, kw_only=True)
class Say:
    """Something the assistant says: an entry's key and what completes it; never words."""

    key: str
    platform: str = ""
    buttons: tuple[str, ...] = ()
    """Further buttons, which come before those of the entry."""
    held: tuple[str, ...] = ()
    """Buttons of before that still wait for an answer, which come after those of the entry."""
    counsellor: str = ""
    """The name of the counsellor it is about."""
    place: int = 0
    """The place in the queue, from 1."""
    minutes: tuple[int, ...] = ()
    """The range that others waited of late, low and high; empty where too few are known."""
    opens_at: str = ""
    """When counsellors are there next: ISO 8601, in Japan's time."""
    title: str = ""
    """The key of an entry that was said before and is named here."""
    known: tuple[str, ...] = ()
    """What is known so far, as keys of phrases."""
    edition: int | None = None
    """The newest publication of the guidance when it was said, set where it is stored; None takes the words of now."""


@dataclass(frozen=True, kw_only=True)
class Message:
    """One bubble: a person's words, or an entry the assistant said. seq counts from 1 within the conversation."""

    seq: int
    author: Author
    at: datetime
    text: str = field(default="", repr=False)
    say: Say | None = None
    answered: bool = True
    payload: str = ""
    """What was pressed, where it was a button."""
    name: str = ""
    """The counsellor's name, as the person was told it."""
    media: bool = False
    """There was an image or a file with it, of which nothing was kept."""


@dataclass(frozen=True, kw_only=True)
class TakenMessage:
    """A message that is kept and will be answered; `danger` names the sign of danger in it."""

    message: Message
    danger: str | None = None


@dataclass(frozen=True, kw_only=True)
class Guess:
    """An intent with its confidence, 0 to 1."""

    intent: str
    confidence: float


@dataclass(frozen=True, kw_only=True)
class Understanding:
    """What the assistant took from one message; empty where it did not read it."""

    intent: str = ""
    confidence: float = 0.0
    alternatives: tuple[Guess, ...] = ()
    entities: dict[str, tuple[str, ...]] = field(default_factory=dict)
    slots: dict[str, object] = field(default_factory=dict)
    """The facts that the message says or implies, and the topic after it."""
    offered: tuple[str, ...] | None = None
    """The needs that were named but are not served yet; None where nothing was decided about them."""
    reading: Reading | None = None
    """None where the message was pressed, or not read."""

    @property
    def heard(self) -> str:
        """Return the likeliest need that says what the message is about, `` for none; a press says it by its intent."""
        needs = [need.intent for need in self.reading.needs] if self.reading else [self.intent]
        return next((intent for intent in needs if intent not in MOVES), "")


@dataclass(frozen=True, kw_only=True)
class Conversation:
    """The state of one conversation, without its messages."""

    id: ConversationId
    assistant_id: AssistantId
    channel: str
    language: Language
    language_chosen: bool
    stage: Stage
    answers: Answers
    asked: str
    """The last entry said, by key: an answer may belong to it."""
    last_at: datetime
    safety: SafetyState = field(default_factory=SafetyState)
    """How safe the person seems to be, and what was said about it."""
    turn: int = 0
    """Counts the moves that end the assistant's turns: an answer begun before the last of them comes too late."""
    said: tuple[str, ...] = ()
    """What was said so far, oldest first, as KEY or KEY@PLATFORM: nothing is said twice."""
    offered: tuple[str, ...] = ()
    """Needs, by intent, that were named but are not served yet."""
    heard: str = ""
    """The intent of the last message that had one (see understanding.context.Context)."""
    counselled: bool = False
    """A counsellor has had this conversation: it is kept by their clock."""
    notice: bool = False
    """The person asked that the phone rings when a counsellor answers later."""

    @property
    def is_case(self) -> bool:
        """Tell whether a counsellor has it, had it or was called: there is something to come back to."""
        return self.counselled or self.stage is not Stage.ASSISTANT


@dataclass(frozen=True, kw_only=True)
class Turn:
    """What one message led to: for channels, and for `talk`."""

    conversation: Conversation
    messages: tuple[Message, ...]
    understood: Understanding
    danger: bool


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """Proof that a conversation was erased; without content."""

    at: datetime
    messages: int
