"""What the turns of a conversation have in common."""

from collections.abc import Sequence
from datetime import datetime

from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.danger.moves import State
from bot.conversation.danger.rungs import SAFETY_ENTRIES
from bot.conversation.errors import ConversationClosed, ConversationGone
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author, Conversation, ConversationId, Message, Say, Turn, Understanding
from bot.conversation.ports import TurnInput
from bot.conversation.records import Records
from bot.conversation.turns.context import context_of
from bot.conversation.turns.language_wish import wished_language
from bot.guidance.catalogue import Fills
from bot.guidance.contact_order import ANYBODY, Reader
from bot.language import Language, detect

IMAGE_PLACEHOLDER = "…"
"""Kept in the place of a message that was nothing but image data."""


async def open_conversation(records: Records, conversation: ConversationId) -> Conversation:
    """Return a conversation that goes on; raise ConversationGone or ConversationClosed."""
    current = await records.conversations.get(conversation)
    if current is None:
        raise ConversationGone
    if current.stage is Stage.CLOSED:
        raise ConversationClosed
    return current


async def repeated_turn(records: Records, current: Conversation, sent: Message) -> Turn:
    """Return the turn of a message that came twice: the answer it had, nothing new."""
    messages = await records.messages.read(current.id, after=sent.seq)
    replies = tuple(message for message in messages if message.author is not Author.PERSON)
    danger = any(m.say is not None and m.say.key in DANGER_ENTRIES for m in replies)
    return Turn(conversation=current, messages=replies, understood=Understanding(), danger=danger)


def language_after(conversation: Conversation, text: str) -> Language:
    """Return the language to go on in after a text: the chosen one, else the one it is written in; the same while danger lasts."""
    if conversation.language_chosen or conversation.safety.state is State.DANGER:
        return conversation.language
    return detect(text) or conversation.language


def language_wanted(turn_input: TurnInput, conversation: Conversation) -> Language | None:
    """Return the language that a turn asks to go on in: a button names it, a text may; None where nothing does."""
    kind, _, named = turn_input.payload.partition(":")
    if kind == "language":
        return Language(named)
    return wished_language(turn_input.text, current=conversation.language)


def group_into_turns(messages: Sequence[Message]) -> list[list[Message]]:
    """Return the messages as turns, in order: texts that follow one another together, a pressed button alone."""
    turns: list[list[Message]] = []
    for message in messages:
        if turns and not message.payload and not turns[-1][-1].payload:
            turns[-1].append(message)
        else:
            turns.append([message])
    return turns


def fills_of(
    say: Say, *, age: str = "", keep_hours: int = 24, reader: Reader = ANYBODY, at: datetime | None = None
) -> Fills:
    """Return what completes the words and cards of something that was said, at this moment, for this reader."""
    return Fills(
        platform=say.platform,
        age=age,
        keep_hours=keep_hours,
        buttons=say.buttons,
        held=say.held,
        counsellor=say.counsellor,
        place=say.place,
        title=say.title,
        known=say.known,
        reader=reader,
        in_danger=say.key in SAFETY_ENTRIES,
        at=at,
        edition=say.edition,
    )


def input_of(conversation: Conversation, *, text: str = "", payload: str = "") -> TurnInput:
    """Return what the assistant is told of a turn."""
    return TurnInput(
        assistant_id=conversation.assistant_id,
        language=conversation.language,
        asked=conversation.asked,
        text=text,
        payload=payload,
        context=context_of(conversation),
    )


def says(say: Say, at: datetime) -> Message:
    """Return something the assistant says as a message."""
    return Message(seq=0, author=Author.ASSISTANT, at=at, say=say)
