"""What the routes of one item work with: the item that the address names, its page, and the way back to it."""

from dataclasses import dataclass
from typing import Any

from litestar import Response
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.guidance.approval import Actor
from bot.guidance.errors import EditRefused, UnknownEntry
from bot.guidance.fact_json import fields_of
from bot.guidance.revisions import Item, ItemHistory, Part, Significance, Status
from bot.guidance.workflow import REPLY
from bot.permissions import Permission
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.editor import labels
from bot.staff.editor.context import Editor, EditorContext, as_editor
from bot.staff.editor.forms import SentItem, is_too_large
from bot.staff.editor.history import history_of
from bot.staff.editor.item_list import kind_of
from bot.staff.editor.item_view import ItemView, names_of
from bot.staff.editor.preview import previews
from bot.staff.editor.usage_view import uses_shown

REFUSED = 422


@dataclass(frozen=True, kw_only=True)
class ItemContext:
    """One item, who works on it, and with what."""

    item: Item
    """It need not exist: see `history`."""
    request: AnyRequest
    me: SignedIn
    staff: StaffContext
    editor: EditorContext

    @property
    def by(self) -> Actor:
        """Return who is signed in as an editor."""
        return as_editor(self.me)

    async def history(self) -> ItemHistory:
        """Return everything about the item; raise NotFoundException where there is none."""
        try:
            return await self.editor.editing.history(self.item)
        except UnknownEntry as fault:
            raise NotFoundException from fault

    async def view(self, *, sent: SentItem | None = None) -> ItemView:
        """Return how the item is shown, with what was typed in its boxes."""
        return ItemView(
            editing=self.editor.editing,
            history=await self.history(),
            words=self.staff.interface[self.me.account.language],
            names=names_of(await self.staff.accounts.everybody()),
            by=self.by,
            typed=sent.texts if sent else {},
        )

    def previews(self, view: ItemView) -> list[dict[str, Any]]:
        """Return how people would see it; empty where it is too large or its fields break a rule."""
        bodies = {language: view.text(language) for language in self.item.languages}
        if any(is_too_large(body, self.item.part) for body in bodies.values()):
            return []
        if None in bodies and not view.is_fit():
            return []
        return previews(self.editor, self.item, bodies)

    def redirect(self, *, done: str) -> Redirect:
        """Lead to the item's page, which says what was done."""
        return _redirect(self.item.part.value, self.item.key, f"done={done}")

    async def page(
        self, *, sent: SentItem | None = None, refused: EditRefused | None = None, said_typed: str = ""
    ) -> Response[str]:
        """Return the item's page; text that was refused stays in its boxes."""
        view = await self.view(sent=sent)
        item, live, gettext = self.item, self.editor.live, view.words.gettext
        entry = live.entries.get(item.key)
        significance, comment = _about(view, sent)
        return self.staff.page(
            self.request,
            "editor/item.html",
            status=REFUSED if refused else 200,
            item=item,
            kind=gettext(labels.KINDS[kind_of(item)]),
            note=entry.note if entry and item.part is Part.WORDS else "",
            sides=view.sides(),
            previews=self.previews(view),
            waiting=view.waiting(),
            in_review=view.waiting(most=Status.IN_REVIEW),
            half=view.is_half(),
            half_reviewed=view.is_half(most=Status.IN_REVIEW),
            guarded=view.is_guarded(),
            may_edit=self.me.may(Permission.EDIT_GUIDANCE),
            may_hurry=self.me.may(Permission.PUBLISH_EMERGENCY),
            may_roll_back=not view.is_guarded() or view.by.is_administrator,
            may_retire=item.key.startswith(REPLY) and not any(side["retired"] for side in view.sides()),
            verified=fields_of(view.history.body(None))["verified"] if item.part in (Part.CONTACT, Part.LINK) else "",
            seen=int(view.history.now(None)) if None in item.languages else 0,
            uses=uses_shown(live, item, language=self.me.account.language, words=view.words),
            history=history_of(view),
            comments=view.comments(),
            significances=[(one.value, *map(gettext, texts)) for one, texts in labels.SIGNIFICANCES.items()],
            significance=significance.value,
            comment=comment,
            said_typed=said_typed,
            refused=gettext(labels.REFUSALS[type(refused)][1])
            if refused
            else labels.asked_for(labels.REFUSED, self.request.query_params.get("refused", ""), view.words),
            done=labels.asked_for(labels.DONE, self.request.query_params.get("done", ""), view.words),
        )


Context = NamedDependency[ItemContext]
"""The type of a handler's `context`: the item that its address names."""


def item_context(
    request: AnyRequest, me: Me, staff: Staff, editor: Editor, *, part: FromPath[str], key: FromPath[str]
) -> ItemContext:
    """Return the item that the address names, for handlers that take `context`."""
    if part not in set(Part):
        raise NotFoundException
    return ItemContext(item=Item(part=Part(part), key=key), request=request, me=me, staff=staff, editor=editor)


def say_refused(request: AnyRequest, refused: EditRefused) -> Redirect:
    """Lead to the item's page, which says what was refused."""
    path = request.path_params
    return _redirect(path["part"], path["key"], f"refused={labels.REFUSALS[type(refused)][0]}")


def _redirect(part: str, key: str, query: str) -> Redirect:
    return Redirect(f"/guidance/{part}/{key}?{query}", status_code=HTTP_303_SEE_OTHER)


def _about(view: ItemView, sent: SentItem | None) -> tuple[Significance, str]:
    if sent:
        return sent.significance, sent.comment
    found = [one for language in view.history.item.languages if (one := view.history.open(language))]
    return (found[0].significance, found[0].comment) if found else (Significance.MEANING, "")
