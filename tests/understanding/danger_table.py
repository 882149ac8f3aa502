"""How the sentences about danger are written down: what is expected, what they were said into, and the sentences."""

from understanding.context import Context
from understanding.danger import read_danger

KINDS = {"wish": "crisis_suicide", "harm": "crisis_self_harm", "now": "immediate_danger"}

CONTEXTS = {
    "": Context(),
    "doubt": Context(safety="doubt", asked="wish", topic="emotional_distress"),
    "doubt, nothing asked": Context(safety="doubt", topic="report_deepfake"),
    "danger": Context(safety="danger", topic="crisis_suicide", said=("crisis.suicide",)),
    "danger now": Context(safety="danger", topic="immediate_danger", said=("crisis.immediate",)),
    "eased": Context(safety="eased", topic="report_deepfake", said=("crisis.suicide", "crisis.safe_now")),
    "wish": Context(asked="wish", topic="emotional_distress"),
    "at hand": Context(asked="at_hand", safety="danger", topic="crisis_suicide"),
    "safe": Context(asked="safe"),
    "still safe": Context(asked="still_safe", safety="danger"),
    "still there": Context(asked="still_there", safety="danger"),
    "other safe": Context(asked="other_safe", safety="doubt", known={"role": "friend"}),
    "distress": Context(topic="emotional_distress", said=("heard.distress", "distress.listen")),
    "platform": Context(asked="platform", topic="report_deepfake"),
    "takedown": Context(topic="takedown_how", said=("takedown",)),
    "threat": Context(topic="threatened_extortion", said=("heard.threat",)),
    "friend": Context(topic="helping_someone", known={"role": "friend"}),
    "parent": Context(topic="helping_someone", known={"role": "parent"}),
    "teacher": Context(topic="helping_someone", known={"role": "teacher"}),
    "friend in danger": Context(safety="danger", known={"role": "friend"}),
    "parent in danger": Context(safety="danger", known={"role": "parent"}),
}
"""What a message can be said into, by a short name."""


def read_as(text: str, *, said_into: str) -> str:
    """Return how a sentence is read: `clear wish`, `clear wish other`, `doubt`, `none` or `passed`."""
    found = read_danger(text, context=CONTEXTS[said_into])
    if found.level == "clear":
        kind = next(name for name, kind in KINDS.items() if kind == found.kind)
        return f"clear {kind}" + (" other" if found.about == "other" else "")
    return "passed" if found.passed else found.level
