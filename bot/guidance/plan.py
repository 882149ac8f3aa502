"""The plans: which step comes next, depending on the person's answers so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.guidance.errors import UnknownEntry

OWN_ROUTES = ("x", "instagram", "google_search")
"""Platforms with report steps of their own; other known ones use `named`, the rest `unknown`."""

ASKS = "ask."
ANSWERS = ("age_in_image", "role", "state", "prefecture", "file_on_device", "topic")


@dataclass(frozen=True, kw_only=True)
class Answers:
    """A person's answers, never their words; `` if unknown, `skipped` if they passed over the question."""

    topic: str = ""
    age_in_image: str = ""
    platforms: tuple[str, ...] = ()
    role: str = ""
    state: str = ""
    prefecture: str = ""
    file_on_device: str = ""
    done: tuple[str, ...] = field(default=())
    """Steps of the plan that have been said, as `step` or `report:platform`."""

    @property
    def age(self) -> str:
        """Return `minor`, `adult` or `careful` for the age in the image."""
        return {"under_18": "minor", "adult": "adult"}.get(self.age_in_image, "careful")

    def with_slots(self, slots: Mapping[str, Any]) -> "Answers":
        """Return the answers updated from Rasa's slots; platforms add up, and a known age under 18 stays."""
        changed: dict[str, Any] = {name: str(slots[name]) for name in ANSWERS if slots.get(name)}
        if self.age_in_image == "under_18" and changed.get("age_in_image") != "under_18":
            changed.pop("age_in_image", None)
        named = slots.get("platform") or ()
        places = dict.fromkeys((*self.platforms, *((named,) if isinstance(named, str) else named)))
        return replace(self, **changed, platforms=tuple(places))

    def started_again(self) -> "Answers":
        """Return the answers with their plan at its beginning."""
        return replace(self, done=())


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One variant of a choice: its key, and the answers that it is for."""

    say: str
    when: Mapping[str, Sequence[str]]

    def fits(self, facts: Mapping[str, str]) -> bool:
        """Tell whether every condition holds."""
        return all(facts.get(name, "") in allowed for name, allowed in self.when.items())


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What an intent leads to: its plan, if any, and what the scripted assistant says."""

    plan: str
    say: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step to say: the entry's key, and the platform it is about."""

    key: str
    name: str
    platform: str = ""


@dataclass(frozen=True, kw_only=True)
class Plans:
    """All choices, plans and topics (data/guidance/plans.yml)."""

    choices: Mapping[str, tuple[Variant, ...]]
    plans: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, Topic]

    def choose(self, name: str, answers: Answers, *, language: str = "", platform: str = "") -> str | None:
        """Return the entry's key for a choice, None if no variant fits."""
        if name not in self.choices:
            raise UnknownEntry(name)
        facts = {"age": answers.age, "language": language, **{key: getattr(answers, key) for key in ANSWERS}}
        for variant in self.choices[name]:
            if variant.fits(facts):
                return variant.say.format(age=answers.age, route=route(platform))
        return None

    def steps(self, answers: Answers) -> list[Step]:
        """Return the steps of the topic's plan in order, without those already said."""
        plan = self.topics[answers.topic].plan if answers.topic in self.topics else ""
        found = []
        for name in self.plans.get(plan or "posted", ()):
            for platform in _places(answers) if name == "report" else ("",):
                mark = f"{name}:{platform}" if platform else name
                key = self.choose(name, answers, platform=platform) if mark not in answers.done else None
                if key and not (name == "search" and "google_search" in answers.platforms):
                    found.append(Step(key=key, name=mark, platform=platform))
        return found

    def next_step(self, answers: Answers) -> tuple[Step | None, Answers]:
        """Return the next step, and the answers after it; a question is done once it has been answered."""
        if "hash?" in answers.done and not answers.file_on_device:
            answers = replace(answers, file_on_device="skipped")
        steps = self.steps(answers)
        if not steps:
            return None, answers
        mark = steps[0].name + ("?" if steps[0].key.startswith(ASKS) else "")
        return steps[0], replace(answers, done=(*answers.done, mark))


def route(platform: str) -> str:
    """Return the name of a platform's report step."""
    if platform in OWN_ROUTES:
        return platform
    return "unknown" if platform in ("", "unknown", "adult_site", "bulletin_board") else "named"


def _places(answers: Answers) -> tuple[str, ...]:
    known = tuple(place for place in answers.platforms if place != "unknown")
    return known or ("unknown",)
