"""What is never said to a person, and why: a table for reviewers outside programming.

Each row holds patterns (regular expressions, upper and lower case alike) in both languages for one reason.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class Forbidden:
    """One reason, and the wordings in each language that it rules out."""

    why: str
    ja: tuple[str, ...]
    en: tuple[str, ...]

    def patterns(self, language: Language) -> tuple[str, ...]:
        """Return the patterns of a language."""
        return self.ja if language is Language.JA else self.en


FORBIDDEN = (
    Forbidden(
        why="It blames the person harmed, or asks why.",
        ja=("あなたのせいです", "なぜ送った", "どうして(?:送|撮)った", "自業自得", "(?:油断|すき)があった"),
        en=(
            "(?<!not )your own fault",
            "why did you",
            "you should have known",
            "asked for it",
            "brought it on yourself",
        ),
    ),
    Forbidden(
        why="It makes the harm small.",
        ja=("ただのAI", "しょせん", "AIだから", "本物ではないから", "考えすぎです"),
        en=("only ai", "just ai", "not even real, so"),
    ),
    Forbidden(
        why="Nobody can promise that an image goes, or when.",
        ja=("必ず(?:消|削除)", "絶対に消", "完全に(?:消|削除)", "画像は(?:すべて|全部)消えます"),
        en=("guarantee", "will definitely", "promise that it", "will all be (?:gone|removed)", "removed for good"),
    ),
    Forbidden(
        why="Nobody can promise what the police or a court will do.",
        ja=("必ず(?:逮捕|捕)", "逮捕されます", "罰せられます"),
        en=("they will be arrested", "will be punished", "will go to prison"),
    ),
    Forbidden(
        why="Nobody can promise how it ends.",
        ja=("絶対に大丈夫", "それで大丈夫です", "もう安心です", "必ずよくなり"),
        en=(r"everything will be (?:fine|okay|ok|all right)", "nothing can happen", "you are completely safe"),
    ),
    Forbidden(
        why="No secrecy without limits: a life in danger comes first.",
        ja=("秘密は(?:必ず|絶対)", "絶対に(?:秘密|知られ)", "だれにも知られません"),
        en=("completely secret", "no ?(?:body|one) will ever know", "never tell anyone", "stays secret no matter"),
    ),
    Forbidden(
        why="Nothing is promised in PAPS's name: it talks first, and it may have to say no.",
        ja=("PAPSに(?:任|まか)せ", "PAPSが(?:必ず|全部|すべて|代わりに)", "PAPSなら(?:必ず|すぐ)"),
        en=("leave it to paps", r"paps will (?:remove|delete|take|do|file|keep|help)", r"paps does (?:it|all)"),
    ),
    Forbidden(
        why="People are not named by what was done to them, and nobody's gender is assumed.",
        ja=("(?<!犯罪)被害者(?!支援|参加)", "彼女", "彼氏", "お嬢"),
        en=(r"\bvictims?\b(?! support)", r"\bhis or her\b", r"\bhe or she\b", r"\bshe or he\b"),
    ),
)
"""Every reason with its patterns. A new row needs both languages; a pattern that hits words in use fails `guidance check`."""

_COMPILED = {
    language: tuple(re.compile(pattern, re.IGNORECASE) for row in FORBIDDEN for pattern in row.patterns(language))
    for language in Language
}


def forbidden_in(text: str, *, language: Language) -> Iterator[str]:
    """Yield every wording of a text that is never said, as it stands there."""
    plain = unicodedata.normalize("NFKC", text)
    for pattern in _COMPILED[language]:
        if found := pattern.search(plain):
            yield found[0]
