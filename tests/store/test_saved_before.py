"""An installation saved before the code was put into rooms goes on: chat, notes, return code and draft."""

import base64
import shutil
import sqlite3
from pathlib import Path

import pytest

from bot.container import Services, open_services
from bot.conversation.handover.counsellor import CounsellorHandover
from bot.conversation.handover.notes import ChatNotes
from bot.conversation.model import Address, CounsellorId
from bot.guidance.revisions import Item, Part
from bot.language import Language
from bot.settings import Settings
from bot.store.migrate import migrate

SAVED = Path(__file__).parent / "saved"
"""Written by the commit before: its database as SQL, and the key of its day, under a master key of 32 times `m`."""
CODE = "しすう てつや きえる ちわわ すきま よかん"
SATO = CounsellorId("5" * 32)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    database = sqlite3.connect(tmp_path / "saved.sqlite")
    database.executescript((SAVED / "installation.sql").read_text(encoding="utf-8"))
    database.close()
    shutil.copytree(SAVED / "keys", tmp_path / "keys")
    settings = Settings.from_env(
        {
            "BOT_MASTER_KEY": base64.urlsafe_b64encode(b"m" * 32).decode(),
            "BOT_HASH_KEY": base64.urlsafe_b64encode(b"h" * 32).decode(),
            "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path / 'saved.sqlite'}",
            "BOT_KEYS_FOLDER": str(tmp_path / "keys"),
            "BOT_EAR_FILE": str(tmp_path / "no model"),
        }
    )
    migrate(settings.database_url)
    return settings


async def test_a_saved_installation_goes_on(settings: Settings) -> None:
    async with open_services(settings) as services:
        chat = await services.conversations.find(Address("web:saved"))
        assert chat is not None
        written = [message.text for message in await services.conversations.messages(chat.id) if message.text]
        assert written == ["だれかに写真を加工されました", "佐藤です。読みました。"]
        assert await services.codes.find(CODE, now=chat.last_at) == chat.id
        assert [call.conversation for call in await handovers(services).chats_of(SATO)] == [chat.id]
        case = await notes(services).of(chat.id, SATO)
        assert [note.text for note in case.notes] == ["学校への連絡はまだ"]
        async with services.guidance_book.look() as drafts:
            revisions = await drafts.revisions()
        draft = [(one.item, one.language, one.body) for one in revisions]
        assert draft == [(Item(part=Part.WORDS, key="greet"), Language.JA, "こんにちは。下書きです。")]


def handovers(services: Services) -> CounsellorHandover:
    return services.conversations.counsellor


def notes(services: Services) -> ChatNotes:
    return services.conversations.notes
