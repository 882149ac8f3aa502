"""Links in what somebody typed: shown as text that cannot be tapped, although Telegram would turn it into links."""

import re

_BREAK = "\N{WORD JOINER}"
"""Invisible and without width; a link ends at it."""

_REST = r"[^\s\u3000-\u3002\uff08\uff09<>]"
_LINK = re.compile(
    rf"[a-z][a-z0-9+.-]*://{_REST}+"
    r"|(?<![\w@.-])@\w{4,}"
    rf"|(?<![\w@.-])(?:(?:[\w-]+\.)+[^\W\d_]{{2,}}|(?:\d{{1,3}}\.){{3}}\d{{1,3}})(?![\w@-])(?::\d+)?(?:[/?#]{_REST}*)?",
    re.IGNORECASE,
)
"""A URL with a scheme, the name of a Telegram account, or a host with its path. Mail addresses do not match."""


def find_links(text: str) -> list[tuple[int, int]]:
    """Return where links begin and end, in characters."""
    return [link.span() for link in _LINK.finditer(text)]


def defang(text: str) -> str:
    """Return a text whose links look the same but are plain text."""
    return _LINK.sub(lambda link: re.sub(r"[.:@/?#]", rf"{_BREAK}\g<0>{_BREAK}", link[0]), text)
