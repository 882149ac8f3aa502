"""The page of one piece: both languages beside each other, a box for each, how it will look, and what happened to it."""

from typing import Any

from litestar import Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.guidance.approval import Actor
from bot.guidance.errors import EditRefused, NotPossible, Unfit, UnknownEntry
from bot.guidance.fact_json import fields_of
from bot.guidance.revisions import Edition, Part, Piece, Significance, Status
from bot.guidance.workflow import REPLY
from bot.permissions import Permission
from bot.staff.context import AnyRequest, Me, SignedIn, staff_context_of
from bot.staff.editor import labels as said
from bot.staff.editor.context import EditorContext, as_editor, editor_context_of
from bot.staff.editor.forms import MOST_COMMENT, Sent, has_unkeepable, is_too_large, read_sent
from bot.staff.editor.history import history_of
from bot.staff.editor.item_list import kind_of
from bot.staff.editor.item_view import ItemView, names_of
from bot.staff.editor.preview import previews
from bot.staff.editor.usage_view import uses_shown
from bot.staff.guards import needs

REFUSED = 422
LARGEST_SENT = 2 * 1024 * 1024
"""Bytes of a form of the editor: a text that is far too long comes back with its reason instead of being lost."""
READ, EDIT, APPROVE = (
    needs(permission)
    for permission in (Permission.APPROVE_GUIDANCE, Permission.EDIT_GUIDANCE, Permission.APPROVE_GUIDANCE)
)
"""Whoever edits also approves what others wrote; administrators approve and do not edit."""


@get("/guidance/{part:str}/{key:str}", opt=READ)
async def piece_page(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[str]:
    """Show one piece."""
    return await shown(request, me, piece_of(part, key))


@post("/guidance/{part:str}/{key:str}", opt=EDIT, request_max_body_size=LARGEST_SENT)
async def save(request: AnyRequest, me: Me, part: FromPath[str], key: FromPath[str]) -> Response[Any]:
    """Keep drafts, and ask for a review where that was pressed."""
    editor_context, piece, by = editor_context_of(request), piece_of(part, key), as_editor(me)
    await edition_of(editor_context, piece)
    sent = read_sent(await request.form(), piece)
    try:
        done = await _keep(editor_context, piece, sent, by)
        if sent.asks_for_review:
            await _submit(editor_context, piece, by)
            done = "submitted"
    except EditRefused as refused:
        return await shown(request, me, piece, sent=sent, refused=refused)
    return to(piece, done=done)


@post("/guidance/check", opt=EDIT, request_max_body_size=LARGEST_SENT)
async def check(request: AnyRequest, me: Me) -> Response[str]:
    """Return what would be said of a text, and how it would look, while it is written; nothing is kept."""
    form = await request.form()
    piece = piece_of(str(form.get("part", "")), str(form.get("key", "")))
    view = await view_of(request, me, piece, sent=read_sent(form, piece))
    return staff_context_of(request).page(
        request,
        "editor/live.html",
        sides=view.sides(),
        previews=_previews(editor_context_of(request), view),
        piece=piece,
    )


def piece_of(part: str, key: str) -> Piece:
    """Return the piece that an address names; it need not be there."""
    if part not in set(Part):
        raise NotFoundException
    return Piece(part=Part(part), key=key)


def to(piece: Piece, *, done: str = "", refused: EditRefused | None = None) -> Redirect:
    """Lead to the page of a piece, which says what was done or refused."""
    query = f"refused={said.REFUSALS[type(refused)][0]}" if refused else f"done={done}"
    return Redirect(f"/guidance/{piece.part.value}/{piece.key}?{query}", status_code=HTTP_303_SEE_OTHER)


async def edition_of(editor_context: EditorContext, piece: Piece) -> Edition:
    """Return everything about a piece; there is no such page where there is none."""
    try:
        return await editor_context.editing.edition(piece)
    except UnknownEntry as fault:
        raise NotFoundException from fault


async def view_of(request: AnyRequest, me: SignedIn, piece: Piece, *, sent: Sent | None = None) -> ItemView:
    """Return one piece as it is drawn for somebody."""
    office, editor_context = staff_context_of(request), editor_context_of(request)
    return ItemView(
        editing=editor_context.editing,
        edition=await edition_of(editor_context, piece),
        words=office.interface[me.account.language],
        names=names_of(await office.accounts.everybody()),
        by=as_editor(me),
        typed=sent.texts if sent else {},
    )


async def shown(
    request: AnyRequest,
    me: SignedIn,
    piece: Piece,
    *,
    sent: Sent | None = None,
    refused: EditRefused | None = None,
    said_typed: str = "",
) -> Response[str]:
    """Return the page of a piece; what was refused stands in its boxes as it was typed."""
    office, editor_context = staff_context_of(request), editor_context_of(request)
    view = await view_of(request, me, piece, sent=sent)
    gettext, entry = view.words.gettext, editor_context.live.entries.get(piece.key)
    significance, comment = _about(view, sent)
    return office.page(
        request,
        "editor/piece.html",
        status=REFUSED if refused else 200,
        piece=piece,
        kind=gettext(said.KINDS[kind_of(piece)]),
        note=entry.note if entry and piece.part is Part.WORDS else "",
        sides=view.sides(),
        previews=_previews(editor_context, view),
        waiting=view.waiting(),
        in_review=view.waiting(most=Status.IN_REVIEW),
        half=view.is_half(),
        half_reviewed=view.is_half(most=Status.IN_REVIEW),
        guarded=view.is_guarded(),
        may_edit=me.may(Permission.EDIT_GUIDANCE),
        may_hurry=me.may(Permission.PUBLISH_EMERGENCY),
        may_roll_back=not view.is_guarded() or view.by.is_administrator,
        may_retire=piece.key.startswith(REPLY) and not any(side["retired"] for side in view.sides()),
        verified=fields_of(view.edition.body(None))["verified"] if piece.part in (Part.CONTACT, Part.LINK) else "",
        seen=int(view.edition.now(None)) if None in piece.languages else 0,
        uses=uses_shown(editor_context.live, piece, language=me.account.language, words=view.words),
        history=history_of(view),
        comments=view.comments(),
        significances=[(one.value, *map(gettext, texts)) for one, texts in said.SIGNIFICANCES.items()],
        significance=significance.value,
        comment=comment,
        said_typed=said_typed,
        refused=words_of(refused, view)
        if refused
        else said.asked_for(said.REFUSED, request.query_params.get("refused", ""), view.words),
        done=said.asked_for(said.DONE, request.query_params.get("done", ""), view.words),
    )


def words_of(refused: EditRefused, view: ItemView) -> str:
    """Return what is said of a refusal."""
    return view.words.gettext(said.REFUSALS[type(refused)][1])


def _about(view: ItemView, sent: Sent | None) -> tuple[Significance, str]:
    if sent:
        return sent.significance, sent.comment
    found = [one for language in view.edition.piece.languages if (one := view.edition.open(language))]
    return (found[0].significance, found[0].comment) if found else (Significance.MEANING, "")


def _previews(editor_context: EditorContext, view: ItemView) -> list[dict[str, Any]]:
    piece = view.edition.piece
    bodies = {language: view.text(language) for language in piece.languages}
    if any(is_too_large(body, piece.part) for body in bodies.values()) or (None in bodies and not view.is_fit()):
        return []
    return previews(editor_context, piece, bodies)


async def _keep(editor_context: EditorContext, piece: Piece, sent: Sent, by: Actor) -> str:
    """Keep what was changed, each language by itself; return what was done."""
    if len(sent.comment) > MOST_COMMENT or any(is_too_large(one.body, piece.part) for one in sent.texts.values()):
        raise said.TooLarge
    if any(has_unkeepable(text) for text in (sent.comment, *(one.body for one in sent.texts.values()))):
        raise said.Unkeepable
    edition, done = await edition_of(editor_context, piece), "same"
    for language, typed in sent.texts.items():
        draft = edition.open(language)
        kept = draft.body if draft else edition.body(language)
        is_same = typed.body == kept or not typed.touched
        if is_same and draft and (draft.significance, draft.comment) == (sent.significance, sent.comment):
            continue
        if is_same and not draft and not typed.goes_along:
            continue
        await editor_context.editing.save(
            piece, language, kept if is_same else typed.body, by=by, expects=typed.expects, significance=sent.significance,
            comment=sent.comment,
        )  # fmt: skip
        done = "saved"
    return done


async def _submit(editor_context: EditorContext, piece: Piece, by: Actor) -> None:
    """Ask for a review of everything that is drafted of a piece, or of nothing."""
    edition = await edition_of(editor_context, piece)
    drafts = [one for language in piece.languages if (one := edition.open(language)) and one.status is Status.DRAFT]
    if not drafts:
        raise NotPossible("submit of nothing")
    found = [
        finding
        for one in drafts
        for finding in editor_context.editing.findings(piece, one.language, one.body, edition=edition)
    ]
    if found:
        raise Unfit(found)
    for one in drafts:
        await editor_context.editing.submit(one.id, by=by)
