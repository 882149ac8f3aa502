"""What a conversation remembers of safety; it holds no words of the person."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from bot.conversation.danger.moves import State
from understanding.danger_disowned import DISOWNED, MYSELF
from understanding.danger_text import HARM, WISH
from understanding.reading import Danger


@dataclass(frozen=True, kw_only=True)
class SafetyState:
    """How safe a conversation is, what was said about it, and what was told that is known from then on."""

    state: State = State.CALM
    kind: str = ""
    about: str = "self"
    means: str = ""
    said: Mapping[str, int] = field(default_factory=dict)
    """How often each rung was said in the conversation."""
    last: str = ""
    """The rung said last."""
    turns: int = 0
    """Turns in a row without a sign, in which nothing was said about danger first."""
    told: tuple[str, ...] = ()
    """What was told in danger, by name (see understanding/danger_told.py)."""

    def as_json(self) -> dict[str, Any]:
        """Return the state as JSON."""
        return {
            "state": self.state.value,
            "kind": self.kind,
            "about": self.about,
            "means": self.means,
            "said": dict(self.said),
            "last": self.last,
            "turns": self.turns,
            "told": list(self.told),
        }

    def corrected(self, danger: Danger) -> "SafetyState":
        """Return the state after a correction: calm where nothing of the kind was meant, about the person where it was taken for somebody else.

        Who told of their own wish to die, or to hurt themselves, and takes it back, is not left at once; once it eased, they are believed.
        """
        if MYSELF in danger.told:
            return replace(self, about="self")
        if self.state is State.DOUBT:  # it was only asked about, and this is the answer
            return self
        is_own = self.state is State.DANGER and self.about == "self" and self.kind in (WISH, HARM)
        return SafetyState(said=self.said) if DISOWNED in danger.told and not is_own else self

    def comes_back(self, danger: Danger) -> bool:
        """Tell whether the wish to die, or to hurt oneself, comes back a moment after it eased: nobody is asked again what they told."""
        is_own = danger.about == self.about == "self" and danger.kind == self.kind
        return self.state is State.EASED and is_own and danger.kind in (WISH, HARM)


def safety_of(read: object) -> SafetyState:
    """Return the state in JSON; calm where it is missing or malformed."""
    try:
        fields = dict(read)  # type: ignore[call-overload]
        return SafetyState(
            state=State(fields["state"]),
            kind=str(fields["kind"]),
            about=str(fields["about"]),
            means=str(fields["means"]),
            said={str(key): int(count) for key, count in fields["said"].items()},
            last=str(fields["last"]),
            turns=int(fields["turns"]),
            told=tuple(str(name) for name in fields.get("told") or ()),
        )
    except (KeyError, TypeError, ValueError, AttributeError):
        return SafetyState()
