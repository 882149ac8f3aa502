"""The table that the decisions are made by: data/guidance/plans.yml, which the conversation goes by too."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

PLANS = Path("data/guidance/plans.yml")


@dataclass(frozen=True, kw_only=True)
class Topic:
    """What an intent leads to."""

    say: tuple[str, ...]
    """What answers it, where it is no journey."""
    heard: str = ""
    """The choice that takes it in."""
    plan: str = ""
    asks: tuple[str, ...] = ()
    """The facts that its steps depend on, in the order of asking."""
    role: str = ""
    """Whom it is taken to come from until they say."""


@dataclass(frozen=True, kw_only=True)
class Detour:
    """Another plan, or other questions, for some roles and topics."""

    when: Mapping[str, tuple[str, ...]]
    plan: str
    asks: tuple[str, ...] | None


@dataclass(frozen=True, kw_only=True)
class Table:
    """All topics by intent, and the detours from them, the first that fits counts."""

    topics: Mapping[str, Topic]
    by_role: tuple[Detour, ...]

    def topic(self, intent: str) -> Topic:
        """Return what an intent leads to, an empty topic where the table has none."""
        return self.topics.get(intent, Topic(say=()))

    def has_plan(self, intent: str) -> bool:
        """Tell whether an intent begins a journey."""
        return bool(self.topic(intent).plan)

    def asks(self, intent: str, role: str) -> tuple[str, ...]:
        """Return the facts to ask for in a topic, as it is for a role."""
        facts = {"topic": intent, "role": role or self.topic(intent).role}
        for detour in self.by_role:
            if all(facts.get(name, "") in allowed for name, allowed in detour.when.items()):
                return self.topic(intent).asks if detour.asks is None else detour.asks
        return self.topic(intent).asks


def read_table(file: Path = PLANS) -> Table:
    """Return the table of a file; raise an error of YAML, KeyError or TypeError where it is malformed."""
    read = yaml.safe_load(file.read_text(encoding="utf-8"))
    topics = {str(intent): _topic(topic) for intent, topic in read["topics"].items()}
    return Table(topics=topics, by_role=tuple(_detour(detour) for detour in read.get("by_role") or ()))


def _topic(read: Mapping[str, Any]) -> Topic:
    return Topic(
        say=tuple(read.get("say") or ()),
        heard=str(read.get("heard") or ""),
        plan=str(read.get("plan") or ""),
        asks=tuple(read.get("asks") or ()),
        role=str(read.get("role") or ""),
    )


def _detour(read: Mapping[str, Any]) -> Detour:
    when = {str(name): tuple(str(value) for value in values) for name, values in read["when"].items()}
    asks = read.get("asks")
    return Detour(when=when, plan=str(read.get("plan") or ""), asks=None if asks is None else tuple(asks))
