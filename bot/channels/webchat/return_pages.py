"""Coming back: with a return code from any browser, and from the end of a chat to a counsellor again."""

import contextlib
from typing import Any, Final

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER
from litestar.template.base import csrf_token

from bot.channels.webchat.exit_pages import end_session
from bot.channels.webchat.pages import AnyRequest, chat_page
from bot.channels.webchat.rate_limit import TriedTooOften
from bot.channels.webchat.session import COOKIE, address_of, conversation_of, language_of
from bot.channels.webchat.site import PublicContext, public_context_of
from bot.conversation.errors import ConversationGone, HandoverRefused
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author, Conversation, ConversationId, Share
from bot.conversation.ports import Staffing
from bot.i18n import mark as _
from bot.web.cookies import new_token, session_cookie

_END = "/#end"
_LONGEST: Final = 300
"""Characters of what is typed as a code."""

_MESSAGE: Final = "message_"
"""What is chosen begins with it where a message is left instead of a counsellor called."""


_WRONG = _(
    "These words open no chat here. Please look at each word once more. A code also stops working when its time is over, or when a newer one was made."
)
_TOO_OFTEN = _("Many codes are being tried at the moment. Please wait a minute and send it again.")
_AWAY = _("No counsellor is here any more at the moment. You can leave a message.")


@get("/return")
async def ask_for_code(request: AnyRequest) -> Response[str]:
    """Ask for the six words."""
    return await _form(request, public_context_of(request))


@post("/return")
async def come_back(request: AnyRequest) -> Response[Any]:
    """Open the chat of a code in this browser; the answer to what opens nothing is always the same."""
    webchat, form = public_context_of(request), await request.form()
    typed = str(form.get("code", ""))[:_LONGEST]
    try:
        webchat.gate.take()
    except TriedTooOften:
        return await _form(request, webchat, typed=typed, notice=_TOO_OFTEN, status=429)
    async with webchat.gate.few():
        found = await webchat.codes.find(typed, now=webchat.service.clock.now())
    token = new_token()
    if found is None or not await _open(request, webchat, found, token):
        return await _form(request, webchat, typed=typed, notice=_WRONG, status=422)
    answer: Response[Any] = Redirect(_END, status_code=HTTP_303_SEE_OTHER)
    answer.cookies.append(session_cookie(COOKIE, token, secure=webchat.secure_cookies))
    return answer


async def _open(request: AnyRequest, webchat: PublicContext, found: ConversationId, token: str) -> bool:
    """Let the token find the chat, in place of the browser that it was open in; tell whether it is still there."""
    here = await conversation_of(request, webchat.service)
    try:
        await webchat.service.addresses.come_back(found, address=address_of(token))
    except ConversationGone:
        return False
    webchat.fanout.publish(found, "gone")
    if here is not None and here.id != found:
        await end_session(webchat, here)
    return True


async def _form(
    request: AnyRequest, webchat: PublicContext, *, typed: str = "", notice: str | None = None, status: int = 200
) -> Response[str]:
    here = await conversation_of(request, webchat.service)
    language = language_of(request, here)
    return webchat.html(
        "return.html",
        language=language,
        status=status,
        csrf_token=csrf_token({"request": request}),
        typed=typed,
        notice=webchat.views.interface[language].gettext(notice) if notice else None,
        would_be_erased=here is not None and await _would_be_erased(webchat, here),
    )


async def _would_be_erased(webchat: PublicContext, here: Conversation) -> bool:
    """Tell whether the chat that is open in this browser has words of the person in it, and no code of its own."""
    if await webchat.codes.made_for(here.id, now=webchat.service.clock.now()):
        return False
    return any(message.author is Author.PERSON for message in await webchat.service.messages(here.id))


@post("/reopen")
async def reopen(request: AnyRequest) -> Response[Any]:
    """Talk to a counsellor again after the end of a chat, or leave a message where none is there."""
    webchat, form = public_context_of(request), await request.form()
    conversation = await conversation_of(request, webchat.service)
    if conversation is None:
        raise ConversationGone
    wanted, text = str(form.get("share", "")), str(form.get("text", ""))
    staffing = await webchat.service.desk.staffing()
    share, is_message = wanted.removeprefix(_MESSAGE), wanted.startswith(_MESSAGE)
    is_possible = staffing is Staffing.PRESENT or (is_message and staffing is Staffing.AWAY)
    if conversation.stage is Stage.CLOSED and is_possible and share in set(Share):
        with contextlib.suppress(HandoverRefused):  # another tab was quicker: the page shows how things stand
            await webchat.service.person.reopen(conversation.id, share=Share(share), later=is_message)
    elif conversation.stage is Stage.CLOSED:
        language = conversation.language
        notice = webchat.views.interface[language].gettext(_AWAY) if staffing is Staffing.AWAY else None
        return await chat_page(request, webchat, conversation, language=language, notice=notice, draft=text, status=409)
    return await _chat_with(request, webchat, draft=text)


async def _chat_with(request: AnyRequest, webchat: PublicContext, *, draft: str) -> Response[Any]:
    """Show the chat; with a text that was not sent yet, in the box again."""
    conversation = await conversation_of(request, webchat.service)
    if conversation is None or not draft.strip():
        return Redirect(_END, status_code=HTTP_303_SEE_OTHER)
    return await chat_page(request, webchat, conversation, language=conversation.language, draft=draft)
