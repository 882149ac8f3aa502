"""The composition root: the only place that knows all the pieces."""

import asyncio
import json
import logging
import secrets
import sys
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import sqlalchemy as sa
import uvicorn
from litestar import Litestar
from litestar.channels import ChannelsPlugin
from litestar.channels.backends.memory import MemoryChannelsBackend
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.assistant.rasa import RasaAssistant
from bot.assistant.scripted import ScriptedAssistant
from bot.channels.delivery import Doorbell, deliver_forever
from bot.channels.webchat import events, pages, writing
from bot.channels.webchat.site import FOLDER, Webchat, public_site
from bot.channels.webchat.views import Views
from bot.conversation.ear import Ear
from bot.conversation.ports import Assistant
from bot.conversation.safety import Lookout
from bot.conversation.service import ConversationService
from bot.guidance.catalogue import Catalogue
from bot.i18n import Interface
from bot.settings import Settings
from bot.store.conversations import SqlArchive
from bot.store.database import MEMORY, metadata, open_database
from bot.store.guidance_files import read_catalogue
from bot.store.keys import FolderShelf, Keyring, MemoryShelf
from bot.store.outbox import Outbox, Parcel
from bot.web.pages import Pages

ROOT = Path(__file__).parent.parent
GUIDANCE, LOCALES = ROOT / "data" / "guidance", ROOT / "locales"
ROUND = timedelta(seconds=2)
SWEEP_EVERY = 15
"""Rounds of the clock between two looks at what is due."""
UNANSWERED_AFTER = timedelta(seconds=15)
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
    *, settings: Settings, engine: AsyncEngine, keyring: Keyring, assistant: Assistant, bell: Doorbell, faults: Faults
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
        keep=settings.keep,
        new_id=lambda: secrets.token_hex(16),
        on_fault=faults.count,
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


async def serve(settings: Settings) -> None:
    """Run both sites, delivery and the clock in one loop until told to stop."""
    engine = open_database(settings.database_url)
    keyring = Keyring(FolderShelf(settings.keys_folder), master_key=settings.master_key)
    channels = ChannelsPlugin(backend=MemoryChannelsBackend(), arbitrary_channels_allowed=True)
    bell, faults = Doorbell(), Faults(counted=Counter())
    async with rasa_client(settings) as client:
        rasa = RasaAssistant(client)
        service = build_service(
            settings=settings, engine=engine, keyring=keyring, assistant=rasa, bell=bell, faults=faults
        )

        async def report() -> dict[str, Any]:
            database, assistant = await asyncio.gather(_is_up(engine), rasa.is_up())
            status = "down" if not database else "ok" if assistant else "degraded"
            parts = {"rasa": _word(assistant), "database": _word(database), "fanout": "up"}
            return {"status": status, **parts, "assistant_faults": dict(faults.counted)}

        async def deliver(parcels: Sequence[Parcel]) -> None:
            for parcel in parcels:
                channels.publish({"seq": parcel.seq}, channels=[parcel.conversation])

        public = public_application(settings=settings, service=service, channels=channels, report=report)
        staff = Litestar(route_handlers=[events.health_route(report)], openapi_config=None)
        servers = [
            _server(public, settings, settings.public_port),
            _server(staff, settings, settings.staff_port),
        ]
        background = [
            asyncio.create_task(deliver_forever(Outbox(engine), bell, deliver)),
            asyncio.create_task(_keep_the_clock(service)),
        ]
        try:
            await asyncio.gather(*(server.serve() for server in servers))
        finally:
            for task in background:
                task.cancel()
            await asyncio.gather(*background, return_exceptions=True)
            await engine.dispose()


async def _keep_the_clock(service: ConversationService) -> None:
    """Erase what is due, and answer what a killed process left unanswered; a fault is tried again at the next round."""
    for number in count():
        try:
            await service.settle()
            if number % SWEEP_EVERY == 0:
                await service.sweep()
                await service.answer_unanswered(older_than=UNANSWERED_AFTER)
        except Exception as fault:  # noqa: BLE001 (the clock must go on)
            logger.error("the clock will try again: %s", type(fault).__name__)  # noqa: TRY400 (a trace could hold words)
        await asyncio.sleep(ROUND.total_seconds())


async def _is_up(engine: AsyncEngine) -> bool:
    try:
        async with engine.connect() as connection:
            await connection.execute(sa.text("SELECT 1 FROM conversations LIMIT 1"))
    except sa.exc.SQLAlchemyError:
        return False
    return True


def _word(is_up: bool) -> str:  # noqa: FBT001 (a word for a state)
    return "up" if is_up else "down"


def _server(application: Litestar, settings: Settings, port: int) -> uvicorn.Server:
    config = uvicorn.Config(
        application,
        host=settings.host,
        port=port,
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=3,
        limit_concurrency=2000,
    )
    return uvicorn.Server(config)
