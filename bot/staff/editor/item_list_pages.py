"""The list of all items: search, filters, and emergency publications that need a review."""

from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode

from litestar import Response, get
from litestar.params import FromQuery

from bot.guidance.revisions import Publication, Revision
from bot.language import Language
from bot.permissions import Permission
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.editor import labels
from bot.staff.editor.context import READ, Editor, EditorContext, as_editor
from bot.staff.editor.forms import read_number
from bot.staff.editor.item_list import ItemRow, found, histories_of, row_of
from bot.staff.editor.item_view import clock, names_of
from bot.staff.editor.labels import ItemKind, State
from bot.staff.editor.usage import usage_of
from bot.staff.editor.usage_view import topics_called

PAGE = 50
"""Rows on one page."""
LONGEST_QUERY = 100


@get("/guidance", opt=READ)
async def guidance(
    request: AnyRequest,
    me: Me,
    staff: Staff,
    editor: Editor,
    *,
    q: FromQuery[str] = "",
    kind: FromQuery[str] = "",
) -> Response[str]:
    """Show what can be edited."""
    words = staff.interface[me.account.language]
    async with editor.editing.book.look() as drafts:
        revisions = await drafts.revisions()
        unreviewed = await drafts.publications(unreviewed=True)
    rows = _rows(staff, editor, revisions)
    state = request.query_params.get("state", "")
    query = q[:LONGEST_QUERY].replace("\0", "")
    shown = found(
        rows,
        query=query,
        kind=ItemKind(kind) if kind in set(ItemKind) else None,
        state=State(state) if state in set(State) else None,
    )
    names = names_of(await staff.accounts.everybody())
    number = max(1, min(read_number(request.query_params.get("page", "1")), -(-len(shown) // PAGE)))
    asked = {"q": query, "kind": kind if kind in set(ItemKind) else "", "state": state if state in set(State) else ""}
    return staff.page(
        request,
        "editor/item_list.html",
        rows=[_row(row, me) | {"kind": words.gettext(labels.KINDS[row.kind])} for row in shown[PAGE * (number - 1) : PAGE * number]],
        states={state: words.gettext(name) for state, name in labels.STATES.items()},
        languages={language: words.gettext(name) for language, name in labels.LANGUAGES.items()},
        kinds=[(one.value, words.gettext(name)) for one, name in labels.KINDS.items()],
        total=len(shown),
        filters=asked,
        newer=f"/guidance?{urlencode({**asked, 'page': number - 1})}" if number > 1 else "",
        older=f"/guidance?{urlencode({**asked, 'page': number + 1})}" if PAGE * number < len(shown) else "",
        may_edit=me.may(Permission.EDIT_GUIDANCE),
        in_review=sum(State.IN_REVIEW in row.states for row in rows),
        emergencies=[_emergency(one, revisions, names, me) for one in unreviewed],
        done=labels.asked_for(labels.DONE, request.query_params.get("done", ""), words),
        refused=labels.asked_for(labels.REFUSED, request.query_params.get("refused", ""), words),
    )  # fmt: skip


def _rows(staff: StaffContext, editor: EditorContext, revisions: Sequence[Revision]) -> list[ItemRow]:
    usage, topics = usage_of(editor.live), topics_called([staff.interface[language] for language in Language])
    return [
        row_of(history, catalogue=editor.live, usage=usage, topics=topics)
        for history in histories_of(editor.editing.shipped, revisions)
    ]


def _row(row: ItemRow, me: SignedIn) -> dict[str, Any]:
    own = me.account.language
    return {
        "href": f"/guidance/{row.item.part.value}/{row.item.key}",
        "key": row.item.key,
        "first": [(language.value, row.first[language]) for language in (own, own.other)],
        "states": row.states,
    }


def _emergency(one: Publication, revisions: Sequence[Revision], names: dict[str, str], me: SignedIn) -> dict[str, Any]:
    items = dict.fromkeys(revision.item for revision in revisions if revision.publication == one.id)
    return {
        "id": one.id,
        "who": names.get(one.by, ""),
        "when": clock(one.at),
        "published": list(items),
        "own": one.by == as_editor(me).id,
    }
