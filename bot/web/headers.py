"""The headers of every response: pages, files and errors."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from litestar.datastructures import MutableScopeHeaders
from litestar.types import BeforeMessageSendHookHandler, Message, Scope

ROBOTS = "X-Robots-Tag"
"""The one header that a page may give itself: most pages are for nobody's search engine, some are for everybody's."""


def security_headers(*, leaves_to: str | None) -> dict[str, str]:
    """Return headers that forbid external and inline content and caching; forms may lead to one external address."""
    outside = f" {urlsplit(leaves_to).scheme}://{urlsplit(leaves_to).netloc}" if leaves_to else ""
    policy = (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        f"form-action 'self'{outside}; base-uri 'none'; frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "Cache-Control": "no-store",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        ROBOTS: "noindex, nofollow",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()",
    }


def carried_by_every_answer(headers: Mapping[str, str]) -> BeforeMessageSendHookHandler:
    """Return a hook that adds headers to every response; Litestar's own option leaves errors out."""

    async def carry(message: Message, scope: Scope) -> None:  # noqa: ARG001 (the hook's signature)
        if message["type"] == "http.response.start":
            carried = MutableScopeHeaders.from_message(message)
            carried.update({**headers, ROBOTS: carried.get(ROBOTS, headers[ROBOTS])})

    return carry
