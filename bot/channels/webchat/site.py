"""The public site as one application."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response
from litestar.enums import MediaType

from bot.channels.webchat.error_pages import error_page
from bot.channels.webchat.ports import ReturnCodes
from bot.channels.webchat.rate_limit import RateLimit
from bot.conversation.conversations import ConversationService
from bot.conversation.model import CounsellorId
from bot.language import Language
from bot.presentation.views import Views
from bot.web.fanout import Fanout
from bot.web.pages import Pages
from bot.web.site import SiteOptions, assemble_site

FOLDER = Path(__file__).parent
LARGEST_BODY = 2 * 1024 * 1024
"""Bytes: a very long text is taken in so that it can be given back with a kind word; anything larger is refused unread."""


@dataclass(frozen=True, kw_only=True)
class PublicContext:
    """What the routes of the public site work with."""

    service: ConversationService
    views: Views
    pages: Pages
    fanout: Fanout
    codes: ReturnCodes
    gate: RateLimit
    console_of: Callable[[CounsellorId], str]
    """The topic that a counsellor's console listens to."""
    operator: str
    exit_url: str
    keep_hours: int
    secure_cookies: bool

    @property
    def keep_days(self) -> int:
        """Return for how many days after its last message a chat is kept that a counsellor had."""
        return self.service.keep.counsellor.days

    def html(self, template: str, *, language: Language, status: int = 200, **values: Any) -> Response[str]:
        """Return a rendered template as a response."""
        title = self.views.interface[language].gettext("Notes")
        page = self.pages.render(template, language=language, title=title, exit_url=self.exit_url, **values)
        return Response(page, media_type=MediaType.HTML, status_code=status)


def public_context_of(request: Request[Any, Any, Any]) -> PublicContext:
    """Return what the application of a request was made with."""
    webchat: PublicContext = request.app.state.webchat
    return webchat


def public_site(webchat: PublicContext, *, csrf_secret: str, routes: list[Any]) -> Litestar:
    """Return the application: pages, forms, live news, static files, and nothing else."""
    return assemble_site(
        SiteOptions(
            folder=FOLDER,
            largest_body=LARGEST_BODY,
            csrf_cookie="c",
            leaves_to=webchat.exit_url,
            error_page=error_page,
        ),
        routes=routes,
        csrf_secret=csrf_secret,
        secure_cookies=webchat.secure_cookies,
        state={"webchat": webchat},
    )
