"""Updates by webhook: to a path nobody can guess, with a secret, and confirmed only when they are stored."""

import secrets
from collections.abc import Iterator
from functools import partial
from typing import Any

import httpx
import pytest

from tests.channels.telegram.account import TelegramAccount
from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.bot_process import (
    HELLO,
    PATIENT,
    ask,
    bot_over,
    first_words,
    in_both_languages,
    locked,
    says,
    shared_with,
    should_have,
    someone,
    texts,
    until_idle,
)
from tests.journeys.processes import Bot, free_ports
from tests.journeys.visitor import Visitor
from tests.journeys.waiting import until
from tests.journeys.words import entry

pytestmark = pytest.mark.service

SECRET = secrets.token_urlsafe(24)
HEADER = "X-Telegram-Bot-Api-Secret-Token"
POLITE = range(400, 500)
STRANGE: dict[str, Any] = {
    "nothing": b"",
    "no JSON": b'{"update_id": ',
    "no text": b"\xff\xfe\x00",
    "null": b"null",
    "a list": b"[]",
    "a number": b"7",
    "an empty object": b"{}",
    "very deep": b"[" * 100_000,
    "a deep object": b'{"update_id": 1, "message": ' + b'{"reply_to_message": ' * 30_000,
    "a megabyte": b'{"update_id": 1, "text": "' + b"x" * 2**20 + b'"}',
}  # fmt: skip
UNREADABLE: dict[str, bytes] = {
    "a word where a number belongs": b'{"update_id": 1, "message": {"message_id": 1, "date": "noon", "chat": {}}}',
    "a message that is a list": b'{"update_id": 1, "message": []}',
    "a time after all times": b'{"update_id": 1, "message": {"message_id": 1, "date": 1e300, "chat": {"id": 1, "type": "private"}}}',
    "a time that is too long": b'{"update_id": 1, "message": {"message_id": 1, "date": %d, "chat": {"id": 1, "type": "private"}}}' % 10**30,
}  # fmt: skip


@pytest.fixture(scope="module")
def api() -> Iterator[BotApi]:
    """Serve one Bot API to all tests of this file."""
    with BotApi() as serving:
        yield serving


@pytest.fixture(scope="module")
def bot(api: BotApi, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bot]:
    """Run one bot to which Telegram brings updates."""
    port = free_ports()["BOT_PUBLIC_PORT"]
    settings = {
        "BOT_PUBLIC_PORT": port,
        "TELEGRAM_WEBHOOK_URL": f"http://127.0.0.1:{port}",
        "TELEGRAM_WEBHOOK_SECRET": SECRET,
    }
    with bot_over(api, tmp_path_factory.mktemp("webhook") / "site", **settings) as running:
        until(lambda: running.health().get("telegram") == "up", what="the webhook to be set", within=PATIENT)
        yield running
    assert api.violations == []


def address(api: BotApi) -> str:
    """Return where Telegram was told to bring updates."""
    return str(api.calls_of("setWebhook")[-1].params["url"])


def post(api: BotApi, content: bytes, *, secret: str = SECRET, **headers: str) -> httpx.Response:
    """Post to the webhook as Telegram, or somebody who would like to be, does."""
    return httpx.post(
        address(api),
        content=content,
        headers={HEADER: secret, "Content-Type": "application/json", **headers},
        trust_env=False,
        timeout=PATIENT,
    )


def count(bot: Bot) -> object:
    """Count what is stored."""
    return ask(bot, "SELECT (SELECT count(*) FROM messages) + (SELECT count(*) FROM taken_updates)")


@in_both_languages
def test_updates_are_brought_and_answered_without_any_polling(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    person.writes(HELLO[language])
    person.waits_for(says("scripted", language), within=PATIENT)
    person.writes(HELLO[language])
    person.waits_for(says("scripted.again", language), within=PATIENT)
    until_idle(bot)
    assert first_words(person, language) == should_have(bot, person, language)
    assert api.calls_of("getUpdates") == []
    assert api.calls_of("setWebhook")[-1].params["secret_token"] == SECRET


def test_the_address_cannot_be_guessed(api: BotApi, bot: Bot) -> None:
    body = b'{"update_id": 1}'
    for path in ("/telegram", "/telegram/", "/webhook", f"/telegram/{'0' * 40}", f"/telegram/{api.token}"):
        for method in ("GET", "POST"):
            answer = httpx.request(
                method, f"{bot.site}{path}", content=body, headers={HEADER: SECRET}, trust_env=False, timeout=PATIENT
            )
            assert answer.status_code in (403, 404, 405), path
            assert method == "POST" or answer.status_code == httpx.codes.NOT_FOUND
    assert api.token not in address(api)
    assert SECRET not in address(api)


WRONG = {"none": "", "shorter": SECRET[:-1], "longer": SECRET + "x", "in another case": SECRET.swapcase()}


@pytest.mark.parametrize("secret", WRONG.values(), ids=WRONG.keys())
def test_nobody_without_the_secret_is_listened_to(api: BotApi, bot: Bot, secret: str) -> None:
    before = count(bot)
    body = (
        b'{"update_id": 5, "message": {"message_id": 1, "date": 1, "chat": {"id": 5, "type": "private"}, "text": "hi"}}'
    )
    assert post(api, body, secret=secret).status_code == httpx.codes.FORBIDDEN
    assert count(bot) == before


@pytest.mark.parametrize("what", STRANGE)
def test_what_is_no_update_is_refused_politely(api: BotApi, bot: Bot, what: str) -> None:
    before = count(bot)
    answer = post(api, STRANGE[what])
    assert answer.status_code in POLITE
    assert answer.content in (b"", b"null")
    assert count(bot) == before
    assert bot.health()["database"] == "up"


@pytest.mark.parametrize("what", UNREADABLE)
def test_an_update_that_cannot_be_read_is_confirmed_and_counted(api: BotApi, bot: Bot, what: str) -> None:
    before, counted = count(bot), bot.health()["telegram_unreadable"]
    answer = post(api, UNREADABLE[what])
    assert answer.status_code == httpx.codes.OK, "else Telegram brings it for a day"
    assert count(bot) == before
    assert bot.health()["telegram_unreadable"] > counted


def test_a_form_with_a_file_is_refused_politely(api: BotApi, bot: Bot) -> None:
    before = count(bot)
    files = {"update_id": b"1", "photo": b"\x89PNG"}
    answer = httpx.post(address(api), files=files, headers={HEADER: SECRET}, trust_env=False, timeout=PATIENT)
    assert answer.status_code in POLITE
    assert count(bot) == before


def test_other_methods_are_refused(api: BotApi, bot: Bot) -> None:
    for method in ("GET", "PUT", "DELETE", "PATCH"):
        answer = httpx.request(method, address(api), headers={HEADER: SECRET}, trust_env=False, timeout=PATIENT)
        assert answer.status_code == httpx.codes.METHOD_NOT_ALLOWED
    assert bot.health()["telegram"] == "up"


def test_an_update_with_parts_of_the_wrong_kind_harms_nobody(api: BotApi, bot: Bot) -> None:
    person = someone(api, "en")
    message = f'"message_id": 1, "date": 1, "chat": {{"id": {person.id}, "type": "private"}}'
    for part in ('"text": 7', '"text": []', '"text": {"a": 1}', '"caption": 7', '"entities": 1, "text": "/start"'):
        post(api, f'{{"update_id": {secrets.randbelow(2**30)}, "message": {{{message}, {part}}}}}'.encode())
    person.writes(HELLO["en"])
    person.waits_for(says("scripted", "en"), within=PATIENT)
    assert bot.health()["telegram"] == "up"


@in_both_languages
def test_an_update_is_confirmed_only_when_it_is_kept(api: BotApi, bot: Bot, language: str) -> None:
    person = someone(api, language)
    with locked(bot):
        person.writes(HELLO[language])
        number = api.update_ids()[-1]
        until(lambda: statuses(api, number), what="a delivery to fail", within=PATIENT)
        assert httpx.codes.OK not in statuses(api, number)
    person.waits_for(says("scripted", language), within=PATIENT)
    until(lambda: httpx.codes.OK in statuses(api, number), what="it to be confirmed", within=PATIENT)
    until_idle(bot)
    assert texts(bot, person) == [HELLO[language]]
    assert first_words(person, language) == should_have(bot, person, language)


def statuses(api: BotApi, number: int) -> list[int]:
    """Return how the deliveries of an update went."""
    return [delivery.status for delivery in list(api.deliveries) if delivery.update_id == number]


def test_an_update_that_is_brought_twice_is_answered_once(api: BotApi, bot: Bot) -> None:
    person = someone(api, "ja")
    person.writes(HELLO["ja"])
    person.waits_for(says("scripted", "ja"), within=PATIENT)
    number = api.update_ids()[-1]
    for times in (2, 3):
        api.repeats(number)
        until(partial(_was_brought, api, number, times), what="it to be brought again", within=PATIENT)
    until_idle(bot)
    assert texts(bot, person) == [HELLO["ja"]]
    assert first_words(person, "ja") == should_have(bot, person, "ja")


def _was_brought(api: BotApi, number: int, times: int) -> bool:
    return statuses(api, number) == [200] * times


@in_both_languages
def test_the_page_works_beside_it(api: BotApi, bot: Bot, language: str) -> None:
    with Visitor(bot.site, language=language) as visitor:
        visitor.writes(HELLO[language])
        said = until(visitor.answer, what="an answer", within=PATIENT)
        assert entry("scripted", language) in " ".join(said[0].text.split())
    assert not api.calls_of("getUpdates")


def test_without_the_setting_it_is_asked_for_again(
    api: BotApi, bot: Bot, tmp_path_factory: pytest.TempPathFactory
) -> None:
    person: TelegramAccount = someone(api, "ja")
    bot.stop()
    person.writes(HELLO["ja"])
    polls = {name: value for name, value in shared_with(bot).items() if "WEBHOOK" not in name}
    with Bot(tmp_path_factory.mktemp("polling") / "site", **polls):
        person.waits_for(says("scripted", "ja"), within=PATIENT)
        assert api.calls_of("deleteWebhook")
        assert api.updates.webhook_info().url == ""
    bot.start()
    until(lambda: api.updates.webhook_info().url, what="the webhook to be set again", within=PATIENT)
