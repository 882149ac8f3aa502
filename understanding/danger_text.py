"""Takes a message apart for danger: what is cut out as harmless, the strongest sign that is left, what tells that it is over."""

import re
from typing import NamedTuple, Optional, Pattern, Sequence, Tuple

from understanding import (
    danger_concepts,
    danger_door,
    danger_home,
    danger_missing,
    danger_more,
    danger_relief,
    danger_rows,
    danger_signs,
    danger_violence,
)
from understanding.danger_door import is_at_the_door, without_visits
from understanding.danger_harmless import (
    ABOUT_THE_IMAGE,
    DENIED,
    EXTORTERS_OWN,
    FICTION,
    IDIOMS,
    LYRICS,
    OVER,
    SHAME,
    THREATENED,
    TOLD_TO_DIE,
    UNHURT,
)
from understanding.danger_home import FAMILY, has_the_key, is_at_home, lets_himself_in, lives_with
from understanding.danger_hyperbole import (
    ANGRY,
    BURDENED,
    EXAGGERATED,
    EXTORTERS_WORDS,
    FEARED,
    GAMES,
    GRAVE,
    MIXED,
    OFTEN,
    REFUSED,
    SERIOUS,
    TASK,
)
from understanding.danger_missing import MISSING
from understanding.danger_people import BODY, MEANS, MEETING, PARTNER, RELIEF
from understanding.danger_rows import SENTENCES, first_window
from understanding.danger_suicide import DOUBTFUL, SELF_HARM, SUICIDE
from understanding.normalise import normalise
from understanding.reading import CLEAR, DOUBT, Danger

VIOLENCE, WISH, HARM = danger_rows.NOW, danger_rows.WISH, danger_rows.HARM
KINDS = (VIOLENCE, WISH, HARM)
"""The kinds of danger: what happens now comes first."""

_GAPS = re.compile(r"(?<=[ぁ-ヿ一-鿿]) (?=[ぁ-ヿ一-鿿])")
_UNDONE = re.compile(
    r"(?:て(?:い)?る|たり|り|た|る)?(?:って)?(?:こと|わけ|ん|の|とか|ほど|とこ(?:ろ)?)?(?:まで)?(?:じゃ|では?|は|も|とか)?(?:は|も)?(?:い|し)?(?:な(?:い|かった)|ません)"
    r"(?!(?:の)?か(?!ら)|かも|かな|と|よう|で(?:しょう|くれ|ほし))"
)
"""How a sentence goes on that denies what was just said; `んじゃないか` fears it."""
_CUT = " … "
_LOG_LINE = re.compile(
    r"^\s*(?:\[?\d{1,2}[:時]\d{2}\]?\s*)?(?!(?:https?|re|今|ps)\b)[^\s:：「」、。]{1,14}(?:さん|ちゃん)?\s*[:：>「](?!//)",
    re.MULTILINE,
)
_FEWEST_LOG_LINES = 2
_FIRST_PERSON = re.compile(
    r"(?:私|わたし|僕|俺|自分)(?:も|は|が)|\b(?:i (?:want|feel|wanna|wish|am|keep)|i'?m|me too|same)\b"
)
_LYRICS = re.compile(LYRICS)
_RELATES = re.compile(r"(?:私|わたし|僕|俺|自分)も|同じ|共感|\b(?:me too|same|i (?:feel|relate)|like me)\b")
_UNRELIEVED = re.compile(r"(?:n't|not|never|cannot|no longer|とは|ても)\s?(?:\w+\s){0,2}$")
_WISHED = re.compile(
    r"^(?:い(?=です|な|よ|の|けど|と|、|。|って|んだ|んで|\s|$)|く(?:ない|て)|かった|[いしきて]{0,2}(?:ほし|欲し|たい|たく|たかった)"
    r"|た?ら(?:いい|良い|よかった|良かった|な(?:あ|ぁ|$))|る(?:人|ひと)(?:が|も|は)?(?:いな|いませ|ほし|欲し))"
)
"""How a Japanese text goes on in which relief is only wished for."""
STILL = re.compile(
    r"(?<!病院で)(?:\d+|全部|大量に|たくさん|いっぱい)(?:錠|粒|個)?[^。\n]{0,6}(?:飲|の)ん(?:だ|じゃ|でし)|足音(?!(?:も|が|は)?(?:し|聞こえ|消え)(?:ない|なく|た))|(?:のぼ|登|上)って(?:く|き)|(?:線路|橋|海|川)(?:を)?[^。\n]{0,4}見て|最後に|(?:私|自分|僕|俺)(?:のほう|の方)?です(?:$|。)|切ると|瓶|ビン(?:を|も)|死んで(?:詫|お?わび|償)|(?<!誰も)いなくなりました[、。]|会いに行(?:き|った|く)|まずい気|連絡(?:が)?(?:とれ|取れ|つか)ない|(?:包丁|ナイフ|バット|薬|ロープ|カッター)(?:を|の[^。\n]{1,2})?(?:持|も)っ|うろつ|生きてるか|わざと|食べないって|もし(?:また)?来|行ったろか|(?:血|ち)(?:が|は)?(?:まだ)?(?:出|で)て|(?:腕|足|手首)に(?:三|\d|何)本|誰かいる気|目つき|まだ(?:い|外|来|家|ドア|怖)|また(?:来|死に|言)|でも(?:まだ|また)|\btook (?:them|it|all|every\w*)\b(?! (?:away|off|from|to))|\b(?:took|swallowed) (?:\w+ ){0,3}(?:pills|tablets|meds)\b|\bat (?:a|the) (?:lake|river|bridge)\b|\bgarage\b|\bin my (?:mouth|throat|stomach)\b|\bbe back\b|\bif (?:he|she|they)(?:\'s| is|\'re)? (?:back|comes?)\b|\btied\b|\bon purpose\b|\blighter\b|\bbath\'?s? (?:is )?running\b|\bnot going back\b|\bweirdly\b|\bgave (?:away )?my (?:cat|dog|things|stuff|guitar|bike)\b|\bwill not let\b|\bplease no\b|\bif i\'?m not here\b|\bno reason\b|\bcut(?:s|ting)? (?:deep|again)\b|\bcounted\b(?! twice)|\bwon\'?t wake\b|\bstill (?:here|there|outside|says?|wants?|banging|scared|want)|\b(?:he|they|it)(?:'s| has)? came back\b|\bback again\b|\bbut (?:now )?(?:he|she|they)(?:'s|'re| is| are) (?:back|still)"
)


class Sign(NamedTuple):
    """The strongest sign of danger in a text, and its place in what is left of it."""

    kind: str
    level: str
    start: int
    end: int
    window: str = ""
    """The sentences in which several things came together; `` for a plain sign."""
    means: str = ""
    about: str = ""


class Text(NamedTuple):
    """A normalised text, what is left of it, and what was cut out: denials, what is over, quotations, idioms."""

    words: str
    left: str
    denied: bool
    over: bool
    quoted: Optional[Danger]
    harmless: bool
    mixed: str = ""
    """The kind of danger that what stands beside a denial makes one ask about."""
    grave: bool = False
    """Whether a word is in it beside which nothing is taken as harmless."""
    burdened: bool = False
    """Whether something weighs on the person in what is left."""


def _compiled(patterns: Sequence[str]) -> Pattern[str]:
    return re.compile("|".join(patterns))


_IDIOMS, _IMAGE = _compiled((*EXAGGERATED, *IDIOMS)), _compiled(ABOUT_THE_IMAGE)
_DENIED = _compiled((*danger_relief.DENIED, *DENIED))
_UNHURT = _compiled(UNHURT)
_OVER, _GRAVE = _compiled((*danger_relief.OVER, *OVER)), _compiled(GRAVE)
_FICTION, _RELIEF = _compiled((*FICTION, *GAMES)), _compiled((*danger_relief.RELIEF, *RELIEF))
_BURDENED = _compiled(BURDENED)
_REFUSED = _compiled(REFUSED)
_EXTORTERS, _TASK = _compiled(EXTORTERS_WORDS), _compiled(TASK)
_MIXED = tuple((kind, re.compile(pattern)) for kind, pattern in MIXED)
_ANGRY, _SERIOUS = _compiled(ANGRY), re.compile(SERIOUS)
_FEARED, _OFTEN = _compiled(FEARED), re.compile(OFTEN)
HOME = FAMILY
"""In the place of means: somebody at home or at school who may do harm, or only be angry."""
_QUOTES: Tuple[Tuple[Pattern[str], Danger], ...] = (
    (_compiled(EXTORTERS_OWN), Danger(level=DOUBT, kind=WISH, about="other")),
    (_compiled(SHAME), Danger(level=DOUBT, kind=WISH)),
    (_compiled(TOLD_TO_DIE), Danger(level=DOUBT, kind=WISH)),
    (_compiled(THREATENED), Danger(level=DOUBT, kind=VIOLENCE, means="attacker")),
)
_CLEAR_SIGNS = tuple(
    (kind, _compiled(table))
    for kind, table in (
        (VIOLENCE, (*danger_violence.NOW, *danger_more.NOW, *danger_signs.NOW)),
        (WISH, (*SUICIDE, *danger_signs.WISH)),
        (HARM, (*SELF_HARM, *danger_more.HARM, *danger_signs.HARM)),
    )
)
_DOUBTFUL_SIGNS = (
    (VIOLENCE, _compiled((*danger_violence.DOUBTFUL_VIOLENCE, *danger_more.DOUBTFUL_NOW, *danger_signs.DOUBTFUL_NOW))),
    (HARM, _compiled(danger_more.DOUBTFUL_HARM)),
    (WISH, MISSING),
    (WISH, _compiled((*DOUBTFUL, *danger_signs.DOUBTFUL_WISH))),
)
_ROWS = (*danger_home.ROWS, *danger_door.ROWS, *danger_missing.ROWS, *danger_concepts.ROWS)
"""What is seen by what comes together, only where no plain sign was found: whose house it is before whose door."""
_MEANS = tuple((name, re.compile(pattern)) for name, pattern in MEANS)
PARTNERS, _MEETING = re.compile(PARTNER), re.compile(MEETING)
_BODY = re.compile(BODY)


def plain(text: str) -> str:
    """Return a normalised text without gaps between Japanese letters."""
    return _GAPS.sub("", normalise(text)).replace("居な", "いな")


def taken_apart(text: str) -> Text:
    """Return a text with everything harmless cut out."""
    words = plain(text)
    kept = without_visits(words)
    left, fiction = _without_fiction(kept)
    left, unhurt = _UNHURT.subn(_CUT, left)
    left, idioms = _IDIOMS.subn(_CUT, left)
    left, images = _IMAGE.subn(_CUT, left)
    left = _REFUSED.sub(_CUT, left)
    left, over = _OVER.subn(_CUT, left)
    left, denied = _DENIED.subn(_CUT, left)
    left, extorted = _EXTORTERS.subn(_CUT, left)
    left, quoted = _without_quotes(left)
    if quoted and quoted.kind == WISH and _TASK.search(words):
        quoted, extorted = None, 1
    mixed = next((kind for kind, pattern in _MIXED if denied and pattern.search(left)), "")
    harmless = bool(idioms or images or fiction or extorted) or kept != words
    is_grave = bool(_GRAVE.search(words))
    return Text(
        words,
        left,
        bool(unhurt) or (bool(denied) and not mixed),
        bool(over),
        quoted,
        harmless,
        mixed,
        is_grave,
        bool(_BURDENED.search(left)),
    )


def _without_quotes(left: str) -> Tuple[str, Optional[Danger]]:
    quoted = None
    is_partner = bool(PARTNERS.search(left))
    for pattern, unless in ((_ANGRY, _SERIOUS.search(left)), (_FEARED, is_partner or _OFTEN.search(left))):
        left, count = (left, 0) if unless else pattern.subn(_CUT, left)
        quoted = quoted or (Danger(level=DOUBT, kind=VIOLENCE, means=HOME) if count else None)
    for pattern, danger in _QUOTES:
        left, count = pattern.subn(_CUT, left)
        quoted = quoted or (danger if count else None)
    return left, quoted


def _without_fiction(words: str) -> Tuple[str, bool]:
    kept, found = [], False
    for sentence in SENTENCES.split(words):
        own = _RELATES if _LYRICS.search(sentence) else _FIRST_PERSON
        is_story = bool(_FICTION.search(sentence)) and not own.search(sentence)
        found = found or is_story
        kept.append(_CUT if is_story else sentence)
    return "".join(kept), found


def strongest_sign(left: str) -> Optional[Sign]:
    """Return the strongest sign in what is left of a text: what is clear first, what happens now first."""
    for level, table in ((CLEAR, _CLEAR_SIGNS), (DOUBT, _DOUBTFUL_SIGNS)):
        for kind, pattern in table:
            match = next((found for found in pattern.finditer(left) if not _is_undone(left, found, kind)), None)
            if match:
                return Sign(kind, level, match.start(), match.end())
        together = _sign_together(left, level)
        if together:
            return together
    return None


def _is_undone(left: str, sign: "re.Match[str]", kind: str) -> bool:
    """Tell whether the ending after a sign of violence denies it: `殴られるまではない`, `襲われてないです`."""
    return kind == VIOLENCE and bool(_UNDONE.match(left[sign.end() :]))


def _sign_together(left: str, level: str) -> Optional[Sign]:
    for row in _ROWS:
        window = first_window(row, left) if row.level == level else None
        if window is not None:
            return Sign(row.kind, row.level, 0, len(left), window, row.means, row.about)
    return None


def is_of_others(read: Text) -> bool:
    """Tell whether the signs may be somebody else's: a pasted chat, or a story told in the first person."""
    return len(_LOG_LINE.findall(read.words)) >= _FEWEST_LOG_LINES or bool(_FICTION.search(read.left))


def relief_in(words: str) -> bool:
    """Tell whether a normalised text tells that a danger is over."""
    words = danger_relief.OTHERS_JOKE.sub(_CUT, words)
    return not STILL.search(words) and any(
        not _UNRELIEVED.search(words[: match.start()]) and not _WISHED.match(words[match.end() :])
        for match in _RELIEF.finditer(words)
    )


def means_in(words: str, kind: str) -> str:
    """Return what is at hand for a kind of danger, `` where nothing is named."""
    if kind == VIOLENCE and not _BODY.search(words):
        return _whose_violence(words)
    named = next((name for name, pattern in _MEANS if pattern.search(words)), "")
    return named if kind != VIOLENCE else named if named in ("pills", "blade") else "attacker" if named == "" else named


def _whose_violence(words: str) -> str:
    """Return whom one lives with, a meeting, or an attacker; a partner outside who has no key is one."""
    family = lives_with(words)
    if family:
        return family
    is_outside = is_at_the_door(words) and not has_the_key(words)
    if lets_himself_in(words) or (PARTNERS.search(words) and not is_outside):
        return "partner"
    return "meeting" if _MEETING.search(words) else "attacker"


def is_plain_violence(words: str) -> bool:
    """Tell whether somebody is at the door or at home, or goes to meet them, by what comes together: it needs no classifier to be believed."""
    is_there = is_at_the_door(words) or is_at_home(words) or bool(lives_with(words))
    return is_there or first_window(danger_concepts.IN_EXCHANGE, words) is not None
