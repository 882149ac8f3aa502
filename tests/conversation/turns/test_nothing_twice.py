"""Nothing twice, for nobody else, in one language: random talks of twelve turns through everything that can be said."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from bot.conversation.danger.moves import State
from bot.conversation.turns.repetition import LADDERS
from bot.guidance.plan import Answers
from bot.language import Language
from tests.conversation.danger.safety_talk import DANGERS
from tests.conversation.turns.random_talks import PEOPLE, SOME, TALKS, TURNS, talk

HOW_THINGS_STAND = (
    "waiting.", "counsellor.", "delete.", "notice.", "language.", "telegram.", "scripted", "human.", "image.",
    "crisis.", "doubt.", "eased.", "question.now_panic", "question.now_emergency_words",
)  # fmt: skip
"""Beginnings of entries that are true again whenever they are said, and those about safety, which have an order of their own."""

SAID_IN_BOTH = ("telegram.language", "language.other")
"""Asks which language, in both."""

JAPANESE, LATIN = r"[ぁ-ヿ一-鿿]", r"[A-Za-z]"


def rungs_of(key: str) -> set[str]:
    """Return all words for what an entry says, the entry alone where there are no others."""
    return next((set(ladder) for ladder in LADDERS.values() if key in ladder), {key})


def is_written_in(text: str, language: Language) -> bool:
    """Tell whether more letters of a text are of a language's script than of the other's."""
    japanese, latin = len(re.findall(JAPANESE, text)), len(re.findall(LATIN, text))
    return japanese > latin if language is Language.JA else latin > japanese


@given(PEOPLE, st.sampled_from(Language), TALKS)
@example(Answers(), Language.JA, [["unclear"]] * TURNS)
@example(Answers(), Language.EN, [["menu"]] * TURNS)
@example(Answers(role="maker"), Language.JA, [["step.paps"]] * TURNS)
@example(Answers(topic="report_deepfake", platforms=("x", "discord")), Language.EN, [["plan.next"]] * TURNS)
@example(
    Answers(age_in_image="adult"),
    Language.JA,
    [["welcome"]] * 2 + [["step.report.x.careful"]] * 2 + [["step.report.x.adult"]] * 2,
)
def test_no_bubble_is_said_twice_and_there_is_always_one(
    answers: Answers, language: Language, decided: list[list[str]]
) -> None:
    person, heard, keys = talk(answers, language), set[str](), set[str]()
    for turn in decided:
        said = person.turn(*turn)
        assert 1 <= len(said) <= 3
        for say in said:
            words = person.words(say)
            all_said = rungs_of(say.key) - {"unclear.known"} <= keys and len(rungs_of(say.key)) > 1
            assert words not in heard or say.key.startswith(HOW_THINGS_STAND) or all_said
            heard.add(words)
            keys.add(say.key)


@given(PEOPLE, st.sampled_from(Language), TALKS)
def test_nobody_is_told_what_is_for_somebody_else(
    answers: Answers, language: Language, decided: list[list[str]]
) -> None:
    person = talk(answers, language)
    for turn in decided:
        assert all(person.fits(say) for say in person.turn(*turn))


@given(PEOPLE, st.sampled_from(Language), st.lists(st.tuples(SOME, DANGERS, st.booleans()), min_size=TURNS))
def test_every_bubble_is_in_the_language_of_the_talk_in_danger_too(
    answers: Answers, language: Language, turns: list[tuple[list[str], object, bool]]
) -> None:
    person = talk(answers, language)
    for keys, danger, asks in turns:
        for say in person.turn(*keys, danger=danger, asks=asks):  # type: ignore[arg-type]
            assert say.key in SAID_IN_BOTH or is_written_in(person.words(say), language), say.key
        assert person.conversation.language is language


@given(PEOPLE, st.sampled_from(Language), st.lists(st.tuples(SOME, DANGERS, st.booleans()), min_size=TURNS))
def test_while_doubt_or_danger_lasts_nothing_is_cheerful_and_something_is_said(
    answers: Answers, language: Language, turns: list[tuple[list[str], object, bool]]
) -> None:
    person = talk(answers, language)
    for keys, danger, asks in turns:
        said = person.turn(*keys, danger=danger, asks=asks)  # type: ignore[arg-type]
        assert said
        if person.conversation.safety.state in (State.DOUBT, State.DANGER):
            assert not [
                say.key
                for say in said
                if say.key.startswith(("goodbye", "delete.", "thanks", "menu", "greet", "step.end"))
            ]
