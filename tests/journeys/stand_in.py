"""Something in Rasa's place on the loopback that answers late, not at all, or strangely."""

import json
import threading
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HTML = "<html><body>502 Bad Gateway</body></html>"
ANSWERS: Mapping[str, tuple[int, str]] = {
    "empty": (200, "[]"),
    "a page": (200, HTML),
    "an error page": (502, HTML),
    "half an answer": (200, '[{"custom": {"say": "greet"'),
    "a sentence": (200, json.dumps([{"recipient_id": "x", "text": "Hello! How can I help you?"}])),
    "wrong shapes": (200, json.dumps([{"custom": {"say": ["greet"], "understood": 7}}])),
    "an unknown key": (
        200,
        json.dumps(
            [
                {
                    "custom": {
                        "say": "no.such.entry",
                        "understood": {"intent": {}, "ranking": [], "entities": [], "slots": {}},
                    }
                }
            ]
        ),
    ),
    "a number": (200, "7"),
    "null": (200, "null"),
    "nothing allowed": (401, "{}"),
    "not utf-8": (200, "\udcff\udcfe"),
}
"""Ways of being strange: status and body."""


class StandIn(ThreadingHTTPServer):
    """Answers as its `behaviour` says: a name from ANSWERS, `silent` (never), `late` (when `go_on` is set), or `hang up`."""

    daemon_threads = True

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Answering)
        self.behaviour = "empty"
        self.asked = 0
        self.go_on = threading.Event()
        self.url = f"http://127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()

    def close(self) -> None:
        """Stop listening and let go of whoever waits."""
        self.go_on.set()
        self.shutdown()
        self.server_close()

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say nothing when the bot has not waited for the answer."""
        del request, client_address


class _Answering(BaseHTTPRequestHandler):
    server: StandIn

    def do_GET(self) -> None:
        self._answer(200, "{}")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.server.asked += 1
        if self.server.behaviour == "hang up":
            return
        if self.server.behaviour in ("silent", "late"):
            self.server.go_on.wait()
        self._answer(*ANSWERS.get(self.server.behaviour, (200, "[]")))

    def _answer(self, status: int, text: str) -> None:
        body = text.encode("utf-8", "surrogateescape")
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name of its base class)
        del format, args
