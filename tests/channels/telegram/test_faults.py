"""Whatever Telegram or the database do: nobody loses a message, nobody waits for somebody else's fault, and it passes."""

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.api_calls import ApiCall
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.bot_process import (
    HELLO,
    PATIENT,
    bot_over,
    change,
    conversation_of,
    first_words,
    in_both_languages,
    locked,
    puts_the_phone_away,
    says,
    should_have,
    someone,
    texts,
    traces_of,
    until_idle,
)
from tests.channels.telegram.chat_state import ShownMessage
from tests.channels.telegram.markup import units
from tests.journeys.processes import Bot
from tests.journeys.waiting import until
from tests.journeys.words import label

pytestmark = pytest.mark.service

ENDED = {
    "blocked": (403, "Forbidden: bot was blocked by the user"),
    "deactivated": (403, "Forbidden: user is deactivated"),
    "not found": (400, "Bad Request: chat not found"),
}


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    """Serve one Bot API to all tests of this file."""
    with BotApi() as serving:
        yield serving


@pytest.fixture(scope="module")
def running(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run one bot through all of these faults."""
    with bot_over(api, tmp_path_factory.mktemp("faults") / "site") as bot:
        yield bot


@pytest.fixture
def bot(api: BotApi, running: Bot) -> Iterator[Bot]:
    """Let nothing be broken before and after a test."""
    until(lambda: running.health().get("telegram") == "up", what="Telegram to be reached", within=PATIENT)
    yield running
    api.recovers()
    assert api.violations == []


def has_everything_once(bot: Bot, person: TelegramAccount, language: str) -> None:
    """Check that somebody reads what was said to them, each once and in order."""
    until_idle(bot)
    assert first_words(person, language) == should_have(bot, person, language)


def greets(bot: Bot, person: TelegramAccount, language: str) -> None:
    """Let somebody begin, and read the answer."""
    person.writes(HELLO[language])
    person.waits_for(says("scripted", language), within=PATIENT)
    until_idle(bot)


@in_both_languages
def test_who_is_asked_to_wait_waits_in_that_chat_and_nowhere_else(api: BotApi, bot: Bot, language: str) -> None:
    person, other = someone(api, language), someone(api, language)
    api.fail("sendMessage", 429, retry_after=5, chat=person.id)
    person.writes(HELLO[language])
    until(lambda: _calls_to(api, person), what="a call that is refused", within=PATIENT)
    other.writes(HELLO[language])
    other.waits_for(says("scripted", language), within=PATIENT)
    person.waits_for(says("scripted", language), within=PATIENT)
    first, second = _calls_to(api, person)[:2]
    assert second.at - first.at >= 5
    has_everything_once(bot, person, language)
    has_everything_once(bot, other, language)


def _calls_to(api: BotApi, person: TelegramAccount) -> list[ApiCall]:
    return [call for call in api.calls_of("sendMessage") if str(call.params["chat_id"]) == str(person.id)]


@pytest.mark.parametrize(
    "fault",
    [{"status": 500}, {"status": 502}, {"status": 504}, {"status": 200, "drop": True}],
    ids=["500", "502 with a page", "504", "hung up"],
)
@in_both_languages
def test_what_was_not_taken_is_sent_again_once_and_in_order(
    api: BotApi, bot: Bot, language: str, fault: dict[str, Any]
) -> None:
    person = someone(api, language)
    api.fail("sendMessage", **fault, times=3, chat=person.id)
    greets(bot, person, language)
    person.writes(HELLO[language])
    person.waits_for(says("scripted.again", language), within=PATIENT)
    has_everything_once(bot, person, language)


def test_an_answer_later_than_anybody_waits_is_asked_for_again(api: BotApi, bot: Bot) -> None:
    person, other = someone(api, "ja"), someone(api, "en")
    api.fail("sendMessage", 500, delay=7.0, chat=person.id)
    person.writes(HELLO["ja"])
    greets(bot, other, "en")
    person.waits_for(says("scripted", "ja"), within=PATIENT)
    has_everything_once(bot, person, "ja")


@pytest.mark.parametrize("why", ENDED)
@in_both_languages
def test_a_chat_that_has_ended_is_erased_everywhere(api: BotApi, bot: Bot, language: str, why: str) -> None:
    person = someone(api, language)
    greets(bot, person, language)
    conversation = conversation_of(bot, person)
    assert traces_of(bot, conversation)
    status, description = ENDED[why]
    api.fail("sendMessage", status, description=description, chat=person.id, times=10)
    person.writes(HELLO[language])
    until(lambda: not conversation_of(bot, person), what="it to be forgotten", within=PATIENT)
    until(lambda: not traces_of(bot, conversation), what="every trace to go", within=PATIENT)


@in_both_languages
def test_whoever_blocks_the_bot_is_forgotten_at_once(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    greets(bot, person, language)
    conversation = conversation_of(bot, person)
    person.blocks()
    until(lambda: not traces_of(bot, conversation), what="every trace to go", within=PATIENT)
    person.unblocks()
    person.writes(HELLO[language])
    person.waits_for_answers(2, within=PATIENT)
    until_idle(bot)
    assert conversation_of(bot, person) not in ("", conversation)


@in_both_languages
def test_what_is_not_taken_as_it_is_goes_out_plain(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    greets(bot, person, language)
    api.fail("sendMessage", 400, description="Bad Request: can't parse entities", chat=person.id)
    person.writes(HELLO[language])
    shown = person.waits_for(says("scripted.again", language), within=PATIENT)
    assert not shown.buttons
    has_everything_once(bot, person, language)


@in_both_languages
def test_what_is_taken_in_no_way_does_not_hold_up_what_follows(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    greets(bot, person, language)
    api.fail("sendMessage", 400, description="Bad Request: strange", times=2, chat=person.id)
    person.writes(HELLO[language])
    until(lambda: texts(bot, person)[1:], what="it to be kept", within=PATIENT)
    until_idle(bot)
    assert not [shown for shown in person.shown if says("scripted.again", language)(shown)]
    person.writes(HELLO[language])
    person.waits_for(says("scripted.again", language), within=PATIENT)
    assert "it is left out" in bot.output.read_text()


@in_both_languages
def test_a_receipt_that_cannot_be_given_yet_comes_later_and_holds_up_nobody(
    api: BotApi, bot: Bot, language: str
) -> None:
    person = someone(api, language)
    greets(bot, person, language)
    conversation = conversation_of(bot, person)
    api.fail("sendMessage", 500, times=10_000, chat=person.id)
    person.sends_command("/delete")
    until(lambda: not traces_of(bot, conversation), what="every trace to go", within=PATIENT)
    for _ in range(5):
        greets(bot, someone(api, language), language)
    assert not person.shown
    api.recovers()
    whole, partly = (says(key, language) for key in ("telegram.deleted", "telegram.deleted.partly"))
    person.waits_for(
        lambda shown: whole(shown) or partly(shown), within=PATIENT
    )  # who comes again is not known any more
    until(lambda: not api.updates.webhook_info().pending_update_count, what="it to be confirmed", within=PATIENT)
    assert len(person.shown) == 1


@pytest.mark.parametrize("status", [401, 409, 429, 500])
def test_polling_that_fails_is_said_on_health_and_comes_back(api: BotApi, bot: Bot, status: int) -> None:
    person = someone(api, "en")
    api.fail("getUpdates", status, times=10_000)
    api.fail("deleteWebhook", status, times=10_000)
    person.writes(HELLO["en"])  # ends the question that is under way
    until(lambda: bot.health().get("telegram") == "down", what="health to say so", within=PATIENT)
    assert bot.health()["status"] == "degraded", "the page goes on"
    api.recovers()
    person.waits_for(says("scripted", "en"), within=PATIENT)
    until(lambda: bot.health().get("telegram") == "up", what="health to say so", within=PATIENT)
    has_everything_once(bot, person, "en")


@pytest.mark.parametrize("method", ["setMyCommands", "sendChatAction", "getMe", "answerCallbackQuery"])
def test_what_is_only_nice_to_have_may_fail(api: BotApi, bot: Bot, method: str) -> None:
    api.fail(method, 500, times=10_000)
    greets(bot, someone(api, "ja"), "ja")


@in_both_languages
def test_a_locked_database_loses_no_update(api: BotApi, bot: Bot, language: str) -> None:
    people = [someone(api, language) for _ in range(3)]
    failures = bot.output.read_text().count("could not be kept")
    with locked(bot):
        for number in range(3):
            for person in people:
                person.writes(f"{number}")
        until(lambda: bot.output.read_text().count("could not be kept") > failures, what="a try", within=PATIENT)
    for person in people:
        until(partial(_has_kept, bot, person, ["0", "1", "2"]), what="all updates", within=PATIENT)
        has_everything_once(bot, person, language)


def _has_kept(bot: Bot, person: TelegramAccount, written: list[str]) -> bool:
    return texts(bot, person) == written


def test_a_repeated_update_leaves_no_address_behind(api: BotApi, bot: Bot) -> None:
    person = someone(api, "en")
    greets(bot, person, "en")
    conversation = conversation_of(bot, person)
    until(lambda: "addresses" not in traces_of(bot, conversation), what="the address to go", within=PATIENT)
    change(bot, "DELETE FROM taken_updates")
    asked = len(api.calls_of("getUpdates"))
    api.repeats(api.update_ids()[-1])
    until(lambda: len(api.calls_of("getUpdates")) > asked, what="it to be taken", within=PATIENT)
    assert "addresses" not in traces_of(bot, conversation)
    has_everything_once(bot, person, "en")


def test_a_token_that_is_revoked_is_named_in_the_log_and_never_shown(api: BotApi, bot: Bot) -> None:
    person = someone(api, "ja")
    greets(bot, person, "ja")
    said = bot.output.read_text().count("TELEGRAM_BOT_TOKEN")
    for method in ("getUpdates", "deleteWebhook", "sendMessage"):
        api.fail(method, 401, times=10_000)
    person.writes(HELLO["ja"])
    until(lambda: bot.output.read_text().count("TELEGRAM_BOT_TOKEN") > said, what="the log to say so", within=PATIENT)
    assert bot.health()["database"] == "up"
    assert api.token.partition(":")[2] not in bot.output.read_text()
    api.recovers()
    person.waits_for(says("scripted.again", "ja"), within=PATIENT)
    has_everything_once(bot, person, "ja")


@in_both_languages
def test_a_late_answer_is_covered_and_makes_no_sound(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    greets(bot, person, language)
    assert all(shown.silent and not is_covered(shown, language) for shown in person.shown)
    api.fail("sendMessage", 503, times=10_000, chat=person.id)
    person.writes(HELLO[language])
    until(lambda: should_have(bot, person, language)[2:], what="an answer to be kept", within=PATIENT)
    puts_the_phone_away(bot, person, seconds=121)
    tries = len(_calls_to(api, person))  # one of them may have been drawn before it became late
    until(lambda: len(_calls_to(api, person)) > tries + 1, what="two more tries", within=PATIENT)
    api.recovers()
    late = person.waits_for(says("scripted.again", language), within=PATIENT)
    assert is_covered(late, language)
    assert late.silent


def is_covered(shown: ShownMessage, language: str) -> bool:
    """Say whether all but a neutral first line is hidden until it is tapped."""
    line = f"{label('A new message. Tap it to read.', language)}\n\n"
    hidden = [(one.offset, one.offset + one.length) for one in shown.entities if one.type == "spoiler"]
    return shown.text.startswith(line) and hidden == [(units(line), units(shown.text))]
