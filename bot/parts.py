"""The pieces put together: with bot/app.py, which runs them, the only place that knows them all."""

import asyncio
import hashlib
import hmac
import json
import logging
import secrets
import sys
from collections import Counter
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import sqlalchemy as sa
from litestar import Litestar
from litestar.channels import ChannelsPlugin
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.assistant.rasa import RasaAssistant
from bot.assistant.scripted import ScriptedAssistant
from bot.channels.delivery import Doorbell, Doorbells
from bot.channels.telegram.arriving import webhook_path
from bot.channels.telegram.bubbles import Bubbles
from bot.channels.telegram.bursts import Bursts
from bot.channels.telegram.channel import TelegramChannel, Webhook, open_bot
from bot.channels.telegram.chat import Chat
from bot.channels.telegram.reception import CHANNEL as TELEGRAM
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.sending import Sending
from bot.channels.webchat import events, pages, writing
from bot.channels.webchat.site import FOLDER, Webchat, public_site
from bot.channels.webchat.views import Views
from bot.conversation.calls import EmptyDesk
from bot.conversation.ear import Ear
from bot.conversation.ports import Assistant, Bell
from bot.conversation.retention import Keep
from bot.conversation.safety import Lookout
from bot.conversation.service import ConversationService
from bot.guidance.catalogue import Catalogue
from bot.i18n import Interface
from bot.settings import Settings, TelegramSettings
from bot.staff.office import Office
from bot.staff.passwords import Passwords
from bot.staff.site import open_office, staff_site
from bot.store.addresses import AddressBook
from bot.store.conversations import SqlArchive
from bot.store.database import MEMORY, metadata, open_database
from bot.store.guidance_files import read_catalogue
from bot.store.keys import FolderShelf, Keyring, MemoryShelf
from bot.store.leases import Leases
from bot.store.outbox import Outbox
from bot.store.staff import SqlStaffBook
from bot.web.pages import Pages

ROOT = Path(__file__).parent.parent
GUIDANCE, LOCALES = ROOT / "data" / "guidance", ROOT / "locales"
TELEGRAM_BURST = 20
"""Messages taken within ten seconds on Telegram, where people send line by line."""
logger = logging.getLogger(__name__)


class SystemClock:
    """The machine's time."""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Faults:
    """Counts how often the assistant was not there, by kind."""

    counted: Counter[str]

    def count(self, kind: str) -> None:
        """Count one fault."""
        self.counted[kind] += 1
        logger.warning("the assistant is unavailable: %s", kind)


@cache
def load_catalogue() -> Catalogue:
    """Return the shipped guidance, read once."""
    return read_catalogue(folder=GUIDANCE, locales=LOCALES)


def load_lookout(file: Path) -> Lookout:
    """Return the lookout for danger, with its ear where one was learnt."""
    if not file.exists():
        logger.warning("no ear for danger at %s: signs only; scripts/train makes it", file)
        return Lookout()
    learnt = json.loads(file.read_text(encoding="utf-8"))
    return Lookout(ear=Ear(**learnt))


def rasa_client(settings: Settings) -> httpx.AsyncClient:
    """Return the HTTP client for Rasa: straight to it, whatever proxies the machine has."""
    return httpx.AsyncClient(base_url=settings.rasa_url, trust_env=False, timeout=10.0)


def build_service(
    *, settings: Settings, engine: AsyncEngine, keyring: Keyring, assistant: Assistant, bell: Bell, faults: Faults
) -> ConversationService:
    """Return the conversation service over its pieces."""
    catalogue = load_catalogue()
    return ConversationService(
        archive=SqlArchive(engine, keyring=keyring, hash_key=settings.hash_key),
        assistant=assistant,
        scripted=ScriptedAssistant(catalogue.plans),
        catalogue=catalogue,
        lookout=load_lookout(settings.ear_file),
        clock=SystemClock(),
        bell=bell,
        keep=Keep(assistant=settings.keep, counsellor=settings.keep_counselled),
        new_id=lambda: secrets.token_hex(16),
        on_fault=faults.count,
        desk=EmptyDesk(),
    )


@asynccontextmanager
async def conversation_in_memory(
    settings: Settings, *, assistant: Assistant | None
) -> AsyncIterator[ConversationService]:
    """Give a service that keeps nothing on disk, for `talk`; without an assistant it is scripted."""
    engine = open_database(MEMORY)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    catalogue = load_catalogue()
    service = build_service(
        settings=settings,
        engine=engine,
        keyring=Keyring(MemoryShelf(), master_key=settings.master_key),
        assistant=assistant or ScriptedAssistant(catalogue.plans),
        bell=Doorbell(),
        faults=Faults(counted=Counter()),
    )
    try:
        yield replace(service, burst=sys.maxsize)  # lines from a pipe come faster than anybody types
    finally:
        await engine.dispose()


def public_application(
    *, settings: Settings, service: ConversationService, channels: ChannelsPlugin, report: Any
) -> Litestar:
    """Return the public site."""
    interface = Interface(LOCALES)
    hours = int(settings.keep.total_seconds() // 3600)
    webchat = Webchat(
        service=service,
        views=Views(catalogue=service.catalogue, interface=interface, keep_hours=hours),
        pages=Pages(FOLDER, interface=interface),
        channels=channels,
        operator=settings.operator,
        exit_url=settings.exit_url,
        keep_hours=hours,
        secure_cookies=settings.secure_cookies,
    )
    routes = [
        pages.chat, pages.newer_messages, pages.privacy, pages.ask_before_erasing, pages.gone,
        writing.write, writing.press, writing.change_language, writing.start_again, writing.erase, writing.leave,
        events.events, events.health_route(report),
    ]  # fmt: skip
    return public_site(webchat, csrf_secret=settings.hash_key.hex(), routes=routes)


def staff_office(settings: Settings, engine: AsyncEngine) -> Office:
    """Return what the staff site and the `staff` commands work with."""
    return open_office(
        SqlStaffBook(engine, master_key=settings.master_key, hash_key=settings.hash_key),
        clock=SystemClock(),
        interface=Interface(LOCALES),
        passwords=Passwords(),
        secure_cookies=settings.secure_cookies,
    )


def staff_application(settings: Settings, engine: AsyncEngine, *, report: Any) -> Litestar:
    """Return the staff site."""
    secret = hmac.new(settings.hash_key, b"forms of the staff site", hashlib.sha256).hexdigest()
    return staff_site(staff_office(settings, engine), csrf_secret=secret, routes=[events.health_route(report)])


@dataclass(frozen=True, kw_only=True)
class House:
    """What every way of running the bot has in common."""

    engine: AsyncEngine
    keyring: Keyring
    service: ConversationService
    rasa: RasaAssistant
    web_bell: Doorbell
    telegram_bell: Doorbell
    faults: Faults

    async def report(self, telegram: TelegramChannel | None) -> dict[str, Any]:
        """Return the state of the parts, for /health."""
        database, assistant = await asyncio.gather(_is_up(self.engine), self.rasa.is_up())
        status = "down" if not database else "ok" if assistant else "degraded"
        parts = {"rasa": _word(assistant), "database": _word(database), "fanout": "up"}
        parts["telegram"] = telegram.state if telegram else "off"
        return {"status": status, **parts, "assistant_faults": dict(self.faults.counted)}


@asynccontextmanager
async def open_house(settings: Settings) -> AsyncIterator[House]:
    """Give the pieces over the database and Rasa that the settings name; close them at the end."""
    engine = open_database(settings.database_url)
    keyring = Keyring(FolderShelf(settings.keys_folder), master_key=settings.master_key)
    web_bell, telegram_bell, faults = Doorbell(), Doorbell(), Faults(counted=Counter())
    bell = Doorbells([web_bell, telegram_bell])
    async with rasa_client(settings) as client:
        rasa = RasaAssistant(client)
        service = build_service(
            settings=settings, engine=engine, keyring=keyring, assistant=rasa, bell=bell, faults=faults
        )
        try:
            yield House(
                engine=engine,
                keyring=keyring,
                service=service,
                rasa=rasa,
                web_bell=web_bell,
                telegram_bell=telegram_bell,
                faults=faults,
            )
        finally:
            await engine.dispose()


def telegram_channel(house: House, settings: Settings, telegram: TelegramSettings) -> TelegramChannel:
    """Return the Telegram channel over its pieces."""
    bot, interface, clock = open_bot(telegram.token, api_url=telegram.api_url), Interface(LOCALES), SystemClock()
    service = replace(house.service, burst=TELEGRAM_BURST)
    hours = int(settings.keep.total_seconds() // 3600)
    bubbles = Bubbles(catalogue=service.catalogue, interface=interface, keep_hours=hours, web_page=settings.public_url)
    book = AddressBook(house.engine, keyring=house.keyring)
    chat, bursts = Chat(bot=bot, book=book, bubbles=bubbles, service=service, clock=clock), Bursts(service)
    url = f"{telegram.webhook_url}{webhook_path(settings.hash_key)}"
    return TelegramChannel(
        bot=bot,
        reception=Reception(service=service, book=book, chat=chat, bursts=bursts, clock=clock),
        bursts=bursts,
        chat=chat,
        sending=Sending(
            bot=bot,
            service=service,
            outbox=Outbox(house.engine, channel=TELEGRAM),
            book=book,
            bubbles=bubbles,
            clock=clock,
            bell=house.telegram_bell,
        ),
        leases=Leases(house.engine, holder=secrets.token_hex(8)),
        clock=clock,
        interface=interface,
        webhook=Webhook(url=url, secret=telegram.webhook_secret) if telegram.webhook_url else None,
    )


async def _is_up(engine: AsyncEngine) -> bool:
    try:
        async with engine.connect() as connection:
            await connection.execute(sa.text("SELECT 1 FROM conversations LIMIT 1"))
    except sa.exc.SQLAlchemyError:
        return False
    return True


def _word(is_up: bool) -> str:  # noqa: FBT001 (a word for a state)
    return "up" if is_up else "down"
