"""The form of a question in its file: which fields it has and what kind of value stands in each."""

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from bot.guidance.age_today import NOW
from bot.guidance.confirm import CONFIRM, note_with_confirm
from bot.guidance.plan import AGES, Variant
from bot.guidance.question_source import TOP, Place, QuestionFault, QuestionSource
from bot.guidance.questions import PREFIX, ROLES, UNKNOWN_ROLE, Answer, Question
from bot.language import Language

_ID = re.compile(r"[a-z][a-z0-9_]{1,39}")
_LANGUAGES = tuple(language.value for language in Language)
CONDITIONS: Mapping[str, tuple[str, ...]] = {"role": (*ROLES, UNKNOWN_ROLE), "age": AGES, "now": NOW}
"""What an answer may depend on, and the values of each."""
WAY_ON = "topic.talk_to_human"
"""The button of an answer that names none: no bubble is a dead end."""
_CLOSED: Mapping[str, tuple[str, Collection[str]]] = {
    "roles": ("role", CONDITIONS["role"]),
    "confirm": ("one to confirm it called", CONFIRM),
}

Check = Callable[[Any], str]
"""Returns what is wrong with a value, nothing if it is right."""


def _text(value: Any) -> str:
    if not isinstance(value, str):
        return "expected a text (in quotation marks, if it looks like a number or a yes)"
    return "" if value.strip() else "empty"


def _texts(value: Any) -> str:
    return "" if isinstance(value, list) else "expected a list"


def _mapping(value: Any) -> str:
    return "" if isinstance(value, dict) and value else "expected fields below it"


QUESTION: Mapping[str, Check] = {
    "note": _text, "topics": _texts, "roles": _texts, "confirm": _texts, "ja": _texts, "en": _texts, "say": _text, "answers": _mapping,
}  # fmt: skip
"""The fields of a question."""
ANSWER: Mapping[str, Check] = {
    "when": _mapping, "ja": _text, "en": _text, "contacts": _texts, "links": _texts, "buttons": _texts,
}  # fmt: skip
"""The fields of an answer."""


def faults_of_form(source: QuestionSource, question: str) -> Iterator[QuestionFault]:
    """Yield what is wrong with the form of a question."""
    here: Place = (TOP, question)
    fields = source.questions()[question]
    yield from source.doubled_in(here)
    if not _ID.fullmatch(question):
        yield source.fault("the id is not made of small letters, digits and _, or longer than 40 characters", here)
    if not isinstance(fields, dict):
        yield source.fault("expected fields below it", here)
        return
    yield from _faults_of_fields(source, here, fields, QUESTION, needed=("note", *_LANGUAGES))
    if ("say" in fields) == ("answers" in fields):
        yield source.fault("expected either `say` or `answers`", here)
    answers = fields.get("answers")
    for name, answer in answers.items() if isinstance(answers, dict) else ():
        yield from _faults_of_answer(source, (*here, "answers", name), answer)


def _faults_of_answer(source: QuestionSource, here: Place, answer: Any) -> Iterator[QuestionFault]:
    if not _ID.fullmatch(str(here[-1])):
        yield source.fault(f"answers: {here[-1]}: the name is not made of small letters, digits and _", here)
    if not isinstance(answer, dict):
        yield source.fault(f"answers: {here[-1]}: expected fields below it", here)
        return
    yield from _faults_of_fields(source, here, answer, ANSWER, needed=_LANGUAGES)
    when = answer.get("when")
    for name, values in when.items() if isinstance(when, dict) else ():
        place = (*here, "when", name)
        if name not in CONDITIONS:
            yield source.fault(f"when: there is no {name}; an answer can depend on {' and '.join(CONDITIONS)}", place)
        elif not isinstance(values, list) or not values:
            yield source.fault(f"when: {name}: expected a list", place)
        else:
            unknown = [value for value in values if value not in CONDITIONS[name]]
            yield from (source.fault(f"when: there is no {name} {value}", place) for value in unknown)


def _faults_of_fields(
    source: QuestionSource,
    here: Place,
    fields: Mapping[Any, Any],
    known: Mapping[str, Check],
    *,
    needed: tuple[str, ...],
) -> Iterator[QuestionFault]:
    for name, value in fields.items():
        place = (*here, name)
        if name not in known:
            yield source.fault(f"there is no field {name}", place)
        elif wrong := known[name](value):
            yield source.fault(f"{name}: {wrong}", place)
        elif isinstance(value, list):
            faults = ((number, _part(one, name)) for number, one in enumerate(value))
            yield from (source.fault(f"{name}: {wrong}", (*place, number)) for number, wrong in faults if wrong)
    yield from (source.fault(f"{name} is missing", here) for name in needed if name not in fields)


def _part(value: Any, name: str) -> str:
    """Return what is wrong with one value of a list; a role that is not known is written as an empty text."""
    if name in _CLOSED:
        what, allowed = _CLOSED[name]
        return "" if value in allowed else f"there is no {what} {value}"
    return _text(value)


def question_of(question: str, fields: Mapping[str, Any]) -> tuple[Question, dict[str, Answer]]:
    """Return a question whose form is right, and its own answers by key."""
    answers = {f"{PREFIX}{question}.{name}": one for name, one in (fields.get("answers") or {}).items()}
    variants = tuple(Variant(say=key, when=one.get("when") or {}) for key, one in answers.items())
    made = Question(
        id=question,
        note=fields["note"],
        topics=tuple(fields.get("topics") or ()),
        roles=tuple(fields.get("roles") or ()),
        confirm=tuple(fields.get("confirm") or ()),
        wordings={language: tuple(fields[language.value]) for language in Language},
        variants=variants or (Variant(say=fields["say"], when={}),),
    )
    return made, {key: _answer(key, one, made) for key, one in answers.items()}


def _answer(key: str, fields: Mapping[str, Any], question: Question) -> Answer:
    lists = {name: tuple(fields.get(name) or ()) for name in ("contacts", "links", "buttons")}
    lists["buttons"] = lists["buttons"] or (WAY_ON,)
    texts = {language: fields[language.value].strip() for language in Language}
    return Answer(key=key, note=_note(question, fields.get("when") or {}), texts=texts, **lists)


def _note(question: Question, when: Mapping[str, list[str]]) -> str:
    """Return what editors have to know: what the answer must do, for whom it is, and who has not confirmed it yet."""
    told = [question.note.strip()]
    if when:
        named = (f"{name} {', '.join(value or 'not known' for value in values)}" for name, values in when.items())
        told.append(f"For {'; '.join(named)}.")
    return note_with_confirm(" ".join(told), question.confirm)
