"""What the routes of the editor work with."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from bot.guidance.approval import Hand
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
class Newsroom:
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


def newsroom_of(connection: AnyConnection) -> Newsroom:
    """Return the newsroom of the application."""
    newsroom: Newsroom = connection.app.state.newsroom
    return newsroom


def as_editor(me: SignedIn) -> Hand:
    """Return who is signed in as an editor."""
    return Hand(id=EditorId(me.account.id), is_administrator=me.may(Permission.PUBLISH_EMERGENCY))
