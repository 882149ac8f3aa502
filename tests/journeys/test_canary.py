"""Nothing a person wrote can be read anywhere: canary words, all three processes at DEBUG, every file they wrote."""

import base64
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from tests.journeys.processes import READY_WITHIN, ROOT, Service
from tests.journeys.traces import files_under, forms, traces
from tests.journeys.visitor import Visitor, new_nonce
from tests.journeys.waiting import until

pytestmark = pytest.mark.service

CANARY = {"ja": "鶺鴒のぬばたま", "en": "zyzzyvagalore"}
SENTENCES = {
    "ja": (
        "Xに裸の加工画像を上げられました。{}",
        "{}っていうサイトです",
        "{}",
        "もう死にたい {}",
        "インスタの{}さんに脅されています、15歳です",
        "名前は{}です、住所も出されました data:image/png;base64,{}",
        "見てほしいのは twitter.{} です",
        "英語で話したい {}",
        "/restart {}",
        '/affirm{{"age_in_image": "{}"}}',
    ),
    "en": (
        "someone put a deepfake nude of me on X, {}",
        "the site is called {}",
        "{}",
        "i want to die {}",
        "{} on Instagram is threatening me and i am 15",
        "my name is {} and my address is out data:image/png;base64,{}",
        "please look at twitter.{}",
        "speak Japanese please {}",
        "/restart {}",
        '/affirm{{"age_in_image": "{}"}}',
    ),
}
SPOKEN_BY_ALL = ("rasa.core.processor", "sanic", "bot.app")
"""Names that the log holds when all three processes log."""


def rows(database: Path, question: str, *values: str) -> list[tuple[str, ...]]:
    """Ask a database that is in use."""
    with closing(sqlite3.connect(f"file:{database}?mode=ro", uri=True)) as opened:
        return opened.execute(question, values).fetchall()


def says_the_canary_everywhere(person: Visitor) -> None:
    """Write the word in every way that a person, or a strange program, can."""
    word = CANARY[person.language]
    for sentence in SENTENCES[person.language]:
        assert person.writes(sentence.format(word, base64.b64encode((word * 20).encode()).decode())).is_redirect
    assert not person.writes(f"{word} " * 500).is_redirect
    assert not person.presses(f"topic:{word}").is_redirect
    address, form = f"/{word}?q={word}", {"text": word, "nonce": new_nonce(), "_csrf_token": word}
    assert person.http.get(address).status_code == httpx.codes.NOT_FOUND
    assert person.http.post("/messages", data=form).status_code == httpx.codes.FORBIDDEN
    assert person.http.post("/messages", json={"text": word}).status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE
    assert (
        person.http.post("/messages", files={"text": word.encode()}).status_code == httpx.codes.UNSUPPORTED_MEDIA_TYPE
    )


def test_no_word_of_a_person_is_in_any_log_database_key_or_temporary_file(service: Service) -> None:
    began = time.time()
    for language, word in CANARY.items():
        with Visitor(service.site, language=language) as person:
            says_the_canary_everywhere(person)
            assert any(word in written for written in person.written())
    service.kill("actions")
    with Visitor(service.site, language="en") as person:
        person.writes(SENTENCES["en"][0].format(CANARY["en"]))
        person.writes(SENTENCES["ja"][0].format(CANARY["ja"]))
    until(service.is_ready, what="the actions to come back", within=READY_WITHIN)

    log = service.output.read_text(encoding="utf-8", errors="replace")
    assert "DEBUG" in log
    assert [name for name in SPOKEN_BY_ALL if name not in log] == []
    written = [*files_under(service.folder), *files_under(ROOT / "var", ROOT / ".rasa", newer_than=began)]
    assert {"bot.sqlite", "trackers.sqlite", "output.log"} <= {file.name for file in written}
    for word in CANARY.values():
        assert traces(word, written) == []


def test_the_search_for_traces_would_find_them(tmp_path: Path) -> None:
    for word in CANARY.values():
        for form, raw in forms(word).items():
            file = tmp_path / form
            file.write_bytes(b"x" * 7 + raw + b"x" * 7)
            assert traces(word, [file])
    sentence = tmp_path / "inside"
    for offset in range(3):
        sentence.write_bytes(base64.b64encode(b"x" * (offset + 3) + CANARY["ja"].encode() + b"some more"))
        assert traces(CANARY["ja"], [sentence])


def test_what_rasa_remembers_of_a_conversation_does_not_grow(service: Service) -> None:
    address = f"http://127.0.0.1:{service.settings['RASA_PORT']}/webhooks/rest/webhook"
    spoken = [sentence.format(word, word) for language, word in CANARY.items() for sentence in SENTENCES[language][:6]]
    pressed = [
        "/report_deepfake",
        '/affirm{"age_in_image": "adult"}',
        '/affirm{"platform": "x"}',
        "/thanks",
        "/help_menu",
    ]
    sizes = []
    with httpx.Client(trust_env=False, timeout=20.0) as rasa:
        for turn in range(1, 201):
            few = spoken if turn % 10 == 0 or turn < 10 else pressed
            message = {"sender": "two-hundred-turns", "message": few[turn % len(few)], "metadata": {"asked": ""}}
            assert rasa.post(address, json=message).json()
            if turn in (10, 200):
                sizes.append(len(tracker(service, "two-hundred-turns")))
        assert sizes[1] < sizes[0] + 500
        assert sizes[1] < 4_000
        rasa.post(address, json={"sender": "two-hundred-turns", "message": "/restart"})
    assert not tracker(service, "two-hundred-turns")


def test_after_deleting_rasa_has_forgotten_too(service: Service, language: str) -> None:
    with Visitor(service.site, language=language) as person:
        before = set(rows(service.database, "SELECT assistant_id FROM conversations"))
        person.writes(SENTENCES[language][0].format(CANARY[language]))
        ((assistant_id,),) = set(rows(service.database, "SELECT assistant_id FROM conversations")) - before
        assert tracker(service, assistant_id)
        assert person.posts("/delete").is_success
        until(lambda: not tracker(service, assistant_id), what="Rasa to forget")
        assert rows(service.database, "SELECT * FROM conversations WHERE assistant_id = ?", assistant_id) == []
        until(lambda: not rows(service.database, "SELECT * FROM owed_forgettings"), what="nothing to be owed")


def tracker(service: Service, conversation: str) -> str:
    """Return what Rasa keeps of a conversation, read raw."""
    found = rows(service.trackers, "SELECT state FROM trackers WHERE conversation = ?", conversation)
    return found[0][0] if found else ""
