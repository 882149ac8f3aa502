"""What is said in danger, rung by rung, as tables to be reviewed line by line; keys only, never words."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time
from types import MappingProxyType

from bot.japan import TOKYO
from understanding.danger_course import RAGE
from understanding.danger_missing import OUT_OF_REACH
from understanding.danger_subject import SUPPORTERS
from understanding.danger_text import HARM, HOME, WISH

EASED_AGAIN = "eased.again"
"""What answers relief that is told a second time."""


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
_EDGE_SHORT = ("crisis.edge.inside", "crisis.edge.who")
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

HIGH_UP = ("edge", "tracks")
"""Means that are places: who is there is led away from it first, and is asked about nothing."""

UNSAID = "unsaid"
"""In the place of means: "I am not safe" was pressed, and of what is not known."""

LADDERS: Mapping[str, Ladder] = MappingProxyType(
    {
        "wish": Ladder(
            first=("crisis.suicide", WHOSE, *MEANS.values(), "crisis.self_harm"),
            rungs=("crisis.suicide.ask", "crisis.suicide.again", *_STAY),
            short=_STAY_SHORT,
            text=_TEXT,
        ),
        "edge": Ladder(
            first=("crisis.suicide", WHOSE, *MEANS.values()),
            rungs=("crisis.edge.inside", "crisis.edge.who", *_STAY),
            short=_EDGE_SHORT,
            text=_TEXT,
        ),
        "rage": Ladder(
            first=("crisis.rage",),
            rungs=("crisis.rage.away", "crisis.rage.use", "crisis.stay.body", "crisis.stay.someone"),
            short=("crisis.rage.away", "crisis.rage.use"),
            eases=EASED_AGAIN,
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
            first=("crisis.partner", "crisis.partner.coming", "crisis.partner.go"),
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

EVENING = (time(17), time(21))
"""When Cure Time's chat is open, in Japan's time, as on its card: then it comes first."""

_WAYS: Mapping[str, str] = MappingProxyType(
    {"partner": "partner", "meeting": "meeting", HOME: "home", RAGE: "rage", "pills": "hurt", "blade": "hurt"}
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


def ladder_name(*, kind: str, about: str, means: str) -> str:
    """Return the ladder of a danger."""
    name = {WISH: "wish", HARM: "harm"}.get(kind) or _WAYS.get(means, "violence")
    if about != "other":
        return "edge" if name == "wish" and means in HIGH_UP else name
    if name == "wish" and means == OUT_OF_REACH:
        return f"other.{OUT_OF_REACH}"
    return f"other.{name}" if f"other.{name}" in LADDERS else "other.violence"


def first_words(name: str, *, means: str, role: str) -> str:
    """Return the first words of a ladder: for the means that were named, for the role of a helper."""
    first = LADDERS[name].first
    fitting = MEANS.get(means, "") if name in ("wish", "harm", "edge") else _ROLES.get(role, "")
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
