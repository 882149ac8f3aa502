"""The commands, with Rasa away: each in both languages, what it shows, and what is gone after those that erase."""

import base64
import hashlib
import hmac

import pytest

from bot.applications import TELEGRAM_BURST
from bot.channels.telegram.channel import commands
from bot.i18n import Interface
from bot.language import Language
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.person import (
    PATIENT,
    PersonOnTelegram,
    are_as_telegram_wants_them,
    change,
    offers,
    rows,
    tables,
)
from tests.journeys.processes import ROOT, Bot
from tests.journeys.waiting import until
from tests.journeys.words import button

pytestmark = pytest.mark.service

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
AGAIN = {"ja": "もうひとつ聞いてください", "en": "there is one more thing"}
OTHER = {"ja": "en", "en": "ja"}
DAYS = 49 * 3600.0
"""Seconds after which Telegram lets nobody remove a message."""

ABOUT_NOBODY = {"alembic_version", "taken_updates", "owed_forgettings", "leases"}
"""Tables without anything of a chat: numbers of updates, and made-up names that Rasa has still to forget."""


def address_hash(bot: Bot, person: PersonOnTelegram) -> str:
    """Return what a chat is known by."""
    key = base64.urlsafe_b64decode(bot.settings["BOT_HASH_KEY"])
    return hmac.new(key, f"telegram:{person.id}".encode(), hashlib.sha256).hexdigest()


def names_of(bot: Bot, person: PersonOnTelegram) -> list[str]:
    """Return everything that a chat is known by in the database."""
    known = address_hash(bot, person)
    found = rows(bot, "SELECT id, assistant_id FROM conversations WHERE address_hash = ?", known)
    return [known, str(person.id), *(name for row in found for name in row)]


def nothing_is_kept(bot: Bot, names: list[str]) -> None:
    """Check that no row of any table belongs to a chat."""
    kept = {name: rows for name, rows in tables(bot).items() if name not in ABOUT_NOBODY}
    assert {"conversations", "messages", "outbox", "addresses", "chat_messages"} <= set(kept)
    assert [(table, row) for table, found in kept.items() for row in found if set(names) & set(map(str, row))] == []


def makes_old(bot: Bot, person: PersonOnTelegram) -> None:
    """Let two days go by, for Telegram and for the bot."""
    person.api.ages(DAYS)
    change(bot, "UPDATE chat_messages SET at = at - ?", int(DAYS))


def test_start_shows_the_welcome_and_its_buttons(someone: PersonOnTelegram) -> None:
    someone.sends_command("/start")
    [welcome] = someone.hears_only("welcome")
    assert offers("welcome", welcome, someone.language)
    assert are_as_telegram_wants_them([welcome])


def test_start_again_repeats_the_welcome_once(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.sends_command("/start")
    someone.hears_only("welcome")
    assert len(someone.shown) == 2


@pytest.mark.parametrize("payload", ["ja", "en"])
def test_a_link_to_the_chat_may_name_the_language(someone: PersonOnTelegram, payload: str) -> None:
    someone.sends_command("/start", payload)
    before, someone.language = someone.language, payload
    someone.hears_only("welcome")
    someone.writes(HELLO[before])
    someone.hears_only("scripted")


@pytest.mark.parametrize("payload", ["fr", "JA", "x" * 64, "en ja", "'; DROP TABLE messages; --"])
def test_anything_else_that_a_link_names_is_ignored(someone: PersonOnTelegram, payload: str) -> None:
    someone.sends_command("/start", payload)
    someone.hears_only("welcome")
    someone.writes(HELLO[someone.language])
    someone.hears_only("scripted")


@pytest.mark.parametrize(
    ("command", "key"), [("/help", "menu"), ("/human", "human"), ("/language", "telegram.language")]
)
def test_a_command_says_its_entry(someone: PersonOnTelegram, command: str, key: str) -> None:
    someone.begins()
    someone.sends_command(command)
    [said] = someone.hears_only(key)
    assert offers(key, said, someone.language)
    assert are_as_telegram_wants_them([said])


@pytest.mark.parametrize(
    ("command", "key"), [("/help", "menu"), ("/human", "human"), ("/language", "telegram.language")]
)
def test_a_conversation_may_begin_with_any_command(someone: PersonOnTelegram, command: str, key: str) -> None:
    someone.sends_command(command)
    someone.hears_only("welcome", key)


def test_a_command_may_name_the_bot_and_be_in_capitals(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.sends_command(f"/HELP@{someone.api.me.username}")
    someone.hears_only("menu")


@pytest.mark.parametrize("command", ["/restart", "/settings now", "/affirm", "/session_start", "/START_over"])
def test_a_command_that_is_none_is_answered_as_words(someone: PersonOnTelegram, command: str) -> None:
    someone.begins()
    someone.sends_command(command)
    someone.hears_only("scripted")


def test_the_language_is_changed_by_its_command(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.sends_command("/language")
    [question] = someone.hears("telegram.language")
    someone.chooses(f"language.{OTHER[someone.language]}")
    someone.sees_chosen(question.message_id, f"language.{OTHER[someone.language]}")
    someone.language = OTHER[someone.language]
    someone.hears_only("language.changed")
    someone.writes(HELLO[OTHER[someone.language]])
    someone.hears_only("scripted")


def test_the_commands_are_described_in_both_languages(lone_bot: Bot, shared_api: BotApi) -> None:
    del lone_bot
    codes = {"": Language.EN, "en": Language.EN, "ja": Language.JA}
    until(lambda: len(shared_api.commands) == len(codes), what="the commands to be described", within=PATIENT)
    for code, language in codes.items():
        described = {one.command: one.description for one in shared_api.commands["default", code]}
        assert described == {one.command: one.description for one in commands(Interface(ROOT / "locales"), language)}
        assert set(described) == {"start", "help", "human", "plan", "language", "delete", "stop"}
    told = [{one.description for one in shared_api.commands["default", code]} for code in ("ja", "en")]
    assert len(told[0] & told[1]) == 1, "only the languages are named alike in both"


@pytest.mark.parametrize(
    ("code", "hinted"), [("ja", "ja"), ("ja-JP", "ja"), ("en", "en"), ("en-GB", "en"), ("ko", "en"), (None, "ja")]
)
def test_the_language_of_the_app_is_only_a_first_hint(
    lone_bot: Bot, shared_api: BotApi, code: str | None, hinted: str
) -> None:
    person = PersonOnTelegram(lone_bot, shared_api, hinted, language_code=code)
    person.begins()
    person.language = OTHER[hinted]
    person.writes(HELLO[person.language])
    person.hears_only("scripted")
    person.sends_command("/help")
    person.hears_only("menu")


def has_talked(person: PersonOnTelegram) -> None:
    """Let somebody write, press, change words, send a picture and use commands, so that all sorts of things are there."""
    person.begins()
    person.edits(person.writes(HELLO[person.language]), AGAIN[person.language])
    person.hears("scripted")
    person.waits_until_nothing_is_due()
    person.sends("photo", caption=HELLO[person.language])
    person.hears("telegram.media")
    person.waits_until_nothing_is_due()
    person.sends_command("/help")
    person.hears_only("menu")
    person.sends_command("/human")
    person.hears_only("human")
    person.chooses("topic.contact_paps")
    person.hears_only("paps")
    person.sends_command("/language")
    person.hears_only("telegram.language")


@pytest.mark.parametrize("asked_by", ["command", "button"])
def test_erasing_removes_both_sides_of_the_chat_and_every_row(
    lone_bot: Bot, someone: PersonOnTelegram, asked_by: str
) -> None:
    has_talked(someone)
    names = names_of(lone_bot, someone)
    assert len(names) == 4
    if asked_by == "button":
        someone.presses_data("topic:privacy_question")
        someone.hears_only("privacy")
        someone.presses(button("do.delete", someone.language))
    else:
        someone.sends_command("/delete")
    [receipt] = someone.hears_only("telegram.deleted")
    assert (someone.own, [shown.text for shown in someone.shown]) == ({}, [receipt.text])
    nothing_is_kept(lone_bot, names)


def test_what_was_not_read_is_removed_too(lone_bot: Bot, someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.writes("\N{ZERO WIDTH SPACE}")
    someone.hears_only("telegram.empty")
    with someone.api.holds_back():
        for _ in range(TELEGRAM_BURST + 4):
            someone.writes(HELLO[someone.language])
    someone.hears("telegram.flood")
    someone.waits_until_nothing_is_due()
    names = names_of(lone_bot, someone)
    someone.sends_command("/delete")
    someone.hears_only("telegram.deleted")
    assert someone.own == {}
    nothing_is_kept(lone_bot, names)


def test_what_can_no_longer_be_removed_is_said(lone_bot: Bot, someone: PersonOnTelegram) -> None:
    has_talked(someone)
    makes_old(lone_bot, someone)
    old = set(someone.own)
    new = someone.writes(AGAIN[someone.language])
    someone.hears_only("scripted")
    names = names_of(lone_bot, someone)
    someone.sends_command("/delete")
    someone.hears_only("telegram.deleted.partly")
    assert set(someone.own) == old
    assert new not in old
    nothing_is_kept(lone_bot, names)


def test_where_telegram_refuses_to_remove_it_is_said(lone_bot: Bot, someone: PersonOnTelegram) -> None:
    someone.begins()
    names = names_of(lone_bot, someone)
    someone.api.fail(
        "deleteMessages", 400, chat=someone.id, description="Bad Request: message can't be deleted", times=99
    )
    someone.sends_command("/delete")
    someone.hears_only("telegram.deleted.refused")
    nothing_is_kept(lone_bot, names)


def test_erasing_works_without_a_conversation_and_claims_nothing(lone_bot: Bot, someone: PersonOnTelegram) -> None:
    someone.sends_command("/delete")
    someone.hears_only("telegram.deleted.partly")
    assert someone.own == {}
    nothing_is_kept(lone_bot, names_of(lone_bot, someone))


def test_after_stopping_nothing_is_kept_but_the_chat_stays(lone_bot: Bot, someone: PersonOnTelegram) -> None:
    has_talked(someone)
    names, before, own = names_of(lone_bot, someone), len(someone.shown), set(someone.own)
    someone.sends_command("/stop")
    someone.hears_only("telegram.stopped")
    assert len(someone.shown) == before + 1
    assert own < set(someone.own)
    nothing_is_kept(lone_bot, names)
    someone.sends_command("/delete")
    someone.hears_only("telegram.deleted.partly")


@pytest.mark.parametrize(("command", "key"), [("/delete", "telegram.deleted"), ("/stop", "telegram.stopped")])
def test_who_writes_again_begins_anew(lone_bot: Bot, someone: PersonOnTelegram, command: str, key: str) -> None:
    someone.begins()
    names = names_of(lone_bot, someone)
    someone.sends_command(command)
    someone.hears_only(key)
    someone.writes(HELLO[someone.language])
    someone.hears_only("welcome", "scripted")
    assert set(names_of(lone_bot, someone)).isdisjoint(names[2:])


def test_a_button_from_before_the_end_begins_anew(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.sends_command("/stop")
    someone.hears_only("telegram.stopped")
    someone.chooses("topic.report_deepfake")
    someone.hears_only("welcome", "heard.deepfake", "step.record.careful")


@pytest.mark.parametrize("data", ["topic:of_an_older_day", "answer:age_in_image", "do:something", "x", "-" * 64])
def test_a_button_that_is_not_there_any_more_is_met_with_the_menu(someone: PersonOnTelegram, data: str) -> None:
    someone.begins()
    query = someone.presses_data(data)
    [menu] = someone.hears_only("menu")
    assert offers("menu", menu, someone.language)
    someone.sees_taken(query)
