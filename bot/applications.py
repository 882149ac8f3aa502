"""Builds the sites and channels from the services. Only this module, bot/container.py and bot/app.py know all parts."""

import asyncio
import hashlib
import hmac
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from typing import Any

from litestar import Litestar
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.channels.telegram.channel import TelegramChannel, Webhook, open_bot
from bot.channels.telegram.chat_actions import ChatActions
from bot.channels.telegram.chat_conversations import CHANNEL as TELEGRAM
from bot.channels.telegram.chat_conversations import ChatConversations
from bot.channels.telegram.debouncer import Debouncer
from bot.channels.telegram.dispatcher import Dispatcher
from bot.channels.telegram.eraser import Eraser
from bot.channels.telegram.formatter import Formatter
from bot.channels.telegram.handler_context import HandlerContext
from bot.channels.telegram.message_remover import MessageRemover
from bot.channels.telegram.notices import Notices
from bot.channels.telegram.sender import Sender
from bot.channels.telegram.typing_indicator import TypingIndicator
from bot.channels.telegram.update_reader import UpdateReader
from bot.channels.telegram.webhook import webhook_path
from bot.channels.webchat.context import PublicContext
from bot.channels.webchat.help_routes import help_routes
from bot.channels.webchat.open_guidance import OpenGuidance, open_guidance_route
from bot.channels.webchat.rate_limit import RateLimit
from bot.channels.webchat.routes import ROUTES
from bot.channels.webchat.site import FOLDER, public_site
from bot.channels.webchat.streams import Streams
from bot.container import (
    FLAGGED_WORDS,
    ROOT,
    Services,
    SystemClock,
    load_help,
    load_interface,
    staff_context,
)
from bot.conversation.conversations import Conversations, Ports
from bot.conversation.model import Say
from bot.conversation.ports import NobodyAvailable, NoReturnCodes
from bot.guidance.catalogue import Catalogue
from bot.guidance.workflow import Editing
from bot.language import Language
from bot.presentation.views import Views
from bot.settings import Settings, TelegramSettings
from bot.staff.console.content_warnings import flagged_words
from bot.staff.console.context import ConsoleContext
from bot.staff.console.live_updates import Watcher, console_of
from bot.staff.console.practice import PracticePresence, PracticeRooms
from bot.staff.console.practice_people import Pause, made_up, real_time
from bot.staff.editor.context import EditorContext
from bot.staff.editor.ports import Sandbox
from bot.staff.site import staff_site
from bot.store.addresses import SqlAddressBook
from bot.store.archive import SqlArchive
from bot.store.call_snapshot import SqlSnapshots
from bot.store.closing_days import SqlClosingDays
from bot.store.content_warnings_file import read_flagged_words
from bot.store.counts import SqlStatistics
from bot.store.database import private_database
from bot.store.guidance_export import GuidanceFiles
from bot.store.keys import Keyring, MemoryKeyStore
from bot.store.leases import SqlLeases
from bot.store.outbox import SqlOutbox
from bot.store.practice_files import read_practice
from bot.web.fanout import Fanout
from bot.web.health import health_route
from bot.web.pages import Pages
from bot.worker import Signal

PRACTICE_PEOPLE = ROOT / "data" / "practice"
KEY_BYTES = 32
"""Bytes of the keys of a private database, which are lost with it."""
TELEGRAM_BURST = 20
"""Messages accepted within ten seconds on Telegram, where people send line by line."""


def public_application(*, settings: Settings, services: Services, fanout: Fanout, report: Any) -> Litestar:
    """Return the public site."""
    webchat = PublicContext(
        conversations=services.conversations,
        views=_views(services.ports),
        pages=Pages(FOLDER, interface=load_interface()),
        fanout=fanout,
        codes=services.codes,
        gate=RateLimit(clock=services.ports.clock),
        streams=Streams(fanout=fanout),
        exits=services.exits,
        exit_bell=services.exit_bell,
        console_of=console_of,
        operator=settings.operator,
        exit_url=settings.exit_url,
        clock=services.ports.clock,
        retention=services.ports.retention,
        secure_cookies=settings.secure_cookies,
    )
    shipped = services.shipped
    opened = OpenGuidance(book=services.guidance_book, shipped=shipped, catalogue=shipped.catalogue)
    found = help_routes(load_help(), public_url=settings.public_url)
    routes = [*ROUTES, *found, open_guidance_route(opened), health_route(report)]
    return public_site(webchat, csrf_secret=_secret(settings, "forms of the public site"), routes=routes)


def staff_application(settings: Settings, services: Services, *, fanout: Fanout, report: Any) -> Litestar:
    """Return the staff site."""
    secret = _secret(settings, "forms of the staff site")
    staff = staff_context(settings, services.engine)
    console = console_context(services, fanout=fanout)
    editor = editor_of(services)
    routes, rooms = [health_route(report)], practice_rooms(console, services.ports)
    return staff_site(staff, csrf_secret=secret, routes=routes, console=console, editor=editor, rooms=rooms)


def editor_of(services: Services) -> EditorContext:
    """Return the editor's context."""
    shipped = services.shipped
    return EditorContext(
        editing=Editing(book=services.guidance_book, shipped=shipped, clock=SystemClock()),
        live=services.ports.catalogue,
        views=_views(services.ports),
        signal=services.guidance_bell,
        gaps=SqlStatistics(services.engine),
        files=GuidanceFiles(root=ROOT, shipped=shipped),
        sandbox=sandbox_of(services.ports),
        as_telegram=partial(as_telegram, keep_hours=services.ports.retention.hours),
    )


def sandbox_of(ports: Ports) -> Sandbox:
    """Return the sandbox in which editors try out the guidance, separate from all real conversations."""

    @asynccontextmanager
    async def opens(catalogue: Catalogue) -> AsyncIterator[Conversations]:
        async with private_database() as engine:
            apart = replace(_apart(ports, engine), bell=Signal(), availability=NobodyAvailable())
            yield Conversations(replace(apart, catalogue=catalogue, burst=sys.maxsize))

    return opens


def as_telegram(key: str, catalogue: Catalogue, language: str, *, keep_hours: int) -> list[str]:
    """Return the messages in which Telegram would show an entry, with the buttons as the last lines."""
    formatter = Formatter(catalogue=catalogue, interface=load_interface(), keep_hours=keep_hours)
    parts = formatter.format(Say(key=key), language=Language(language))
    keyboard = parts[-1].keyboard
    titles = [f"[ {button.text} ]" for row in (keyboard.inline_keyboard if keyboard else ()) for button in row]
    return [*(part.text for part in parts), *titles]


def console_context(services: Services, *, fanout: Fanout) -> ConsoleContext:
    """Return the console's context."""
    return ConsoleContext(
        conversations=services.conversations,
        clock=services.ports.clock,
        presence=services.presence,
        fanout=fanout,
        views=_views(services.ports),
        statistics=SqlStatistics(services.engine),
        closing_days=SqlClosingDays(services.engine),
        flagged=flagged_words(read_flagged_words(FLAGGED_WORDS)),
    )


def practice_rooms(console: ConsoleContext, ports: Ports, *, pause: Pause = real_time) -> PracticeRooms:
    """Return the practice chats, which share only the guidance, the danger detector and the clock with the real console."""
    people = {
        language: [made_up(language, fields) for fields in everybody]
        for language, everybody in read_practice(PRACTICE_PEOPLE).items()
    }

    @asynccontextmanager
    async def open_console(presence: PracticePresence) -> AsyncIterator[ConsoleContext]:
        async with private_database() as engine, Fanout().running() as fanout:
            bell = Signal()
            conversations = Conversations(replace(_apart(ports, engine), bell=bell, availability=presence))
            news = asyncio.create_task(Watcher(SqlSnapshots(engine).look, fanout=fanout).forever(bell))
            try:
                yield replace(
                    console,
                    conversations=conversations,
                    presence=presence,
                    fanout=fanout,
                    statistics=SqlStatistics(engine),
                    closing_days=SqlClosingDays(engine),
                    is_practice=True,
                )
            finally:
                news.cancel()
                await asyncio.gather(news, return_exceptions=True)

    return PracticeRooms(open_console, people=people, clock=ports.clock, pause=pause)


def telegram_channel(
    services: Services, settings: Settings, telegram: TelegramSettings, *, fanout: Fanout | None = None
) -> TelegramChannel:
    """Return the Telegram channel; with a fan-out it shows when a counsellor is typing."""
    bot, interface, clock = open_bot(telegram.token, api_url=telegram.api_url), load_interface(), SystemClock()
    ports = replace(services.ports, burst=TELEGRAM_BURST)
    conversations = Conversations(ports)
    formatter = Formatter(
        catalogue=ports.catalogue,
        interface=interface,
        keep_hours=ports.retention.hours,
        web_page=settings.public_url,
    )
    address_book = SqlAddressBook(services.engine, keyring=services.keyring)
    chat_actions = ChatActions(
        bot=bot, address_book=address_book, formatter=formatter, conversations=conversations, clock=clock
    )
    debouncer = Debouncer(conversations, address_book=address_book)
    sender = Sender(
        bot=bot,
        conversations=conversations,
        outbox=SqlOutbox(services.engine, channel=TELEGRAM),
        address_book=address_book,
        formatter=formatter,
        clock=clock,
        bell=services.telegram_bell,
    )
    remover = MessageRemover(bot=bot)
    context = HandlerContext(
        conversations=conversations,
        address_book=address_book,
        chat_actions=chat_actions,
        remover=remover,
        eraser=Eraser(
            bot=bot,
            address_book=address_book,
            formatter=formatter,
            conversations=conversations,
            clock=clock,
            remover=remover,
            sending=sender,
        ),
        chat_conversations=ChatConversations(conversations=conversations),
        debouncer=debouncer,
        notices=Notices(conversations=conversations),
        clock=clock,
        bell=ports.bell,
    )
    typing_indicator = (
        TypingIndicator(live_updates=fanout, address_book=address_book, chat_actions=chat_actions) if fanout else None
    )
    url = f"{telegram.webhook_url}{webhook_path(settings.hash_key)}"
    return TelegramChannel(
        bot=bot,
        reader=UpdateReader(bot=bot, clock=clock),
        dispatcher=Dispatcher(context=context),
        debouncer=debouncer,
        chat_actions=chat_actions,
        remover=remover,
        sender=sender,
        leases=SqlLeases(services.engine, holder=secrets.token_hex(8)),
        clock=clock,
        interface=interface,
        webhook=Webhook(url=url, secret=telegram.webhook_secret) if telegram.webhook_url else None,
        typing_indicator=typing_indicator,
    )


def _apart(ports: Ports, engine: AsyncEngine) -> Ports:
    """Return the ports over a private database with its own keys: nothing done with them reaches a real conversation."""
    keyring = Keyring(MemoryKeyStore(), master_key=secrets.token_bytes(KEY_BYTES))
    return replace(
        ports,
        archive=SqlArchive(engine, keyring=keyring, hash_key=secrets.token_bytes(KEY_BYTES)),
        assistant=ports.scripted,
        codes=NoReturnCodes(),
        on_fault=lambda _kind: None,
    )


def _views(ports: Ports) -> Views:
    return Views(catalogue=ports.catalogue, interface=load_interface(), keep_hours=ports.retention.hours)


def _secret(settings: Settings, purpose: str) -> str:
    """Return a secret for one purpose, derived from the hash key, which no site gets."""
    return hmac.new(settings.hash_key, purpose.encode(), hashlib.sha256).hexdigest()
