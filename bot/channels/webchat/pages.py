"""The pages that are read: the chat itself, what is kept, erasing, and the end."""

from collections.abc import Sequence
from typing import Annotated, Any

from litestar import Response, get
from litestar.di import Provide
from litestar.enums import MediaType
from litestar.params import Parameter

from bot.channels.webchat.context import (
    CurrentBrowser,
    CurrentConversation,
    PageLanguage,
    PublicContext,
    Webchat,
    existing_conversation,
)
from bot.channels.webchat.error_pages import EMERGENCY
from bot.channels.webchat.handover_status import HandoverStatus, handover_status_of
from bot.channels.webchat.plan_strip import plan_strip_of
from bot.channels.webchat.session import Browser
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation, Message
from bot.conversation.ports import Staffing
from bot.conversation.reader import reader_of
from bot.conversation.turns.clean_text import LONGEST
from bot.guidance.contact_order import ANYBODY
from bot.language import Language
from bot.web.forms import nonce_of

Seq = Annotated[int, Parameter(ge=0, le=2**31 - 1)]
"""The number of a message, as databases can hold it."""


async def chat_page(
    webchat: PublicContext,
    browser: Browser,
    conversation: Conversation | None,
    *,
    language: Language,
    notice: str | None = None,
    link: tuple[str, str] | None = None,
    draft: str = "",
    status: int = 200,
) -> Response[str]:
    """Return the chat page; with a notice and the draft kept in the box where a message was not taken."""
    views = webchat.views
    staffing = await webchat.conversations.person.staffing()
    messages = await webchat.conversations.messages(conversation.id) if conversation else []
    handover = await handover_status_of(webchat, conversation) if conversation else None
    shown = _views(webchat, conversation, messages, handover) if conversation else [views.welcome(language=language)]
    contacts = views.catalogue.contacts
    return webchat.html(
        "chat.html",
        language=language,
        status=status,
        messages=shown,
        last_seq=messages[-1].seq if messages else 0,
        nonce=nonce_of(None),
        draft=draft,
        notice=notice,
        link=link,
        started=conversation is not None,
        handover=handover,
        has_counsellors=staffing is not Staffing.NONE,
        on_duty=staffing is Staffing.PRESENT,
        keep_hours=webchat.keep_hours,
        keep_days=webchat.keep_days,
        max_length=LONGEST,
        emergency=[views.card(contacts[key], language=language) for key in EMERGENCY],
        paps=views.card(
            contacts["paps"], language=language, reader=reader_of(conversation) if conversation else ANYBODY
        ),
        plan=plan_strip_of(webchat, conversation),
        operator=webchat.operator,
        typing=False,
        csrf_token=browser.csrf_token,
    )


def _views(
    webchat: PublicContext,
    conversation: Conversation,
    messages: Sequence[Message],
    handover: HandoverStatus | None = None,
) -> list[dict[str, Any]]:
    """Return messages as bubbles in the conversation's language; what can no longer be pressed is not offered."""
    views, answers = webchat.views, conversation.answers
    role = views.catalogue.plans.role_of(answers)
    shown = views.messages(
        messages,
        language=conversation.language,
        age=answers.age,
        role=role,
        said=conversation.said,
        reader=reader_of(conversation),
        now=webchat.clock.now(),
    )
    if conversation.stage is Stage.CLOSED:
        shown = [{**message, "buttons": []} for message in shown]
    first, last = handover.read if handover else (0, 0)
    own = [message["seq"] for message in shown if message["author"] == "person" and first <= message["seq"] <= last]
    return [{**message, "read": message["seq"] in own[-1:]} for message in shown]


@get("/")
async def chat(
    webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation, language: PageLanguage
) -> Response[str]:
    """Show the chat: the first screen, or the conversation that this browser is in."""
    return await chat_page(webchat, browser, conversation, language=language)


@get("/messages")
async def newer_messages(webchat: Webchat, conversation: CurrentConversation, after: Seq = 0) -> Response[str]:
    """Return the bubbles after a number, as a fragment."""
    if conversation is None:
        return gone_elsewhere()
    return await bubbles(webchat, conversation, after=after)


async def bubbles(webchat: PublicContext, conversation: Conversation, *, after: int) -> Response[str]:
    """Return the bubbles after a number and the plan's strip as a fragment, in the conversation's language."""
    messages = await webchat.conversations.messages(conversation.id, after=after)
    shown = _views(webchat, conversation, messages)
    plan = plan_strip_of(webchat, conversation)
    return webchat.fragment("_news.html", language=conversation.language, messages=shown, plan=plan)


@get("/status")
async def handover_status(
    webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation
) -> Response[str]:
    """Return how things stand with a counsellor, as a fragment."""
    if conversation is None:
        return gone_elsewhere()
    return webchat.fragment(
        "_handover_status.html",
        language=conversation.language,
        handover=await handover_status_of(webchat, conversation),
        on_duty=conversation.stage is Stage.ASSISTANT
        and await webchat.conversations.person.staffing() is Staffing.PRESENT,
        draft="",
        csrf_token=browser.csrf_token,
    )


def gone_elsewhere() -> Response[str]:
    """Tell a live page that its conversation is gone: it goes to the page that says so."""
    return Response("", status_code=410, media_type=MediaType.HTML, headers={"HX-Redirect": "/gone"})


@get("/privacy")
async def privacy(webchat: Webchat, browser: CurrentBrowser, language: PageLanguage) -> Response[str]:
    """Say plainly what is kept and what is not."""
    return _plain_page("privacy.html", webchat, browser, language)


@get("/delete", dependencies={"conversation": Provide(existing_conversation)})
async def ask_before_erasing(webchat: Webchat, browser: CurrentBrowser, language: PageLanguage) -> Response[str]:
    """Ask once before everything is erased."""
    return _plain_page("delete.html", webchat, browser, language)


@get("/gone")
async def gone(webchat: Webchat, browser: CurrentBrowser, language: PageLanguage) -> Response[str]:
    """Say that the chat has ended."""
    return _plain_page("gone.html", webchat, browser, language)


def _plain_page(template: str, webchat: PublicContext, browser: Browser, language: Language) -> Response[str]:
    """Return a page that needs nothing but to be read."""
    return webchat.html(
        template,
        language=language,
        csrf_token=browser.csrf_token,
        keep_hours=webchat.keep_hours,
        keep_days=webchat.keep_days,
    )
