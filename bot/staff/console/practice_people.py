"""People to practise with: made up, scripted, and nothing but what their file says."""

import asyncio
import secrets
from collections.abc import AsyncGenerator, Awaitable, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle, islice
from typing import Any, cast

from bot.conversation.errors import ConversationError
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Address, Author, ConversationId, CounsellorId, Nonce, Share
from bot.conversation.practice import PracticeCall
from bot.guidance.plan import Answers
from bot.language import Language
from bot.staff.console.context import ConsoleContext
from bot.staff.console.live_updates import console_of

CHANNEL = "practice"
"""A channel that nothing delivers to."""

AT_START = 4
"""People who call when practice begins."""

READING = timedelta(seconds=3)
TYPING, LONGEST_TYPING = timedelta(milliseconds=90), timedelta(seconds=9)
"""What typing takes for each character, and at most for one message."""

Pause = Callable[[timedelta], Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class PracticePerson:
    """Somebody who does not exist: what they had said before they called, and what they say turn by turn."""

    key: str
    language: Language
    about: str
    """One line for staff."""
    danger: bool
    share: Share
    answers: Answers
    before: tuple[str, ...]
    lines: tuple[tuple[str, ...], ...]
    """What they say after each turn of the counsellor; nothing at all where it is empty."""


async def real_time(pause: timedelta) -> None:
    """Take a pause."""
    await asyncio.sleep(pause.total_seconds())


def made_up(language: Language, fields: Mapping[str, Any]) -> PracticePerson:
    """Return somebody as the file of a language describes them."""
    answers = dict(fields["answers"])
    platforms = tuple(answers.pop("platforms", ()))
    return PracticePerson(
        key=fields["key"],
        language=language,
        about=fields["about"],
        danger=fields["danger"],
        share=Share(fields["share"]),
        answers=Answers(platforms=platforms, **answers),
        before=tuple(fields["before"]),
        lines=tuple(tuple(bubbles) for bubbles in fields["lines"]),
    )


def group(everybody: Mapping[Language, Sequence[PracticePerson]], *, number: int) -> tuple[PracticePerson, ...]:
    """Return who calls in the room of a number: different people, the languages in turn, one of them in danger where there is one."""
    keys = [person.key for person in everybody[Language.JA]]
    first = number * AT_START % len(keys)
    languages = cycle((Language.JA, Language.EN) if number % 2 == 0 else (Language.EN, Language.JA))
    named = [
        next(person for person in everybody[language] if person.key == key)
        for key, language in zip(islice(cycle(keys), first, first + min(AT_START, len(keys))), languages, strict=False)
    ]
    if not any(person.danger for person in named):
        named += [person for person in everybody[named[-1].language] if person.danger][:1]
        named = named[:-2] + named[-1:] if len(named) > AT_START else named
    return tuple(named)


async def call_counsellor(console: ConsoleContext, person: PracticePerson, *, ago: timedelta) -> ConversationId:
    """Let somebody write what they wrote before, and call for a counsellor some time ago."""
    address = Address(f"{CHANNEL}:{secrets.token_hex(16)}")
    opened = await console.conversations.begin(address=address, channel=CHANNEL, language=person.language)
    await console.conversations.choose_language(opened.id, person.language)
    call = PracticeCall(
        before=person.before,
        answers=person.answers,
        share=person.share,
        danger=person.danger,
        ago=ago,
    )
    await console.conversations.practice.place(opened.id, call)
    return opened.id


async def answer_in_turn(
    console: ConsoleContext, person: PracticePerson, conversation: ConversationId, *, to: CounsellorId, pause: Pause
) -> None:
    """Answer a counsellor, turn by turn, until there is nothing left to say or the chat is over."""
    heard, turns = 0, iter(person.lines)
    listening = cast("AsyncGenerator[tuple[str, Any]]", console.fanout.listen([conversation]))
    async with aclosing(listening) as news:
        async for _event, _data in news:
            try:
                while (up_to := await _last_of_counsellor(console, conversation, after=heard)) is not None:
                    await pause(READING)
                    heard = await _last_of_counsellor(console, conversation, after=up_to) or up_to
                    await console.conversations.counsellor.seen(conversation, heard, by_person=True)
                    bubbles = next(turns, None)
                    if bubbles is None:
                        return
                    for text in bubbles:
                        await _type(console, conversation, text, to=to, pause=pause)
            except ConversationError:
                return


async def _last_of_counsellor(console: ConsoleContext, conversation: ConversationId, *, after: int) -> int | None:
    found = await console.conversations.messages(conversation, after=after)
    return next((message.seq for message in reversed(found) if message.author is Author.COUNSELLOR), None)


async def _type(
    console: ConsoleContext, conversation: ConversationId, text: str, *, to: CounsellorId, pause: Pause
) -> None:
    """Type a message and send it; nothing where the counsellor has gone."""
    left = min(TYPING * len(text), LONGEST_TYPING)
    while left:
        console.fanout.publish(console_of(to), "typing", conversation)
        step = min(left, READING)
        await pause(step)
        left -= step
    current = await console.conversations.get(conversation)
    if current is not None and current.stage is Stage.COUNSELLOR:
        await console.conversations.turns.receive(conversation, text, nonce=Nonce(secrets.token_hex(16)))
