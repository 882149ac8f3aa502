"""What a person does on the page: write, press, change the language, start again, erase, leave."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Final
from zoneinfo import ZoneInfo

from litestar import Request, Response, post
from litestar.response import Redirect
from litestar.template.base import csrf_token

from bot.channels.webchat.errors import emergency_words
from bot.channels.webchat.pages import AnyRequest, bubbles, chat_page, gone_elsewhere
from bot.channels.webchat.session import (
    CHANNEL,
    COOKIE,
    address_of,
    conversation_of,
    language_of,
    new_token,
    no_session_cookie,
    nonce_of,
    session_cookie,
)
from bot.channels.webchat.site import Webchat, webchat_of
from bot.conversation.errors import (
    ConversationClosed,
    ConversationGone,
    MessageEmpty,
    MessageRefused,
    MessageTooFast,
    MessageTooLong,
)
from bot.conversation.model import Conversation, Receipt
from bot.language import Language

_TOKYO = ZoneInfo("Asia/Tokyo")
_END = "/#end"
_CLEAR = {"Clear-Site-Data": '"cache", "cookies", "storage"'}
_SEE_OTHER: Final = 303
_SEQ = re.compile(r"[0-9]{1,9}")
LANGUAGE_HEADER = "X-Language"
"""Tells a live page which language the conversation is in now: it draws itself again when that changed."""


def _(text: str) -> str:
    """Mark a text for the catalogue; it is translated where it is shown."""
    return text


_REFUSED: dict[type[MessageRefused], str] = {
    MessageEmpty: _("There was nothing to read in it. One word is enough."),
    MessageTooLong: _(
        "That is a little too long for one message. Please send it in two; your text is still in the box."
    ),
    MessageTooFast: _("Many messages came at once. Please wait a few seconds; your text is still in the box."),
}
_NOT_TAKEN = _("That could not be taken. Please try another button, or write it in your own words.")


@post("/messages")
async def write(request: AnyRequest) -> Response[Any]:
    """Take a written message."""
    webchat, form = webchat_of(request), await request.form()
    text, nonce = str(form.get("text", "")), nonce_of(form.get("nonce"))

    async def receive(conversation: Conversation) -> None:
        await webchat.service.receive(conversation.id, text, nonce=nonce)

    try:
        return await _take(request, webchat, form, receive, draft=text)
    except Exception:  # whatever failed: where there is danger, the emergency words come all the same
        answer = emergency_words(request, text, language=language_of(request, None, asked=str(form.get("lang", ""))))
        if answer is None:
            raise
        return answer


@post("/press")
async def press(request: AnyRequest) -> Response[Any]:
    """Take a pressed button."""
    webchat, form = webchat_of(request), await request.form()
    payload, nonce = str(form.get("payload", "")), nonce_of(form.get("nonce"))
    if payload == "do:delete":
        return (
            Response("", headers={"HX-Redirect": "/delete"})
            if _is_live(request)
            else Redirect("/delete", status_code=_SEE_OTHER)
        )

    async def receive(conversation: Conversation) -> None:
        await webchat.service.press(conversation.id, payload, nonce=nonce)

    return await _take(request, webchat, form, receive, draft="")


async def _take(
    request: AnyRequest,
    webchat: Webchat,
    form: Any,
    receive: Callable[[Conversation], Awaitable[None]],
    *,
    draft: str,
) -> Response[Any]:
    """Open a conversation if there is none, hand the message over, and answer as the page can read it."""
    conversation = await conversation_of(request, webchat.service)
    if conversation is None and COOKIE in request.cookies and _is_live(request):
        return gone_elsewhere()  # the page blanks itself, and sends an unsent text once more as a plain form
    language = language_of(request, conversation, asked=str(form.get("lang", "")))
    cookies = []
    token = request.cookies.get(COOKIE, "")
    if conversation is None:
        token = new_token()
        conversation = await webchat.service.begin(address=address_of(token), channel=CHANNEL, language=language)
        cookies = [session_cookie(token, secure=webchat.secure_cookies)]
    try:
        await receive(conversation)
    except MessageRefused as refusal:
        answer = await _refused(request, webchat, conversation, refusal, draft=draft, language=language)
    except (ConversationGone, ConversationClosed):
        answer = gone_elsewhere() if _is_live(request) else Redirect("/gone", status_code=_SEE_OTHER)
    else:
        current = await webchat.service.find(address_of(token))
        answer = await _taken(request, webchat, current, after=_number(form.get("after")))
    answer.cookies.extend(cookies)
    return answer


async def _taken(request: AnyRequest, webchat: Webchat, current: Conversation | None, *, after: int) -> Response[Any]:
    if not _is_live(request):
        return Redirect(_END, status_code=_SEE_OTHER)
    if current is None:
        return gone_elsewhere()
    answer = await bubbles(webchat, current, after=after)
    answer.headers[LANGUAGE_HEADER] = current.language.value
    return answer


async def _refused(
    request: AnyRequest,
    webchat: Webchat,
    conversation: Conversation,
    refusal: MessageRefused,
    *,
    draft: str,
    language: Language,
) -> Response[str]:
    notice = webchat.views.interface[language].gettext(_REFUSED.get(type(refusal), _NOT_TAKEN))
    if _is_live(request):
        return webchat.html("_notice.html", language=language, status=422, notice=notice)
    return await chat_page(request, webchat, conversation, language=language, notice=notice, draft=draft, status=422)


@post("/language")
async def change_language(request: AnyRequest) -> Response[Any]:
    """Go on in the other language; the conversation stays."""
    webchat, form = webchat_of(request), await request.form()
    conversation = await conversation_of(request, webchat.service)
    language = language_of(request, None, asked=str(form.get("lang", "")))
    if conversation is None:
        return Redirect(f"/?lang={language.value}", status_code=_SEE_OTHER)
    await webchat.service.choose_language(conversation.id, language)
    return Redirect(_END, status_code=_SEE_OTHER)


@post("/again")
async def start_again(request: AnyRequest) -> Response[Any]:
    """Erase this conversation and show the first screen, in the same language."""
    webchat = webchat_of(request)
    conversation = await conversation_of(request, webchat.service)
    language = language_of(request, conversation)
    await _erase(webchat, conversation)
    answer: Response[Any] = Redirect(f"/?lang={language.value}", status_code=_SEE_OTHER)
    answer.headers.update(_CLEAR)
    answer.cookies.append(no_session_cookie(secure=webchat.secure_cookies))
    return answer


@post("/delete")
async def erase(request: AnyRequest) -> Response[str]:
    """Erase everything now and give a receipt without content."""
    webchat = webchat_of(request)
    conversation = await conversation_of(request, webchat.service)
    language = language_of(request, conversation)
    receipt = await _erase(webchat, conversation)
    if receipt is None:
        raise ConversationGone
    words = webchat.views.interface[language]
    count = words.ngettext("%(n)s message", "%(n)s messages", receipt.messages) % {"n": receipt.messages}
    what = [
        count,
        words.gettext("Your answers and choices"),
        words.gettext("The link between this browser and the chat"),
    ]
    when = receipt.at.astimezone(_TOKYO).strftime("%Y-%m-%d %H:%M")
    answer = webchat.html(
        "deleted.html",
        language=language,
        csrf_token=csrf_token({"request": request}),
        receipt={"when": when, "what": what},
    )
    answer.headers.update(_CLEAR)
    answer.cookies.append(no_session_cookie(secure=webchat.secure_cookies))
    return answer


@post("/leave", exclude_from_csrf=True)
async def leave(request: AnyRequest) -> Response[Any]:
    """End the session and erase the chat at once, and lead to an ordinary page elsewhere.

    It works with an old page and a lost token too: leaving can harm nobody, and the cookie is never sent from other sites.
    """
    webchat, form = webchat_of(request), await request.form()
    await _erase(webchat, await conversation_of(request, webchat.service))
    quiet = form.get("quiet") == "1"
    answer: Response[Any] = (
        Response(None, status_code=204) if quiet else Redirect(webchat.exit_url, status_code=_SEE_OTHER)
    )
    answer.headers.update(_CLEAR)
    answer.cookies.append(no_session_cookie(secure=webchat.secure_cookies))
    return answer


async def _erase(webchat: Webchat, conversation: Conversation | None) -> Receipt | None:
    if conversation is None:
        return None
    try:
        receipt = await webchat.service.forget(conversation.id)
    except ConversationGone:
        return None
    webchat.fanout.publish(conversation.id, "news")
    return receipt


def _is_live(request: Request[Any, Any, Any]) -> bool:
    return request.headers.get("hx-request") == "true"


def _number(text: object) -> int:
    return int(text) if isinstance(text, str) and _SEQ.fullmatch(text) else 0
