"""Live news for an open page."""

from collections.abc import AsyncIterator
from typing import Any

from litestar import Response, get
from litestar.response import ServerSentEvent, ServerSentEventMessage

from bot.channels.webchat.context import CurrentConversation, PublicContext, Webchat
from bot.channels.webchat.pages import Seq, gone_elsewhere
from bot.conversation.model import ConversationId
from bot.web.fanout import sent


@get("/events")
async def events(webchat: Webchat, conversation: CurrentConversation, after: Seq = 0) -> Response[Any]:
    """Tell the page, as long as it is open, what is new: messages after those it has, the place in the queue, typing."""
    if conversation is None:
        return gone_elsewhere()
    return ServerSentEvent(news_for(webchat, conversation.id, after))


async def news_for(
    webchat: PublicContext, conversation: ConversationId, after: int
) -> AsyncIterator[ServerSentEventMessage]:
    """Yield what a page that has the messages up to a number is told; each message once."""
    has_looked, told = False, after
    async for event, data in webchat.fanout.listen([conversation]):
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
