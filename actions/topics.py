"""Which intents are journeys, questions, wishes and small talk, and which topic a message leads to."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from actions.table import Table
from actions.trust import CERTAIN_BESIDE_HARM, SURE
from understanding.context import Context
from understanding.facts.confession import ACCUSED
from understanding.facts.denials import IMAGES, OF_IMAGES
from understanding.known import furthest_state, merge, names
from understanding.people import HELPERS
from understanding.reading import NO, YES, Reading

FEELING = "emotional_distress"
REMOVAL, SEARCH = "takedown_how", "search_engine_removal"
HUMAN = "talk_to_human"
WISHES = (HUMAN, "delete_my_data", "goodbye")
QUESTIONS = (
    "police_report_how", "is_it_illegal", "preserve_evidence", "identify_poster", "lawyer_compensation", "cost_question",
    "privacy_question", "nudify_app_question", "foreigner_language_support", "send_image_attempt", "contact_paps",
)  # fmt: skip
SMALL_TALK = ("greet", "thanks", "affirm", "deny", "help_menu", "chitchat", "abusive_to_bot", "out_of_scope")
GENERAL = ("takedown_how", "report_deepfake", "helping_someone", "i_am_minor")
"""Journeys that a conversation about something more exact is not changed by: they go on with it."""

MAKERS = ("maker", "maker_parent")
MADE = "i_made_or_shared_it"
"""The topic of those."""

IMPLIED: Mapping[str, Mapping[str, Any]] = {
    "threatened_extortion": {"state": ["threatened"]},
    "search_engine_removal": {"platform": ["google_search"]},
    "i_am_minor": {"age_in_image": "under_18"},
}
"""The facts that a topic implies unless the message says otherwise."""

TOLD: tuple[tuple[str, str, str], ...] = (
    ("paid", "money", "threat.already_paid"),
    ("paid", "images", "threat.already_paid"),
    ("state", "refused", "plan.refused"),
    ("state", "back_again", "plan.back_again"),
    ("cannot_phone", "yes", "human.cannot_call"),
    (ACCUSED, "yes", "question.accused_wrongly"),
)
"""What is said to somebody who tells a fact with words of its own: fact, value, key."""

SUPPOSED: Mapping[str, str] = {"threat_already_paid": "paid", "threat_helper_paid": "paid"}
"""Questions that suppose a fact: where a topic begins they are only taken for asked if it is known ("pay, he says" is near to "I paid")."""

RULED_OUT: Mapping[str, tuple[str, str]] = {
    "adult_now_child_then": ("age_in_image", "adult"),
    "work_only_a_joke": ("age_in_image", "under_18"),
    "school_only_a_joke": ("who", "colleague"),
    "threat_block_or_not": ("did", "block"),
    "threat_sent_more": ("paid", "money"),
    "threat_pay_or_not": ("denied", "money"),
    "threat_already_paid": ("denied", "money"),
    "threat_helper_paid": ("denied", "money"),
    "threat_money_back": ("denied", "money"),
    "threat_loan": ("denied", "money"),
}
"""Questions that are not asked by somebody of whom a fact is known: a number alone is near to the first, school is near to work."""

_THREATENED = "threatened"
THREAT, OF_A_THREAT = "threatened_extortion", "threat_"
"""The topic of threats, and how the questions begin that only somebody asks who is threatened, or stands by them."""

YES_NO: Mapping[str, Mapping[str, str]] = {
    "safe": {YES: "menu", NO: "crisis.not_safe"},
    "still_safe": {YES: "crisis.safe_now", NO: "crisis.not_safe"},
}
"""What a plain yes and a plain no lead to after a question about safety (the question about a wish to die: danger/safety.py)."""

BELIEVED = 0.5
"""Confidence from which an intent alone tells the role."""


def is_accused(reading: Reading, context: Context) -> bool:
    """Tell whether the person says, now or earlier, not to have done what others say they did."""
    return bool(reading.facts.get(ACCUSED) or context.known.get(ACCUSED))


def topic_of(reading: Reading, context: Context, table: Table) -> str:
    """Return the topic after a message: another journey where the message begins one, else the topic that goes on."""
    role = str(reading.facts.get("role") or context.role)
    if role in MAKERS:
        return MADE
    begun = _begun(reading, context, table, role) or _topic_of_facts(reading, context)
    if takes_back(reading, context) and context.topic in (MADE, THREAT):
        return _after_correction(begun, reading, context, role)
    if begun != THREAT and is_accused(reading, context):
        begun = ""  # they say that they did not
    if not context.topic or context.topic == "i_am_minor":
        return begun or context.topic
    return context.topic if not begun or begun in GENERAL else begun


def is_threat_denied(reading: Reading, context: Context) -> bool:
    """Tell whether the person says, now or earlier, that nobody threatens, and has told of no threat since."""
    return _THREATENED in names(merge(context.known, reading.facts).get("denied"))


def without_denied_threat(reading: Reading, context: Context) -> Reading:
    """Return a reading without what sounds like a threat, where the person says that there is none."""
    if not is_threat_denied(reading, context):
        return reading
    question = "" if reading.question.startswith(OF_A_THREAT) else reading.question
    return replace(
        reading,
        needs=tuple(need for need in reading.needs if need.intent != THREAT),
        question=question,
        question_confidence=reading.question_confidence if question else 0.0,
        also="" if reading.also.startswith(OF_A_THREAT) else reading.also,
        near=tuple(name for name in reading.near if not name.startswith(OF_A_THREAT)),
    )


def takes_back(reading: Reading, context: Context) -> bool:
    """Tell whether a message says that something is not so which the person was taken for or was taken to have told."""
    known = context.known
    held = {context.role, *names(known.get("state")), *names(known.get("paid"))}
    if context.topic == THREAT:
        held.add(_THREATENED)
    if context.has_said(OF_IMAGES):
        held.add(IMAGES)
    return bool(held.intersection(names(reading.facts.get("denied"))))


def _after_correction(begun: str, reading: Reading, context: Context, role: str) -> str:
    """Return the topic of somebody who was taken for a maker, or for threatened, and was not."""
    if context.topic == THREAT and not is_threat_denied(reading, context):
        return begun or context.topic
    return begun if begun not in ("", *GENERAL, MADE) else "helping_someone" if role in HELPERS else "report_deepfake"


def _begun(reading: Reading, context: Context, table: Table, role: str) -> str:
    """Return the journey that a message begins by what it is about, `` for none."""
    least = BELIEVED if context.topic else 0.0  # who talks about one thing is only led to another by a clear word
    journeys = (need.intent for need in reading.needs if table.has_plan(need.intent) and need.confidence >= least)
    begun = min(journeys, key=_is_only_an_age, default="")
    if furthest_state(reading.facts) == "threatened":  # what is said outright counts more than what it sounds like
        begun = "threatened_extortion"
    is_told = reading.names_harm and not (reading.asks and reading.question_confidence >= CERTAIN_BESIDE_HARM)
    if begun in GENERAL and reading.question and not reading.names_harm and reading.needs[0].confidence < BELIEVED:
        return ""  # something is asked, and nothing told
    if begun == "i_made_or_shared_it" and not (
        is_told or role
    ):  # nothing is told, or it is asked what happens if somebody did
        return ""
    if begun == "i_made_or_shared_it" and (role or reading.needs[0].confidence < BELIEVED):
        begun = "report_deepfake" if role in ("", "self") else "helping_someone"
    if begun in _BY_FACTS and context.topic and _is_only_near(begun, reading, is_unsafe=context.safety != "calm"):
        begun = ""
    if begun == "helping_someone" and role == "self":  # they say that it is about themselves
        begun = "report_deepfake"
    return begun


_BY_FACTS: Mapping[str, tuple[str, ...]] = {
    "doxxed": ("exposed",),
    "threatened_extortion": ("state", "paid", "deadline"),
}
"""Topics that who asks something else is only led to by a fact, with the facts that lead there."""


def _is_only_near(begun: str, reading: Reading, *, is_unsafe: bool) -> bool:
    """Tell whether a message only sounds like a topic: it asks something else, danger is talked about, or a name stands beside an image and no address."""
    if begun == "doxxed" and names(reading.facts.get("exposed")) == ("name",):
        return True
    asks_else = reading.question_confidence >= SURE and not reading.question.startswith("threat_")
    return (asks_else or is_unsafe) and not any(reading.facts.get(fact) for fact in _BY_FACTS[begun])


def _is_only_an_age(intent: str) -> bool:
    """Tell whether an intent gives way to any other that begins a journey: who tells what happened often tells an age with it."""
    return intent == "i_am_minor"


def implied(topic: str, reading: Reading, context: Context, table: Table) -> dict[str, Any]:
    """Return what a topic that begins implies and what is not known yet, the role among it."""
    found = {name: value for name, value in IMPLIED.get(topic, {}).items() if not context.known.get(name)}
    role = table.topic(topic).role if topic else ""
    if (
        role
        and not context.role
        and any(need.intent == topic and need.confidence >= BELIEVED for need in reading.needs)
    ):
        found["role"] = role
    if "refused" in names(reading.facts.get("state")) and reading.facts.get("platform"):
        found["reported"] = reading.facts["platform"]  # who was refused there has asked there
    if any(need.intent == "i_am_minor" for need in reading.needs) and not context.known.get("age_in_image"):
        found["age_in_image"] = "under_18"
    return found


def _topic_of_facts(reading: Reading, context: Context) -> str:
    """Return the topic that facts alone lead to, where nothing is talked about yet."""
    state = furthest_state(reading.facts)
    if state == "threatened":
        return "threatened_extortion"
    if state:
        return "helping_someone" if (reading.facts.get("role") or context.role) in HELPERS else "report_deepfake"
    if context.topic:
        return ""
    if reading.facts.get("role") in HELPERS:
        return "helping_someone"
    if reading.facts.get("age_in_image") == "under_18":
        return "i_am_minor"
    return "report_deepfake" if reading.facts.get("platform") else ""
