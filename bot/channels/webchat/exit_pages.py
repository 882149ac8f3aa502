"""Ending on the page: erase everything, start again from the beginning, leave quickly."""

from functools import partial
from typing import Any

from litestar import Response, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.channels.webchat.context import CurrentBrowser, CurrentConversation, PageLanguage, PublicContext, Webchat
from bot.channels.webchat.forms import LARGEST_LEAVE, LeaveForm
from bot.channels.webchat.handover_status import handover_status_of
from bot.channels.webchat.session import COOKIE, address_of
from bot.conversation.errors import ConversationGone
from bot.conversation.model import Conversation, Receipt
from bot.presentation.times import minute
from bot.web.cookies import no_session_cookie
from bot.web.forms import Form
from bot.worker import Signal, run_forever

CLEAR = {"Clear-Site-Data": '"cache", "cookies", "storage"'}


@post("/again")
async def start_again(webchat: Webchat, conversation: CurrentConversation, language: PageLanguage) -> Response[Any]:
    """Erase this conversation and show the first screen, in the same language; ask first where the status says so."""
    if conversation is not None and (await handover_status_of(webchat, conversation)).asks_before_erasing:
        return Redirect("/delete", status_code=HTTP_303_SEE_OTHER)
    await _erase(webchat, conversation)
    answer: Response[Any] = Redirect(f"/?lang={language.value}", status_code=HTTP_303_SEE_OTHER)
    answer.headers.update(CLEAR)
    answer.cookies.append(no_session_cookie(COOKIE, secure=webchat.secure_cookies))
    return answer


@post("/delete")
async def erase(
    webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation, language: PageLanguage
) -> Response[str]:
    """Erase everything now and give a receipt without content."""
    status = await handover_status_of(webchat, conversation) if conversation is not None else None
    receipt = await _erase(webchat, conversation)
    if receipt is None:
        raise ConversationGone
    words = webchat.views.interface[language]
    count = words.ngettext("%(n)s message", "%(n)s messages", receipt.messages) % {"n": receipt.messages}
    what = [
        count,
        words.gettext("Your answers and choices"),
        words.gettext("The link between this browser and the chat"),
        *([words.gettext("What counsellors had noted about it")] if status and status.is_case else []),
        *([words.gettext("Your return code")] if status and status.has_code else []),
    ]
    when = minute(receipt.at)
    answer = webchat.html(
        "deleted.html",
        language=language,
        csrf_token=browser.csrf_token,
        receipt={"when": when, "what": what},
    )
    answer.headers.update(CLEAR)
    answer.cookies.append(no_session_cookie(COOKIE, secure=webchat.secure_cookies))
    return answer


@post("/leave", request_max_body_size=LARGEST_LEAVE, exclude_from_csrf=True)
async def leave(data: Form[LeaveForm], webchat: Webchat, browser: CurrentBrowser) -> Response[Any]:
    """Lead to an ordinary page elsewhere, at once; what becomes of the chat follows from what is owed, see settle_exits.

    It waits for no database. It works with an old page and a lost token too: leaving can harm nobody, and the cookie is never
    sent from other sites.
    """
    if browser.token:
        await webchat.exits.owe(address_of(browser.token))
        webchat.exit_bell.ring()
    answer: Response[Any] = (
        Response(None, status_code=204)
        if data.quiet == "1"
        else Redirect(webchat.exit_url, status_code=HTTP_303_SEE_OTHER)
    )
    answer.headers.update(CLEAR)
    answer.cookies.append(no_session_cookie(COOKIE, secure=webchat.secure_cookies))
    return answer


async def settle_exits(webchat: PublicContext) -> None:
    """End every session that was left; what cannot be ended now stays owed."""
    for address in webchat.exits.all():
        await end_session(webchat, await webchat.conversations.find(address))
        webchat.exits.settle(address)


async def settle_exits_forever(webchat: PublicContext, bell: Signal) -> None:
    """Do so whenever somebody left, and until it is done."""
    await run_forever(
        partial(settle_exits, webchat), wakeup=bell, on_fault="who left is erased later", pause_on_fault=1.0
    )


async def end_session(webchat: PublicContext, conversation: Conversation | None) -> None:
    """Erase a chat, unless the person has made a return code for it: then it stays for them, and only the code opens it."""
    if conversation is None:
        return
    if await webchat.codes.made_for(conversation.id, now=webchat.clock.now()):
        await detach(webchat, conversation)
    else:
        await _erase(webchat, conversation)


async def detach(webchat: PublicContext, conversation: Conversation) -> None:
    """Let no browser find a chat any more, and empty the pages that show it."""
    try:
        await webchat.conversations.addresses.detach(conversation.id)
    except ConversationGone:
        return
    webchat.fanout.publish(conversation.id, "gone")


async def _erase(webchat: PublicContext, conversation: Conversation | None) -> Receipt | None:
    if conversation is None:
        return None
    try:
        receipt = await webchat.conversations.erasure.forget(conversation.id)
    except ConversationGone:
        return None
    webchat.fanout.publish(conversation.id, "news")
    return receipt
