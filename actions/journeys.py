"""How a journey proceeds: first its acknowledgement, then the questions that its steps depend on, then the plan."""

from dataclasses import dataclass
from typing import Any

Answers = dict[str, Any]

MINOR = "under_18"


@dataclass(frozen=True)
class Journey:
    """How a topic begins: the key that acknowledges it, and the slots that its steps depend on, in the order of asking."""

    heard: str
    asks: tuple[str, ...] = ()


JOURNEYS: dict[str, Journey] = {
    "report_deepfake": Journey("heard.deepfake", asks=("age_in_image", "platform")),
    "report_real_image": Journey("heard.real_image", asks=("age_in_image", "platform")),
    "takedown_how": Journey("heard.takedown", asks=("platform", "age_in_image")),
    "search_engine_removal": Journey("heard.search", asks=("age_in_image",)),
    "threatened_extortion": Journey("plan.heard_threat", asks=("age_in_image",)),
    "school_photo_leak": Journey("heard.school_photo", asks=("age_in_image", "platform")),
    "doxxed": Journey("heard.doxxed", asks=("age_in_image", "platform")),
    "i_am_minor": Journey("heard.minor", asks=("state",)),
    "helping_someone": Journey("heard.helping.friend", asks=("role", "age_in_image", "platform")),
}
ASK: dict[str, str] = {
    "age_in_image": "ask.age",
    "platform": "ask.platform",
    "state": "ask.state",
    "role": "ask.role",
}
"""The entry that asks for each slot."""

HEARD_HELPING: dict[str, str] = {
    "parent": "heard.helping.child",
    "teacher": "heard.helping.pupil",
}
IMPLIED: dict[str, Answers] = {
    "threatened_extortion": {"state": "threatened"},
    "search_engine_removal": {"platform": ["google_search"]},
    "i_am_minor": {"age_in_image": MINOR},
}
"""The answers that a topic implies unless the person says otherwise."""


def implied(topic: str, answers: Answers) -> Answers:
    """Return the answers that the topic implies and that are not known yet."""
    return {slot: value for slot, value in IMPLIED.get(topic, {}).items() if not answers.get(slot)}


def open_question(topic: str, answers: Answers) -> str | None:
    """Return the first slot that the topic depends on and that was neither answered nor skipped, or None."""
    return next((slot for slot in JOURNEYS[topic].asks if not answers.get(slot)), None)


def begin(topic: str, answers: Answers) -> list[str]:
    """Return the keys that begin a journey: the acknowledgement, a first step, and one question or the next step."""
    heard = JOURNEYS[topic].heard
    if topic == "helping_someone":
        heard = HEARD_HELPING.get(answers.get("role", ""), heard)
    question = open_question(topic, answers)
    if topic == "i_am_minor" and question:
        return [heard, ASK[question]]
    return [heard, "plan.start", ASK[question] if question else "plan.next"]


def go_on(topic: str, answers: Answers) -> list[str]:
    """Return the keys after an answer: the next open question, or the next step."""
    question = open_question(topic, answers)
    return ["heard.more", ASK[question]] if question else ["plan.next"]
