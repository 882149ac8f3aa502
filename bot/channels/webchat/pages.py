"""The pages that are read: the chat itself, what is kept, erasing, and the end."""

from collections.abc import Sequence
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.enums import MediaType
from litestar.params import Parameter
from litestar.template.base import csrf_token

from bot.channels.webchat.error_pages import EMERGENCY
from bot.channels.webchat.handover_status import HandoverStatus, handover_status_of
from bot.channels.webchat.session import conversation_of, language_of
from bot.channels.webchat.site import PublicContext, public_context_of
from bot.conversation.errors import ConversationGone
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation, Message
from bot.conversation.ports import Staffing
from bot.conversation.turns.clean_text import LONGEST
from bot.language import Language
from bot.web.forms import nonce_of

AnyRequest = Request[Any, Any, Any]
Seq = Annotated[int, Parameter(ge=0, le=2**31 - 1)]
"""The number of a message, as databases can hold it."""


async def chat_page(
    request: AnyRequest,
    webchat: PublicContext,
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
    kept = await webchat.service.messages(conversation.id) if conversation else []
    strip = await handover_status_of(webchat, conversation) if conversation else None
    drawn = _drawn(webchat, conversation, kept, strip) if conversation else [views.welcome(language=language)]
    contacts = views.catalogue.contacts
    return webchat.html(
        "chat.html",
        language=language,
        status=status,
        messages=drawn,
        last_seq=kept[-1].seq if kept else 0,
        nonce=nonce_of(None),
        draft=draft,
        notice=notice,
        link=link,
        started=conversation is not None,
        strip=strip,
        has_counsellors=await webchat.service.desk.staffing() is not Staffing.NONE,
        keep_hours=webchat.keep_hours,
        keep_days=webchat.keep_days,
        max_length=LONGEST,
        emergency=[views.card(contacts[key], language=language) for key in EMERGENCY],
        paps=views.card(contacts["paps"], language=language),
        operator=webchat.operator,
        typing=False,
        csrf_token=csrf_token({"request": request}),
    )


def _drawn(
    webchat: PublicContext, conversation: Conversation, kept: Sequence[Message], strip: HandoverStatus | None = None
) -> list[dict[str, Any]]:
    """Return messages as bubbles in the conversation's language; what can no longer be pressed is not offered."""
    drawn = webchat.views.messages(kept, language=conversation.language, age=conversation.answers.age)
    if conversation.stage is Stage.CLOSED:
        drawn = [{**message, "buttons": []} for message in drawn]
    first, last = strip.read if strip else (0, 0)
    own = [message["seq"] for message in drawn if message["author"] == "person" and first <= message["seq"] <= last]
    return [{**message, "read": message["seq"] in own[-1:]} for message in drawn]


@get("/")
async def chat(request: AnyRequest) -> Response[str]:
    """Show the chat: the first screen, or the conversation that this browser is in."""
    webchat = public_context_of(request)
    conversation = await conversation_of(request, webchat.service)
    return await chat_page(request, webchat, conversation, language=language_of(request, conversation))


@get("/messages")
async def newer_messages(request: AnyRequest, after: Seq = 0) -> Response[str]:
    """Return the bubbles after a number, as a fragment."""
    webchat = public_context_of(request)
    conversation = await conversation_of(request, webchat.service)
    if conversation is None:
        return gone_elsewhere()
    return await bubbles(webchat, conversation, after=after)


async def bubbles(webchat: PublicContext, conversation: Conversation, *, after: int) -> Response[str]:
    """Return the bubbles after a number as a fragment, in the conversation's language."""
    kept = await webchat.service.messages(conversation.id, after=after)
    drawn = _drawn(webchat, conversation, kept)
    fragment = webchat.pages.render("_bubbles.html", language=conversation.language, messages=drawn)
    return Response(fragment, media_type=MediaType.HTML)


@get("/standing")
async def standing(request: AnyRequest) -> Response[str]:
    """Return how things stand with a counsellor, as a fragment."""
    webchat = public_context_of(request)
    conversation = await conversation_of(request, webchat.service)
    if conversation is None:
        return gone_elsewhere()
    strip, token = await handover_status_of(webchat, conversation), csrf_token({"request": request})
    language = conversation.language
    page = webchat.pages.render("_standing.html", language=language, strip=strip, draft="", csrf_token=token)
    return Response(page, media_type=MediaType.HTML)


def gone_elsewhere() -> Response[str]:
    """Tell a live page that its conversation is gone: it goes to the page that says so."""
    return Response("", status_code=410, media_type=MediaType.HTML, headers={"HX-Redirect": "/gone"})


@get("/privacy")
async def privacy(request: AnyRequest) -> Response[str]:
    """Say plainly what is kept and what is not."""
    return await plain_page(request, "privacy.html")


@get("/delete")
async def ask_before_erasing(request: AnyRequest) -> Response[str]:
    """Ask once before everything is erased."""
    webchat = public_context_of(request)
    if await conversation_of(request, webchat.service) is None:
        raise ConversationGone
    return await plain_page(request, "delete.html")


@get("/gone")
async def gone(request: AnyRequest) -> Response[str]:
    """Say that the chat has ended."""
    return await plain_page(request, "gone.html")


async def plain_page(request: AnyRequest, template: str) -> Response[str]:
    """Return a page that needs nothing but to be read."""
    webchat = public_context_of(request)
    language = language_of(request, await conversation_of(request, webchat.service))
    token = csrf_token({"request": request})
    keep = {"keep_hours": webchat.keep_hours, "keep_days": webchat.keep_days}
    return webchat.html(template, language=language, csrf_token=token, **keep)
