"""The moves between the stages in one table: where each leads, and everything that goes with it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.action_log import Action
from bot.conversation.case import Count, Outcome
from bot.conversation.core import Core
from bot.conversation.errors import MoveRefused
from bot.conversation.handover.stages import Move, Stage
from bot.conversation.model import Call, Conversation, CounsellorId, Say
from bot.conversation.records import Records
from bot.conversation.turns.turn import says


@dataclass(frozen=True, kw_only=True)
class Transition:
    """Where a move leads from one stage, and what goes with it."""

    to: Stage
    says: str = ""
    """The entry the person is told; nothing where it is empty. `{share}` stands for what they share."""
    says_later: str = ""
    """The entry in its place when the person leaves a message because nobody is there."""
    says_alone: str = ""
    """The entry in its place when no counsellor is there."""
    asks: str = ""
    """The entry that asks a question after it; nothing where it is empty."""
    counts: Count | None = None
    counts_later: Count | None = None
    """What is counted in its place when the person leaves a message."""
    counts_danger: Count | None = None
    """What is counted besides when there are signs of danger."""
    logs: Action | None = None
    """What goes into the action log, under the counsellor who made the move."""
    ends_call: bool = False
    ends_turn: bool = False
    """An answer of the assistant that was begun before the move comes too late."""
    settles_messages: bool = False
    """Messages still unanswered were for somebody who is gone now: they get no answer."""


_CALLED = Transition(
    to=Stage.WAITING,
    says="waiting.begun",
    says_later="waiting.message",
    counts=Count.CALLED,
    counts_later=Count.MESSAGE_LEFT,
    counts_danger=Count.CALLED_IN_DANGER,
)
_ENDED_BY_PERSON = Transition(
    to=Stage.CLOSED,
    says="counsellor.ended_by_person",
    ends_call=True,
    ends_turn=True,
    settles_messages=True,
)

MOVES: dict[tuple[Stage, Move], Transition] = {
    (Stage.ASSISTANT, Move.CALL): _CALLED,
    (Stage.ASSISTANT, Move.WISH): replace(_CALLED, asks="human.share"),
    (Stage.ASSISTANT, Move.END): _ENDED_BY_PERSON,
    (Stage.WAITING, Move.CALL): Transition(to=Stage.WAITING, says=_CALLED.says, says_later=_CALLED.says_later),
    (Stage.WAITING, Move.SHARE): Transition(to=Stage.WAITING, says="human.shared.{share}"),
    (Stage.WAITING, Move.GIVE_UP): Transition(
        to=Stage.ASSISTANT, says="waiting.given_up", counts=Count.GIVEN_UP, ends_call=True
    ),
    (Stage.WAITING, Move.TAKE): Transition(
        to=Stage.COUNSELLOR, says="counsellor.joined", counts=Count.TAKEN, logs=Action.CHAT_TAKEN, ends_turn=True
    ),
    (Stage.WAITING, Move.END): replace(_ENDED_BY_PERSON, counts=Count.ENDED_BY_PERSON),
    (Stage.COUNSELLOR, Move.SHARE): Transition(to=Stage.COUNSELLOR, says="counsellor.shared"),
    (Stage.COUNSELLOR, Move.REPLY): Transition(to=Stage.COUNSELLOR, logs=Action.CHAT_REPLIED, settles_messages=True),
    (Stage.COUNSELLOR, Move.SEND_GUIDANCE): Transition(
        to=Stage.COUNSELLOR, logs=Action.GUIDANCE_SENT, settles_messages=True
    ),
    (Stage.COUNSELLOR, Move.TRANSFER): Transition(
        to=Stage.COUNSELLOR, says="counsellor.joined", counts=Count.TRANSFERRED, logs=Action.CHAT_TRANSFERRED
    ),
    (Stage.COUNSELLOR, Move.ASSIGN): Transition(
        to=Stage.COUNSELLOR, says="counsellor.joined", counts=Count.TRANSFERRED, logs=Action.CHAT_ASSIGNED
    ),
    (Stage.COUNSELLOR, Move.REQUEUE): Transition(
        to=Stage.WAITING,
        says="counsellor.lost.waiting",
        says_alone="counsellor.lost.kept",
        counts=Count.LOST,
        logs=Action.CHAT_REQUEUED,
    ),
    (Stage.COUNSELLOR, Move.HAND_BACK): Transition(
        to=Stage.ASSISTANT,
        says="counsellor.handed_back",
        counts=Count.HANDED_BACK,
        logs=Action.CHAT_HANDED_BACK,
        ends_call=True,
        ends_turn=True,
        settles_messages=True,
    ),
    (Stage.COUNSELLOR, Move.CLOSE): Transition(
        to=Stage.CLOSED,
        says="counsellor.closed",
        counts=Count.CLOSED,
        logs=Action.CHAT_CLOSED,
        ends_call=True,
        ends_turn=True,
        settles_messages=True,
    ),
    (Stage.COUNSELLOR, Move.END): replace(_ENDED_BY_PERSON, counts=Count.ENDED_BY_PERSON),
    (Stage.CLOSED, Move.REOPEN): replace(_CALLED, ends_turn=True),
}


def transition(stage: Stage, move: Move) -> Transition:
    """Return what a move does from a stage; raise MoveRefused where it is not possible."""
    found = MOVES.get((stage, move))
    if found is None:
        raise MoveRefused(f"{move.value} in stage {stage.value}")
    return found


async def make_move(
    core: Core,
    records: Records,
    current: Conversation,
    move: Move,
    *,
    call: Call | None = None,
    fills: Say | None = None,
    newest: int | None = None,
    alone: bool = False,
    by: CounsellorId | None = None,
    reason: str = "",
    outcome: Outcome | None = None,
) -> None:
    """Make a move as the table has it; raise MoveRefused, changing nothing, where the table has none.

    `call` is the call after the move, `fills` completes the entry the person is told, `by` and `reason` go into the action
    log; `newest` is the number of the newest message, where the caller knows it; `alone` where no counsellor is there.
    """
    does, now = transition(current.stage, move), core.clock.now()
    later = call is not None and call.later
    if does.settles_messages:
        await records.messages.mark_answered(current.id, up_to=newest or await records.messages.last_seq(current.id))
    moved = replace(current, stage=does.to, turn=current.turn + does.ends_turn, last_at=now)
    if key := _told(does, call, alone=alone):
        asked = [Say(key=does.asks)] if does.asks else []
        await tell(core, records, moved, [replace(fills or Say(key=key), key=key), *asked])
    else:
        await records.conversations.update(moved, expires_at=core.retention.expiry_of(moved))
    if does.ends_call:
        await records.calls.end(current.id)
    elif call is not None:
        await records.calls.keep(call)
    if count := does.counts_later if later and does.counts_later else does.counts:
        await records.counts.add(count, current, at=now, outcome=outcome)
    if does.counts_danger and call is not None and call.danger:
        await records.counts.add(does.counts_danger, current, at=now)
    if does.logs and by:
        await records.log.append(does.logs, by=by, conversation=current.id, at=now, reason=reason)


def _told(does: Transition, call: Call | None, *, alone: bool) -> str:
    """Return the entry that the person is told."""
    key = does.says_later if call is not None and call.later and does.says_later else does.says
    key = does.says_alone if alone and does.says_alone else key
    return key.replace("{share}", call.share.value) if call is not None else key


async def tell(core: Core, records: Records, current: Conversation, said: Sequence[Say]) -> None:
    """Say entries to the person, and keep the conversation as it is given."""
    now = core.clock.now()
    await records.messages.append(current.id, [says(say, now) for say in said])
    spoken = replace(current, asked=said[-1].key, last_at=now)
    await records.conversations.update(spoken, expires_at=core.retention.expiry_of(spoken))
