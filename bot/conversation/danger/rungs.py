"""What is said while somebody may be in danger, rung by rung, as tables to be reviewed line by line; keys only, never words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from types import MappingProxyType

from bot.japan import TOKYO
from understanding.danger_missing import OUT_OF_REACH
from understanding.danger_subject import SUPPORTERS
from understanding.danger_text import HARM, HOME, VIOLENCE, WISH
from understanding.danger_told import ACCOMPANIED, COMING, PUT_AWAY, STOPPED


@dataclass(frozen=True, kw_only=True)
class Ladder:
    """What is said in turn: the first words (one of them is enough), then each rung once, then short ones that may come again."""

    first: tuple[str, ...]
    rungs: tuple[str, ...]
    short: tuple[str, ...]
    text: tuple[str, ...] = ()
    """For somebody who cannot phone: by day, and in the evening."""
    eases: str = "crisis.safe_now"


_STAY = ("crisis.stay.someone", "crisis.stay.words", "crisis.stay.wait", "crisis.stay.body")
_STAY_SHORT = ("crisis.stay.here", "crisis.stay.minute", "crisis.stay.light")
_AWAY_SHORT = ("crisis.immediate.here", "crisis.immediate.again")
_OTHER = ("crisis.other.words", "crisis.other.means", "crisis.other.share", "crisis.other.far", "crisis.other.you")
_OTHER_SHORT = ("crisis.other.here", "crisis.other.again")
_TELL_FIRST = ("crisis.immediate.ask", "crisis.immediate.tell", "crisis.immediate.go", "crisis.immediate.stay")
_AWAY = ("crisis.immediate.show", "crisis.immediate.go", "crisis.immediate.tell", "crisis.immediate.stay")
_TEXT = ("crisis.text", "crisis.text.evening")
_SILENT, _OTHER_SILENT = ("crisis.immediate.silent",) * 2, ("crisis.other.silent",) * 2

WHOSE = "crisis.suicide.whose"
"""Said to who stands by somebody and writes of a wish to die, where the words do not tell whose it is."""

MEANS: Mapping[str, str] = MappingProxyType(
    {name: f"crisis.means.{name}" for name in ("pills", "edge", "rope", "blade", "tracks")}
)
"""What to do this minute for the means that were named."""

UNSAID = "unsaid"
"""In the place of means: "I am not safe" was pressed, and of what is not known."""

DENIED, EASED_AGAIN = "eased.denied", "eased.again"
"""What answers an honest no, and relief that is told a second time."""

LADDERS: Mapping[str, Ladder] = MappingProxyType(
    {
        "wish": Ladder(
            first=("crisis.suicide", WHOSE, *MEANS.values(), "crisis.self_harm"),
            rungs=("crisis.suicide.ask", "crisis.suicide.again", *_STAY),
            short=_STAY_SHORT,
            text=_TEXT,
        ),
        "harm": Ladder(
            first=("crisis.self_harm", *MEANS.values()),
            rungs=("crisis.self_harm.care", "crisis.suicide.ask", *_STAY),
            short=_STAY_SHORT,
            text=_TEXT,
        ),
        "hurt": Ladder(
            first=("crisis.hurt",),
            rungs=("crisis.hurt.wait", "crisis.suicide.again", *_STAY),
            short=_STAY_SHORT,
            text=("crisis.hurt.silent",) * 2,
            eases="eased.hurt",
        ),
        "violence": Ladder(
            first=("crisis.immediate", "crisis.not_safe"),
            rungs=("crisis.immediate.ask", *_AWAY),
            short=_AWAY_SHORT,
            text=_SILENT,
            eases="eased.violence",
        ),
        "meeting": Ladder(
            first=("crisis.meeting",),
            rungs=_TELL_FIRST,
            short=_AWAY_SHORT,
            text=_SILENT,
            eases="eased.violence",
        ),
        "home": Ladder(
            first=("crisis.home",),
            rungs=_TELL_FIRST,
            short=_AWAY_SHORT,
            text=_SILENT,
            eases=EASED_AGAIN,
        ),
        "partner": Ladder(
            first=("crisis.partner",),
            rungs=("crisis.partner.ask", "crisis.partner.out", "crisis.partner.tell", "crisis.partner.lines"),
            short=_AWAY_SHORT,
            text=("crisis.partner.text", "crisis.partner.text"),
            eases="eased.violence",
        ),
        "other.wish": Ladder(
            first=("crisis.other", "crisis.other.parent", "crisis.other.teacher", "crisis.other.maker"),
            rungs=("crisis.other.ask", *_OTHER),
            short=_OTHER_SHORT,
            text=_OTHER_SILENT,
            eases="eased.other",
        ),
        "other.missing": Ladder(
            first=("crisis.other", "crisis.other.teacher", "crisis.other.maker"),
            rungs=("crisis.other.far", "crisis.other.share", "crisis.other.you", "crisis.other.words"),
            short=("crisis.other.again", "crisis.other.silent"),
            text=_OTHER_SILENT,
            eases="eased.other",
        ),
        "other.harm": Ladder(
            first=("crisis.other.harm",),
            rungs=("crisis.other.ask", *_OTHER),
            short=_OTHER_SHORT,
            text=_OTHER_SILENT,
            eases="eased.other",
        ),
        "other.hurt": Ladder(
            first=("crisis.other.hurt",),
            rungs=("crisis.other.hurt.wait", "crisis.other.share", "crisis.other.far", "crisis.other.you"),
            short=_OTHER_SHORT,
            text=_OTHER_SILENT,
            eases="eased.other",
        ),
        "other.violence": Ladder(
            first=("crisis.other.violence",),
            rungs=("crisis.other.violence.how", "crisis.other.ask", "crisis.other.far", "crisis.other.you"),
            short=_OTHER_SHORT,
            text=_OTHER_SILENT,
            eases="eased.other",
        ),
    }
)

DOUBTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "wish": ("doubt.ask", "doubt.ask.again"),
        "harm": ("doubt.harm", "doubt.ask.again"),
        "violence": ("doubt.safe", "doubt.safe.again"),
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

EVENING = (time(17), time(21))
"""When Cure Time's chat is open, in Japan's time, as on its card: then it comes first."""

_WAYS: Mapping[str, str] = MappingProxyType(
    {"partner": "partner", "meeting": "meeting", HOME: "home", "pills": "hurt", "blade": "hurt"}
)
_ROLES: Mapping[str, str] = MappingProxyType(
    {
        "parent": "crisis.other.parent",
        "maker_parent": "crisis.other.parent",
        "teacher": "crisis.other.teacher",
        "maker": "crisis.other.maker",
    }
)

DANGER_RUNGS = frozenset(
    key for ladder in LADDERS.values() for key in (*ladder.first, *ladder.rungs, *ladder.short, *ladder.text)
)
"""Every entry that is said while danger lasts."""

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


def ladder_name(*, kind: str, about: str, means: str) -> str:
    """Return the ladder of a danger."""
    name = {WISH: "wish", HARM: "harm"}.get(kind) or _WAYS.get(means, "violence")
    if about != "other":
        return name
    if name == "wish" and means == OUT_OF_REACH:
        return f"other.{OUT_OF_REACH}"
    return f"other.{name}" if f"other.{name}" in LADDERS else "other.violence"


def doubt_name(*, kind: str, about: str, means: str = "") -> str:
    """Return which direct question fits a doubt."""
    if means == HOME and about != "other":
        return HOME
    if about == "other":
        return OUT_OF_REACH if means == OUT_OF_REACH else "other"
    return {HARM: "harm", VIOLENCE: "violence"}.get(kind, "wish")


def first_words(name: str, *, means: str, role: str) -> str:
    """Return the first words of a ladder: for the means that were named, for the role of a helper."""
    first = LADDERS[name].first
    fitting = MEANS.get(means, "") if name in ("wish", "harm") else _ROLES.get(role, "")
    fitting = "crisis.not_safe" if means == UNSAID else fitting
    if name == "wish" and not fitting and role in SUPPORTERS:
        fitting = WHOSE
    return fitting if fitting in first else first[0]


def text_rung(name: str, *, at: datetime | None) -> str:
    """Return what is said to somebody who cannot phone, the services that are open first; `` where the ladder has none."""
    by_text = LADDERS[name].text
    if not by_text:
        return ""
    is_evening = at is not None and EVENING[0] <= at.astimezone(TOKYO).time() < EVENING[1]
    return by_text[1] if is_evening else by_text[0]
