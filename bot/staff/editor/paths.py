"""How a person gets to an entry: the buttons to press, found in the plans themselves. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice, product

from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from bot.guidance.revisions import Item, Part
from bot.staff.editor.item_list import BUTTON
from bot.staff.editor.usage import UsageKind, usage_of

NEXT = "plan:next"
_SAY, _PLAN = "say:", "plan."
_TRIED = {
    "age_in_image": ("", "under_18", "adult"),
    "role": ("", "parent", "self", "friend", "teacher", "partner", "maker", "maker_parent"),
    "file_on_device": ("", "yes", "no"),
    "platform": ("", "x", "instagram", "google_search"),
}
"""The answers that are tried, none first."""
_SLOTS = tuple(_TRIED)


def entry_of(item: Item, catalogue: Catalogue) -> str:
    """Return the entry that shows an item: an entry itself, else the first one that has it; empty where there is none."""
    if item.part is Part.WORDS and item.key in catalogue.entries:
        return item.key
    uses = usage_of(catalogue)
    near = next((use for use in uses.of(item) if use.way in (UsageKind.ENTRY, UsageKind.BUTTON)), None)
    if near is None:
        return ""
    return near.key if not near.key.startswith(BUTTON) else entry_of(Item(part=Part.WORDS, key=near.key), catalogue)


@dataclass(frozen=True, kw_only=True)
class PathStart:
    """What to press first; then the plan goes on until `until` is said, and `last` is pressed where it has a button for it."""

    presses: tuple[str, ...]
    until: str
    last: str = ""


def ways_to(key: str, catalogue: Catalogue, *, within: bool = True) -> Iterator[PathStart]:
    """Yield ways that may lead to an entry, those with the fewest answers first."""
    pressed = {button.payload for button in catalogue.buttons.values()}
    topics = [
        topic for topic in catalogue.plans.topics if f"topic:{topic}" in pressed and _may_say(topic, key, catalogue)
    ]
    for (answers, known), topic in product(_answers(pressed), topics):
        at_once, later = _said(replace(known, topic=topic), catalogue)
        if key in at_once:
            yield PathStart(presses=(*answers, f"topic:{topic}"), until=key)
        elif key in later:
            yield PathStart(presses=(f"topic:{topic}", *answers), until=key)
    if not within or f"{_SAY}{key}" not in pressed:
        return
    names = {button.key for button in catalogue.buttons.values() if button.payload == f"{_SAY}{key}"}
    for entry in catalogue.entries.values():
        if names & set(entry.buttons):
            ways = ways_to(entry.key, catalogue, within=False)
            yield from (replace(way, last=f"{_SAY}{key}") for way in islice(ways, 1))


def _answers(pressed: set[str]) -> Iterator[tuple[tuple[str, ...], Answers]]:
    """Yield answers that buttons can give, the fewest first."""
    chosen = sorted(product(*_TRIED.values()), key=lambda values: sum(map(bool, values)))
    for age, role, file, place in chosen:
        given = zip(_SLOTS, (age, role, file, place), strict=True)
        payloads = tuple(f"answer:{slot}={value}" for slot, value in given if value)
        if set(payloads) <= pressed:
            places = (place,) if place else ()
            yield payloads, Answers(age_in_image=age, role=role, file_on_device=file, platforms=places)


def _may_say(topic: str, key: str, catalogue: Catalogue) -> bool:
    """Tell whether a topic can say an entry to anybody at all, which is much sooner known than to whom."""
    plans = catalogue.plans
    way = plans.topics[topic]
    of_plans = {way.plan, *(detour.plan for detour in plans.by_role)} - {""} if way.plan else set()
    chosen = {
        way.heard,
        *(said.removeprefix(_PLAN) for said in way.say),
        *(step for plan in of_plans for step in plans.plans[plan]),
        *(addition.step for addition in plans.added if of_plans),
    }
    return key in way.say or bool(chosen & plans.choices_of(key))


def _said(answers: Answers, catalogue: Catalogue) -> tuple[set[str], set[str]]:
    """Return what a topic says to who gave these answers before: at once, and to the end of its plan."""
    plans = catalogue.plans
    at_once: set[str] = set()
    later: set[str] = set()
    topic = plans.topics[answers.topic]
    for key in (*topic.say, *((f"{_PLAN}{topic.heard}",) if topic.heard else ())):
        name = key.removeprefix(_PLAN)
        is_choice = key.startswith(_PLAN) and name in plans.choices
        at_once.add(plans.choose(name, answers) or "" if is_choice else key)
    if plans.topics[answers.topic].plan:
        first, *rest = plans.whole(answers)
        passed_over = answers if answers.file_on_device else replace(answers, file_on_device="skipped")
        at_once.add(first.key)
        later |= {step.key for step in (*rest, *plans.whole(passed_over))}
    return at_once, later
