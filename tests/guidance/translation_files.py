"""What the tests of the way in and out have in common."""

import difflib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import polib
from hypothesis import strategies as st

from bot.container import ROOT, load_baseline
from bot.guidance.catalogue import Catalogue
from bot.guidance.fact_json import as_text, fields_of
from bot.guidance.revisions import Item, Part, Published
from bot.guidance.translation_import import ImportedMessage, import_words
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.store.guidance_export import GuidanceFiles
from bot.store.revisions import SqlGuidanceBook
from tests.fakes.clock import StoppedClock
from tests.fakes.database import HASH, sqlite_database
from tests.guidance.room import AKI, PAPS, Room

Bodies = dict[tuple[Item, Language | None], str]
NOTHING = Published(version=0, bodies={})
FILES = GuidanceFiles(root=ROOT, shipped=load_baseline())
LINK, PLACE = Item(part=Part.LINK, key="x_report"), Item(part=Part.PLATFORM, key="x")
HOURS_NOW = {
    "shifts": [{"days": ["mon", "fri"], "begin": "10:00", "until": "02:00"}],
    "closed_on_holidays": False,
    "closed": ["2026-12-31", "2027-01-01"],
}
WORDS = st.text(
    st.characters(exclude_categories=("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"), include_characters="\n"), max_size=300
)
SPECIAL = st.lists(
    st.sampled_from(['"', "\\", "\n", "\\n", "{platform}", "😀", "𠮷", "#", "%", '\\"', "。", 'msgid "x"', " "]),
    max_size=20,
).map("".join)


@asynccontextmanager
async def opened_room(folder: Path, catalogue: Catalogue) -> AsyncIterator[Room]:
    """Give editing over a database of its own."""
    async with sqlite_database(folder) as database:
        book = SqlGuidanceBook(database.engine, log_key=HASH)
        editing = Editing(book=book, shipped=load_baseline(), clock=StoppedClock())
        yield Room(editing, book, database, catalogue)


def contact(**changed: str) -> str:
    return as_text({**fields_of(FILES.shipped.bodies(PAPS)[None]), **changed})


def differences(published: Published) -> dict[str, list[str]]:
    """Return the lines that an export changes, by file."""
    found = {}
    for place, text in FILES.everything(published).items():
        before = (ROOT / place).read_text(encoding="utf-8").splitlines()
        lines = difflib.unified_diff(before, text.splitlines(), n=0, lineterm="")
        found[place] = [line for line in lines if not line.startswith(("---", "+++", "@@"))]
    return {place: lines for place, lines in found.items() if lines}


async def taken_in(room: Room, text: str, *, language: Language = Language.EN) -> dict[str, ImportedMessage]:
    lines = FILES.read(text, language=language)
    return {one.key: one for one in await import_words(room.editing, lines, language=language, by=AKI)}


def po(*messages: tuple[str, str], before: str = "") -> str:
    entries = [polib.POEntry(msgid=key, msgstr=text) for key, text in messages]
    return before + "\n".join(str(entry) for entry in entries)
