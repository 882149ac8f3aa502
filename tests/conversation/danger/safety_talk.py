"""Dangers, circumstances and walks through them, shared by the tests of safety."""

from datetime import UTC, datetime
from itertools import product

from hypothesis import strategies as st

from bot.conversation.danger.safety import Circumstances, Response, respond
from bot.conversation.danger.state import SafetyState
from understanding.reading import CLEAR, DOUBT, Danger

WISH, HARM, VIOLENCE = "crisis_suicide", "crisis_self_harm", "immediate_danger"
NOTHING, PASSED = Danger(), Danger(passed=True)
CLEARS = [
    Danger(level=CLEAR, kind=kind, about=about, means=means)
    for kind, about, means in product((WISH, HARM, VIOLENCE), ("self", "other"), ("", "pills", "edge", "attacker", "partner", "meeting"))
]  # fmt: skip
DOUBTS_READ = [
    Danger(level=DOUBT, kind=kind, about=about) for kind, about in product((WISH, HARM, VIOLENCE), ("self", "other"))
]
DANGERS = st.sampled_from([*CLEARS, *DOUBTS_READ, NOTHING, PASSED])
GIVEN = st.builds(
    Circumstances,
    can_phone=st.booleans(),
    role=st.sampled_from(["", "self", "friend", "parent", "teacher", "partner"]),
    at=st.sampled_from([None, datetime(2026, 11, 29, 9, tzinfo=UTC), datetime(2026, 11, 29, 17, tzinfo=UTC)]),
    on_screen=st.sampled_from([(), ("call:everything", "call:summary"), ("topic:help_menu",)]),
)
WALKS = st.lists(st.tuples(DANGERS, st.booleans(), GIVEN), max_size=30)


def wish(**changes: str) -> Danger:
    return Danger(**{"level": CLEAR, "kind": WISH, **changes})  # type: ignore[arg-type]


class Talk:
    """A conversation as the state machine sees it."""

    def __init__(self) -> None:
        self.state = SafetyState()
        self.heard: list[str] = []

    def hears(self, danger: Danger, *, asks: bool = False, **circumstances: object) -> Response:
        found = respond(self.state, danger, asks=asks, circumstances=Circumstances(**circumstances))  # type: ignore[arg-type]
        self.state = found.state
        self.heard += [*found.first, *found.after]
        return found
