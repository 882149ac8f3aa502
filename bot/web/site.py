"""Assembles a site: what the public and the staff site have in common, from CSRF protection to headers."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from litestar import Litestar, Request, Response
from litestar.config.csrf import CSRFConfig
from litestar.datastructures import State
from litestar.di import Provide
from litestar.static_files import create_static_files_router
from litestar.types import Guard, LifespanHook

from bot.web.cookies import cookie_name
from bot.web.forms import FormPlugin, limited_forms
from bot.web.headers import carried_by_every_answer, security_headers
from bot.web.pages import COMMON_STATIC


@dataclass(frozen=True, kw_only=True)
class SiteOptions:
    """The options in which the sites differ."""

    folder: Path
    """The site's folder, which holds `static/`."""
    largest_body: int
    """The limit of a form, in bytes, where its handler has none of its own."""
    most_fields: int
    """The limit of a form's fields."""
    csrf_cookie: str
    """Name of the cookie with the CSRF token."""
    leaves_to: str | None
    """The only external address that a form may lead to."""
    error_page: Callable[[Request[Any, Any, Any], Exception], Response[Any]]
    """Turns any error into a page."""


def assemble_site(
    options: SiteOptions,
    *,
    routes: Sequence[Any],
    csrf_secret: str,
    secure_cookies: bool,
    state: Mapping[str, Any],
    guards: Sequence[Guard] = (),
    dependencies: Mapping[str, Provide] | None = None,
    on_shutdown: Sequence[LifespanHook] = (),
) -> Litestar:
    """Return a site with its routes and static files as a Litestar application."""
    static = create_static_files_router(path="/static", directories=[options.folder / "static", COMMON_STATIC])
    return Litestar(
        route_handlers=[*routes, static],
        guards=guards,
        dependencies=dependencies,
        middleware=[limited_forms(most_fields=options.most_fields)],
        plugins=[FormPlugin()],
        csrf_config=CSRFConfig(
            secret=csrf_secret,
            cookie_name=cookie_name(options.csrf_cookie, secure=secure_cookies),
            cookie_secure=secure_cookies,
            cookie_httponly=True,
            cookie_samesite="strict",
        ),
        exception_handlers={Exception: options.error_page},
        before_send=[carried_by_every_answer(security_headers(leaves_to=options.leaves_to))],
        request_max_body_size=options.largest_body,
        openapi_config=None,
        state=State(dict(state)),
        on_shutdown=on_shutdown,
        logging_config=None,
        debug=False,
    )
