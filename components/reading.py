"""Puts together what a message was read into: rules, intents above their thresholds, the question, the danger."""

import re
from dataclasses import replace
from pathlib import Path
from typing import Any, Dict, List, Mapping, Sequence, Tuple

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT_RANKING_KEY, TEXT
from rasa.shared.nlu.training_data.message import Message

from components.gazetteer import tables
from components.labels import BY_INTENT, DANGER_CHANCES, DOES_CHANCES, ROLE_CHANCES
from components.needs import DANGER, NEEDS
from components.questions import ALSO, NEAR, QUESTION
from understanding.asking import names_harm
from understanding.context import Context, context_of
from understanding.danger import read_danger
from understanding.danger_chances import combine
from understanding.danger_subject import is_own_despair
from understanding.danger_text import VIOLENCE, WISH
from understanding.facts.confession import FIRST_PERSON
from understanding.facts.denials import DENIED
from understanding.facts.sides import child_is_harmed
from understanding.facts.standing import names_childs_deed, tells_childs_deed
from understanding.going_on import acknowledges
from understanding.known import names
from understanding.normalise import normalise
from understanding.people import CHILD_EN, CHILD_JA, HELPERS, MAKER, MAKER_PARENT
from understanding.reading import BYE, DONE, DOUBT, LATER, NEXT, NO_ANSWER, NONE, READING, WAIT, Danger, Need, Reading
from understanding.rules import read

LIKELY = 0.3
"""Confidence from which the likeliest intent is a need though it is below its own threshold."""


UNHEARD = 0.5
"""How much a chance of violence counts in a message that says why one cannot phone."""

ACKNOWLEDGED = "affirm"

DOES_FROM = {DONE: 0.85, NEXT: 0.7, BYE: 0.55, LATER: 0.55, WAIT: 0.85}
"""Chance from which a message is taken to do something to what was said before, where no rule reads it."""

DEED = "i_made_or_shared_it"
THEIR_CHILDS_FROM, THEIR_OWN_FROM = 0.7, 0.9
"""Confidence of DEED from which a parent speaks of what their child did, and from which who speaks of a friend is taken for the friend."""

_CHILD = re.compile(f"{CHILD_JA}|{CHILD_EN}")

HARMED_FROM, OTHERS_FROM = 0.8, 0.95
"""Chance from which who tells nothing of it is taken for somebody harmed, and for anybody else: a wrong word there hurts more."""

MAKERS_FROM = 0.95
"""Chance from which who names a friend or classmate is taken for the one who made the image."""

STAYS_FROM = 0.9
"""Chance of the role that is known from which it stays, though a rule reads somebody harmed: the one they write for says `myself` too."""

_SUPPOSES = re.compile(
    r"(?:作|撮|送|や|し|見)(?:っ)?(?:ても|たら|た場合)|もし|\bif (?:someone|somebody|a|you|people|kids?)\b|\bhypothetically\b"
)
"""A deed that is only supposed: nobody is taken for who did it."""

RULED_BELOW, READ_FROM = 0.02, 0.9
"""Chance below which a role read by a rule gives way, where nobody told theirs, to that of somebody harmed from the second chance on."""

DEED_BELOW, CHILD_HARMED_FROM = 0.2, 0.7
"""The same where a parent is read as that of a child who made an image, and more likely writes of one who was harmed."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=False)
class MessageReader(IntentClassifier, GraphComponent):
    """Adds the Reading (understanding/reading.py), as JSON, to the parsed message."""

    @staticmethod
    def get_default_config() -> Dict[str, Any]:
        """Return the paths of the lists, relative to the project's root."""
        return {"platforms": "data/guidance/platforms.yml", "words": "data/gazetteer.yml"}

    def __init__(self, config: Dict[str, Any]) -> None:
        """Read the lists."""
        self._tables = tables(platforms=Path(config["platforms"]), words=Path(config["words"]))

    @classmethod
    def create(
        cls,
        config: Dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> "MessageReader":
        """Create the component."""
        return cls(config)

    def process(self, messages: List[Message]) -> List[Message]:
        """Add the reading of every message that has text."""
        for message in messages:
            if message.get(TEXT):
                message.set(READING, self._reading(message).as_json(), add_to_output=True)
        return messages

    def _needs(self, message: Message, danger: Danger) -> Tuple[Need, ...]:
        """Return the needs; where none is above its threshold, the likeliest intent if it is likely enough.

        What sounds like danger and is none is no need: then the message is about something else.
        """
        if acknowledges(normalise(message.get(TEXT))):
            return (Need(ACKNOWLEDGED, 1.0),)
        is_danger = danger.level != NONE
        found = [Need(need["intent"], need["confidence"]) for need in message.get(NEEDS) or ()]
        found = [need for need in found if is_danger or need.intent not in DANGER]
        if not found:
            ranking = message.get(INTENT_RANKING_KEY) or []
            others = (one for one in ranking if one["name"] not in DANGER and one["confidence"] >= LIKELY)
            found = [Need(one["name"], one["confidence"]) for one in others][:1]
        return tuple(found)

    def _reading(self, message: Message) -> Reading:
        text, context = message.get(TEXT), context_of(message.get("metadata"))
        by_rules = read(text, tables=self._tables, context=context)
        question = message.get(QUESTION) or {}
        told = read_danger(text, context=context)
        danger = combine(
            told,
            text=text,
            chances=_by_intent(message.get(DANGER_CHANCES) or {}, cannot_phone="cannot_phone" in by_rules.facts),
            context=context,
        )
        needs = self._needs(message, danger)
        likely = _likely_role(message, context)
        if danger.level != NONE and danger.kind != VIOLENCE and MAKER not in (by_rules.facts.get("role"), context.role):
            needs = tuple(need for need in needs if need.intent != DEED)  # "I'm doing it tonight" confesses nothing
            likely = {} if likely.get("role") == MAKER else likely
        facts = {**likely, **by_rules.facts}
        if whose := _whose_deed(text, facts, needs, context) or _likelier_role(message, facts, context):
            facts["role"] = whose
        return replace(
            by_rules,
            facts=facts,
            answer=_likely_answer(message) if by_rules.answer == NO_ANSWER and not question else by_rules.answer,
            needs=needs,
            question=question.get("id", ""),
            question_confidence=question.get("confidence", 0.0),
            near=tuple(message.get(NEAR) or ()),
            also=message.get(ALSO) or "",
            danger=_of_whom(danger, is_told=told.level != NONE, text=text, role=str(facts.get("role") or context.role)),
        )


def _whose_deed(text: str, facts: Mapping[str, Any], needs: Sequence[Need], context: Context) -> str:
    """Return the role of who speaks of a deed in the words of a helper, `` where nothing of that kind is read.

    A mother who tells what her child did names the child like one who was harmed; who asks for a friend may be the friend.
    """
    did = next((need.confidence for need in needs[:1] if need.intent == DEED), 0.0)
    if context.role or facts.get("role") not in ("parent", "friend") or child_is_harmed(normalise(text)):
        return ""
    if did >= THEIR_CHILDS_FROM and _CHILD.search(normalise(text)):
        return MAKER_PARENT
    return MAKER if did >= THEIR_OWN_FROM and facts["role"] == "friend" else ""


def _of_whom(danger: Danger, *, is_told: bool, text: str, role: str) -> Danger:
    """Return despair as that of the person whom a helper writes about, where it is only doubted, or where no rule but a classifier hears it.

    What a helper says outright is theirs: a mother may want to die too. Who writes of themselves, and names others, stays the one it is about.
    """
    if role == "self" and danger.about == "other" and is_own_despair(normalise(text)):
        return replace(danger, about="self")
    is_despair = danger.kind != VIOLENCE and danger.about == "self" and danger.level != NONE
    is_unsure = (danger.level == DOUBT and danger.kind == WISH) or not is_told
    is_theirs = role in HELPERS and is_despair and is_unsure and not is_own_despair(normalise(text))
    return replace(danger, about="other") if is_theirs else danger


def _by_intent(chances: Dict[str, float], *, cannot_phone: bool) -> Dict[str, float]:
    """Return the chances of danger with the intents in place of the levels that they stand for.

    Somebody near who must not hear is one reason why people cannot phone, and no attacker.
    """
    names = {level: intent for intent, level in BY_INTENT.items()}
    found = {names.get(name, name): chance for name, chance in chances.items()}
    return {**found, VIOLENCE: found.get(VIOLENCE, 0.0) * UNHEARD} if cannot_phone else found


def _likely_role(message: Message, context: Context) -> Dict[str, str]:
    """Return the role as a fact where it is likely and not known yet."""
    chances: Dict[str, float] = message.get(ROLE_CHANCES) or {}
    role = max(chances, key=lambda name: chances[name], default="")
    text = normalise(message.get(TEXT))
    is_guessed = not names_harm(text) or _SUPPOSES.search(text) or (role == MAKER and _CHILD.search(text))
    if role in (MAKER, MAKER_PARENT) and is_guessed:
        return {}  # something stupid was done, the school has rung: on which side somebody is would only be guessed
    least = {"self": HARMED_FROM, MAKER_PARENT: THEIR_CHILDS_FROM}.get(role, OTHERS_FROM)
    return {"role": role} if role and not context.role and chances[role] >= least else {}


def _likelier_role(message: Message, facts: Mapping[str, Any], context: Context) -> str:
    """Return the role that is far likelier than the one that a rule read, else ``."""
    chances: Dict[str, float] = {name: chance for name, chance in (message.get(ROLE_CHANCES) or {}).items() if name}
    role, text = str(facts.get("role") or ""), normalise(message.get(TEXT))
    if not role or not chances or context.role in names(facts.get(DENIED)):  # who corrects their role is believed
        return ""
    if role == MAKER_PARENT and context.role in ("", "parent"):
        is_harmed = chances.get(MAKER_PARENT, 0.0) < DEED_BELOW and chances.get("parent", 0.0) >= CHILD_HARMED_FROM
        return "parent" if is_harmed and not tells_childs_deed(text) else ""
    if context.role:
        stays = role == "self" and context.role in HELPERS and chances.get(context.role, 0.0) >= STAYS_FROM
        return context.role if stays and not FIRST_PERSON.search(text) and context.asked != "role" else ""
    return _likelier_at_first(role, chances, text=text)


def _likelier_at_first(role: str, chances: Dict[str, float], *, text: str) -> str:
    """Return the role that is far likelier than that of a rule, from chances by role, where nobody told theirs; else ``.

    A parent who says nothing of what happened yet is asked: on which side the child is would only be guessed.
    """
    if role == "parent" and child_is_harmed(text):
        return ""
    is_likely = chances.get(MAKER_PARENT, 0.0) >= THEIR_CHILDS_FROM and names_harm(text)
    if role == "parent" and (is_likely or names_childs_deed(text)):
        return MAKER_PARENT
    if chances.get(role, 0.0) >= RULED_BELOW:
        return ""
    if role == "friend" and chances.get(MAKER, 0.0) >= MAKERS_FROM:
        return MAKER
    return "self" if chances.get("self", 0.0) >= READ_FROM else ""


def _likely_answer(message: Message) -> str:
    """Return what of DOES_FROM the message most likely is, else NO_ANSWER; what is asked otherwise is left to rules."""
    chances: Dict[str, float] = message.get(DOES_CHANCES) or {}
    likeliest = max(chances, key=lambda name: chances[name], default="")
    return likeliest if chances.get(likeliest, 0.0) >= DOES_FROM.get(likeliest, 1.1) else NO_ANSWER
