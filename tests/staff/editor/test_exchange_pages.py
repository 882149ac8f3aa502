"""The page for files: what is published is taken out and written down; a translator's words come in as drafts, or stay in the box."""

import html
import re

import pytest

from bot.guidance.translation_import import LARGEST_FILE
from bot.language import Language
from tests.staff.editor.editor_site import MENU, Room

NEW = {Language.JA: "なにを知りたいですか。", Language.EN: "What would you like to know?"}
PASTE = 'msgid "menu"\nmsgstr "What would you like to know?"\n'


def box(page: str) -> str:
    """Return what stands in the box, as a browser reads it."""
    (inside,) = re.findall(r"<textarea[^>]*>\n?(.*?)</textarea>", page, re.DOTALL)
    return html.unescape(inside)


async def test_every_file_can_be_taken_out_and_it_is_written_down_by_whom(room: Room) -> None:
    await room.published(MENU, {Language.JA: NEW[Language.JA], Language.EN: NEW[Language.EN]})
    names = re.findall(r'href="/guidance/exchange/([^"]+)"', await room.page("/guidance/exchange"))
    assert len(names) == 6
    for name in names:
        answer = await room.aki.opens(f"/guidance/exchange/{name}")
        assert answer.status_code == 200
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["content-disposition"] == f'attachment; filename="{name}"'
        assert (NEW[Language.JA] in answer.text) == (name == "guidance.ja.po")
    assert (await room.site.actions()).count("guidance_exported") == 6
    async with room.site.staff.book.work() as records:
        entries = await records.log.entries(most=6)
    assert {str(entry.staff) for entry in entries} == {room.aki.id}
    assert [entry.reason for entry in reversed(entries)] == names
    await room.page("/guidance/exchange/entries.yml", status=404)


async def test_what_differs_becomes_a_draft_of_who_pasted_it(room: Room) -> None:
    answer = await room.aki.sends("/guidance/exchange", language="en", text=PASTE.replace("\n", "\r\n"))
    assert answer.status_code == 200
    assert "Now drafts" in answer.text
    assert box(answer.text) == ""
    draft = (await room.editing.history(MENU)).open(Language.EN)
    assert draft is not None
    assert (draft.body, str(draft.author)) == (NEW[Language.EN], room.aki.id)
    assert (await room.site.actions())[-2:] == ["guidance_drafted", "guidance_imported"]


async def test_a_whole_export_can_be_pasted_back_in_both_languages(room: Room) -> None:
    for language in Language:
        text = (await room.aki.opens(f"/guidance/exchange/guidance.{language.value}.po")).text
        answer = await room.aki.sends("/guidance/exchange", language=language.value, text=text)
        assert answer.status_code == 200
        assert "Unchanged" in answer.text
        assert "Now drafts" not in answer.text
        assert "Left out" not in answer.text


async def test_what_is_left_out_is_named_with_its_line_and_stays_in_the_box(room: Room) -> None:
    await room.drafted(MENU, Language.EN, "Theirs.")
    text = PASTE + '\nmsgid "no.such"\nmsgstr "x"\n\nmsgid "greet"\nmsgstr "<script>alert(1)</script>"\n'
    page = (await room.aki.sends("/guidance/exchange", language="en", text=text)).text
    assert box(page) == text
    for said in ("a colleague has a draft", "no such entry", "cannot be kept", "Line 1:", "Line 4:", "Line 7:"):
        assert said in page
    assert "<script>alert" not in page
    draft = (await room.editing.history(MENU)).open(Language.EN)
    assert draft is not None
    assert draft.body == "Theirs."


@pytest.mark.parametrize(
    ("language", "text", "says"),
    [
        ("en", 'msgid "menu"\nmsgstr "open\n', "Line 2:"),
        ("en", "<b>Hello</b>", "no line of a .po file"),
        ("en", 'msgid "menu"\nmsgstr "a\x08b"\n', "nobody can see"),
        ("en", "a" * 100_000, "no line of a .po file"),
        ("en", "#" * (LARGEST_FILE + 1), "too long"),
        ("", PASTE, "choose the language"),
        ("xx", PASTE, "choose the language"),
        ("ja", f'msgid ""\nmsgstr "Language: en\\n"\n\n{PASTE}', "in the other language"),
        ("en", "", "no message in it"),
    ],
)
async def test_what_cannot_be_read_is_refused_in_words_and_kept_in_the_box(
    room: Room, language: str, text: str, says: str
) -> None:
    answer = await room.aki.sends("/guidance/exchange", language=language, text=text)
    assert answer.status_code == 422
    assert says in html.unescape(answer.text)
    assert "Nothing was taken in." in answer.text
    assert box(answer.text) == text
    async with room.editing.book.work() as drafts:
        assert await drafts.revisions() == []


async def test_a_text_that_begins_with_an_empty_line_keeps_it(room: Room) -> None:
    answer = await room.aki.sends("/guidance/exchange", language="en", text="\n\nwrong")
    assert box(answer.text) == "\n\nwrong"
