"""Updates that the library cannot read: each is passed over by itself, its words are met where there are some, and nothing is logged."""

from collections.abc import Iterator

import pytest

from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.bot_process import HELLO, IN_DANGER, PATIENT, bot_over, says, someone
from tests.channels.telegram.malformed import BROKEN, OLD_POLL, broken, message_of
from tests.journeys.processes import EVERYTHING_AT_DEBUG, Bot
from tests.journeys.waiting import until

pytestmark = pytest.mark.service


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    """Serve one Bot API to all tests of this file."""
    with BotApi() as serving:
        yield serving


@pytest.fixture(scope="module")
def bot(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run one bot that logs all it can."""
    with bot_over(api, tmp_path_factory.mktemp("unreadable") / "site", **EVERYTHING_AT_DEBUG) as running:
        until(lambda: running.health().get("telegram") == "up", what="Telegram to be reached", within=PATIENT)
        yield running
    assert api.violations == []


def is_confirmed(api: BotApi, update_id: int) -> bool:
    """Tell whether the bot will not be brought an update again."""
    return not any(update["update_id"] == update_id for update in api.updates.waiting())


@pytest.mark.parametrize("what", BROKEN)
def test_one_update_that_cannot_be_read_keeps_nobody_waiting_and_leaves_no_trace(
    api: BotApi, bot: Bot, what: str
) -> None:
    sender, other = someone(api, "ja"), someone(api, "en")
    with api.holds_back():
        number = api.updates.add_raw(broken(sender, BROKEN[what]))
        other.writes(HELLO["en"])
    other.waits_for(says("scripted", "en"), within=PATIENT)
    until(lambda: is_confirmed(api, number), what="it to be confirmed", within=PATIENT)
    log = bot.output.read_text()
    assert [secret for secret in (sender.canary, sender.name_canary, str(sender.id)) if secret in log] == []


def test_what_could_not_be_read_is_counted_on_health(api: BotApi, bot: Bot) -> None:
    before = int(bot.health()["telegram_unreadable"])
    number = api.updates.add_raw({"message": []})
    until(lambda: is_confirmed(api, number), what="it to be confirmed", within=PATIENT)
    until(lambda: int(bot.health()["telegram_unreadable"]) == before + 1, what="it to be counted", within=PATIENT)
    assert bot.health()["status"] == "degraded"


@pytest.mark.parametrize("language", ["ja", "en"])
def test_danger_in_an_answer_to_something_unreadable_is_still_met(api: BotApi, bot: Bot, language: str) -> None:
    del bot
    person = someone(api, language)
    quoted = message_of(person, poll=OLD_POLL)
    api.updates.add_raw({"message": message_of(person, text=IN_DANGER[language], reply_to_message=quoted)})
    person.waits_for(says("crisis.suicide", language), within=PATIENT)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_poll_of_an_older_server_is_met_like_any_other(api: BotApi, bot: Bot, language: str) -> None:
    del bot
    person = someone(api, language)
    api.updates.add_raw({"message": message_of(person, poll=OLD_POLL)})
    person.waits_for(says("telegram.media", language), within=PATIENT)
