"""`python -m bot guidance`: check the guidance, export what is published, import a translator's file as drafts."""

import argparse
import asyncio
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import sqlalchemy as sa

from bot.accounts import NoSuchAccount
from bot.action_log import COMMAND_LINE, Action
from bot.channels.webchat.help_export import FolderLinks, exported
from bot.channels.webchat.help_site import HelpSite
from bot.channels.webchat.site import FOLDER
from bot.container import (
    GUIDANCE,
    ROOT,
    SystemClock,
    load_baseline,
    load_catalogue,
    load_help,
    load_interface,
    staff_context,
)
from bot.guidance.approval import Actor
from bot.guidance.check import problems
from bot.guidance.check_report import report
from bot.guidance.errors import FileBroken
from bot.guidance.help_check import problems_of_help
from bot.guidance.help_pages import HelpPages
from bot.guidance.overlay import overlay
from bot.guidance.read_list import keys_to_read, reading_of, unread
from bot.guidance.revisions import EditorId
from bot.guidance.translation_import import ImportedMessage, ImportOutcome, import_words
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.permissions import Permission
from bot.presentation.views import Views
from bot.reading_grade import school_grade
from bot.settings import Settings
from bot.store.database import open_database
from bot.store.guidance_export import GuidanceFiles
from bot.store.read_list_file import READ_LIST, as_text, read_list
from bot.store.revisions import SqlGuidanceBook
from bot.web.pages import Pages

_FOLDER_MODE, _FILE_MODE = 0o755, 0o644
"""Anybody may read the exported pages: a web server runs under another account."""
_NOT_READY = "The database is not ready: `python -m bot migrate` brings it to the newest shape."
_BROKEN: Mapping[str, str] = {
    "large": "it is too large",
    "control": "there is a character in it that nobody can see",
    "quotes": "a quotation mark is missing or one too many",
    "line": "this is no line of a .po file",
    "half": "a message is not complete",
    "unreadable": "it cannot be read",
    "language": "its header names another language",
    "nothing": "there is no message in it",
}
_FATES: Mapping[ImportOutcome, str] = {
    ImportOutcome.DRAFTED: "now a draft",
    ImportOutcome.UNKNOWN: "left out: there is no such entry",
    ImportOutcome.FUZZY: "left out: marked as fuzzy",
    ImportOutcome.ODD: "left out: it has a plural or a context",
    ImportOutcome.TWICE: "left out: it is in the file twice",
    ImportOutcome.UNFIT: "left out: it cannot be kept",
    ImportOutcome.TAKEN: "left out: a colleague has a draft of it, or it is in review",
}


def check() -> int:
    """Print every problem, what is to be confirmed and the hardest texts; return the exit code, 1 if there is a problem."""
    catalogue = load_catalogue()
    found = [
        *catalogue.questions.faults,
        *problems(catalogue, today=date.today()),
        *problems_of_help(catalogue, load_help()),
        *unread(catalogue, read_list(GUIDANCE / READ_LIST)),
    ]
    for problem in found:
        print(problem, file=sys.stderr)
    for line in report(catalogue, grade=school_grade):
        print(line)
    print(f"guidance: {len(found)} problem(s)" if found else "guidance: no problem")
    return 1 if found else 0


def read(keys: Sequence[str], *, file: Path = GUIDANCE / READ_LIST) -> int:
    """Print entries in both languages and note that a person compared them; return 1 and write nothing if there is no such entry."""
    catalogue = load_catalogue()
    known = set(keys_to_read(catalogue))
    if unknown := [key for key in keys if key not in known]:
        print(f"There is no entry {', '.join(unknown)}.", file=sys.stderr)
        return 1
    found = {key: one for key, one in read_list(file).items() if key in known}
    for key in keys:
        print(f"{key}:")
        for language in Language:
            print(f"  {language}: {catalogue.words.text(key, language=language)}")
        found[key] = reading_of(catalogue, key, day=date.today())
    file.write_text(as_text(found), encoding="utf-8")
    print(f"guidance: {len(keys)} noted as read in both languages")
    return 0


def questions() -> int:
    """Print each question in one line and return the exit code: id, who asks it, wordings in each language, who is to confirm it."""
    found = load_catalogue().questions
    for question in found.values():
        wordings = " ".join(f"{language}:{len(question.wordings[language])}" for language in Language)
        roles, confirm = ",".join(role or "unknown" for role in question.roles) or "anybody", ",".join(question.confirm)
        print(f"{question.id:40} {wordings} {roles}{f' (confirm: {confirm})' if confirm else ''}")
    print(f"guidance: {len(found)} question(s)")
    return 0


async def exchange(settings: Settings, arguments: argparse.Namespace) -> int:
    """Export or import and return the exit code; a fault is one sentence on standard error and code 2."""
    engine = open_database(settings.database_url)
    book = SqlGuidanceBook(engine, log_key=settings.hash_key)
    try:
        if arguments.what == "export-site":
            return await _export_site(book, arguments, settings)
        if arguments.what == "export":
            return await _export(book, arguments.into)
        account = await staff_context(settings, engine).accounts.named(arguments.by)
        if account.disabled_at or Permission.EDIT_GUIDANCE not in account.permissions:
            print(f"{account.name} may not change the guidance.", file=sys.stderr)
            return 2
        return await _import(book, arguments, by=Actor(id=EditorId(account.id)))
    except NoSuchAccount:
        print("There is no account with that name: `python -m bot staff list` shows all.", file=sys.stderr)
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        print(_NOT_READY, file=sys.stderr)
    finally:
        await engine.dispose()
    return 2


async def _export(book: SqlGuidanceBook, into: Path) -> int:
    published = await book.published()
    files = GuidanceFiles(root=ROOT, shipped=load_baseline()).everything(published)
    changed = [place for place, text in files.items() if _write(into / place, text.encode())]
    for place in changed:
        print(into / place)
    for item in sorted(published.retired):
        print(f"{item.key} is out of use: take it out of data/guidance/entries.yml by hand.", file=sys.stderr)
    async with book.work() as drafts:
        by, at = EditorId(COMMAND_LINE), SystemClock().now()
        await drafts.log_action(
            Action.GUIDANCE_EXPORTED, by=by, at=at, about="", reason=f"publication.{published.version}"
        )
    print(f"guidance: {len(changed)} file(s) written" if changed else "guidance: nothing to write")
    return 0


async def _export_site(book: SqlGuidanceBook, arguments: argparse.Namespace, settings: Settings) -> int:
    """Write the help pages, with what is published if the database can be read; pages of the folder that are no more are removed."""
    catalogue, shown = overlay(load_catalogue(), on_hours=lambda _hours: None)
    try:
        shown.show(await book.published())
    except (sa.exc.OperationalError, sa.exc.ProgrammingError):
        print("guidance: the database cannot be read: these are the shipped words and facts", file=sys.stderr)
    interface = load_interface()
    site = HelpSite(
        guidance=HelpPages(catalogue=catalogue, plan=load_help()),
        views=Views(catalogue=catalogue, interface=interface, keep_hours=int(settings.keep.total_seconds() // 3600)),
        pages=Pages(FOLDER, interface=interface),
        links=FolderLinks(chat_url=settings.public_url),
        exit_url=settings.exit_url,
        operator=settings.operator,
    )
    files = dict(exported(site, served_at=arguments.url))
    changed = _write_site(arguments.folder, files)
    print(f"guidance: {len(files)} file(s) in {arguments.folder}, {changed} of them new")
    return 0


def _write_site(folder: Path, files: Mapping[str, bytes]) -> int:
    """Write the files, remove pages of an earlier export that are no more, and return how many files changed."""
    was_exported = (folder / "static" / "help.css").is_file()
    if not folder.exists():
        folder.mkdir(parents=True)
        folder.chmod(_FOLDER_MODE)
    changed = [name for name, content in files.items() if _write(folder / name, content)]
    for language in Language if was_exported else ():
        for page in (folder / language.value).glob("*.html"):
            if f"{language.value}/{page.name}" not in files:
                page.unlink()
    for name in files:
        (folder / name).chmod(_FILE_MODE)
    for within in {(folder / name).parent for name in files} - {folder}:
        within.chmod(_FOLDER_MODE)
    return len(changed)


def _write(file: Path, content: bytes) -> bool:
    """Replace a file in one step if its content has changed; its permissions stay the same."""
    if file.exists() and file.read_bytes() == content:
        return False
    file.parent.mkdir(parents=True, exist_ok=True)
    beside = file.with_name(f".{file.name}.new")
    beside.write_bytes(content)
    if file.exists():
        beside.chmod(file.stat().st_mode)
    beside.replace(file)
    return True


async def _import(book: SqlGuidanceBook, arguments: argparse.Namespace, *, by: Actor) -> int:
    shipped = load_baseline()
    try:
        text = arguments.file.read_text(encoding="utf-8")
        lines = GuidanceFiles(root=ROOT, shipped=shipped).read(text, language=arguments.language)
    except FileBroken as fault:
        where = f"{arguments.file}:{fault.line}" if fault.line else str(arguments.file)
        print(f"{where}: {_BROKEN[fault.why]}. Nothing was imported.", file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as fault:
        print(f"{arguments.file}: {type(fault).__name__}. Nothing was imported.", file=sys.stderr)
        return 1
    editing = Editing(book=book, shipped=shipped, clock=SystemClock())
    told = await import_words(editing, lines, language=arguments.language, by=by)
    for one in told:
        _print(one, arguments.file)
    became = Counter(one.fate for one in told)
    left = len(told) - became[ImportOutcome.DRAFTED] - became[ImportOutcome.SAME]
    print(
        f"guidance: {became[ImportOutcome.DRAFTED]} draft(s), {became[ImportOutcome.SAME]} unchanged, {left} left out"
    )
    return 1 if left else 0


def _print(one: ImportedMessage, file: Path) -> None:
    if one.fate is not ImportOutcome.SAME:
        found = " ".join(f"[{finding.fault.value} {finding.about}]".replace(" ]", "]") for finding in one.findings)
        stream = sys.stdout if one.fate is ImportOutcome.DRAFTED else sys.stderr
        print(f"{file}:{one.line}: {one.key}: {_FATES[one.fate]}", found, file=stream)


def run(arguments: argparse.Namespace, settings: Settings) -> int:
    """Run one of the commands that need the database."""
    return asyncio.run(exchange(settings, arguments))
