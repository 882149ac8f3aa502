"""What a message was said into: handed to Rasa with each message, so that the same words mean what they mean there."""

from dataclasses import dataclass, field
from typing import Any, Dict, Mapping, Tuple

MOVES = frozenset(
    {
        "affirm", "deny", "greet", "goodbye", "thanks", "chitchat", "help_menu", "change_language", "abusive_to_bot", "out_of_scope",
        "talk_to_human", "send_image_attempt", "crisis_suicide", "crisis_self_harm", "immediate_danger",
    }
)  # fmt: skip
"""Intents that say nothing about what a conversation is about: small talk, wishes, and danger, which has a state of its own."""


@dataclass(frozen=True)
class Context:
    """The state of a conversation before a message; it holds no words of the person."""

    asked: str = ""
    """The slot or question that was asked last and is still open: age_in_image, platform, state, role, file_on_device, safe, wish ..."""
    topic: str = ""
    """The intent that the conversation is about."""
    heard: str = ""
    """The intent of the last message that had one outside MOVES: what a fragment leans on."""
    safety: str = "calm"
    """calm, doubt, danger or eased."""
    unanswered: str = ""
    """The question about safety that was asked last and has no answer yet, though something else may have been asked since."""
    language: str = "ja"
    known: Mapping[str, Any] = field(default_factory=dict)
    """The facts known so far, by name (see Reading.facts)."""
    said: Tuple[str, ...] = ()
    """The entries said so far, by key, oldest first."""
    offered: Tuple[str, ...] = ()
    """The intents of needs that were named but not served yet."""

    @property
    def role(self) -> str:
        """Return whom the person speaks as, `` where it is not known."""
        return str(self.known.get("role") or "")

    @property
    def last(self) -> str:
        """Return the entry said last, `` at the beginning."""
        return self.said[-1] if self.said else ""

    def has_said(self, beginning: str) -> bool:
        """Tell whether an entry whose key begins so was said."""
        return any(key.startswith(beginning) for key in self.said)

    @property
    def last_question(self) -> str:
        """Return the question of the catalogue that was answered last, `` for none."""
        return next((key.split(".")[1] for key in reversed(self.said) if key.startswith("question.")), "")

    def as_metadata(self) -> Dict[str, Any]:
        """Return the context as JSON."""
        return {
            "asked": self.asked,
            "topic": self.topic,
            "heard": self.heard,
            "safety": self.safety,
            "unanswered": self.unanswered,
            "language": self.language,
            "known": dict(self.known),
            "said": list(self.said),
            "offered": list(self.offered),
        }


def context_of(metadata: Any) -> Context:
    """Return the context in a message's metadata; whatever is missing or malformed is left empty."""
    read = metadata if isinstance(metadata, Mapping) else {}
    known = read.get("known")
    return Context(
        asked=str(read.get("asked") or ""),
        topic=str(read.get("topic") or ""),
        heard=str(read.get("heard") or ""),
        safety=str(read.get("safety") or "calm"),
        unanswered=str(read.get("unanswered") or ""),
        language=str(read.get("language") or "ja"),
        known=dict(known) if isinstance(known, Mapping) else {},
        said=_names(read.get("said")),
        offered=_names(read.get("offered")),
    )


def _names(read: Any) -> Tuple[str, ...]:
    return tuple(str(name) for name in read) if isinstance(read, (list, tuple)) else ()
