"""The local Bot API's server: a request that was cut off was never made."""

import socket
from urllib.parse import urlsplit

import httpx

from tests.channels.telegram.bot_api import BotApi

BODY = "chat_id=1&text=hello"


def test_a_request_that_was_cut_off_was_never_made() -> None:
    with BotApi() as api:
        place = urlsplit(api.url)
        head = f"POST /bot{api.token}/sendMessage HTTP/1.1\r\nHost: x\r\n"
        kind = "Content-Type: application/x-www-form-urlencoded\r\n"
        for cut in ("", BODY[:8]):
            with socket.create_connection((place.hostname or "", place.port or 0)) as caller:
                caller.sendall(f"{head}{kind}Content-Length: {len(BODY)}\r\n\r\n{cut}".encode())
                caller.shutdown(socket.SHUT_WR)
                assert caller.recv(1) == b""
        assert httpx.get(f"{api.url}/bot{api.token}/getMe", trust_env=False).json()["ok"]
        assert ([call.method for call in api.calls], api.violations) == (["getMe"], [])
