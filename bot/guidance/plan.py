"""The plans: what is said to whom, and which step comes next, depending on the person's answers so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from bot.guidance.errors import UnknownEntry
from understanding.known import furthest_state, merge, names

OWN_ROUTES = ("x", "instagram", "google_search")
"""Platforms with report steps of their own; other known ones use `named`, the rest `unknown`."""

ROUTES = (*OWN_ROUTES, "named", "unknown")
"""What {route} in a key can be."""

ROLES = ("", "self", "parent", "teacher", "friend", "partner", "maker", "maker_parent")
"""Who writes: not known, the person harmed, who stands by them, who made or shared an image, or the parent of one who did."""

AGES = ("minor", "adult", "careful")
"""The age in the image: under 18, 18 or over, or not known."""

REPORT = "report"
"""The step that is said once for each place."""

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
    """Steps of the plan that have been said or done, as `step` or `report:platform`."""
    more: Mapping[str, Any] = field(default_factory=dict)
    """Other facts by name: age_now, who, exposed, reported, did, paid, cannot_phone, deadline, and all states (see Reading.facts)."""

    @property
    def age(self) -> str:
        """Return `minor`, `adult` or `careful` for the age in the image."""
        return {"under_18": "minor", "adult": "adult"}.get(self.age_in_image, "careful")

    @property
    def writes_as(self) -> str:
        """Return who writes, one of ROLES; `` for a role that is not known or was passed over."""
        return self.role if self.role in ROLES else ""

    @property
    def known(self) -> dict[str, Any]:
        """Return everything known as facts by name; what was passed over is `skipped`."""
        found = {**self.more, **{name: getattr(self, name) for name in ANSWERS if name != "topic"}}
        found |= {"platform": self.platforms, "state": names(self.more.get("state") or self.state)}
        return {name: value for name, value in found.items() if value}

    def with_slots(self, slots: Mapping[str, Any], *, answered: str = "") -> "Answers":
        """Return the answers after a message's facts; `answered` is the fact that was asked for (see understanding.known.merge)."""
        facts = merge(self.known, {name: value for name, value in slots.items() if name != "topic"}, answered=answered)
        changed: dict[str, Any] = {
            name: str(facts.get(name) or "") for name in ANSWERS if name not in ("topic", "state")
        }
        return replace(
            self,
            **changed,
            topic=str(slots.get("topic") or self.topic),
            state=furthest_state(facts),
            platforms=names(facts.get("platform")),
            more={
                name: value for name, value in facts.items() if name not in {*ANSWERS, "platform"} or name == "state"
            },
            done=tuple(dict.fromkeys((*self.done, *_already_done(facts, self.done)))),
        )

    def started_again(self) -> "Answers":
        """Return the answers with their plan at its beginning."""
        return replace(self, done=())


@dataclass(frozen=True, kw_only=True)
class Variant:
    """One variant of a choice: its key (empty: nothing is said), the answers that it is for, and other words for later times."""

    say: str
    when: Mapping[str, Sequence[str]]
    then: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """Return all keys, the first one first; none if nothing is said."""
        return (self.say, *self.then) if self.say else ()

    def fits(self, facts: Mapping[str, str]) -> bool:
        """Tell whether every condition holds."""
        return all(facts.get(name, "") in allowed for name, allowed in self.when.items())


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What an intent leads to: its plan, if any, what takes it in, what it asks for, and what the scripted assistant says."""

    plan: str
    say: tuple[str, ...]
    heard: str = ""
    """The choice that takes it in."""
    asks: tuple[str, ...] = ()
    """The slots that its steps depend on, in the order of asking."""
    role: str = ""
    """Whom it is taken to come from until they say."""


@dataclass(frozen=True, kw_only=True)
class Detour:
    """Another plan, or other questions, for some roles; `` and None leave what the topic says."""

    when: Mapping[str, Sequence[str]]
    plan: str = ""
    asks: tuple[str, ...] | None = None


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
    by_role: tuple[Detour, ...] = ()
    phrases: tuple[str, ...] = ()
    """The keys of short words for half a line: names of steps (title.*) and of what is known (known.*)."""

    def role_of(self, answers: Answers) -> str:
        """Return who writes, by their own answer or else by the topic."""
        return answers.writes_as or (self.topics[answers.topic].role if answers.topic in self.topics else "")

    def choose(
        self, name: str, answers: Answers, *, language: str = "", platform: str = "", said: Sequence[str] = ()
    ) -> str | None:
        """Return the entry's key for a choice: the first not in `said`, else the last; None if there is nothing to say."""
        if name not in self.choices:
            raise UnknownEntry(name)
        facts = self._facts(answers, language)
        for variant in self.choices[name]:
            if variant.fits(facts):
                keys = [key.format(age=answers.age, route=route(platform)) for key in variant.keys]
                return next((key for key in keys if key not in said), keys[-1] if keys else None)
        return None

    def choice_of(self, key: str) -> str:
        """Return the first choice that can lead to an entry, `` if none does."""
        return self._choices_by_key.get(key, "")

    def way(self, answers: Answers) -> Topic:
        """Return the topic as it is for who writes: the plan and the questions may depend on the role."""
        topic = self.topics.get(answers.topic, Topic(plan="", say=()))
        facts = self._facts(answers)
        for detour in self.by_role:
            if all(facts.get(name, "") in allowed for name, allowed in detour.when.items()):
                asks = topic.asks if detour.asks is None else detour.asks
                return replace(topic, plan=detour.plan or topic.plan, asks=asks)
        return topic

    def steps(self, answers: Answers) -> list[Step]:
        """Return the steps of the plan in order, without those already said."""
        found = []
        for name in self.plans.get(self.way(answers).plan or "posted", ()):
            for platform in _places(answers) if name == REPORT else ("",):
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

    def report_step(self, answers: Answers, *, platform: str) -> tuple[Step | None, Answers]:
        """Return the step for one place, and the answers after it."""
        key = self.choose(REPORT, answers, platform=platform)
        mark = f"{REPORT}:{platform}"
        done = answers.done if mark in answers.done else (*answers.done, mark)
        step = Step(key=key, name=mark, platform=platform) if key else None
        return step, replace(answers, done=done)

    def _facts(self, answers: Answers, language: str = "") -> dict[str, str]:
        known = {name: str(getattr(answers, name)) for name in ANSWERS} | {"who": str(answers.more.get("who") or "")}
        return {**known, "age": answers.age, "language": language, "role": self.role_of(answers)}

    @cached_property
    def _choices_by_key(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for name, variants in self.choices.items():
            for key in (key for variant in variants for key in variant.keys):
                for age in AGES:
                    for way in ROUTES:
                        found.setdefault(key.format(age=age, route=way), name)
        return found


_DONE_BY_REPORT = {"police": ("police",), "school": ("school", "helping_school"), "paps": ("paps",), "lawyer": ()}
"""The steps that are done where the person has already been somewhere; who reported it to a service is past the record, too."""

_DONE_BY_THEM = {"record": ("record",), "block": ("threat_record_block",)}
"""The steps that are done where the person says what they did."""


def _already_done(facts: Mapping[str, Any], done: Sequence[str]) -> list[str]:
    by_report = [_DONE_BY_REPORT.get(name, (f"report:{name}", "record")) for name in names(facts.get("reported"))]
    by_them = [_DONE_BY_THEM[name] for name in names(facts.get("did"))]
    found = [mark for marks in (*by_report, *by_them) for mark in marks]
    return [mark for mark in found if mark not in done]


def route(platform: str) -> str:
    """Return the name of a platform's report step."""
    if platform in OWN_ROUTES:
        return platform
    return "unknown" if platform in ("", "unknown", "adult_site", "bulletin_board") else "named"


def _places(answers: Answers) -> tuple[str, ...]:
    """Return the places to report it at: none where it only goes round among people who know each other."""
    known = tuple(place for place in answers.platforms if place != "unknown")
    goes_round = "shown_around" in names(answers.more.get("state") or answers.state) and not answers.platforms
    return known or (() if goes_round else ("unknown",))
