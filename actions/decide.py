"""One decision a turn, in the order of ORDER: what is said, as keys, by what was read and what is known."""

from collections.abc import Callable
from dataclasses import replace

from actions.accused import accused
from actions.follow_up import with_apology, with_near_questions, with_second_need, words
from actions.leaving import leaving
from actions.open_question import ASKS, MOST_TIMES_ASKED, ONCE, question_for
from actions.opening import opening
from actions.ruled_out import is_given, is_ruled_out, sure_from
from actions.safety import believed, panic, safety_answer
from actions.table import Table
from actions.topics import (
    FEELING,
    GENERAL,
    HUMAN,
    QUESTIONS,
    REMOVAL,
    SEARCH,
    SMALL_TALK,
    SUPPOSED,
    TOLD,
    WISHES,
    implied,
    topic_of,
    without_denied_threat,
)
from actions.trust import (
    CERTAIN,
    CERTAIN_BESIDE,
    CERTAIN_BESIDE_FELT,
    FELT,
    SURE_BESIDE_NEXT,
    SURE_BESIDE_TOLD,
)
from actions.turn import COURTESIES, Decision, Said, Turn
from actions.unanswered import insisted, unanswered
from understanding.context import Context
from understanding.known import furthest_state, names
from understanding.reading import DONE, NEXT, NO_ANSWER, SKIP, Reading

MOST_BUBBLES = 3

MENTIONED = "change_language"
"""The wish for a language is granted before (bot/conversation): what is left of it here only mentions one."""

_FAREWELL = "goodbye"
WAITS_FOR_PLACES = ("platform",)
"""Questions that a place answers: then the plan goes on as it is."""

NOT_POSTED = ("threatened", "made")
"""Nothing is to be reported yet where the image has only been made, or is only threatened with."""

Rule = Callable[[Turn], "Decision | None"]


def decide(reading: Reading, *, context: Context, table: Table) -> Decision:
    """Return the decision of a turn: the first rule of ORDER that has something to say decides."""
    turn = _turn(reading, context, table)
    for rule in ORDER:
        decision = rule(turn)
        if decision is not None:
            return with_apology(turn, with_near_questions(turn, with_second_need(turn, decision)))
    unclear = Said(key="unclear", topics=turn.needs, questions=turn.reading.near)
    return Decision(said=(unclear,), facts=turn.facts, offered=context.offered)


def another_language(turn: Turn) -> Decision | None:
    """Somebody who writes in a third language is told once which languages there are, and who speaks others."""
    if turn.reading.language != "other" or "language.other" in turn.context.said:
        return None
    return Decision(said=(Said(key="language.other"),), offered=turn.context.offered)


def noise(turn: Turn) -> Decision | None:
    """Signs without letters, or letters without a word, are no mistake: the person is told that they are heard."""
    has_meaning = turn.reading.language or turn.needs or turn.news or turn.reading.answer != NO_ANSWER
    return None if has_meaning else _decision(turn, (Said(key="noise"),))


def wish(turn: Turn) -> Decision | None:
    """A wish is done at once: a human, PAPS, erasing, leaving. A farewell that is not clear ends nothing."""
    if turn.first in (FEELING, *SMALL_TALK) and _wants_a_human(turn):
        return _served(turn, HUMAN)
    if turn.first not in WISHES or turn.confidence < (CERTAIN_BESIDE if turn.reading.question else CERTAIN):
        return None
    return None if turn.first == _FAREWELL and turn.news else _served(turn, turn.first)


def _wants_a_human(turn: Turn) -> bool:
    """Tell whether a human is wished for beside what is felt, and no question is asked that has an answer."""
    wished = any(need.intent == HUMAN and need.confidence >= CERTAIN_BESIDE_FELT for need in turn.reading.needs)
    return wished and not turn.reading.question


def question(turn: Turn) -> Decision | None:
    """The question asked is answered first; what was told with it is taken in after it."""
    is_sure = turn.reading.question_confidence >= sure_from(turn)
    supposed = SUPPOSED.get(turn.reading.question)
    if supposed and turn.opens_topic and not turn.known.get(supposed):
        return None
    if turn.reading.question and is_sure and not is_ruled_out(turn):
        answer = Said(key=f"question.{turn.reading.question}")
        if turn.reading.also:  # each of two questions gets its answer, and nothing else is asked for
            return _decision(turn, (answer, Said(key=f"question.{turn.reading.also}")))
    elif turn.first in QUESTIONS and not is_given(turn):
        answer = Said(key=turn.table.topic(turn.first).say[0])
    else:
        return None
    after = _taken_in(turn) if turn.opens_topic else ()
    asked = question_for(turn, most=ONCE) if turn.opens_topic or turn.news else ()
    return _decision(turn, (answer, *after[:1], *asked))


def place(turn: Turn) -> Decision | None:
    """Who asks how to get it down from a place, or tells of another place, is told how it is reported there."""
    if turn.opens_topic or not turn.table.has_plan(turn.topic) or turn.context.asked in WAITS_FOR_PLACES:
        return None
    only_named = not (turn.needs or turn.news or turn.reading.question or turn.reading.tells)
    is_asked = only_named or {REMOVAL, SEARCH} & set(turn.needs)
    if not is_asked and furthest_state(turn.known) in NOT_POSTED:
        return None
    reported = names(turn.reading.facts.get("reported"))
    places = [name for name in (turn.places if is_asked else turn.new_places) if name not in reported]
    reports = tuple(Said(key="plan.report", platform=name) for name in places[:MOST_BUBBLES])
    return _decision(turn, (*_noted(turn), *reports)) if reports else None


def told(turn: Turn) -> Decision | None:
    """A fact that has words of its own is answered with them: paid already, refused, back again, no phone."""
    before, now = turn.context.known, turn.known
    new = (key for fact, value, key in TOLD if value in names(now.get(fact)) and value not in names(before.get(fact)))
    key = next(new, None)
    if key is None:
        return None
    taken_in = _taken_in(turn) if turn.opens_topic else ()
    return _decision(turn, (*taken_in, Said(key=key), *question_for(turn)))


def next_step(turn: Turn) -> Decision | None:
    """Who asks what comes next, or only tells to have done a step, goes on; what they tell to have done is noted."""
    was_done = bool(turn.reading.facts.get("did") or turn.reading.facts.get("reported"))
    is_sure = turn.reading.question_confidence >= (SURE_BESIDE_NEXT if was_done else SURE_BESIDE_TOLD)
    only_done = bool(turn.reading.facts.get("did")) and not turn.reading.facts.get("state")
    is_question = turn.reading.answer == NEXT and is_sure and not (only_done or is_ruled_out(turn))
    is_asked = turn.reading.answer in (DONE, NEXT) and not is_question
    if not is_asked or turn.opens_topic or not turn.table.has_plan(turn.topic) or told(turn):
        return None
    return _decision(turn, (*_noted(turn), *_onward(turn, most=ONCE)))


def journey(turn: Turn) -> Decision | None:
    """New harm is taken in, with the first step and the first question."""
    if not turn.opens_topic or not turn.table.has_plan(turn.topic):
        return None
    step = (Said(key="plan.next"),)
    asked = question_for(turn)
    only_age = turn.topic == "i_am_minor" and asked
    return _decision(turn, (*_taken_in(turn), *(() if only_age else step), *asked))


def feeling(turn: Turn) -> Decision | None:
    """A feeling is taken in before anything else goes on; beside more of the same topic, once."""
    is_beside = FEELING in turn.needs and turn.first in (*GENERAL, turn.topic)
    was_heard = turn.context.has_said("heard.distress")
    return _served(turn, FEELING) if turn.first == FEELING or (is_beside and not was_heard) else None


def thanks(turn: Turn) -> Decision | None:
    """Who thanks, and only names with it what was talked about, is thanked: the plan does not go on by itself."""
    needs = turn.reading.needs
    only_thanks = bool(needs) and needs[0].intent == "thanks" and needs[0].confidence >= CERTAIN_BESIDE
    felt = {
        FEELING for need in needs if need.intent == FEELING and need.confidence < FELT
    }  # perhaps only a little better
    is_rest_known = {need.intent for need in needs[1:]} <= {*GENERAL, *SMALL_TALK, *felt, turn.topic}
    if not (only_thanks and is_rest_known and turn.context.topic) or turn.news or turn.answers or turn.reading.protests:
        return None
    return _served(turn, "thanks")


def answer(turn: Turn) -> Decision | None:
    """An answer, or a fact told in passing, moves the plan: the next question, else the next step."""
    if not turn.topic or not (turn.answers or turn.news):
        return None
    return _decision(turn, (*_noted(turn), *(insisted(turn) or _onward(turn))))


def going_on(turn: Turn) -> Decision | None:
    """A yes, or more of the same topic, goes on: what was put off first, else the plan."""
    offered = [need for need in turn.context.offered if need != FEELING]  # a feeling is told anew, or has passed
    if turn.first == "affirm" and offered and not turn.context.asked:
        return _served(turn, offered[0])
    more = turn.first in (*GENERAL, turn.topic, "affirm")
    if not (more and turn.table.has_plan(turn.topic)):
        return None
    heard = (Said(key=f"plan.{turn.table.topic(REMOVAL).heard}"),) if turn.first == REMOVAL else ()
    return _decision(turn, (*heard, *_onward(turn, most=ONCE)))


def noted(turn: Turn) -> Decision | None:
    """A fact told before anything else: the situation is asked for."""
    if turn.topic or not turn.news:
        return None
    return _decision(turn, (Said(key="plan.heard_more"), Said(key="plan.ask_state")))


def telling(turn: Turn) -> Decision | None:
    """Who only tells more, in words that nothing follows from, was read; nobody is told that they were not understood."""
    if not turn.reading.tells or not turn.context.topic or turn.needs:
        return None
    return _decision(turn, (Said(key="heard.more.told", questions=turn.reading.near),))


def small_talk(turn: Turn) -> Decision | None:
    """Meeting, thanking, leaving, and what is not about harm."""
    if turn.reading.answer == DONE and not turn.needs:  # done what was spoken of, and nothing is next
        return _served(turn, "affirm")
    if turn.first not in SMALL_TALK or (turn.context.asked in ASKS and turn.first == "affirm"):
        return None
    if turn.first == "deny" and turn.reading.danger.passed:  # who denies that they want to die tells how they are
        return _served(turn, FEELING)
    return _served(turn, turn.first)


ORDER: tuple[Rule, ...] = (
    another_language,
    wish,
    panic,
    leaving,
    next_step,
    words,
    opening,
    question,
    told,
    accused,
    place,
    journey,
    believed,
    safety_answer,
    unanswered,
    answer,
    thanks,
    feeling,
    going_on,
    noted,
    small_talk,
    noise,
    telling,
)
"""The order in which a message is served; danger and the wish for a language come before (bot/conversation)."""


def _turn(reading: Reading, context: Context, table: Table) -> Turn:
    reading = without_denied_threat(reading, context)
    meant_otherwise = [MENTIONED, *((_FAREWELL,) if reading.asks else ())]  # "is it over?" takes no leave
    meant_otherwise += COURTESIES if reading.asks and reading.protests else ()
    reading = replace(reading, needs=tuple(need for need in reading.needs if need.intent not in meant_otherwise))
    topic = topic_of(reading, context, table)
    facts = {**implied(topic if topic != context.topic else "", reading, context, table), **reading.facts}
    if context.asked in ASKS and reading.answer == SKIP and not facts.get(context.asked):
        facts[context.asked] = ["unknown"] if context.asked == "platform" else "skipped"
    return Turn(reading=reading, context=context, table=table, topic=topic, facts=facts)


def _decision(turn: Turn, said: tuple[Said, ...]) -> Decision:
    topic = {"topic": turn.topic} if turn.topic else {}
    return Decision(said=said[:MOST_BUBBLES], facts={**turn.facts, **topic}, offered=turn.context.offered)


def _served(turn: Turn, intent: str) -> Decision:
    """Return what an intent is answered with by the table, the choice that takes it in first."""
    topic = turn.table.topic(intent)
    if topic.plan:
        begun = replace(turn, topic=intent)
        return _decision(begun, (*_taken_in(begun), *_onward(begun)))
    left = tuple(name for name in turn.context.offered if name != intent)
    return replace(_decision(turn, tuple(Said(key=key) for key in topic.say)), offered=left)


def _taken_in(turn: Turn) -> tuple[Said, ...]:
    heard = turn.table.topic(turn.topic).heard
    unsure = "role" in turn.facts and "role" not in turn.reading.facts and not turn.context.role
    return (Said(key=f"plan.{heard}", correct=unsure),) if heard else ()


def _noted(turn: Turn) -> tuple[Said, ...]:
    return (Said(key="plan.heard_more"),) if turn.news else ()


def _onward(turn: Turn, *, most: int = MOST_TIMES_ASKED) -> tuple[Said, ...]:
    return question_for(turn, most=most) or (Said(key="plan.next"),)
