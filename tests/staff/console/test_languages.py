"""The languages of who is on duty: live danger comes first for everybody, then whoever writes in a language of theirs."""

import re

from bot.conversation.model import CounsellorId
from bot.language import Language
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.console.conftest import Calls
from tests.staff.console.steps import asks, does, takes

_TAKES = re.compile(r'action="/chats/([0-9a-f]+)/take"')


async def test_the_queue_begins_with_live_danger_and_goes_on_with_ones_own_languages(
    aoi: Colleague, somebody_calls: Calls
) -> None:
    english = await somebody_calls("hello", language=Language.EN)
    japanese = await somebody_calls("こんにちは")
    danger = await somebody_calls("i want to die", language=Language.EN)
    assert _TAKES.findall((await asks(aoi, "/desk/rail")).text) == [danger.id, english.id, japanese.id]
    await aoi.sends("/desk/duty", most="2", covers="yes", language="ja")
    rail = (await asks(aoi, "/desk/rail")).text
    assert _TAKES.findall(rail) == [danger.id, japanese.id, english.id]
    assert rail.count("not a language of yours") == 2
    assert re.search(r'value="ja" checked', rail)
    assert not re.search(r'value="en" checked', rail)


async def test_who_chooses_no_language_writes_in_all(aoi: Colleague, somebody_calls: Calls) -> None:
    await somebody_calls("hello", language=Language.EN)
    await aoi.sends("/desk/duty", most="2", covers="yes", language=["xx"])
    assert "not a language of yours" not in (await asks(aoi, "/desk/rail")).text


async def test_a_colleagues_languages_are_named_where_a_chat_is_given_on(
    site: StaffSite, aoi: Colleague, ben: Colleague, somebody_calls: Calls
) -> None:
    await ben.sends("/desk/duty", most="2", covers="yes", language="en")
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    assert "Ben (EN)" in (await asks(aoi, f"/chats/{chat.id}/case")).text
    assert (await does(aoi, f"/chats/{chat.id}/transfer", to=ben.id, note="asks for English")).status_code == 204
    assert await site.console.conversations.counsellor.load() == {CounsellorId(ben.id): 1}
