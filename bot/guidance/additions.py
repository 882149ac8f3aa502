"""What a plan has besides its own steps, or sooner than it has them, by what is known of the situation."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.guidance.conditions import Facts, fits


@dataclass(frozen=True, kw_only=True)
class Addition:
    """A choice that comes right after or before another one, first where none is named; its place in the plan is given up."""

    step: str
    when: Mapping[str, Sequence[str]]
    after: str = ""
    before: str = ""

    @property
    def beside(self) -> str:
        """Return the choice that it stands beside, `` where it comes first."""
        return self.after or self.before

    def put_into(self, steps: Sequence[str]) -> list[str]:
        """Return the steps with it at its place; unchanged where the choice that it stands beside is not among them."""
        others = [step for step in steps if step != self.step]
        if self.beside and self.beside not in others:
            return list(steps)
        place = others.index(self.beside) + bool(self.after) if self.beside else 0
        return [*others[:place], self.step, *others[place:]]


def arranged(steps: Sequence[str], additions: Iterable[Addition], *, facts: Facts) -> list[str]:
    """Return the steps of a plan with every addition that fits, in the order of the additions."""
    found = list(steps)
    for addition in additions:
        if fits(addition.when, facts):
            found = addition.put_into(found)
    return found
