"""What the editor's forms send; nothing in here refuses anything that can be stored.

Forms with fixed fields are dataclasses that Litestar fills. The form of an item has a field for each language, shift or
fact field, so `read_sent` reads it.
"""

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from litestar.datastructures import FormMultiDict

from bot.guidance.approval import hashed
from bot.guidance.fact_json import FACT_FIELDS, LINK_FIELDS, PLATFORM_FIELDS, as_text
from bot.guidance.opening_hours_json import MOST_SHIFTS
from bot.guidance.revisions import Item, Part, RevisionId, Significance
from bot.japan import WEEKDAYS
from bot.language import Language

MOST_KEPT = 4000
"""Characters of a draft at most; what is published is far shorter."""
MOST_COMMENT = 1000
ROWS = MOST_SHIFTS + 2
"""Rows of shifts that a form may send."""

_STANDING = re.compile(r"(\d{1,9})\.(\d{1,9})")
_NOTHING = (RevisionId(-1), -1)
_NARROW = ("phone", "mail", "url", "english_url", "speaks", "needs", "verified", "links", "minor_links")
"""Fields that are typed in half-width signs, whatever the keyboard was set to."""

_WITHOUT_ZERO = re.compile(r"^(?=[0-9]:)")
"""Where the zero of an hour such as 9:00 belongs."""

_LISTS = ("speaks", "needs", "links", "minor_links")

FIELDS: Mapping[Part, tuple[str, ...]] = {
    Part.CONTACT: FACT_FIELDS,
    Part.LINK: LINK_FIELDS,
    Part.PLATFORM: PLATFORM_FIELDS,
}


@dataclass(frozen=True, kw_only=True)
class RevisionForm:
    """Names a revision of an item."""

    revision: str = ""


@dataclass(frozen=True, kw_only=True)
class CommentForm:
    """Holds a comment for colleagues."""

    text: str = field(default="", repr=False)


@dataclass(frozen=True, kw_only=True)
class ItemLanguageForm:
    """Names a language of an item, or `fact` (see `name_of`)."""

    language: str = ""


@dataclass(frozen=True, kw_only=True)
class RollBackForm:
    """Names a language as `ItemLanguageForm` does, and the revision that people are to see again."""

    language: str = ""
    to: str = ""


@dataclass(frozen=True, kw_only=True)
class CheckedForm:
    """Names the revision that was compared with its source."""

    seen: str = ""


@dataclass(frozen=True, kw_only=True)
class PublishForm:
    """Names what is to be published."""

    revision: tuple[str, ...] = ()
    """Each as `id.version` (see `read_revision`)."""
    stale: tuple[str, ...] = ()
    """Items whose other language may stay behind, each as `part:key`."""
    back: str = ""
    """The item whose page sent the form, as `part:key`; empty for the page of reviews."""


@dataclass(frozen=True, kw_only=True)
class PublicationForm:
    """Names a publication."""

    publication: str = ""


@dataclass(frozen=True, kw_only=True)
class ImportForm:
    """Holds a translator's file and the language of its words."""

    text: str = field(default="", repr=False)
    language: str = ""


@dataclass(frozen=True, kw_only=True)
class TypedText:
    """What somebody typed into one box, or into the fields of a fact."""

    body: str
    expects: tuple[RevisionId, int]
    """What they saw when they opened the page."""
    touched: bool = True
    """It is not what stood in the box when the page was opened."""
    goes_along: bool = False
    """It stays as it is, and goes along with the change of the other language."""


@dataclass(frozen=True, kw_only=True)
class SentItem:
    """The form of an item, as it was sent."""

    texts: Mapping[Language | None, TypedText]
    significance: Significance
    comment: str
    asks_for_review: bool = field(default=False)


def read_sent(form: FormMultiDict, item: Item) -> SentItem:
    """Return what the form of an item holds; its fields depend on the item, so no dataclass can list them."""
    significance = str(form.get("significance", ""))
    texts = {language: _typed(form, item, language) for language in item.languages if _is_sent(form, language)}
    return SentItem(
        texts=texts,
        significance=Significance(significance) if significance in set(Significance) else Significance.MEANING,
        comment=lines(str(form.get("comment", ""))),
        asks_for_review=form.get("do") == "submit",
    )


def read_revision(text: str) -> tuple[RevisionId, int]:
    """Return the id and version in `id.version`; a pair that matches no revision where the text has another form."""
    found = _STANDING.fullmatch(text)
    return (RevisionId(int(found[1])), int(found[2])) if found else _NOTHING


def read_number(text: str) -> int:
    """Return a number as forms send it; -1 where it is none."""
    return int(text) if re.fullmatch(r"\d{1,9}", text) else -1


def lines(text: str) -> str:
    """Return a text with line feeds as line ends and no blanks around it."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def name_of(language: Language | None) -> str:
    """Return what a language is called in the names of fields."""
    return language.value if language else "fact"


def is_too_large(body: str, part: Part) -> bool:
    """Tell whether a draft is too long to be stored."""
    if part is Part.WORDS:
        return len(body) > MOST_KEPT
    return len(body) > 2 * MOST_KEPT


def has_unkeepable(text: str) -> bool:
    """Tell whether a text has characters that a database cannot store."""
    return any(character == "\0" or unicodedata.category(character) == "Cs" for character in text)


def _is_sent(form: FormMultiDict, language: Language | None) -> bool:
    return language is None or f"body-{language.value}" in form


def _typed(form: FormMultiDict, item: Item, language: Language | None) -> TypedText:
    expects = read_revision(str(form.get(f"expects-{name_of(language)}", "")))
    if language is not None:
        body = lines(str(form.get(f"body-{language.value}", "")))
    else:
        body = _hours(form) if item.part is Part.HOURS else _fact(form, item.part)
    name = name_of(language)
    touched = hashed(body) != form.get(f"was-{name}", "")
    return TypedText(body=body, expects=expects, touched=touched, goes_along=f"along-{name}" in form)


def _fact(form: FormMultiDict, part: Part) -> str:
    fields = {name: lines(str(form.get(name, ""))) for name in FIELDS[part]}
    narrow = {name: unicodedata.normalize("NFKC", fields[name]) for name in _NARROW if name in fields}
    spaced = {name: " ".join(narrow[name].split()) for name in _LISTS if name in narrow}
    return as_text(fields | narrow | spaced)


def _hours(form: FormMultiDict) -> str:
    rows = (_row(form, number) for number in range(ROWS))
    closed = unicodedata.normalize("NFKC", lines(str(form.get("closed", "")))).split()
    content: dict[str, Any] = {
        "shifts": [row for row in rows if row["days"] or row["begin"] or row["until"]],
        "closed_on_holidays": "closed_on_holidays" in form,
        "closed": closed,
    }
    return json.dumps(content, ensure_ascii=False, indent=0)


def _row(form: FormMultiDict, number: int) -> dict[str, Any]:
    days = {str(day) for day in form.getall(f"days-{number}", [])}
    typed = {name: unicodedata.normalize("NFKC", str(form.get(f"{name}-{number}", ""))) for name in ("begin", "until")}
    times = {name: _WITHOUT_ZERO.sub("0", text.strip()) for name, text in typed.items()}
    return {"days": [day for day in WEEKDAYS if day in days], **times}
