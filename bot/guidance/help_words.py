"""Which words are for the chat only: what they ask for (a button, an answer, to stay) is not there on a plain page."""

import re
from collections.abc import Iterable

_ASKS = re.compile(
    r"下の?ボタン|ボタンから|下から選|ここに書|ここに、?話|ここで聞い|ここに送ら|ここには、|このチャット|このプログラム|答えているのはプログラム|教えてください|聞かせて|書いてください。?$"
    r"|\bbuttons? below\b|\bchoose below\b|\bpress (?:it|the|one)\b|\bwrite (?:it |that )?here\b|\btell me\b|\bthis (?:chat|program)\b|\ba program answers\b|\bI'll show\b|\bI'm here\b",
    re.IGNORECASE | re.MULTILINE,
)
_HERE = re.compile(r"ここ|\bhere\b|\bthis (?:chat|program)\b|プログラム|チャット", re.IGNORECASE)


def needs_chat(texts: Iterable[str]) -> bool:
    """Tell whether the words of an entry can only be said in the chat; one language is enough, so that both pages say the same."""
    return any(not text or _ASKS.search(text) for text in texts)


def speaks_of_chat(titles: Iterable[str]) -> bool:
    """Tell whether a question, in any language, is about the chat itself."""
    return any(_HERE.search(title) for title in titles)
