"""When something goes wrong on the public site: a calm page that says what to do, never a trace."""

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException

from bot.channels.webchat.context import PublicContext, public_context_of
from bot.channels.webchat.rate_limit import TooManyAttempts
from bot.channels.webchat.session import browser_of
from bot.conversation.errors import ConversationClosed, ConversationGone
from bot.i18n import mark as _
from bot.language import Language
from bot.web.faults import place_of

logger = logging.getLogger(__name__)

_INTERNAL = 500
EMERGENCY = ("police_emergency", "ambulance", "paps")
"""The contacts of the first screen, and of a page that failed."""
_GONE = (ConversationGone, ConversationClosed)


def _words(status: int) -> tuple[str, str]:
    """Return heading and advice for a status, as message ids of the interface catalogue."""
    table = {
        403: (_("This page has become old"), _("Please open the chat again and send it once more. Nothing was changed.")),
        404: (_("There is no such page"), _("The chat is where it was.")),
        405: (_("There is no such page"), _("The chat is where it was.")),
        413: (_("That is too large to send"), _("Please write it in a few shorter messages. Images can never be sent here, and you never need to show one.")),
        415: (_("Only words can be sent here"), _("Images and files are never accepted, and nothing of it was kept. Words are enough.")),
        429: (_("One moment, please"), _("Many messages came at once. Please wait a little and try again.")),
    }  # fmt: skip
    return table.get(
        status, (_("Something did not work"), _("It is our fault, not yours. Please go back and try again."))
    )


def busy_page(webchat: PublicContext) -> str:
    """Return the page for whom there is no room: in both languages, for nothing is known of who asks, and by itself."""
    parts = []
    for language in Language:
        cards = [webchat.views.card(webchat.views.catalogue.contacts[key], language=language) for key in EMERGENCY]
        parts.append(webchat.pages.render("_busy.html", language=language, emergency=cards))
    return webchat.pages.render("busy.html", language=Language.JA, parts=parts)


def error_page(request: Request[Any, Any, Any], fault: Exception) -> Response[str]:
    """Return the page for a fault; only its kind is logged."""
    webchat = public_context_of(request)
    language = browser_of(request).language()
    status = fault.status_code if isinstance(fault, HTTPException) else _INTERNAL
    if isinstance(fault, _GONE):
        status = 410
        return webchat.html("gone.html", language=language, status=status, csrf_token="")
    if isinstance(fault, TooManyAttempts):
        status = 429
    if status >= _INTERNAL:
        logger.error("a page failed: %s at %s", type(fault).__name__, place_of(fault))
    heading, advice = (webchat.views.interface[language].gettext(text) for text in _words(status))
    contacts = webchat.views.catalogue.contacts
    emergency = [webchat.views.card(contacts[key], language=language) for key in EMERGENCY]
    values = {"heading": heading, "advice": advice, "emergency": emergency if status >= _INTERNAL else []}
    return webchat.html("error.html", language=language, status=status, csrf_token="", **values)
