"""The page of one item: both languages next to each other, a box for each, how it will look, and what happened to it."""

from typing import Any

from litestar import Response, get, post

from bot.guidance.errors import EditRefused, NotPossible, Unfit
from bot.guidance.revisions import Status
from bot.staff.context import AnyRequest, Me, Staff
from bot.staff.editor import labels as said
from bot.staff.editor.context import EDIT, READ, Editor
from bot.staff.editor.forms import MOST_COMMENT, Sent, has_unkeepable, is_too_large, read_sent
from bot.staff.editor.item_context import Item, ItemContext, item_context

LARGEST_SENT = 2 * 1024 * 1024
"""Bytes of a form of the editor: a text that is far too long comes back with its reason instead of being lost."""


@get("/", opt=READ)
async def show(item: Item) -> Response[str]:
    """Show one item."""
    return await item.page()


@post("/", opt=EDIT, request_max_body_size=LARGEST_SENT)
async def save(item: Item) -> Response[Any]:
    """Save drafts, and ask for a review where that was pressed."""
    await item.edition()
    sent = read_sent(await item.request.form(), item.piece)
    try:
        done = await _save(item, sent)
        if sent.asks_for_review:
            await _submit(item)
            done = "submitted"
    except EditRefused as refused:
        return await item.page(sent=sent, refused=refused)
    return item.redirect(done=done)


@post("/guidance/check", opt=EDIT, request_max_body_size=LARGEST_SENT)
async def check(request: AnyRequest, me: Me, staff: Staff, editor: Editor) -> Response[str]:
    """Return what would be said of a text, and how it would look, while it is written; nothing is saved."""
    form = await request.form()
    item = item_context(request, me, staff, editor, part=str(form.get("part", "")), key=str(form.get("key", "")))
    view = await item.view(sent=read_sent(form, item.piece))
    return staff.page(request, "editor/live.html", sides=view.sides(), previews=item.previews(view), piece=item.piece)


async def _save(item: ItemContext, sent: Sent) -> str:
    """Save what was changed, each language by itself; return what was done."""
    piece = item.piece
    if len(sent.comment) > MOST_COMMENT or any(is_too_large(one.body, piece.part) for one in sent.texts.values()):
        raise said.TooLarge
    if any(has_unkeepable(text) for text in (sent.comment, *(one.body for one in sent.texts.values()))):
        raise said.Unkeepable
    edition, done = await item.edition(), "same"
    for language, typed in sent.texts.items():
        draft = edition.open(language)
        kept = draft.body if draft else edition.body(language)
        is_same = typed.body == kept or not typed.touched
        if is_same and draft and (draft.significance, draft.comment) == (sent.significance, sent.comment):
            continue
        if is_same and not draft and not typed.goes_along:
            continue
        await item.editor.editing.save(
            piece, language, kept if is_same else typed.body, by=item.by, expects=typed.expects,
            significance=sent.significance, comment=sent.comment,
        )  # fmt: skip
        done = "saved"
    return done


async def _submit(item: ItemContext) -> None:
    """Ask for a review of everything that is drafted of an item, or of nothing."""
    edition, editing = await item.edition(), item.editor.editing
    open_ones = [edition.open(language) for language in item.piece.languages]
    drafts = [one for one in open_ones if one and one.status is Status.DRAFT]
    if not drafts:
        raise NotPossible("submit of nothing")
    found = [
        finding for one in drafts for finding in editing.findings(item.piece, one.language, one.body, edition=edition)
    ]
    if found:
        raise Unfit(found)
    for one in drafts:
        await editing.submit(one.id, by=item.by)
