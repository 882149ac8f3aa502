"""The statistics: how much there was to do and how long people waited; neither the page nor the file tells small numbers."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from gettext import NullTranslations
from typing import Any

from litestar import Response, get
from litestar.params import FromQuery

from bot.action_log import Action
from bot.conversation.case import Count
from bot.i18n import mark as _
from bot.japan import TOKYO
from bot.language import Language
from bot.permissions import Permission
from bot.staff.console.context import Console, ConsoleContext
from bot.staff.console.labels import CHANNELS, LANGUAGES, OUTCOMES
from bot.staff.console.statistics import PARTS, Breakdown, Period, Report, reports
from bot.staff.console.suppression import ImportedMessage, Suppressed
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.guards import needs

COUNTS: Mapping[Count, str] = {
    Count.CALLED: _("Called a counsellor"),
    Count.CALLED_IN_DANGER: _("… of these and of messages left, with signs of danger"),
    Count.MESSAGE_LEFT: _("Left a message while nobody was there"),
    Count.TAKEN: _("Taken by a counsellor"),
    Count.GIVEN_UP: _("Stopped waiting"),
    Count.ENDED_BY_PERSON: _("Ended by the person"),
    Count.HANDED_BACK: _("Handed back to the program"),
    Count.TRANSFERRED: _("Given to a colleague"),
    Count.LOST: _("Called again because the counsellor was lost"),
    Count.CLOSED: _("Closed by a counsellor"),
}
HIDDEN: Mapping[Suppressed, str] = {Suppressed.FEW: _("fewer than 5"), Suppressed.LEFT_OUT: _("not shown")}
SPLITS: Mapping[Breakdown, str] = {
    Breakdown.LANGUAGE: _("By language"),
    Breakdown.CHANNEL: _("By channel"),
    Breakdown.OUTCOME: _("By outcome"),
}
_BOM = "\ufeff"
"""Spreadsheets read the file as UTF-8 only with this before it."""
_SEE = needs(Permission.SEE_STATISTICS)


@get("/statistics", opt=_SEE)
async def statistics(
    request: AnyRequest, me: Me, staff: Staff, console: Console, period: FromQuery[str] = ""
) -> Response[str]:
    """Show one period in full, and all periods side by side."""
    words, told = staff.interface[me.account.language], await _read(me, staff, console, reason="page")
    chosen = next((report for report in told if report.period.key == period), told[0])
    return staff.page(
        request,
        "supervise/statistics.html",
        periods=[
            {"key": report.period.key, "title": _title(report.period, words), "here": report is chosen}
            for report in told
        ],
        chosen=_view(chosen, words),
        columns=[_view(report, words) for report in told],
        counts=[(what, words.gettext(name)) for what, name in COUNTS.items()],
        outcomes=[(outcome.value, words.gettext(name)) for outcome, name in OUTCOMES.items()],
        languages=[(language.value, words.gettext(name)) for language, name in LANGUAGES.items()],
        channels=[(name, words.gettext(CHANNELS[name])) for name in PARTS[Breakdown.CHANNEL]],
    )


@get("/statistics/table.csv", opt=_SEE)
async def statistics_file(me: Me, staff: Staff, console: Console) -> Response[str]:
    """Return the same numbers as a file for spreadsheets."""
    words, told = staff.interface[me.account.language], await _read(me, staff, console, reason="file")
    file = io.StringIO(newline="")
    writer = csv.writer(file)
    headings = (_("Period"), _("From"), _("Until"), _("Item"), _("Broken down"), _("Part"), _("Number"))
    writer.writerow([words.gettext(heading) for heading in headings])
    for report in told:
        writer.writerows(_rows(report, words))
    until = told[0].period.last.isoformat()
    return Response(
        _BOM + file.getvalue(),
        media_type="text/csv",
        headers={"Content-Disposition": f'attachment; filename="tomoshibi-statistics-{until}.csv"'},
    )


async def _read(me: SignedIn, staff: StaffContext, console: ConsoleContext, *, reason: str) -> Sequence[Report]:
    """Return what is told, and write down who has read it."""
    now = staff.clock.now()
    told = await reports(console.statistics, today=now.astimezone(TOKYO).date())
    async with staff.book.work() as records:
        await records.log.append(Action.STATISTICS_READ, by=me.account.id, at=now, reason=reason)
    return told


def _title(period: Period, words: NullTranslations) -> str:
    if period.is_month:
        return period.key
    return words.gettext("Last %(num)s days") % {"num": period.key}


def _view(report: Report, words: NullTranslations) -> dict[str, Any]:
    """Return a period as the template needs it: every number as text, and whether it is one."""
    return {
        "title": _title(report.period, words),
        "is_month": report.period.is_month,
        "first": report.period.first.isoformat(),
        "last": report.period.last.isoformat(),
        "totals": {what: _cell(told, words) for what, told in report.totals.items()},
        "parts": {
            (what, split.value): {name: _cell(told, words) for name, told in parts.items()}
            for (what, split), parts in report.parts.items()
        },
        "waits": report.waits,
    }


def _cell(told: ImportedMessage, words: NullTranslations) -> dict[str, Any]:
    return {"text": _text(told, words), "hidden": isinstance(told, Suppressed)}


def _text(told: ImportedMessage, words: NullTranslations) -> str:
    return words.gettext(HIDDEN[told]) if isinstance(told, Suppressed) else str(told)


def _rows(report: Report, words: NullTranslations) -> Iterable[list[str]]:
    """Yield the lines of a period: every number with its total before it, then how long people waited."""
    period = report.period
    begin = [_title(period, words), period.first.isoformat(), period.last.isoformat()]
    names = _part_names(words)
    for what, name in COUNTS.items():
        yield [*begin, words.gettext(name), "", "", _text(report.totals[what], words)]
        for split, title in SPLITS.items():
            for part, told in report.parts.get((what, split), {}).items():
                yield [*begin, words.gettext(name), words.gettext(title), names[part], _text(told, words)]
    few = words.gettext("too few to say")
    for title, minutes in (
        (_("Half waited at most, in minutes"), report.waits.half if report.waits else few),
        (_("Nine of ten waited at most, in minutes"), report.waits.nine_of_ten if report.waits else few),
    ):
        yield [*begin, words.gettext(title), "", "", str(minutes)]


def _part_names(words: NullTranslations) -> dict[str, str]:
    languages = {language.value: LANGUAGES[language] for language in Language}
    outcomes = {outcome.value: name for outcome, name in OUTCOMES.items()}
    return {part: words.gettext(name) for part, name in {**languages, **CHANNELS, **outcomes}.items()}
