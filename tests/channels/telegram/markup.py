"""Telegram's HTML read as Telegram reads it: the plain text that is left, and the entities in it."""

from collections.abc import Mapping
from html.parser import HTMLParser

from aiogram.types import MessageEntity

from tests.channels.telegram.api_calls import ApiViolation

_KINDS: Mapping[str, str] = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}


def units(text: str) -> int:
    """Return the length of a text as Telegram counts: in UTF-16 code units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def read_html(text: str) -> tuple[str, list[MessageEntity]]:
    """Return plain text and entities; a tag that Telegram does not know, or left open, violates."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    if reader.open:
        raise ApiViolation(f"can't parse entities: Can't find end tag corresponding to start tag {reader.open[-1][0]}")
    return reader.text, reader.entities


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.entities: list[MessageEntity] = []
        self.open: list[tuple[str, int, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _KINDS:
            raise ApiViolation(f'can\'t parse entities: Unsupported start tag "{tag}"')
        self.open.append((tag, units(self.text), dict(attrs).get("href")))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open[-1][0] != tag:
            raise ApiViolation(f'can\'t parse entities: Unexpected end tag "{tag}"')
        _, offset, link = self.open.pop()
        if length := units(self.text) - offset:
            self.entities.append(MessageEntity(type=_KINDS[tag], offset=offset, length=length, url=link))

    def handle_data(self, data: str) -> None:
        self.text += data
