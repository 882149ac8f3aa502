"""What leans on what was said: words for whom was talked about last, and a question that may be meant."""

from collections.abc import Mapping
from dataclasses import replace

from actions.ruled_out import is_against, is_ruled_out
from actions.topics import GENERAL, SMALL_TALK, WISHES, takes_back
from actions.trust import CERTAIN_WORDS
from actions.turn import Decision, Said, Turn
from understanding.danger_disowned import DISOWNED
from understanding.danger_text import KINDS
from understanding.known import names
from understanding.reading import WORDS

WORDS_OF: Mapping[str, str] = {
    "work_": "words_boss",
    "threat_tell_work": "words_boss",
    "school_": "words_school",
    "police_": "words_police",
    "evidence_": "words_police",
    "threat_tell_parents": "words_mother",
    "tell_parents": "words_mother",
    "child_scolded": "words_mother",
    "law_lawyer": "words_lawyer",
    "paps": "words_paps",
}
"""The question that gives words to use, by the beginning of the question that was answered last: whom it was about."""

_OF_ENTRIES: Mapping[str, str] = {
    "doubt.home": "words_mother",
    "human": "words_paps",
    "paps": "words_paps",
    "step.paps": "words_paps",
    "step.school": "words_school",
    "step.police": "words_police",
}
"""The same by the beginning of an entry that is no question: fear of what happens at home, a way to a person, a step."""

_LASTING = ("question.", "doubt.home")
MOST_BACK, MOST_LAST = 6, 3
"""How many of the entries said last are looked through for what was asked or feared, and how many for any other."""

_FOR_THEMSELVES = ("", "self")


def words(turn: Turn) -> Decision | None:
    """Who asks how to say it, and names nobody, means whom was talked about last."""
    said = turn.context.said
    about = [key for key in said[-MOST_BACK:] if key.startswith(_LASTING) or key in said[-MOST_LAST:]]
    question = next(filter(None, map(_words_of, reversed(about))), "")
    is_named = turn.reading.question_confidence >= CERTAIN_WORDS
    if turn.reading.answer != WORDS or not question or is_named or turn.context.role not in _FOR_THEMSELVES:
        return None
    topic = {"topic": turn.topic} if turn.topic else {}
    return Decision(
        said=(Said(key=f"question.{question}"),), facts={**turn.facts, **topic}, offered=turn.context.offered
    )


def _words_of(key: str) -> str:
    """Return the question that gives the words for whom an entry is about, `` for none."""
    name = key.removeprefix("question.")
    table = WORDS_OF if name != key else _OF_ENTRIES
    return next((words for begin, words in table.items() if name.startswith(begin)), "")


MOST_AFTER = 2
"""Bubbles that follow an apology: three in all."""

_SAYS_SORRY = ("unclear", "again", "abusive", "misread")
"""Beginnings of what says sorry by itself."""


def with_apology(turn: Turn, decision: Decision) -> Decision:
    """Say first that something was misread, where the person protests that it was or takes back what was read."""
    keys = [said.key for said in decision.said]
    is_due = _was_misread(turn) and bool(turn.context.said) and bool(keys)
    if not is_due or any(key.startswith(_SAYS_SORRY) for key in keys):
        return decision
    return replace(decision, said=(Said(key="misread"), *decision.said[:MOST_AFTER]))


def _was_misread(turn: Turn) -> bool:
    """Tell whether the person says that something was misread: a danger too, unless it was only asked about."""
    is_disowned = DISOWNED in turn.reading.danger.told and turn.context.safety != "doubt"
    return turn.reading.protests or is_disowned or takes_back(turn.reading, turn.context)


def with_near_questions(turn: Turn, decision: Decision) -> Decision:
    """Offer the question that may be meant under what is said, where something is told or the plan goes on without it."""
    near = [name for name in (*_left_out(turn, decision), *turn.reading.near) if not is_against(name, turn)]
    is_told = decision.said and turn.first not in (*WISHES, *SMALL_TALK) and not turn.answers
    if not near or not is_told or decision.said[-1].key.startswith("plan.ask_"):  # a question keeps its own answers
        return decision
    *before, last = decision.said
    return replace(decision, said=(*before, replace(last, questions=tuple(near[:1]))))


def _left_out(turn: Turn, decision: Decision) -> tuple[str, ...]:
    """Return the question that was found and not answered, because a step comes before it."""
    question = turn.reading.question
    is_answered = any(said.key == f"question.{question}" for said in decision.said)
    return () if not question or is_answered or is_ruled_out(turn) else (question,)


def with_second_need(turn: Turn, decision: Decision) -> Decision:
    """Name the need that was not served as the first button, to come back to it later."""
    served = {turn.first, turn.topic, turn.context.topic, *GENERAL, *SMALL_TALK, *WISHES, *KINDS}
    if turn.known.get("who") or turn.known.get("role"):  # somebody else made it, or they told whom they speak as
        served.add("i_made_or_shared_it")
    if "record" in names(turn.known.get("did")):
        served.add("preserve_evidence")
    left = [
        need for need in turn.needs if need not in served and (turn.table.topic(need).say or turn.table.has_plan(need))
    ]
    if not left or not decision.said:
        return decision
    *before, last = decision.said
    offered = tuple(dict.fromkeys((*decision.offered, left[0])))
    return replace(decision, said=(*before, replace(last, topics=(left[0], *last.topics))), offered=offered)
