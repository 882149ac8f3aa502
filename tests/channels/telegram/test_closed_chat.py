"""Chats on Telegram that were closed: they answer, take nothing, and lead on; erasing reaches them all."""

import pytest

from tests.channels.telegram.bot_process import conversation_of
from tests.channels.telegram.counsellor_chats import (
    DANGER,
    HELLO,
    MORE,
    REPLY,
    address_is_kept,
    hears_words,
    is_closed_by,
    until_address_is_gone,
)
from tests.channels.telegram.person import PersonOnTelegram, is_said, offers, rows
from tests.channels.telegram.staff_member import StaffMember
from tests.journeys.processes import Bot

pytestmark = pytest.mark.service


def test_a_closed_chat_answers_once_in_a_while_and_takes_nothing(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_closed_by(someone, present)
    chat = conversation_of(lone_bot, someone)
    someone.writes(HELLO[someone.language])
    [answer] = someone.hears_only("telegram.closed")
    assert offers("telegram.closed", answer, someone.language)
    someone.writes(MORE[someone.language])
    someone.hears_nothing()
    sent = someone.sends("photo", caption=HELLO[someone.language])
    someone.hears_only("telegram.media")
    assert sent not in someone.own
    written = "SELECT count(*) FROM messages WHERE conversation = ? AND author = 'person' AND NOT answered"
    assert rows(lone_bot, written, chat) == [(0,)]
    until_address_is_gone(lone_bot, chat)


def test_words_of_danger_are_met_in_a_closed_chat_too(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_closed_by(someone, present)
    someone.writes(DANGER[someone.language])
    someone.hears_only("crisis.suicide")
    someone.chooses("danger.not_safe")
    someone.hears_only("crisis.not_safe")
    until_address_is_gone(lone_bot, conversation_of(lone_bot, someone))


@pytest.mark.parametrize("by", ["button", "command"])
def test_a_new_chat_begins_where_one_was_closed(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember, by: str
) -> None:
    is_closed_by(someone, present)
    before = conversation_of(lone_bot, someone)
    if by == "button":
        someone.chooses("do.new")
    else:
        someone.sends_command("/start")
    someone.hears_only("welcome")
    assert conversation_of(lone_bot, someone) != before
    assert rows(lone_bot, "SELECT stage FROM conversations WHERE id = ?", before) == [("closed",)]
    someone.writes(HELLO[someone.language])
    someone.hears_only("scripted")


def test_erasing_reaches_the_chats_that_were_closed(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    chats = []
    for _ in range(2):
        is_closed_by(someone, present)
        chats.append(conversation_of(lone_bot, someone))
        someone.chooses("do.new")
        someone.hears_only("welcome")
    chats.append(conversation_of(lone_bot, someone))
    assert len(set(chats)) == 3
    someone.sends_command("/delete")
    [receipt] = someone.hears_only("telegram.deleted")
    assert ([shown.text for shown in someone.shown], someone.own) == ([receipt.text], {})
    for table in ("messages", "chat_messages", "addresses", "outbox", "calls"):
        found = rows(lone_bot, f"SELECT conversation FROM {table}")  # noqa: S608 (names from above)
        assert {name for (name,) in found}.isdisjoint(chats)


def test_a_closed_chat_is_reopened_for_a_counsellor(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_closed_by(someone, present)
    chat = conversation_of(lone_bot, someone)
    someone.chooses("do.reopen")
    someone.hears_only("human.offer")
    someone.chooses("call.everything")
    someone.hears("waiting.begun", place=1)
    assert address_is_kept(lone_bot, chat)
    present.takes(someone)
    someone.hears("counsellor.joined", counsellor=present.name)
    present.says(someone, REPLY[someone.language])
    hears_words(someone, present, REPLY[someone.language])
    assert conversation_of(lone_bot, someone) == chat


def test_where_nobody_is_there_a_message_is_left_in_a_closed_chat(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_closed_by(someone, present)
    present.goes()
    someone.sends_command("/human")
    someone.hears_only("human.later")
    someone.presses_data("call:everything")  # of an older message, from when somebody was there
    someone.hears_only("human.later")
    someone.chooses("call.message")
    someone.hears_only("human.message")
    someone.chooses("call.message_summary")
    [said] = someone.hears("waiting.message")
    assert offers("waiting.message", said, someone.language)
    assert address_is_kept(lone_bot, conversation_of(lone_bot, someone))


def test_the_language_of_a_closed_chat_changes(someone: PersonOnTelegram, present: StaffMember) -> None:
    is_closed_by(someone, present)
    other = {"ja": "en", "en": "ja"}[someone.language]
    someone.sends_command("/language")
    someone.hears_only("telegram.language")
    someone.chooses(f"language.{other}")
    someone.language = other
    someone.hears_only("telegram.closed")
    someone.chooses("do.new")
    someone.hears_only("welcome")


def test_the_buttons_of_a_closed_chat_lead_on_in_one_that_goes_on(
    someone: PersonOnTelegram, present: StaffMember
) -> None:
    del present
    someone.begins()
    someone.presses_data("do:reopen")
    someone.hears_only("human.offer")
    someone.presses_data("do:new")
    someone.hears_only("menu")
    assert not is_said("telegram.closed", someone.shown[-1], someone.language)
