"""Very much at once, and very strange: floods, crowds, giants, nothing at all, and updates that come twice or too late."""

from collections.abc import Iterator
from functools import partial

import pytest

from bot.applications import TELEGRAM_BURST
from bot.channels.telegram.message_handler import LONGEST_TEXT
from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.bot_process import (
    HELLO,
    IN_DANGER,
    PATIENT,
    bot_over,
    change,
    first_words,
    in_both_languages,
    kept,
    says,
    should_have,
    someone,
    texts,
    until_idle,
    words_of,
)
from tests.journeys.processes import Bot
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES

pytestmark = pytest.mark.service

CROWD = 150
FLOOD = 50
UNREADABLE = {
    "nothing": "",
    "spaces": " \n\t ",
    "zero width": "\u200b\u200d\u2060\ufeff",
    "NUL": "\0\0",
    "marks": "\u202e\u202c",
}
READABLE = {
    "right to left": "\u202eمرحبا, ساعدني",
    "with NUL": "a\0b",
    "only emoji": "😭😭🙏",
    "a family": "👩\u200d👩\u200d👧",
    "combined": "e" + "\u0301" * 300,
    "markup": "<b>*_[x](tg://user?id=1)</b> `{0} %s",
    "a question mark": "?",
}  # fmt: skip


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    """Serve one Bot API to all tests of this file."""
    with BotApi() as serving:
        yield serving


@pytest.fixture(scope="module")
def bot(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run one bot for all of them."""
    with bot_over(api, tmp_path_factory.mktemp("floods") / "site") as running:
        yield running
    assert api.violations == []


def begins(bot: Bot, person: TelegramAccount, language: str) -> None:
    """Let somebody begin, some time ago."""
    person.writes(HELLO[language])
    person.waits_for(says("scripted", language), within=PATIENT)
    until_idle(bot)
    change(bot, "UPDATE messages SET at = at - 20")


def are_taken(api: BotApi, bot: Bot) -> None:
    """Wait until every update there has been was taken and answered."""
    until(lambda: not api.updates.webhook_info().pending_update_count, what="all to be taken", within=PATIENT)
    until_idle(bot)


def times_said(person: TelegramAccount, key: str, language: str) -> int:
    """Count how often somebody was told something."""
    return first_words(person, language).count(words_of(key, language))


@in_both_languages
def test_quick_lines_are_one_turn(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    begins(bot, person, language)
    lines = [f"{number}" for number in range(6)]
    with api.holds_back():
        for line in lines:
            person.writes(line)
    are_taken(api, bot)
    assert texts(bot, person)[1:] == lines
    assert 1 <= times_said(person, "scripted.again", language) < len(lines)


@in_both_languages
def test_a_flood_is_met_with_one_calm_line_and_passes(api: BotApi, bot: Bot, language: str) -> None:
    person, other = someone(api, language), someone(api, language)
    begins(bot, person, language)
    with api.holds_back():
        for number in range(FLOOD):
            person.writes(f"{number}")
    other.writes(HELLO[language])
    other.waits_for(says("scripted", language), within=PATIENT)
    person.waits_for(says("telegram.flood", language), within=PATIENT)
    are_taken(api, bot)
    assert times_said(person, "telegram.flood", language) == 1
    assert texts(bot, person)[1 : TELEGRAM_BURST + 1] == [f"{number}" for number in range(TELEGRAM_BURST)]
    assert first_words(person, language) == should_have(bot, person, language)
    assert len(kept(bot, person)) < FLOOD
    change(bot, "UPDATE messages SET at = at - 20")
    person.writes(HELLO[language])
    person.waits_for_answers(1, within=PATIENT)
    are_taken(api, bot)
    assert texts(bot, person)[-1] == HELLO[language]
    assert times_said(person, "telegram.flood", language) == 1


@in_both_languages
def test_danger_inside_a_flood_is_answered(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    begins(bot, person, language)
    with api.holds_back():
        for number in range(FLOOD):
            person.writes(IN_DANGER[language] if number == FLOOD - 10 else f"{number}")
    person.waits_for(says("crisis.suicide", language), within=PATIENT)
    are_taken(api, bot)
    assert IN_DANGER[language] in texts(bot, person)
    assert times_said(person, "crisis.suicide", language) == 1


@pytest.mark.parametrize("length", [LONGEST_TEXT + 1, 10_000])
@in_both_languages
def test_a_message_longer_than_telegram_allows_is_met_kindly(api: BotApi, bot: Bot, language: str, length: int) -> None:
    person = someone(api, language)
    begins(bot, person, language)
    person.writes({"ja": "あ", "en": "a"}[language] * length)
    person.waits_for(says("telegram.too_long", language), within=PATIENT)
    are_taken(api, bot)
    assert len(texts(bot, person)) == 1


@pytest.mark.parametrize(("language", "line"), [("ja", "助けてほしい。"), ("en", "what now? ")])
def test_the_longest_message_telegram_allows_is_taken(api: BotApi, bot: Bot, language: str, line: str) -> None:
    person = someone(api, language)
    begins(bot, person, language)
    longest = (line * LONGEST_TEXT)[: LONGEST_TEXT - 1] + "x"
    person.writes(longest)
    person.waits_for_answers(1, within=PATIENT)
    are_taken(api, bot)
    assert texts(bot, person)[1:] == [longest]
    assert not times_said(person, "telegram.too_long", language)


def test_danger_in_a_message_that_is_too_long_is_answered(api: BotApi, bot: Bot) -> None:
    for language in LANGUAGES:
        person = someone(api, language)
        person.writes(f"{IN_DANGER[language]}{'。 ' * 5000}{IN_DANGER[language]}{'ab ' * 3000}")
        person.waits_for(says("crisis.suicide", language), within=PATIENT)
        assert not texts(bot, person)


@pytest.mark.parametrize("what", UNREADABLE)
@in_both_languages
def test_where_there_is_nothing_to_read_the_bot_says_so(api: BotApi, bot: Bot, language: str, what: str) -> None:
    person = someone(api, language)
    begins(bot, person, language)
    person.writes(UNREADABLE[what])
    person.waits_for(says("telegram.empty", language), within=PATIENT)
    are_taken(api, bot)
    assert len(texts(bot, person)) == 1


@pytest.mark.parametrize("what", READABLE)
def test_strange_writing_is_taken_once_and_answered(api: BotApi, bot: Bot, what: str) -> None:
    person = someone(api, "en")
    begins(bot, person, "en")
    person.writes(READABLE[what])
    person.waits_for_answers(1, within=PATIENT)
    are_taken(api, bot)
    assert len(texts(bot, person)) == 2
    assert "\0" not in texts(bot, person)[1]


def test_a_crowd_that_writes_at_once_gets_its_answers(api: BotApi, bot: Bot) -> None:
    people = [(someone(api, LANGUAGES[number % 2]), LANGUAGES[number % 2]) for number in range(CROWD)]
    with api.holds_back():
        for person, language in people:
            person.writes(HELLO[language])
    for person, language in people:
        person.waits_for(says("scripted", language), within=2 * PATIENT)
    are_taken(api, bot)
    for person, language in people:
        assert first_words(person, language) == should_have(bot, person, language)


def test_updates_out_of_order_and_twice_are_answered_once(api: BotApi, bot: Bot) -> None:
    person = someone(api, "en")
    begins(bot, person, "en")
    before = len(api.update_ids())
    with api.holds_back():
        for number in range(4):
            person.writes(f"{number}")
        new = api.update_ids()[before:]
        api.sends_out_of_order([new[2], new[0], new[3], new[1], new[0]])
    until(partial(_has, bot, person, 5), what="all texts", within=PATIENT)
    are_taken(api, bot)
    api.sends_out_of_order(list(reversed(new)))
    person.writes("4")
    until(partial(_has, bot, person, 6), what="the last text", within=PATIENT)
    are_taken(api, bot)
    assert sorted(texts(bot, person)[1:]) == ["0", "1", "2", "3", "4"]
    assert first_words(person, "en") == should_have(bot, person, "en")


def _has(bot: Bot, person: TelegramAccount, count: int) -> bool:
    return len(texts(bot, person)) >= count
