"""Streams without an end, as a live page listens to them: read as far as a test wants, then closed as by its browser."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any, cast

import httpx
from litestar import Litestar


class Stream:
    """What arrives of one answer."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.status = 0
        self.headers: dict[str, str] = {}
        self.ended = False
        self._text = ""
        self._news = asyncio.Event()

    def take(self, message: Any) -> None:
        """Take what the application sends."""
        if message["type"] == "http.response.start":
            self.status = message["status"]
            self.headers = {name.decode().lower(): value.decode() for name, value in message["headers"]}
        else:
            self._text += message.get("body", b"").decode()
            self.ended = not message.get("more_body", False)
        self._news.set()

    def events(self) -> list[tuple[str, str]]:
        """Return the events so far, as (event, data); signs of life left out."""
        found = []
        for block in self._text.replace("\r\n", "\n").split("\n\n"):
            fields = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
            if "event" in fields:
                found.append((fields["event"], fields.get("data", "")))
        return found

    async def until(self, *wanted: str) -> list[tuple[str, str]]:
        """Wait until each of these events came, and return all so far."""
        async with asyncio.timeout(10):
            while not set(wanted) <= {event for event, _ in self.events()}:
                await self.more()
        return self.events()

    async def more(self) -> None:
        """Wait until something arrives."""
        await self._news.wait()
        self._news.clear()


@asynccontextmanager
async def listening(site: Litestar, path: str, http: httpx.AsyncClient) -> AsyncIterator[Stream]:
    """Open a stream with the cookies of a browser, and close it at the end."""
    stream, closed = Stream(), asyncio.Event()
    cookies = "; ".join(f"{cookie.name}={cookie.value}" for cookie in http.cookies.jar)
    scope = {
        "type": "http", "asgi": {"version": "3.0"}, "http_version": "1.1", "method": "GET", "scheme": "http",
        "path": path, "raw_path": path.encode(), "query_string": b"", "root_path": "", "client": ("127.0.0.1", 1),
        "server": ("staff", 80), "headers": [(b"host", b"staff"), (b"cookie", cookies.encode())],
    }  # fmt: skip
    asked = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> Any:
        if asked:
            return asked.pop()
        await closed.wait()
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        stream.take(message)

    running = asyncio.create_task(cast("Any", site)(scope, receive, send))
    try:
        async with asyncio.timeout(10):
            while not stream.status:
                await stream.more()
        yield stream
    finally:
        closed.set()
        await asyncio.wait([running], timeout=5)
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
