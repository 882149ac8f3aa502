"""Reads contacts, links, platforms and where they were read, from their YAML files."""

from collections.abc import Callable, Mapping
from datetime import date, time, timedelta
from typing import Any

import holidays

from bot.guidance.facts import NEEDS, Contact, Link, Mark, Platform, Source, Texts
from bot.guidance.service_hours import ServiceHours, Slot
from bot.japan import WEEKDAYS
from bot.language import Language

_DAYS: Mapping[str, frozenset[str]] = {
    "daily": frozenset(WEEKDAYS),
    "weekdays": frozenset(WEEKDAYS[:5]),
    "mon-sat": frozenset(WEEKDAYS[:6]),
    "saturdays": frozenset(WEEKDAYS[5:6]),
}
"""Days of a line such as `weekdays 08:30-17:15`. Only `daily` counts on public holidays and at the end of the year."""

Sources = Mapping[str, Source]


def source_of(key: str, fields: Mapping[str, Any], _file: Mapping[str, Any]) -> Source:
    """Return a source as written."""
    return Source(id=key, where=str(fields["where"]), dated=str(fields.get("dated") or ""))


def contact_of(sources: Sources) -> Callable[[str, Mapping[str, Any], Mapping[str, Any]], Contact]:
    """Return what makes a contact of its fields."""

    def contact(key: str, fields: Mapping[str, Any], file: Mapping[str, Any]) -> Contact:
        reach: dict[str, Any] = {name: str(fields.get(name) or "") for name in ("phone", "mail")}
        lists: dict[str, Any] = {name: tuple(fields.get(name) or ()) for name in ("also", "beside", "phone_speaks")}
        return Contact(
            **_fact(key, fields, file, sources),
            hours=texts_of(fields.get("hours")),
            chat=_chat(fields.get("chat")),
            times=_times(fields),
            **reach,
            **lists,
        )

    return contact


def link_of(sources: Sources) -> Callable[[str, Mapping[str, Any], Mapping[str, Any]], Link]:
    """Return what makes a link of its fields; ValueError where a form asks for what nobody has words for."""

    def link(key: str, fields: Mapping[str, Any], file: Mapping[str, Any]) -> Link:
        needs = tuple(str(name) for name in fields.get("needs") or ())
        if unknown := sorted(set(needs) - set(NEEDS)):
            raise ValueError(f"needs: unknown {', '.join(unknown)}")
        return Link(**_fact(key, fields, file, sources), needs=needs)

    return link


def platform_of(key: str, fields: Mapping[str, Any], _file: Mapping[str, Any]) -> Platform:
    """Return a platform as written."""
    return Platform(
        key=key,
        name=texts_of(fields["name"]),
        names=tuple(str(name) for name in (*fields.get("names", ()), *fields.get("short_names", ()))),
        links=tuple(fields.get("links") or ()),
        minor_links=tuple(fields.get("minor_links") or ()),
    )


def texts_of(texts: Any) -> Texts:
    """Return a text in each language, `` where there is none."""
    return {language: str((texts or {}).get(language.value, "")) for language in Language}


def _fact(key: str, fields: Mapping[str, Any], file: Mapping[str, Any], sources: Sources) -> dict[str, Any]:
    source = str(fields["source"])
    return {
        "key": key,
        "name": texts_of(fields["name"]),
        "note": texts_of(fields.get("note")),
        "speaks": tuple(fields.get("speaks") or ()),
        "source": source,
        "mark": Mark(fields["mark"]),
        "verified": _day(fields["verified"]),
        "renew_after": timedelta(days=int(file["renew_after_days"])),
        "url": str(fields.get("url") or ""),
        "english_url": str(fields.get("english_url") or ""),
        "compiled": _day(file["compiled"]),
        "dated": max((sources[id_].dated for id_ in source.split(", ") if id_ in sources), default=""),
        "is_plain": bool(fields.get("plain")),
    }


def _day(day: Any) -> date:
    return day if isinstance(day, date) else date.fromisoformat(day)


def _chat(hours: object) -> tuple[time, time] | None:
    """Return the hours of a chat as written, `17:00-21:00`; `00:00-24:00` is round the clock."""
    return _span(str(hours)) if hours else None


def _span(hours: str) -> tuple[time, time]:
    opens, closes = hours.replace("24:00", "00:00").split("-")
    return time.fromisoformat(opens), time.fromisoformat(closes)


def _times(fields: Mapping[str, Any]) -> ServiceHours | None:
    """Return when a service can be called: `open` is a list of `DAYS HH:MM-HH:MM`, `closed` one of `MM-DD/MM-DD`."""
    if not fields.get("open"):
        return None
    in_japan = holidays.country_holidays("JP")
    return ServiceHours(
        slots=tuple(_slot(str(line)) for line in fields["open"]),
        closed=tuple(_closed(str(line)) for line in fields.get("closed") or ()),
        is_holiday=lambda day: day in in_japan,
    )


def _slot(line: str) -> Slot:
    days, _, hours = line.partition(" ")
    opens, closes = _span(hours)
    return Slot(days=_DAYS[days], opens=opens, closes=closes, on_holidays=days == "daily")


def _closed(line: str) -> tuple[tuple[int, int], tuple[int, int]]:
    first, last = (tuple(int(part) for part in day.split("-")) for day in line.split("/"))
    return (first[0], first[1]), (last[0], last[1])
