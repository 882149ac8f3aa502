"""What the routes of the editor work with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.guidance.approval import Actor
from bot.guidance.catalogue import Catalogue
from bot.guidance.revisions import EditorId
from bot.guidance.workflow import Editing
from bot.permissions import Permission
from bot.presentation.views import Views
from bot.staff.context import AnyConnection, SignedIn
from bot.staff.editor.ports import Files, Gaps, Stage


class Bell(Protocol):
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
    bell: Bell
    gaps: Gaps
    files: Files
    stage: Stage
    as_telegram: Callable[[str, Catalogue, str], list[str]]
    """(key, catalogue, language) -> the messages that Telegram would show, with their buttons as a last line each."""


def editor_context_of(connection: AnyConnection) -> EditorContext:
    """Return what the editor's routes work with."""
    editor_context: EditorContext = connection.app.state.editor_context
    return editor_context


def as_editor(me: SignedIn) -> Actor:
    """Return who is signed in as an editor."""
    return Actor(id=EditorId(me.account.id), is_administrator=me.may(Permission.PUBLISH_EMERGENCY))
