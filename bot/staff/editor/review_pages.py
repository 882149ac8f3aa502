"""Reviews: what is in review is read and published together; what an administrator published alone is looked at later."""

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.guidance.errors import EditRefused, NotPossible, UnknownEntry
from bot.guidance.revisions import Item, Part, Status
from bot.permissions import Permission
from bot.staff.context import AnyRequest, Me, SignedIn, Staff
from bot.staff.editor import labels
from bot.staff.editor.context import APPROVE, READ, Editor, EditorContext, as_editor
from bot.staff.editor.forms import PublicationForm, PublishForm, read_number, read_revision
from bot.staff.editor.item_list import histories_of, kind_of
from bot.staff.editor.item_view import ItemView, names_of
from bot.staff.guards import needs
from bot.web.forms import Form


@get("/guidance/review", opt=READ)
async def review(request: AnyRequest, me: Me, staff: Staff, editor: Editor) -> Response[str]:
    """Show everything that is in review, with what is different."""
    async with editor.editing.book.look() as drafts:
        revisions = await drafts.revisions()
    words, names = staff.interface[me.account.language], names_of(await staff.accounts.everybody())
    views = [
        ItemView(editing=editor.editing, history=history, words=words, names=names, by=as_editor(me), typed={})
        for history in histories_of(editor.editing.shipped, revisions)
        if any(
            (one := history.open(language)) and one.status is Status.IN_REVIEW for language in history.item.languages
        )
    ]
    found = [
        {
            "item": view.history.item,
            "kind": words.gettext(labels.KINDS[kind_of(view.history.item)]),
            "waiting": view.waiting(most=Status.IN_REVIEW),
            "half": view.is_half(most=Status.IN_REVIEW),
            "guarded": view.is_guarded(),
        }
        for view in views
    ]
    return staff.page(
        request,
        "editor/review.html",
        found=found,
        may_edit=me.may(Permission.EDIT_GUIDANCE),
        done=labels.asked_for(labels.DONE, request.query_params.get("done", ""), words),
        refused=labels.asked_for(labels.REFUSED, request.query_params.get("refused", ""), words),
    )


@post("/guidance/publish", opt=APPROVE)
async def publish(me: Me, editor: Editor, data: Form[PublishForm]) -> Redirect:
    """Publish the chosen revisions as one publication."""
    return await _publish(me, editor, data, is_emergency=False)


@post("/guidance/publish-now", opt=needs(Permission.PUBLISH_EMERGENCY))
async def publish_now(me: Me, editor: Editor, data: Form[PublishForm]) -> Redirect:
    """Publish at once, without a review; a notice stays until somebody else has looked at it."""
    return await _publish(me, editor, data, is_emergency=True)


@post("/guidance/looked", opt=APPROVE)
async def looked(me: Me, editor: Editor, data: Form[PublicationForm]) -> Redirect:
    """Note that somebody has looked at an emergency publication."""
    try:
        await editor.editing.review_emergency(read_number(data.publication), by=as_editor(me))
    except EditRefused as refused:
        return _to("/guidance", refused=refused)
    return _to("/guidance", done="looked")


async def _publish(me: SignedIn, editor: EditorContext, data: PublishForm, *, is_emergency: bool) -> Redirect:
    seen = dict(read_revision(value) for value in data.revision)
    stale = frozenset(item for value in data.stale if (item := _piece(value)))
    page = _piece(data.back)
    known = page in editor.editing.shipped.all_items()
    back = f"/guidance/{page.part.value}/{page.key}" if page and known else "/guidance/review"
    try:
        await editor.editing.publish(
            list(seen), by=as_editor(me), is_emergency=is_emergency, leaves_stale=stale, seen=seen
        )
    except UnknownEntry:
        return _to(back, refused=NotPossible("publish of what is not there"))
    except EditRefused as refused:
        return _to(back, refused=refused)
    editor.signal.ring()
    return _to(back, done="emergency" if is_emergency else "published")


def _piece(text: str) -> Item | None:
    part, _, key = text.partition(":")
    return Item(part=Part(part), key=key) if part in set(Part) else None


def _to(path: str, *, done: str = "", refused: EditRefused | None = None) -> Redirect:
    query = f"refused={labels.REFUSALS[type(refused)][0]}" if refused else f"done={done}"
    return Redirect(f"{path}?{query}", status_code=HTTP_303_SEE_OTHER)
