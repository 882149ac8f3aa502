"""How things stand with a counsellor: shown above the box for writing, and what takes its place after the end."""

from dataclasses import dataclass

from bot.channels.webchat.context import PublicContext
from bot.conversation.handover.person import QueuePosition
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Call, Conversation
from bot.conversation.ports import Staffing
from bot.presentation.times import moment

_NOT_WAITING = QueuePosition(place=0, minutes=None)


@dataclass(frozen=True, kw_only=True)
class HandoverStatus:
    """What the handover status shows (see templates/_handover_status.html)."""

    stage: Stage
    call: Call | None
    queue: QueuePosition
    staffing: Staffing
    """Asked for only after the end: whether one could talk to a counsellor again."""
    is_case: bool
    """A counsellor has, or had, to do with the chat."""
    has_code: bool
    keep: int
    """Seconds that the chat is kept after its last message."""
    left: int
    """Seconds until it is erased, if nothing more is written."""
    until: str
    """The same as a day and a time."""

    @property
    def asks_before_erasing(self) -> bool:
        """Tell whether starting again asks first: somebody may wait for an answer, or want to come back to it."""
        return self.is_case or self.has_code

    @property
    def name(self) -> str:
        """Return the counsellor's name; empty where nobody has the chat."""
        return self.call.counsellor.name if self.call and self.call.counsellor else ""

    @property
    def is_lost(self) -> bool:
        """Tell whether the counsellor's connection is lost."""
        return self.call is not None and self.call.lost_at is not None

    @property
    def is_later(self) -> bool:
        """Tell whether they left a message instead of waiting."""
        return self.call is not None and self.call.later

    @property
    def share(self) -> str:
        """Return what the counsellor may see of what was before; empty without a call."""
        return self.call.share.value if self.call else ""

    @property
    def read(self) -> tuple[int, int]:
        """Return the first and the last message that the counsellor has read; (0, 0) where there is none."""
        if self.call is None or self.call.seen_by_counsellor < self.call.visible_from:
            return 0, 0
        return self.call.visible_from, self.call.seen_by_counsellor


async def handover_status_of(webchat: PublicContext, conversation: Conversation) -> HandoverStatus:
    """Return how things stand for somebody now."""
    conversations, stage = webchat.conversations, conversation.stage
    now, expires_at = webchat.clock.now(), conversations.erasure.due_at(conversation)
    words = webchat.views.interface[conversation.language]
    return HandoverStatus(
        stage=stage,
        call=await webchat.conversations.person.call_of(conversation.id) if conversation.is_case else None,
        queue=await webchat.conversations.person.queue_position(conversation.id)
        if stage is Stage.WAITING
        else _NOT_WAITING,
        staffing=await conversations.person.staffing() if stage in (Stage.CLOSED, Stage.WAITING) else Staffing.NONE,
        is_case=conversation.is_case,
        has_code=await webchat.codes.made_for(conversation.id, now=now),
        keep=int((expires_at - conversation.last_at).total_seconds()),
        left=max(0, int((expires_at - now).total_seconds())),
        until=moment(expires_at, language=conversation.language, words=words),
    )
