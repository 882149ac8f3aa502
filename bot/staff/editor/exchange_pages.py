"""In and out: what is published as files for the repository and for translators, and a translator's words as drafts."""

from collections import Counter
from collections.abc import Mapping, Sequence
from gettext import NullTranslations
from typing import Any

from litestar import Response, get, post
from litestar.exceptions import NotFoundException
from litestar.params import FromPath

from bot.action_log import Action
from bot.guidance.errors import FileBroken
from bot.guidance.revisions import Part
from bot.guidance.rules import Fault
from bot.guidance.translation_import import LARGEST_FILE, ImportedMessage, ImportOutcome, import_words
from bot.i18n import mark as _
from bot.language import Language
from bot.staff.context import AnyRequest, Me, SignedIn, Staff, StaffContext
from bot.staff.editor import labels
from bot.staff.editor.context import EDIT, Editor, as_editor
from bot.staff.editor.forms import ImportForm
from bot.web.forms import Form

LARGEST_PASTE = 2 * 1024 * 1024
"""Bytes of the form: what is too long is given back with a word, not thrown away."""
WORDS: Mapping[str, Language] = {f"guidance.{language.value}.po": language for language in Language}
FACTS: Mapping[str, Part] = {
    "contacts.yml": Part.CONTACT,
    "links.yml": Part.LINK,
    "platforms.yml": Part.PLATFORM,
    "opening_hours.yml": Part.HOURS,
}
TITLES: Mapping[str, str] = {
    "guidance.ja.po": _("All words, Japanese"),
    "guidance.en.po": _("All words, English"),
    "contacts.yml": _("Contacts"),
    "links.yml": _("Links and laws"),
    "platforms.yml": _("Places"),
    "opening_hours.yml": _("Opening hours"),
}
BROKEN: Mapping[str, str] = {
    "large": _("It is too long: a whole file has far fewer characters."),
    "control": _("There is a character in it that nobody can see."),
    "quotes": _("A quotation mark is missing, or there is one too many."),
    "line": _("This is no line of a .po file."),
    "half": _("A message is not complete: each needs a msgid and a msgstr."),
    "unreadable": _("It cannot be read as a .po file."),
    "language": _("The file says itself that it is in the other language."),
    "nothing": _("There is no message in it."),
}
"""Why a file cannot be read."""
FATES: Mapping[ImportOutcome, str] = {
    ImportOutcome.DRAFTED: _("Now drafts"),
    ImportOutcome.TAKEN: _("Left out: a colleague has a draft of it, or it is in review"),
    ImportOutcome.UNFIT: _("Left out: it cannot be kept"),
    ImportOutcome.FUZZY: _("Left out: marked as unsure (fuzzy)"),
    ImportOutcome.UNKNOWN: _("Left out: there is no such entry"),
    ImportOutcome.TWICE: _("Left out: it is in the file twice"),
    ImportOutcome.ODD: _("Left out: it has a plural or a context"),
    ImportOutcome.SAME: _("Unchanged"),
}
"""What became of messages, in this order."""


@get("/guidance/exchange", opt=EDIT)
async def exchange(request: AnyRequest, me: Me, staff: Staff) -> Response[str]:
    """Offer the files, and a box for a translator's."""
    return _page(request, me, staff)


@get("/guidance/exchange/{name:str}", opt=EDIT)
async def download(me: Me, staff: Staff, editor: Editor, name: FromPath[str]) -> Response[str]:
    """Return one file with what is published in it, and write down who took it."""
    if name not in TITLES:
        raise NotFoundException
    published = await editor.editing.book.published()
    language = WORDS.get(name)
    text = (
        editor.files.words(published, language=language)
        if language
        else editor.files.facts(published, part=FACTS[name])
    )
    async with editor.editing.book.work() as drafts:
        by, at = as_editor(me).id, staff.clock.now()
        await drafts.log_action(Action.GUIDANCE_EXPORTED, by=by, at=at, about="", reason=name)
    return Response(
        text,
        media_type="text/x-gettext-translation; charset=utf-8" if language else "text/yaml; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@post("/guidance/exchange", opt=EDIT, request_max_body_size=LARGEST_PASTE, status_code=200)
async def take_in(request: AnyRequest, me: Me, staff: Staff, editor: Editor, data: Form[ImportForm]) -> Response[str]:
    """Make drafts of a translator's words; what was pasted stays in the box unless all of it was taken in."""
    text = data.text
    if data.language not in set(Language):
        return _page(request, me, staff, typed=text, broken=FileBroken("choose"))
    language = Language(data.language)
    try:
        lines = editor.files.read(text, language=language)
    except FileBroken as broken:
        return _page(request, me, staff, typed=text, language=language, broken=broken)
    told = await import_words(editor.editing, lines, language=language, by=as_editor(me))
    is_left = any(one.fate not in (ImportOutcome.DRAFTED, ImportOutcome.SAME) for one in told)
    return _page(request, me, staff, typed=text if is_left else "", language=language, told=told)


def _page(
    request: AnyRequest,
    me: SignedIn,
    staff: StaffContext,
    *,
    typed: str = "",
    language: Language | None = None,
    broken: FileBroken | None = None,
    told: Sequence[ImportedMessage] = (),
) -> Response[str]:
    words = staff.interface[me.account.language]
    became = Counter(one.fate for one in told)
    return staff.page(
        request,
        "editor/exchange.html",
        status=422 if broken else 200,
        files=[(name, words.gettext(title)) for name, title in TITLES.items()],
        languages=[(one.value, words.gettext(name)) for one, name in labels.LANGUAGES.items()],
        typed=typed[: 2 * LARGEST_FILE],
        chosen=language.value if language else "",
        broken=_broken(broken, words) if broken else None,
        told=[
            {
                "fate": fate.value,
                "title": words.gettext(title),
                "number": became[fate],
                "rows": [_row(one, words) for one in told if one.fate is fate and fate is not ImportOutcome.SAME],
            }
            for fate, title in FATES.items()
            if became[fate]
        ],
    )


def _broken(broken: FileBroken, words: NullTranslations) -> dict[str, Any]:
    why = _("Please choose the language of the words.") if broken.why == "choose" else BROKEN[broken.why]
    return {"line": broken.line, "why": words.gettext(why)}


def _row(one: ImportedMessage, words: NullTranslations) -> dict[str, Any]:
    found = [words.gettext(labels.FINDINGS[finding.fault]) % {"about": finding.about} for finding in one.findings]
    if one.fate is ImportOutcome.UNFIT and not found:
        found = [words.gettext(labels.FINDINGS[Fault.TOO_LONG]) % {"about": ""}]
    return {"key": one.key, "line": one.line, "found": found}
