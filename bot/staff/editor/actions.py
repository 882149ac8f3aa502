"""Actions on one item other than writing: withdraw, send back, roll back, comment, look a fact up, take out of use.

What is refused leads back to the item's page, which says why (`say_refused`).
"""

from typing import Any

from litestar import Response, post
from litestar.response import Redirect

from bot.guidance.approval import current_revision
from bot.guidance.errors import EditRefused, NotPossible
from bot.guidance.revisions import Item, ReviewStep, RevisionId, Status
from bot.language import Language
from bot.staff.editor import labels
from bot.staff.editor.context import APPROVE, EDIT
from bot.staff.editor.forms import (
    MOST_COMMENT,
    CheckedForm,
    CommentForm,
    ItemLanguageForm,
    RevisionForm,
    RollBackForm,
    has_unkeepable,
    lines,
    name_of,
    read_number,
)
from bot.staff.editor.item_context import Context, ItemContext
from bot.web.forms import Form


@post("/withdraw", opt=EDIT)
async def withdraw(context: Context, data: Form[RevisionForm]) -> Redirect:
    """Take back what waits for a review."""
    await _take_back(context, data, step=ReviewStep.WITHDRAW)
    return context.redirect(done="withdrawn")


@post("/discard", opt=EDIT)
async def discard(context: Context, data: Form[RevisionForm]) -> Redirect:
    """Throw a draft away; it stays in the history."""
    await _take_back(context, data, step=ReviewStep.DISCARD)
    return context.redirect(done="discarded")


@post("/return", opt=APPROVE)
async def send_back(context: Context, data: Form[CommentForm]) -> Response[Any]:
    """Send back what waits for a review, with a comment."""
    history, text = await context.history(), lines(data.text)
    waiting = [one for one in map(history.open, context.item.languages) if one and one.status is Status.IN_REVIEW]
    try:
        if not waiting:
            raise NotPossible("return of nothing")
        await _comment(context, text)
        for one in waiting:
            await context.editor.editing.step_back(one.id, by=context.by, step=ReviewStep.RETURN)
    except EditRefused as refused:
        return await context.page(refused=refused, said_typed=text)
    return context.redirect(done="returned")


@post("/comments", opt=APPROVE)
async def comment(context: Context, data: Form[CommentForm]) -> Response[Any]:
    """Add a comment for colleagues."""
    await context.history()
    text = lines(data.text)
    try:
        await _comment(context, text)
    except EditRefused as refused:
        return await context.page(refused=refused, said_typed=text)
    return context.redirect(done="said")


@post("/roll-back", opt=APPROVE)
async def roll_back(context: Context, data: Form[RollBackForm]) -> Redirect:
    """Let people see an earlier text again."""
    history, editing, item = await context.history(), context.editor.editing, context.item
    language, earlier = _language(item, data.language), RevisionId(read_number(data.to))
    await editing.roll_back(item, language, earlier, by=context.by)
    for other in item.languages:  # what is out of use comes back in both languages: half of it would not be seen
        if other is not language and history.is_retired(other):
            await editing.roll_back(item, other, history.now(other), by=context.by)
    context.editor.signal.ring()
    return context.redirect(done="rolled")


@post("/checked", opt=APPROVE)
async def checked(context: Context, data: Form[CheckedForm]) -> Redirect:
    """Note that a fact was looked up today."""
    await context.history()
    seen = RevisionId(read_number(data.seen))
    await context.editor.editing.checked_today(context.item, by=context.by, expects=seen)
    context.editor.signal.ring()
    return context.redirect(done="checked")


@post("/keep-ours", opt=EDIT)
async def keep_ours(context: Context, data: Form[ItemLanguageForm]) -> Redirect:
    """Go on with the own text after an upgrade."""
    await context.history()
    await context.editor.editing.keep_ours(context.item, _language(context.item, data.language), by=context.by)
    return context.redirect(done="kept")


@post("/take-shipped", opt=EDIT)
async def take_shipped(context: Context, data: Form[ItemLanguageForm]) -> Redirect:
    """Begin a draft with the text that an upgrade brought; never in the place of another draft."""
    history, language = await context.history(), _language(context.item, data.language)
    if history.open(language):
        raise NotPossible("a draft is there already")
    text, expects = history.shipped[language], current_revision(history, language)
    await context.editor.editing.save(context.item, language, text, by=context.by, expects=expects)
    return context.redirect(done="saved")


@post("/retire", opt=APPROVE)
async def retire(context: Context) -> Redirect:
    """Take a ready-made reply out of use."""
    await context.history()
    await context.editor.editing.retire(context.item, by=context.by)
    context.editor.signal.ring()
    return context.redirect(done="retired")


async def _take_back(context: ItemContext, data: RevisionForm, *, step: ReviewStep) -> None:
    history, number = await context.history(), read_number(data.revision)
    if number not in [int(one.id) for one in history.revisions]:
        raise NotPossible("step of another item")
    await context.editor.editing.step_back(RevisionId(number), by=context.by, step=step)


async def _comment(context: ItemContext, text: str) -> None:
    if not text:
        raise labels.CommentMissing
    if len(text) > MOST_COMMENT:
        raise labels.TooLarge
    if has_unkeepable(text):
        raise labels.UnstorableText
    await context.editor.editing.say(context.item, by=context.by, text=text)


def _language(item: Item, name: str) -> Language | None:
    for language in item.languages:
        if name == name_of(language):
            return language
    raise NotPossible("a language that the item does not have")
