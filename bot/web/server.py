"""Serves a site so that nobody can keep others out: a connection that says nothing has a time, and makes room when there is none."""

import asyncio
import resource
from typing import Any

import uvicorn
from litestar.types import ASGIApp
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

MOST = 2000
"""Connections of a site."""
FIRST_BYTES = 10.0
"""Seconds until the head of a request is here, from the connection's begin or the answer before."""
STUCK = 30.0
"""Seconds in which a browser has to take some of an answer that waits for it."""
LARGEST_HEAD = 32 * 1024
"""Bytes of the address and the headers of a request."""
OWN_FILES = 200
"""Files that a process needs for itself."""
_REFUSED_MOST = 500
"""Connections that are told that there is no room; any more are closed at once."""
_TOO_LARGE = b"HTTP/1.1 431 Request Header Fields Too Large\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


def raise_file_limit() -> int:
    """Let this process open as many files as the machine allows it; return how many connections each of two sites can have."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    try:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
        soft = hard
    except (OSError, ValueError):
        pass  # some systems allow less than they say: what there is has to do
    if soft == resource.RLIM_INFINITY:
        return MOST
    return max(min(MOST, (soft - OWN_FILES) // 2 - _REFUSED_MOST), 50)


def server(application: ASGIApp, *, host: str, port: int, busy: str = "", most: int = MOST) -> uvicorn.Server:
    """Return a server for a site; `busy` is the page for whom there is no room."""
    config = uvicorn.Config(
        application,
        host=host,
        port=port,
        http=bounded(busy=busy, most=most),
        ws="none",
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
    )
    return uvicorn.Server(config)


def bounded(*, busy: str, most: int, first_bytes: float = FIRST_BYTES, stuck: float = STUCK) -> type[HttpToolsProtocol]:
    """Return HTTP with these limits."""

    class Bounded(BoundedProtocol):
        limit = most
        page = _answer(busy)
        head_seconds = first_bytes
        stuck_seconds = stuck

    return Bounded


class BoundedProtocol(HttpToolsProtocol):
    """HTTP on one connection, with limits of time, size and number."""

    limit = MOST
    page = b""
    head_seconds = FIRST_BYTES
    stuck_seconds = STUCK

    _timer: asyncio.TimerHandle | None = None
    _stuck: asyncio.TimerHandle | None = None
    _since = 0.0
    _head = 0
    _in_head = True
    _is_refused = False

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin; where there are too many, in the place of whoever has kept silent longest."""
        super().connection_made(transport)
        self._expect_head()
        if len(self.connections) > self.limit:
            self._make_room()

    def connection_lost(self, exc: Exception | None) -> None:
        """End."""
        self._stop_timers()
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Read on, unless there is no room or the head has grown too large."""
        if self._is_refused:
            self._end_with(self.page)
            return
        if self._in_head:
            self._head += len(data)
        super().data_received(data)
        if self._in_head and self._head > LARGEST_HEAD and not self.transport.is_closing():
            self._end_with(_TOO_LARGE)

    def on_headers_complete(self) -> None:
        """Go on with the body: from here on the site has its own limits."""
        self._in_head, self._head = False, 0
        if self._timer is not None:
            self._timer.cancel()
        super().on_headers_complete()

    def on_response_complete(self) -> None:
        """Wait for the next request."""
        if not self.pipeline:
            self._expect_head()
        super().on_response_complete()

    def pause_writing(self) -> None:
        """Wait for the browser to take what was written, but not for ever."""
        super().pause_writing()
        self._stuck = self.loop.call_later(self.stuck_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        """Go on: the browser has taken some."""
        if self._stuck is not None:
            self._stuck.cancel()
        super().resume_writing()

    @property
    def waits_for_browser(self) -> bool:
        """Tell whether nothing is being done here: the request is not whole yet."""
        return self._in_head or bool(self.cycle and self.cycle.more_body)

    def _expect_head(self) -> None:
        self._in_head, self._head, self._since = True, 0, self.loop.time()
        if self._timer is not None:
            self._timer.cancel()
        self._timer = self.loop.call_later(self.head_seconds, self.transport.abort)

    def _make_room(self) -> None:
        others: list[Any] = [one for one in self.connections if one is not self]
        silent = [one for one in others if one.waits_for_browser and not one.transport.is_closing()]
        if silent:
            min(silent, key=lambda one: one._since).transport.abort()  # noqa: SLF001 (one of us)
        elif len(self.connections) > self.limit + _REFUSED_MOST:
            self.transport.abort()
        else:
            self._is_refused = True  # told once its request has begun: an answer before that is lost

    def _end_with(self, answer: bytes) -> None:
        self.transport.write(answer)
        self.transport.close()

    def _stop_timers(self) -> None:
        for timer in (self._timer, self._stuck):
            if timer is not None:
                timer.cancel()


def _answer(page: str) -> bytes:
    body = page.encode()
    head = (
        "HTTP/1.1 503 Service Unavailable\r\n"
        "Content-Type: text/html; charset=utf-8\r\n"
        f"Content-Length: {len(body)}\r\n"
        "Content-Security-Policy: default-src 'none'; frame-ancestors 'none'\r\n"
        "Cache-Control: no-store\r\n"
        "Referrer-Policy: no-referrer\r\n"
        "X-Content-Type-Options: nosniff\r\n"
        "X-Robots-Tag: noindex, nofollow\r\n"
        "Retry-After: 30\r\n"
        "Connection: close\r\n\r\n"
    )
    return head.encode() + body
