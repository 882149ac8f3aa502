"""What is wrong with the guidance: every problem by file and key, for editors and for the tests."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import product

from bot.guidance.catalogue import Catalogue
from bot.guidance.facts import Fact, Mark
from bot.guidance.plan import OWN_ROUTES
from bot.language import Language

MOST_CHARACTERS, MOST_WORDS = 200, 80
LARGEST_PAYLOAD = 64
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_KNOWN_PLACEHOLDERS = frozenset({"{platform}", "{keep_hours}", "{counsellor}", "{place}"})
_ADDRESS = re.compile(r"https?://|www\.|\b[\w-]+\.(?:com|org|jp|net|info)\b|@[\w-]+\.", re.IGNORECASE)
_NUMBER = re.compile(r"[#＃]?\d[\d\-－ー]{2,}")
_AGES = ("minor", "adult", "careful")


def problems(catalogue: Catalogue, *, today: date) -> Iterator[str]:
    """Yield every problem as one sentence that names where it is."""
    yield from _words(catalogue)
    yield from _references(catalogue)
    yield from _plans(catalogue)
    yield from _facts(catalogue, today)


def _words(catalogue: Catalogue) -> Iterator[str]:
    for key in (*catalogue.entries, *(f"button.{name}" for name in catalogue.buttons)):
        texts = {language: catalogue.words.text(key, language=language) for language in Language}
        for language, text in texts.items():
            where = f"locales/{language}/LC_MESSAGES/guidance.po: {key}"
            if not text:
                yield f"{where}: no words"
                continue
            yield from (f"{where}: {fault}" for fault in _faults_of(text, language))
        placeholders = [sorted(_PLACEHOLDER.findall(text or "")) for text in texts.values()]
        if placeholders[0] != placeholders[1]:
            yield f"guidance.po: {key}: the placeholders differ between the languages"


def _faults_of(text: str, language: Language) -> Iterator[str]:
    if _ADDRESS.search(text):
        yield "an address in the sentence: make it a fact (data/guidance/contacts.yml or links.yml)"
    if _NUMBER.search(text):
        yield "a number in the sentence: make it a fact (data/guidance/contacts.yml or links.yml)"
    for unknown in set(_PLACEHOLDER.findall(text)) - _KNOWN_PLACEHOLDERS:
        yield f"unknown placeholder {unknown}"
    if language is Language.JA and len(text) > MOST_CHARACTERS:
        yield f"longer than {MOST_CHARACTERS} characters"
    if language is Language.EN and len(text.split()) > MOST_WORDS:
        yield f"longer than {MOST_WORDS} words"


def _references(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.entries.values():
        known = (
            (entry.contacts, catalogue.contacts),
            (entry.links, catalogue.links),
            (entry.buttons, catalogue.buttons),
        )
        for names, table in known:
            yield from (f"entries.yml: {entry.key}: there is no {name}" for name in names if name not in table)
    for button in catalogue.buttons.values():
        yield from (f"buttons.yml: {button.key}: {fault}" for fault in _faults_of_payload(button.payload, catalogue))
    for platform in catalogue.platforms.values():
        links = (*platform.links, *platform.minor_links)
        yield from (
            f"platforms.yml: {platform.key}: there is no link {link}" for link in links if link not in catalogue.links
        )


def _faults_of_payload(payload: str, catalogue: Catalogue) -> Iterator[str]:
    if len(payload.encode()) > LARGEST_PAYLOAD:
        yield f"the payload is longer than {LARGEST_PAYLOAD} bytes"
    kind, _, rest = payload.partition(":")
    if kind == "say" and rest not in catalogue.entries:
        yield f"there is no entry {rest}"
    if kind == "topic" and rest not in catalogue.plans.topics:
        yield f"there is no topic {rest}"


def _plans(catalogue: Catalogue) -> Iterator[str]:
    plans = catalogue.plans
    for name, variants in plans.choices.items():
        for variant, age, route in product(variants, _AGES, (*OWN_ROUTES, "named", "unknown")):
            allowed = variant.when.get("age", _AGES)
            key = variant.say.format(age=age, route=route)
            if age in allowed and key not in catalogue.entries:
                yield f"plans.yml: choice {name}: there is no entry {key}"
    for plan, steps in plans.plans.items():
        yield from (f"plans.yml: plan {plan}: there is no choice {step}" for step in steps if step not in plans.choices)
    for topic, leads in plans.topics.items():
        if leads.plan and leads.plan not in plans.plans:
            yield f"plans.yml: topic {topic}: there is no plan {leads.plan}"


def _facts(catalogue: Catalogue, today: date) -> Iterator[str]:
    for file, key in sorted(_shown(catalogue)):
        fact: Fact = (catalogue.contacts if file == "contacts" else catalogue.links)[key]
        where = f"{file}.yml: {key}"
        if fact.mark is Mark.UNVERIFIED:
            yield f"{where}: shown to people but unverified"
        if fact.is_overdue(today=today):
            yield f"{where}: shown to people but not looked at since {fact.verified.isoformat()}"
        yield from (f"{where}: no name in {language}" for language in Language if not fact.name[language])


def _shown(catalogue: Catalogue) -> set[tuple[str, str]]:
    """Return the facts that some entry or place shows."""
    shown = {("contacts", key) for entry in catalogue.entries.values() for key in entry.contacts}
    shown |= {("links", key) for entry in catalogue.entries.values() for key in entry.links}
    shown |= {("links", key) for place in catalogue.platforms.values() for key in (*place.links, *place.minor_links)}
    return {
        (file, key) for file, key in shown if key in (catalogue.contacts if file == "contacts" else catalogue.links)
    }
