"""The plan of a person as pages and messages draw it: its steps in full, or their titles alone."""

import gettext
from collections.abc import Mapping
from dataclasses import dataclass

from bot.conversation.danger.moves import State
from bot.conversation.model import Conversation, Say
from bot.conversation.reader import reader_of
from bot.guidance.catalogue import Catalogue, Choice, Fills
from bot.guidance.plan import Step, Tick
from bot.guidance.progress import PlannedStep, Progress
from bot.language import Language
from bot.presentation.cards import Card, card
from bot.presentation.views import Views

_UNSAFE = (State.DOUBT, State.DANGER)
_EMERGENCY = ("police_emergency", "ambulance", "paps")
_ANSWER = "answer:"
"""The beginning of payloads that answer a question."""


@dataclass(frozen=True, kw_only=True)
class PlanLine:
    """One step in a list."""

    number: int
    """From 1."""
    name: str
    """As ticks know it."""
    title: str
    tick: Tick


@dataclass(frozen=True, kw_only=True)
class PlanSection:
    """One step in full."""

    line: PlanLine
    paragraphs: tuple[str, ...]
    cards: tuple[Card, ...]
    papers: tuple[Mapping[str, str], ...]
    """The papers that help with it: title and address."""
    choices: tuple[Choice, ...]
    """The answers that it asks for, where it depends on one that is still missing."""
    instead: str
    """The title of the next way, where this one did not work; else empty."""


@dataclass(frozen=True, kw_only=True)
class PlanView:
    """The plan with what became of it; `sections` only where they were asked for."""

    lines: tuple[PlanLine, ...]
    settled: int
    total: int
    removed: tuple[str, ...]
    """The titles of ticked steps that are not in the plan any more."""
    sections: tuple[PlanSection, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Tell whether no step is open."""
        return all(line.tick is not Tick.OPEN for line in self.lines)


def plan_waits(conversation: Conversation) -> bool:
    """Tell whether the plan is not put before the person, because it is not clear that they are safe."""
    return conversation.safety.state in _UNSAFE


def numbers_first(
    conversation: Conversation | None, *, catalogue: Catalogue, words: gettext.NullTranslations
) -> tuple[Card, ...]:
    """Return the cards that come before the plan where it is not clear that somebody is safe."""
    if conversation is None or not plan_waits(conversation):
        return ()
    contacts = (catalogue.contacts[key] for key in _EMERGENCY)
    return tuple(card(contact, language=conversation.language, words=words) for contact in contacts)


def plan_list(progress: Progress, *, catalogue: Catalogue, language: Language) -> PlanView:
    """Return the plan as a list of titles."""
    lines = tuple(
        PlanLine(
            number=number,
            name=planned.step.name,
            title=catalogue.title_of(planned.step, language=language),
            tick=planned.tick,
        )
        for number, planned in enumerate(progress.steps, start=1)
    )
    gone = (Step(key="", name=name, platform=name.partition(":")[2]) for name in progress.removed)
    titles = (catalogue.title_of(step, language=language) for step in gone)
    removed = tuple(dict.fromkeys(title for title in titles if title))
    return PlanView(lines=lines, settled=progress.settled, total=progress.total, removed=removed)


def plan_in_full(progress: Progress, *, views: Views, conversation: Conversation) -> PlanView:
    """Return the plan with the words and cards of every step, for the age and the places of a conversation."""
    listed = plan_list(progress, catalogue=views.catalogue, language=conversation.language)
    sections = tuple(
        _section(planned, line, listed=listed, views=views, conversation=conversation)
        for planned, line in zip(progress.steps, listed.lines, strict=True)
    )
    return PlanView(
        lines=listed.lines, settled=listed.settled, total=listed.total, removed=listed.removed, sections=sections
    )


def _section(
    planned: PlannedStep, line: PlanLine, *, listed: PlanView, views: Views, conversation: Conversation
) -> PlanSection:
    step, language, catalogue = planned.step, conversation.language, views.catalogue
    reader = reader_of(conversation)
    fills = Fills(platform=step.platform, age=conversation.answers.age, keep_hours=views.keep_hours, reader=reader)
    bubble = catalogue.say(step.key, language=language, fills=fills)
    way = catalogue.plans.instead.get(step.choice, "") if planned.tick is Tick.DID_NOT_WORK else ""
    answers, said = conversation.answers, Say(key=step.key, platform=step.platform)
    role = catalogue.plans.role_of(answers)
    return PlanSection(
        line=line,
        paragraphs=tuple(bubble.text.split("\n\n")),
        cards=tuple(views.card(fact, language=language, reader=reader) for fact in bubble.facts),
        papers=tuple(views.papers_beside(said, language=language, age=answers.age, role=role)),
        choices=tuple(choice for choice in bubble.choices if choice.payload.startswith(_ANSWER)),
        instead=next((other.title for other in listed.lines if other.name == way), ""),
    )
