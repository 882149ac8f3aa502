"""Lists every problem in choices, plans and topics: what leads nowhere, and what would be said to somebody it is not for."""

from collections.abc import Iterator
from itertools import product

from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import AGES, ROLES, Plans, Variant
from bot.guidance.report_routes import ROUTES
from bot.language import Language

_WHOM = ("role", "age")


def problems_of_plans(catalogue: Catalogue) -> Iterator[str]:
    """Yield every problem as one sentence that names its place."""
    for name, variants in catalogue.plans.choices.items():
        yield from (f"plans.yml: choice {name}: {fault}" for fault in _faults_of_choice(variants, catalogue))
    yield from _references(catalogue.plans)
    yield from (f"plans.yml: {key}: no words" for key in catalogue.plans.phrases if not _has_words(key, catalogue))


def lines_for(variants: tuple[Variant, ...], role: str, age: str) -> Iterator[Variant]:
    """Yield the variants that somebody of this role, with this age in the image, can reach, whatever else they answered."""
    facts = {"role": role, "age": age}
    for variant in variants:
        if all(facts[name] in variant.when[name] for name in _WHOM if name in variant.when):
            yield variant
            if set(variant.when) <= set(_WHOM):
                return


def _faults_of_choice(variants: tuple[Variant, ...], catalogue: Catalogue) -> Iterator[str]:
    found: dict[str, None] = {}
    for role, age in product(ROLES, AGES):
        lines = list(lines_for(variants, role, age))
        if not lines or not set(lines[-1].when) <= set(_WHOM):
            found[f"nothing for {role or 'a role that is not known'}, {age}"] = None
        for key, route in product((key for line in lines for key in line.keys), ROUTES):
            found.update(dict.fromkeys(_faults_of_key(key.format(age=age, route=route), role, age, catalogue)))
    yield from found


def _faults_of_key(key: str, role: str, age: str, catalogue: Catalogue) -> Iterator[str]:
    entry = catalogue.entries.get(key)
    if entry is None:
        yield f"there is no entry {key}"
    elif not entry.fits(role, age):
        yield f"{key} is not for {role or 'a role that is not known'}, {age}"


def _references(plans: Plans) -> Iterator[str]:
    for plan, steps in plans.plans.items():
        yield from (f"plans.yml: plan {plan}: there is no choice {step}" for step in steps if step not in plans.choices)
    named = (name for pair in plans.instead.items() for name in pair)
    yield from (f"plans.yml: instead: there is no choice {name}" for name in named if name not in plans.choices)
    placed = (name for one in plans.added for name in (one.step, one.beside) if name)
    yield from (f"plans.yml: added: there is no choice {name}" for name in placed if name not in plans.choices)
    for topic, leads in plans.topics.items():
        if leads.plan and leads.plan not in plans.plans:
            yield f"plans.yml: topic {topic}: there is no plan {leads.plan}"
        if leads.heard and leads.heard not in plans.choices:
            yield f"plans.yml: topic {topic}: there is no choice {leads.heard}"
    for detour in plans.by_role:
        if detour.plan and detour.plan not in plans.plans:
            yield f"plans.yml: by_role: there is no plan {detour.plan}"
        unknown = [topic for topic in detour.when.get("topic", ()) if topic and topic not in plans.topics]
        yield from (f"plans.yml: by_role: there is no topic {topic}" for topic in unknown)


def _has_words(key: str, catalogue: Catalogue) -> bool:
    return all(catalogue.words.text(key, language=language) for language in Language)
