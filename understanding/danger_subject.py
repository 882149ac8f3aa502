"""Tells whom a danger is about: the person who writes, or somebody else."""

import re

from understanding.context import Context
from understanding.danger_others import tells_of_other, tells_of_self
from understanding.danger_people import (
    BODY,
    EVIDENT_JA,
    OTHER_EN,
    OTHER_FORMS,
    OTHER_JA,
    REPORTED_EN,
    REPORTED_JA,
    SELF_JA,
    VICTIM_OTHER_EN,
    VICTIM_OTHER_JA,
)

SELF, OTHER = "self", "other"
SUPPORTERS = frozenset({"parent", "maker_parent", "teacher", "friend", "partner"})

_NEAR = 14
"""Characters between a Japanese subject and its sign."""

_BREAK = re.compile(r"[。!?\n]|\.(?=\s|$)")
_OTHER_EN = re.compile(OTHER_EN)
_OTHER_JA, _SELF_JA = re.compile(OTHER_JA), re.compile(SELF_JA)
_FORMS, _REPORTED_EN = re.compile(OTHER_FORMS), re.compile(REPORTED_EN)
_REPORTED_JA, _EVIDENT_JA = re.compile(REPORTED_JA), re.compile(EVIDENT_JA)
_VICTIM = re.compile(f"{VICTIM_OTHER_EN}|{VICTIM_OTHER_JA}")
SELF_VICTIM = re.compile(
    r"\b(?:hit|hitting|beat\w*|chok\w+|hurt\w*|attack\w*|follow\w*|chas\w+|kill|lock\w*|let|rap\w+|grabb\w+|threaten\w*) (?:up )?(?:me|us)\b|\b(?:hit|hits|slap\w*|punch\w*|kick\w*|beat\w*|grab\w*|broke) (?:\w+ )?my (?:face|head|arm|stomach|belly|back|hair|leg|neck|nose|eye|mouth)\b|\bi'?m next\b|\bme too\b|次は(?:私|僕|俺)|\bi(?:'?m| am) (?:being|getting|hiding|trapped|locked|followed)\b|(?:私|僕|俺|自分)(?:が|も|を)"
)
_PART_OF_ME = re.compile(r"\b(?:part of me|my (?:heart|body|brain|mind|head|soul))\b")
_WRITER = re.compile(
    r"\b(?:i|i'm|im|i've|i'd|i'll|myself|my own)\b(?! (?:found|saw|think|thought|heard|noticed|know|got|took|grabbed|stopped|called|told|am with|had to|just (?:found|saw|heard)|am worried|worry|can't (?:reach|find)))|(?<![ぁ-ん])(?:私|わたし|あたし|僕|ぼく|俺|おれ)(?:も|が|は|の(?:手|腕|足|体|首)|なんか|さえ)"
)
_BODY = re.compile(BODY)
_AND_ME = re.compile(r"(?<!of )\b(?:my|me|mine|us|i)\b")
_BARE_WANT = re.compile(r"^(?:want|wanna|wana|don'?t|dont|can'?t|cant|just)\b")
_SINGULAR = re.compile(r"^(?:she|he)\b")
_JAPANESE = re.compile(r"[ぁ-ヿ一-鿿]")


def about(words: str, *, start: int, end: int, is_violence: bool, context: Context) -> str:
    """Return `self` or `other` for the sign at a place in a normalised text."""
    if _is_others(words, is_violence=is_violence, context=context):
        return OTHER
    if tells_of_self(words):
        return SELF
    if is_violence and _VICTIM.search(words):
        return SELF if SELF_VICTIM.search(words) else OTHER
    before, sign, after = _sentence(words, start, end)
    if is_violence and _JAPANESE.search(words):
        return SELF
    if _JAPANESE.search(sign):
        return _about_ja(before, after, context)
    return SELF if is_violence and not _is_body(sign) else _about_en(before, sign, after)


_OWN_END = re.compile(
    r"\b(?:i|me|my|myself)\b[^.!?\n]{0,30}\b(?:die|dying|dead|see (?:the|any|no) point|wak(?:e|ing) up|be here|go on|cope|take (?:it|this) any ?more|kill\w*|cut\w*|hurt\w*|end(?:ing)? it|disappear|vanish|jump|hang|overdos\w*|suicid\w*|pills|alive|living|self[- ]?harm\w*)\b|\bmyself\b|\bkms\b"
    r"|(?:私|わたし|あたし|俺|おれ|僕|ぼく|自分|うち)(?:が|は|も|だって|まで|の(?:腕|手首|体))[^。!?\n]{0,16}(?:死|しに|消え|いなくな|切|傷|終わ|飛び|生き)"
)


def is_own_despair(words: str) -> bool:
    """Tell whether a normalised text says that the despair, or the wound, is the writer's own, whomever else it names."""
    return tells_of_self(words) or bool(_OWN_END.search(words))


def about_together(window: str, *, is_violence: bool, context: Context) -> str:
    """Return `self` or `other` for a danger that several things in a few sentences tell."""
    if _is_others(window, is_violence=is_violence, context=context):
        return OTHER
    if tells_of_self(window):
        return SELF
    if is_violence and not _BODY.search(window):
        return OTHER if _VICTIM.search(window) and not SELF_VICTIM.search(window) else SELF
    if _WRITER.search(window):
        return SELF
    named = _OTHER_EN.search(window) or _OTHER_JA.search(window)
    return OTHER if named or context.role in SUPPORTERS else SELF


def _is_others(words: str, *, is_violence: bool, context: Context) -> bool:
    is_now = is_violence and not _BODY.search(words)
    return tells_of_other(words, is_violence=is_now, is_supporter=context.role in SUPPORTERS)


def _is_body(sign: str) -> bool:
    return bool(re.search(r"pills|tablets|meds|overdos|\bod\b|swallow|took|bleed|unconscious|wake", sign))


def _sentence(words: str, start: int, end: int) -> "tuple[str, str, str]":
    before = _BREAK.split(words[:start])[-1]
    after = _BREAK.split(words[end:])[0]
    return before, words[start:end], after


def _about_ja(before: str, after: str, context: Context) -> str:
    reported, evident = bool(_REPORTED_JA.match(after)), bool(_EVIDENT_JA.match(after))
    subject = None
    for subject in _OTHER_JA.finditer(before):  # noqa: B007 - the last one counts
        pass
    if subject is None:
        says = reported and bool(re.match(r"^(?:って|と|とか)(?:言って|いって|言い|泣|連絡|line|ライン)", after))
        return OTHER if says or ((reported or evident) and context.role in SUPPORTERS) else SELF
    if _SELF_JA.search(before, subject.end()):
        return SELF
    between = before[subject.end() :]
    near = len(between) <= _NEAR and not re.search(r"(?:れて|られ|から|ので|たら|せいで|けど|のに|て、)", between)
    return OTHER if reported or evident or near else SELF


def _about_en(before: str, sign: str, after: str) -> str:
    if _PART_OF_ME.search(before + sign):
        return SELF
    if _REPORTED_EN.search(before) and _OTHER_EN.search(before):
        return OTHER
    subject = None
    for subject in _OTHER_EN.finditer(before + sign[:12]):  # noqa: B007 - the last one counts
        pass
    if (
        _FORMS.search(sign)
        or re.search(r"\b(?:her|his|their) $", before)
        or re.match(r"\s?(?:from|by) (?:her|him|them|my|a|someone)\b", after)
    ):
        return OTHER
    if subject is None or re.search(r"\bmy ?self\b|\bkms\b", sign):
        return SELF
    between = (before + sign)[subject.end() : len(before) + 2]
    if _AND_ME.search(between) or re.match(r"i\b|i'", sign):
        return SELF
    return (
        SELF
        if _SINGULAR.match(subject[0]) and _BARE_WANT.match(sign) and not re.search(r"n't|doesnt", between)
        else OTHER
    )
