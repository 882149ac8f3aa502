"""The rules for words and facts, the same for the command line, the editor and the tests."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from urllib.parse import urlsplit

from bot.guidance.facts import NEEDS, Mark
from bot.guidance.forbidden import forbidden_in
from bot.language import Language

MOST_CHARACTERS, MOST_WORDS = 200, 80
LONGEST_TITLE, LONGEST_FIELD = 40, 300
PLACEHOLDERS = ("platform", "keep_hours", "counsellor", "place", "title", "known")
"""The placeholders that an entry's words may contain, such as {platform}."""

SHORT = ("button.", "title.", "known.")
"""The beginnings of the keys whose words stand in half a line."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_ADDRESS = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|jp|net|info)\b|@[\w-]+\.", re.IGNORECASE)
_NUMBER = re.compile(r"[#＃]?\d[\d\-－ー]{2,}")
_MARKUP = re.compile(r"<\s*[a-z!/]|&(?:[a-z]+|#\d+);|javascript:", re.IGNORECASE)
_PHONE = re.compile(r"#?[0-9](?:[0-9-]{0,14}[0-9])?")
_MAIL = re.compile(r"[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_HOST = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
_FEWEST_DIGITS = 3
_FIRST_DAY = date(2000, 1, 1)


class Fault(StrEnum):
    """What can be wrong with a text or a field; a closed list, worded where it is shown."""

    EMPTY = "empty"
    TOO_LONG = "too_long"
    ADDRESS = "address"
    NUMBER = "number"
    UNKNOWN_PLACEHOLDER = "unknown_placeholder"
    MISSING_PLACEHOLDER = "missing_placeholder"
    MARKUP = "markup"
    INVISIBLE = "invisible"
    FORBIDDEN = "forbidden"
    PHONE = "phone"
    MAIL = "mail"
    URL = "url"
    DATE = "date"
    FUTURE_DATE = "future_date"
    CHOICE = "choice"
    HOURS = "hours"


@dataclass(frozen=True, kw_only=True)
class Finding:
    """One fault: its field (empty for the text itself), and what it is about."""

    fault: Fault
    field: str = ""
    about: str = ""


def is_short(key: str) -> bool:
    """Tell whether the words of a key have to be as short as a title: buttons, names of steps, what is known."""
    return key.startswith(SHORT)


def placeholders_in(text: str) -> list[str]:
    """Return all placeholders of a text with their braces, sorted; one that is used twice appears twice."""
    return sorted(_PLACEHOLDER.findall(text))


def placeholders_of(text: str) -> frozenset[str]:
    """Return the different placeholders of a text with their braces."""
    return frozenset(placeholders_in(text))


def faults_of_words(
    text: str, *, language: Language, needed: frozenset[str] = frozenset(), is_title: bool = False
) -> Iterator[Finding]:
    """Yield the faults of the words of an entry or, with `is_title`, of a button."""
    if not text.strip():
        yield Finding(fault=Fault.EMPTY)
        return
    yield from _faults_of_characters(text)
    if found := _ADDRESS.search(text):
        yield Finding(fault=Fault.ADDRESS, about=found[0])
    if found := _NUMBER.search(text):
        yield Finding(fault=Fault.NUMBER, about=found[0])
    placeholders = placeholders_of(text)
    for unknown in sorted(placeholders - {f"{{{name}}}" for name in PLACEHOLDERS}):
        yield Finding(fault=Fault.UNKNOWN_PLACEHOLDER, about=unknown)
    for missing in sorted(needed - placeholders):
        yield Finding(fault=Fault.MISSING_PLACEHOLDER, about=missing)
    yield from (Finding(fault=Fault.FORBIDDEN, about=phrase) for phrase in forbidden_in(text, language=language))
    yield from _faults_of_length(text, language, is_title=is_title)


def _faults_of_length(text: str, language: Language, *, is_title: bool) -> Iterator[Finding]:
    if is_title and len(text) > LONGEST_TITLE:
        yield Finding(fault=Fault.TOO_LONG, about=str(LONGEST_TITLE))
    elif language is Language.JA and len(text) > MOST_CHARACTERS:
        yield Finding(fault=Fault.TOO_LONG, about=str(MOST_CHARACTERS))
    elif language is Language.EN and len(text.split()) > MOST_WORDS:
        yield Finding(fault=Fault.TOO_LONG, about=str(MOST_WORDS))


def _faults_of_characters(text: str, *, field: str = "") -> Iterator[Finding]:
    if _MARKUP.search(text):
        yield Finding(fault=Fault.MARKUP, field=field)
    hidden = (
        character
        for character in text
        if character != "\n" and unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp")
    )
    if character := next(hidden, ""):
        yield Finding(fault=Fault.INVISIBLE, field=field, about=f"U+{ord(character):04X}")


def faults_of_fact(fields: Mapping[str, str], *, today: date) -> Iterator[Finding]:
    """Yield the faults of a contact's or a link's fields, as a form sends them (see FACT_FIELDS)."""
    for name, value in fields.items():
        yield from _faults_of_characters(value, field=name)
        if len(value) > LONGEST_FIELD:
            yield Finding(fault=Fault.TOO_LONG, field=name, about=str(LONGEST_FIELD))
    for name in ("name_ja", "name_en", "source"):
        if not fields.get(name, "").strip():
            yield Finding(fault=Fault.EMPTY, field=name)
    yield from _faults_of_reach(fields)
    if fields.get("mark", "") not in set(Mark):
        yield Finding(fault=Fault.CHOICE, field="mark")
    yield from faults_of_day(fields.get("verified", ""), field="verified", today=today)


def faults_of_platform(fields: Mapping[str, str], *, links: frozenset[str]) -> Iterator[Finding]:
    """Yield the faults of a platform's fields; `links` are the keys of all links."""
    for name, value in fields.items():
        yield from _faults_of_characters(value, field=name)
        if len(value) > LONGEST_FIELD:
            yield Finding(fault=Fault.TOO_LONG, field=name, about=str(LONGEST_FIELD))
    for name in ("name_ja", "name_en"):
        if not fields.get(name, "").strip():
            yield Finding(fault=Fault.EMPTY, field=name)
    for name in ("links", "minor_links"):
        for link in fields.get(name, "").split():
            if link not in links:
                yield Finding(fault=Fault.CHOICE, field=name, about=link)


def _faults_of_reach(fields: Mapping[str, str]) -> Iterator[Finding]:
    fits = (
        ("phone", Fault.PHONE, _is_phone),
        ("mail", Fault.MAIL, _MAIL.fullmatch),
        ("url", Fault.URL, is_address),
        ("english_url", Fault.URL, is_address),
    )
    for name, fault, is_fit in fits:
        if (value := fields.get(name, "")) and not is_fit(value):
            yield Finding(fault=fault, field=name)
    for speaks in fields.get("speaks", "").split():
        if not re.fullmatch(r"[a-z]{2,3}", speaks):
            yield Finding(fault=Fault.CHOICE, field="speaks", about=speaks)
    for needed in fields.get("needs", "").split():
        if needed not in NEEDS:
            yield Finding(fault=Fault.CHOICE, field="needs", about=needed)


def _is_phone(phone: str) -> bool:
    return bool(_PHONE.fullmatch(phone)) and sum(map(str.isdigit, phone)) >= _FEWEST_DIGITS


def faults_of_day(text: str, *, field: str, today: date) -> Iterator[Finding]:
    """Yield the faults of the day on which a fact was checked."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        yield Finding(fault=Fault.DATE, field=field)
        return
    if day > today:
        yield Finding(fault=Fault.FUTURE_DATE, field=field)
    elif day < _FIRST_DAY:
        yield Finding(fault=Fault.DATE, field=field)


def is_address(url: str) -> bool:
    """Tell whether this is an address that can be shown to people: https, with a host, without spaces or a user name."""
    try:
        address = urlsplit(url)
    except ValueError:
        return False
    plain = url.isascii() and not re.search(r"[\s\"'<>\\]", url) and "@" not in address.netloc
    return plain and address.scheme == "https" and bool(_HOST.fullmatch(address.hostname or ""))
