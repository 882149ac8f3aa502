"""Stores Rasa's state of a conversation without words, with a size limit and an expiry.

It stores the slots and the last events without text (which intent, which action) of each conversation. Rules need no more to
predict, so turn 200 takes as long as turn 5, and the store shows nobody what a person wrote.
"""

import json
import os
import time
from pathlib import Path
from typing import Any, Dict, Iterable, List, Optional

import sqlalchemy as sa
from rasa.core.brokers.broker import EventBroker
from rasa.core.tracker_store import TrackerStore
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, Restarted, SlotSet, UserUttered
from rasa.shared.core.trackers import DialogueStateTracker

KEPT_EVENTS = 12
_metadata = sa.MetaData()
_trackers = sa.Table(
    "trackers",
    _metadata,
    sa.Column("conversation", sa.String(64), primary_key=True),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("expires_at", sa.Float, nullable=False, index=True),
)


class WordlessTrackerStore(TrackerStore):
    """Stores slots and events without text in one SQL table; deletes them on `/restart` and when they expire."""

    def __init__(
        self,
        domain: Optional[Domain],
        event_broker: Optional[EventBroker] = None,
        host: Optional[str] = None,
        hours: float = 24.0,
        **kwargs: Any,
    ) -> None:
        """Open the database; `RASA_TRACKER_URL` and `RASA_TRACKER_HOURS` override endpoints.yml."""
        super().__init__(domain, event_broker, **kwargs)
        url = os.environ.get("RASA_TRACKER_URL") or host or "sqlite://"
        self._seconds = float(os.environ.get("RASA_TRACKER_HOURS") or hours) * 3600
        self._engine = sa.create_engine(url, future=True)
        if url.startswith("sqlite"):
            _keep_private(self._engine.url.database)
            sa.event.listen(self._engine, "connect", _tidy_sqlite)
        _metadata.create_all(self._engine)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Replace the stored state of the conversation, or delete it if the turn was a restart."""
        with self._engine.begin() as database:
            gone = (_trackers.c.expires_at < time.time()) | (_trackers.c.conversation == tracker.sender_id)
            database.execute(_trackers.delete().where(gone))
            if not any(isinstance(event, Restarted) for event in tracker.events):
                row = {"conversation": tracker.sender_id, "state": json.dumps(_state(tracker))}
                database.execute(_trackers.insert().values(**row, expires_at=time.time() + self._seconds))

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:
        """Return the tracker that rules need, None if the conversation is unknown or has expired."""
        alive = (_trackers.c.conversation == sender_id) & (_trackers.c.expires_at >= time.time())
        with self._engine.connect() as database:
            state = database.execute(sa.select(_trackers.c.state).where(alive)).scalar()
        if state is None:
            return None
        tracker = self.init_tracker(sender_id)
        for event in _events(json.loads(state)):
            tracker.update(event, self.domain)
        return tracker

    async def keys(self) -> Iterable[str]:
        """Return the ids of the stored conversations."""
        with self._engine.connect() as database:
            return list(database.execute(sa.select(_trackers.c.conversation)).scalars())


def _keep_private(file: Optional[str]) -> None:
    """Let nobody but this account read the file; SQLite gives what lies beside it the same mode."""
    if file and file != ":memory:":
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        for part in (Path(file), Path(f"{file}-wal"), Path(f"{file}-shm")):
            if part.exists():
                part.chmod(0o600)


def _tidy_sqlite(connection: Any, _record: Any) -> None:
    """Let readers work during a write, and overwrite deleted data."""
    for setting in ("journal_mode=WAL", "synchronous=NORMAL", "secure_delete=ON", "busy_timeout=5000"):
        connection.execute(f"PRAGMA {setting}")


def _state(tracker: DialogueStateTracker) -> Dict[str, Any]:
    initial = {slot.name: slot.initial_value for slot in tracker.slots.values()}
    slots = {name: value for name, value in tracker.current_slot_values().items() if value != initial.get(name)}
    slots.pop("session_started_metadata", None)
    return {"slots": slots, "loop": tracker.active_loop_name, "events": _wordless(tracker.events)[-KEPT_EVENTS:]}


def _wordless(events: Iterable[Event]) -> List[List[str]]:
    kept = []
    for event in events:
        if isinstance(event, UserUttered):
            kept.append(["intent", event.intent_name or ""])
        elif isinstance(event, ActionExecuted) and event.action_name:
            kept.append(["action", event.action_name])
    return kept


def _events(state: Dict[str, Any]) -> List[Event]:
    events: List[Event] = [SlotSet(name, value) for name, value in state["slots"].items()]
    if state["loop"]:
        events.append(ActiveLoop(state["loop"]))
    if not state["events"] or state["events"][0][0] == "intent":
        events.append(ActionExecuted(ACTION_LISTEN_NAME))
    for kind, name in state["events"]:
        events.append(
            UserUttered(intent={"name": name, "confidence": 1.0}) if kind == "intent" else ActionExecuted(name)
        )
    return events
