"""What a phone that lies open shows of an answer: by when the person last did something, as Telegram tells it."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.channels.telegram.bot_process import puts_the_phone_away, says
from tests.channels.telegram.chat_state import ShownMessage
from tests.channels.telegram.counsellor_chats import DANGER, HELLO, is_closed_by, is_covered, is_with
from tests.channels.telegram.person import PATIENT, PersonOnTelegram, bubble, change
from tests.channels.telegram.staff_member import StaffMember
from tests.journeys.processes import Bot
from tests.journeys.words import label

pytestmark = pytest.mark.service

LATER = "UPDATE messages SET at = at - 300"


def ago(seconds: float) -> datetime:
    """Return a time as Telegram would date a message."""
    return datetime.now(UTC) - timedelta(seconds=seconds)


def line(person: PersonOnTelegram) -> str:
    """Return the neutral line."""
    return label("A new message. Tap it to read.", person.language)


def answer(person: PersonOnTelegram, key: str) -> ShownMessage:
    """Wait for an entry, covered or not."""
    return person.waits_for(says(key, person.language), within=PATIENT)


def test_danger_in_a_closed_chat_is_answered_alone_and_uncovered_however_long_ago_it_ended(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_closed_by(someone, present)
    change(lone_bot, LATER)
    someone.writes(DANGER[someone.language])
    [said] = someone.hears_only("crisis.suicide")
    assert not is_covered(said, someone.language)


def test_danger_in_a_caption_in_a_closed_chat_is_answered_alone(
    someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_closed_by(someone, present)
    someone.sends("photo", caption=DANGER[someone.language])
    someone.hears_only("crisis.suicide")


def test_danger_while_a_counsellor_is_there_is_answered_alone_and_uncovered(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_with(someone, present)
    puts_the_phone_away(lone_bot, someone)
    someone.writes(DANGER[someone.language])
    someone.hears("crisis.suicide")
    assert len(someone.news()) == 1


def test_a_message_that_telegram_held_back_for_minutes_is_answered_under_a_cover(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.waits_until_nothing_is_due()
    someone.writes(HELLO[someone.language], date=ago(167))
    assert is_covered(answer(someone, "scripted"), someone.language)


def test_emergency_words_to_a_message_of_the_night_are_covered_in_the_morning(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.waits_until_nothing_is_due()
    someone.writes(DANGER[someone.language], date=ago(8 * 3600))
    assert is_covered(answer(someone, "crisis.suicide"), someone.language)


def test_after_half_a_minute_emergency_words_begin_neutral_and_lie_open(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.waits_until_nothing_is_due()
    someone.writes(DANGER[someone.language], date=ago(40))
    said = answer(someone, "crisis.suicide")
    assert said.text.startswith(f"{line(someone)}\n\n{bubble('crisis.suicide', someone.language).text}")
    assert not [one for one in said.entities if one.type == "spoiler"]


def test_after_half_a_minute_everything_else_is_covered(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.waits_until_nothing_is_due()
    someone.writes(HELLO[someone.language], date=ago(40))
    assert is_covered(answer(someone, "scripted"), someone.language)


@pytest.mark.parametrize(("command", "key"), [("/start", "welcome"), ("/language", "telegram.language")])
def test_a_command_that_was_just_sent_is_never_late(
    lone_bot: Bot, someone: PersonOnTelegram, command: str, key: str
) -> None:
    someone.begins()
    someone.waits_until_nothing_is_due()
    someone.writes(HELLO[someone.language])
    someone.hears_only("scripted")
    change(lone_bot, LATER)
    someone.sends_command(command)
    someone.hears_only(key)


def test_a_command_to_a_chat_with_a_counsellor_is_never_late(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_with(someone, present)
    puts_the_phone_away(lone_bot, someone)
    someone.sends_command("/start")
    someone.hears("counsellor.joined", counsellor=present.name)


def test_words_put_into_an_old_message_just_now_are_answered_uncovered(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.waits_until_nothing_is_due()
    own = someone.writes(HELLO[someone.language], date=ago(600))
    answer(someone, "scripted")
    someone.waits_until_nothing_is_due()
    someone.edits(own, f"{HELLO[someone.language]} 2")
    someone.hears_only("telegram.edited", "scripted.again")
