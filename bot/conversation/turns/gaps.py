"""Where the guidance is thin: noticed while answering, counted without a word of what was written."""

from collections.abc import Iterator, Sequence

from bot.conversation.case import Gap
from bot.conversation.model import Message, Say, Understanding
from bot.conversation.ports import TurnInput

_NOT_UNDERSTOOD = frozenset({"unclear", "unclear.again", "scripted", "scripted.again"})
_NOTHING_TO_SAY = frozenset({"out_of_scope"})


def gaps_in(
    said: Sequence[Say], turn_input: TurnInput, understood: Understanding, *, before: Sequence[Message]
) -> Iterator[tuple[Gap, str]]:
    """Yield each gap that a turn shows, with the intent it is about; the intent is empty where none was heard."""
    keys = {say.key for say in said}
    if keys & _NOT_UNDERSTOOD:
        yield Gap.NOT_UNDERSTOOD, understood.intent
    if keys & _NOTHING_TO_SAY:
        yield Gap.UNANSWERED, understood.intent
    kind, _, topic = turn_input.payload.partition(":")
    last = next((message.say for message in reversed(before) if message.say is not None), None)
    if kind == "topic" and last is not None and f"topic.{topic}" in last.buttons:
        yield Gap.SECOND_CHOICE, topic
