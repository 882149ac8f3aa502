"""The plans: what is said to whom, and which step comes next, depending on the person's answers so far."""

from collections.abc import KeysView, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any

from bot.guidance.additions import Addition, arranged
from bot.guidance.age_today import age_today
from bot.guidance.already_done import done_by
from bot.guidance.conditions import Facts, fits
from bot.guidance.errors import UnknownEntry
from bot.guidance.report_routes import ROUTES, route
from understanding.known import furthest_state, merge, names

ROLES = ("", "self", "parent", "teacher", "friend", "partner", "maker", "maker_parent")
"""Who writes: not known, the person harmed, who stands by them, who made or shared an image, or the parent of one who did."""

AGES = ("minor", "adult", "careful")
"""The age in the image: under 18, 18 or over, or not known."""

REPORT = "report"
"""The step that is said once for each place."""

END = "end"
"""The last step of every plan, which says that there are no more."""

ASKS = "ask."
ANSWERS = ("age_in_image", "role", "state", "prefecture", "file_on_device", "topic")


class Tick(StrEnum):
    """What became of a step, as the person says."""

    OPEN = "open"
    DONE = "done"
    NOT_FOR_ME = "not_for_me"
    DID_NOT_WORK = "did_not_work"


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
    ticks: Mapping[str, str] = field(default_factory=dict)
    """What the person ticked: steps by the same names, each with its Tick."""
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

    def tick_of(self, step: str) -> Tick:
        """Return what became of a step: what was ticked, else what they told to have done."""
        ticked = self.ticks.get(step, "")
        told = Tick.DONE if step in done_by(self.known) else Tick.OPEN
        return Tick(ticked) if ticked in set(Tick) else told

    def ticked(self, step: str, tick: Tick) -> "Answers":
        """Return the answers after a step was ticked, or its tick was taken away."""
        return replace(self, ticks={**self.ticks, step: tick.value})

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
            done=tuple(dict.fromkeys((*self.done, *done_by(facts)))),
        )

    def started_again(self) -> "Answers":
        """Return the answers with their plan at its beginning; what was ticked stays so."""
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

    def fits(self, facts: Facts) -> bool:
        """Tell whether every condition holds."""
        return fits(self.when, facts)


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
    """As Answers.done and Answers.ticks know it: `step` or `report:platform`."""
    platform: str = ""

    @property
    def choice(self) -> str:
        """Return the choice that leads to it."""
        return self.name.partition(":")[0]


@dataclass(frozen=True, kw_only=True)
class Plans:
    """All choices, plans and topics (data/guidance/plans.yml)."""

    choices: Mapping[str, tuple[Variant, ...]]
    plans: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, Topic]
    by_role: tuple[Detour, ...] = ()
    instead: Mapping[str, str] = field(default_factory=dict)
    """The next way, a choice, for each step that may not work."""
    added: tuple[Addition, ...] = ()
    """What a plan has besides, or earlier, by what is known."""
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
        return next(iter(self._choices_by_key.get(key, ())), "")

    def choices_of(self, key: str) -> KeysView[str]:
        """Return all choices that can lead to an entry."""
        return self._choices_by_key.get(key, {}).keys()

    def way(self, answers: Answers) -> Topic:
        """Return the topic as it is for who writes: the plan and the questions may depend on the role."""
        topic = self.topics.get(answers.topic, Topic(plan="", say=()))
        facts = self._facts(answers)
        for detour in self.by_role:
            if fits(detour.when, facts):
                asks = topic.asks if detour.asks is None else detour.asks
                return replace(topic, plan=detour.plan or topic.plan, asks=asks)
        return topic

    def whole(self, answers: Answers) -> list[Step]:
        """Return all steps of the plan in order, after one that did not work the next way."""
        found: dict[str, Step] = {}
        plan = self.plans.get(self.way(answers).plan or "posted", ())
        names_left = arranged(plan, self.added, facts=self._facts(answers))
        while names_left:
            name = names_left.pop(0)
            steps = [step for step in self._steps_of(name, answers) if step.name not in found]
            found.update({step.name: step for step in steps})
            if any(answers.tick_of(step.name) is Tick.DID_NOT_WORK for step in steps) and name in self.instead:
                names_left.insert(0, self.instead[name])
        return list(found.values())

    def steps(self, answers: Answers) -> list[Step]:
        """Return the steps that are neither said nor ticked, in order; before others the next way where one did not work."""
        whole = self.whole(answers)
        failed = {step.choice for step in whole if answers.tick_of(step.name) is Tick.DID_NOT_WORK}
        ways = {self.instead.get(choice) for choice in failed}
        left = [step for step in whole if step.name not in answers.done and answers.tick_of(step.name) is Tick.OPEN]
        return sorted(left, key=lambda step: step.choice not in ways)

    def next_step(self, answers: Answers) -> tuple[Step | None, Answers]:
        """Return the next step, and the answers after it; a question is done once it has been answered.

        Where all were said and the person ticks them, it is the first that is open still.
        """
        if "hash?" in answers.done and not answers.file_on_device:
            answers = replace(answers, file_on_device="skipped")
        steps = self.steps(answers)
        if not steps:
            return self._first_open(answers) if answers.ticks else None, answers
        mark = steps[0].name + ("?" if steps[0].key.startswith(ASKS) else "")
        return steps[0], replace(answers, done=(*answers.done, mark))

    def report_step(self, answers: Answers, *, platform: str) -> tuple[Step | None, Answers]:
        """Return the step for one place, and the answers after it."""
        key = self.choose(REPORT, answers, platform=platform)
        mark = f"{REPORT}:{platform}"
        done = answers.done if mark in answers.done else (*answers.done, mark)
        step = Step(key=key, name=mark, platform=platform) if key else None
        return step, replace(answers, done=done)

    def _first_open(self, answers: Answers) -> Step | None:
        opened = (step for step in self.whole(answers) if answers.tick_of(step.name) is Tick.OPEN)
        return next((step for step in opened if step.name != END), None)

    def _steps_of(self, name: str, answers: Answers) -> list[Step]:
        """Return what a choice of a plan leads to: one step, one for each place, or none."""
        places = _places(answers) if name == REPORT else ("",)
        keys = ((place, self.choose(name, answers, platform=place)) for place in places)
        return [Step(key=key, name=f"{name}:{place}" if place else name, platform=place) for place, key in keys if key]

    def _facts(self, answers: Answers, language: str = "") -> dict[str, str | tuple[str, ...]]:
        known = {name: str(getattr(answers, name)) for name in ANSWERS} | {"who": str(answers.more.get("who") or "")}
        if answers.state == "made" and _known_places(answers):
            known["state"] = ""  # somebody made one, and it has a place: it is not only made
        lists = {"states": names(answers.known.get("state")), "exposed": names(answers.more.get("exposed"))}
        by_age = {"age": answers.age, "now": age_today(answers.more)}
        places = _known_places(answers)
        return {**known, **lists, **by_age, "platform": places, "language": language, "role": self.role_of(answers)}

    @cached_property
    def _choices_by_key(self) -> dict[str, dict[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for name, variants in self.choices.items():
            for key in (key for variant in variants for key in variant.keys):
                for age in AGES:
                    for way in ROUTES:
                        found.setdefault(key.format(age=age, route=way), {})[name] = None
        return found


def _known_places(answers: Answers) -> tuple[str, ...]:
    return tuple(place for place in answers.platforms if place != "unknown")


def _places(answers: Answers) -> tuple[str, ...]:
    """Return the places to report it at: none where it only goes round among people who know each other."""
    goes_round = "shown_around" in names(answers.more.get("state") or answers.state) and not answers.platforms
    return _known_places(answers) or (() if goes_round else ("unknown",))
