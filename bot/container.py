"""Builds the services that every way of running the bot needs."""

import asyncio
import json
import logging
import secrets
import sys
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

import httpx
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.assistant.rasa import RasaAssistant
from bot.assistant.scripted import ScriptedAssistant
from bot.conversation.conversations import Conversations, Ports
from bot.conversation.danger.detector import DangerDetector
from bot.conversation.danger.model import DangerModel
from bot.conversation.ports import Assistant, Availability, Bell, CodeBook, NobodyAvailable, NoReturnCodes
from bot.conversation.retention import Retention
from bot.guidance.baseline import Baseline
from bot.guidance.catalogue import Catalogue
from bot.guidance.help_pages import HelpPlan
from bot.guidance.overlay import Overlay, overlay
from bot.guidance.question_entries import with_questions
from bot.guidance.questions import Questions
from bot.i18n import Interface
from bot.settings import Settings
from bot.staff.context import StaffContext
from bot.staff.passwords import Passwords
from bot.staff.site import open_staff_context
from bot.store.archive import SqlArchive
from bot.store.call_snapshot import SqlSnapshots
from bot.store.database import MEMORY, metadata, open_database, state_of
from bot.store.gazetteer_files import read_tables
from bot.store.guidance_files import read_catalogue
from bot.store.help_file import read_help
from bot.store.keys import FolderKeyStore, Keyring, MemoryKeyStore
from bot.store.opening_hours_file import edited_hours, hours_as_text, read_opening_hours
from bot.store.owed_exits import FolderExits
from bot.store.presence import SqlPresence
from bot.store.question_files import FOLDER, QuestionFiles
from bot.store.return_codes import SqlReturnCodes
from bot.store.revisions import SqlGuidanceBook
from bot.store.staff import SqlStaffBook
from bot.worker import ClockWatch, Signal, Signals
from understanding import adapter
from understanding.gazetteer import Tables

ROOT = Path(__file__).parent.parent
GUIDANCE, LOCALES = ROOT / "data" / "guidance", ROOT / "locales"
OPENING_HOURS = ROOT / "data" / "opening_hours.yml"
FLAGGED_WORDS = ROOT / "data" / "care" / "flagged_words.yml"
logger = logging.getLogger(__name__)


class SystemClock:
    """Tells the machine's time."""

    def now(self) -> datetime:
        """Return the time, in UTC."""
        return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Faults:
    """Counts how often the assistant was unavailable, by kind of fault."""

    counted: Counter[str]

    def count(self, kind: str) -> None:
        """Count one fault."""
        self.counted[kind] += 1
        logger.warning("the assistant is unavailable: %s", kind)


@cache
def load_catalogue() -> Catalogue:
    """Return the shipped guidance, which is read once."""
    return read_catalogue(folder=GUIDANCE, locales=LOCALES)


@cache
def load_help() -> HelpPlan:
    """Return which help pages there are, which is read once."""
    return read_help(GUIDANCE)


@cache
def load_interface() -> Interface:
    """Return the translations of the pages, which are read once."""
    return Interface(LOCALES)


@cache
def load_tables() -> Tables:
    """Return the lists by which facts are found in a message, which are read once."""
    return read_tables(platforms=GUIDANCE / "platforms.yml", words=ROOT / "data" / "gazetteer.yml")


@cache
def load_encoder_fault() -> str:
    """Return why the encoder serves as it comes, `` where it is tuned to the sentences; found once, as Rasa does at its start."""
    return adapter.fault(ROOT)


def load_baseline(catalogue: Catalogue | None = None) -> Baseline:
    """Return the shipped guidance as the baseline of editing, with the questions that a catalogue follows if one is given."""
    return Baseline(catalogue=catalogue or load_catalogue(), hours=hours_as_text(read_opening_hours(OPENING_HOURS)))


def load_danger_detector(file: Path) -> DangerDetector:
    """Return the danger detector, with its model if one has been trained."""
    if not file.exists():
        logger.warning("no danger model at %s: patterns only; scripts/train makes it", file)
        return DangerDetector()
    learnt = json.loads(file.read_text(encoding="utf-8"))
    return DangerDetector(model=DangerModel(**learnt))


def rasa_client(settings: Settings) -> httpx.AsyncClient:
    """Return an HTTP client for Rasa that ignores the machine's proxies."""
    return httpx.AsyncClient(base_url=settings.rasa_url, trust_env=False, timeout=10.0)


def build_ports(
    *,
    settings: Settings,
    engine: AsyncEngine,
    keyring: Keyring,
    assistant: Assistant,
    bell: Bell,
    faults: Faults,
    availability: Availability | None = None,
    codes: CodeBook | None = None,
    catalogue: Catalogue | None = None,
    edition: Callable[[], int | None] = lambda: None,
) -> Ports:
    """Return the ports of the conversations; without `availability` no counsellor is ever there, without a catalogue the shipped one is used."""
    catalogue = catalogue or load_catalogue()
    return Ports(
        archive=SqlArchive(engine, keyring=keyring, hash_key=settings.hash_key, edition=edition),
        assistant=assistant,
        scripted=ScriptedAssistant(catalogue.plans),
        catalogue=catalogue,
        danger_detector=load_danger_detector(settings.danger_model_file),
        clock=SystemClock(),
        bell=bell,
        retention=Retention(assistant=settings.keep, counsellor=settings.keep_counselled),
        new_id=lambda: secrets.token_hex(16),
        on_fault=faults.count,
        availability=availability or NobodyAvailable(),
        codes=codes or NoReturnCodes(),
        tables=load_tables(),
    )


@asynccontextmanager
async def ports_in_memory(settings: Settings, *, assistant: Assistant | None) -> AsyncIterator[Ports]:
    """Yield ports that store nothing on disk, for `talk`; without an assistant the scripted one answers."""
    engine = open_database(MEMORY)
    async with engine.begin() as connection:
        await connection.run_sync(metadata.create_all)
    ports = build_ports(
        settings=settings,
        engine=engine,
        keyring=Keyring(MemoryKeyStore(), master_key=settings.master_key),
        assistant=assistant or ScriptedAssistant(load_catalogue().plans),
        bell=Signal(),
        faults=Faults(counted=Counter()),
    )
    if assistant is None:
        ports = replace(ports, assistant=ports.scripted)
    try:
        yield replace(ports, burst=sys.maxsize)  # lines from a pipe arrive faster than anybody types
    finally:
        await engine.dispose()


def staff_context(settings: Settings, engine: AsyncEngine) -> StaffContext:
    """Return the context of the staff site and the `staff` commands."""
    return open_staff_context(
        SqlStaffBook(engine, master_key=settings.master_key, hash_key=settings.hash_key),
        clock=SystemClock(),
        interface=load_interface(),
        passwords=Passwords(),
        secure_cookies=settings.secure_cookies,
    )


@dataclass(frozen=True, kw_only=True)
class Services:
    """The services that every way of running the bot has in common."""

    engine: AsyncEngine
    keyring: Keyring
    ports: Ports
    conversations: Conversations
    rasa: RasaAssistant
    presence: SqlPresence
    snapshots: SqlSnapshots
    codes: SqlReturnCodes
    exits: FolderExits
    guidance_book: SqlGuidanceBook
    guidance: Overlay
    shipped: Baseline
    """The guidance in the files: what the overlay is laid on."""
    question_files: QuestionFiles
    web_bell: Signal
    exit_bell: Signal
    clock_watch: ClockWatch
    telegram_bell: Signal
    console_bell: Signal
    guidance_bell: Signal
    faults: Faults

    async def report(self, telegram: str, *, unreadable: int = 0) -> dict[str, Any]:
        """Return the state of the parts for /health; `telegram` is the state of that channel, `unreadable` counts its updates."""
        database, assistant = await asyncio.gather(state_of(self.engine), self.rasa.is_up())
        keys = "lost" if self.keyring.lost else "up"
        clock = "jumped" if self.clock_watch.has_jumped() else "steady"
        is_well = assistant and keys == "up" and clock == "steady" and not unreadable
        status = "down" if database != "up" else "ok" if is_well else "degraded"
        parts: dict[str, Any] = {"rasa": _word(assistant), "database": database, "keys": keys, "clock": clock}
        parts |= {"fanout": "up", "telegram": telegram, "telegram_unreadable": unreadable}
        parts |= {"encoder": load_encoder_fault() or "tuned"}
        questions = self.question_files.questions
        guidance = {"questions": len(questions), "faults": list(questions.faults)}
        return {"status": status, **parts, "assistant_faults": dict(self.faults.counted), "guidance": guidance}


@asynccontextmanager
async def open_services(settings: Settings) -> AsyncIterator[Services]:
    """Yield the services over the database and Rasa named in the settings, and close them afterwards."""
    engine = open_database(settings.database_url)
    clock = SystemClock()
    keyring = Keyring(
        FolderKeyStore(settings.keys_folder), master_key=settings.master_key, today=lambda: clock.now().date()
    )
    web_bell, telegram_bell, console_bell = Signal(), Signal(), Signal()
    faults = Faults(counted=Counter())
    presence = SqlPresence(engine, clock=SystemClock(), hours=read_opening_hours(OPENING_HOURS))
    codes = SqlReturnCodes(engine, hash_key=settings.hash_key)
    shipped_hours = read_opening_hours(OPENING_HOURS)
    known = load_catalogue().questions
    shipped = with_questions(load_catalogue(), Questions(known.shown, faults=known.faults))
    catalogue, guidance = overlay(
        shipped,
        on_hours=lambda text: presence.change_hours(edited_hours(text) if text else shipped_hours),
    )
    async with rasa_client(settings) as client:
        rasa = RasaAssistant(client)
        ports = build_ports(
            settings=settings,
            engine=engine,
            keyring=keyring,
            assistant=rasa,
            bell=Signals([web_bell, telegram_bell, console_bell]),
            faults=faults,
            availability=presence,
            codes=codes,
            catalogue=catalogue,
            edition=guidance.words.edition,
        )
        try:
            yield Services(
                engine=engine,
                keyring=keyring,
                ports=ports,
                conversations=Conversations(ports),
                rasa=rasa,
                presence=presence,
                snapshots=SqlSnapshots(engine),
                codes=codes,
                exits=FolderExits(settings.exits_folder, key=settings.hash_key),
                guidance_book=SqlGuidanceBook(engine, log_key=settings.hash_key),
                guidance=guidance,
                shipped=load_baseline(shipped),
                question_files=QuestionFiles(GUIDANCE / FOLDER, catalogue=shipped),
                web_bell=web_bell,
                exit_bell=Signal(),
                clock_watch=ClockWatch(SystemClock().now),
                telegram_bell=telegram_bell,
                console_bell=console_bell,
                guidance_bell=Signal(),
                faults=faults,
            )
        finally:
            await engine.dispose()


def _word(is_up: bool) -> str:  # noqa: FBT001 (a word for a state)
    return "up" if is_up else "down"
