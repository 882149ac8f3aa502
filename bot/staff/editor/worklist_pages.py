"""The work list: what waits for an editor, each with the way to its page."""

from collections.abc import Mapping
from typing import Any

from litestar import Response, get

from bot.guidance.revisions import Part
from bot.i18n import mark as _
from bot.japan import TOKYO
from bot.language import Language
from bot.staff.context import AnyRequest, Me, Staff
from bot.staff.editor import labels
from bot.staff.editor.context import EDIT, Editor, EditorContext
from bot.staff.editor.item_list import BUTTON, histories_of, kind_of
from bot.staff.editor.item_view import clock, names_of
from bot.staff.editor.worklist import Job, WorklistItem, worklist

JOBS: Mapping[Job, tuple[str, str]] = {
    Job.EMERGENCY: (_("Published in an emergency"), _("People read it already. Somebody else has to look at it now.")),
    Job.IN_REVIEW: (_("Waiting for a review"), _("Somebody who did not write it reads it and lets it out.")),
    Job.OVERDUE: (_("Facts to look up again"), _("Open the source, compare, and note that it was checked today.")),
    Job.UNVERIFIED: (_("Facts nobody has confirmed"), _("Find an official page or call there, then write down the source.")),
    Job.OUT_OF_DATE: (_("Translations that fell behind"), _("The other language says something new; people still read the old words here.")),
    Job.UPGRADED: (_("New shipped texts"), _("An upgrade brought another text than the one you changed. Read both and choose.")),
    Job.DRAFT: (_("Drafts"), _("Begun, and not handed in yet.")),
    Job.UNCONFIRMED: (_("To be confirmed"), _("The note of each says who has not confirmed it yet: PAPS, a lawyer, the police.")),
}  # fmt: skip
"""What each part of the list is called, and what is to be done."""


@get("/guidance/work", opt=EDIT)
async def work(request: AnyRequest, me: Me, staff: Staff, editor: Editor) -> Response[str]:
    """Show what needs work."""
    words, language = staff.interface[me.account.language], me.account.language
    async with editor.editing.book.look() as drafts:
        revisions = await drafts.revisions()
        emergencies = await drafts.publications(unreviewed=True)
    histories = histories_of(editor.editing.shipped, revisions)
    today = staff.clock.now().astimezone(TOKYO).date()
    found = worklist(histories, emergencies=emergencies, catalogue=editor.live, today=today)
    names = names_of(await staff.accounts.everybody())
    return staff.page(
        request,
        "editor/work.html",
        jobs=[
            {
                "key": job.value,
                "title": words.gettext(JOBS[job][0]),
                "what": words.gettext(JOBS[job][1]),
                "rows": [_row(todo, editor, language, names) for todo in todos],
            }
            for job, todos in found.items()
        ],
        kinds={kind.value: words.gettext(name) for kind, name in labels.KINDS.items()},
        languages={one.value: words.gettext(name) for one, name in labels.LANGUAGES.items()},
        total=sum(len(todos) for todos in found.values()),
    )


def _row(todo: WorklistItem, editor: EditorContext, language: Language, names: Mapping[str, str]) -> dict[str, Any]:
    return {
        "href": f"/guidance/{todo.item.part.value}/{todo.item.key}",
        "key": todo.item.key,
        "kind": kind_of(todo.item).value,
        "first": first_words(editor, todo, language),
        "lang": todo.language.value if todo.language else "",
        "who": names.get(todo.by, "") if todo.by else "",
        "when": clock(todo.at) if todo.at else "",
        "day": todo.day.isoformat() if todo.day else "",
        "note": todo.note,
    }


def first_words(editor: EditorContext, todo: WorklistItem, language: Language) -> str:
    """Return what tells editors which item it is: its first line, of a fact its name; empty for opening hours."""
    live, item = editor.live, todo.item
    if item.part is Part.WORDS:
        text = live.words.text(item.key, language=language) or item.key.removeprefix(BUTTON)
        return text.partition("\n")[0]
    tables = {Part.CONTACT: live.contacts, Part.LINK: live.links, Part.PLATFORM: live.platforms}
    found: Any = tables.get(item.part, {}).get(item.key)
    return str(found.name[language]) if found else ""
