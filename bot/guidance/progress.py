"""The plan as a whole: which steps there are for this person, and what became of each."""

from dataclasses import dataclass

from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import END, Answers, Step, Tick
from bot.language import Language


@dataclass(frozen=True, kw_only=True)
class PlannedStep:
    """A step of the plan, and what became of it."""

    step: Step
    tick: Tick


@dataclass(frozen=True, kw_only=True)
class Progress:
    """All steps in order, without the one that only says that there are no more."""

    steps: tuple[PlannedStep, ...]
    removed: tuple[str, ...] = ()
    """Steps that were ticked and are not in the plan any more, by name: the answers or the guidance have changed."""

    @property
    def total(self) -> int:
        """Return how many steps are for this person."""
        return sum(planned.tick is not Tick.NOT_FOR_ME for planned in self.steps)

    @property
    def settled(self) -> int:
        """Return how many of them were done or tried."""
        return sum(planned.tick in (Tick.DONE, Tick.DID_NOT_WORK) for planned in self.steps)

    @property
    def first_open(self) -> str:
        """Return the name of the first step that is open, `` where none is."""
        return next((planned.step.name for planned in self.steps if planned.tick is Tick.OPEN), "")


def progress_of(answers: Answers, *, catalogue: Catalogue, language: Language) -> Progress | None:
    """Return the plan of a person, None where too little is known for one; a step without words is none."""
    plans = catalogue.plans
    if not plans.way(answers).plan:
        return None
    steps = tuple(
        PlannedStep(step=step, tick=answers.tick_of(step.name))
        for step in plans.whole(answers)
        if step.name != END and step.key in catalogue.entries and catalogue.words.text(step.key, language=language)
    )
    there = {planned.step.name for planned in steps}
    removed = tuple(name for name, tick in answers.ticks.items() if name not in there and tick != Tick.OPEN)
    return Progress(steps=steps, removed=removed)
