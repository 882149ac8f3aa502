"""Finds what is written in lists: places where an image can be, roles, states, prefectures."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from understanding.normalise import normalise


class Hit(NamedTuple):
    """A value of a list that was found in a text, and where."""

    value: str
    start: int
    end: int


_LATIN = re.compile(r"[a-z0-9]")
_KATAKANA = re.compile(r"[ァ-ヶー]")
_SHORT_AFTER = r"(?=に|で|の|から|上|へ|を|が|も|と|、|や|って|は|じゃ|内|経由|アカ|垢)"
_SHORT_BEFORE = r"\b(?:on|from|via|using|through|into|both|and|mostly|mainly|probably|maybe|only|(?:reported|reporting|posted|posting|uploaded|shared|sent|report)(?: it| them| this| that| him| her)? to|(?:not|was|isn'?t|wasn'?t|called|it'?s)) "


def _pattern(names: Iterable[str]) -> "re.Pattern[str] | None":
    """Return a pattern that matches any of the names, longest first; Latin names match only as whole words."""
    parts = []
    for name in sorted({normalise(str(name)) for name in names}, key=len, reverse=True):
        left = r"(?<![a-z0-9])" if _LATIN.match(name[0]) else r"(?<![ァ-ヶー])" if _KATAKANA.match(name[0]) else ""
        right = r"(?![a-z0-9])" if _LATIN.match(name[-1]) else ""
        parts.append(left + re.escape(name) + right)
    return re.compile("|".join(parts)) if parts else None


def _short_pattern(names: Iterable[str]) -> "re.Pattern[str] | None":
    """Return a pattern for names that are also common words or letters: they count only next to a particle or `on`."""
    parts = [re.escape(normalise(str(name))) for name in names]
    if not parts:
        return None
    any_name = "(?:" + "|".join(sorted(parts, key=len, reverse=True)) + ")"
    whole = rf"(?<![a-z0-9ァ-ヶー])(?:(?<![ぁ-ん])|(?=[^ぁ-ん])|(?<=[はがもとの])|(?<=ぶん)){any_name}(?![a-z0-9])"
    return re.compile(
        rf"{_SHORT_BEFORE}{any_name}(?![a-z0-9])|{whole} ?{_SHORT_AFTER}|^(?:(?:yes|yeah|yep|ok|okay|no|um|はい|うん|えっと)[,.、。 ]+)?{any_name}(?=$|[.!?。]|,| (?:and|or|mostly|mainly|probably|i think|too|only) )|{whole}(?= (?:mostly|mainly)\b)|(?<=[と、,/&・や] ){any_name}$|(?<=[と、,/&・やはがもの]){any_name}(?=$|[?!。、])|(?:(?<=たぶん)|(?<=多分)|(?<=おそらく)){any_name}(?=$|[?!。、])"
        rf"|(?<='s ){any_name}(?=$|[.,!?])|\b(?:the|an?|my|his|her|their|our|your|some|this|that) {any_name}(?= (?:report|form|accounts?|post|posts|app|group|chat|server|dms?|friends?|user|link|thread)\b)"
        rf"|(?<![a-z0-9]){any_name}(?= (?:groups?|group ?chats?|gc|channels?|story|stories|servers?|feed)\b)|{whole}(?= (?:search|results?|images)\b)|(?<![a-z0-9]){any_name}\.com"
    )


class Tables:
    """The lists as patterns, one for each value."""

    def __init__(self, *, platforms: Mapping[str, Any], words: Mapping[str, Mapping[str, Iterable[str]]]) -> None:
        """Take `platforms` of data/guidance/platforms.yml, and data/gazetteer.yml as `words`."""
        self._services: list[tuple[str, re.Pattern[str] | None]] = []
        self._names: dict[str, str] = {}
        for key, service in platforms.items():
            names, short_names = service.get("names", []), service.get("short_names", [])
            self._services += [(key, _pattern(names)), (key, _short_pattern(short_names))]
            self._names.update({normalise(str(name)): key for name in [*names, *short_names]})
        self._lists = {
            entity: [(key, _pattern(names)) for key, names in values.items()] for entity, values in words.items()
        }

    def services(self, text: str) -> list[Hit]:
        """Return each service named in a normalised text once, in the order of the text."""
        seen: dict[str, Hit] = {}
        for hit in _search(self._services, text):
            seen.setdefault(hit.value, hit)
        return list(seen.values())

    def all_services(self, text: str) -> list[Hit]:
        """Return every place where a service is named, in the order of the text."""
        return _search(self._services, text)

    def service_named(self, name: str) -> str:
        """Return the service of which this is a whole name or short name, `` for none."""
        return self._names.get(name, "")

    def first(self, entity: str, text: str) -> list[Hit]:
        """Return the matches of one list in the order of the text."""
        return _search(self._lists.get(entity, []), text)


def _search(patterns: Iterable[tuple[str, "re.Pattern[str] | None"]], text: str) -> list[Hit]:
    hits = [
        Hit(key, match.start(), match.end()) for key, pattern in patterns if pattern for match in pattern.finditer(text)
    ]
    longest = [hit for hit in hits if not any(_inside(hit, other) for other in hits)]
    return sorted(longest, key=lambda hit: (hit.start, -hit.end))


def _inside(hit: Hit, other: Hit) -> bool:
    return other.start <= hit.start and hit.end <= other.end and (other.end - other.start) > (hit.end - hit.start)
