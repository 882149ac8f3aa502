"""Return codes: six words that let a person find their chat again. Only their Argon2id hash is stored.

The words come from the Japanese or English BIP-39 list (2,048 words; six are 66 bits). A code is looked up by its hash, so
all codes share one salt, which is derived from the hash key and is not in the database.
"""

import asyncio
import hashlib
import hmac
import re
import secrets
import unicodedata
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import cache
from itertools import islice

import sqlalchemy as sa
from argon2.low_level import Type, hash_secret_raw
from mnemonic import Mnemonic
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.conversation.model import ConversationId
from bot.language import Language
from bot.store.conversation_table import conversations
from bot.store.database import looking, metadata, working

WORDS = 6
_LISTS = {Language.JA: "japanese", Language.EN: "english"}
_TIME_COST, _MEMORY_KIB, _LANES = 3, 64 * 1024, 1
_HASH_BYTES = 32
_MOST_TRIED = 4
"""How many candidates in one text are looked up in full; each costs as much as signing in."""
_GAP = re.compile(r"[\s,、。.・/\-_]+")
_KATAKANA = {code: code - 0x60 for code in range(ord("ァ"), ord("ヶ") + 1)}

return_codes = sa.Table(
    "return_codes",
    metadata,
    sa.Column("conversation", sa.String(32), primary_key=True),
    sa.Column("code_hash", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("hint", sa.Integer, nullable=False, index=True),
)


class SqlReturnCodes:
    """Generates codes, stores their hashes, and finds conversations by code."""

    def __init__(self, engine: AsyncEngine, *, hash_key: bytes) -> None:
        self._engine = engine
        self._salt = hmac.new(hash_key, b"return codes", hashlib.sha256).digest()[:16]

    async def make(self, conversation: ConversationId, *, language: Language) -> tuple[str, ...]:
        """Return a new code for a conversation; its previous code becomes invalid."""
        words = tuple(secrets.choice(_words(language)) for _ in range(WORDS))
        row = {
            "conversation": conversation,
            "code_hash": await self._hash(words),
            "hint": self._hint(words),
        }
        async with working(self._engine) as database:
            await database.execute(return_codes.delete().where(return_codes.c.conversation == conversation))
            await database.execute(return_codes.insert().values(row))
        return words

    def might_hold(self, text: str) -> bool:
        """Tell quickly whether a text has six consecutive words of one list."""
        return any(True for _ in like_codes(text))

    async def holds(self, text: str) -> bool:
        """Tell whether a text contains somebody's code; six such words that are no code are an ordinary sentence."""
        hints = {words: self._hint(words) for words in like_codes(text)}
        if not hints:
            return False
        async with looking(self._engine) as database:
            wanted = return_codes.c.hint.in_(hints.values())
            kept = {row.hint: row.code_hash for row in await database.execute(sa.select(return_codes).where(wanted))}
        for words in islice((words for words, hint in hints.items() if hint in kept), _MOST_TRIED):
            if await self._hash(words) == kept[hints[words]]:
                return True
        return False

    async def find(self, text: str, *, now: datetime) -> ConversationId | None:
        """Return the conversation of a code; None for a wrong, expired or unreadable one, after the same work."""
        words = words_of(text)
        wanted = return_codes.c.code_hash == await self._hash(words)
        async with working(self._engine) as database:
            found = await database.scalar(_kept(now).where(wanted))
        return ConversationId(found) if found and len(words) == WORDS else None

    async def made_for(self, conversation: ConversationId, *, now: datetime) -> bool:
        """Tell whether a conversation has a valid code."""
        async with looking(self._engine) as database:
            return await database.scalar(_kept(now).where(return_codes.c.conversation == conversation)) is not None

    def read(self, text: str) -> tuple[str, ...]:
        """Return the words of a typed code, whatever its case and spacing."""
        return words_of(text)

    def _hint(self, words: Sequence[str]) -> int:
        """Return 16 bits of a keyed hash: enough to skip most ordinary sentences without the slow hash, too few to find a code."""
        return int.from_bytes(hmac.new(self._salt, " ".join(words).encode(), hashlib.sha256).digest()[:2], "big")

    async def _hash(self, words: Sequence[str]) -> bytes:
        return await asyncio.to_thread(
            hash_secret_raw,
            " ".join(words).encode(),
            self._salt,
            time_cost=_TIME_COST,
            memory_cost=_MEMORY_KIB,
            parallelism=_LANES,
            hash_len=_HASH_BYTES,
            type=Type.ID,
        )


def _kept(now: datetime) -> sa.Select[str]:
    """Select the codes of chats that have not expired: a code is valid as long as its chat."""
    same = conversations.c.id == return_codes.c.conversation
    kept = sa.select(return_codes.c.conversation).join(conversations, same)
    return kept.where(conversations.c.expires_at > int(now.timestamp()))


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a typed code, whatever its case and spacing, in katakana too; at most one more than a code has."""
    plain = unicodedata.normalize("NFKC", text).lower().translate(_KATAKANA)
    return tuple(word for word in _GAP.split(plain) if word)[: WORDS + 1]


def like_codes(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the possible codes in a text: six consecutive words of one list. Ordinary sentences can contain these too."""
    plain = unicodedata.normalize("NFKC", text[:10_000]).lower().translate(_KATAKANA)
    words = [word for word in _GAP.split(plain) if word]
    for language in Language:
        known, run = _known(language), 0
        for place, word in enumerate(words, start=1):
            run = run + 1 if word in known else 0
            if run >= WORDS:
                yield tuple(words[place - WORDS : place])


@cache
def _words(language: Language) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFKC", word) for word in Mnemonic(_LISTS[language]).wordlist)


@cache
def _known(language: Language) -> frozenset[str]:
    return frozenset(_words(language))
