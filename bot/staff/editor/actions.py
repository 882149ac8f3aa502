"""What is done with one item besides writing: withdraw, send back, roll back, comment, look a fact up, take out of use.

What is refused leads back to the item's page, which says why (`say_refused`).
"""

from typing import Any

from litestar import Response, post
from litestar.response import Redirect

from bot.guidance.approval import standing
from bot.guidance.errors import EditRefused, NotPossible
from bot.guidance.revisions import Piece, RevisionId, Status, Step
from bot.language import Language
from bot.staff.editor import labels as said
from bot.staff.editor.context import APPROVE, EDIT
from bot.staff.editor.forms import (
    MOST_COMMENT,
    CheckedForm,
    CommentForm,
    LanguageForm,
    RevisionForm,
    RollBackForm,
    has_unkeepable,
    lines,
    name_of,
    read_number,
)
from bot.staff.editor.item_context import Item, ItemContext
from bot.web.forms import Form


@post("/withdraw", opt=EDIT)
async def withdraw(item: Item, data: Form[RevisionForm]) -> Redirect:
    """Take back what waits for a review."""
    await _take_back(item, data, step=Step.WITHDRAW)
    return item.redirect(done="withdrawn")


@post("/discard", opt=EDIT)
async def discard(item: Item, data: Form[RevisionForm]) -> Redirect:
    """Throw a draft away; it stays in the history."""
    await _take_back(item, data, step=Step.DISCARD)
    return item.redirect(done="discarded")


@post("/return", opt=APPROVE)
async def send_back(item: Item, data: Form[CommentForm]) -> Response[Any]:
    """Send back what waits for a review, with a comment."""
    edition, text = await item.edition(), lines(data.text)
    waiting = [one for one in map(edition.open, item.piece.languages) if one and one.status is Status.IN_REVIEW]
    try:
        if not waiting:
            raise NotPossible("return of nothing")
        await _comment(item, text)
        for one in waiting:
            await item.editor.editing.step_back(one.id, by=item.by, step=Step.RETURN)
    except EditRefused as refused:
        return await item.page(refused=refused, said_typed=text)
    return item.redirect(done="returned")


@post("/comments", opt=APPROVE)
async def comment(item: Item, data: Form[CommentForm]) -> Response[Any]:
    """Say something to colleagues."""
    await item.edition()
    text = lines(data.text)
    try:
        await _comment(item, text)
    except EditRefused as refused:
        return await item.page(refused=refused, said_typed=text)
    return item.redirect(done="said")


@post("/roll-back", opt=APPROVE)
async def roll_back(item: Item, data: Form[RollBackForm]) -> Redirect:
    """Let people see an earlier text again."""
    edition, editing, piece = await item.edition(), item.editor.editing, item.piece
    language, earlier = _language(piece, data.language), RevisionId(read_number(data.to))
    await editing.roll_back(piece, language, earlier, by=item.by)
    for other in piece.languages:  # what is out of use comes back in both languages: half of it would not be seen
        if other is not language and edition.is_retired(other):
            await editing.roll_back(piece, other, edition.now(other), by=item.by)
    item.editor.bell.ring()
    return item.redirect(done="rolled")


@post("/checked", opt=APPROVE)
async def checked(item: Item, data: Form[CheckedForm]) -> Redirect:
    """Note that a fact was looked up today."""
    await item.edition()
    seen = RevisionId(read_number(data.seen))
    await item.editor.editing.checked_today(item.piece, by=item.by, expects=seen)
    item.editor.bell.ring()
    return item.redirect(done="checked")


@post("/keep-ours", opt=EDIT)
async def keep_ours(item: Item, data: Form[LanguageForm]) -> Redirect:
    """Go on with the own text after an upgrade."""
    await item.edition()
    await item.editor.editing.keep_ours(item.piece, _language(item.piece, data.language), by=item.by)
    return item.redirect(done="kept")


@post("/take-shipped", opt=EDIT)
async def take_shipped(item: Item, data: Form[LanguageForm]) -> Redirect:
    """Begin a draft with the text that an upgrade brought; never in the place of another draft."""
    edition, language = await item.edition(), _language(item.piece, data.language)
    if edition.open(language):
        raise NotPossible("a draft is there already")
    text, expects = edition.shipped[language], standing(edition, language)
    await item.editor.editing.save(item.piece, language, text, by=item.by, expects=expects)
    return item.redirect(done="saved")


@post("/retire", opt=APPROVE)
async def retire(item: Item) -> Redirect:
    """Take a ready-made reply out of use."""
    await item.edition()
    await item.editor.editing.retire(item.piece, by=item.by)
    item.editor.bell.ring()
    return item.redirect(done="retired")


async def _take_back(item: ItemContext, data: RevisionForm, *, step: Step) -> None:
    edition, number = await item.edition(), read_number(data.revision)
    if number not in [int(one.id) for one in edition.revisions]:
        raise NotPossible("step of another item")
    await item.editor.editing.step_back(RevisionId(number), by=item.by, step=step)


async def _comment(item: ItemContext, text: str) -> None:
    if not text:
        raise said.CommentMissing
    if len(text) > MOST_COMMENT:
        raise said.TooLarge
    if has_unkeepable(text):
        raise said.Unkeepable
    await item.editor.editing.say(item.piece, by=item.by, text=text)


def _language(piece: Piece, name: str) -> Language | None:
    for language in piece.languages:
        if name == name_of(language):
            return language
    raise NotPossible("a language that the item does not have")
