"""Erasing on the phone when Telegram resists: it is tried again, in smaller parts, and the receipt says what stayed."""

from typing import Any

import pytest

from tests.channels.telegram.person import PATIENT, PersonOnTelegram, rows
from tests.journeys.processes import Bot
from tests.journeys.waiting import until

pytestmark = pytest.mark.service

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}
OFTEN = 10_000


def has_talked(person: PersonOnTelegram) -> None:
    """Let somebody write some lines that are answered."""
    person.begins()
    for key in ("scripted", "scripted.again"):
        person.writes(HELLO[person.language])
        person.hears(key)
    person.waits_until_nothing_is_due()


@pytest.mark.parametrize("fault", [{"status": 429, "retry_after": 1}, {"status": 502}, {"status": 200, "drop": True}])
def test_a_refusal_that_passes_leaves_nothing_on_the_phone(someone: PersonOnTelegram, fault: dict[str, Any]) -> None:
    has_talked(someone)
    someone.api.fail("deleteMessages", chat=someone.id, times=2, **fault)
    someone.sends_command("/delete")
    [receipt] = someone.hears_only("telegram.deleted")
    assert (someone.own, [shown.text for shown in someone.shown]) == ({}, [receipt.text])


def test_a_die_of_today_stays_alone_and_the_receipt_does_not_blame_age(someone: PersonOnTelegram) -> None:
    has_talked(someone)
    die = someone.sends("dice")
    someone.hears("telegram.media.kept")
    someone.sends_command("/delete")
    [receipt] = someone.hears_only("telegram.deleted.refused")
    assert set(someone.own) == {die}
    assert [shown.text for shown in someone.shown] == [receipt.text]


def test_what_telegram_never_lets_go_is_said_and_everything_here_is_erased(
    lone_bot: Bot, someone: PersonOnTelegram
) -> None:
    has_talked(someone)
    someone.api.fail("deleteMessages", 400, chat=someone.id, times=OFTEN, description="Bad Request: no")
    someone.sends_command("/delete")
    someone.hears_only("telegram.deleted.refused")
    someone.api.recovers()
    assert rows(lone_bot, "SELECT 1 FROM chat_messages WHERE message_id = ?", max(someone.own)) == []


def test_an_answer_on_its_way_does_not_come_after_the_receipt(someone: PersonOnTelegram) -> None:
    has_talked(someone)
    someone.api.fail("sendMessage", 200, chat=someone.id, delay=3.0)
    before = len(someone.api.calls_of("sendMessage"))
    someone.writes(HELLO[someone.language])
    until(lambda: len(someone.api.calls_of("sendMessage")) > before, what="the answer to be on its way", within=PATIENT)
    someone.sends_command("/delete")
    [receipt] = someone.hears_only("telegram.deleted")
    assert (someone.own, [shown.text for shown in someone.shown]) == ({}, [receipt.text])


def test_erasing_that_hangs_keeps_nobody_else_waiting(lone_bot: Bot, someone: PersonOnTelegram) -> None:
    has_talked(someone)
    other = PersonOnTelegram(lone_bot, someone.api, someone.language)
    someone.api.fail("deleteMessages", 500, chat=someone.id, times=OFTEN, delay=60.0)
    someone.sends_command("/delete")
    until(lambda: someone.api.calls_of("deleteMessages"), what="the removal to begin", within=PATIENT)
    other.writes(DANGER[other.language])
    other.waits_for(lambda shown: "119" in shown.text, within=3.0)
    someone.api.recovers()
    someone.waits_for(lambda shown: shown.message_id > max(someone.own, default=0), within=PATIENT)


def test_a_picture_whose_removal_hangs_keeps_neither_its_sender_nor_anybody_waiting(
    lone_bot: Bot, someone: PersonOnTelegram
) -> None:
    someone.begins()
    other = PersonOnTelegram(lone_bot, someone.api, someone.language)
    someone.api.fail("deleteMessages", 500, chat=someone.id, times=OFTEN, delay=60.0)
    with someone.api.holds_back():
        someone.sends_album(["photo"] * 5)
        someone.writes(DANGER[someone.language])
        other.writes(DANGER[other.language])
    for person in (other, someone):
        person.waits_for(lambda shown: "119" in shown.text, within=4.0)
    someone.api.recovers()


@pytest.mark.parametrize("status", [429, 502])
def test_a_picture_goes_after_a_refusal_that_passes(someone: PersonOnTelegram, status: int) -> None:
    someone.begins()
    someone.api.fail("deleteMessages", status, chat=someone.id)
    own = someone.sends("photo")
    someone.hears("telegram.media")
    assert own not in someone.own


def test_an_album_is_removed_in_one_call(someone: PersonOnTelegram) -> None:
    someone.begins()
    with someone.api.holds_back():
        sent = someone.sends_album(["photo"] * 8)
    someone.hears_only("telegram.media")
    assert set(sent).isdisjoint(someone.own)
    removals = someone.api.calls_of("deleteMessages")
    assert len([call for call in removals if str(call.params["chat_id"]) == str(someone.id)]) == 1
