"""Live news for an open page."""

from collections.abc import AsyncIterator
from typing import Any

from litestar import Response, get
from litestar.exceptions import HTTPException
from litestar.response import ServerSentEvent, ServerSentEventMessage
from litestar.status_codes import HTTP_429_TOO_MANY_REQUESTS

from bot.channels.webchat.context import CurrentBrowser, CurrentConversation, PublicContext, Webchat
from bot.channels.webchat.pages import Seq, gone_elsewhere
from bot.channels.webchat.streams import DISPLACED
from bot.conversation.model import ConversationId
from bot.web.fanout import BEAT, sent

_LATER = 30_000
"""Milliseconds after which a page may listen again whose place a newer one has taken."""


@get("/events")
async def events(
    webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation, after: Seq = 0
) -> Response[Any]:
    """Tell the page, as long as it is open, what is new: messages after those it has, the place in the queue, typing."""
    if conversation is None:
        return gone_elsewhere()
    if webchat.streams.is_full:
        raise HTTPException(status_code=HTTP_429_TOO_MANY_REQUESTS)
    return ServerSentEvent(news_for(webchat, conversation.id, after, token=browser.token))


async def news_for(
    webchat: PublicContext, conversation: ConversationId, after: int, *, token: str, beat: float = BEAT
) -> AsyncIterator[ServerSentEventMessage]:
    """Yield what a page that has the messages up to a number is told, each message once, as long as its session opens the chat."""
    has_looked, told = False, after
    with webchat.streams.opened(conversation) as own_topic:
        async for event, data in webchat.fanout.listen([conversation, own_topic], beat=beat):
            if event == DISPLACED:
                yield ServerSentEventMessage(retry=_LATER, comment="later")
                return
            if event == "gone" or (not event and not await _opens(webchat, token, conversation)):
                yield sent("gone", "1")
                return
            if not has_looked:  # from here on nothing is missed: what came before is looked for once
                has_looked = True
                missed = await webchat.conversations.messages(conversation, after=after)
                news = missed[-1].seq if missed else 0
            else:
                news = data if event == "news" and isinstance(data, int) else 0
            if not news:
                yield sent(event, data or "1")
            elif news > told:  # delivery and the switchboard both tell of it
                told = news
                yield sent("news", str(news))


async def _opens(webchat: PublicContext, token: str, conversation: ConversationId) -> bool:
    found = await webchat.find(token)
    return found is not None and found.id == conversation
