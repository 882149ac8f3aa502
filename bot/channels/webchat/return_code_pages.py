"""Making a return code: what it is for, the six words, and the question whether they were kept.

Between the pages the words travel in a hidden field of the form, never in an address, and the server keeps only their hash.
"""

import secrets
from typing import Any

from litestar import Response, get, post
from litestar.di import Provide
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.channels.webchat.context import (
    CurrentBrowser,
    CurrentConversation,
    ExistingConversation,
    PageLanguage,
    Webchat,
    existing_conversation,
)
from bot.channels.webchat.forms import KeptCodeForm
from bot.channels.webchat.handover_status import handover_status_of
from bot.web.forms import Form, number_of

_WORDS = 6
_NEEDS_CONVERSATION = {"conversation": Provide(existing_conversation)}


@get("/code")
async def about_code(
    webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation, language: PageLanguage
) -> Response[Any]:
    """Say what a return code is before one is made; without a chat, lead to where one is typed."""
    if conversation is None:
        return Redirect(f"/return?lang={language.value}", status_code=HTTP_303_SEE_OTHER)
    status = await handover_status_of(webchat, conversation)
    return webchat.html(
        "code.html",
        language=conversation.language,
        csrf_token=browser.csrf_token,
        until=status.until,
        has_code=status.has_code,
    )


@post("/code", status_code=200, dependencies=_NEEDS_CONVERSATION)
async def make_code(webchat: Webchat, browser: CurrentBrowser, conversation: ExistingConversation) -> Response[str]:
    """Make a code and show it; the one before is worth nothing from now on."""
    language = conversation.language
    webchat.gate.take()
    async with webchat.gate.few():
        words = await webchat.codes.make(conversation.id, language=language)
    until = (await handover_status_of(webchat, conversation)).until
    return webchat.html("code_words.html", language=language, csrf_token=browser.csrf_token, words=words, until=until)


@post("/code/kept", status_code=200, dependencies=_NEEDS_CONVERSATION)
async def code_kept(
    data: Form[KeptCodeForm], webchat: Webchat, browser: CurrentBrowser, conversation: ExistingConversation
) -> Response[Any]:
    """Ask whether the code was kept, by one of its words; what is right, and what the person says, is believed."""
    language, csrf_token = conversation.language, browser.csrf_token
    words = webchat.codes.read(data.code)
    if len(words) != _WORDS:
        return Redirect("/code", status_code=HTTP_303_SEE_OTHER)
    number, typed = number_of(data.number), webchat.codes.read(data.word)
    is_asked = 1 <= number <= _WORDS
    if is_asked and (data.sure == "1" or typed == (words[number - 1],)):
        until = (await handover_status_of(webchat, conversation)).until
        return webchat.html("code_done.html", language=language, csrf_token=csrf_token, until=until)
    return webchat.html(
        "code_kept.html",
        language=language,
        csrf_token=csrf_token,
        status=422 if is_asked else 200,
        words=words,
        number=number if is_asked else 1 + secrets.randbelow(_WORDS),
        is_wrong=is_asked,
    )
