"""Somebody says that the role they were taken for is wrong."""

import re
from typing import Mapping, Tuple

from understanding.context import Context
from understanding.facts.confession import confesses
from understanding.facts.contrast import about_whom
from understanding.facts.role import WHO_DID_IT, read_role
from understanding.facts.sides import clears_the_child, clears_the_writer, writer_is_harmed
from understanding.people import FRIEND, MAKER, MAKER_PARENT, PARENT, SELF

SHORT_JA, SHORT_WORDS = 24, 9
"""Characters, or words, up to which a message about one's role is nothing else."""

_CORRECTED = (
    (
        SELF,
        re.compile(
            r"\b(?:it'?s|it is|this is|thats|that'?s)(?: actually| really| all)? about (?:me|myself)\b(?! and)|\b(?:it'?s|it is) me,? not\b|"
            r"\b(?:i (?:did ?n[o']?t|didnt|never) (?:make|do|create|post|share|send)\b[^.!?\n]{0,30}\b(?:of|to) me\b|it happened to me\b|i'?m the one (?:in|it)|i am the (?:one|person) in)|"
            r"\b(?:jibun|watashi|boku|ore) no koto\b|"
            r"(?:私|わたし|あたし|自分|俺|おれ|僕|ぼく|うち)(?:が|は)(?:(?:写|映|うつ)って|被害)|(?:作|つく)られた(?:ほう|方|側|の(?:は|が)(?:私|わたし|自分|俺|僕|ぼく))|"
            r"された(?:側|ほう|方)(?:です|だよ|なん|$)|(?:私|わたし|あたし|自分|俺|おれ|僕|ぼく|うち)のこと(?:です|だよ|だけど|なん|。|$)"
        ),
    ),
    (
        FRIEND,
        re.compile(
            r"\b(?:about|for|happened to|it'?s|its|this is) (?:(?:someone|somebody) else|another person)\b|"
            r"(?:ほか|他|別|べつ)の(?:人|子|ひと)のこと(?:です|だよ|なん|$)|\bhoka no hito no koto\b"
        ),
    ),
)
_IN_PASSING = re.compile(
    r"自分のこと(?:みたい|のよう|として)|\b(?:it'?s|it is) (?:just )?me again\b|\bas if it were me\b"
)
_OTHERS: Mapping[str, Tuple[str, ...]] = {SELF: (), FRIEND: (SELF, MAKER)}
"""Whose role is corrected: `somebody else` tells nothing new of a parent or a teacher."""


def corrected_role(text: str, *, context: Context) -> str:
    """Return the role that a normalised text puts in the place of the one that is known, `` for none.

    Who says plainly who did it, or who is in the image, is believed, whatever they were taken for before.
    """
    if not context.role:
        return ""
    if context.role == MAKER_PARENT:
        return PARENT if clears_the_child(text) else ""
    if context.role == MAKER:
        return _cleared(text) or ("" if WHO_DID_IT.search(text) else _in_few_words(text, context=context))
    return about_whom(text, known=context.role) or _in_few_words(text, context=context)


def _cleared(text: str) -> str:
    """Return whom somebody speaks as who was taken for a maker and says that they made nothing."""
    if confesses(text) or not (clears_the_writer(text) or writer_is_harmed(text)):
        return ""
    found = read_role(text).name
    return SELF if found in ("", MAKER, MAKER_PARENT) or writer_is_harmed(text) else found


def _in_few_words(text: str, *, context: Context) -> str:
    """Return the role that a short text is nothing but a correction to."""
    if not _is_short(text):
        return ""
    found = next((role for role, pattern in _CORRECTED if pattern.search(text)), "")
    return found if found and (not _OTHERS[found] or context.role in _OTHERS[found]) else ""


def is_in_passing(text: str, *, context: Context) -> bool:
    """Tell whether a normalised text only speaks as if it were about the writer, whose role is known: a greeting, a comparison."""
    return bool(context.role) and _IN_PASSING.search(text) is not None


def _is_short(text: str) -> bool:
    is_spaced = " " in text or text.isascii()
    return len(text.split()) <= SHORT_WORDS if is_spaced else len(text) <= SHORT_JA
