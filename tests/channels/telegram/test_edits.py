"""Changing a message after it was sent, with Rasa away: answered once, as a change, and only where words changed."""

import pytest

from tests.channels.telegram.person import PersonOnTelegram, rows
from tests.journeys.processes import Bot

pytestmark = pytest.mark.service

FIRST = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}
SECOND = {"ja": "こんにちは、急ぎの相談です", "en": "hello, I need some advice soon"}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}


@pytest.fixture
def written(someone: PersonOnTelegram) -> int:
    """Let somebody write a message that is answered; return its id."""
    someone.begins()
    own = someone.writes(FIRST[someone.language])
    someone.hears_only("scripted")
    return own


def test_new_words_are_answered_once_as_a_change(someone: PersonOnTelegram, written: int) -> None:
    someone.edits(written, SECOND[someone.language])
    someone.hears_only("telegram.edited", "scripted.again")


def test_the_same_words_are_not_answered(someone: PersonOnTelegram, written: int) -> None:
    someone.edits(written, FIRST[someone.language])
    someone.hears_nothing()
    someone.edits(written, f"  {FIRST[someone.language]}\n")
    someone.hears_nothing()


def test_words_changed_back_and_forth_are_compared_with_the_last(someone: PersonOnTelegram, written: int) -> None:
    someone.edits(written, SECOND[someone.language])
    someone.hears_only("telegram.edited", "scripted.again")
    someone.edits(written, SECOND[someone.language])
    someone.hears_nothing()
    someone.edits(written, FIRST[someone.language])
    someone.hears_only("telegram.edited", "scripted.again")


def test_an_update_that_comes_twice_is_answered_once(someone: PersonOnTelegram, written: int) -> None:
    someone.edits(written, SECOND[someone.language])
    someone.hears_only("telegram.edited", "scripted.again")
    someone.api.repeats(someone.api.update_ids()[-1])
    someone.writes(FIRST[someone.language])
    someone.hears_only("scripted.again")


def test_danger_that_is_written_into_an_old_message_is_met_first(someone: PersonOnTelegram, written: int) -> None:
    someone.edits(written, DANGER[someone.language])
    someone.hears("crisis.suicide")
    assert "119" in someone.news()[0].text


def test_a_change_in_the_same_moment_is_answered_with_its_message(someone: PersonOnTelegram) -> None:
    someone.begins()
    with someone.api.holds_back():
        own = someone.writes(FIRST[someone.language])
        someone.edits(own, SECOND[someone.language])
    someone.hears_only("telegram.edited", "scripted")


def test_a_message_of_before_the_erasing_begins_anew(someone: PersonOnTelegram, written: int) -> None:
    someone.sends_command("/stop")
    someone.hears_only("telegram.stopped")
    someone.edits(written, SECOND[someone.language])
    someone.hears_only("welcome", "scripted")


def test_a_change_that_arrives_after_the_erasing_begins_anew(someone: PersonOnTelegram, written: int) -> None:
    with someone.api.holds_back():
        someone.sends_command("/delete")
        someone.edits(written, SECOND[someone.language])
    someone.hears_only("telegram.deleted", "welcome", "scripted")


def test_a_changed_command_is_answered_as_words(someone: PersonOnTelegram) -> None:
    own = someone.sends_command("/start")
    someone.hears_only("welcome")
    someone.edits(own, FIRST[someone.language])
    someone.hears_only("telegram.edited", "scripted")


def test_changing_a_picture_that_could_not_be_removed_keeps_no_address(
    lone_bot: Bot, someone: PersonOnTelegram
) -> None:
    someone.begins()
    someone.api.fail(
        "deleteMessages", 400, chat=someone.id, description="Bad Request: message can't be deleted", times=9
    )
    own = someone.sends("photo")
    someone.hears_only("telegram.media.kept")
    for number in (1, 2):
        someone.edits_picture(own)
        someone.waits_until_nothing_is_due()
        assert len(someone.shown) <= 2 + number
    assert rows(lone_bot, "SELECT * FROM addresses") == []


def test_while_an_answer_is_made_it_can_be_seen(someone: PersonOnTelegram) -> None:
    someone.begins()
    before = someone.typing
    someone.writes(FIRST[someone.language])
    someone.hears_only("scripted")
    assert someone.typing > before
