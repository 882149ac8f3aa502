"""Reads one message by rules: its facts, whether it answers the open question, and its language."""

from understanding.answers import answer_to
from understanding.asking import asks, names_harm, only_tells, opens, protests
from understanding.context import Context
from understanding.facts import read_facts
from understanding.gazetteer import Tables
from understanding.going_on import asks_for_next, asks_for_words, tells_done
from understanding.language import language_of
from understanding.language_wish import wished_language
from understanding.normalise import normalise
from understanding.reading import DONE, NEXT, NO_ANSWER, WORDS, Reading

LONGEST = 2000
"""Characters of a message that are read."""


def read(text: str, *, tables: Tables, context: Context) -> Reading:
    """Return what a message says by itself; needs, question and danger are added by those who know them."""
    normal = normalise(text[:LONGEST])
    facts = read_facts(normal, tables=tables, context=context)
    answer, answered = answer_to(normal, context=context, facts=facts)
    return Reading(
        facts={**facts, **answered},
        answer=_onward(normal) if answer == NO_ANSWER else answer,
        language=language_of(text),
        wished_language=wished_language(text, current=context.language),
        tells=only_tells(normal),
        asks=asks(normal),
        opens=opens(normal),
        names_harm=names_harm(normal),
        protests=protests(normal),
    )


def _onward(normal: str) -> str:
    if asks_for_next(normal):
        return NEXT
    if asks_for_words(normal):
        return WORDS
    return DONE if tells_done(normal) else NO_ANSWER
