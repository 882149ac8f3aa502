"""Danger first: where storage takes long or fails, the emergency words come without it."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

from litestar import Response

from bot.channels.webchat.context import PublicContext
from bot.channels.webchat.session import COOKIE, address_of
from bot.channels.webchat.submission import Submission
from bot.conversation.danger.detector import ENTRY
from bot.conversation.turns.responder import PATIENCE
from bot.language import detect
from bot.web.cookies import cookie_name

STORAGE_SECONDS = 1.0
"""Seconds that storage has where there is danger."""

logger = logging.getLogger(__name__)


async def danger_first(
    webchat: PublicContext, submission: Submission, answering: Coroutine[Any, Any, Response[Any]]
) -> Response[Any]:
    """Return the answer to what was sent; where there is danger and no answer in time, the emergency words.

    What came too late goes on by itself: it is kept and answered in its chat.
    """
    task = asyncio.ensure_future(answering)
    await asyncio.wait({task}, timeout=STORAGE_SECONDS)
    if not task.done():  # only now: hardly any message waits so long, and looking for danger has its price
        await asyncio.wait({task}, timeout=_seconds_left(webchat, submission))
    if not task.done():
        _let_it_go_on(webchat, task)
        return _emergency_words(webchat, submission)
    try:
        return task.result()
    except Exception:  # whatever failed: where there is danger, the emergency words come all the same
        if _danger_in(webchat, submission) is None:
            raise
        return _emergency_words(webchat, submission)


def _seconds_left(webchat: PublicContext, submission: Submission) -> float | None:
    """Return how long is waited after STORAGE_SECONDS, None where there is no danger: as long as it takes."""
    turns = webchat.conversations.turns
    if _danger_in(webchat, submission) is None:
        return None
    is_sure = submission.payload is not None or turns.danger_in(submission.text, alone=False) is not None
    return 0.0 if is_sure else PATIENCE  # the assistant is asked first


def _danger_in(webchat: PublicContext, submission: Submission) -> str | None:
    turns = webchat.conversations.turns
    return turns.danger_in(submission.text) if submission.payload is None else turns.danger_in_press(submission.payload)


def _let_it_go_on(webchat: PublicContext, task: asyncio.Task[Response[Any]]) -> None:
    """Let it end by itself; a chat that it opens is known to no browser, and is erased."""

    async def end() -> None:
        answer = await task
        for cookie in answer.cookies:
            if cookie.key == cookie_name(COOKIE, secure=webchat.secure_cookies) and cookie.value:
                await webchat.exits.owe(address_of(cookie.value))
                webchat.exit_bell.ring()

    def ended(late: asyncio.Task[None]) -> None:
        webchat.late.discard(late)
        if not late.cancelled() and (fault := late.exception()) is not None:
            logger.warning("what came too late was not kept: %s", type(fault).__name__)

    late = asyncio.ensure_future(end())
    webchat.late.add(late)
    late.add_done_callback(ended)


def _emergency_words(webchat: PublicContext, submission: Submission) -> Response[str]:
    """Return the emergency words: nothing is kept and nothing is asked for them."""
    danger = _danger_in(webchat, submission)
    language = detect(submission.text) or submission.language
    bubble = webchat.views.entry(ENTRY[danger or "immediate_danger"], language=language)
    if submission.browser.is_live:
        answer = webchat.fragment("_bubbles.html", language=language, status=503, messages=[bubble])
        answer.headers["X-Emergency"] = "1"
        return answer
    heading = webchat.views.interface[language].gettext("Safety first")
    values = {"heading": heading, "advice": " ".join(bubble["paragraphs"]), "emergency": bubble["cards"]}
    return webchat.html("error.html", language=language, status=503, csrf_token="", **values)
