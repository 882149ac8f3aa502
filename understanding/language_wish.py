"""The wish for a language: said outright, or by saying which language one cannot read. A language that is only mentioned is no wish."""

import re

from understanding.language import EN, JA, JAPANESE_LETTER

_NAMES = {
    "英語": EN, "えいご": EN, "eigo": EN, "english": EN, "イングリッシュ": EN,
    "日本語": JA, "にほんご": JA, "nihongo": JA, "japanese": JA,
    "kanji": JA, "hiragana": JA, "katakana": JA,
}  # fmt: skip
_OTHER = {JA: EN, EN: JA}
_JA = r"(英語|えいご|イングリッシュ|日本語|にほんご|English|Japanese|eigo|nihongo)"
_EN = r"(english|japanese)"
_ENDS = r"[\s。．.!！?？、,~〜ー]*"


def _compiled(*patterns: str) -> "tuple[re.Pattern[str], ...]":
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


_WISHES = _compiled(
    rf"^\W*(?:in\s+)?{_JA}(?:\s*(?:で|に|が(?:いい|良い)|を希望\w*|please|pls|plz|版|version))?(?:、?(?:お願い|おねがい)\w*)?{_ENDS}$",
    rf"{_JA}\s*(?:で|に|へ)(?:も(?:いい|良い|大丈夫|だいじょうぶ))?\s*"
    r"(?:お願い|おねがい|して(?!く?れ?る)|話して|はなして|話したい|話しま|書いて(?!あ|い|る)|答えて|こたえて|返事して|返信して|続けて|切り替|切りかえ|きりかえ|"
    r"変え|かえて|戻|もど)",
    rf"(?:じゃなくて|ではなくて?)、?\s*{_JA}",
    rf"{_JA}\s*でも(?:いい|良い|大丈夫|だいじょうぶ)(?:です|かな|か|？|\?|$)",
    rf"\b{_EN}\s*,?\s*(?:please|pls|plz)\b",
    r"\b(?:can|could|may|shall|let'?s|please|pls)\s+(?:we\s+|you\s+|i\s+)?(?:please\s+|just\s+)*"
    r"(?:do (?:this|it)|speak|talk|write|chat|reply|answer|continue|switch|change|go(?: on)?|use|have (?:this|it))\s*(?:to me\s*)?"
    rf"(?:the language\s*)?(?:in|to|into|back to)?\s*{_EN}\b",
    rf"\b(?:switch|change|go back)\s+(?:the\s+)?(?:language\s+)?(?:back\s+)?(?:in)?to\s+{_EN}\b",
    rf"\bi(?:'d| would)?\s+(?:prefer|rather|like)\s*(?:to\s+)?(?:use|speak|write|talk|have)?\s*(?:this\s+|it\s+)?(?:in\s+)?{_EN}\b",
)
_CANNOT = _compiled(
    rf"{_JA}\s*(?:が|は|を|も|って|だと|では|じゃ|、)?\s*(?:まったく|全然|ぜんぜん|あまり|あんまり|よく|うまく|ほとんど|ちょっと|少ししか)?\s*"
    r"(?:(?:わか[らり]|分か[らり]|判ら|読め|よめ|書け|話せ|しゃべれ|喋れ|でき|出来|理解でき)(?:な|ま|ん|ず)|苦手|にがて|さっぱり|無理|ムリ|むり|不得意|下手|だめ|ダメ)",
    r"\b(?:i|we)\b(?:\s+\w+){0,2}\s*(?:don'?t|do not|can'?t|cannot|can not|couldn'?t|barely|hardly)\s+(?:really\s+|even\s+)*"
    rf"(?:speak|read|write|understand|know|type|follow)\s+(?:any\s+|much\s+|a lot of\s+|good\s+)?{_EN}\b(?!\s+(?:law|site|people|name|text|form|page))",
    r"\b(?:i|we)\s+(?:don'?t|do not|can'?t|cannot|can not|couldn'?t|barely|hardly)\s+(?:really\s+|even\s+|actually\s+)*"
    r"(?:read|write|understand|know)\s+(?:any\s+|much\s+|the\s+|this\s+|these\s+)?(kanji|hiragana|katakana)\b(?!\s+(?:in|on|of|for))",
    rf"\bmy\s+{_EN}\s+(?:is|isn'?t|ain'?t)\s*(?:\w+\s+){{0,2}}(?:not|good|great|bad|poor|weak|terrible|awful|limited|basic|rubbish|perfect)",
    rf"^\W*no\s+{_EN}{_ENDS}$",
    rf"\b{_EN}\s+(?:is\s+)?(?:no|not)\s+(?:good|ok(?:ay)?|possible)\b",
    rf"\b(?:i'?m|i am)\s+(?:not\s+good|bad|no good|terrible|poor)\s+(?:at|in|with)\s+{_EN}\b",
    rf"{_JA}\s*(?:wa|ga)?\s*(?:wakar(?:anai|imasen|an)|yomenai|yomemasen|hanasenai|dekinai|muri)\b",
)
_SOMEBODY_ELSE = re.compile(
    r"(?:相手|犯人|加害者|警察|サイト|運営|向こう|むこう|彼氏?|あいつ|弁護士|友達|友だち|ともだち|母|父|親|夫|妻|先生)(?:さん)?(?:は|が|も)[^。、]{0,8}$"
)
_UNNAMED = re.compile(
    r"(?:言語|ことば|言葉)を?\s*(?:変え|かえ|切り替|切りかえ)|(?:change|switch)\s+(?:the\s+|my\s+)?language|(?:other|another)\s+language\b|^\W*english or japanese\W*$|^\W*(?:日本語か英語|英語か日本語)\W*$",
    re.IGNORECASE,
)
_MUCH_JA, _MUCH_EN = 8, 4
_POLITE = re.compile(
    r"すみません|すいません|ごめん(?:なさい|ね)?|申し訳(?:ないです|ありません)|でした|です(?:が|けど)?|なので|ので"
)
"""Words of politeness, which say nothing more."""


def wished_language(text: str, *, current: str) -> str:
    """Return the language that a text asks for, given the current one; `` where it only mentions one, or none."""
    found = _found(text)
    if found is not None:
        return found[0]
    return _OTHER[current] if _UNNAMED.search(text) else ""


def says_more(text: str) -> bool:
    """Tell whether a text says something besides its wish for a language, so that it needs an answer of its own."""
    found = _found(text)
    if found is None:
        return False
    left = text[: found[1].start()] + " " + text[found[1].end() :]
    japanese = len(JAPANESE_LETTER.findall(_POLITE.sub("", left)))
    return japanese >= _MUCH_JA or len(re.findall(r"[A-Za-z']{2,}", left)) >= _MUCH_EN


def _found(text: str) -> "tuple[str, re.Match[str]] | None":
    for pattern in _CANNOT:
        match = pattern.search(text)
        if match and not _SOMEBODY_ELSE.search(text[: match.start()]) and not _goes_on_in_english(text, match):
            return _OTHER[_named(match)], match
    for pattern in _WISHES:
        match = pattern.search(text)
        if match:
            return _named(match), match
    return None


def _goes_on_in_english(text: str, match: "re.Match[str]") -> bool:
    """Tell whether somebody excuses their English and goes on in it: `sorry, my English is bad, a man made...` wishes for nothing."""
    left = text[: match.start()] + " " + text[match.end() :]
    is_english = not JAPANESE_LETTER.search(left)
    return _named(match) == EN and is_english and len(re.findall(r"[A-Za-z']{2,}", left)) >= _MUCH_EN


def _named(match: "re.Match[str]") -> str:
    return _NAMES[match.group(1).lower()]
