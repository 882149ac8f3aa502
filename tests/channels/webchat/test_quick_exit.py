"""Quick exit waits for nothing: not for a database that is busy, and not for a process that is killed afterwards."""

import asyncio
import stat
import time

import httpx

from bot.channels.webchat.exit_pages import settle_exits
from bot.store.owed_exits import FolderExits
from tests.fakes.database import HASH
from tests.fakes.held import held
from tests.fakes.public_site import ELSEWHERE, Public, Visit


async def leaves(visitor: Visit, **fields: str) -> httpx.Response:
    """Leave quickly, as a browser that keeps its cookie for what comes next."""
    return await visitor.public.visitor().http.post("/leave", data=fields, headers={"Cookie": f"s={visitor.token}"})


async def shows_a_chat(public: Public, token: str) -> bool:
    """Tell whether a cookie opens a chat."""
    answer = await public.visitor().http.get("/messages", headers={"Cookie": f"s={token}"})
    return answer.status_code == httpx.codes.OK


async def test_quick_exit_is_answered_while_another_process_holds_the_database(visitor: Visit, public: Public) -> None:
    await visitor.writes("hello")
    with held(public.database.file):
        begun = time.monotonic()
        answer = await leaves(visitor)
        assert time.monotonic() - begun < 1
    assert (answer.status_code, answer.headers["location"]) == (303, ELSEWHERE)
    assert "Max-Age=0" in answer.headers["set-cookie"]
    assert "cookies" in answer.headers["clear-site-data"]


async def test_the_chat_opens_no_more_though_the_database_is_held(visitor: Visit, public: Public) -> None:
    await visitor.writes("hello")
    assert await shows_a_chat(public, visitor.token)
    with held(public.database.file):
        await leaves(visitor, quiet="1")
        assert not await shows_a_chat(public, visitor.token)
        assert not await shows_a_chat(public, visitor.token)


async def test_what_was_left_while_the_database_was_held_is_erased_afterwards(visitor: Visit, public: Public) -> None:
    await visitor.writes("hello")
    with held(public.database.file):
        await leaves(visitor)
    assert (await public.database.rows())["messages"] > 0
    await settle_exits(public.webchat)
    assert (await public.database.rows())["messages"] == 0
    assert (await public.database.rows())["conversations"] == 0


async def test_a_chat_that_was_left_is_erased_although_the_process_was_killed_in_between(
    visitor: Visit, public: Public
) -> None:
    await visitor.writes("hello")
    await leaves(visitor)
    folder = public.database.file.parent / "exits"
    assert visitor.token not in "".join(file.name for file in folder.iterdir())
    assert [stat.S_IMODE(file.stat().st_mode) for file in folder.iterdir()] == [0o600]
    public.use_exits(FolderExits(folder, key=HASH))  # as a process that has just started
    assert not await shows_a_chat(public, visitor.token)
    await settle_exits(public.webchat)
    assert (await public.database.rows())["conversations"] == 0
    assert list(folder.iterdir()) == []


async def test_a_chat_with_a_return_code_stays_for_who_knows_the_code(visitor: Visit, public: Public) -> None:
    await visitor.writes("hello")
    words = await visitor.makes_a_code()
    await leaves(visitor)
    await settle_exits(public.webchat)
    assert not await shows_a_chat(public, visitor.token)
    again = public.visitor()
    assert (await again.sends("/return", code=words)).status_code == 303
    assert await again.has_chat()


async def test_an_open_page_of_the_chat_goes_blank(visitor: Visit, public: Public) -> None:
    await visitor.writes("hello")
    listening = await public.hears((await visitor.chat()).id)
    await leaves(visitor)
    await settle_exits(public.webchat)
    assert [event for event, _ in await listening.events()][-1:] == ["news"]


async def test_quick_exit_is_answered_although_nothing_can_be_written(visitor: Visit, public: Public) -> None:
    await visitor.writes("hello")
    nowhere = public.database.file.parent / "file"
    nowhere.write_text("")
    public.use_exits(FolderExits(nowhere / "exits", key=HASH))  # no folder can be made below a file
    with held(public.database.file):
        assert (await leaves(visitor)).status_code == 303
        assert not await shows_a_chat(public, visitor.token)
    await settle_exits(public.webchat)
    assert (await public.database.rows())["conversations"] == 0


async def test_leaving_with_sessions_that_open_nothing_leaves_nothing_behind(public: Public) -> None:
    stranger = public.visitor()
    answers = [await stranger.http.post("/leave", headers={"Cookie": f"s={number:043d}"}) for number in range(20)]
    assert {answer.status_code for answer in answers} == {303}
    await settle_exits(public.webchat)
    await asyncio.sleep(0)
    assert list((public.database.file.parent / "exits").iterdir()) == []
