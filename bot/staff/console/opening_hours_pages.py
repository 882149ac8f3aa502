"""Opening hours: the shifts as they are shipped, Japan's holidays, the closing days that staff choose, and what people hear now."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from gettext import NullTranslations
from typing import Any

from litestar import Response, get, post
from litestar.response import Redirect
from litestar.status_codes import HTTP_303_SEE_OTHER

from bot.action_log import Action
from bot.conversation.opening_hours import LOOK_AHEAD, OpeningHours, Shift
from bot.conversation.ports import Staffing
from bot.i18n import mark as _
from bot.japan import TOKYO, WEEKDAYS
from bot.permissions import Permission
from bot.staff.console.context import Console, ConsoleContext
from bot.staff.console.forms import DayForm
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.guards import needs
from bot.web.forms import Form

DAYS = {
    "mon": _("Monday"), "tue": _("Tuesday"), "wed": _("Wednesday"), "thu": _("Thursday"),
    "fri": _("Friday"), "sat": _("Saturday"), "sun": _("Sunday"),
}  # fmt: skip
NO_DATE = _("That is not a date. Please write it as 2026-12-31, or choose it.")
PAST = _("That day is over. Please choose today or a later day.")
FAR = _("That is more than two years away. Please choose an earlier day.")
CLOSED_ALREADY = _("That day is a closing day already.")
DONE = {"closed": _("The closing day is saved."), "opened": _("The day is open again.")}
FARTHEST = timedelta(days=2 * 365)
_UNUSABLE = 422
_CHANGE = needs(Permission.SUPERVISE)


class _Refused(Exception):
    """A day that is not taken; the message says why, as a message id."""


@get("/hours", opt=needs(Permission.SEE_QUEUE))
async def hours(request: AnyRequest, me: Me, staff: Staff, console: Console) -> Response[str]:
    """Show when counsellors are there, and what people hear right now."""
    return await _page(request, me, staff, console)


@post("/hours/closed", opt=_CHANGE)
async def close_day(request: AnyRequest, me: Me, staff: Staff, console: Console, data: Form[DayForm]) -> Response[Any]:
    """Close a day."""
    typed, today = data.day.strip(), _today(staff)
    chosen = await console.closing_days.all()
    try:
        day = _future_day(typed, today=today, chosen=chosen)
    except _Refused as refused:
        return await _page(request, me, staff, console, typed=typed[:32], refused=str(refused))
    await console.closing_days.add(day)
    await _log(me, staff, Action.DAY_CLOSED, day)
    return Redirect("/hours?done=closed", status_code=HTTP_303_SEE_OTHER)


@post("/hours/opened", opt=_CHANGE)
async def open_day(me: Me, staff: Staff, console: Console, data: Form[DayForm]) -> Response[Any]:
    """Open a day again that staff had closed; nothing happens where it was not closed."""
    day = next((one for one in await console.closing_days.all() if one.isoformat() == data.day), None)
    if day is not None:
        await console.closing_days.remove(day)
        await _log(me, staff, Action.DAY_OPENED, day)
    return Redirect("/hours?done=opened" if day else "/hours", status_code=HTTP_303_SEE_OTHER)


async def _page(
    request: AnyRequest,
    me: SignedIn,
    staff: StaffContext,
    console: ConsoleContext,
    *,
    typed: str = "",
    refused: str = "",
) -> Response[str]:
    words, today, now = staff.interface[me.account.language], _today(staff), staff.clock.now()
    opening = await console.presence.hours()
    staffing = await console.presence.staffing()
    next_opening = opening.next_opening(now)
    chosen = [day for day in await console.closing_days.all() if day >= today]
    return staff.page(
        request,
        "supervise/hours.html",
        status=_UNUSABLE if refused else 200,
        shifts=[_shift(shift, words) for shift in opening.shifts],
        closed_on_holidays=opening.closed_on_holidays,
        look_ahead=LOOK_AHEAD,
        holidays=[_named(day, words) for day in _holidays(opening, today)],
        from_file=[_named(day, words) for day in sorted(opening.closed - set(chosen)) if day >= today],
        chosen=[{"day": day.isoformat(), "title": _named(day, words)} for day in chosen],
        may_change=me.may(Permission.SUPERVISE),
        heard=staffing.value,
        is_open=opening.is_open(now),
        is_present=staffing is Staffing.PRESENT,
        next_opening=_moment(next_opening, words) if next_opening else "",
        typed=typed,
        refused=words.gettext(refused) if refused else "",
        done=words.gettext(DONE[done]) if (done := request.query_params.get("done", "")) in DONE else "",
        today=today.isoformat(),
        farthest=(today + FARTHEST).isoformat(),
    )


def _today(staff: StaffContext) -> date:
    return staff.clock.now().astimezone(TOKYO).date()


def _future_day(typed: str, *, today: date, chosen: Sequence[date]) -> date:
    try:
        day = date.fromisoformat(typed)
    except ValueError:
        raise _Refused(NO_DATE) from None
    if day < today:
        raise _Refused(PAST)
    if day > today + FARTHEST:
        raise _Refused(FAR)
    if day in chosen:
        raise _Refused(CLOSED_ALREADY)
    return day


async def _log(me: SignedIn, staff: StaffContext, action: Action, day: date) -> None:
    async with staff.book.work() as records:
        await records.log.append(action, by=me.account.id, at=staff.clock.now(), reason=day.isoformat())


def _holidays(opening: OpeningHours, today: date) -> list[date]:
    days = (today + timedelta(days=number) for number in range(LOOK_AHEAD))
    return [day for day in days if opening.is_holiday(day)]


def _shift(shift: Shift, words: NullTranslations) -> dict[str, Any]:
    return {
        "days": [words.gettext(DAYS[day]) for day in WEEKDAYS if day in shift.days],
        "begin": f"{shift.begin:%H:%M}",
        "until": f"{shift.until:%H:%M}",
        "next_day": shift.until <= shift.begin,
    }


def _named(day: date, words: NullTranslations) -> str:
    return words.gettext("%(date)s (%(weekday)s)") % {
        "date": day.isoformat(),
        "weekday": words.gettext(DAYS[WEEKDAYS[day.weekday()]]),
    }


def _moment(at: datetime, words: NullTranslations) -> str:
    local = at.astimezone(TOKYO)
    return f"{_named(local.date(), words)} {local:%H:%M}"
