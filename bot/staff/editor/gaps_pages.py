"""What people did not find: how often the guidance had no answer; small numbers are hidden."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from gettext import NullTranslations
from typing import Any

from litestar import Response, get

from bot.conversation.case import Gap
from bot.guidance.catalogue import Catalogue
from bot.guidance.revisions import Item, Part
from bot.i18n import mark as _
from bot.japan import TOKYO
from bot.language import Language
from bot.permissions import Permission
from bot.staff.console.labels import TOPICS
from bot.staff.console.suppression import Figure, ImportedMessage, Suppressed, told_together
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.editor import labels
from bot.staff.editor.context import EDIT, Editor, EditorContext
from bot.staff.editor.usage import UsageKind, usage_of
from bot.staff.guards import needs

GAPS: Mapping[Gap, tuple[str, str]] = {
    Gap.NOT_UNDERSTOOD: (_("Not understood"), _("The program asked again or offered buttons, because it could not read the words.")),
    Gap.SECOND_CHOICE: (_("The second choice was right"), _("The program took the words for something else; the person pressed the topic below it.")),
    Gap.UNANSWERED: (_("Nothing to say to it"), _("The program understood that it has no words for this.")),
}  # fmt: skip
SMALL_TALK: Mapping[str, str] = {
    "": _("No topic was heard"),
    "greet": _("A greeting"),
    "goodbye": _("Leaving"),
    "thanks": _("Thanks"),
    "affirm": _("“Yes”"),
    "deny": _("“No”"),
    "help_menu": _("What can be asked here"),
    "change_language": _("Another language"),
    "chitchat": _("Small talk"),
    "abusive_to_bot": _("Swearing"),
    "out_of_scope": _("Something else entirely"),
}
"""Intents that are not topics."""
HIDDEN: Mapping[Suppressed, str] = {Suppressed.FEW: _("fewer than 5"), Suppressed.LEFT_OUT: _("not shown")}
MONTH, WEEK = 30, 7
_UNCLEAR = "unclear"

Counted = Mapping[tuple[Gap, str, str], Mapping[date, int]]


@get("/guidance/gaps", opt=EDIT)
async def gaps(request: AnyRequest, me: Me, staff: Staff, editor: Editor) -> Response[str]:
    """Show editors what the guidance lacks."""
    return await _page(request, me, staff, editor)


@get("/statistics/gaps", opt=needs(Permission.SEE_STATISTICS))
async def gaps_in_statistics(request: AnyRequest, me: Me, staff: Staff, editor: Editor) -> Response[str]:
    """Show the same to those who see statistics."""
    return await _page(request, me, staff, editor)


async def _page(request: AnyRequest, me: SignedIn, staff: StaffContext, editor: EditorContext) -> Response[str]:
    words = staff.interface[me.account.language]
    today = staff.clock.now().astimezone(TOKYO).date()
    days = [today - timedelta(days=back) for back in range(WEEK)]
    counted = await _counted(editor, days)
    catalogue = editor.live if me.may(Permission.EDIT_GUIDANCE) else None
    leads = _leads(catalogue) if catalogue else {}
    return staff.page(
        request,
        "editor/gaps.html",
        days=[day.isoformat() for day in days],
        today=today.isoformat(),
        gaps=[
            {
                "key": gap.value,
                "title": words.gettext(title),
                "what": words.gettext(what),
                "rows": [
                    _row(intent, language, numbers, days, words) | {"entries": leads.get(intent, leads.get("", []))}
                    for (one, intent, language), numbers in _most_first(counted)
                    if one is gap
                ],
            }
            for gap, (title, what) in GAPS.items()
        ],
        edits=catalogue is not None,
    )


async def _counted(editor: EditorContext, days: Sequence[date]) -> Counted:
    """Return how often each gap showed on each of these days and, under the day before them, in the rest of the month."""
    counted: dict[tuple[Gap, str, str], dict[date, int]] = {}
    older = days[-1] - timedelta(days=1)
    for first, last in (*((day, day) for day in days), (days[0] - timedelta(days=MONTH - 1), older)):
        for gap, intent, language, number in await editor.gaps.gaps(first=first, last=last):
            counted.setdefault((gap, intent, language), {})[last] = number
    return counted


def _most_first(counted: Counted) -> list[tuple[tuple[Gap, str, str], Mapping[date, int]]]:
    return sorted(counted.items(), key=lambda row: (-sum(row[1].values()), row[0][1:]))


def told(numbers: Mapping[date, int], days: Sequence[date]) -> Mapping[str, ImportedMessage]:
    """Return what is told of one line: the month, the week and each of its days, none to be worked out from the others."""
    older = days[-1] - timedelta(days=1)
    periods = {"month": [*days, older], "week": days, **{day.isoformat(): [day] for day in days}}
    figures = [
        Figure(name=name, value=sum(numbers.get(day, 0) for day in within), grains=frozenset(within))
        for name, within in periods.items()
    ]
    return {str(name): value for name, value in told_together(figures).items()}


def _row(
    intent: str, language: str, numbers: Mapping[date, int], days: Sequence[date], words: NullTranslations
) -> dict[str, Any]:
    name = TOPICS.get(intent) or SMALL_TALK.get(intent)
    return {
        "title": words.gettext(name) if name else intent,
        "language": words.gettext(labels.LANGUAGES[Language(language)]) if language in set(Language) else language,
        "told": {
            name: {"text": words.gettext(HIDDEN[value]) if isinstance(value, Suppressed) else str(value), "hidden": isinstance(value, Suppressed)}
            for name, value in told(numbers, days).items()
        },
    }  # fmt: skip


def _leads(catalogue: Catalogue) -> Mapping[str, list[str]]:
    """Return the entries that each topic begins with; of no topic, those that ask again."""
    uses, leads = usage_of(catalogue), {"": [_UNCLEAR]}
    for key in catalogue.entries:
        for use in uses.of(Item(part=Part.WORDS, key=key)):
            if use.way is UsageKind.TOPIC:
                leads.setdefault(use.key, []).append(key)
    return leads
