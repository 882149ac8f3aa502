"""Links in what somebody typed: shown as text, never as something to tap, whatever Telegram would make of them."""

import re

_BREAK = "\N{WORD JOINER}"
"""Invisible and without width; no address goes on across it."""

_REST = r"[^\s\u3000-\u3002\uff08\uff09<>]"
_LINK = re.compile(
    rf"[a-z][a-z0-9+.-]*://{_REST}+"
    r"|(?<![\w@.-])@\w{4,}"
    rf"|(?<![\w@.-])(?:(?:[\w-]+\.)+[^\W\d_]{{2,}}|(?:\d{{1,3}}\.){{3}}\d{{1,3}})(?![\w@-])(?::\d+)?(?:[/?#]{_REST}*)?",
    re.IGNORECASE,
)
"""With a scheme; the name of a Telegram account; a site's name or number, with what follows it. Mail addresses are left."""


def links_in(text: str) -> list[tuple[int, int]]:
    """Return where links begin and end, in characters."""
    return [found.span() for found in _LINK.finditer(text)]


def broken(text: str) -> str:
    """Return a text in which every link looks the same and is none."""
    return _LINK.sub(lambda found: re.sub(r"[.:@/?#]", rf"{_BREAK}\g<0>{_BREAK}", found[0]), text)
