"""The local Bot API, called by python-telegram-bot: it answers as documented, and notices what is not allowed."""

import time
from collections.abc import AsyncIterator, Mapping
from datetime import timedelta
from typing import Any

import httpx
import pytest
from telegram import (
    Bot,
    BotCommand,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    Message,
    MessageEntity,
)
from telegram.error import (
    BadRequest,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TimedOut,
)
from telegram.request import HTTPXRequest

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi

pytestmark = pytest.mark.service

TWO_DAYS = 48 * 3600


def keyboard(**buttons: str) -> InlineKeyboardMarkup:
    """Return a keyboard of titles with data, one button a row."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(title, callback_data=data)] for title, data in buttons.items()])


@pytest.fixture
async def bot(api: BotApi) -> AsyncIterator[Bot]:
    """Return python-telegram-bot's bot, connected to the local Bot API."""
    async with Bot(api.token, base_url=f"{api.url}/bot", base_file_url=f"{api.url}/file/bot") as ready:
        yield ready


async def test_the_bot_learns_who_it_is(api: BotApi, bot: Bot) -> None:
    me = await bot.get_me()
    assert (me.is_bot, me.username, me.id) == (True, "tomoshibi_test_bot", int(api.token.split(":")[0]))
    assert [call.method for call in api.calls] == ["getMe", "getMe"]
    assert {call.answered for call in api.calls} == {200}


async def test_a_message_is_seen_with_its_buttons(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    sent = await bot.send_message(
        hana.id,
        "😀 こんにちは",
        entities=[MessageEntity("bold", 3, 5)],
        reply_markup=keyboard(はい="yes", いいえ="no"),
        disable_notification=True,
        link_preview_options=LinkPreviewOptions(is_disabled=True),
    )
    [shown] = hana.shown
    assert (shown.message_id, shown.text) == (sent.message_id, "😀 こんにちは")
    assert shown.buttons == hana.last_buttons() == [("はい", "yes"), ("いいえ", "no")]
    assert (shown.silent, shown.without_preview, shown.entities[0].offset) == (True, True, 3)
    assert sent.reply_markup == keyboard(はい="yes", いいえ="no")
    assert api.violations == []


async def test_html_is_seen_without_its_tags(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    sent = await bot.send_message(hana.id, "<b>灯</b> &amp; <i>x</i>", parse_mode="HTML")
    assert hana.shown_texts() == ["灯 & x"] == [sent.text]
    assert [(one.type, one.offset, one.length) for one in sent.entities] == [("bold", 0, 1), ("italic", 4, 1)]
    with pytest.raises(BadRequest, match=r"(?i)can't parse entities"):
        await bot.send_message(hana.id, "<b>灯", parse_mode="HTML")
    assert len(api.violations) == 1


async def test_typing_is_seen(bot: Bot, hana: TelegramAccount, john: TelegramAccount) -> None:
    await bot.send_chat_action(hana.id, "typing")
    assert (hana.typing, john.typing) == (1, 0)


async def test_a_message_is_changed(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    sent = await bot.send_message(hana.id, "one", reply_markup=keyboard(a="a"))
    changed = await bot.edit_message_text("two", hana.id, sent.message_id, reply_markup=keyboard(b="b"))
    assert isinstance(changed, Message)
    assert (hana.shown_texts(), hana.last_buttons()) == (["two"], [("b", "b")])
    await bot.edit_message_reply_markup(hana.id, sent.message_id)
    assert hana.last_buttons() == []
    with pytest.raises(BadRequest, match="not modified"):
        await bot.edit_message_reply_markup(hana.id, sent.message_id)
    with pytest.raises(BadRequest, match=r"(?i)message to edit not found"):
        await bot.edit_message_text("three", hana.id, 1)
    with pytest.raises(BadRequest, match=r"(?i)can't be edited"):
        await bot.edit_message_text("three", hana.id, hana.writes("mine"))
    assert api.violations == []


async def test_messages_of_both_sides_are_deleted(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    own = hana.writes("ひみつ")
    sent = await bot.send_message(hana.id, "one")
    assert hana.own == {own: "ひみつ"}
    assert await bot.delete_message(hana.id, own)
    assert await bot.delete_messages(hana.id, [sent.message_id, own, 1])
    assert (hana.own, hana.shown) == ({}, [])
    with pytest.raises(BadRequest, match=r"(?i)message to delete not found"):
        await bot.delete_message(hana.id, own)
    assert api.violations == []


async def test_old_messages_stay(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    old = await bot.send_message(hana.id, "old")
    own = hana.writes("my old")
    api.ages(TWO_DAYS + 1)
    new = await bot.send_message(hana.id, "new")
    with pytest.raises(BadRequest, match=r"(?i)message can't be deleted for everyone"):
        await bot.delete_message(hana.id, old.message_id)
    assert await bot.delete_messages(hana.id, [old.message_id, own, new.message_id])
    assert (hana.shown_texts(), hana.own) == (["old"], {own: "my old"})


async def test_commands_and_descriptions_are_kept(api: BotApi, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("start", "はじめる")], language_code="ja")
    await bot.set_my_description("灯です", language_code="ja")
    await bot.set_my_short_description("A light")
    assert (await bot.get_my_commands(language_code="ja"))[0].description == "はじめる"
    assert (await bot.get_my_description("ja")).description == api.descriptions["ja"] == "灯です"
    assert (await bot.get_my_short_description("en")).short_description == "A light"
    await bot.delete_my_commands(language_code="ja")
    assert list(await bot.get_my_commands(language_code="ja")) == []
    with pytest.raises(BadRequest, match=r"(?i)BOT_COMMAND_INVALID"):
        await bot.set_my_commands([BotCommand("Start", "no capitals")])


async def test_what_telegram_does_besides_is_checked_and_true(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    assert await bot.pin_chat_message(hana.id, 1)
    assert await bot.log_out()
    assert (api.calls[-1].method, api.violations) == ("logOut", [])


NOT_ALLOWED: Mapping[str, tuple[dict[str, Any], str]] = {
    "no chat": ({"text": "x"}, "chat_id"),
    "an unknown chat": ({"chat_id": 1, "text": "x"}, "chat not found"),
    "no text": ({}, "text"),
    "an empty text": ({"text": " "}, "message text is empty"),
    "a number as text": ({"text": 7}, "text"),
    "4097 units": ({"text": "あ" * 4095 + "😀"}, "too long"),
    "an unknown parameter": ({"text": "x", "colour": "red"}, "unknown parameters: colour"),
    "an unknown field": ({"text": "x", "link_preview_options": {"off": True}}, "unknown fields"),
    "an entity outside": ({"text": "あ", "entities": [{"type": "bold", "offset": 0, "length": 2}]}, "not inside"),
    "half a symbol": ({"text": "😀", "entities": [{"type": "bold", "offset": 1, "length": 1}]}, "middle"),
    "an unknown mode": ({"text": "x", "parse_mode": "Text"}, "parse_mode"),
    "a tag": ({"text": "<p>x</p>", "parse_mode": "HTML"}, "Unsupported start tag"),
    "no JSON": ({"text": "x", "reply_markup": "keyboard"}, "no JSON"),
    "65 bytes": ({"text": "x", "reply_markup": keyboard(a="x" * 65).to_dict()}, "BUTTON_DATA_INVALID"),
    "no action": ({"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a"}]]}}, "exactly one action"),
    "two actions": (
        {"text": "x", "reply_markup": {"inline_keyboard": [[{"text": "a", "callback_data": "a", "url": "https://a"}]]}},
        "exactly one action",
    ),
}


@pytest.mark.parametrize("name", NOT_ALLOWED)
def test_what_is_not_allowed_is_noticed(api: BotApi, hana: TelegramAccount, name: str) -> None:
    params, reason = NOT_ALLOWED[name]
    to = {} if name == "no chat" else {"chat_id": hana.id}
    answer = httpx.post(f"{api.url}/bot{api.token}/sendMessage", json={**to, **params}, trust_env=False)
    assert answer.status_code == 400
    assert answer.json()["description"].startswith("Bad Request: ")
    assert reason in answer.json()["description"]
    assert (len(api.violations), hana.shown) == (1, [])


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("deleteMessages", {"message_ids": list(range(101))}),
        ("answerCallbackQuery", {"callback_query_id": "7"}),
        ("getUpdates", {"allowed_updates": ["messages"]}),
        ("setWebhook", {"url": "https://example.org", "secret_token": "no spaces"}),
        ("setWebhook", {"url": "http://example.org"}),
        ("leaveChat", {}),
        ("getFile", {"file_id": "x"}),
        ("sendMassage", {}),
    ],
)
def test_other_methods_have_their_limits_too(
    api: BotApi, hana: TelegramAccount, method: str, params: dict[str, object]
) -> None:
    to = {"chat_id": hana.id} if method in ("deleteMessages", "leaveChat") else {}
    httpx.post(f"{api.url}/bot{api.token}/{method}", json={**to, **params}, trust_env=False)
    assert len(api.violations) == 1


@pytest.mark.parametrize("way", ["json", "data", "files", "params"])
def test_parameters_come_in_every_way(api: BotApi, hana: TelegramAccount, way: str) -> None:
    marked = keyboard(a="b").to_json()
    params: dict[str, str] = {"chat_id": str(hana.id), "text": "こん & = にちは", "reply_markup": marked}
    sent = {name: (None, value) for name, value in params.items()} if way == "files" else params
    more: dict[str, object] = {way: sent}
    answer = httpx.request("POST", f"{api.url}/bot{api.token}/sendmessage", trust_env=False, **more)  # type: ignore[arg-type]
    assert answer.json()["ok"] is True
    assert (hana.shown_texts(), hana.last_buttons()) == (["こん & = にちは"], [("a", "b")])


def test_a_fetched_file_is_noticed(api: BotApi) -> None:
    assert httpx.get(f"{api.url}/file/bot{api.token}/photos/1.jpg", trust_env=False).status_code == 404
    assert api.violations == ["a file was fetched"]


async def test_a_wrong_token_is_refused(api: BotApi) -> None:
    async with HTTPXRequest() as request:
        with pytest.raises(InvalidToken):
            await Bot("7000000001:" + "x" * 35, base_url=f"{api.url}/bot", request=request).get_me()
    assert [call.answered for call in api.calls] == [401]


async def test_too_many_requests_say_how_long_to_wait(
    api: BotApi, bot: Bot, hana: TelegramAccount, john: TelegramAccount, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")  # without it, python-telegram-bot warns about its own attribute
    api.fail("sendMessage", 429, retry_after=7, chat=hana.id)
    await bot.send_message(john.id, "one")
    with pytest.raises(RetryAfter) as refused:
        await bot.send_message(hana.id, "one")
    assert refused.value.retry_after == timedelta(seconds=7)
    await bot.send_message(hana.id, "two")
    assert hana.shown_texts() == ["two"]


@pytest.mark.parametrize(
    ("status", "raised"),
    [
        (400, BadRequest),
        (401, InvalidToken),
        (403, Forbidden),
        (409, Conflict),
        (500, NetworkError),
        (502, NetworkError),
    ],
)
async def test_a_call_fails_as_often_as_asked(
    api: BotApi, bot: Bot, hana: TelegramAccount, status: int, raised: type[Exception]
) -> None:
    api.fail("sendMessage", status, times=2)
    for _ in range(2):
        with pytest.raises(raised):
            await bot.send_message(hana.id, "one")
    assert hana.shown == []
    await bot.send_message(hana.id, "two")
    assert [call.answered for call in api.calls_of("sendMessage")] == [status, status, 200]
    assert api.violations == []


async def test_a_line_breaks_before_and_after_the_effect(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    api.fail("sendMessage", 502, drop=True)
    with pytest.raises(NetworkError):
        await bot.send_message(hana.id, "one")
    assert hana.shown == []
    for drop in (True, False):
        api.fail("sendMessage", 502, drop=drop, acted=True)
        with pytest.raises(NetworkError):
            await bot.send_message(hana.id, "two")
    assert hana.shown_texts() == ["two", "two"]
    assert [call.answered for call in api.calls_of("sendMessage")] == [0, 0, 502]


async def test_an_answer_comes_late(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    api.fail("sendMessage", 200, delay=0.3)
    with pytest.raises(TimedOut):
        await bot.send_message(hana.id, "one", read_timeout=0.05)
    began = time.monotonic()
    api.fail("sendMessage", 200, delay=0.2)
    await bot.send_message(hana.id, "two")
    assert time.monotonic() - began >= 0.2
    assert hana.shown_texts() == ["one", "two"]


async def test_nothing_is_sent_to_who_blocked_the_bot(api: BotApi, bot: Bot, hana: TelegramAccount) -> None:
    hana.blocks()
    with pytest.raises(Forbidden, match=r"(?i)blocked by the user"):
        await bot.send_message(hana.id, "one")
    hana.unblocks()
    await bot.send_message(hana.id, "two")
    hana.deletes_account()
    with pytest.raises(Forbidden, match=r"(?i)user is deactivated"):
        await bot.send_chat_action(hana.id, "typing")
    assert (hana.shown_texts(), api.violations) == (["two"], [])
