"""What is done with one piece beside writing: withdraw, send back, roll back, say something, look a fact up, take out of use."""

from typing import Any

from litestar import Response, post
from litestar.params import FromPath

from bot.guidance.approval import standing
from bot.guidance.errors import EditRefused, NotPossible
from bot.guidance.revisions import Piece, RevisionId, Status, Step
from bot.language import Language
from bot.staff.context import AnyRequest, Me, SignedIn
from bot.staff.editor import labels as said
from bot.staff.editor.context import EditorContext, as_editor, editor_context_of
from bot.staff.editor.forms import MOST_COMMENT, has_unkeepable, lines, name_of, read_number
from bot.staff.editor.item_pages import APPROVE, EDIT, edition_of, piece_of, shown, to


@post("/guidance/{part:str}/{key:str}/withdraw", opt=EDIT)
async def withdraw(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Take back what waits for a review."""
    return await _step(request, me, piece_of(part, key), Step.WITHDRAW, done="withdrawn")


@post("/guidance/{part:str}/{key:str}/discard", opt=EDIT)
async def discard(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Throw a draft away; it stays in the history."""
    return await _step(request, me, piece_of(part, key), Step.DISCARD, done="discarded")


@post("/guidance/{part:str}/{key:str}/return", opt=APPROVE)
async def send_back(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Send back what waits for a review, with a comment."""
    editor_context, piece = editor_context_of(request), piece_of(part, key)
    edition = await edition_of(editor_context, piece)
    waiting = [one for one in map(edition.open, piece.languages) if one and one.status is Status.IN_REVIEW]
    text = lines(str((await request.form()).get("text", "")))
    try:
        if not waiting:
            raise NotPossible("return of nothing")
        await _say(editor_context, piece, me, text)
        for one in waiting:
            await editor_context.editing.step_back(one.id, by=as_editor(me), step=Step.RETURN)
    except EditRefused as refused:
        return await shown(request, me, piece, refused=refused, said_typed=text)
    return to(piece, done="returned")


@post("/guidance/{part:str}/{key:str}/comments", opt=APPROVE)
async def comment(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Say something to colleagues."""
    editor_context, piece = editor_context_of(request), piece_of(part, key)
    await edition_of(editor_context, piece)
    text = lines(str((await request.form()).get("text", "")))
    try:
        await _say(editor_context, piece, me, text)
    except EditRefused as refused:
        return await shown(request, me, piece, refused=refused, said_typed=text)
    return to(piece, done="said")


@post("/guidance/{part:str}/{key:str}/roll-back", opt=APPROVE)
async def roll_back(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Let people see an earlier text again."""
    editor_context, piece, form = editor_context_of(request), piece_of(part, key), await request.form()
    edition = await edition_of(editor_context, piece)
    try:
        language, earlier = _language(piece, form.get("language")), RevisionId(read_number(form.get("to")))
        await editor_context.editing.roll_back(piece, language, earlier, by=as_editor(me))
        for other in piece.languages:  # what is out of use comes back in both languages: half of it would not be seen
            if other is not language and edition.is_retired(other):
                await editor_context.editing.roll_back(piece, other, edition.now(other), by=as_editor(me))
    except EditRefused as refused:
        return to(piece, refused=refused)
    editor_context.bell.ring()
    return to(piece, done="rolled")


@post("/guidance/{part:str}/{key:str}/checked", opt=APPROVE)
async def checked(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Note that a fact was looked up today."""
    editor_context, piece, form = editor_context_of(request), piece_of(part, key), await request.form()
    await edition_of(editor_context, piece)
    try:
        seen = RevisionId(read_number(form.get("seen")))
        await editor_context.editing.checked_today(piece, by=as_editor(me), expects=seen)
    except EditRefused as refused:
        return to(piece, refused=refused)
    editor_context.bell.ring()
    return to(piece, done="checked")


@post("/guidance/{part:str}/{key:str}/keep-ours", opt=EDIT)
async def keep_ours(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Go on with the own text after an upgrade."""
    editor_context, piece, form = editor_context_of(request), piece_of(part, key), await request.form()
    await edition_of(editor_context, piece)
    try:
        await editor_context.editing.keep_ours(piece, _language(piece, form.get("language")), by=as_editor(me))
    except EditRefused as refused:
        return to(piece, refused=refused)
    return to(piece, done="kept")


@post("/guidance/{part:str}/{key:str}/take-shipped", opt=EDIT)
async def take_shipped(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Begin a draft with the text that an upgrade brought; never in the place of another draft."""
    editor_context, piece, form = editor_context_of(request), piece_of(part, key), await request.form()
    edition = await edition_of(editor_context, piece)
    try:
        language = _language(piece, form.get("language"))
        if edition.open(language):
            raise NotPossible("a draft is there already")
        text, expects = edition.shipped[language], standing(edition, language)
        await editor_context.editing.save(piece, language, text, by=as_editor(me), expects=expects)
    except EditRefused as refused:
        return to(piece, refused=refused)
    return to(piece, done="saved")


@post("/guidance/{part:str}/{key:str}/retire", opt=APPROVE)
async def retire(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Take a ready-made reply out of use."""
    editor_context, piece = editor_context_of(request), piece_of(part, key)
    await edition_of(editor_context, piece)
    try:
        await editor_context.editing.retire(piece, by=as_editor(me))
    except EditRefused as refused:
        return to(piece, refused=refused)
    editor_context.bell.ring()
    return to(piece, done="retired")


async def _step(request: AnyRequest, me: SignedIn, piece: Piece, step: Step, *, done: str) -> Response[Any]:
    """Step back with one revision of a piece, as a form names it."""
    editor_context, form = editor_context_of(request), await request.form()
    edition, number = await edition_of(editor_context, piece), read_number(form.get("revision"))
    try:
        if number not in [int(one.id) for one in edition.revisions]:
            raise NotPossible("step of another piece")
        await editor_context.editing.step_back(RevisionId(number), by=as_editor(me), step=step)
    except EditRefused as refused:
        return to(piece, refused=refused)
    return to(piece, done=done)


async def _say(editor_context: EditorContext, piece: Piece, me: SignedIn, text: str) -> None:
    if not text:
        raise said.CommentMissing
    if len(text) > MOST_COMMENT:
        raise said.TooLarge
    if has_unkeepable(text):
        raise said.Unkeepable
    await editor_context.editing.say(piece, by=as_editor(me), text=text)


def _language(piece: Piece, name: object) -> Language | None:
    for language in piece.languages:
        if name == name_of(language):
            return language
    raise NotPossible("a language that the piece does not have")
