"""What happened to a piece so far: every revision with who, when, why and what it changed, back to what was shipped."""

from typing import Any

from bot.guidance.revisions import BASELINE, Revision, Status
from bot.language import Language
from bot.staff.editor import labels as said
from bot.staff.editor.forms import name_of
from bot.staff.editor.item_view import Sheet


def history_of(sheet: Sheet) -> list[dict[str, Any]]:
    """Return everything that happened, newest first, and at the end what was shipped."""
    past = [_past(sheet, one) for one in reversed(sheet.edition.revisions) if one != sheet.edition.open(one.language)]
    return [*past, *(_shipped(sheet, language) for language in sheet.edition.piece.languages)]


def _past(sheet: Sheet, one: Revision) -> dict[str, Any]:
    edition = sheet.edition
    is_now = one.id == edition.now(one.language) and one.id != BASELINE and not edition.is_retired(one.language)
    may = one.status is Status.PUBLISHED and one.body != edition.body(one.language)
    return {
        **sheet.about(one),
        "reviewer": sheet.who(one.reviewer) if one.reviewer and one.reviewer != one.author else "",
        "is_now": is_now,
        "back": may or (one.status is Status.PUBLISHED and edition.is_retired(one.language)),
        "changes": sheet.changes(_before(sheet, one), one.body, one.language),
    }


def _shipped(sheet: Sheet, language: Language | None) -> dict[str, Any]:
    edition = sheet.edition
    return {
        "id": int(BASELINE),
        "lang": name_of(language),
        "name": sheet.words.gettext(said.LANGUAGES[language]) if language else "",
        "status": sheet.words.gettext("Shipped with the program"),
        "is_now": edition.published(language) is None and not edition.is_retired(language),
        "back": edition.body(language) != edition.shipped[language] or edition.is_retired(language),
        "who": "", "when": "", "significance": "", "comment": "", "reviewer": "", "changes": [],
    }  # fmt: skip


def _before(sheet: Sheet, one: Revision) -> str:
    """Return what people saw before a revision went out, or when it was begun."""
    order = one.publication or 0
    out = [
        (other.publication or 0, other.id, other.body)
        for other in sheet.edition.revisions
        if other.language is one.language and other.publication is not None and other.id != one.id
        and (other.publication < order if order else other.id < one.id)
    ]  # fmt: skip
    return max(out)[2] if out else sheet.edition.shipped[one.language]
