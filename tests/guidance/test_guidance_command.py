"""`python -m bot guidance export|import` on the server: files out, drafts in, everything written down."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from bot.container import ROOT, SystemClock, load_baseline
from bot.guidance.approval import Actor, current_revision
from bot.guidance.revisions import EditorId
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.store.database import open_database
from bot.store.guidance_export import FILES, words_file
from bot.store.revisions import SqlGuidanceBook
from tests.guidance.room import MENU, NEW
from tests.test_commands import run
from tests.test_staff_command import Server


class StaffContext(Server):
    """The server, with an editor called Aki and an auditor called Ume."""

    def guidance(self, *words: str | Path) -> tuple[int, str, str]:
        done = run(self.root, "guidance", *map(str, words), env=self.env)
        return done.returncode, done.stdout, done.stderr

    def log(self) -> list[tuple[str, str]]:
        with sqlite3.connect(self.file) as database:
            return database.execute("SELECT action, reason FROM action_log ORDER BY number").fetchall()[2:]

    def publish(self) -> None:
        """Publish the menu in both languages."""

        async def go() -> None:
            engine = open_database(self.env["BOT_DATABASE_URL"])
            editing = Editing(
                book=SqlGuidanceBook(engine, log_key=b"k" * 32), shipped=load_baseline(), clock=SystemClock()
            )
            made = []
            for language, text in NEW.items():
                expects = current_revision(await editing.history(MENU), language)
                one = await editing.save(MENU, language, text, by=Actor(id=EditorId("a" * 32)), expects=expects)
                await editing.submit(one.id, by=Actor(id=EditorId("a" * 32)))
                made.append(one.id)
            await editing.publish(made, by=Actor(id=EditorId("b" * 32)))
            await engine.dispose()

        asyncio.run(go())


@pytest.fixture
def office(root: Path, tmp_path: Path) -> StaffContext:
    made = StaffContext(root, tmp_path)
    assert run(root, "migrate", env=made.env).returncode == 0
    for name, role in (("aki", "editor"), ("ume", "auditor")):
        assert made.staff("add", name, "--role", role).returncode == 0
    return made


def test_an_export_writes_what_is_published_and_nothing_where_nothing_is(office: StaffContext, tmp_path: Path) -> None:
    places = [*map(words_file, Language), *FILES.values()]
    before = {place: (ROOT / place).read_bytes() for place in places}
    assert office.guidance("export") == (0, "guidance: nothing to write\n", "")
    assert {place: (ROOT / place).read_bytes() for place in places} == before

    office.publish()
    into = tmp_path / "repository"
    code, said, _ = office.guidance("export", "--into", into)
    assert (code, said.splitlines()[-1]) == (0, "guidance: 6 file(s) written")
    for place in places:
        is_changed = place.endswith(".po")
        assert ((into / place).read_bytes() != before[place]) is is_changed
        assert not list((into / place).parent.glob("*.new"))
    assert office.guidance("export", "--into", into)[1] == "guidance: nothing to write\n"
    exported = [reason for action, reason in office.log() if action == "guidance_exported"]
    assert exported == ["publication.0", "publication.1", "publication.1"]


def test_an_import_makes_drafts_and_says_what_it_left_out(office: StaffContext, tmp_path: Path) -> None:
    file = tmp_path / "words.po"
    file.write_text('msgid "menu"\nmsgstr "Choose: {nothing}"\n\nmsgid "no.such"\nmsgstr "x"\n', encoding="utf-8")
    code, said, left = office.guidance("import", file, "--language", "en", "--by", "aki")
    assert code == 1
    assert said.splitlines() == [
        f"{file}:1: menu: now a draft [unknown_placeholder {{nothing}}]",
        "guidance: 1 draft(s), 0 unchanged, 1 left out",
    ]
    assert left.strip() == f"{file}:4: no.such: left out: there is no such entry"
    again = office.guidance("import", file, "--language", "en", "--by", "aki")
    assert again[1] == "guidance: 0 draft(s), 1 unchanged, 1 left out\n"
    assert [action for action, _ in office.log()] == ["guidance_drafted", "guidance_imported", "guidance_imported"]


def test_an_import_that_cannot_be_read_or_is_nobodys_changes_nothing(office: StaffContext, tmp_path: Path) -> None:
    file = tmp_path / "words.po"
    file.write_text('msgid "menu"\nmsgstr "open\n', encoding="utf-8")
    assert office.guidance("import", file, "--language", "en", "--by", "aki") == (
        1, "", f"{file}:2: a quotation mark is missing or one too many. Nothing was imported.\n",
    )  # fmt: skip
    assert office.guidance("import", tmp_path / "none.po", "--language", "en", "--by", "aki")[0] == 1
    file.write_bytes(b"\xff\xfe")
    assert office.guidance("import", file, "--language", "en", "--by", "aki")[0] == 1
    assert office.guidance("import", file, "--language", "en", "--by", "ume")[::2] == (
        2, "ume may not change the guidance.\n",
    )  # fmt: skip
    assert office.guidance("import", file, "--language", "en", "--by", "nobody")[0] == 2
    assert office.guidance("import", file, "--language", "fr", "--by", "aki")[0] == 2
    assert office.log() == []


def test_the_help_pages_are_exported_with_what_is_published(office: StaffContext, tmp_path: Path) -> None:
    into = tmp_path / "site"
    code, said, told = office.guidance("export-site", into, "--url", "https://help.example.org")
    assert (code, told) == (0, "")
    assert said.startswith("guidance: ")
    assert (into / "sitemap.xml").exists()
    page = into / "ja" / "under-18-police.html"
    assert page.stat().st_mode & 0o777 == 0o644
    (into / "ja" / "of-yesterday.html").write_text("old", encoding="utf-8")
    (into / "notes.txt").write_text("mine", encoding="utf-8")
    again = office.guidance("export-site", into)[1]
    assert again.endswith(" 0 of them new\n")
    assert not (into / "ja" / "of-yesterday.html").exists()
    assert (into / "notes.txt").exists()


def test_the_help_pages_are_exported_with_the_database_gone(root: Path, tmp_path: Path) -> None:
    nowhere = StaffContext(root, tmp_path)
    code, _, told = nowhere.guidance("export-site", tmp_path / "site")
    assert code == 0
    assert told == "guidance: the database cannot be read: these are the shipped words and facts\n"
    assert (tmp_path / "site" / "en" / "index.html").exists()
