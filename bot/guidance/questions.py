"""The questions that people ask: how they ask them, who may ask, and which entry answers. All of them are replaced at once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from bot.guidance import plan
from bot.guidance.age_today import age_today
from bot.guidance.plan import Answers, Variant
from bot.language import Language

PREFIX = "question."
"""The beginning of the key of every answer that a question has of its own; the key is `question.QUESTION.ANSWER`."""
UNKNOWN_ROLE = ""
ROLES = tuple(role for role in plan.ROLES if role != UNKNOWN_ROLE)
"""Who may be named as asking: the roles of the plans, without the one that is not known."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """An answer that a question has of its own: one bubble in both languages, with its cards and buttons."""

    key: str
    note: str
    texts: Mapping[Language, str]
    contacts: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    buttons: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Question:
    """One question: its wordings, who may ask it, and what is said to whom."""

    id: str
    note: str
    topics: tuple[str, ...]
    """The intents in whose conversation it is likelier to be asked; none where it can come at any time."""
    roles: tuple[str, ...]
    """Who may ask it; nobody named where anybody may."""
    confirm: tuple[str, ...]
    """Who should confirm the answers: `paps`, `lawyer`, `police`."""
    wordings: Mapping[Language, tuple[str, ...]]
    variants: tuple[Variant, ...]
    """What is said, the first that fits: an entry's key, or `plan.CHOICE` for a choice of the plans."""

    def title(self, language: Language) -> str:
        """Return how the question is named to a person: its first wording."""
        return self.wordings[language][0]

    def asked_by(self) -> tuple[str, ...]:
        """Return every role that may ask it; somebody of an unknown role is spoken to like the person in the image."""
        named = self.roles or ROLES
        return (*named, UNKNOWN_ROLE) if "self" in named and UNKNOWN_ROLE not in named else named

    def choose(self, *, role: str, age: str, now: str = "") -> str | None:
        """Return the key that is said to this role and age in the image, and age today; None if the role may not ask or nothing fits."""
        known = role if role in ROLES else UNKNOWN_ROLE
        if known not in self.asked_by():
            return None
        facts = {"role": known, "age": age, "now": now}
        return next((variant.say for variant in self.variants if variant.fits(facts)), None)


@dataclass(frozen=True, kw_only=True)
class QuestionSet:
    """All questions of one moment, and the answers that they have of their own, by key."""

    questions: Mapping[str, Question] = field(default_factory=lambda: MappingProxyType({}))
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))


class Questions(Mapping[str, Question]):
    """The questions in use, by id. Another set takes the place of all of them; a set with faults never does."""

    def __init__(self, shown: QuestionSet | None = None, *, faults: Sequence[str] = ()) -> None:
        """Start with a set, and what is wrong with the files it was read from."""
        self.shown = shown or QuestionSet()
        """The set in use."""
        self.faults = tuple(faults)
        """What is wrong with the files as they are now; empty where the set in use is what they say."""
        self._former: dict[str, Answer] = {}

    def __getitem__(self, question: str) -> Question:
        """Return a question."""
        return self.shown.questions[question]

    def __iter__(self) -> Iterator[str]:
        """Return the ids, in the order of the files."""
        return iter(self.shown.questions)

    def __len__(self) -> int:
        """Return the number of questions."""
        return len(self.shown.questions)

    def show(self, shown: QuestionSet) -> None:
        """Use another set from now on."""
        gone = {key: answer for key, answer in self.shown.answers.items() if key not in shown.answers}
        self._former = {key: answer for key, answer in (self._former | gone).items() if key not in shown.answers}
        self.shown, self.faults = shown, ()

    def refuse(self, faults: Sequence[str]) -> None:
        """Go on with the set in use, because the files have these faults."""
        self.faults = tuple(faults)

    def choose(self, question: str, answers: Answers) -> str | None:
        """Return the key that answers a question for this person: an entry, or `plan.CHOICE` (see `Catalogue.answer_to`).

        None where there is no such question, the role may not ask it, or nothing fits: the answer to another role is never said.
        """
        found = self.get(question)
        return found.choose(role=answers.role, age=answers.age, now=age_today(answers.more)) if found else None

    def answer(self, key: str) -> Answer | None:
        """Return an answer that a question has of its own; one that is gone stays readable where it was said already."""
        return self.shown.answers.get(key) or self._former.get(key)
