"""What is asked in doubt, said after relief, and left unsaid in danger, as tables to be reviewed line by line; keys only, never words."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from bot.conversation.danger.ladders import DANGER_RUNGS, EASED_AGAIN, LADDERS
from understanding.danger_home import PARTNER
from understanding.danger_missing import OUT_OF_REACH
from understanding.danger_partner import DISTANT
from understanding.danger_text import HARM, HOME, VIOLENCE
from understanding.danger_told import ACCOMPANIED, COMING, PANIC, PUT_AWAY, STOPPED

LINES = "crisis.partner.lines"
"""Who listens to somebody whose partner is violent, and asks nothing."""

DENIED = "eased.denied"
"""What answers an honest no."""

DOUBTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "wish": ("doubt.ask", "doubt.ask.again"),
        "harm": ("doubt.harm", "doubt.ask.again"),
        "violence": ("doubt.safe", "doubt.safe.again"),
        PARTNER: ("doubt.safe", "doubt.safe.again", LINES),
        "home": ("doubt.home",),
        "other": ("doubt.other", "doubt.other.again"),
        OUT_OF_REACH: ("doubt.other.again", "crisis.other.far"),
    }
)
"""The direct question of each kind, and the second and last way to ask it; what parents will do is asked about once."""

STAYS_IN_DOUBT = ("doubt.stay", "doubt.stay.again")
"""Said instead of what is forbidden while there is doubt."""

EASED_BRIEFLY, EASED_AT_LENGTH = "eased.briefly", (EASED_AGAIN, "eased.other", DENIED)
"""What is said beside an answer to something else, in place of words that lead back to what was asked."""
EASED_STAYS = ("eased.here", "eased.still", "eased.quiet", "eased.small")
"""Said after relief to who has nothing to ask yet: first the person, then at most an offer to go on. The last two may come again."""

EASED_STAYS_OTHER = ("eased.other.next",)
"""Said before them where the danger was somebody else's."""

EASES: Mapping[str, str] = MappingProxyType(
    {PUT_AWAY: "eased.put_away", STOPPED: "eased.harm", COMING: "eased.coming", ACCOMPANIED: "eased.with"}
)
"""How relief is answered by what was told of it, after despair."""

PANIC_EASES = "eased.panic"
IF_THEY_COME = "eased.if_back"
PARTING_CHECK = "doubt.parting"
PARTINGS = ("eased.parting", "eased.parting.again")
"""Who leaves after danger or doubt: one gentle check at most, then a goodbye with one way back."""

CHECK_LATER, CHECK_OTHER = "crisis.check_later", "crisis.other.ask"

ASKS: Mapping[str, str] = MappingProxyType(
    {
        "doubt.ask": "wish",
        "doubt.ask.again": "wish",
        "doubt.harm": "harm",
        "doubt.safe": "safe",
        "doubt.safe.again": "safe",
        "doubt.home": "home",
        PARTING_CHECK: "still_safe",
        "doubt.other": "other_safe",
        "doubt.other.again": "other_safe",
        "crisis.suicide.ask": "at_hand",
        "crisis.immediate.ask": "still_there",
        "crisis.partner.ask": "still_there",
        "crisis.other.ask": "other_safe",
        CHECK_LATER: "still_safe",
        "distress.checkin": "wish",
    }
)
"""What a plain yes or no answers after each entry: see understanding.danger_answers."""

FORBIDDEN = (
    "abusive",
    "affirm.open",
    "chitchat",
    "delete.",
    "deny.open",
    "goodbye",
    "greet",
    "leaving.",
    "menu",
    "out_of_scope",
    "step.end",
    "thanks",
    "unclear",
)
"""The beginnings of entries that are not said while doubt or danger lasts."""

FORBIDDEN_IN_DANGER = (*FORBIDDEN, "ask.", "heard.more")
"""In danger the form can wait too: how old, where, who; and "I understand" alone is no answer."""

PLAN = ("heard.deepfake", "heard.helping", "heard.minor", "heard.more", "heard.takedown", "heard.threat", "step.")
"""The way to help with the image: in danger, and after it, only for who asks for it."""

FORBIDDEN_WHEN_EASED = (
    *PLAN, "again", "affirm.open", "ask.", "chitchat", "deny.open", "greet", "here", "menu", "noise", "out_of_scope", "thanks", "unclear",
)  # fmt: skip
"""After relief the form and the plan wait until the person goes on by themselves; and nobody is told that they were not understood."""

SAFETY_ENTRIES = frozenset(
    {
        *DANGER_RUNGS,
        *(key for keys in DOUBTS.values() for key in keys),
        *STAYS_IN_DOUBT,
        *(ladder.eases for ladder in LADDERS.values()),
        DENIED,
        EASED_AGAIN,
        EASED_BRIEFLY,
        *EASED_STAYS,
        *EASED_STAYS_OTHER,
        *EASES.values(),
        PANIC_EASES,
        IF_THEY_COME,
        PARTING_CHECK,
        *PARTINGS,
        "crisis.other.going",
        CHECK_LATER,
    }
)
"""Every entry that is said about safety."""


def doubt_name(*, kind: str, about: str, means: str = "") -> str:
    """Return which direct question fits a doubt."""
    if means == HOME and about != "other":
        return HOME
    if about == "other":
        return OUT_OF_REACH if means == OUT_OF_REACH else "other"
    if kind == VIOLENCE and means == PARTNER:
        return PARTNER
    return {HARM: "harm", VIOLENCE: "violence"}.get(kind, "wish")


def eases_of(ladder: str, *, kind: str, told: Sequence[str]) -> tuple[str, ...]:
    """Return how relief is answered: by what was told of it, else by what the danger was."""
    if kind == PANIC:
        return (PANIC_EASES,)
    own = LADDERS[ladder].eases
    if DISTANT in told and ladder == PARTNER:  # they come back: who can plan with the person comes first
        return (LINES, own)
    by_told = next((key for name, key in EASES.items() if name in told), "")
    return (by_told, own) if by_told and own == "crisis.safe_now" else (own,)
