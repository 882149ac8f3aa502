"""Coming back: with a return code from any browser, and from the end of a chat to a counsellor again."""

import contextlib
from typing import Any, Final

from litestar import Response, get, post
from litestar.di import Provide
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.channels.webchat.context import (
    CurrentBrowser,
    CurrentConversation,
    ExistingConversation,
    PageLanguage,
    PublicContext,
    Webchat,
    existing_conversation,
)
from bot.channels.webchat.exit_pages import end_session
from bot.channels.webchat.forms import LARGEST_MESSAGE, ReopenForm, ReturnForm
from bot.channels.webchat.pages import chat_page
from bot.channels.webchat.rate_limit import TooManyAttempts
from bot.channels.webchat.session import COOKIE, Browser, address_of
from bot.conversation.errors import ConversationGone, HandoverRefused
from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author, Conversation, ConversationId, Share
from bot.conversation.ports import Staffing
from bot.i18n import mark as _
from bot.language import Language
from bot.web.cookies import new_token, session_cookie
from bot.web.forms import Form

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
async def ask_for_code(
    webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation, language: PageLanguage
) -> Response[str]:
    """Ask for the six words."""
    return await _form(webchat, browser, conversation, language)


@post("/return")
async def come_back(
    data: Form[ReturnForm],
    webchat: Webchat,
    browser: CurrentBrowser,
    conversation: CurrentConversation,
    language: PageLanguage,
) -> Response[Any]:
    """Open the chat of a code in this browser; the answer to what opens nothing is always the same."""
    typed = data.code[:_LONGEST]
    try:
        webchat.gate.take()
    except TooManyAttempts:
        return await _form(webchat, browser, conversation, language, typed=typed, notice=_TOO_OFTEN, status=429)
    async with webchat.gate.few():
        found = await webchat.codes.find(typed, now=webchat.clock.now())
    token = new_token()
    if found is None or not await _open(webchat, found, token, open_here=conversation):
        return await _form(webchat, browser, conversation, language, typed=typed, notice=_WRONG, status=422)
    answer: Response[Any] = Redirect(_END, status_code=HTTP_303_SEE_OTHER)
    answer.cookies.append(session_cookie(COOKIE, token, secure=webchat.secure_cookies))
    return answer


async def _open(webchat: PublicContext, found: ConversationId, token: str, *, open_here: Conversation | None) -> bool:
    """Let the token find the chat, in place of the browser that it was open in; tell whether it is still there."""
    try:
        await webchat.conversations.addresses.come_back(found, address=address_of(token))
    except ConversationGone:
        return False
    webchat.fanout.publish(found, "gone")
    if open_here is not None and open_here.id != found:
        await end_session(webchat, open_here)
    return True


async def _form(
    webchat: PublicContext,
    browser: Browser,
    conversation: Conversation | None,
    language: Language,
    *,
    typed: str = "",
    notice: str | None = None,
    status: int = 200,
) -> Response[str]:
    return webchat.html(
        "return.html",
        language=language,
        status=status,
        csrf_token=browser.csrf_token,
        typed=typed,
        notice=webchat.views.interface[language].gettext(notice) if notice else None,
        is_open=conversation is not None,
        would_be_erased=conversation is not None and await _would_be_erased(webchat, conversation),
    )


async def _would_be_erased(webchat: PublicContext, open_here: Conversation) -> bool:
    """Tell whether the chat that is open in this browser has words of the person in it, and no code of its own."""
    if await webchat.codes.made_for(open_here.id, now=webchat.clock.now()):
        return False
    return any(message.author is Author.PERSON for message in await webchat.conversations.messages(open_here.id))


@post("/reopen", request_max_body_size=LARGEST_MESSAGE, dependencies={"conversation": Provide(existing_conversation)})
async def reopen(
    data: Form[ReopenForm], webchat: Webchat, browser: CurrentBrowser, conversation: ExistingConversation
) -> Response[Any]:
    """Talk to a counsellor again after the end of a chat, or leave a message where none is there."""
    staffing = await webchat.conversations.person.staffing()
    share, is_message = data.share.removeprefix(_MESSAGE), data.share.startswith(_MESSAGE)
    is_possible = staffing is Staffing.PRESENT or (is_message and staffing is Staffing.AWAY)
    if conversation.stage is Stage.CLOSED and is_possible and share in set(Share):
        with contextlib.suppress(HandoverRefused):  # another tab was quicker: the page shows how things stand
            await webchat.conversations.person.reopen(conversation.id, share=Share(share), later=is_message)
    elif conversation.stage is Stage.CLOSED:
        language = conversation.language
        notice = webchat.views.interface[language].gettext(_AWAY) if staffing is Staffing.AWAY else None
        return await chat_page(
            webchat, browser, conversation, language=language, notice=notice, draft=data.text, status=409
        )
    return await _chat_with(webchat, browser, draft=data.text)


async def _chat_with(webchat: PublicContext, browser: Browser, *, draft: str) -> Response[Any]:
    """Show the chat; with a text that was not sent yet, in the box again."""
    conversation = await webchat.find(browser.token)
    if conversation is None or not draft.strip():
        return Redirect(_END, status_code=HTTP_303_SEE_OTHER)
    return await chat_page(webchat, browser, conversation, language=conversation.language, draft=draft)
