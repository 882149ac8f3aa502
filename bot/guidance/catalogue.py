"""The catalogue of entries: a key becomes words, cards and buttons in the reader's language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol

from bot.guidance.contact_order import ANYBODY, ContactOrder, Reader
from bot.guidance.errors import UnknownEntry
from bot.guidance.facts import Contact, Fact, Link, Platform, Source
from bot.guidance.known import PLACE
from bot.guidance.papers import Papers
from bot.guidance.plan import AGES, ROLES, Answers, Plans, Step
from bot.guidance.questions import PREFIX, Questions
from bot.language import Language

MOST_BUTTONS = 4
LARGEST_PAYLOAD = 64
"""The limit of a button's payload in bytes, which is Telegram's."""

SAY = "say:"
"""The beginning of the payload of a button that says an entry: `say:KEY`, or `say:KEY@PLATFORM`."""

SHOW_AGAIN = "again.show"
"""The button to what was said before, under an entry that only names it; its payload says what."""

_CORRECTS = "correct."
_PLAN = "plan."
_LISTED = {Language.JA: "、", Language.EN: "; "}
"""What stands between the things that are known."""

_SOMEWHERE = {Language.JA: "そのサイト", Language.EN: "the site"}
"""The name of a place that has none in platforms.yml."""


class Words(Protocol):
    """The approved words by key and language; a published revision takes precedence over the shipped words."""

    def text(self, key: str, *, language: Language, edition: int | None = None) -> str | None:
        """Return the words of a key, as they were at an edition if one is given; None if there are none."""
        ...


@dataclass(frozen=True, kw_only=True)
class Button:
    """A button: its key, and the payload that pressing it sends (at most 64 bytes)."""

    key: str
    payload: str


@dataclass(frozen=True, kw_only=True)
class Entry:
    """One thing that the assistant can say; `note` tells editors what its words must do."""

    key: str
    note: str
    contacts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()
    platform_links: bool = False
    roles: tuple[str, ...] = ROLES
    """Who may be told this."""
    ages: tuple[str, ...] = AGES
    """The ages in the image that it is for."""
    confirm: tuple[str, ...] = ()
    """Who is to confirm the words before launch: `paps`, `lawyer`, `police`."""

    def fits(self, role: str, age: str) -> bool:
        """Tell whether this may be said to somebody of this role, with this age in the image."""
        return (role if role in ROLES else "") in self.roles and age in self.ages


@dataclass(frozen=True, kw_only=True)
class Choice:
    """A button as a person sees it."""

    title: str
    payload: str


@dataclass(frozen=True, kw_only=True)
class Bubble:
    """An entry as one person sees it."""

    key: str
    text: str
    contacts: tuple[Contact, ...]
    links: tuple[Link, ...]
    choices: tuple[Choice, ...]
    standing_back: frozenset[str] = frozenset()
    """The contacts that are not among the first cards, by key."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Return what is shown as cards, in order: contacts, links, and the contacts that stand back."""
        return in_order((*self.contacts, *self.links), standing_back=self.standing_back)


def in_order(facts: Sequence[Fact], *, standing_back: frozenset[str]) -> tuple[Fact, ...]:
    """Return facts with the contacts that stand back at the end."""
    return tuple(sorted(facts, key=lambda fact: fact.key in standing_back and isinstance(fact, Contact)))


@dataclass(frozen=True, kw_only=True)
class Fills:
    """The values that fill in an entry: platform, age, hours, further buttons, counsellor, place in the queue, phrases."""

    platform: str = ""
    age: str = ""
    keep_hours: int = 24
    buttons: tuple[str, ...] = ()
    held: tuple[str, ...] = ()
    counsellor: str = ""
    place: int = 0
    title: str = ""
    """The key of an entry that was said before; its name is filled in."""
    known: tuple[str, ...] = ()
    """What is known so far, as keys of phrases (see bot/guidance/known.py)."""
    reader: Reader = ANYBODY
    """Whom its contacts are shown to."""
    in_danger: bool = False
    """Whether it is about safety: emergency numbers stay in view."""
    at: datetime | None = None
    """When it is said: services that are closed then come after the others. None leaves their order."""
    edition: int | None = None
    """The newest publication when it was said: its words are those of then. None takes the words of now."""


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """All entries, buttons, facts, plans, questions and papers."""

    entries: Mapping[str, Entry]
    buttons: Mapping[str, Button]
    contacts: Mapping[str, Contact]
    links: Mapping[str, Link]
    platforms: Mapping[str, Platform]
    plans: Plans
    words: Words
    questions: Questions = field(default_factory=Questions)
    papers: Papers = field(default_factory=Papers)
    sources: Mapping[str, Source] = field(default_factory=dict)
    """Where facts were read, by id (data/guidance/sources.yml)."""

    def answer_to(self, question: str, answers: Answers, *, language: Language) -> str | None:
        """Return the key of the entry that answers a question for this person, None if none is for them."""
        answers = replace(answers, role=self.plans.role_of(answers))
        key = self.questions.choose(question, answers)
        choice = key.removeprefix(_PLAN) if key else ""
        if key and key.startswith(_PLAN) and choice in self.plans.choices:
            return self.plans.choose(choice, answers, language=language)
        return self.fitting(key, answers, language=language) if key else None

    def say(self, key: str, *, language: Language, fills: Fills | None = None) -> Bubble:
        """Return the bubble of an entry; raise UnknownEntry if no entry or no words have the key."""
        fills = fills or Fills()
        entry, text = self.entries.get(key), self.words.text(key, language=language, edition=fills.edition)
        if entry is None or text is None:
            raise UnknownEntry(key)
        place = self.platforms.get(fills.platform)
        name = place.name[language] if place else ""
        order = self.contact_order(language, fills)
        contacts = order.shown(entry.contacts)
        return Bubble(
            key=key,
            text=self._filled(text, platform=name, fills=fills, language=language),
            contacts=contacts,
            standing_back=frozenset(contact.key for contact in contacts if order.stands_back(contact)),
            links=tuple(self.links[link] for link in self._links(entry, place, fills.age)),
            choices=self._choices(entry, fills, language),
        )

    def button(self, name: str) -> Button | None:
        """Return a button by name, None if there is none; every question in use has one, `question.ID`, that asks it."""
        if name.startswith(PREFIX) and name.removeprefix(PREFIX) in self.questions:
            return Button(key=name, payload=SAY + name)
        return self.buttons.get(name)

    def button_of(self, payload: str) -> Button | None:
        """Return the button that sends a payload, None if there is none."""
        asked = self.button(payload.removeprefix(SAY)) if payload.startswith(SAY + PREFIX) else None
        return asked or next((button for button in self.buttons.values() if button.payload == payload), None)

    def title(self, button: str, *, language: Language, edition: int | None = None) -> str:
        """Return the title of a button, as it was at an edition if one is given; raise UnknownEntry if it has none."""
        if button.startswith(PREFIX) and (question := self.questions.get(button.removeprefix(PREFIX))):
            return question.title(language)
        title = self.words.text(f"button.{button}", language=language, edition=edition)
        if title is None:
            raise UnknownEntry(f"button.{button}")
        return title

    def fitting(self, key: str, answers: Answers, *, language: str = "", platform: str = "") -> str | None:
        """Return the entry to say in place of a key to who writes: itself, its choice's for them, or None."""
        role = self.plans.role_of(answers)
        entry = self.entries.get(key)
        if entry is None or entry.fits(role, answers.age):
            return key
        choice = self.plans.choice_of(key)
        other = self.plans.choose(choice, answers, language=language, platform=platform) if choice else None
        return other if other and other in self.entries and self.entries[other].fits(role, answers.age) else None

    def named(self, key: str, *, language: Language, platform: str = "", edition: int | None = None) -> str:
        """Return the name of an entry in half a line: its title, its choice's, its question, or a button to it; `` if it has none."""
        if key.startswith(PREFIX):
            question = self.questions.get(key.removeprefix(PREFIX).partition(".")[0])
            return question.title(language) if question else ""
        titles = (f"title.{key}", f"title.{self.plans.choice_of(key)}")
        texts = (self.words.text(title, language=language, edition=edition) for title in titles)
        found = next((text for text in texts if text), "")
        if not found:
            to_it = (name for name, button in self.buttons.items() if button.payload == f"say:{key}")
            found = next((self.title(name, language=language, edition=edition) for name in to_it), "")
        return self._with_place(found, platform, language)

    def title_of(self, step: Step, *, language: Language) -> str:
        """Return the name of a step of the plan, as a heading; `` if it has none."""
        found = (self.words.text(f"title.{name}", language=language) for name in (step.key, step.choice))
        title = self._with_place(next((text for text in found if text), ""), step.platform, language)
        return title[:1].upper() + title[1:]

    def contact_order(self, language: Language, fills: Fills | None = None) -> ContactOrder:
        """Return what puts contacts in order for a reader of a language, at the moment of the fills."""
        fills = fills or Fills()
        return ContactOrder(
            contacts=self.contacts,
            language=language,
            reader=fills.reader,
            at=fills.at,
            in_danger=fills.in_danger,
        )

    def _links(self, entry: Entry, place: Platform | None, age: str) -> list[str]:
        own = (place.minor_links if age == "minor" else place.links) if entry.platform_links and place else ()
        return list(dict.fromkeys((*own, *entry.links)))

    def _choices(self, entry: Entry, fills: Fills, language: Language) -> tuple[Choice, ...]:
        """Return at most four choices; beside them the one that corrects what was assumed, and those that still wait for an answer."""
        keys = list(dict.fromkeys((*fills.buttons, *entry.buttons)))
        ways, corrections = ([key for key in keys if key.startswith(_CORRECTS) is kind] for kind in (False, True))
        once_more = self._once_more(fills, language)
        own = [*ways[: MOST_BUTTONS - len(once_more)], *corrections[:1]]
        named = list(dict.fromkeys((*own, *fills.held[:MOST_BUTTONS])))
        found = [button for key in named if (button := self.button(key))]
        edition = fills.edition
        titles = [self.title(one.key, language=language, edition=edition) for one in found]
        choices = [Choice(title=title, payload=one.payload) for title, one in zip(titles, found, strict=True)]
        return (*once_more, *choices)

    def _once_more(self, fills: Fills, language: Language) -> list[Choice]:
        """Return the choice that says once more what is named, none where nothing is."""
        payload = SAY + "@".join(part for part in (fills.title, fills.platform) if part)
        if not fills.title or len(payload.encode()) > LARGEST_PAYLOAD:
            return []
        return [Choice(title=self.title(SHOW_AGAIN, language=language, edition=fills.edition), payload=payload)]

    def _filled(self, text: str, *, platform: str, fills: Fills, language: Language) -> str:
        phrases = (self._known(key, language, fills.edition) for key in fills.known)
        title = (
            self.named(fills.title, language=language, platform=fills.platform, edition=fills.edition)
            if fills.title
            else ""
        )
        values = {
            "known": _LISTED[language].join(phrase for phrase in phrases if phrase),
            "title": title,
            "platform": platform,
            "keep_hours": fills.keep_hours,
            "counsellor": fills.counsellor,
            "place": fills.place,
        }
        for name, value in values.items():
            text = text.replace(f"{{{name}}}", str(value))
        return text

    def _with_place(self, text: str, platform: str, language: Language) -> str:
        place = self.platforms.get(platform)
        return text.replace("{platform}", place.name[language] if place else _SOMEWHERE[language]).strip()

    def _known(self, key: str, language: Language, edition: int | None) -> str:
        place = self.platforms.get(key.removeprefix(PLACE))
        return place.name[language] if place else self.words.text(key, language=language, edition=edition) or ""
