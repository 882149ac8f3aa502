"""Simulated people who write over Rasa's REST channel or the public page; each message is timed."""

from __future__ import annotations

import http.client
import itertools
import json
import re
import secrets
import time
import urllib.parse
from typing import TYPE_CHECKING

from _project import Stopped
from bench.processes import LOOPBACK

if TYPE_CHECKING:
    from collections.abc import Iterator

TALK = {
    "ja": (
        "こんばんは、相談してもいいですか",
        "同級生にAIで裸の画像を作られて、インスタに上げられました",
        "高校2年です",
        "その投稿を消すにはどうしたらいいですか",
        "警察にはどう相談すればいいですか",
        "証拠は何を残しておけばいいですか",
        "お金はかかりますか",
        "だれが投稿したのか知りたいです",
        "夜眠れなくて学校に行けません",
        "教えてくれてありがとうございます",
    ),
    "en": (
        "hello, can i ask you something",
        "a boy in my class made an ai nude of me and posted it on instagram",
        "i'm 17 years old",
        "how can i get that post taken down",
        "how do i report this to the police",
        "what should i save as evidence",
        "does any of this cost money",
        "can i find out who posted it",
        "i can't sleep and i can't go to school",
        "thank you for explaining that to me",
    ),
}
"""The messages, written in a cycle: ten in each language, some answered by rules and some by actions."""

_TIMEOUT = 60
_TOKEN = re.compile(r'data-csrf="([^"]+)"')
_SEQ = re.compile(r'data-seq="(\d+)"')


def messages_of(number: int) -> Iterator[str]:
    """Yield the messages of one person: odd numbers write English, and each starts at a different message."""
    messages = TALK["en" if number % 2 else "ja"]
    return itertools.islice(itertools.cycle(messages), number // 2 % len(messages), None)


class RestPerson:
    """Writes to Rasa's REST channel."""

    def __init__(self, port: str) -> None:
        """Start a conversation."""
        self._http = http.client.HTTPConnection(LOOPBACK, int(port), timeout=_TIMEOUT)
        self.start_over()

    def start_over(self) -> None:
        """Start a new conversation as another person."""
        self._sender = secrets.token_hex(16)

    def write(self, text: str) -> float:
        """Send a message and return the seconds until its answer; raise Stopped if the answer is empty."""
        body = json.dumps({"sender": self._sender, "message": text})
        start = time.perf_counter()
        self._http.request("POST", "/webhooks/rest/webhook", body, {"Content-Type": "application/json"})
        answer = self._http.getresponse()
        said = answer.read()
        seconds = time.perf_counter() - start
        if answer.status != http.client.OK or not json.loads(said):
            raise Stopped(f"Rasa answered {answer.status} with nothing to {text!r}.")
        return seconds


class WebPerson:
    """Writes on the public page as its script does."""

    def __init__(self, port: str) -> None:
        """Open the page."""
        self._http = http.client.HTTPConnection(LOOPBACK, int(port), timeout=_TIMEOUT)
        self._http.request("GET", "/")
        answer = self._http.getresponse()
        self._token = _TOKEN.findall(answer.read().decode())[0]
        self._page_cookies = _cookies(answer)
        self.start_over()

    def start_over(self) -> None:
        """Drop the session, so that the next message starts a new conversation."""
        self._cookies = dict(self._page_cookies)
        self._after = 0

    def write(self, text: str) -> float:
        """Send a message and return the seconds until the HTML of its answer; raise Stopped if it was refused."""
        fields = {"_csrf_token": self._token, "nonce": secrets.token_hex(16), "after": self._after, "text": text}
        body = urllib.parse.urlencode(fields)
        headers = {
            "Content-Type": "application/x-www-form-urlencoded",
            "Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items()),
            "HX-Request": "true",
        }
        start = time.perf_counter()
        self._http.request("POST", "/messages", body, headers)
        answer = self._http.getresponse()
        page = answer.read().decode()
        seconds = time.perf_counter() - start
        numbers = [int(number) for number in _SEQ.findall(page)]
        if answer.status >= http.client.BAD_REQUEST or 'data-author="assistant"' not in page:
            raise Stopped(f"The page answered {answer.status} without an answer to {text!r}.")
        self._cookies.update(_cookies(answer))
        self._after = max(numbers)
        return seconds


def _cookies(answer: http.client.HTTPResponse) -> dict[str, str]:
    headers = answer.headers.get_all("Set-Cookie") or []
    return dict(header.split(";")[0].split("=", 1) for header in headers)
