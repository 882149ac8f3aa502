"""What is known in danger changes what is said: nothing known is asked or advised, and nobody is told to phone who cannot."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from understanding.danger_partner import BEFORE, DISTANT, HISTORY, LEAVING, NEARING, OUT
from understanding.danger_text import VIOLENCE, WISH
from understanding.danger_told import (
    ABSENT,
    ACCOMPANIED,
    ALONE,
    AWAY,
    COMING,
    FAR,
    FOUND,
    HIDDEN,
    PUT_AWAY,
    STOPPED,
    UNREACHED,
)
from understanding.reading import CLEAR, DOUBT, NONE, Danger

NEAR = "near"
"""What is known of whoever attacks once they are told of a second time."""

IN_REACH = "in_reach"
"""What is known once a means was named that is at hand: nobody is asked whether there is one."""

_GONE, _IN_MINUTES = (DISTANT, OUT), (NEARING, LEAVING)
"""Whoever is feared is not there; or there is no time to plan anything."""

SETTLED: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "crisis.means.pills": frozenset({PUT_AWAY}),
        "crisis.means.blade": frozenset({PUT_AWAY}),
        "crisis.means.rope": frozenset({PUT_AWAY}),
        "crisis.suicide.ask": frozenset({PUT_AWAY, IN_REACH}),
        "crisis.self_harm.care": frozenset({PUT_AWAY, STOPPED}),
        "crisis.stay.someone": frozenset({ACCOMPANIED, COMING}),
        "crisis.stay.minute": frozenset({ACCOMPANIED, COMING}),
        "crisis.hurt.wait": frozenset({ACCOMPANIED}),
        "crisis.immediate.ask": frozenset({ABSENT, AWAY, NEAR}),
        "crisis.immediate.go": frozenset({AWAY}),
        "crisis.immediate.tell": frozenset({ACCOMPANIED, COMING}),
        "crisis.immediate.again": frozenset({AWAY}),
        "crisis.partner.ask": frozenset({ABSENT, AWAY, NEAR, *_GONE, *_IN_MINUTES}),
        "crisis.partner.out": frozenset({AWAY, *_IN_MINUTES}),
        "crisis.partner.tell": frozenset({ACCOMPANIED, COMING, AWAY, *_IN_MINUTES}),
        "crisis.partner.lines": frozenset(_IN_MINUTES),
        "crisis.other.parent": frozenset({FAR}),
        "crisis.other.ask": frozenset({ACCOMPANIED, COMING, FOUND, FAR, UNREACHED}),
        "crisis.other.far": frozenset({ACCOMPANIED, FOUND}),
        "crisis.other.means": frozenset({PUT_AWAY, FAR}),
        "crisis.other.here": frozenset({FAR}),
        "crisis.other.share": frozenset({COMING, ACCOMPANIED}),
        "crisis.other.again": frozenset({COMING, ACCOMPANIED}),
        "doubt.safe": frozenset({AWAY, HIDDEN, DISTANT}),
        "doubt.safe.again": frozenset({AWAY, HIDDEN, *_GONE}),
        "crisis.check_later": frozenset({DISTANT}),
        "doubt.other": frozenset({ACCOMPANIED, FOUND}),
        "doubt.other.again": frozenset({ACCOMPANIED, FOUND, COMING}),
    }
)
"""What each entry asks for or advises: it is not said where one of these was told."""

NEEDS_A_PHONE = ("crisis.stay.words",)
"""Help with a call: not for somebody who cannot phone."""

WITHOUT_VOICE: Mapping[str, str] = MappingProxyType(
    {"crisis.immediate": "crisis.immediate.silent", "crisis.immediate.show": "crisis.immediate.silent"}
)
"""What is said in place of instructions to phone."""

_CARRIED = ("pills", "rope", "blade")

FITTING: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "partner": {LEAVING: "crisis.partner.go", NEARING: "crisis.partner.coming"},
        "other": {COMING: "crisis.other.going", FAR: "crisis.other.far", UNREACHED: "crisis.other.far"},
    }
)
"""What fits something that was just told, and comes before the next rung."""

ENDED: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        ALONE: (ACCOMPANIED, COMING),
        PUT_AWAY: (IN_REACH,),
        NEARING: (DISTANT, OUT, LEAVING),
        LEAVING: (NEARING,),
        NEAR: (DISTANT, OUT),
        DISTANT: (NEARING, LEAVING),
        AWAY: (NEARING, LEAVING),
    }
)
"""What is not true any more once something else is told."""


def told_of(danger: Danger, *, lasts: bool) -> tuple[str, ...]:
    """Return what a danger tells: a means that was named is in reach, and where violence goes on being told, whoever attacks is near."""
    is_own = danger.level == CLEAR and danger.about == "self"
    is_near = lasts and is_own and danger.kind == VIOLENCE and HISTORY not in danger.told
    is_in_reach = is_own and danger.kind == WISH and danger.means in _CARRIED
    return (*danger.told, *([NEAR] if is_near else []), *([IN_REACH] if is_in_reach else []))


def known_after(known: Sequence[str], told: Sequence[str]) -> tuple[str, ...]:
    """Return what is known after something more was told."""
    ended = {name for end in told for name in ENDED.get(end, ())}
    return tuple(sorted({*known, *told} - ended))


def is_settled(key: str, known: Sequence[str], *, can_phone: bool = True) -> bool:
    """Tell whether an entry would ask or advise what is known, or help with a call that cannot be made."""
    return bool(SETTLED.get(key, frozenset()) & {*known}) or (not can_phone and key in NEEDS_A_PHONE)


def softened(danger: Danger, known: Sequence[str], *, begins: bool) -> Danger:
    """Return violence of which only the past is told, by who is known to be gone, as a question at most; nothing new once it was talked about.

    Where nothing was talked about for a while, who was gone may be back: what could be news of today is believed as it stands.
    """
    is_old = danger.kind == VIOLENCE and danger.about == "self" and HISTORY in danger.told
    told = danger.told if begins and BEFORE not in danger.told else (*known, *danger.told)
    if not is_old or danger.level == NONE or not {*_GONE} & {*told}:
        return danger
    return replace(danger, level=DOUBT if begins else NONE)


def fitting(ladder: str, told: Sequence[str]) -> str:
    """Return the entry that fits what was just told, `` where none does."""
    table = FITTING.get(ladder.partition(".")[0], {})
    return next((table[name] for name in told if name in table), "")


def without_voice(key: str) -> str:
    """Return what is said in place of an entry to somebody who cannot phone."""
    return WITHOUT_VOICE.get(key, key)
