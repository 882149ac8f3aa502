"""What every move between the stages has in common: one unit of work, checked against the table, said to the person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.conversation.handover.queue import moved
from bot.conversation.handover.stages import Move
from bot.conversation.model import Conversation, Say
from bot.conversation.ports import Archive, Bell, Clock, Records
from bot.conversation.retention import Keep
from bot.conversation.turns.turn import says


@dataclass(frozen=True, kw_only=True)
class Moving:
    """What moves work with; each raises HandoverRefused and changes nothing where it is not possible."""

    archive: Archive
    clock: Clock
    bell: Bell
    keep: Keep

    async def _move(self, records: Records, current: Conversation, move: Move, *, said: Sequence[Say]) -> None:
        await self._say(records, moved(current, move), said)

    async def _say(self, records: Records, current: Conversation, said: Sequence[Say]) -> None:
        now = self.clock.now()
        await records.append(current.id, [says(say, now) for say in said])
        spoken = replace(current, asked=said[-1].key, last_at=now)
        await records.update(spoken, expires_at=self.keep.expiry_of(spoken))
