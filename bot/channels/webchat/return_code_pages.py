"""Making a return code: what it is for, the six words, and the question whether they were kept.

Between the pages the words travel in a hidden field of the form, never in an address, and the server keeps only their hash.
"""

import secrets
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER
from litestar.template.base import csrf_token

from bot.channels.webchat.handover_status import handover_status_of
from bot.channels.webchat.pages import AnyRequest
from bot.channels.webchat.session import conversation_of
from bot.channels.webchat.site import PublicContext, public_context_of
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Conversation
from bot.web.forms import number_of

_WORDS = 6


@get("/code")
async def about_code(request: AnyRequest) -> Response[str]:
    """Say what a return code is before one is made."""
    webchat, conversation = await _theirs(request)
    strip = await handover_status_of(webchat, conversation)
    return _page(request, webchat, conversation, "code.html", until=strip.until, has_code=strip.has_code)


@post("/code", status_code=200)
async def make_code(request: AnyRequest) -> Response[str]:
    """Make a code and show it; the one before is worth nothing from now on."""
    webchat, conversation = await _theirs(request)
    webchat.gate.take()
    async with webchat.gate.few():
        words = await webchat.codes.make(conversation.id, language=conversation.language)
    strip = await handover_status_of(webchat, conversation)
    return _page(request, webchat, conversation, "code_words.html", words=words, until=strip.until)


@post("/code/kept", status_code=200)
async def code_kept(request: AnyRequest) -> Response[Any]:
    """Ask whether the code was kept, by one of its words; what is right, and what the person says, is believed."""
    webchat, conversation = await _theirs(request)
    form = await request.form()
    words = webchat.codes.read(str(form.get("code", "")))
    if len(words) != _WORDS:
        return Redirect("/code", status_code=HTTP_303_SEE_OTHER)
    number, typed = number_of(form.get("number")), webchat.codes.read(str(form.get("word", "")))
    is_asked = 1 <= number <= _WORDS
    if is_asked and (form.get("sure") == "1" or typed == (words[number - 1],)):
        strip = await handover_status_of(webchat, conversation)
        return _page(request, webchat, conversation, "code_done.html", until=strip.until)
    number = number if is_asked else 1 + secrets.randbelow(_WORDS)
    shown = {"words": words, "number": number, "is_wrong": is_asked}
    return _page(request, webchat, conversation, "code_kept.html", status=422 if is_asked else 200, **shown)


async def _theirs(request: AnyRequest) -> tuple[PublicContext, Conversation]:
    webchat = public_context_of(request)
    conversation = await conversation_of(request, webchat.service)
    if conversation is None:
        raise ConversationGone
    return webchat, conversation


def _page(
    request: AnyRequest,
    webchat: PublicContext,
    conversation: Conversation,
    template: str,
    *,
    status: int = 200,
    **shown: Any,
) -> Response[str]:
    token = csrf_token({"request": request})
    return webchat.html(template, language=conversation.language, status=status, csrf_token=token, **shown)
