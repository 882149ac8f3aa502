"""In danger the emergency words are there within a second, however long storage takes; what was written is kept all the same."""

import asyncio
import time

import httpx
import pytest

from bot.channels.webchat.emergency import STORAGE_SECONDS
from bot.channels.webchat.exit_pages import settle_exits
from tests.fakes.held import held
from tests.fakes.public_site import Public, Visit

DANGER = {"ja": "もう死にたい", "en": "I want to die"}
PLAIN = {"ja": "こんにちは", "en": "hello"}
PROMPT = STORAGE_SECONDS + 0.7
AMBULANCE = "119"


async def timed(sending: object) -> tuple[float, httpx.Response]:
    """Return how long an answer took, and the answer."""
    begun = time.monotonic()
    answer = await sending  # type: ignore[misc]
    return time.monotonic() - begun, answer


async def settled(public: Public) -> None:
    """Wait until nothing is on its way any more."""
    await asyncio.gather(*public.webchat.late, return_exceptions=True)


@pytest.mark.parametrize("live", [False, True])
async def test_a_held_database_keeps_nobody_in_danger_waiting(
    visitor: Visit,
    public: Public,
    language: str,
    live: bool,  # noqa: FBT001 (a parameter of the test)
) -> None:
    await visitor.writes(PLAIN[language])
    form = await visitor.form(text=DANGER[language])
    with held(public.database.file):
        waited, answer = await timed(visitor.posts("/messages", form, live=live))
    assert waited < PROMPT
    assert answer.status_code == 503
    assert AMBULANCE in answer.text
    await settled(public)


async def test_what_was_written_in_danger_is_kept_and_answered_once_the_database_is_free(
    visitor: Visit, public: Public, language: str
) -> None:
    await visitor.writes(PLAIN[language])
    form = await visitor.form(text=DANGER[language])
    with held(public.database.file):
        await visitor.posts("/messages", form)
    await settled(public)
    assert [bubble.text for bubble in await visitor.bubbles() if bubble.author == "person"].count(DANGER[language]) == 1
    await visitor.posts("/messages", form)  # as the page does by itself
    assert [bubble.text for bubble in await visitor.bubbles() if bubble.author == "person"].count(DANGER[language]) == 1


async def test_six_writers_who_wait_keep_nobody_in_danger_waiting(
    visitor: Visit, public: Public, language: str
) -> None:
    others = [public.visitor(language) for _ in range(6)]
    forms = [await other.form(text=PLAIN[language]) for other in others]
    form = await visitor.form(text=DANGER[language])
    with held(public.database.file):
        waiting = [
            asyncio.ensure_future(other.posts("/messages", form)) for other, form in zip(others, forms, strict=True)
        ]
        await asyncio.sleep(0.2)
        waited, answer = await timed(visitor.posts("/messages", form))
    assert waited < PROMPT
    assert AMBULANCE in answer.text
    await asyncio.gather(*waiting)
    await settled(public)


async def test_a_first_message_that_came_too_late_leaves_no_chat_that_nobody_can_open(
    visitor: Visit, public: Public, language: str
) -> None:
    form = await visitor.form(text=DANGER[language])
    with held(public.database.file):
        await visitor.posts("/messages", form)
    assert visitor.token == ""
    await settled(public)
    assert len(public.webchat.exits.all()) == 1
    await visitor.posts("/messages", form)  # this one is taken, and what came too late is erased
    await settle_exits(public.webchat)
    assert await visitor.has_chat()
    assert (await public.database.rows())["conversations"] == 1


async def test_a_pressed_button_that_tells_of_danger_is_answered_at_once(
    visitor: Visit, public: Public, language: str
) -> None:
    await visitor.writes(PLAIN[language])
    form = await visitor.form(payload="topic:crisis_suicide")
    with held(public.database.file):
        waited, answer = await timed(visitor.posts("/press", form))
    assert waited < PROMPT
    assert AMBULANCE in answer.text
    await settled(public)


async def test_without_danger_a_busy_database_is_waited_for(visitor: Visit, public: Public, language: str) -> None:
    await visitor.writes(PLAIN[language])
    form = await visitor.form(text=PLAIN[language])
    with held(public.database.file):
        sending = asyncio.ensure_future(visitor.posts("/messages", form))
        await asyncio.sleep(STORAGE_SECONDS + 0.5)
        assert not sending.done()
    assert (await sending).status_code == 303
