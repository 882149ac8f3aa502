"""Six words bring a person back, however they type them; nothing else does, and nobody learns which half was right."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.conversation.model import ConversationId
from bot.language import Language
from bot.store.return_codes import WORDS, SqlReturnCodes, like_codes, words_of
from tests.contracts.test_archive import address, conversation
from tests.fakes.clock import NOON
from tests.fakes.database import HASH, Database, sqlite_database

SOMEONE = ConversationId("a" * 32)
LATER = NOON + timedelta(days=30)


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    async with sqlite_database(tmp_path) as opened:
        async with opened.archive.work() as records:
            kept = replace(conversation(), id=SOMEONE)
            await records.conversations.add(kept, address=address(), expires_at=LATER)
        yield opened


@pytest.fixture
def codes(database: Database) -> SqlReturnCodes:
    return SqlReturnCodes(database.engine, hash_key=HASH)


def katakana(text: str) -> str:
    return "".join(chr(ord(letter) + 0x60) if "ぁ" <= letter <= "ゖ" else letter for letter in text)


@pytest.mark.parametrize("language", Language)
async def test_a_code_is_found_however_it_is_typed(codes: SqlReturnCodes, language: Language) -> None:
    words = await codes.make(SOMEONE, language=language)
    assert len(words) == WORDS
    typed = [" ".join(words), "　".join(words), "\n".join(words), ", ".join(words), f"  {'-'.join(words).upper()} "]
    for text in [*typed, katakana(" ".join(words))]:
        assert await codes.find(text, now=NOON) == SOMEONE


@pytest.mark.parametrize("language", Language)
async def test_wrong_expired_and_older_codes_are_all_nothing(codes: SqlReturnCodes, language: Language) -> None:
    older = await codes.make(SOMEONE, language=language)
    words = await codes.make(SOMEONE, language=language)
    wrong = [
        "",
        " ".join(older),
        " ".join(words[:5]),
        " ".join([*words, words[0]]),
        " ".join(reversed(words)),
        "x" * 9000,
    ]
    for text in wrong:
        assert await codes.find(text, now=NOON) is None
    assert await codes.find(" ".join(words), now=LATER) is None


async def test_a_code_lives_as_long_as_its_chat(codes: SqlReturnCodes, database: Database) -> None:
    words = " ".join(await codes.make(SOMEONE, language=Language.JA))
    async with database.archive.work() as records:
        await records.conversations.update(replace(conversation(), id=SOMEONE), expires_at=LATER + timedelta(days=30))
    assert await codes.find(words, now=LATER) == SOMEONE
    assert await codes.made_for(SOMEONE, now=LATER)
    async with database.archive.work() as records:
        await records.conversations.forget(SOMEONE)
    assert await codes.find(words, now=NOON) is None


def bytes_of(database: Database) -> bytes:
    return b"".join(file.read_bytes() for file in database.file.parent.glob(f"{database.file.name}*"))


async def test_neither_the_words_nor_a_plain_hash_of_them_is_kept(codes: SqlReturnCodes, database: Database) -> None:
    before = bytes_of(database)
    words = await codes.make(SOMEONE, language=Language.EN)
    raw = bytes_of(database)
    marks = [f" {word} ".encode() for word in words]
    assert not any(mark in raw for mark in marks if mark not in before), "a table's own rules are English too"
    assert not any(" ".join(pair).encode() in raw for pair in pairwise(words))
    other = SqlReturnCodes(database.engine, hash_key=b"o" * 32)
    assert await other.find(" ".join(words), now=NOON) is None


@pytest.mark.parametrize("language", Language)
async def test_a_code_inside_a_message_is_noticed(codes: SqlReturnCodes, language: Language) -> None:
    words = await codes.make(SOMEONE, language=language)
    assert await codes.holds(" ".join(words))
    assert await codes.holds(f"これです: {'　'.join(words)} これでいいですか / is that it?")
    assert not await codes.holds(" ".join(words[:5]))


@pytest.mark.parametrize(
    "text",
    [
        "someone posted a fake picture of me and my school has it, what can i do now",
        "two men are waiting at my part time job exit right now they saw my address online",
        "i will close now have good night",
        "友だちが わたしの しゃしんを かこうして クラスの グループに ながした どうしたら いい",
        "",
    ],
)
async def test_an_ordinary_sentence_is_taken_even_where_its_words_are_all_in_the_list(
    codes: SqlReturnCodes, text: str
) -> None:
    await codes.make(SOMEONE, language=Language.EN)
    assert not await codes.holds(text)


def test_six_words_in_a_row_are_looked_at() -> None:
    run = "two men are waiting at my part time job exit right now they saw"
    assert ("time", "job", "exit", "right", "now", "they") in set(like_codes(run))


def test_the_words_are_read_without_what_is_around_them() -> None:
    assert words_of(" Abandon、ability\nＡＢＬＥ ") == ("abandon", "ability", "able")
