"""When something goes wrong on the private site: a page that says what to do, never a trace."""

import logging
from typing import Any

from litestar import Request, Response
from litestar.exceptions import HTTPException
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.accounts import NoSuchAccount
from bot.i18n import mark as _
from bot.staff.context import staff_context_of
from bot.staff.guards import GoElsewhere
from bot.web.faults import place_of
from bot.web.forms import is_live

logger = logging.getLogger(__name__)
_INTERNAL, _NOT_FOUND = 500, 404


def _words(status: int) -> tuple[str, str]:
    """Return heading and advice for a status, as message ids of the interface catalogue."""
    closed = _("If you need it for your work, please ask an administrator. Every role opens certain pages only.")
    table = {
        400: (_("There is no such page"), _("Please go on from the start page.")),
        403: (_("This page is not open to you"), closed),
        404: (_("There is no such page"), _("Please go on from the start page.")),
        405: (_("There is no such page"), _("Please go on from the start page.")),
        413: (_("That is too large to send"), _("Please write less and try again.")),
        415: (_("Only words can be sent here"), _("Images and files are never accepted.")),
    }
    return table.get(status, (_("Something did not work"), _("It is our fault, not yours. Please try again.")))


_OLD = (_("This page has become old"), _("Please open the page again and send it once more. Nothing was changed."))


def error_page(request: Request[Any, Any, Any], fault: Exception) -> Response[Any]:
    """Return the page for a fault; only its kind is logged."""
    if isinstance(fault, GoElsewhere):
        return _elsewhere(request, str(fault))
    staff = staff_context_of(request)
    status = fault.status_code if isinstance(fault, HTTPException) else _INTERNAL
    if isinstance(fault, NoSuchAccount):
        status = _NOT_FOUND
    if status >= _INTERNAL:
        logger.error("a staff page failed: %s at %s", type(fault).__name__, place_of(fault))
    # the guard refuses with a PermissionDeniedException that has no words; the CSRF middleware's has some
    is_old = isinstance(fault, HTTPException) and "CSRF" in fault.detail
    heading, advice = (staff.say(request, text) for text in (_OLD if is_old else _words(status)))
    return staff.page(request, "error.html", status=status, heading=heading, advice=advice)


def _elsewhere(request: Request[Any, Any, Any], path: str) -> Response[Any]:
    """Lead to another page; a live page is told to go there as a whole."""
    if is_live(request):
        return Response("", status_code=401, headers={"HX-Redirect": path})
    return Redirect(path, status_code=HTTP_303_SEE_OTHER)
