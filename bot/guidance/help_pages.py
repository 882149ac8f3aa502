"""The help pages: the same guidance as plain pages, each for one kind of reader, made from the catalogue that the chat uses."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from bot.guidance.catalogue import Bubble, Catalogue, Fills
from bot.guidance.errors import UnknownEntry
from bot.guidance.facts import Contact, Texts
from bot.guidance.help_words import needs_chat, speaks_of_chat
from bot.guidance.plan import ASKS, Answers, Step
from bot.guidance.questions import PREFIX
from bot.language import Language

STEPS = "steps"
"""What a topic can say besides choices and entries: the reader's plan."""

UNDER_18 = "under-18"
ELSEWHERE = "elsewhere"
"""The page of a place that is not in the list, or not known."""

_SUPPORTED = ("", "self", "parent", "teacher", "friend", "partner")
"""Who reads the page of a place: whoever was harmed, and who stands by them."""
_AGE_IN_IMAGE = {"minor": "under_18", "adult": "adult", "careful": ""}


@dataclass(frozen=True, kw_only=True)
class Reader:
    """For whom a page is: all of these roles, with this age in the image."""

    key: str
    group: str
    """`harmed`, `near` or `made`: under which heading of the index they find themselves."""
    roles: tuple[str, ...]
    age: str
    name: Texts
    about: Texts

    def answers(self, topic: str = "") -> Answers:
        """Return what such a reader would have answered in the chat."""
        on_device = "yes" if self.age == "adult" else ""
        age = _AGE_IN_IMAGE[self.age]
        return Answers(topic=topic, role=self.roles[0], age_in_image=age, file_on_device=on_device)


@dataclass(frozen=True, kw_only=True)
class HelpTopic:
    """What a page is about."""

    key: str
    name: Texts
    about: Texts
    """Its first words on the page, and its text for search engines."""
    readers: tuple[str, ...]
    say: tuple[str, ...]
    """In order: `steps`, a choice of the plans, or an entry."""
    intents: tuple[str, ...]
    """The first gives the plan; the questions of all of them are answered here."""
    contacts: tuple[str, ...]
    has_places: bool = False
    """It speaks of where the image is: it leads to the list of places."""


@dataclass(frozen=True, kw_only=True)
class HelpPlan:
    """Which pages there are (data/guidance/help.yml)."""

    readers: Mapping[str, Reader] = field(default_factory=lambda: MappingProxyType({}))
    topics: Mapping[str, HelpTopic] = field(default_factory=lambda: MappingProxyType({}))
    urgent: tuple[str, ...] = ()
    """The contacts that every page shows first."""
    listens: tuple[str, ...] = ()
    """The contacts that every page shows for who thinks of dying."""

    def topics_of(self, reader: str) -> list[HelpTopic]:
        """Return what there is to read for a reader, in order."""
        return [topic for topic in self.topics.values() if reader in topic.readers]


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of a page: a heading, if it has a name, and the bubble of an entry."""

    title: str
    bubble: Bubble
    is_step: bool = False


@dataclass(frozen=True, kw_only=True)
class HelpPage:
    """One page in one language, without its layout."""

    slug: str
    reader: Reader
    topic: HelpTopic | None = None
    place: str = ""
    sections: Sequence[Section] = ()
    questions: Sequence[Section] = ()
    contacts: Sequence[Contact] = ()


@dataclass(frozen=True, kw_only=True)
class HelpPages:
    """Makes the pages of a catalogue; what was published shows at once."""

    catalogue: Catalogue
    plan: HelpPlan

    def slugs(self) -> Iterator[str]:
        """Yield the slugs of all pages but the index and the list of places, in order."""
        for reader in self.plan.readers:
            yield reader
            yield from (f"{reader}-{topic.key}" for topic in self.plan.topics_of(reader))
        for place in (*self.catalogue.platforms, ELSEWHERE):
            yield from (place_slug(place, age=age) for age in ("minor", "adult"))

    def page(self, slug: str, *, language: Language) -> HelpPage | None:
        """Return a page, None if there is none of that name."""
        return self._of_reader(slug, language) or self._of_place(slug, language)

    def contacts(self, keys: Sequence[str], *, language: Language) -> list[Contact]:
        """Return the contacts that there are, as the cards of an entry: those that speak the language first."""
        found = [self.catalogue.contacts[key] for key in keys if key in self.catalogue.contacts]
        speaking = [one for one in found if not one.lacks(language)]
        others = [one for one in found if one.lacks(language)]
        return speaking if speaking and language is Language.JA else [*speaking, *others]

    def _of_reader(self, slug: str, language: Language) -> HelpPage | None:
        for key, reader in self.plan.readers.items():
            if slug == key:
                return HelpPage(slug=slug, reader=reader)
            topic = self.plan.topics.get(slug.removeprefix(f"{key}-")) if slug.startswith(f"{key}-") else None
            if topic and key in topic.readers:
                return self._of_topic(slug, reader, topic, language)
        return None

    def _of_topic(self, slug: str, reader: Reader, topic: HelpTopic, language: Language) -> HelpPage:
        sections = self._sections(reader, topic, language)
        said = {section.bubble.key for section in sections}
        answers = [section for section in self._questions(reader, topic, language) if section.bubble.key not in said]
        contacts = self.contacts(topic.contacts, language=language)
        return HelpPage(slug=slug, reader=reader, topic=topic, sections=sections, questions=answers, contacts=contacts)

    def _of_place(self, slug: str, language: Language) -> HelpPage | None:
        for place in (*self.catalogue.platforms, ELSEWHERE):
            for age in ("minor", "adult"):
                if slug == place_slug(place, age=age):
                    reader = reader_of_place(age)
                    at = "" if place == ELSEWHERE else place
                    said = [Step(key=name, name=name, platform=at) for name in ("report", "search", "refused")]
                    if at == "google_search":
                        del said[1]
                    found = [self._section(one, reader, reader.answers(), language) for one in said]
                    return HelpPage(slug=slug, reader=reader, place=place, sections=[one for one in found if one])
        return None

    def _sections(self, reader: Reader, topic: HelpTopic, language: Language) -> list[Section]:
        answers = reader.answers(topic.intents[0] if topic.intents else "")
        found: dict[str, Section] = {}
        for name in topic.say:
            steps = self._steps(answers) if name == STEPS else [Step(key=name, name=name)]
            for step in steps:
                section = self._section(step, reader, answers, language)
                if section:
                    found.setdefault(section.bubble.key, replace(section, is_step=name == STEPS))
        return list(found.values())

    def _steps(self, answers: Answers) -> list[Step]:
        steps = self.catalogue.plans.steps(answers)
        return [step for step in steps if step.name != "end" and not step.key.startswith(ASKS)]

    def _section(self, step: Step, reader: Reader, answers: Answers, language: Language) -> Section | None:
        """Return what a step, a choice or an entry says to a reader; None where it is for somebody else, or for the chat only."""
        key: str | None = step.key
        if step.key in self.catalogue.plans.choices:
            key = self.catalogue.plans.choose(step.key, answers, language=language, platform=step.platform)
        names = (step.name.partition(":")[0], key or "")
        return self._entry(key, reader, language, names=names, platform=step.platform) if key else None

    def _questions(self, reader: Reader, topic: HelpTopic, language: Language) -> Iterator[Section]:
        """Yield the answers to the questions of a topic; each is answered on one page of a reader."""
        topics = self.plan.topics_of(reader.key)
        for question in self.catalogue.questions.values():
            on = next((one for intent in question.topics for one in topics if intent in one.intents), None)
            if on is not topic or speaks_of_chat(question.title(one) for one in Language):
                continue
            key = self.catalogue.answer_to(question.id, reader.answers(), language=language)
            section = self._entry(key, reader, language, names=(f"{PREFIX}{question.id}",)) if key else None
            if section:
                yield section

    def _entry(
        self, key: str, reader: Reader, language: Language, *, names: Sequence[str], platform: str = ""
    ) -> Section | None:
        """Return an entry under the first of these names that has words; None where it is for somebody else, or for the chat."""
        entry = self.catalogue.entries.get(key)
        if entry is None or not all(entry.fits(role, reader.age) for role in reader.roles):
            return None
        if needs_chat(self.catalogue.words.text(key, language=one) or "" for one in Language):
            return None
        try:
            bubble = self.catalogue.say(key, language=language, fills=Fills(platform=platform, age=reader.age))
            found = (self.catalogue.named(name, language=language, platform=platform) for name in names)
            title = next((name for name in found if name), "")
        except UnknownEntry:  # taken out of use meanwhile
            return None
        return Section(title=title[:1].upper() + title[1:], bubble=bubble)


def place_slug(place: str, *, age: str) -> str:
    """Return the slug of a place's page for an age in the image."""
    name = f"at-{place.replace('_', '-')}"
    return f"{name}-{UNDER_18}" if age == "minor" else name


def reader_of_place(age: str) -> Reader:
    """Return who reads the page of a place."""
    nobody = dict.fromkeys(Language, "")
    return Reader(key="", group="", roles=_SUPPORTED, age=age, name=nobody, about=nobody)
