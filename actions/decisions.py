"""The custom actions of domain.yml."""

from typing import Any

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher
from rasa_sdk.types import DomainDict

from actions.journeys import ASK, JOURNEYS, begin, go_on, implied, open_question

Events = list[dict[str, Any]]
LIKELIEST = 3
NOT_TOPICS = frozenset(
    {
        "nlu_fallback",
        "affirm",
        "deny",
        "greet",
        "goodbye",
        "thanks",
        "chitchat",
        "abusive_to_bot",
        "out_of_scope",
        "change_language",
        "help_menu",
        "crisis_suicide",
        "crisis_self_harm",
    }
)
"""Intents that are not offered as topics when a message was not understood."""


class NextStep(Action):
    """Begins the journey of the message's intent, or continues the current one."""

    def name(self) -> str:
        """Return the name in domain.yml."""
        return "action_next_step"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """Say how the journey begins, and set its topic."""
        topic = _intent(tracker)
        answers = tracker.current_slot_values()
        going_on = answers.get("topic") or ""
        if going_on in JOURNEYS and _answers_the_question(tracker):
            return _decide(dispatcher, go_on(going_on, answers), {})
        known = implied(topic, answers)
        if topic == "i_am_minor" and going_on in JOURNEYS and going_on != "i_am_minor":
            return _decide(dispatcher, ["heard.minor", *go_on(going_on, {**answers, **known})[-1:]], known)
        return _decide(dispatcher, begin(topic, {**answers, **known}), {**known, "topic": topic})


class Answer(Action):
    """Continues after a yes, a no or a pressed answer; `asked` in the message's metadata names the question."""

    def name(self) -> str:
        """Return the name in domain.yml."""
        return "action_answer"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """Set the slot that was asked for, and say what follows."""
        yes = _intent(tracker) == "affirm"
        asked = _asked(tracker)
        answers = tracker.current_slot_values()
        given = bool(tracker.latest_message.get("entities"))
        if asked in YES_NO and not given:
            return _decide(dispatcher, [YES_NO[asked][0 if yes else 1]], {})
        known = {} if given or asked not in ASK else _skipped(asked)
        topic = answers.get("topic") or ""
        if asked == "file_on_device" and not given:
            known = {"file_on_device": "yes" if yes else "no"}
        answers = {**answers, **known}
        keys = _after_answer(topic, answers, taken=given or bool(known), yes=yes)
        return _decide(dispatcher, keys, {**known, **_topic_from_state(topic, answers)})


class OfferTopics(Action):
    """Offers the likeliest topics when a message was not understood, with another entry the second time in a row."""

    def name(self) -> str:
        """Return the name in domain.yml."""
        return "action_offer_topics"

    def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: DomainDict) -> Events:
        """Say that the message was not understood, and offer up to three topics, likeliest first.

        After a question, the message counts as its answer: the name of a platform that no list holds is an unknown platform.
        """
        topic, asked = tracker.get_slot("topic") or "", _asked(tracker)
        if topic in JOURNEYS and asked in ASK:
            known = {} if _answers_the_question(tracker) else _skipped(asked)
            return _decide(dispatcher, go_on(topic, {**tracker.current_slot_values(), **known}), known)
        ranking = tracker.latest_message.get("intent_ranking") or []
        topics = [entry["name"] for entry in ranking if entry["name"] not in NOT_TOPICS][:LIKELIEST]
        dispatcher.utter_message(response="unclear.again" if _was_unclear(tracker) else "unclear", topics=topics)
        return []


YES_NO: dict[str, tuple[str, str]] = {
    "safe": ("menu", "crisis.not_safe"),
    "danger": ("crisis.check_later", "crisis.check_later"),
    "still_safe": ("crisis.safe_now", "crisis.not_safe"),
    "wish": ("crisis.suicide", "crisis.safe_now"),
}
"""The meaning of a plain yes and a plain no after a question about safety."""


def _after_answer(topic: str, answers: dict[str, Any], *, taken: bool, yes: bool) -> list[str]:
    if topic == "i_am_minor" and answers.get("state"):
        topic = _topic_from_state(topic, answers).get("topic", topic)
        return begin(topic, answers)[1:] if topic in JOURNEYS else ["menu"]
    if topic in JOURNEYS and (taken or yes):
        return go_on(topic, answers)
    if topic in JOURNEYS and open_question(topic, answers) is None and not yes:
        return ["deny.open"]
    if taken:
        return ["heard.more", "plan.start"]
    return ["affirm.open" if yes else "deny.open"]


def _topic_from_state(topic: str, answers: dict[str, Any]) -> dict[str, str]:
    """Return the topic that an answer about the situation leads to if only an age was known before."""
    if topic != "i_am_minor" or not answers.get("state"):
        return {}
    return {"topic": "threatened_extortion" if answers["state"] == "threatened" else "report_deepfake"}


def _intent(tracker: Tracker) -> str:
    """Return the intent of the message; a pressed button has an intent but no ranking."""
    return (tracker.latest_message.get("intent") or {}).get("name") or ""


def _asked(tracker: Tracker) -> str:
    """Return the slot or question that was asked last, `` if there is none."""
    return (tracker.latest_message.get("metadata") or {}).get("asked") or ""


def _answers_the_question(tracker: Tracker) -> bool:
    found = {entity["entity"] for entity in tracker.latest_message.get("entities") or []}
    return _asked(tracker) in found


def _skipped(slot: str) -> dict[str, Any]:
    return {slot: ["unknown"] if slot == "platform" else "skipped"}


def _was_unclear(tracker: Tracker) -> bool:
    said = [event["name"] for event in tracker.events if event.get("event") == "action"]
    earlier = [name for name in said if name not in ("action_listen", "action_session_start")]
    return bool(earlier) and earlier[-1] == "action_offer_topics"


def _decide(dispatcher: CollectingDispatcher, keys: list[str], known: dict[str, Any]) -> Events:
    """Say the keys and set the slots; the slots go with the keys too, because Rasa sets them only afterwards."""
    for key in keys:
        dispatcher.utter_message(response=key, slots=known)
    return [SlotSet(slot, value) for slot, value in known.items()]
