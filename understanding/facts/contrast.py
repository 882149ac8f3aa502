"""About whom it is, where somebody names one person in place of another, or says who is in the image."""

import re

from understanding.people import (
    CHILD_EN,
    CHILD_JA,
    CLASSMATE_EN,
    CLASSMATE_JA,
    COLLEAGUE_EN,
    COLLEAGUE_JA,
    FRIEND_EN,
    FRIEND_JA,
    PARTNER_EN,
    PARTNER_JA,
    PUPIL_EN,
    PUPIL_JA,
    WRITER_JA,
)

_PEOPLE = (
    ("self", r"(?:me|myself)", rf"{WRITER_JA}(?:自身|本人)?"),
    ("parent", CHILD_EN, CHILD_JA),
    ("teacher", PUPIL_EN, PUPIL_JA),
    ("partner", PARTNER_EN, PARTNER_JA),
    ("friend", FRIEND_EN, FRIEND_JA),
    ("friend", CLASSMATE_EN, CLASSMATE_JA),
    ("friend", COLLEAGUE_EN, COLLEAGUE_JA),
)
"""The role of who writes about whom, with what they are called."""

_IN_IT_EN = r"(?:who (?:is|was) )?(?:in|on) (?:it|there|this|that|them|(?:the|this|that|these|those) (?:\w+ )?(?:photo|pic|picture|image|video|fake|nude|one)s?)"
_ENDS_EN = rf"(?= ?(?:$|[.,!?\n]|and\b|but\b|not\b|{_IN_IT_EN}|who (?:was|is|got)\b|she\b|he\b))"
_ITS_EN = r"(?:it'?s|it is|this is|that'?s|they are|they're|the fakes? (?:is|are)|the (?:picture|photo|image|video)s? (?:is|are)|i'?m (?:asking|writing))(?: (?:all|really|actually))?(?: (?:about|for|of))?"
_SUBJECT_EN = (
    rf"(?:the )?(?:(?:girl|boy|person|one|woman|man|kid|face) {_IN_IT_EN}|victim|(?:girl|boy|person|one) who was \w+)"
)
_NAMED_JA = r"(?:被害者|被害に[あ遭]った(?:の|人)|(?:写|映|うつ)って(?:い)?る(?:の|人|子|本人)|(?:作|つく|晒|さら|脅|撮|使)(?:られ|され|わ?れ)(?:た|て(?:い)?る)(?:の|人|ほう|方)|(?:加工|合成)された(?:の|人)|(?:画像|写真|動画)(?:の子|の人)?)(?:は|が)[、]?"
_ABOUT_JA = r"(?:の(?:裸の?|偽の?|顔の?)*(?:こと|件|話|画像|写真|動画|顔|裸)(?:な|で|だ|です|に|が)?|なん|です|だ(?:よ|から|けど|って)?(?![いっ])|が(?:被害|写|映|(?:作|さ|晒|脅)(?:られ|れ))|本人|[。、!?\n]|$)"
_NOT_JA = r"(?:のこと|の話|本人|の子)?(?:じゃ|では)な(?:くて?|い(?:です|んです|よ|。|、)*)[、。 ]?"


def _named(en: str, ja: str) -> "re.Pattern[str]":
    """Return how this person is named as the one in the image, or as the one whom it is about."""
    return re.compile(
        rf"\b{_SUBJECT_EN} (?:is|was) {en}{_ENDS_EN}|\b{_ITS_EN} {en} {_IN_IT_EN}|{_NAMED_JA}{ja}{_ABOUT_JA}"
    )


def _instead(en: str, ja: str, other_en: str, other_ja: str) -> "re.Pattern[str]":
    """Return how the first is named in place of the other."""
    return re.compile(
        rf"\b{_ITS_EN} {en}(?: {_IN_IT_EN})?[,.]? (?:and )?not (?:about |for |of )?{other_en}\b"
        rf"|(?:^|[.,!?] ?|\bno |\b{_ITS_EN} )not (?:about |for |of )?{other_en}(?: {_IN_IT_EN})?[,.;!]? (?:but |{_ITS_EN} )?(?:about |for |of )?{en}{_ENDS_EN}"
        rf"|{other_ja}{_NOT_JA}(?:{_NAMED_JA})?(?:うちの|私の|僕の)?{ja}{_ABOUT_JA}"
    )


_NAMED = tuple((role, _named(en, ja)) for role, en, ja in _PEOPLE)
_INSTEAD = tuple(
    (other, role, _instead(en, ja, other_en, other_ja))
    for role, en, ja in _PEOPLE
    for other, other_en, other_ja in _PEOPLE
    if role != other
)
_OF_A_DEED_JA = re.compile(
    r"(?:(?:作|つく|送|撮|や|言|怒|払)っ|通報し|投稿し|加工し|相談し|見つけ|回し|流し|脅し)(?:てる|ている|た|てくれた)(?:の|人)(?:は|が)[^。!?\n]{0,12}$"
)


def about_whom(text: str, *, known: str) -> str:
    """Return the role that a normalised text names in place of the one that is known, `` for none."""
    named = next((role for role, pattern in _NAMED if role != known and pattern.search(text)), "")
    if named:
        return named
    for other, role, pattern in _INSTEAD:
        found = pattern.search(text) if other == known else None
        if found and not _OF_A_DEED_JA.search(text[: found.start()]):
            return role
    return ""
