"""Checks the questions of all files together; what has a fault is left out of the set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from bot.guidance.age_today import NOW
from bot.guidance.catalogue import Catalogue
from bot.guidance.check import sentence
from bot.guidance.plan import AGES, Answers
from bot.guidance.question_form import faults_of_form, question_of
from bot.guidance.question_source import TOP, Place, QuestionFault, QuestionSource, in_order
from bot.guidance.questions import PREFIX, Answer, Question, QuestionSet
from bot.guidance.rules import PLACEHOLDERS, faults_of_words, placeholders_in, placeholders_of
from bot.language import Language
from understanding.normalise import normalise

FEWEST_WORDINGS = 10
SHORTEST, LONGEST = 2, 60
"""Characters of a wording."""
MOST_CARDS = 3
"""Contacts, links or buttons of an answer."""
NOT_FILLED_IN = frozenset(f"{{{name}}}" for name in PLACEHOLDERS) - {"{keep_hours}"}
"""The placeholders that an answer cannot have, because they are not known wherever it is said."""
_PLAN, _WALKS = "plan.", ("start", "next")
_AGES_IN_IMAGE = {"minor": "under_18", "adult": "adult", "careful": ""}

Places = dict[str, tuple[QuestionSource, Place]]
"""Where each wording, normalised, stands first."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What was read from all files: the questions without a fault, and every fault."""

    questions: QuestionSet
    faults: Sequence[QuestionFault] = field(default=())


def check_questions(sources: Sequence[QuestionSource], *, catalogue: Catalogue) -> Checked:
    """Return the questions of all files; `catalogue` holds what they refer to."""
    questions: dict[str, Question] = {}
    answers: dict[str, Answer] = {}
    faults = [fault for source in sources for fault in source.own_faults()]
    wordings: Places = {}
    for source, id_ in [(one, id_) for one in sources for id_ in one.questions()]:
        wrong = list(faults_of_form(source, id_))
        if not wrong:
            question, own = question_of(id_, source.questions()[id_])
            wrong = [*_faults(source, question, own, catalogue), *_doubled(source, question, wordings)]
            if id_ in questions:
                wrong.append(source.fault("another file has a question with this id", (TOP, id_)))
        if not wrong:
            questions[id_] = question
            answers |= own
        faults += wrong
    return Checked(questions=QuestionSet(questions=questions, answers=answers), faults=in_order(faults))


def _faults(
    source: QuestionSource, question: Question, own: Mapping[str, Answer], catalogue: Catalogue
) -> Iterator[QuestionFault]:
    yield from _topics(source, question, catalogue)
    yield from _wordings(source, question)
    if not own:
        yield from _said(source, question, catalogue)
    for answer in own.values():
        yield from _words(source, question, answer)
        yield from _cards(source, question, answer, catalogue)
    yield from _fitting(source, question, catalogue)


def _topics(source: QuestionSource, question: Question, catalogue: Catalogue) -> Iterator[QuestionFault]:
    for number, topic in enumerate(question.topics):
        if topic not in catalogue.plans.topics:
            yield source.fault(f"topics: there is no topic {topic}", (TOP, question.id, "topics", number))


def _said(source: QuestionSource, question: Question, catalogue: Catalogue) -> Iterator[QuestionFault]:
    """Yield a fault where a question names an entry that there is not, or the answer of another question."""
    key = question.variants[0].say
    is_choice = key.startswith(_PLAN) and key.removeprefix(_PLAN) in (*catalogue.plans.choices, *_WALKS)
    is_entry = key in catalogue.entries and not key.startswith(PREFIX)
    if not is_choice and not is_entry:
        yield source.fault(f"say: there is no entry {key}", (TOP, question.id, "say"))


def _wordings(source: QuestionSource, question: Question) -> Iterator[QuestionFault]:
    for language, wordings in question.wordings.items():
        here = (TOP, question.id, language.value)
        if len(wordings) < FEWEST_WORDINGS:
            yield source.fault(f"{language}: {len(wordings)} wordings, fewer than {FEWEST_WORDINGS}", here)
        for number, wording in enumerate(wordings):
            if not SHORTEST <= len(wording) <= LONGEST:
                reason = f"{language}: a wording of {len(wording)} characters, not {SHORTEST} to {LONGEST}"
                yield source.fault(reason, (*here, number))


def _doubled(source: QuestionSource, question: Question, wordings: Places) -> Iterator[QuestionFault]:
    """Yield the wordings that stand in a question before or twice in this one, and note the others."""
    for language in Language:
        for number, wording in enumerate(question.wordings[language]):
            here = (TOP, question.id, language.value, number)
            first, place = wordings.setdefault(normalise(wording), (source, here))
            if (first, place) != (source, here):
                yield source.fault(f"{language}: the same wording as {first.file}:{first.line(place)}", here)


def _words(source: QuestionSource, question: Question, answer: Answer) -> Iterator[QuestionFault]:
    name = answer.key.rpartition(".")[2]
    for language, text in answer.texts.items():
        here = (TOP, question.id, "answers", name, language.value)
        for found in faults_of_words(text, language=language):
            yield source.fault(f"{name}: {language}: {sentence(found, language)}", here)
        for placeholder in sorted(placeholders_of(text) & NOT_FILLED_IN):
            yield source.fault(f"{name}: {language}: {placeholder} is not filled in here", here)
    if placeholders_in(answer.texts[Language.JA]) != placeholders_in(answer.texts[Language.EN]):
        reason = f"{name}: the placeholders differ between the languages"
        yield source.fault(reason, (TOP, question.id, "answers", name))


def _cards(source: QuestionSource, question: Question, answer: Answer, catalogue: Catalogue) -> Iterator[QuestionFault]:
    name = answer.key.rpartition(".")[2]
    shown = (
        ("contacts", answer.contacts, catalogue.contacts),
        ("links", answer.links, catalogue.links),
        ("buttons", answer.buttons, catalogue.buttons),
    )
    for field_, keys, known in shown:
        here = (TOP, question.id, "answers", name, field_)
        if len(keys) > MOST_CARDS:
            yield source.fault(f"{name}: more than {MOST_CARDS} {field_}", here)
        for number, key in enumerate(keys):
            if key not in known:
                yield source.fault(f"{name}: {field_}: there is no {key}", (*here, number))


def _fitting(source: QuestionSource, question: Question, catalogue: Catalogue) -> Iterator[QuestionFault]:
    """Yield who may ask the question but gets no answer, and the answers that nobody gets."""
    reached: set[str] = set()
    for role in question.asked_by():
        said = {(age, now): question.choose(role=role, age=age, now=now) for age in AGES for now in NOW}
        reached |= {key for key in said.values() if key}
        missing = (age for (age, _), key in said.items() if not key or _leaves_out(key, role, age, catalogue))
        without = dict.fromkeys(missing)
        if without:
            reason = f"no answer for role {role or 'not known'}, age {', '.join(without)}"
            yield source.fault(reason, (TOP, question.id))
    for variant in question.variants:
        if variant.say not in reached:
            name = variant.say.rpartition(".")[2]
            reason = f"{name}: nobody gets this answer: another fits first"
            yield source.fault(reason, (TOP, question.id, "answers", name))


def _leaves_out(key: str, role: str, age: str, catalogue: Catalogue) -> bool:
    """Tell whether a key names a choice that has nothing for this role and age."""
    choice = key.removeprefix(_PLAN)
    answers = Answers(role=role, age_in_image=_AGES_IN_IMAGE[age])
    is_choice = key.startswith(_PLAN) and choice in catalogue.plans.choices
    return is_choice and catalogue.plans.choose(choice, answers) is None
