"""What a person does on the page: write, press, change the language, begin a new chat after the end of one."""

from dataclasses import replace
from typing import Any

from litestar import Response, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.channels.webchat.context import CurrentBrowser, CurrentConversation, PublicContext, Webchat
from bot.channels.webchat.emergency import danger_first
from bot.channels.webchat.exit_pages import CLEAR, detach
from bot.channels.webchat.forms import LARGEST_MESSAGE, ButtonForm, LanguageForm, MessageForm
from bot.channels.webchat.pages import bubbles, chat_page, gone_elsewhere
from bot.channels.webchat.session import CHANNEL, COOKIE, address_of
from bot.channels.webchat.submission import Submission
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
from bot.conversation.model import Conversation
from bot.i18n import mark as _
from bot.web.cookies import new_token, no_session_cookie, session_cookie
from bot.web.forms import Form

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


@post("/messages", request_max_body_size=LARGEST_MESSAGE)
async def write(data: Form[MessageForm], webchat: Webchat, browser: CurrentBrowser) -> Response[Any]:
    """Take a written message."""
    submission = Submission.of_message(data, browser)
    return await danger_first(webchat, submission, _take(webchat, submission))


@post("/press")
async def press(data: Form[ButtonForm], webchat: Webchat, browser: CurrentBrowser) -> Response[Any]:
    """Take a pressed button."""
    if data.payload == "do:delete":
        return (
            Response("", headers={"HX-Redirect": "/delete"})
            if browser.is_live
            else Redirect("/delete", status_code=HTTP_303_SEE_OTHER)
        )
    submission = Submission.of_button(data, browser)
    return await danger_first(webchat, submission, _take(webchat, submission))


async def _take(webchat: PublicContext, submission: Submission) -> Response[Any]:
    """Open a conversation if there is none, hand the message over, and answer as the page can read it."""
    browser = submission.browser
    conversation = await webchat.find(browser.token)
    if conversation is not None:
        return await _hand_over(webchat, submission, conversation, token=browser.token)
    if browser.has_cookie and browser.is_live:
        return gone_elsewhere()  # the page blanks itself, and sends an unsent text once more as a plain form
    return await _take_first(webchat, submission)


async def _take_first(webchat: PublicContext, submission: Submission) -> Response[Any]:
    """Open a conversation with a fresh token, and hand the message over."""
    token = new_token()
    conversation = await webchat.conversations.begin(
        address=address_of(token), channel=CHANNEL, language=submission.language
    )
    answer = await _hand_over(webchat, submission, conversation, token=token)
    answer.cookies.append(session_cookie(COOKIE, token, secure=webchat.secure_cookies))
    return answer


async def _hand_over(
    webchat: PublicContext, submission: Submission, conversation: Conversation, *, token: str
) -> Response[Any]:
    try:
        await submission.hand_to(webchat.conversations, conversation.id)
    except MessageRefused as refusal:
        return await _refused(webchat, submission, conversation, refusal)
    except ConversationClosed:
        return await _ended(webchat, submission, await webchat.find(token))
    except ConversationGone:
        return _gone(submission)
    return await _taken(webchat, submission, await webchat.find(token))


async def _taken(webchat: PublicContext, submission: Submission, current: Conversation | None) -> Response[Any]:
    if not submission.browser.is_live:
        return Redirect(_END, status_code=HTTP_303_SEE_OTHER)
    if current is None:
        return gone_elsewhere()
    answer = await bubbles(webchat, current, after=submission.after)
    answer.headers[LANGUAGE_HEADER] = current.language.value
    return answer


async def _refused(
    webchat: PublicContext, submission: Submission, conversation: Conversation, refusal: MessageRefused
) -> Response[str]:
    words = webchat.views.interface[conversation.language]
    notice = words.gettext(_REFUSED.get(type(refusal), _NOT_TAKEN))
    link = ("/return", words.gettext(_CODE_INSIDE)) if isinstance(refusal, MessageHoldsCode) else None
    return await _notice(webchat, submission, conversation, notice, link=link, status=422)


async def _ended(webchat: PublicContext, submission: Submission, conversation: Conversation | None) -> Response[Any]:
    """Say that the chat has ended; the page offers what is possible now, and keeps what was not sent."""
    if conversation is None:
        return _gone(submission)
    notice = webchat.views.interface[conversation.language].gettext(_ENDED_WITH_TEXT if submission.text else _ENDED)
    return await _notice(webchat, submission, conversation, notice, status=409)


def _gone(submission: Submission) -> Response[Any]:
    return gone_elsewhere() if submission.browser.is_live else Redirect("/gone", status_code=HTTP_303_SEE_OTHER)


async def _notice(
    webchat: PublicContext,
    submission: Submission,
    conversation: Conversation,
    notice: str,
    *,
    link: tuple[str, str] | None = None,
    status: int,
) -> Response[str]:
    language = conversation.language
    if submission.browser.is_live:
        return webchat.html("_notice.html", language=language, status=status, notice=notice, link=link)
    return await chat_page(
        webchat,
        submission.browser,
        conversation,
        language=language,
        notice=notice,
        link=link,
        draft=submission.text,
        status=status,
    )


@post("/language")
async def change_language(
    data: Form[LanguageForm], webchat: Webchat, browser: CurrentBrowser, conversation: CurrentConversation
) -> Response[Any]:
    """Go on in the other language; the conversation stays."""
    language = browser.language(data.lang)
    if conversation is None:
        return Redirect(f"/?lang={language.value}", status_code=HTTP_303_SEE_OTHER)
    await webchat.conversations.choose_language(conversation.id, language)
    return Redirect(_END, status_code=HTTP_303_SEE_OTHER)


@post("/new", request_max_body_size=LARGEST_MESSAGE)
async def start_new(data: Form[MessageForm], webchat: Webchat, browser: CurrentBrowser) -> Response[Any]:
    """Begin a new chat after the end of one, with what was not sent any more; the ended one stays as long as it is kept."""
    submission = Submission.of_message(data, browser)
    return await danger_first(webchat, submission, _start_new(webchat, submission))


async def _start_new(webchat: PublicContext, submission: Submission) -> Response[Any]:
    before, is_empty = await webchat.find(submission.browser.token), not submission.text.strip()
    if before is not None and before.stage is not Stage.CLOSED:  # it is new already, or open again
        return Redirect(_END, status_code=HTTP_303_SEE_OTHER) if is_empty else await _take(webchat, submission)
    if before is not None:
        submission = replace(submission, language=before.language)
        await detach(webchat, before)
    if not is_empty:
        return await _take_first(webchat, submission)
    answer: Response[Any] = Redirect(f"/?lang={submission.language.value}", status_code=HTTP_303_SEE_OTHER)
    answer.headers.update(CLEAR)
    answer.cookies.append(no_session_cookie(COOKIE, secure=webchat.secure_cookies))
    return answer
