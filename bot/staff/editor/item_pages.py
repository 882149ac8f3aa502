"""The page of one item: both languages next to each other, a box for each, how it will look, and what happened to it."""

from typing import Any

from litestar import Response, get, post

from bot.guidance.errors import EditRefused, NotPossible, Unfit
from bot.guidance.revisions import Status
from bot.staff.context import AnyRequest, Me, Staff
from bot.staff.editor import labels
from bot.staff.editor.context import EDIT, READ, Editor
from bot.staff.editor.forms import MOST_COMMENT, SentItem, has_unkeepable, is_too_large, read_sent
from bot.staff.editor.item_context import Context, ItemContext, item_context

LARGEST_SENT = 2 * 1024 * 1024
"""Bytes of a form of the editor: a text that is far too long comes back with its reason instead of being lost."""


@get("/", opt=READ)
async def show(context: Context) -> Response[str]:
    """Show one item."""
    return await context.page()


@post("/", opt=EDIT, request_max_body_size=LARGEST_SENT)
async def save(context: Context) -> Response[Any]:
    """Save drafts, and ask for a review where that was pressed."""
    await context.history()
    sent = read_sent(await context.request.form(), context.item)
    try:
        done = await _save(context, sent)
        if sent.asks_for_review:
            await _submit(context)
            done = "submitted"
    except EditRefused as refused:
        return await context.page(sent=sent, refused=refused)
    return context.redirect(done=done)


@post("/guidance/check", opt=EDIT, request_max_body_size=LARGEST_SENT)
async def check(request: AnyRequest, me: Me, staff: Staff, editor: Editor) -> Response[str]:
    """Return what would be said of a text, and how it would look, while it is written; nothing is saved."""
    form = await request.form()
    context = item_context(request, me, staff, editor, part=str(form.get("part", "")), key=str(form.get("key", "")))
    view = await context.view(sent=read_sent(form, context.item))
    return staff.page(
        request, "editor/live.html", sides=view.sides(), previews=context.previews(view), item=context.item
    )


async def _save(context: ItemContext, sent: SentItem) -> str:
    """Save what was changed, each language by itself; return what was done."""
    item = context.item
    if len(sent.comment) > MOST_COMMENT or any(is_too_large(one.body, item.part) for one in sent.texts.values()):
        raise labels.TooLarge
    if any(has_unkeepable(text) for text in (sent.comment, *(one.body for one in sent.texts.values()))):
        raise labels.UnstorableText
    history, done = await context.history(), "same"
    for language, typed in sent.texts.items():
        draft = history.open(language)
        kept = draft.body if draft else history.body(language)
        is_same = typed.body == kept or not typed.touched
        if is_same and draft and (draft.significance, draft.comment) == (sent.significance, sent.comment):
            continue
        if is_same and not draft and not typed.goes_along:
            continue
        await context.editor.editing.save(
            item, language, kept if is_same else typed.body, by=context.by, expects=typed.expects,
            significance=sent.significance, comment=sent.comment,
        )  # fmt: skip
        done = "saved"
    return done


async def _submit(context: ItemContext) -> None:
    """Ask for a review of everything that is drafted of an item, or of nothing."""
    history, editing = await context.history(), context.editor.editing
    open_ones = [history.open(language) for language in context.item.languages]
    drafts = [one for one in open_ones if one and one.status is Status.DRAFT]
    if not drafts:
        raise NotPossible("submit of nothing")
    found = [
        finding for one in drafts for finding in editing.findings(context.item, one.language, one.body, history=history)
    ]
    if found:
        raise Unfit(found)
    for one in drafts:
        await editing.submit(one.id, by=context.by)
