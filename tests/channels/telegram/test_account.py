"""What people do, read by python-telegram-bot: each update is one that Telegram could have sent."""

import asyncio
import json
import re
import threading
from collections.abc import AsyncIterator, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, Update
from telegram.error import BadRequest, Conflict, Forbidden, NetworkError

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.media import KINDS

pytestmark = pytest.mark.service

SECRET = "himitsu_no-1"


class Hook(ThreadingHTTPServer):
    """A webhook that refuses as often as it is told to."""

    def __init__(self) -> None:
        """Listen on a free port."""
        super().__init__(("127.0.0.1", 0), _Taking)
        self.came: list[tuple[str | None, Update]] = []
        self.refusals = 0
        self.url = f"http://127.0.0.1:{self.server_address[1]}/hook"
        self.thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05})
        self.thread.start()


class _Taking(BaseHTTPRequestHandler):
    server: Hook

    def do_POST(self) -> None:
        update = Update.de_json(json.loads(self.rfile.read(int(self.headers["Content-Length"]))), None)
        self.server.came.append((self.headers["X-Telegram-Bot-Api-Secret-Token"], update))
        self.server.refusals -= 1
        self.send_response(500 if self.server.refusals >= 0 else 200)
        self.end_headers()

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the name of its base class)
        del format, args


@pytest.fixture
def hook() -> Iterator[Hook]:
    """Run a webhook."""
    with Hook() as listening:
        yield listening
        listening.shutdown()
        listening.thread.join()


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    """Return python-telegram-bot's bot, connected to the local Bot API."""
    async with Bot(api.token, base_url=f"{api.url}/bot") as ready:
        yield ready


def ids(updates: tuple[Update, ...]) -> list[int]:
    """Return the numbers of updates."""
    return [update.update_id for update in updates]


async def test_an_update_comes_until_it_is_confirmed(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    for text in ("一", "二", "三"):
        hana.writes(text)
    first, second, third = api.update_ids()
    assert ids(await bot.get_updates(timeout=0)) == ids(await bot.get_updates(timeout=0)) == [first, second, third]
    assert ids(await bot.get_updates(offset=second, limit=1, timeout=0)) == [second]
    assert ids(await bot.get_updates(timeout=0)) == [second, third]
    assert ids(await bot.get_updates(offset=-1, timeout=0)) == ids(await bot.get_updates(timeout=0)) == [third]
    assert await bot.get_updates(offset=third + 1, timeout=0) == ()
    assert api.violations == []


async def test_a_long_poll_ends_with_the_next_update(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    waiting = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.to_thread(seen, api, 1)
    hana.writes("こんにちは")
    [update] = await waiting
    assert update.effective_message is not None
    assert update.effective_message.text == "こんにちは"


async def test_the_older_of_two_polls_ends(api: BotApi, bot: Bot) -> None:
    older = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.to_thread(seen, api, 1)
    async with Bot(api.token, base_url=f"{api.url}/bot") as second:
        assert await second.get_updates(timeout=0) == ()
    with pytest.raises(Conflict, match=r"(?i)terminated by other getUpdates request"):
        await older


async def test_a_dropped_poll_takes_nothing_away(bot: Bot, hana: TelegramAccount) -> None:
    with pytest.raises(NetworkError):
        await bot.get_updates(timeout=20, read_timeout=-19.9)
    hana.writes("こんにちは")
    assert len(await bot.get_updates(timeout=5)) == 1


async def test_only_what_is_asked_for_comes(bot: Bot, hana: TelegramAccount) -> None:
    await bot.get_updates(timeout=0, allowed_updates=["message"])
    own = hana.writes("one")
    hana.edits(own, "two")
    [update] = await bot.get_updates(timeout=0)
    assert update.message is not None


async def test_an_old_update_comes_again(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    hana.writes("one")
    [first] = api.update_ids()
    await bot.get_updates(offset=first + 1, timeout=0)
    api.repeats(first)
    assert ids(await bot.get_updates(offset=first + 1, timeout=0)) == [first]
    assert await bot.get_updates(offset=first + 1, timeout=0) == ()


async def test_updates_come_out_of_order(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    with api.holds_back():
        hana.writes("one")
        hana.writes("two")
        assert await bot.get_updates(timeout=0) == ()
        first, second = api.update_ids()
        api.sends_out_of_order([second, first])
        assert ids(await bot.get_updates(timeout=0)) == [second, first]
    assert await bot.get_updates(timeout=0) == ()


async def test_a_command_is_marked_as_one(bot: Bot, hana: TelegramAccount) -> None:
    hana.sends_command("/start", payload="ad7")
    [update] = await bot.get_updates(timeout=0)
    assert update.message is not None
    assert update.message.text == "/start ad7"
    assert update.message.parse_entities(["bot_command"]) == {update.message.entities[0]: "/start"}
    assert update.message.from_user is not None
    assert (update.message.from_user.language_code, update.message.chat.type) == ("ja", "private")
    assert hana.name_canary in (update.message.from_user.username or "")


async def test_an_edit_comes_as_one(bot: Bot, hana: TelegramAccount) -> None:
    own = hana.writes("one")
    hana.edits(own, "two")
    update = (await bot.get_updates(timeout=0))[-1]
    assert update.edited_message is not None
    assert (update.edited_message.message_id, update.edited_message.text) == (own, "two")
    assert hana.own == {own: "two"}


async def test_a_press_comes_and_is_answered_once(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    rows = [[InlineKeyboardButton("はい", callback_data="yes")]]
    sent = await bot.send_message(hana.id, "？", reply_markup=InlineKeyboardMarkup(rows))
    pressed = hana.presses("はい")
    hana.presses_data("made up")
    first, second = await bot.get_updates(timeout=0)
    assert first.callback_query is not None
    assert second.callback_query is not None
    assert first.callback_query.message is not None
    assert (first.callback_query.data, second.callback_query.data) == ("yes", "made up")
    assert first.callback_query.message.message_id == sent.message_id
    assert hana.notice(pressed) is None
    await first.callback_query.answer("ok")
    assert hana.notice(pressed) == "ok"
    with pytest.raises(BadRequest, match=r"(?i)query is too old"):
        await first.callback_query.answer()
    with pytest.raises(AssertionError, match="no button"):
        hana.presses("いいえ")
    assert api.violations == []


ATTRIBUTES = {"forwarded_photo": "forward_origin", "via_bot_photo": "via_bot", "via_bot_text": "via_bot"}


@pytest.mark.parametrize("kind", KINDS)
async def test_everything_people_send_is_read(bot: Bot, hana: TelegramAccount, kind: str) -> None:
    own = hana.sends(kind)
    [update] = await bot.get_updates(timeout=0)
    assert update.message is not None
    assert getattr(update.message, ATTRIBUTES.get(kind, kind))
    assert not update.message.api_kwargs
    assert hana.canary in update.to_json() or kind in ("location", "dice")
    assert own in hana.own


async def test_an_album_is_several_messages(bot: Bot, hana: TelegramAccount) -> None:
    hana.sends_album(["photo", "video"], caption="これです")
    photo, video = [update.message for update in await bot.get_updates(timeout=0)]
    assert photo is not None
    assert video is not None
    assert (photo.caption, video.caption) == ("これです", None)
    assert photo.media_group_id == video.media_group_id
    assert (len(photo.photo), video.video is not None) == (3, True)


async def test_blocking_is_told(bot: Bot, hana: TelegramAccount) -> None:
    hana.blocks()
    hana.unblocks()
    changes = [update.my_chat_member for update in await bot.get_updates(timeout=0)]
    assert [change.new_chat_member.status for change in changes if change] == ["kicked", "member"]


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
async def test_a_group_is_left(api: BotApi, bot: Bot, hana: TelegramAccount, kind: str) -> None:
    group = api.adds_bot_to_group(by=hana, kind=kind)
    group.writes("ここで聞いて")
    updates = await bot.get_updates(timeout=0)
    assert updates[0].my_chat_member is not None
    assert updates[-1].effective_message is not None
    assert (updates[-1].effective_message.text, updates[-1].effective_message.chat.type) == ("ここで聞いて", kind)
    await bot.send_message(group.id, "さようなら")
    assert not group.left
    await bot.leave_chat(group.id)
    assert (group.left, group.shown_texts(), hana.shown) == (True, ["さようなら"], [])
    with pytest.raises(Forbidden):
        await bot.send_message(group.id, "x")
    assert api.violations == []


async def test_answers_are_waited_for(bot: Bot, hana: TelegramAccount) -> None:
    await bot.send_message(hana.id, "before")
    hana.writes("？")
    waiting = asyncio.create_task(asyncio.to_thread(hana.waits_for_answers, 2))
    await bot.send_message(hana.id, "one 1")
    await bot.send_message(hana.id, "two 2")
    assert [shown.text for shown in await waiting] == ["one 1", "two 2"]
    assert hana.waits_for("one").text == hana.waits_for(re.compile(r"\b1$")).text == "one 1"
    assert hana.waits_for(lambda shown: not shown.buttons).text == "two 2"
    with pytest.raises(AssertionError, match="in vain"):
        hana.waits_for("three", within=0.05)
    with pytest.raises(AssertionError, match="2 came"):
        hana.waits_for_answers(3, within=0.05)


async def test_the_webhook_gets_each_update_with_its_secret(
    api: BotApi, bot: Bot, hana: TelegramAccount, hook: Hook
) -> None:
    hook.refusals = 2
    hana.writes("一")
    poll = asyncio.create_task(bot.get_updates(offset=api.update_ids()[0] + 1, timeout=20))
    await asyncio.to_thread(seen, api, 1)
    await bot.set_webhook(hook.url, secret_token=SECRET)
    with pytest.raises(Conflict, match=r"(?i)terminated by setWebhook"):
        await poll
    hana.writes("二")
    hana.writes("三")
    await asyncio.to_thread(delivered, api, 4)
    assert [delivery.status for delivery in api.deliveries] == [500, 500, 200, 200]
    assert [update.effective_message.text for _, update in hook.came if update.effective_message] == [*"二二二三"]
    assert {secret for secret, _ in hook.came} == {SECRET}
    info = await bot.get_webhook_info()
    assert (info.url, info.pending_update_count, info.last_error_message is None) == (hook.url, 0, False)
    with pytest.raises(Conflict, match=r"(?i)webhook is active"):
        await bot.get_updates(timeout=0)
    await bot.delete_webhook()
    hana.writes("四")
    assert len(await bot.get_updates(timeout=0)) == 1
    assert api.violations == []


async def test_nobody_at_the_webhook_is_tried_again(api: BotApi, bot: Bot, hana: TelegramAccount, hook: Hook) -> None:
    await bot.set_webhook("http://127.0.0.1:9/")
    hana.writes("一")
    await asyncio.to_thread(delivered, api, 2)
    await bot.set_webhook(hook.url)
    await asyncio.to_thread(delivered, api, 3)
    assert {delivery.status for delivery in api.deliveries} == {0, 200}


def seen(api: BotApi, count: int) -> None:
    """Wait until so many getUpdates have come in."""
    with api.changed:
        assert api.changed.wait_for(lambda: len(api.calls_of("getUpdates")) >= count, 5)


def delivered(api: BotApi, count: int) -> None:
    """Wait until so many deliveries have been tried, the last of them with success or not."""
    with api.changed:
        assert api.changed.wait_for(lambda: len(api.deliveries) >= count, 5)
