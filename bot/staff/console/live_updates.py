"""Changes of the calls, told to the live pages that show them: every process looks for itself, none depends on another."""

from collections.abc import Awaitable, Callable
from datetime import datetime

from bot.conversation.handover.snapshot import CallState, Snapshot
from bot.conversation.model import ConversationId, CounsellorId
from bot.web.fanout import Fanout
from bot.worker import Wakeup, run_forever


def console_of(counsellor: CounsellorId) -> str:
    """Return the topic that the consoles of a counsellor listen to."""
    return f"console:{counsellor}"


ALL_CONSOLES = "consoles"
"""The topic that every console listens to."""


class Watcher:
    """Compares each snapshot of the calls with the one before, and tells whom a change concerns."""

    def __init__(self, look: Callable[[], Awaitable[Snapshot]], *, fanout: Fanout) -> None:
        """Use what takes a snapshot, and the fan-out of this process."""
        self._look = look
        self._fanout = fanout
        self._before: Snapshot | None = None

    async def forever(self, wakeup: Wakeup) -> None:
        """Look at every wake-up, and every second for what other processes did."""
        await run_forever(self.once, wakeup=wakeup, on_fault="the calls are looked at again")

    async def once(self) -> None:
        """Look once and tell what is new since the last look."""
        before, now = self._before, await self._look()
        self._before = now
        if before is None:
            return
        changed = {name for name in {*before.calls, *now.calls} if before.calls.get(name) != now.calls.get(name)}
        waiting_before, waiting = _waiting(before), _waiting(now)
        for name in changed:
            self._tell(name, before.calls.get(name), now.calls.get(name))
        if waiting_before != waiting:
            for name in waiting:
                self._fanout.publish(name, "status")
        if waiting_before != waiting or before.on_duty != now.on_duty or _holders(before) != _holders(now):
            self._fanout.publish(ALL_CONSOLES, "queue")

    def _tell(self, name: ConversationId, before: CallState | None, now: CallState | None) -> None:
        holders = {call.counsellor for call in (before, now) if call is not None and call.counsellor is not None}
        for counsellor in holders:
            self._fanout.publish(console_of(counsellor), "chat", name)
        if before is None or now is None or before.counsellor != now.counsellor:
            self._fanout.publish(name, "status")
        if now is not None and before is not None and now.last_seq == before.last_seq:
            self._fanout.publish(name, "seen")
        else:
            self._fanout.publish(name, "news", "" if now is None else now.last_seq)


def _waiting(snapshot: Snapshot) -> dict[ConversationId, tuple[bool, bool, bool, int]]:
    return {name: call.order for name, call in snapshot.calls.items() if call.counsellor is None}


def _holders(snapshot: Snapshot) -> dict[ConversationId, tuple[CounsellorId | None, datetime | None]]:
    return {name: (call.counsellor, call.help_at) for name, call in snapshot.calls.items()}
