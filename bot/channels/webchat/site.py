"""The public site as one application."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response
from litestar.channels import ChannelsPlugin
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.enums import MediaType
from litestar.static_files import create_static_files_router

from bot.channels.webchat.errors import error_page
from bot.channels.webchat.views import Views
from bot.conversation.service import ConversationService
from bot.language import Language
from bot.web.forms import refuse_other_bodies
from bot.web.headers import carried_by_every_answer, security_headers
from bot.web.pages import Pages

FOLDER = Path(__file__).parent
LARGEST_BODY = 2 * 1024 * 1024
"""Bytes: a very long text is taken in so that it can be given back with a kind word; anything larger is refused unread."""


@dataclass(frozen=True, kw_only=True)
class Webchat:
    """What the routes of the public site work with."""

    service: ConversationService
    views: Views
    pages: Pages
    channels: ChannelsPlugin
    operator: str
    exit_url: str
    keep_hours: int
    secure_cookies: bool

    def html(self, template: str, *, language: Language, status: int = 200, **values: Any) -> Response[str]:
        """Return a rendered template as a response."""
        title = self.views.interface[language].gettext("Notes")
        page = self.pages.render(template, language=language, title=title, exit_url=self.exit_url, **values)
        return Response(page, media_type=MediaType.HTML, status_code=status)


def webchat_of(request: Request[Any, Any, Any]) -> Webchat:
    """Return what the application of a request was made with."""
    webchat: Webchat = request.app.state.webchat
    return webchat


def public_site(webchat: Webchat, *, csrf_secret: str, routes: list[Any]) -> Litestar:
    """Return the application: pages, forms, live news, static files, and nothing else."""
    static = create_static_files_router(path="/static", directories=[FOLDER / "static"], include_in_schema=False)
    return Litestar(
        route_handlers=[*routes, static],
        plugins=[webchat.channels],
        middleware=[refuse_other_bodies],
        csrf_config=CSRFConfig(
            secret=csrf_secret,
            cookie_name="c",
            cookie_secure=webchat.secure_cookies,
            cookie_httponly=True,
            cookie_samesite="strict",
        ),
        exception_handlers={Exception: error_page},
        before_send=[carried_by_every_answer(security_headers(leaves_to=webchat.exit_url))],
        request_max_body_size=LARGEST_BODY,
        openapi_config=None,
        state=State({"webchat": webchat}),
        logging_config=None,
        debug=False,
    )
