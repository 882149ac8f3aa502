"""What a person does on the page: write, press, change the language, begin a new chat after the end of one."""

from collections.abc import Awaitable, Callable
from typing import Any

from litestar import Response, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.channels.webchat.error_pages import emergency_words
from bot.channels.webchat.exit_pages import CLEAR, detach
from bot.channels.webchat.pages import AnyRequest, bubbles, chat_page, gone_elsewhere
from bot.channels.webchat.session import (
    CHANNEL,
    COOKIE,
    address_of,
    conversation_of,
    language_of,
)
from bot.channels.webchat.site import PublicContext, public_context_of
from bot.conversation.errors import (
    ConversationClosed,
    ConversationGone,
    MessageEmpty,
    MessageHoldsCode,
    MessageRefused,
    MessageTooFast,
    MessageTooLong,
)
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Conversation, Nonce
from bot.i18n import mark as _
from bot.language import Language
from bot.web.cookies import new_token, no_session_cookie, session_cookie
from bot.web.forms import is_live, nonce_of, number_of

_END = "/#end"
LANGUAGE_HEADER = "X-Language"
"""Tells a live page which language the conversation is in now: it draws itself again when that changed."""


_REFUSED: dict[type[MessageRefused], str] = {
    MessageEmpty: _("There was nothing to read in it. One word is enough."),
    MessageTooLong: _(
        "That is a little too long for one message. Please send it in two; your text is still in the box."
    ),
    MessageHoldsCode: _(
        "This was not sent, because your return code is in it: whoever reads the code could open your chat. Please take the"
        " six words out of your message."
    ),
    MessageTooFast: _("Many messages came at once. Please wait a few seconds; your text is still in the box."),
}
_CODE_INSIDE = _("Come back with a code")
_ENDED = _("This chat has ended, so that could not be taken. You can start a new chat below.")
_ENDED_WITH_TEXT = _(
    "This chat has ended, so your message was not sent. It is kept below: you can start a new chat with it."
)
_NOT_TAKEN = _("That could not be taken. Please try another button, or write it in your own words.")


@post("/messages")
async def write(request: AnyRequest) -> Response[Any]:
    """Take a written message."""
    webchat, form = public_context_of(request), await request.form()
    text, nonce = str(form.get("text", "")), Nonce(nonce_of(form.get("nonce")))

    async def receive(conversation: Conversation) -> None:
        await webchat.service.receive(conversation.id, text, nonce=nonce)

    return await _or_emergency(request, form, text, _take(request, webchat, form, receive, draft=text))


async def _or_emergency(
    request: AnyRequest, form: Any, text: str, answering: Awaitable[Response[Any]]
) -> Response[Any]:
    try:
        return await answering
    except Exception:  # whatever failed: where there is danger, the emergency words come all the same
        answer = emergency_words(request, text, language=language_of(request, None, asked=str(form.get("lang", ""))))
        if answer is None:
            raise
        return answer


@post("/press")
async def press(request: AnyRequest) -> Response[Any]:
    """Take a pressed button."""
    webchat, form = public_context_of(request), await request.form()
    payload, nonce = str(form.get("payload", "")), Nonce(nonce_of(form.get("nonce")))
    if payload == "do:delete":
        return (
            Response("", headers={"HX-Redirect": "/delete"})
            if is_live(request)
            else Redirect("/delete", status_code=HTTP_303_SEE_OTHER)
        )

    async def receive(conversation: Conversation) -> None:
        await webchat.service.press(conversation.id, payload, nonce=nonce)

    return await _take(request, webchat, form, receive, draft="")


async def _take(
    request: AnyRequest,
    webchat: PublicContext,
    form: Any,
    receive: Callable[[Conversation], Awaitable[None]],
    *,
    draft: str,
) -> Response[Any]:
    """Open a conversation if there is none, hand the message over, and answer as the page can read it."""
    conversation = await conversation_of(request, webchat.service)
    if conversation is None and COOKIE in request.cookies and is_live(request):
        return gone_elsewhere()  # the page blanks itself, and sends an unsent text once more as a plain form
    language = language_of(request, conversation, asked=str(form.get("lang", "")))
    if conversation is None:
        return await _take_first(request, webchat, form, receive, draft=draft, language=language)
    token = request.cookies.get(COOKIE, "")
    return await _hand_over(request, webchat, form, receive, conversation=conversation, token=token, draft=draft)


async def _take_first(
    request: AnyRequest,
    webchat: PublicContext,
    form: Any,
    receive: Callable[[Conversation], Awaitable[None]],
    *,
    draft: str,
    language: Language,
) -> Response[Any]:
    """Open a conversation with a fresh token, and hand the message over."""
    token = new_token()
    conversation = await webchat.service.begin(address=address_of(token), channel=CHANNEL, language=language)
    answer = await _hand_over(request, webchat, form, receive, conversation=conversation, token=token, draft=draft)
    answer.cookies.append(session_cookie(COOKIE, token, secure=webchat.secure_cookies))
    return answer


async def _hand_over(
    request: AnyRequest,
    webchat: PublicContext,
    form: Any,
    receive: Callable[[Conversation], Awaitable[None]],
    *,
    conversation: Conversation,
    token: str,
    draft: str,
) -> Response[Any]:
    try:
        await receive(conversation)
    except MessageRefused as refusal:
        return await _refused(request, webchat, conversation, refusal, draft=draft)
    except ConversationClosed:
        return await _ended(request, webchat, token, draft=draft)
    except ConversationGone:
        return gone_elsewhere() if is_live(request) else Redirect("/gone", status_code=HTTP_303_SEE_OTHER)
    current = await webchat.service.find(address_of(token))
    return await _taken(request, webchat, current, after=number_of(form.get("after")))


async def _taken(
    request: AnyRequest, webchat: PublicContext, current: Conversation | None, *, after: int
) -> Response[Any]:
    if not is_live(request):
        return Redirect(_END, status_code=HTTP_303_SEE_OTHER)
    if current is None:
        return gone_elsewhere()
    answer = await bubbles(webchat, current, after=after)
    answer.headers[LANGUAGE_HEADER] = current.language.value
    return answer


async def _refused(
    request: AnyRequest, webchat: PublicContext, conversation: Conversation, refusal: MessageRefused, *, draft: str
) -> Response[str]:
    words = webchat.views.interface[conversation.language]
    notice = words.gettext(_REFUSED.get(type(refusal), _NOT_TAKEN))
    link = ("/return", words.gettext(_CODE_INSIDE)) if isinstance(refusal, MessageHoldsCode) else None
    return await _notice(request, webchat, conversation, notice, link=link, draft=draft, status=422)


async def _ended(request: AnyRequest, webchat: PublicContext, token: str, *, draft: str) -> Response[Any]:
    """Say that the chat has ended; the page offers what is possible now, and keeps what was not sent."""
    conversation = await webchat.service.find(address_of(token))
    if conversation is None:
        return gone_elsewhere() if is_live(request) else Redirect("/gone", status_code=HTTP_303_SEE_OTHER)
    notice = webchat.views.interface[conversation.language].gettext(_ENDED_WITH_TEXT if draft else _ENDED)
    return await _notice(request, webchat, conversation, notice, draft=draft, status=409)


async def _notice(
    request: AnyRequest,
    webchat: PublicContext,
    conversation: Conversation,
    notice: str,
    *,
    link: tuple[str, str] | None = None,
    draft: str,
    status: int,
) -> Response[str]:
    language = conversation.language
    if is_live(request):
        return webchat.html("_notice.html", language=language, status=status, notice=notice, link=link)
    return await chat_page(
        request, webchat, conversation, language=language, notice=notice, link=link, draft=draft, status=status
    )


@post("/language")
async def change_language(request: AnyRequest) -> Response[Any]:
    """Go on in the other language; the conversation stays."""
    webchat, form = public_context_of(request), await request.form()
    conversation = await conversation_of(request, webchat.service)
    language = language_of(request, None, asked=str(form.get("lang", "")))
    if conversation is None:
        return Redirect(f"/?lang={language.value}", status_code=HTTP_303_SEE_OTHER)
    await webchat.service.choose_language(conversation.id, language)
    return Redirect(_END, status_code=HTTP_303_SEE_OTHER)


@post("/new")
async def start_new(request: AnyRequest) -> Response[Any]:
    """Begin a new chat after the end of one, with what was not sent any more; the ended one stays as long as it is kept."""
    form = await request.form()
    text = str(form.get("text", ""))
    return await _or_emergency(request, form, text, _start_new(request, form, text))


async def _start_new(request: AnyRequest, form: Any, text: str) -> Response[Any]:
    webchat, nonce = public_context_of(request), Nonce(nonce_of(form.get("nonce")))
    before = await conversation_of(request, webchat.service)
    language = language_of(request, before, asked=str(form.get("lang", "")))

    async def receive(conversation: Conversation) -> None:
        await webchat.service.receive(conversation.id, text, nonce=nonce)

    if before is not None and before.stage is not Stage.CLOSED:  # it is new already, or open again
        return await _take(request, webchat, form, receive, draft=text) if text.strip() else _to_the_chat()
    if before is not None:
        await detach(webchat, before)
    if text.strip():
        return await _take_first(request, webchat, form, receive, draft=text, language=language)
    answer: Response[Any] = Redirect(f"/?lang={language.value}", status_code=HTTP_303_SEE_OTHER)
    answer.headers.update(CLEAR)
    answer.cookies.append(no_session_cookie(COOKIE, secure=webchat.secure_cookies))
    return answer


def _to_the_chat() -> Response[Any]:
    return Redirect(_END, status_code=HTTP_303_SEE_OTHER)
