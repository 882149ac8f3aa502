"""Promises 1, 2 and 6 on Telegram: no file, name, number or word of a person is anywhere, with everything at DEBUG."""

import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.malformed import BROKEN, broken
from tests.channels.telegram.media import KINDS
from tests.channels.telegram.person import PersonOnTelegram, rows
from tests.journeys.processes import ROOT, Service
from tests.journeys.traces import files_under, forms, traces

pytestmark = pytest.mark.service

CANARY = {"ja": "鶺鴒のさざれ石", "en": "quizzaciously"}
SENTENCES = {
    "ja": (
        "Xに裸の加工画像を上げられました。{}",
        "{}",
        "もう死にたい {}",
        "インスタの{}さんに脅されています、15歳です",
    ),
    "en": (
        "someone put a deepfake nude of me on X, {}",
        "{}",
        "i want to die {}",
        "{} on Instagram threatens me, i am 15",
    ),
}
COMMANDS = ("/start {}", "/help {}", "/restart {}", "/{} now", '/affirm{{"age_in_image": "{}"}}')
SPOKEN_BY_ALL = ("rasa.core.processor", "sanic", "bot.channels.telegram.channel")
"""Names that the log holds when all three processes log."""


def says_the_canary_everywhere(person: PersonOnTelegram) -> None:
    """Write the word in every way that a person, or a strange program, can."""
    word = CANARY[person.language]
    person.begins()
    for sentence in (*SENTENCES[person.language], *COMMANDS):
        own = person.writes(sentence.format(word))
        person.waits_until_nothing_is_due()
    person.edits(own, f"{word} {word}")
    person.presses_data(f"topic:{word}"[:60])
    person.waits_until_nothing_is_due()
    person.writes(f"{word} " * 250)
    person.waits_until_nothing_is_due()


def sends_everything(processes: Service, api: BotApi, language: str) -> list[PersonOnTelegram]:
    """Let one person after the other send something of a kind, with the word in its caption, in an album too."""
    people = []
    for number, kind in enumerate(KINDS):
        person = PersonOnTelegram(processes, api, language)
        caption = CANARY[language] if number % 2 and "text" not in kind else None
        person.sends(kind, caption=caption)
        people.append(person)
    person = PersonOnTelegram(processes, api, language)
    person.sends_album(["photo", "video", "photo"], caption=CANARY[language])
    refused = PersonOnTelegram(processes, api, language)
    api.fail("deleteMessages", 400, chat=refused.id, description="Bad Request: message can't be deleted")
    refused.edits_picture(refused.sends("photo", caption=CANARY[language]))
    strange = PersonOnTelegram(processes, api, language)
    for fault in BROKEN.values():
        api.updates.add_raw(broken(strange, fault))
    return [*people, person, refused, strange]


def everything_written(processes: Service, *, since: float) -> list[Path]:
    """Return every file that the service may have written."""
    written = [*files_under(processes.folder), *files_under(ROOT / "var", ROOT / ".rasa", newer_than=since)]
    names = {file.name for file in written}
    assert {"bot.sqlite", "bot.sqlite-wal", "trackers.sqlite", "output.log"} <= names
    assert any((processes.folder / "keys").iterdir())
    return written


def numbers(people: Sequence[PersonOnTelegram]) -> dict[str, bytes]:
    """Return the chats' ids as programs keep numbers: five bytes are enough for them, either way round."""
    big = {f"{person.id} (big)": person.id.to_bytes(5, "big") for person in people}
    return big | {f"{person.id} (little)": person.id.to_bytes(5, "little") for person in people}


def test_nothing_of_a_person_can_be_read_anywhere(whole: Service, whole_api: BotApi) -> None:
    began = time.time()
    people: list[PersonOnTelegram] = []
    for language, word in CANARY.items():
        writer = PersonOnTelegram(whole, whole_api, language)
        says_the_canary_everywhere(writer)
        group = whole_api.adds_bot_to_group(by=writer, kind="supergroup")
        group.writes(word)
        people += [writer, *sends_everything(whole, whole_api, language)]
    for person in people:
        person.waits_until_nothing_is_due()
    assert rows(whole, "SELECT * FROM addresses") == []
    assert len(rows(whole, "SELECT * FROM conversations")) >= len(people)
    assert {call.method for call in whole_api.calls} & {"getFile", "forwardMessage", "copyMessage"} == set()
    assert whole_api.violations == []

    log = whole.output.read_text(encoding="utf-8", errors="replace")
    assert "DEBUG" in log
    assert [name for name in SPOKEN_BY_ALL if name not in log] == []
    written = everything_written(whole, since=began)
    secrets = {whole_api.token, whole_api.token.partition(":")[2], *CANARY.values()}
    for person in people:
        secrets |= {person.canary, person.name_canary, str(person.id)}
    found = [trace for secret in secrets for trace in traces(secret, written)]
    assert found == []
    contents = {file: file.read_bytes() for file in written if file.is_file()}
    as_numbers = numbers(people)
    assert [
        (file, name) for file, raw in contents.items() for name, number in as_numbers.items() if number in raw
    ] == []


def test_the_search_would_find_a_chat_and_a_file(tmp_path: Path, whole: Service, whole_api: BotApi) -> None:
    person = PersonOnTelegram(whole, whole_api, "ja")
    for secret in (person.canary, person.name_canary, str(person.id), whole_api.token):
        for form, raw in forms(secret).items():
            file = tmp_path / form
            file.write_bytes(b"x" * 7 + raw + b"x" * 7)
            assert traces(secret, [file])


def test_while_an_answer_is_due_the_address_is_kept_encrypted_only(whole: Service, whole_api: BotApi) -> None:
    person = PersonOnTelegram(whole, whole_api, "ja")
    person.begins()
    person.waits_until_nothing_is_due()
    whole_api.fail("sendMessage", 502, chat=person.id, times=3)
    person.sends_command("/help")
    person.hears("menu")
    assert traces(str(person.id), everything_written(whole, since=time.time())) == []
    person.waits_until_nothing_is_due()
    assert rows(whole, "SELECT * FROM addresses") == []
