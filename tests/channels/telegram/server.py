"""The HTTP server of the local Bot API: a free port of the loopback, a thread for each connection."""

import email.policy
import json
import socket
import sys
import threading
from collections.abc import Callable
from email.parser import BytesParser
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, Protocol
from urllib.parse import parse_qsl, unquote, urlsplit

from aiogram.types import BufferedInputFile

from tests.channels.telegram.api_calls import ApiResponse, CallerGone


class Backend(Protocol):
    """Answers the server's requests."""

    violations: list[str]

    def answer(self, path: str, read: Callable[[], dict[str, Any]], *, gone: Callable[[], bool]) -> ApiResponse:
        """Return the response to a request; `read` gives its parameters, `gone` tells whether the caller has closed the connection."""
        ...


class BotApiServer(ThreadingHTTPServer):
    """Listens on 127.0.0.1; a caller that is killed during a request affects no other."""

    daemon_threads = False
    block_on_close = True
    request_queue_size = 128

    def __init__(self, backend: Backend) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Request)
        self.backend = backend
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        self._open: set[Any] = set()
        self._guard = threading.Lock()
        self._thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)

    def start(self) -> None:
        """Answer from now on."""
        self._thread.start()

    def close(self) -> None:
        """Take no more requests, close every connection, and wait until all threads have ended."""
        self.shutdown()
        with self._guard:
            for connection in self._open:
                _hang_up(connection)
        self.server_close()
        self._thread.join()

    def process_request(self, request: Any, client_address: Any) -> None:
        """Remember the connection, so that it can be closed at the end."""
        with self._guard:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:
        """Forget a closed connection."""
        with self._guard:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Ignore callers that closed the connection; a fault of the server itself is a violation."""
        del request, client_address
        mistake = sys.exc_info()[1]
        if not isinstance(mistake, OSError):
            self.backend.violations.append(f"the local Bot API itself failed: {mistake!r}")


class _Request(BaseHTTPRequestHandler):
    server: BotApiServer
    protocol_version = "HTTP/1.1"
    wbufsize = -1
    disable_nagle_algorithm = True

    def do_GET(self) -> None:
        self._answer()

    def do_POST(self) -> None:
        self._answer()

    def _answer(self) -> None:
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        if len(body) < length:  # the caller was killed in the middle of it: nothing was asked
            self.close_connection = True
            return
        asked = urlsplit(self.path)

        def read() -> dict[str, Any]:
            return {**dict(parse_qsl(asked.query, keep_blank_values=True)), **self._parameters(body)}

        try:
            answer = self.server.backend.answer(unquote(asked.path), read, gone=self._gone)
        except CallerGone:
            answer = ApiResponse(0, drop=True)
        if answer.drop:
            self.close_connection = True
            _hang_up(self.connection)
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.content_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def _parameters(self, body: bytes) -> dict[str, Any]:
        kind = self.headers.get_content_type()
        if not body:
            return {}
        if kind == "application/json":
            found = json.loads(body)
            if not isinstance(found, dict):
                raise ValueError("parameters are an object")
            return found
        if kind == "multipart/form-data":
            return _parts(self.headers["Content-Type"], body)
        return dict(parse_qsl(body.decode(), keep_blank_values=True, strict_parsing=True))

    def _gone(self) -> bool:
        try:
            return not self.connection.recv(1, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        except BlockingIOError:
            return False
        except OSError:
            return True

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name of its base class)
        del format, args


def _parts(content_type: str, body: bytes) -> dict[str, Any]:
    whole = b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body
    found: dict[str, Any] = {}
    for part in BytesParser(policy=email.policy.HTTP).parsebytes(whole).iter_parts():
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        name = str(part.get_param("name", header="content-disposition"))
        filename = part.get_filename()
        found[name] = BufferedInputFile(content, filename) if filename else content.decode()
    return found


def _hang_up(connection: socket.socket) -> None:
    try:
        connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        return
