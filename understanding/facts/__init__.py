"""The facts in one message, wherever they stand in it."""

import re
from typing import Any

from understanding.context import Context
from understanding.facts.age import ADULT, UNDER_18, read_age
from understanding.facts.confession import ACCUSED, denies
from understanding.facts.correction import corrected_role, is_in_passing
from understanding.facts.denials import DENIED, denied_payment, together, told_again
from understanding.facts.did import read_did
from understanding.facts.exposed import read_deadline, read_exposed
from understanding.facts.platform import read_platform
from understanding.facts.role import role_of
from understanding.facts.schoolmates import are_schoolmates
from understanding.facts.spouse import is_grown_up
from understanding.facts.state import read_state
from understanding.facts.steps import read_steps
from understanding.facts.who import read_who
from understanding.gazetteer import Tables
from understanding.language import JAPANESE_LETTER
from understanding.people import CHILD_JA, FRIEND_JA, MAKER, MAKER_PARENT, PARTNER_JA, PUPIL_JA, SELF

_ANOTHERS = re.compile(
    rf"(?:{CHILD_JA}|{PUPIL_JA}|{PARTNER_JA}|{FRIEND_JA}|後輩|同僚)(?:の(?!前|家|写真も|スマホで)|のが)|\b(?:post|leak|expose|share) (?:her|him)\b|"
    r"だけでも[^。!?\n]{0,12}(?:罪|捕ま)|\b(?:my|our) (?:\w+ )?(?:wife|husband|son|daughter|friend|sister|brother|girlfriend|boyfriend)'s (?:boss|school|work|ex|insta\w*|account|family)"
)
"""A threat to somebody else, or one that is only asked about."""
_OF_ME = re.compile(
    r"(?:私|わたし|あたし|俺|おれ|僕|ぼく|自分)の ?(?:(?:にせ|偽|はだか|裸|ヌード|フェイク|えっちな?|エロい?)の? ?)*(?:写真|しゃしん|画像|がぞう|動画|どうが|顔|かお|裸|はだか|ヌード)"
    r"|\b(?:photo|pic|picture|image|video|nude|fake|deep ?fake|porn)s? of me\b|\bmy (?:\w+ ){0,2}(?:photo|pic|picture|face|nude|selfie)s?\b"
)
"""An image of the writer."""
TAKEN_FOR = (SELF, MAKER, MAKER_PARENT)
"""The roles that somebody is taken for before they tell theirs: who corrects them was misread."""
_FIRST_PERSON = re.compile(r"\b(?:i|me|my|i'm|im|i've)\b")


def read_facts(text: str, *, tables: Tables, context: Context) -> "dict[str, Any]":
    """Return what a normalised text says, by the names of `Reading.facts`.

    `not_platform` and `not_state` hold what it denies; `corrected` names the facts whose new value takes the place of an
    earlier one instead of being added to it. `age_now` is the age of the person in the image, or of a maker who writes.
    """
    state = read_state(text, tables=tables, context=context)
    who = read_who(text, asked=context.asked == "who")
    role = corrected_role(text, context=context)
    is_misread = role not in ("", context.role) and context.role in TAKEN_FOR
    role = role or ("" if is_in_passing(text, context=context) else role_of(text, context=context))
    role = role or _harmed(text, state=state, who=who, context=context)
    is_accused = denies(text, role=context.role)
    facts: dict[str, Any] = {"role": role} if role else {}
    facts.update(read_age(text, role=role or context.role, context=context))
    place = read_platform(text, tables=tables, context=context, threatened=_is_threat(state, context=context))
    corrected = [*facts.get("corrected", ()), *place.get("corrected", ())]
    facts.update({**place, "corrected": corrected} if corrected else place)
    facts.update(state)
    steps = read_steps(text, tables=tables, context=context, role=role or context.role)
    made = (role or context.role) in (MAKER, MAKER_PARENT)
    age_is_open = not facts.get("age_in_image") and not context.known.get("age_in_image")
    if made and age_is_open and are_schoolmates(text, facts=facts, context=context):
        facts["age_in_image"] = UNDER_18
    if made and context.asked != "file_on_device":
        steps.pop("file_on_device", None)
    if made and not _is_threat(state, context=context):
        steps.pop("paid", None)
    steps.update(denied_payment(text, paid=str(steps.get("paid") or ""), context=context))
    facts.update(steps)
    single = {
        "who": "" if made else who,
        "exposed": read_exposed(text),
        "did": [] if made else read_did(text),
        "deadline": read_deadline(text),
        "prefecture": next((hit.value for hit in tables.first("prefecture", text)), ""),
    }
    facts.update({name: value for name, value in single.items() if value})
    facts.update(
        together({DENIED: [context.role] if is_misread else []}, told_again(role, context=context), state, steps)
    )
    if is_accused:
        facts.update({ACCUSED: "yes", "role": SELF})
    if is_grown_up(text, facts=facts, context=context):
        facts["age_in_image"] = ADULT
    return facts


def _is_threat(state: "dict[str, Any]", *, context: Context) -> bool:
    return "threatened" in (*state.get("state", ()), *(context.known.get("state") or ()))


def _harmed(text: str, *, state: "dict[str, Any]", who: str, context: Context) -> str:
    """Return `self` for a threat, for what a former partner did, and for an image of the writer that another made, where nobody else is named who is harmed."""
    told = set(state.get("state", ()))
    if context.role or _ANOTHERS.search(text):
        return ""
    if told and who and who != "unknown" and _OF_ME.search(text):
        return SELF
    if not ("threatened" in told or (told and who == "ex_partner")):
        return ""
    return SELF if JAPANESE_LETTER.search(text) or _FIRST_PERSON.search(text) else ""
