"""What keeps an open console live: its news, signs of life, typing and reading."""

import asyncio
from collections.abc import AsyncIterator

from litestar import Response, get, post
from litestar.params import FromPath
from litestar.response import ServerSentEvent, ServerSentEventMessage

from bot.conversation.model import ConversationId
from bot.permissions import Permission
from bot.staff.console.forms import ReadUpToForm
from bot.staff.console.live_updates import ALL_CONSOLES, console_of
from bot.staff.console.page import ConsolePage, Page
from bot.staff.console.pages import NO_LONGER
from bot.staff.guards import needs
from bot.web.fanout import sent
from bot.web.forms import Form, number_of

BEAT = 15.0
"""Seconds between signs of life of an open console; after sixty without one the person is told."""
_NO_CONTENT = 204
_HEAR = needs(Permission.SEE_QUEUE, by_hand=False)


@get("/desk/events", opt=_HEAR)
async def events(page: Page) -> ServerSentEvent:
    """Tell an open console what is new, until it is closed or its session ends."""
    return ServerSentEvent(_news(page))


@post("/desk/here", opt=needs(Permission.SEE_QUEUE))
async def here(page: Page) -> Response[None]:
    """Keep the session awake: somebody pressed that they are still there."""
    await page.console.presence.hear(page.counsellor.id)
    return Response(None, status_code=_NO_CONTENT)


@post("/chats/{conversation:str}/typing", opt=needs(Permission.REPLY_CHAT))
async def typing(page: Page, conversation: FromPath[str]) -> Response[None]:
    """Let the person see that the counsellor is writing; nothing of it is kept."""
    if not await _has(page, conversation):
        return Response(None, status_code=NO_LONGER)
    page.console.fanout.publish(conversation, "typing")
    return Response(None, status_code=_NO_CONTENT)


@post("/chats/{conversation:str}/seen", opt=needs(Permission.REPLY_CHAT, by_hand=False))
async def seen(page: Page, conversation: FromPath[str], data: Form[ReadUpToForm]) -> Response[None]:
    """Note how far the counsellor has read, so that the person can see it."""
    if not await _has(page, conversation):
        return Response(None, status_code=NO_LONGER)
    handover = page.console.conversations.counsellor
    await handover.seen(ConversationId(conversation), number_of(data.up_to), by_person=False)
    return Response(None, status_code=_NO_CONTENT)


async def _has(page: ConsolePage, conversation: str) -> bool:
    """Tell whether a chat is one of the counsellor's own."""
    mine = await page.console.conversations.counsellor.chats_of(page.counsellor.id)
    return conversation in {call.conversation for call in mine}


async def _news(page: ConsolePage) -> AsyncIterator[ServerSentEventMessage]:
    counsellor, loop = page.counsellor.id, asyncio.get_running_loop()
    heard_at = -BEAT
    async for event, data in page.console.fanout.listen([console_of(counsellor), ALL_CONSOLES], beat=BEAT):
        if not event or loop.time() - heard_at >= BEAT:  # a console with much news lives too
            heard_at = loop.time()
            left = await _seconds_left(page)
            if left is None:
                yield sent("end")
                return
            await page.console.presence.hear(counsellor)
            yield sent("left", str(left))
        if event:
            yield sent(event, data)


async def _seconds_left(page: ConsolePage) -> int | None:
    """Return how long the session lasts if nothing is pressed; None where it is over, or the right was taken away."""
    sessions, token = page.staff.sessions, page.me.token
    account = await sessions.account_of(token, by_hand=False)
    left = await sessions.left(token) if account else None
    if account is None or left is None or Permission.SEE_QUEUE not in account.permissions:
        return None
    return int(left.total_seconds())
