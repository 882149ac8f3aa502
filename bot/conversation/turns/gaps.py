"""Where the guidance is thin: noticed while answering, counted without a word of what was written."""

from collections.abc import Iterator, Sequence

from bot.conversation.case import Gap
from bot.conversation.model import Message, Say, Understanding
from bot.conversation.ports import TurnInput

_NOT_UNDERSTOOD = ("unclear", "scripted")
_NOTHING_TO_SAY = ("out_of_scope",)


def gaps_in(
    said: Sequence[Say], turn_input: TurnInput, understood: Understanding, *, before: Sequence[Message]
) -> Iterator[tuple[Gap, str]]:
    """Yield each gap that a turn shows, with the intent it is about; the intent is empty where none was heard."""
    if any(say.key.startswith(_NOT_UNDERSTOOD) for say in said):
        yield Gap.NOT_UNDERSTOOD, understood.intent
    if any(say.key.startswith(_NOTHING_TO_SAY) for say in said):
        yield Gap.UNANSWERED, understood.intent
    kind, _, topic = turn_input.payload.partition(":")
    last = next((message.say for message in reversed(before) if message.say is not None), None)
    if kind == "topic" and last is not None and f"topic.{topic}" in last.buttons:
        yield Gap.SECOND_CHOICE, topic
