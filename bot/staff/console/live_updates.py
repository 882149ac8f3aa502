"""What changed at the switchboard, told to the live pages that show it: every process looks for itself, none depends on another."""

from collections.abc import Awaitable, Callable, Mapping
from collections.abc import Set as AbstractSet
from typing import Protocol

from bot.conversation.model import ConversationId, CounsellorId
from bot.web.fanout import Fanout
from bot.worker import Wakeup, run_forever


class Line(Protocol):
    """One call at a moment; two that are equal look the same to everybody."""

    @property
    def counsellor(self) -> CounsellorId | None:
        """Return who has it."""
        ...

    @property
    def last_seq(self) -> int:
        """Return the number of its newest message."""
        ...

    @property
    def order(self) -> tuple[bool, bool, int]:
        """Return what its place in the queue depends on."""
        ...


class Board(Protocol):
    """All calls, and who is on duty."""

    @property
    def lines(self) -> Mapping[ConversationId, Line]:
        """Return the calls."""
        ...

    @property
    def on_duty(self) -> AbstractSet[CounsellorId]:
        """Return who is on duty."""
        ...


def console_of(counsellor: CounsellorId) -> str:
    """Return the topic that the consoles of a counsellor listen to."""
    return f"console:{counsellor}"


ALL_CONSOLES = "consoles"
"""The topic that every console listens to."""


class Watcher:
    """Compares how the calls stand with how they stood, and tells whom it concerns."""

    def __init__(self, look: Callable[[], Awaitable[Board]], *, fanout: Fanout) -> None:
        """Use a look at the switchboard and the fan-out of this process."""
        self._look = look
        self._fanout = fanout
        self._before: Board | None = None

    async def forever(self, wakeup: Wakeup) -> None:
        """Look at every wake-up, and every second for what other processes did."""
        await run_forever(self.once, wakeup=wakeup, on_fault="the switchboard is looked at again")

    async def once(self) -> None:
        """Look once and tell what is new since the last look."""
        before, now = self._before, await self._look()
        self._before = now
        if before is None:
            return
        changed = {name for name in {*before.lines, *now.lines} if before.lines.get(name) != now.lines.get(name)}
        waiting_before, waiting = _waiting(before), _waiting(now)
        for name in changed:
            self._tell(name, before.lines.get(name), now.lines.get(name))
        if waiting_before != waiting:
            for name in waiting:
                self._fanout.publish(name, "standing")
        if waiting_before != waiting or before.on_duty != now.on_duty or _holders(before) != _holders(now):
            self._fanout.publish(ALL_CONSOLES, "queue")

    def _tell(self, name: ConversationId, before: Line | None, now: Line | None) -> None:
        holders = {line.counsellor for line in (before, now) if line is not None and line.counsellor is not None}
        for counsellor in holders:
            self._fanout.publish(console_of(counsellor), "chat", name)
        if before is None or now is None or before.counsellor != now.counsellor:
            self._fanout.publish(name, "standing")
        if now is not None and before is not None and now.last_seq == before.last_seq:
            self._fanout.publish(name, "seen")
        else:
            self._fanout.publish(name, "news", "" if now is None else now.last_seq)


def _waiting(board: Board) -> dict[ConversationId, tuple[bool, bool, int]]:
    return {name: line.order for name, line in board.lines.items() if line.counsellor is None}


def _holders(board: Board) -> dict[ConversationId, CounsellorId | None]:
    return {name: line.counsellor for name, line in board.lines.items()}
