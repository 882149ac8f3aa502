"""Live news for an open page, and the site's health."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

from litestar import Response, get
from litestar.channels import ChannelsPlugin
from litestar.response import ServerSentEvent, ServerSentEventMessage

from bot.channels.webchat.pages import AnyRequest, Seq, gone_elsewhere
from bot.channels.webchat.session import conversation_of
from bot.channels.webchat.site import webchat_of
from bot.conversation.model import ConversationId

BEAT = 20.0
"""Seconds between signs of life, so that nothing on the way closes a quiet connection."""


@get("/events")
async def events(request: AnyRequest, after: Seq = 0) -> Response[Any]:
    """Tell the page, as long as it is open, that there are messages after those it has."""
    webchat = webchat_of(request)
    conversation = await conversation_of(request, webchat.service)
    if conversation is None:
        return gone_elsewhere()
    news = _news(webchat.channels, conversation.id, lambda: _last(webchat.service, conversation.id), after)
    return ServerSentEvent(news)


async def _last(service: Any, conversation: ConversationId) -> int:
    messages = await service.messages(conversation)
    return messages[-1].seq if messages else 0


async def _news(
    channels: ChannelsPlugin, conversation: ConversationId, last: Callable[[], Awaitable[int]], after: int
) -> AsyncIterator[ServerSentEventMessage]:
    async with channels.start_subscription([conversation]) as subscriber:
        newest = await last()
        if newest > after:
            yield ServerSentEventMessage(event="news", data=str(newest))
        arrivals = aiter(subscriber.iter_events())
        waiting: asyncio.Task[Any] | None = None
        try:
            while True:
                waiting = waiting or asyncio.ensure_future(anext(arrivals))
                done, _ = await asyncio.wait({waiting}, timeout=BEAT)
                if done:
                    waiting = None
                    yield ServerSentEventMessage(event="news", data=str(await last()))
                else:
                    yield ServerSentEventMessage(comment="here")
        finally:
            if waiting is not None:
                waiting.cancel()


def health_route(report: Callable[[], Awaitable[dict[str, Any]]]) -> Any:
    """Return the `/health` route over a report of the parts; 200 when people can be served."""

    @get("/health")
    async def health() -> Response[dict[str, Any]]:
        state = await report()
        return Response(state, status_code=200 if state["status"] != "down" else 503)

    return health
