"""The two languages of the chat, and how the language of a text is detected from its script and words."""

import re
from enum import StrEnum


class Language(StrEnum):
    """A language of the chat, by its ISO 639-1 code."""

    JA = "ja"
    EN = "en"

    @property
    def other(self) -> "Language":
        """Return the other language."""
        return Language.EN if self is Language.JA else Language.JA


_JAPANESE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uff66-\uff9f]")
_LATIN_WORD = re.compile(r"[a-z']+")
_ENGLISH_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "i",
        "im",
        "i'm",
        "my",
        "me",
        "you",
        "your",
        "it",
        "is",
        "was",
        "are",
        "am",
        "do",
        "did",
        "does",
        "don't",
        "dont",
        "can",
        "can't",
        "cant",
        "how",
        "what",
        "who",
        "where",
        "when",
        "why",
        "someone",
        "somebody",
        "please",
        "help",
        "need",
        "want",
        "and",
        "or",
        "to",
        "of",
        "on",
        "in",
        "at",
        "for",
        "with",
        "not",
        "this",
        "that",
        "they",
        "he",
        "she",
        "we",
        "if",
        "but",
        "have",
        "has",
        "had",
        "be",
        "been",
        "there",
        "them",
        "his",
        "her",
        "our",
        "from",
        "about",
        "get",
        "got",
        "hi",
        "hello",
        "hey",
        "thanks",
        "thank",
        "yes",
        "no",
        "okay",
        "posted",
        "photo",
        "picture",
        "fake",
    ]
)
_ROMAJI = re.compile(
    r"\b(?:watashi|atashi|boku|ore|shini?tai|shinitai|sinitai|kie?tai|keshi?tai|kesitai|kesite|keshite|tasukete|tasuketekudasai|"
    r"kowai|tsurai|turai|desu|masu|shita|sita|sareta|dou|doushi\w*|dousureba|kudasai|onegai\w*|arigatou?|arigato|konnichiwa|konbanwa|"
    r"ohayou?|sumimasen|gomen\w*|nihongo|eigo|wakara\w*|shashin|syasin|gazou|hadaka|gakkou|tomodachi|kareshi|keisatsu|oya|"
    r"haha|musume|musuko|sensei|iya|yada|muri|hazukashi\w*|bara(?:ma|sa)\w*|odosare\w*|nande|nani|doko|dare|ima|moo?|mou)\b"
)
_NEEDED = 2


def detect(text: str) -> Language | None:
    """Return the language of a text, None if it is unclear (a name, a number, `ok`)."""
    if _JAPANESE_SCRIPT.search(text):
        return Language.JA
    lowered = text.lower().replace("\u2019", "'")
    words = _LATIN_WORD.findall(lowered)
    romaji = len(_ROMAJI.findall(lowered))
    english = sum(word in _ENGLISH_WORDS for word in words)
    if romaji and romaji >= english:
        return Language.JA
    if english >= _NEEDED or (english and len(words) == 1) or len(words) > _NEEDED:
        return Language.EN
    return None
