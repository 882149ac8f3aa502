"""A site that is served to the whole world: who keeps silent, sends or takes nothing keeps nobody out."""

import asyncio
import contextlib
import resource
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest
import uvicorn
from litestar import Litestar, get
from litestar.types import ASGIApp

from bot.web.server import LARGEST_HEAD, bounded

BUSY = "<!doctype html><title>-</title><p>110 119"


@get("/")
async def hello() -> str:
    """Return a word."""
    return "hello"


@get("/long", media_type="text/plain")
async def long() -> bytes:
    """Return more than any buffer between two processes holds."""
    return b"x" * 50_000_000


@get("/slow")
async def slow() -> str:
    """Return a word late."""
    being_served.append(1)
    await asyncio.sleep(30)
    return "late"


being_served: list[int] = []
"""One for each request to the slow page."""

keep: list[asyncio.StreamWriter] = []
"""Connections that the other side holds open."""


def site() -> ASGIApp:
    """Return a small site."""
    return Litestar([hello, slow, long], openapi_config=None, logging_config=None)


@asynccontextmanager
async def served(*, most: int = 1000, first_bytes: float = 10, stuck: float = 30) -> AsyncIterator[int]:
    """Serve the site; yield its port."""
    http = bounded(busy=BUSY, most=most, first_bytes=first_bytes, stuck=stuck)
    config = uvicorn.Config(site(), port=0, http=http, ws="none", log_config=None, access_log=False, lifespan="off")
    server = uvicorn.Server(config)
    running = asyncio.create_task(server.serve())
    while not server.started:  # noqa: ASYNC110 (it has no event)
        await asyncio.sleep(0.01)
    try:
        yield int(server.servers[0].sockets[0].getsockname()[1])
    finally:
        while keep:
            writer = keep.pop()
            writer.transport.abort()
            with contextlib.suppress(OSError):
                await writer.wait_closed()
        server.should_exit, server.force_exit = True, True
        await running


async def silent(port: int, count: int = 1, *, saying: bytes = b"") -> list[asyncio.StreamReader]:
    """Open connections that say nothing, or hardly anything; they stay open as long as the readers live."""
    opened = [await asyncio.open_connection("127.0.0.1", port) for _ in range(count)]
    for _, writer in opened:
        writer.write(saying)
    keep.extend(writer for _, writer in opened)
    return [reader for reader, _ in opened]


async def is_closed(reader: asyncio.StreamReader, *, within: float) -> bool:
    """Tell whether the other side closes a connection within some seconds."""
    try:
        async with asyncio.timeout(within):
            while await reader.read(65536):
                pass
    except TimeoutError:
        return False
    except ConnectionError:
        return True
    return True


async def asked(port: int, path: str = "/") -> httpx.Response:
    """Ask for a page, as somebody new does."""
    async with httpx.AsyncClient(trust_env=False, timeout=3) as http:
        return await http.get(f"http://127.0.0.1:{port}{path}")


@pytest.mark.parametrize("saying", [b"", b"GET / HTTP/1.1\r\nHost:"], ids=["nothing", "half a head"])
async def test_a_connection_that_does_not_ask_is_closed(saying: bytes) -> None:
    async with served(first_bytes=0.3) as port:
        (reader,) = await silent(port, saying=saying)
        assert await is_closed(reader, within=1)


async def test_a_head_that_drips_has_no_more_time_than_one_that_is_silent() -> None:
    async with served(first_bytes=0.5) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        keep.append(writer)
        with contextlib.suppress(ConnectionError):
            for letter in b"GET / HTTP/1.1\r\nHost: here\r\nX: " + b"x" * 20:
                writer.write(bytes([letter]))
                await asyncio.sleep(0.05)
        assert await is_closed(reader, within=0.5)


async def test_a_browser_may_think_between_two_requests_on_one_connection() -> None:
    async with served(first_bytes=0.5) as port, httpx.AsyncClient(trust_env=False) as http:
        for _ in range(4):
            assert (await http.get(f"http://127.0.0.1:{port}/")).text == "hello"
            await asyncio.sleep(0.3)


async def test_silent_connections_make_room_for_who_asks() -> None:
    async with served(most=50) as port:
        await silent(port, 120)
        answers = await asyncio.gather(*(asked(port) for _ in range(20)))
        assert {answer.text for answer in answers} == {"hello"}


async def test_who_sends_half_a_form_makes_room_too() -> None:
    async with served(most=50) as port:
        await silent(port, 120, saying=b"POST / HTTP/1.1\r\nHost: here\r\nContent-Length: 9\r\n\r\na=")
        assert (await asked(port)).text == "hello"


async def test_where_everybody_is_being_served_the_page_with_the_numbers_is_shown() -> None:
    async with served(most=10) as port:
        being_served.clear()
        busy = [asyncio.ensure_future(asked(port, "/slow")) for _ in range(10)]
        while len(being_served) < len(busy):  # noqa: ASYNC110 (other requests make it true)
            await asyncio.sleep(0.01)
        answer = await asked(port)
        assert (answer.status_code, answer.text) == (503, BUSY)
        assert answer.headers["cache-control"] == "no-store"
        for one in busy:
            one.cancel()
        await asyncio.gather(*busy, return_exceptions=True)


async def test_a_head_without_end_is_refused() -> None:
    async with served() as port:
        (reader,) = await silent(port, saying=b"GET / HTTP/1.1\r\nHost: here\r\nX: " + b"x" * (LARGEST_HEAD + 70_000))
        assert (await reader.read(20)).startswith(b"HTTP/1.1 431")


async def test_a_browser_that_takes_nothing_of_its_answer_is_let_go() -> None:
    async with served(stuck=0.5) as port:
        reader, writer = await asyncio.open_connection("127.0.0.1", port, limit=1024)
        keep.append(writer)
        writer.write(b"GET /long HTTP/1.1\r\nHost: here\r\n\r\n")
        await asyncio.sleep(2)
        received = 0
        with contextlib.suppress(ConnectionError):
            while chunk := await reader.read(1_000_000):
                received += len(chunk)
        assert received < 50_000_000


def test_a_process_may_open_as_many_files_as_the_machine_allows() -> None:
    program = (
        "import resource; from bot.web.server import raise_file_limit;"
        "resource.setrlimit(resource.RLIMIT_NOFILE, (256, resource.getrlimit(resource.RLIMIT_NOFILE)[1]));"
        "print(raise_file_limit(), resource.getrlimit(resource.RLIMIT_NOFILE)[0])"
    )
    shown = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout.split()
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    assert int(shown[1]) == hard
    assert 50 <= int(shown[0]) <= 2000
