"""The way in and out, and the start page."""

import math
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.conversation.model import CounsellorId
from bot.language import Language
from bot.permissions import Permission
from bot.staff.console.context import Console
from bot.staff.console.duty import end_duty
from bot.staff.context import NAVIGATION, AnyRequest, Me, Staff, StaffContext, language_of, token_of
from bot.staff.forms import PageLanguageForm, SignInForm, SignOutForm
from bot.staff.guards import needs
from bot.staff.labels import DOES_NOT_MATCH, DONE_AT, ROLES
from bot.staff.sessions import COOKIE
from bot.staff.sign_in import DoesNotMatch, MustWait
from bot.web.cookies import no_session_cookie, session_cookie
from bot.web.forms import Form

_REFUSED, _TOO_MANY = 422, 429


@get("/sign-in")
async def ask_to_sign_in(request: AnyRequest, staff: Staff) -> Response[Any]:
    """Show the form; somebody who is signed in goes on to the start page."""
    if await staff.sessions.account_of(token_of(request)):
        return Redirect("/", status_code=HTTP_303_SEE_OTHER)
    return staff.page(request, "sign_in.html", name="", notice="")


@post("/sign-in")
async def sign_in(request: AnyRequest, staff: Staff, data: Form[SignInForm]) -> Response[Any]:
    """Sign somebody in with name, password and code."""
    asked, language = data.lang, language_of(request, asked=data.lang)
    try:
        token = await staff.sign_in.sign_in(name=data.name, password=data.password, code=data.code, language=language)
    except DoesNotMatch:
        notice, status = staff.say(request, DOES_NOT_MATCH, asked=asked), _REFUSED
    except MustWait as fault:
        notice, status = waiting_words(request, staff, fault, asked=asked), _TOO_MANY
    else:
        await staff.sessions.end(token_of(request))
        answer = Redirect("/", status_code=HTTP_303_SEE_OTHER)
        answer.cookies.append(session_cookie(COOKIE, token, secure=staff.secure_cookies))
        return answer
    return staff.page(request, "sign_in.html", status=status, asked=asked, name=data.name[:64], notice=notice)


def waiting_words(request: AnyRequest, staff: StaffContext, fault: MustWait, *, asked: str = "") -> str:
    """Return the words for somebody who has to wait."""
    minutes = math.ceil(fault.wait.total_seconds() / 60)
    words = staff.interface[language_of(request, asked=asked)]
    if me := request.scope["state"].get("me"):
        words = staff.interface[me.account.language]
    said = words.ngettext(
        "That did not work several times. To keep the account safe, please wait %(n)s minute and then try again.",
        "That did not work several times. To keep the account safe, please wait %(n)s minutes and then try again.",
        minutes,
    )
    return said % {"n": minutes}


@post("/sign-out", opt=needs(Permission.OWN_ACCOUNT, new_may=True))
async def sign_out(
    request: AnyRequest, me: Me, staff: Staff, console: Console, data: Form[SignOutForm]
) -> Response[Any]:
    """End the session; who has chats is first asked whether others should take them."""
    chats = len(await console.conversations.counsellor.chats_of(CounsellorId(me.account.id)))
    if chats and data.chats != "back":
        return staff.page(request, "sign_out.html", chats=chats)
    await end_duty(me, staff, console)
    await staff.sign_in.sign_out(me.token, account=me.account)
    answer = Redirect(f"/sign-in?lang={me.account.language.value}", status_code=HTTP_303_SEE_OTHER)
    answer.headers["Clear-Site-Data"] = '"cache"'
    answer.cookies.append(no_session_cookie(COOKIE, secure=staff.secure_cookies))
    return answer


@post("/language", opt=needs(Permission.OWN_ACCOUNT, new_may=True))
async def choose_language(me: Me, staff: Staff, data: Form[PageLanguageForm]) -> Response[Any]:
    """Keep the language in the account, and show the page again that it was chosen on."""
    if data.lang in set(Language):
        await staff.accounts.choose_language(me.account.id, Language(data.lang))
    return Redirect(data.back if data.back in _PLACES else "/", status_code=HTTP_303_SEE_OTHER)


_PLACES = {*NAVIGATION, "/password", "/recovery-codes"}
"""Where somebody can be led back to; never to an address that was sent."""


@get("/", opt=needs(Permission.OWN_ACCOUNT))
async def services(request: AnyRequest, me: Me, staff: Staff) -> Response[str]:
    """Show what the roles of this account may do."""
    words = staff.interface[me.account.language]
    granted = [
        {"what": words.gettext(DONE_AT[path]), "path": path}
        for path, (_title, permission) in NAVIGATION.items()
        if path in DONE_AT and me.may(permission)
    ]
    roles = [words.gettext(name) for role, name in ROLES.items() if role in me.account.roles]
    left = await staff.accounts.codes_left(me.account.id)
    saved = request.query_params.get("saved") == "password"
    return staff.page(request, "home.html", granted=granted, roles=roles, codes_left=left, saved=saved)
