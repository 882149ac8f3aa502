"""The public site as one application."""

from pathlib import Path
from typing import Any

from litestar import Litestar
from litestar.di import Provide

from bot.channels.webchat.context import (
    PublicContext,
    current_browser,
    current_conversation,
    page_language,
    public_context,
)
from bot.channels.webchat.error_pages import error_page
from bot.web.site import SiteOptions, assemble_site

FOLDER = Path(__file__).parent
LARGEST_BODY = 64 * 1024
"""Bytes of a form that holds no message."""
MOST_FIELDS = 60
"""Fields of a form."""


def public_site(webchat: PublicContext, *, csrf_secret: str, routes: list[Any]) -> Litestar:
    """Return the application: pages, forms, live news, static files, and nothing else."""
    return assemble_site(
        SiteOptions(
            folder=FOLDER,
            largest_body=LARGEST_BODY,
            most_fields=MOST_FIELDS,
            csrf_cookie="c",
            leaves_to=webchat.exit_url,
            error_page=error_page,
        ),
        routes=routes,
        csrf_secret=csrf_secret,
        secure_cookies=webchat.secure_cookies,
        state={"webchat": webchat},
        dependencies={
            "webchat": Provide(public_context, sync_to_thread=False),
            "browser": Provide(current_browser, sync_to_thread=False),
            "conversation": Provide(current_conversation),
            "language": Provide(page_language, sync_to_thread=False),
        },
    )
