"""Writes and reads the words of the guidance as a `.po` file; a file that is not fully readable is refused."""

import io
import re
from collections.abc import Mapping
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import PoFileError, PoFileParser, read_po, write_po

from bot.guidance.errors import FileBroken
from bot.guidance.translation_import import LARGEST_FILE, TranslatedMessage
from bot.language import Language

_QUOTED = r'"(?:[^"\\]|\\.)*"'
_LINE = re.compile(rf"\s*(?:#.*|(?:(?:msgctxt|msgid|msgid_plural|msgstr|msgstr\[\d\])\s*)?{_QUOTED}\s*)?")
_KEYWORD = re.compile(r'\s*(?:msg\w+(?:\[\d*\])?\s*)?(?:".*)?')
_BEGINS, _ENDS = "", frozenset({"", "msgstr", "msgstr["})
_AFTER: Mapping[str, frozenset[str]] = {
    "msgctxt": _ENDS,
    "msgid": _ENDS | {"msgctxt"},
    "msgid_plural": frozenset({"msgid"}),
    "msgstr": frozenset({"msgid"}),
    "msgstr[": frozenset({"msgid_plural", "msgstr["}),
}
"""Which parts may precede each part of a message; a file ends where a message may end."""
_PART = re.compile(r"msgctxt|msgid_plural|msgid|msgstr\[|msgstr")
_LANGUAGE = re.compile(r"^Language:\s*([A-Za-z]+)", re.MULTILINE)


def as_po(shipped: Path, words: Mapping[str, str]) -> str:
    """Return a shipped file with other words for some keys; order, comments and everything else stay the same."""
    text = shipped.read_bytes().decode("utf-8")
    catalogue = read_po(io.BytesIO(text.encode("utf-8")))
    changed = {key: body for key, body in words.items() if _says_other(catalogue.get(key), body)}
    if not changed:
        return text
    for key, body in changed.items():
        message = catalogue.get(key)
        if message is not None:
            message.string = body
            message.flags.discard("fuzzy")
    written = io.BytesIO()
    write_po(written, catalogue, width=0)
    return written.getvalue().decode("utf-8")


def read_words(text: str, *, language: Language) -> list[TranslatedMessage]:
    """Return the messages of a file; raise FileBroken with line and reason (a key) if any of it is unreadable."""
    lines = text.replace("\r\n", "\n").removeprefix("\ufeff").split("\n")
    _refuse_broken(text, lines)
    catalogue = _Noting()
    try:
        PoFileParser(catalogue, abort_invalid=True).parse(f"{line}\n" for line in lines)
    except PoFileError as fault:
        raise FileBroken("half", line=int(getattr(fault, "lineno", 0) or 0) + 1) from fault
    except (ValueError, LookupError) as fault:
        raise FileBroken("unreadable") from fault
    named = _LANGUAGE.search(catalogue.header)
    if named and named[1].lower() != language.value:
        raise FileBroken("language")
    if not catalogue.noted:
        raise FileBroken("nothing")
    return [_line(message, catalogue) for message in catalogue.noted]


class _Noting(Catalog):
    """Records every message in the file: Babel's own catalogue silently merges those with the same key."""

    def __init__(self) -> None:
        super().__init__()
        self.noted: list[Message] = []
        self.header = ""

    def __setitem__(self, key: object, message: Message) -> None:
        if message.id:
            self.noted.append(message)
        else:
            self.header = str(message.string)


def _line(message: Message, catalogue: _Noting) -> TranslatedMessage:
    key = message.id if isinstance(message.id, str) else str(message.id[0])
    return TranslatedMessage(
        key=key,
        text=message.string if isinstance(message.string, str) else "",
        line=message.lineno or 0,
        is_fuzzy="fuzzy" in message.flags,
        is_odd=not isinstance(message.id, str) or message.context is not None,
        is_twice=sum(other.id == message.id for other in catalogue.noted) > 1,
    )


def _refuse_broken(text: str, lines: list[str]) -> None:
    if len(text) > LARGEST_FILE:
        raise FileBroken("large")
    before = _BEGINS
    for number, line in enumerate(lines, start=1):
        if any(ord(character) < ord(" ") and character != "\t" for character in line):
            raise FileBroken("control", line=number)
        if not _LINE.fullmatch(line):
            raise FileBroken("quotes" if _KEYWORD.fullmatch(line) and '"' in line else "line", line=number)
        before = _part(line, before, number)
    if before not in _ENDS:
        raise FileBroken("half", line=len(lines))


def _part(line: str, before: str, number: int) -> str:
    """Return the part of a message that a line belongs to; a bare string continues the part before it."""
    begun = line.strip()
    if not begun or begun.startswith("#"):
        return before
    found = _PART.match(begun)
    if (found is None and before == _BEGINS) or (found and before not in _AFTER[found[0]]):
        raise FileBroken("half", line=number)
    return found[0] if found else before


def _says_other(message: Message | None, body: str) -> bool:
    return message is not None and (message.string != body or "fuzzy" in message.flags)
