"""Lists every problem in the shipped guidance by file and key, using the same rules as the editor."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from bot.guidance.catalogue import LARGEST_PAYLOAD, Catalogue
from bot.guidance.fact_json import contact_as_text, fields_of, link_as_text
from bot.guidance.facts import Fact, Mark
from bot.guidance.paper_check import problems_of_papers
from bot.guidance.plan_check import problems_of_plans
from bot.guidance.rules import Fault, Finding, faults_of_fact, faults_of_words, is_short, placeholders_in
from bot.language import Language

_FACT = "make it a fact (data/guidance/contacts.yml or links.yml)"
_SOURCE = re.compile(r"S[0-9]+[a-z]?")
_SENTENCES: Mapping[Fault, str] = {
    Fault.EMPTY: "no words",
    Fault.ADDRESS: f"an address in the sentence: {_FACT}",
    Fault.NUMBER: f"a number in the sentence: {_FACT}",
    Fault.UNKNOWN_PLACEHOLDER: "unknown placeholder {about}",
    Fault.MARKUP: "HTML or a script in the sentence",
    Fault.INVISIBLE: "an invisible character {about}",
    Fault.FORBIDDEN: "“{about}” must never be said",
    Fault.TOO_LONG: "longer than {about} {unit}",
}
"""How each fault of words reads on the command line."""


def problems(catalogue: Catalogue, *, today: date) -> Iterator[str]:
    """Yield every problem as one sentence that names its place."""
    yield from _words(catalogue)
    yield from _references(catalogue)
    yield from problems_of_plans(catalogue)
    yield from problems_of_papers(catalogue, sentence=sentence)
    yield from _facts(catalogue, today)


def _words(catalogue: Catalogue) -> Iterator[str]:
    for key in (*catalogue.entries, *(f"button.{name}" for name in catalogue.buttons), *catalogue.plans.phrases):
        texts = {language: catalogue.words.text(key, language=language) or "" for language in Language}
        is_title = is_short(key)
        for language, text in texts.items():
            where = f"locales/{language}/LC_MESSAGES/guidance.po: {key}"
            found = faults_of_words(text, language=language, is_title=is_title)
            yield from (f"{where}: {sentence(one, language, is_title=is_title)}" for one in found)
        if placeholders_in(texts[Language.JA]) != placeholders_in(texts[Language.EN]):
            yield f"guidance.po: {key}: the placeholders differ between the languages"


def sentence(found: Finding, language: Language, *, is_title: bool = False) -> str:
    """Return a fault of words as a sentence."""
    unit = "words" if language is Language.EN and not is_title else "characters"
    return _SENTENCES[found.fault].replace("{about}", found.about).replace("{unit}", unit)


def _references(catalogue: Catalogue) -> Iterator[str]:
    for entry in catalogue.entries.values():
        known = (
            (entry.contacts, catalogue.contacts),
            (entry.links, catalogue.links),
            (entry.buttons, catalogue.buttons),
        )
        for names, table in known:
            unknown = (name for name in names if name not in table and not catalogue.button(name))
            yield from (f"entries.yml: {entry.key}: there is no {name}" for name in unknown)
    for contact in catalogue.contacts.values():
        others = (*contact.also, *contact.beside)
        yield from (
            f"contacts.yml: {contact.key}: there is no {key}" for key in others if key not in catalogue.contacts
        )
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


def _facts(catalogue: Catalogue, today: date) -> Iterator[str]:
    shown = _shown(catalogue)
    if not catalogue.questions.faults:  # a question that was left out may have shown some of them
        yield from _unreached(catalogue, shown)
    for file, key in sorted(shown):
        is_contact = file == "contacts"
        fact: Fact = catalogue.contacts[key] if is_contact else catalogue.links[key]
        body = contact_as_text(catalogue.contacts[key]) if is_contact else link_as_text(catalogue.links[key])
        where = f"{file}.yml: {key}"
        if fact.mark is Mark.UNVERIFIED:
            yield f"{where}: shown to people but unverified"
        if fact.is_overdue(today=today):
            yield f"{where}: shown to people but not looked at since {fact.verified.isoformat()}: due by {fact.review_by.isoformat()}"
        yield from _sources(fact, catalogue, where)
        yield from (f"{where}: {_fact_sentence(one)}" for one in faults_of_fact(fields_of(body), today=today))


def _sources(fact: Fact, catalogue: Catalogue, where: str) -> Iterator[str]:
    """Yield the sources of a fact that are in no list; an editor may have named a page in words instead."""
    for name in fact.source.split(", "):
        if _SOURCE.fullmatch(name) and name not in catalogue.sources:
            yield f"{where}: there is no source {name} in sources.yml"


def _unreached(catalogue: Catalogue, shown: set[tuple[str, str]]) -> Iterator[str]:
    """Yield the facts that no answer and no place shows."""
    for file, table in (("contacts", catalogue.contacts), ("links", catalogue.links)):
        yield from (f"{file}.yml: {key}: no answer shows it" for key in table if (file, key) not in shown)


def _fact_sentence(found: Finding) -> str:
    if found.fault is Fault.EMPTY and found.field.startswith("name_"):
        return f"no name in {found.field.removeprefix('name_')}"
    return f"{found.field}: {found.fault} {found.about}".rstrip()


def _shown(catalogue: Catalogue) -> set[tuple[str, str]]:
    """Return the facts that an entry, a platform or a paper shows, with further numbers of a service and who stands beside it."""
    shown = {("contacts", key) for entry in catalogue.entries.values() for key in entry.contacts}
    shown |= {("links", key) for entry in catalogue.entries.values() for key in entry.links}
    shown |= {("links", key) for place in catalogue.platforms.values() for key in (*place.links, *place.minor_links)}
    shown |= {("contacts", key) for paper in catalogue.papers.values() for key in paper.contacts}
    shown |= {("links", key) for paper in catalogue.papers.values() for key in paper.shown_links}
    for contact in [catalogue.contacts[key] for _, key in shown if key in catalogue.contacts]:
        shown |= {("contacts", key) for key in (*contact.also, *contact.beside)}
    return {
        (file, key) for file, key in shown if key in (catalogue.contacts if file == "contacts" else catalogue.links)
    }
