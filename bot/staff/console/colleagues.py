"""Colleagues who are on duty, and how many chats each can still take."""

from collections.abc import Sequence
from typing import Any

from bot.conversation.handover.snapshot import OnDuty
from bot.conversation.model import CounsellorId
from bot.language import Language
from bot.staff.console.context import ConsoleContext
from bot.staff.context import StaffContext


async def colleagues_of(staff: StaffContext, console: ConsoleContext, *, own: CounsellorId) -> Sequence[dict[str, Any]]:
    """Return who is on duty but oneself, with id, name and free places, for the templates."""
    present = [one for one in await console.presence.present() if one.id != own]
    if not present:
        return []
    load = await console.conversations.counsellor.load()
    names = {CounsellorId(account.id): account.display_name for account in await staff.accounts.everybody()}
    return [
        {
            "id": one.id,
            "name": names[one.id],
            "free": max(0, one.most - load.get(one.id, 0)),
            "languages": sorted(one.languages),
        }
        for one in present
        if one.id in names
    ]


def in_their_languages(rows: Sequence[dict[str, Any]], duty: OnDuty | None) -> Sequence[dict[str, Any]]:
    """Return the queue as one counsellor sees it: live danger first, then who writes in a language of theirs, each in order."""
    spoken = duty.languages if duty else frozenset(Language)
    marked = [{**row, "foreign": row["lang"] not in spoken} for row in rows]
    return sorted(marked, key=lambda row: (not row["danger"] or row["later"], row["foreign"]))
