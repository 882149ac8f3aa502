"""What the routes of the public site are given by name."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from litestar import Request, Response
from litestar.di import NamedDependency
from litestar.enums import MediaType

from bot.channels.webchat.ports import Alarm, OwedExits, ReturnCodes
from bot.channels.webchat.rate_limit import RateLimit
from bot.channels.webchat.session import Browser, address_of, browser_of
from bot.channels.webchat.streams import Streams
from bot.clock import Clock
from bot.conversation.conversations import Conversations
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Conversation, CounsellorId
from bot.conversation.retention import Retention
from bot.language import Language
from bot.presentation.views import Views
from bot.web.fanout import Fanout
from bot.web.pages import Pages


@dataclass(frozen=True, kw_only=True)
class PublicContext:
    """What the application was made with; handlers get it as `webchat`."""

    conversations: Conversations
    clock: Clock
    retention: Retention
    views: Views
    pages: Pages
    fanout: Fanout
    codes: ReturnCodes
    gate: RateLimit
    streams: Streams
    exits: OwedExits
    exit_bell: Alarm
    """Rings when somebody left."""
    console_of: Callable[[CounsellorId], str]
    """The topic that a counsellor's console listens to."""
    operator: str
    exit_url: str
    secure_cookies: bool
    late: set[asyncio.Task[None]] = field(default_factory=set)
    """What goes on though its page has had another answer."""

    @property
    def keep_hours(self) -> int:
        """Return for how many hours after its last message a chat with the assistant only is kept."""
        return self.retention.hours

    @property
    def keep_days(self) -> int:
        """Return for how many days after its last message a chat is kept that a counsellor had."""
        return self.retention.counsellor.days

    async def find(self, token: str) -> Conversation | None:
        """Return the conversation of a session's token; an empty token has none, nor has one whose chat was left."""
        if not token or self.exits.is_owed(address_of(token)):
            return None
        return await self.conversations.find(address_of(token))

    def html(self, template: str, *, language: Language, status: int = 200, **values: Any) -> Response[str]:
        """Return a rendered page."""
        title = self.views.interface[language].gettext("Notes")
        return self.fragment(template, language=language, status=status, title=title, exit_url=self.exit_url, **values)

    def fragment(self, template: str, *, language: Language, status: int = 200, **values: Any) -> Response[str]:
        """Return a part of a page."""
        page = self.pages.render(template, language=language, **values)
        return Response(page, media_type=MediaType.HTML, status_code=status)


Webchat = NamedDependency[PublicContext]
CurrentBrowser = NamedDependency[Browser]
"""The type of a handler's `browser`: what the request tells of who sent it."""
CurrentConversation = NamedDependency[Conversation | None]
"""The type of a handler's `conversation`: the one of the browser's session; forged, ended and missing sessions have none."""
ExistingConversation = NamedDependency[Conversation]
"""The same where the route has `dependencies=NEEDS_CONVERSATION`: without one there is no page."""
PageLanguage = NamedDependency[Language]
"""The type of a handler's `language`: the conversation's, else the one asked for, else the browser's."""


def public_context_of(request: Request[Any, Any, Any]) -> PublicContext:
    """Return what the application was made with, for error pages, into which nothing is injected."""
    webchat: PublicContext = request.app.state.webchat
    return webchat


def public_context(request: Request[Any, Any, Any]) -> PublicContext:
    """Return what the application was made with, for handlers that take `webchat`."""
    return public_context_of(request)


def current_browser(request: Request[Any, Any, Any]) -> Browser:
    """Return the browser, for handlers that take `browser`."""
    return browser_of(request)


async def current_conversation(webchat: Webchat, browser: CurrentBrowser) -> Conversation | None:
    """Return the conversation, for handlers that take `conversation`."""
    return await webchat.find(browser.token)


async def existing_conversation(webchat: Webchat, browser: CurrentBrowser) -> Conversation:
    """Return the conversation, or raise ConversationGone."""
    conversation = await webchat.find(browser.token)
    if conversation is None:
        raise ConversationGone
    return conversation


def page_language(browser: CurrentBrowser, conversation: CurrentConversation) -> Language:
    """Return the language to answer in, for handlers that take `language`."""
    return conversation.language if conversation is not None else browser.language()
