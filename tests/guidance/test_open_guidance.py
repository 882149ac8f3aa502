"""The published guidance as JSON, open to everybody: complete, dated, without drafts and without names."""

import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any, cast

import httpx
import pytest
from litestar import Litestar

from bot.channels.webchat.open_guidance import OpenGuidance, open_guidance_route
from bot.container import load_baseline
from bot.guidance.approval import Actor
from bot.guidance.catalogue import Catalogue
from bot.guidance.fact_json import as_text, fields_of
from bot.guidance.revisions import EditorId
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.store.revisions import SqlGuidanceBook
from tests.fakes.clock import StoppedClock
from tests.fakes.database import HASH, sqlite_database
from tests.guidance.room import MENU, NEW, PAPS, REPLY, Room


class Reader:
    """Somebody who reads it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        opened = OpenGuidance(book=room.book, shipped=load_baseline(), catalogue=room.shipped)
        site = Litestar([open_guidance_route(opened)], openapi_config=None, logging_config=None)
        transport = httpx.ASGITransport(app=cast("Any", site))
        self.http = httpx.AsyncClient(transport=transport, base_url="http://public")

    async def asks(self, known: str = "") -> httpx.Response:
        return await self.http.get("/guidance.json", headers={"If-None-Match": known} if known else {})

    async def reads(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads((await self.asks()).text)
        return found


@pytest.fixture
async def reader(tmp_path: Path, catalogue: Catalogue) -> AsyncIterator[Reader]:
    async with sqlite_database(tmp_path) as database:
        book = SqlGuidanceBook(database.engine, log_key=HASH)
        editing = Editing(book=book, shipped=load_baseline(), clock=StoppedClock())
        made = Reader(Room(editing, book, database, catalogue))
        yield made
        await made.http.aclose()


async def test_everything_that_is_shipped_is_there_in_both_languages(reader: Reader) -> None:
    found = await reader.reads()
    shipped = reader.room.shipped
    assert found["publication"] == 0
    assert list(found["entries"]) == list(shipped.entries)
    for name, table in (("contacts", shipped.contacts), ("links", shipped.links), ("places", shipped.platforms)):
        assert list(found[name]) == list(table)
    assert all(all(entry["words"][language] for language in Language) for entry in found["entries"].values())
    paps = found["contacts"]["paps"]
    assert (paps["phone"], paps["verified"], paps["published"]) == ("050-3177-5432", "2026-11-22", [])
    assert found["opening_hours"]["shifts"] == []


async def test_papers_are_in_it_with_every_line_in_both_languages(reader: Reader) -> None:
    papers = (await reader.reads())["papers"]
    assert list(papers) == list(reader.room.shipped.papers)
    assert all(
        all(line["words"][language] for language in Language) for one in papers.values() for line in one["lines"]
    )
    assert papers["lawyer_note"]["for"] == [{"roles": ["maker", "maker_parent"], "ages": ["minor", "adult", "careful"]}]


async def test_what_was_published_is_there_with_its_days_and_drafts_are_not(reader: Reader) -> None:
    room = reader.room
    await room.published()
    await room.drafted(MENU, Language.EN, "canary-draft", submit=False)
    fields = fields_of(room.editing.shipped.bodies(PAPS)[None])
    one = await room.drafted(PAPS, None, as_text({**fields, "phone": "03-1111-2222"}))
    await room.editing.publish([one.id], by=Actor(id=EditorId("e" * 32), is_administrator=True))
    found = await reader.reads()
    day = StoppedClock().now().strftime("%Y-%m-%d")
    assert found["entries"]["menu"]["words"] == {language.value: text for language, text in NEW.items()}
    assert found["entries"]["menu"]["published"] == {"ja": [day], "en": [day]}
    assert found["entries"]["greet"]["published"] == {"ja": [], "en": []}
    assert (found["contacts"]["paps"]["phone"], found["contacts"]["paps"]["published"]) == ("03-1111-2222", [day])


async def test_no_draft_no_name_and_no_note_for_editors_is_in_it(reader: Reader) -> None:
    await reader.room.published()
    await reader.room.drafted(MENU, Language.EN, "canary-draft", submit=False)
    text = (await reader.asks()).text
    assert "canary-draft" not in text
    for someone in ("a", "b", "c"):
        assert someone * 32 not in text
    assert reader.room.shipped.entries["human"].note not in text


async def test_who_has_this_version_gets_nothing_until_something_is_published(reader: Reader) -> None:
    first = await reader.asks()
    tag = first.headers["etag"]
    assert first.headers["content-type"].startswith("application/json")
    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        again = await reader.asks(known)
        assert (again.status_code, again.text) == (304, "")
    await reader.room.published()
    changed = await reader.asks(tag)
    assert changed.status_code == 200
    assert changed.headers["etag"] != tag


async def test_a_reply_that_is_out_of_use_is_gone(reader: Reader) -> None:
    await reader.room.editing.retire(REPLY, by=Actor(id=EditorId("c" * 32), is_administrator=True))
    assert REPLY.key not in (await reader.reads())["entries"]


async def test_every_field_is_explained_in_the_documents(reader: Reader, root: Path) -> None:
    text = (root / "docs" / "open-data.md").read_text(encoding="utf-8")
    found = await reader.reads()
    tables = ("entries", "buttons", "contacts", "links", "places", "papers")
    fields = {*found, *found["opening_hours"]}
    fields |= {field for table in tables for item in found[table].values() for field in item}
    assert {field for field in fields if f"`{field}`" not in text} == set()
