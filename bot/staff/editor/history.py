"""The history of an item: every revision with author, time, reason and changes, back to the shipped text."""

from typing import Any

from bot.guidance.revisions import BASELINE, Revision, Status
from bot.language import Language
from bot.staff.editor import labels
from bot.staff.editor.forms import name_of
from bot.staff.editor.item_view import ItemView


def history_of(view: ItemView) -> list[dict[str, Any]]:
    """Return everything that happened, newest first, and at the end what was shipped."""
    past = [_past(view, one) for one in reversed(view.history.revisions) if one != view.history.open(one.language)]
    return [*past, *(_shipped(view, language) for language in view.history.item.languages)]


def _past(view: ItemView, one: Revision) -> dict[str, Any]:
    history = view.history
    is_now = one.id == history.now(one.language) and one.id != BASELINE and not history.is_retired(one.language)
    may = one.status is Status.PUBLISHED and one.body != history.body(one.language)
    return {
        **view.about(one),
        "reviewer": view.who(one.reviewer) if one.reviewer and one.reviewer != one.author else "",
        "is_now": is_now,
        "back": may or (one.status is Status.PUBLISHED and history.is_retired(one.language)),
        "changes": view.changes(_before(view, one), one.body, one.language),
    }


def _shipped(view: ItemView, language: Language | None) -> dict[str, Any]:
    history = view.history
    return {
        "id": int(BASELINE),
        "lang": name_of(language),
        "name": view.words.gettext(labels.LANGUAGES[language]) if language else "",
        "status": view.words.gettext("Shipped with the program"),
        "is_now": history.published(language) is None and not history.is_retired(language),
        "back": history.body(language) != history.shipped[language] or history.is_retired(language),
        "who": "", "when": "", "significance": "", "comment": "", "reviewer": "", "changes": [],
    }  # fmt: skip


def _before(view: ItemView, one: Revision) -> str:
    """Return what people saw before a revision went out, or when it was begun."""
    order = one.publication or 0
    out = [
        (other.publication or 0, other.id, other.body)
        for other in view.history.revisions
        if other.language is one.language and other.publication is not None and other.id != one.id
        and (other.publication < order if order else other.id < one.id)
    ]  # fmt: skip
    return max(out)[2] if out else view.history.shipped[one.language]
