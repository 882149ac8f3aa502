"""One item as its page shows it: both languages next to each other, with findings, open revisions and comments."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from gettext import NullTranslations
from typing import Any

from bot.guidance.approval import Actor, current_revision, hashed, is_guarded, needs_of
from bot.guidance.fact_json import fields_of
from bot.guidance.revisions import ItemHistory, Part, Revision, Significance, Status
from bot.guidance.rules import (
    LONGEST_FIELD,
    LONGEST_TITLE,
    MOST_CHARACTERS,
    MOST_WORDS,
    PLACEHOLDERS,
    Fault,
    Finding,
    is_short,
)
from bot.guidance.workflow import Editing
from bot.japan import TOKYO
from bot.language import Language
from bot.staff.editor import labels
from bot.staff.editor.diff import changed, readable
from bot.staff.editor.fields import fields_shown, labelled, readings, shifts_shown
from bot.staff.editor.forms import MOST_KEPT, TypedText, is_too_large, name_of


@dataclass(frozen=True, kw_only=True)
class ItemView:
    """Prepares one item for its page, for one editor."""

    editing: Editing
    history: ItemHistory
    words: NullTranslations
    names: Mapping[str, str]
    """What colleagues are called, by id."""
    by: Actor
    typed: Mapping[Language | None, TypedText]
    """What was typed and refused."""

    def sides(self) -> list[dict[str, Any]]:
        """Return the sides of the page: both languages, or a fact as a whole."""
        return [self._side(language) for language in self.history.item.languages]

    def text(self, language: Language | None) -> str:
        """Return the text of the box: what was typed, else the draft, else what people see."""
        typed, draft = self.typed.get(language), self.history.open(language)
        if typed is not None:
            return typed.body
        return draft.body if draft else self.history.body(language)

    def findings(self, language: Language | None) -> list[dict[str, str]]:
        """Return what is wrong with the text of the box; a text that is far too long is not checked further."""
        text, part = self.text(language), self.history.item.part
        if is_too_large(text, part):
            return [self._finding(one) for one in _too_large(text, part)]
        found = self.editing.findings(self.history.item, language, text, history=self.history)
        return [self._finding(one) for one in found]

    def is_fit(self) -> bool:
        """Tell whether no box has a finding."""
        return not any(self.findings(language) for language in self.history.item.languages)

    def waiting(self, *, most: Status = Status.DRAFT) -> list[dict[str, Any]]:
        """Return the revisions that are worked on, or with `most` only those in review, as a reviewer reads them."""
        found = (self.history.open(language) for language in self.history.item.languages)
        return [self._open(one) for one in found if one and (most is Status.DRAFT or one.status is most)]

    def is_half(self, *, most: Status = Status.DRAFT) -> bool:
        """Tell whether a changed meaning is on its way in one language only (see `waiting`)."""
        languages = self.history.item.languages
        found = [one for language in languages if (one := self.history.open(language))]
        found = [one for one in found if most is Status.DRAFT or one.status is most]
        return 0 < len(found) < len(languages) and any(one.significance is Significance.MEANING for one in found)

    def comments(self) -> list[dict[str, str]]:
        """Return what editors said about it."""
        return [{"who": self.who(one.by), "when": clock(one.at), "text": one.text} for one in self.history.comments]

    def who(self, someone: str | None) -> str:
        """Return what a colleague is called."""
        return self.names.get(someone or "", self.words.gettext("Somebody"))

    def is_guarded(self) -> bool:
        """Tell whether it takes an administrator to approve."""
        return is_guarded(self.history.item)

    def _side(self, language: Language | None) -> dict[str, Any]:
        history, text, draft = self.history, self.text(language), self.history.open(language)
        id_, version = current_revision(history, language)
        typed = self.typed.get(language)
        kept = draft.body if draft else history.body(language)
        shipped = history.shipped[language]
        return {
            "language": language,
            "lang": name_of(language),
            "name": self.words.gettext(labels.LANGUAGES[language]) if language else "",
            "text": text,
            "expects": f"{id_}.{version}",
            "was": hashed(text if typed is None else kept),
            "goes_along": typed.goes_along if typed else False,
            "theirs": kept if typed and typed.body != kept and typed.expects != (id_, version) else None,
            "theirs_by": self.who(draft.author) if draft else "",
            "now": self._lines(history.body(language)),
            "now_differs": text != history.body(language),
            "shipped": self._lines(shipped),
            "shipped_differs": shipped != history.body(language),
            "upgraded": history.upgraded(language, shipped=hashed(shipped)),
            "out_of_date": history.is_out_of_date(language),
            "retired": history.is_retired(language),
            "open": self._open(draft) if draft else None,
            "locked": draft is not None and draft.status is Status.IN_REVIEW and typed is None,
            "findings": self.findings(language),
            "count": self.count(language, text),
            "placeholders": self._placeholders(language),
            **self._fields(text),
        }

    def _fields(self, text: str) -> dict[str, Any]:
        """Return the fields of a form for a fact; nothing for words."""
        part = self.history.item.part
        if part is Part.WORDS:
            return {"fields": [], "shifts": []}
        errors = {one["field"]: one["text"] for one in reversed(self.findings(None))}
        if part is Part.HOURS:
            return {"fields": [], "shifts": shifts_shown(text, self.words), **labelled(text, errors, self.words)}
        return {"fields": fields_shown(part, text, errors, self.words), "shifts": []}

    def count(self, language: Language | None, text: str) -> str:
        """Return how long a text is and how long it may be."""
        if language is None:
            return ""
        if language is Language.EN and not self._is_title():
            return self.words.gettext("%(count)s of %(most)s words") % {"count": len(text.split()), "most": MOST_WORDS}
        most = LONGEST_TITLE if self._is_title() else MOST_CHARACTERS
        return self.words.gettext("%(count)s of %(most)s characters") % {"count": len(text), "most": most}

    def _is_title(self) -> bool:
        return is_short(self.history.item.key)

    def _placeholders(self, language: Language | None) -> list[dict[str, Any]]:
        if language is None or self._is_title():
            return []
        needed = needs_of(self.history, language)
        names = sorted((f"{{{name}}}" for name in PLACEHOLDERS), key=lambda name: name not in needed)
        return [
            {"name": name, "what": self.words.gettext(labels.PLACEHOLDERS[name]), "needed": name in needed}
            for name in names
        ]

    def _open(self, one: Revision) -> dict[str, Any]:
        before = self.history.body(one.language)
        is_own = one.author == self.by.id
        return {
            **self.about(one),
            "value": f"{one.id}.{one.version}",
            "in_review": one.status is Status.IN_REVIEW,
            "own": is_own,
            "may_approve": not is_own and (self.by.is_administrator or not self.is_guarded()),
            "changes": self.changes(before, one.body, one.language),
            "text": self._lines(one.body),
        }

    def about(self, one: Revision) -> dict[str, Any]:
        """Return who did what, when and why."""
        is_thrown = one.status is Status.RETIRED and one.publication is None
        return {
            "id": int(one.id),
            "lang": name_of(one.language),
            "name": self.words.gettext(labels.LANGUAGES[one.language]) if one.language else "",
            "who": self.who(one.author),
            "when": clock(one.at),
            "status": self.words.gettext(labels.THROWN_AWAY if is_thrown else labels.STATUSES[one.status]),
            "significance": self.words.gettext(labels.SIGNIFICANCES[one.significance][0]),
            "comment": one.comment,
        }

    def changes(self, old: str, new: str, language: Language | None) -> list[dict[str, Any]]:
        """Return what is different between two versions."""
        return [
            {"label": self.words.gettext(labels.FIELDS[one.field][0]) if one.field else "", "stretches": one.stretches}
            for one in changed(self.history.item.part, old, new, language=language, readings=readings(self.words))
        ]

    def _lines(self, body: str) -> list[dict[str, str]]:
        """Return a body to read: words as they are, a fact as its fields with names."""
        if self.history.item.part is Part.WORDS:
            return [{"label": "", "text": body}]
        return [
            {"label": self.words.gettext(labels.FIELDS[name][0]), "text": text}
            for name, text in readable(self.history.item.part, body, readings(self.words)).items()
            if text
        ]

    def _finding(self, one: Finding) -> dict[str, str]:
        is_count = one.fault is Fault.HOURS and not one.about
        text = self.words.gettext(labels.TOO_MANY_SHIFTS if is_count else labels.FINDINGS[one.fault])
        return {"field": one.field, "text": text % {"about": one.about[:60]}}


def _too_large(text: str, part: Part) -> list[Finding]:
    if part is Part.WORDS:
        return [Finding(fault=Fault.TOO_LONG, about=str(MOST_KEPT))]
    if part is Part.HOURS:
        return [Finding(fault=Fault.TOO_LONG, field="closed", about=str(MOST_KEPT))]
    long = [name for name, value in fields_of(text).items() if len(value) > LONGEST_FIELD]
    return [Finding(fault=Fault.TOO_LONG, field=name, about=str(LONGEST_FIELD)) for name in long]


def clock(moment: datetime) -> str:
    """Return a moment in Japan's time."""
    return f"{moment.astimezone(TOKYO):%Y-%m-%d %H:%M}"


def names_of(accounts: Iterable[Any]) -> dict[str, str]:
    """Return what colleagues are called, by id."""
    return {account.id: account.display_name for account in accounts}
