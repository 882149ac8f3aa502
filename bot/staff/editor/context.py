"""What the routes of the editor work with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from litestar.di import NamedDependency

from bot.guidance.approval import Actor
from bot.guidance.catalogue import Catalogue
from bot.guidance.revisions import EditorId
from bot.guidance.workflow import Editing
from bot.permissions import Permission
from bot.presentation.views import Views
from bot.staff.context import AnyRequest, SignedIn
from bot.staff.editor.ports import Files, Gaps, Sandbox
from bot.staff.guards import needs

READ, EDIT, APPROVE = (
    needs(permission)
    for permission in (Permission.APPROVE_GUIDANCE, Permission.EDIT_GUIDANCE, Permission.APPROVE_GUIDANCE)
)
"""Whoever edits also approves what others wrote; administrators approve and do not edit."""


class PublicationSignal(Protocol):
    """Wakes whoever shows people what was published."""

    def ring(self) -> None:
        """Wake them; never waits."""
        ...


@dataclass(frozen=True, kw_only=True)
class EditorContext:
    """Editing, what people see now, and how it looks."""

    editing: Editing
    live: Catalogue
    """The guidance as people see it now."""
    views: Views
    signal: PublicationSignal
    gaps: Gaps
    files: Files
    sandbox: Sandbox
    as_telegram: Callable[[str, Catalogue, str], list[str]]
    """(key, catalogue, language) -> the messages that Telegram would show, with their buttons as a last line each."""


Editor = NamedDependency[EditorContext]
"""The type of a handler's `editor`: what the editor's routes work with."""


def editor_context(request: AnyRequest) -> EditorContext:
    """Return what the editor's routes work with, for handlers that take `editor`."""
    editor: EditorContext = request.app.state.editor
    return editor


def as_editor(me: SignedIn) -> Actor:
    """Return who is signed in as an editor."""
    return Actor(id=EditorId(me.account.id), is_administrator=me.may(Permission.PUBLISH_EMERGENCY))
