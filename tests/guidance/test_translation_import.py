"""There and back: a translator's file becomes drafts, nothing by half, and what was exported comes back as it was."""

import io
import shutil
import subprocess
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.container import ROOT
from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import FileBroken
from bot.guidance.questions import PREFIX
from bot.guidance.revisions import Item, Part
from bot.guidance.translation_import import LARGEST_FILE, ImportOutcome
from bot.language import Language
from bot.store.guidance_export import words_file
from bot.store.po_file import as_po, read_words
from tests.guidance.room import AKI, CRISIS, MENU, NEW, UME, Room
from tests.guidance.translation_files import FILES, SPECIAL, WORDS, opened_room, po, taken_in


@pytest.fixture
async def room(tmp_path: Path, catalogue: Catalogue) -> AsyncIterator[Room]:
    async with opened_room(tmp_path, catalogue) as opened:
        yield opened


@settings(max_examples=40)
@given(st.one_of(WORDS, SPECIAL))
def test_any_words_come_back_as_they_were(text: str) -> None:
    written = as_po(ROOT / words_file(Language.EN), {"menu": text})
    assert {line.key: line.text for line in read_words(written, language=Language.EN)}["menu"] == text
    read = read_po(io.BytesIO(written.encode())).get("menu")
    assert read is not None
    assert read.string == text
    entry = polib.pofile(written, wrapwidth=0).find("menu")
    assert entry is not None
    assert entry.msgstr == text


@settings(max_examples=40)
@given(st.one_of(WORDS, SPECIAL))
def test_what_a_translators_tool_wrote_is_read_as_it_was(text: str) -> None:
    file = polib.pofile(str(ROOT / words_file(Language.JA)))
    entry = file.find("menu")
    assert entry is not None
    entry.msgstr = text
    assert {line.key: line.text for line in read_words(str(file), language=Language.JA)}["menu"] == text


async def test_an_export_that_is_taken_in_again_makes_no_draft(room: Room) -> None:
    await room.published()
    published = await room.book.published()
    for language in Language:
        ours = FILES.words(published, language=language)
        held_conversation = str(polib.pofile(ours))  # another tool's line breaks and order of headers
        for text in (ours, held_conversation, ours.replace("\n", "\r\n"), f"\ufeff{ours}"):
            told = await taken_in(room, text, language=language)
            assert Counter(one.fate for one in told.values()) == {
                ImportOutcome.SAME: len(FILES.shipped.all_items()) - len(facts()) - len(answers())
            }
    async with room.book.work() as drafts:
        assert len(await drafts.revisions()) == 2


def answers() -> list[Item]:
    """Return the answers of questions, whose words are not in the `.po` files."""
    return [item for item in FILES.shipped.all_items() if item.key.startswith(PREFIX)]


def facts() -> list[Item]:
    return [item for item in FILES.shipped.all_items() if item.part is not Part.WORDS]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext's tools are not on this machine")
@pytest.mark.parametrize("language", Language)
def test_gettexts_own_tool_finds_nothing_wrong_with_an_export(tmp_path: Path, language: Language) -> None:
    file = tmp_path / "words.po"
    file.write_text(as_po(ROOT / words_file(language), {"menu": 'a "b" \\ c\n😀'}), encoding="utf-8")
    command = ["msgfmt", "--check-format", "--check-header", "-o", str(tmp_path / "words.mo"), str(file)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).returncode == 0


async def test_what_differs_becomes_a_draft_and_nobody_sees_it(room: Room) -> None:
    told = await taken_in(
        room, po(("menu", NEW[Language.EN]), ("greet", str(room.shipped.words.text("greet", language=Language.EN))))
    )
    assert {key: one.fate for key, one in told.items()} == {"menu": ImportOutcome.DRAFTED, "greet": ImportOutcome.SAME}
    history = await room.editing.history(MENU)
    draft = history.open(Language.EN)
    assert draft is not None
    assert (draft.body, draft.author) == (NEW[Language.EN], AKI.id)
    assert await room.seen("menu", Language.EN) == room.shipped.words.text("menu", language=Language.EN)
    again = await taken_in(room, po(("menu", NEW[Language.EN])))
    assert again["menu"].fate is ImportOutcome.SAME


async def test_the_draft_of_a_colleague_and_what_is_in_review_stay(room: Room) -> None:
    held_conversation = await room.drafted(MENU, Language.EN, "Theirs.", by=UME, submit=False)
    own = await room.drafted(CRISIS, Language.EN, "Mine, in review.", by=AKI)
    told = await taken_in(room, po(("menu", "From the file."), ("crisis.suicide", "From the file.")))
    assert {one.fate for one in told.values()} == {ImportOutcome.TAKEN}
    for item, body in ((MENU, held_conversation.body), (CRISIS, own.body)):
        draft = (await room.editing.history(item)).open(Language.EN)
        assert draft is not None
        assert draft.body == body


async def test_what_cannot_be_taken_in_is_named_and_the_rest_is_taken(room: Room) -> None:
    text = po(
        ("menu", "Fine."),
        ("no.such.entry", "Hello."),
        ("greet", "<b>Hello</b>"),
        ("thanks", "Hello\u202e"),
        ("deny.open", "Hello\u2028you"),
        ("goodbye", ""),
        ("privacy", "a" * 100_000),
        ("counsellor.joined", "Nobody is named."),
    )
    text += '\n#, fuzzy\nmsgid "chitchat"\nmsgstr "Perhaps."\n\nmsgctxt "x"\nmsgid "cost"\nmsgstr "Free."\n'
    text += '\nmsgid "identify"\nmsgid_plural "identifies"\nmsgstr[0] "a"\nmsgstr[1] "b"\n'
    text += '\nmsgid "human"\nmsgstr "One."\n\nmsgid "human"\nmsgstr "Two."\n'
    told = await taken_in(room, text)
    assert {key: one.fate for key, one in told.items()} == {
        "menu": ImportOutcome.DRAFTED,
        "no.such.entry": ImportOutcome.UNKNOWN,
        "greet": ImportOutcome.UNFIT,
        "thanks": ImportOutcome.UNFIT,
        "deny.open": ImportOutcome.UNFIT,
        "goodbye": ImportOutcome.UNFIT,
        "privacy": ImportOutcome.UNFIT,
        "counsellor.joined": ImportOutcome.DRAFTED,
        "chitchat": ImportOutcome.FUZZY,
        "cost": ImportOutcome.ODD,
        "identify": ImportOutcome.ODD,
        "human": ImportOutcome.TWICE,
    }
    assert [finding.fault.value for finding in told["counsellor.joined"].findings] == ["missing_placeholder"]
    lines = text.split("\n")
    for one in told.values():
        assert f'"{one.key}"' in "\n".join(lines[one.line - 1 : one.line + 1]), one


@pytest.mark.parametrize(
    ("text", "why", "line"),
    [
        ('msgid "menu"\nmsgstr "fine"\n\nmsgid "greet"\nmsgstr "open\n', "quotes", 5),
        ('msgid "menu"\nmsgstr "fi"ne"\n', "quotes", 2),
        ("msgid menu\n", "line", 1),
        ("<html><body>Hello</body></html>", "line", 1),
        ('msgid "menu"\nmsgstr "a\x07b"\n', "control", 2),
        ('msgid "menu"\nmsgstr "fine"\n\nmsgid "greet"\n', "half", 5),
        ('msgstr "fine"\n', "half", 1),
        ('msgid "menu"\nmsgstr "fine"\n\nmsgstr "another"\n', "half", 4),
        ('"fine"\nmsgid "menu"\nmsgstr "fine"\n', "half", 1),
        ('msgid "menu"\nmsgid "greet"\nmsgstr "fine"\n', "half", 2),
        ('msgid ""\nmsgstr "Language: ja\\n"\n\nmsgid "menu"\nmsgstr "fine"\n', "language", 0),
        ("", "nothing", 0),
        ("# only a comment\n", "nothing", 0),
        ("#" * (LARGEST_FILE + 1), "large", 0),
    ],
)
async def test_a_broken_file_is_refused_as_a_whole_with_line_and_reason(
    room: Room, text: str, why: str, line: int
) -> None:
    with pytest.raises(FileBroken) as refused:
        await taken_in(room, text)
    assert refused.value.why == why
    assert refused.value.line == line
    async with room.book.work() as drafts:
        assert await drafts.revisions() == []


@given(st.text(max_size=200))
def test_whatever_is_pasted_is_read_or_refused(text: str) -> None:
    with suppress(FileBroken):
        (line,) = read_words(f'msgid "menu"\nmsgstr "{text}"\n', language=Language.EN)
        assert line.key == "menu"
