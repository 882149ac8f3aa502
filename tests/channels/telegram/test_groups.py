"""Groups and channels: the bot says one neutral line and leaves; nothing of them is stored."""

import pytest

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.group import Group
from tests.channels.telegram.person import (
    PATIENT,
    PersonOnTelegram,
    are_as_telegram_wants_them,
    tables,
    wait_until_nothing_is_due,
)
from tests.journeys.processes import Bot
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES, label

pytestmark = pytest.mark.service

ONLY_ALONE = "I am only here for private chats, so I am leaving."
ASKS = {"ja": "裸の加工画像を上げられた。もう死にたい", "en": "someone posted a fake nude of me and i want to die"}
ABOUT_NOBODY = ("taken_updates", "leases", "alembic_version")


def kept(bot: Bot) -> dict[str, list[tuple[object, ...]]]:
    """Return every row that could be about somebody."""
    return {name: rows for name, rows in tables(bot).items() if name not in ABOUT_NOBODY}


def is_left(api: BotApi, bot: Bot, group: Group) -> None:
    """Wait until the bot has gone and has dealt with everything it was sent."""
    until(lambda: group.left, what="the bot to leave", within=PATIENT)
    wait_until_nothing_is_due(bot, api)


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_a_group_hears_one_neutral_line_and_is_left(
    lone_bot: Bot, shared_api: BotApi, language: str, kind: str
) -> None:
    before, somebody = kept(lone_bot), TelegramAccount(shared_api, language)
    group = shared_api.adds_bot_to_group(by=somebody, kind=kind)
    is_left(shared_api, lone_bot, group)
    [said] = group.shown()
    assert said.text.splitlines() == [label(ONLY_ALONE, one) for one in LANGUAGES]
    assert (said.buttons, said.silent) == ([], True)
    assert somebody.shown == []
    assert kept(lone_bot) == before
    assert shared_api.violations == []


@pytest.mark.parametrize("kind", ["group", "supergroup", "channel"])
def test_what_is_written_in_a_group_is_not_answered(
    lone_bot: Bot, shared_api: BotApi, language: str, kind: str
) -> None:
    before, somebody = kept(lone_bot), TelegramAccount(shared_api, language)
    with shared_api.holds_back():
        group = shared_api.adds_bot_to_group(by=somebody, kind=kind)
        for text in (ASKS[language], "/start", f"/help@{shared_api.me.username}", "/delete"):
            group.writes(text)
    is_left(shared_api, lone_bot, group)
    assert [said.text.splitlines()[0] for said in group.shown()] == [label(ONLY_ALONE, LANGUAGES[0])]
    assert (somebody.shown, group.typing) == ([], 0)
    assert kept(lone_bot) == before
    assert shared_api.violations == []


def test_a_group_it_came_into_unseen_is_left_at_the_first_message(
    lone_bot: Bot, shared_api: BotApi, language: str
) -> None:
    before, somebody = kept(lone_bot), TelegramAccount(shared_api, language)
    group = Group(shared_api, by=somebody, kind="group")
    shared_api.chats[group.id] = group
    group.writes(ASKS[language])
    is_left(shared_api, lone_bot, group)
    assert group.shown() == []
    assert kept(lone_bot) == before


def test_a_group_where_it_may_not_write_is_left_in_silence(lone_bot: Bot, shared_api: BotApi, language: str) -> None:
    somebody = TelegramAccount(shared_api, language)
    shared_api.fail("sendMessage", 400, description="Bad Request: not enough rights to send text messages to the chat")
    group = shared_api.adds_bot_to_group(by=somebody, kind="supergroup")
    is_left(shared_api, lone_bot, group)
    assert group.shown() == []


def test_being_put_out_again_is_no_reason_to_say_anything(lone_bot: Bot, shared_api: BotApi, language: str) -> None:
    before = kept(lone_bot)
    group = shared_api.adds_bot_to_group(by=TelegramAccount(shared_api, language))
    is_left(shared_api, lone_bot, group)
    group.adds_bot()
    is_left(shared_api, lone_bot, group)
    group.removes_bot()
    wait_until_nothing_is_due(lone_bot, shared_api)
    assert len(group.shown()) == 2
    assert kept(lone_bot) == before


def test_who_is_in_a_group_with_it_can_still_write_alone(lone_bot: Bot, shared_api: BotApi, language: str) -> None:
    someone = PersonOnTelegram(lone_bot, shared_api, language)
    group = shared_api.adds_bot_to_group(by=someone)
    someone.begins()
    is_left(shared_api, lone_bot, group)
    assert are_as_telegram_wants_them(someone.shown)
