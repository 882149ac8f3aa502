"""Finds ages and school years as people write them: 14, 15f, 高2, jk2, 中学生, "17 in the photo"."""

import re
from typing import List, NamedTuple

ADULT_FROM = 18
YOUNGEST, OLDEST = 3, 99


class Age(NamedTuple):
    """An age found in a text: its position, its text, and the youngest age in years that it can mean."""

    start: int
    end: int
    value: str
    youngest: int


_WORDS = {
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twelve": 12,
    "eleven": 11,
    "twenty": 20,
    "じゅうよん": 14,
    "じゅうご": 15,
    "じゅうろく": 16,
    "じゅうなな": 17,
    "じゅうはち": 18,
    "じゅうさん": 13,
    "じゅうに": 12,
    "十二": 12,
    "十三": 13,
    "十四": 14,
    "十五": 15,
    "十六": 16,
    "十七": 17,
    "十八": 18,
    "十九": 19,
    "二十": 20,
}
_SCHOOL = {"小": 6, "中": 12, "高": 15}
_YEARS = {"一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_NUMBER = r"(?P<years>[1-9][0-9]?)"
_NOT_BEFORE = r"(?<![0-9./:#\-])"
_NOT_AFTER = r"(?![0-9./:%\-])"
_PATTERNS = [
    (re.compile(_NOT_BEFORE + _NUMBER + r" ?(?:歳|才|さい|sai\b)"), "years"),
    (
        re.compile(
            _NOT_BEFORE + _NUMBER + r"(?: ?-? ?(?:years?|yrs?)(?: ?-? ?old)?| ?yo| ?y/o)\b(?! ago| later| in prison)"
        ),
        "years",
    ),
    (re.compile(_NOT_BEFORE + r"(?P<years>1[0-9]|2[0-9])(?=です|なんですけど|だけど|なんだけど|だよ|なので)"), "years"),
    (
        re.compile(
            r"\b(?:i'?m|im|i am|me|aged?|she'?s|he'?s|they'?re|she is|he is|turned|turning|was|is|only|just) "
            + _NUMBER
            + _NOT_AFTER
            + r"(?! ?(?:minutes?|mins?|hours?|days?|weeks?|months?|times|people|am|pm|%|photos?|pics?|accounts?|followers|messages|years? ago))\b"
        ),
        "years",
    ),
    (re.compile(_NOT_BEFORE + r"(?P<years>1[0-9]|2[0-9]) ?(?:f|m|nb)\b"), "years"),
    (re.compile(r"\b(?:f|m) ?(?P<years>1[0-9]|2[0-9])\b"), "years"),
    (
        re.compile(_NOT_BEFORE + _NUMBER + r" (?:in|when) (?:the|that|it|this) ?(?:photo|picture|pic|image|was)?"),
        "years",
    ),
    (
        re.compile(
            r"(?<![二三四五六七八九にんごくち])(?P<spelled>" + "|".join(_WORDS) + r")(?:歳|才|さい| years? old)"
        ),
        "spelled",
    ),
    (
        re.compile(
            r"\b(?:i'?m|im|i am|aged?|she'?s|he'?s|she is|he is|turned|was|is|only|just) (?P<spelled>[a-z]+teen|twelve|eleven|twenty)\b"
        ),
        "spelled",
    ),
    (re.compile(r"(?P<school>[小中高])(?:学|校)?(?:の)?(?P<grade>[1-6一二三四五六])(?:年生?)?"), "school"),
    (re.compile(r"\b(?P<kind>jk|jc|dk|dc|js)(?P<grade>[1-6])?(?![a-z])"), "net"),
    (
        re.compile(
            r"(?P<word>小学生|小学校|しょうがくせい|中学生|ちゅうがくせい|中坊|高校生|こうこうせい|女子高生|男子高生|未成年|みせいねん)"
        ),
        "word",
    ),
    (
        re.compile(
            r"\b(?P<word>elementary school(?:er)?|primary school|middle school(?:er)?|junior high|high school(?:er)?|highschool(?:er)?|underage|a minor|under 18|under eighteen|teenager|teen)\b"
        ),
        "word",
    ),
    (re.compile(r"\b(?P<grade>[1-9]|1[0-2])(?:st|nd|rd|th) grader?\b"), "us_grade"),
    (re.compile(r"(?P<word>大学生|社会人|成人|大人になって|university student|college student|an adult)"), "adult"),
]
_NET_SCHOOL = {"jk": "高", "dk": "高", "jc": "中", "dc": "中", "js": "小"}
_WORD_YOUNGEST = {
    "小学生": 6,
    "小学校": 6,
    "しょうがくせい": 6,
    "elementary school": 6,
    "elementary schooler": 6,
    "primary school": 6,
    "中学生": 12,
    "ちゅうがくせい": 12,
    "中坊": 12,
    "middle school": 12,
    "middle schooler": 12,
    "junior high": 12,
}
_DEFAULT_TEEN = 15


def _years(match: "re.Match[str]", kind: str) -> int:
    if kind == "years":
        return int(match["years"])
    if kind == "spelled":
        return _WORDS[match["spelled"]]
    if kind in ("school", "net"):
        school = match["school"] if kind == "school" else _NET_SCHOOL[match["kind"]]
        grade = match["grade"] or "1"
        return _SCHOOL[school] + int(_YEARS.get(grade, grade)) - 1
    if kind == "us_grade":
        return int(match["grade"]) + 5
    if kind == "adult":
        return ADULT_FROM
    return _WORD_YOUNGEST.get(match["word"], _DEFAULT_TEEN)


def ages(text: str) -> List[Age]:
    """Return the ages in a normalised text from left to right, without overlaps."""
    found: List[Age] = []
    for pattern, kind in _PATTERNS:
        for match in pattern.finditer(text):
            years = _years(match, kind)
            value = str(years) if kind in ("years", "spelled") else match[0].strip()
            if YOUNGEST <= years <= OLDEST and not any(
                age.start < match.end() and match.start() < age.end for age in found
            ):
                found.append(Age(match.start(), match.end(), value, years))
    return sorted(found)


def band(found: List[Age], *, about_self: bool) -> str:
    """Return `under_18`, `adult` or `` (unknown) for the person in the image.

    One age under 18 is enough for `under_18`: treating an adult as a child costs little, the reverse costs much. An adult
    age counts only if people write about themselves: a mother's 40 says nothing about her daughter.
    """
    if any(age.youngest < ADULT_FROM for age in found):
        return "under_18"
    return "adult" if found and about_self else ""
