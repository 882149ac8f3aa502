"""Lists every problem of the plan of the help pages."""

from collections.abc import Iterator, Sequence

from bot.guidance.catalogue import Catalogue
from bot.guidance.check import sentence
from bot.guidance.facts import Texts
from bot.guidance.help_pages import STEPS, HelpPages, HelpPlan, HelpTopic
from bot.guidance.rules import faults_of_words
from bot.language import Language

_FILE = "data/guidance/help.yml"


def problems_of_help(catalogue: Catalogue, plan: HelpPlan) -> Iterator[str]:
    """Yield every problem as one sentence that names its place."""
    yield from _contacts("urgent", plan.urgent, catalogue)
    yield from _contacts("listens", plan.listens, catalogue)
    for reader in plan.readers.values():
        yield from _words(reader.key, (reader.name, reader.about))
    for topic in plan.topics.values():
        yield from _words(topic.key, (topic.name, topic.about))
        yield from _contacts(topic.key, topic.contacts, catalogue)
        yield from _references(topic, catalogue)
    yield from _empty_pages(HelpPages(catalogue=catalogue, plan=plan))


def _words(key: str, texts: Sequence[Texts]) -> Iterator[str]:
    for text in texts:
        for language in Language:
            found = faults_of_words(text[language], language=language)
            yield from (f"{_FILE}: {key}: {language}: {sentence(one, language)}" for one in found)


def _contacts(key: str, contacts: Sequence[str], catalogue: Catalogue) -> Iterator[str]:
    yield from (f"{_FILE}: {key}: there is no contact {one}" for one in contacts if one not in catalogue.contacts)


def _references(topic: HelpTopic, catalogue: Catalogue) -> Iterator[str]:
    known = {STEPS, *catalogue.plans.choices, *catalogue.entries}
    yield from (f"{_FILE}: {topic.key}: there is no choice or entry {one}" for one in topic.say if one not in known)
    strange = [one for one in topic.intents if one not in catalogue.plans.topics]
    yield from (f"{_FILE}: {topic.key}: there is no topic {one}" for one in strange)


def _empty_pages(pages: HelpPages) -> Iterator[str]:
    for reader in pages.plan.readers:
        for topic in pages.plan.topics_of(reader):
            page = pages.page(f"{reader}-{topic.key}", language=Language.JA)
            if page is None or not (page.sections or page.contacts):
                yield f"{_FILE}: {topic.key}: nothing is said to {reader}"
