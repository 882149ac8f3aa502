"""Tells whether a message says that a danger is over, and whose; and whether what sounds like one is none."""

import re
from typing import Optional

from understanding.context import Context
from understanding.danger_back import without_who_left
from understanding.danger_ready import is_near_still, is_only_undone
from understanding.danger_relief import OF_OTHERS
from understanding.danger_text import VIOLENCE, Sign, Text, relief_in, strongest_sign, taken_apart
from understanding.danger_told import OTHERS, RELIEVING, SILENT, talk_of, told_in, without_attacker, without_coming
from understanding.reading import CLEAR, NONE, Danger

MOST_BESIDE_AN_IDIOM, MOST_BESIDE_A_DENIAL = 60, 100
"""Characters beside an idiom up to which nothing else is looked for: a long text may hold both; and the same beside a denial, or what is
over, where something weighs on the person in what is left."""

_STRONG_RELIEF = re.compile(
    r"落ち着|無事|見つか|誤解|寝(?:ました|てくれ)|保護|病院|\b(?:found|calm\w*|safe|asleep|fine|better|hospital|home|gone|left|drove|went away|arrested|false alarm)\b|もういない|いなくなった|帰った|帰りました|行った|去った"
)
_ASLEEP = re.compile(
    r"(?:子ども|子供|こども|娘|息子|赤ちゃん|下の子|上の子|チビ)(?:たち|ら)?(?:は|が|も)?[^。\n]{0,6}(?:寝て|眠って)(?:い)?(?:る|ます)"
    r"|\b(?:kids?|children|child|baby|son|daughter|boys|girls)(?:'s|'re| is| are|s)? (?:\w+ )?(?:asleep|sleeping|in bed)\b"
)
"""Children who sleep: no relief where the danger is not theirs."""
_MEANWHILE = re.compile(
    r"\b(?:while|when|as long as|before|until|once) (?:he|she|they|my \w+)(?:'s|'re| is| are|s)? (?:\w+ )?(?:asleep|sleeping|out|away|gone|home|at work|in the (?:shower|bath)|wakes? up|not (?:here|there|home))"
    r"|(?:寝|眠っ|留守にし|出かけ|いな|居な|風呂に入っ)(?:て(?:い)?る|い|ている)?(?:間|あいだ|うち|すき|隙|とき|時)(?:に|で)?"
)
"""A time at which something may be done (`while he's asleep`): it tells of no relief."""


_ASKED_FINE = re.compile(
    r"(?:ひとり|一人|1人)(?:で)?(?:家|いえ|うち|部屋|へや)に(?:い|お)(?:る|ます|て)|\b(?:alone|by (?:her|him)self) (?:at home|in (?:her|his) room)\b|(?:大丈夫|だいじょうぶ|平気|安全)(?:なん)?(?:です|でしょう|だろう|だ)?(?:か|\?|よね)|\b(?:is (?:it|that|he|she|everything)|am i|are (?:they|we)) (?:really |even )?(?:ok|okay|fine|all ?right|alright|safe)\b[^.!?\n]{0,20}\?"
)
"""Somebody is alone, or whether they are safe is asked: that is no relief."""


def is_relief(read: Text, context: Context) -> bool:
    """Tell whether a message says that the danger that was talked about is over."""
    if is_near_still(read.words, context):
        return False
    if read.denied and not read.quoted:
        return context.safety != "danger" or not is_only_undone(read.words)
    is_asked = context.asked in ("safe", "still_safe", "wish") and strongest_sign(read.left) is None
    in_question = context.safety in ("doubt", "danger", "eased") or is_asked
    talk = talk_of(context)
    told = told_in(read.words, context=context)
    if SILENT in told and not told & RELIEVING:  # somebody near is why they must be quiet
        return False
    told_words = _ASKED_FINE.sub(" … ", read.words)
    words = without_coming(told_words) if talk == OTHERS else _ASLEEP.sub(" … ", told_words)
    words = without_who_left(words, context, instead="もういない")
    words = without_attacker(_MEANWHILE.sub(" … ", words), talk=talk)
    return in_question and (read.over or relief_in(words))


def is_relieved(read: Text, sign: Optional[Sign], found: Danger, context: Context) -> bool:
    """Tell whether the danger in a message is told to be over in the same message."""
    if sign is None or not relief_in(read.left):
        return False
    after = read.left[sign.end :]
    is_now = found.about == "self" and sign.kind != VIOLENCE and sign.level == CLEAR
    if is_now:
        return False
    return bool(_STRONG_RELIEF.search(after)) or (context.safety in ("doubt", "danger") and relief_in(after))


def about_relief(read: Text, found: Danger, context: Context) -> str:
    """Return whose danger is over."""
    if found.level != NONE:
        return found.about
    talk = talk_of(context)
    return "other" if talk == OTHERS or (not talk and OF_OTHERS.search(read.words)) else "self"


def is_harmless(text: str) -> bool:
    """Tell whether the rules know what sounds like danger in a text to be none: an idiom, denied, over, a story, an image."""
    read = taken_apart(text)
    if strongest_sign(read.left) is not None or read.quoted is not None or read.mixed or read.grave:
        return False
    if read.denied or read.over:
        return not read.burdened or len(read.left) <= MOST_BESIDE_A_DENIAL
    return read.harmless and not read.burdened and len(read.left) <= MOST_BESIDE_AN_IDIOM
