"""Rules about what is read of safety that the decision goes by: panic, a plain answer, and a danger that is denied."""

from actions.topics import FEELING, SMALL_TALK, YES_NO
from actions.trust import SURE
from actions.turn import Decision, Said, Turn
from understanding.danger_disowned import DISOWNED
from understanding.danger_told import PANIC

_PANIC_QUESTION = "question.now_panic"


def panic(turn: Turn) -> Decision | None:
    """The body in panic is helped first, once; what was told with it is taken in."""
    is_asked = turn.reading.question and turn.reading.question_confidence >= SURE  # shaking is told beside it
    if PANIC not in turn.reading.danger.told or turn.context.has_said(_PANIC_QUESTION) or is_asked:
        return None
    return _decision(turn, Said(key=_PANIC_QUESTION))


def believed(turn: Turn) -> Decision | None:
    """Who denies a danger that was only asked about goes back to what was open: the next step, not a menu."""
    is_denial = turn.reading.danger.passed and (
        turn.context.safety in ("calm", "doubt") or DISOWNED in turn.reading.danger.told
    )
    says_more = turn.first not in (*SMALL_TALK, FEELING, "") or turn.first == "thanks" or turn.news or turn.opens_topic
    if not is_denial or says_more or not turn.table.has_plan(turn.topic):
        return None
    goes_on = turn.context.last.startswith("step.")  # it was said a moment ago, and is only said more exactly
    return _decision(turn, Said(key="plan.heard_more" if goes_on else "plan.next"))


def safety_answer(turn: Turn) -> Decision | None:
    """A plain yes or no to a question about safety."""
    meant = YES_NO.get(turn.context.asked, {}).get(turn.reading.answer)
    if turn.reading.danger.passed and turn.context.topic:  # they are safe: what was talked about goes on
        return None
    return _decision(turn, Said(key=meant)) if meant else None


def _decision(turn: Turn, said: Said) -> Decision:
    topic = {"topic": turn.topic} if turn.topic else {}
    return Decision(said=(said,), facts={**turn.facts, **topic}, offered=turn.context.offered)
