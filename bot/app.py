"""Runs the bot: both sites, delivery, Telegram and the periodic jobs, in one event loop."""

import asyncio
import gc
import logging
import signal
from collections.abc import Coroutine, Sequence
from typing import Any

import uvicorn
from litestar import Litestar
from litestar.types import ASGIApp

from bot.applications import public_application, staff_application, telegram_channel
from bot.channels.delivery import deliver_forever
from bot.channels.telegram.channel import TelegramChannel
from bot.channels.telegram.webhook import mount_webhook, webhook_application, webhook_path
from bot.channels.webchat.error_pages import busy_page
from bot.channels.webchat.exit_pages import settle_exits_forever
from bot.channels.webchat.session import CHANNEL as WEB
from bot.container import Services, open_services
from bot.conversation.delivery import OutboxMessage
from bot.periodic import follow_guidance, follow_questions, run_periodic_jobs
from bot.settings import Settings, SettingsError
from bot.staff.console.live_updates import Watcher
from bot.store.conversations import note_lost_keys
from bot.store.outbox import SqlOutbox
from bot.web.fanout import Fanout
from bot.web.health import health_route
from bot.web.server import raise_file_limit, server

logger = logging.getLogger(__name__)


async def serve(settings: Settings) -> None:
    """Run both sites, delivery, Telegram and the periodic jobs until a signal stops them."""
    async with open_services(settings) as services, Fanout().running() as fanout:
        await note_lost_keys(services.engine, services.keyring)
        telegram = None
        if settings.telegram:
            telegram = telegram_channel(services, settings, settings.telegram, fanout=fanout)
        if telegram is None:
            logger.info("Telegram is off: there is no TELEGRAM_BOT_TOKEN (docs/guides/telegram.md)")

        async def report() -> dict[str, Any]:
            return await (_report(services, telegram) if telegram else services.report("off"))

        async def deliver(messages: Sequence[OutboxMessage]) -> None:
            for message in messages:
                fanout.publish(message.conversation, "news", message.seq)

        public = public_application(settings=settings, services=services, fanout=fanout, report=report)
        staff = staff_application(settings, services, fanout=fanout, report=report)
        limits: dict[str, Any] = {
            "host": settings.host,
            "busy": busy_page(public.state.webchat),
            "most": raise_file_limit(),
        }
        servers = [
            server(_with_webhook(public, settings, telegram), port=settings.public_port, **limits),
            server(staff, port=settings.staff_port, **limits),
        ]
        jobs = [
            deliver_forever(SqlOutbox(services.engine, channel=WEB), services.web_bell, deliver),
            settle_exits_forever(public.state.webchat, services.exit_bell),
            Watcher(services.snapshots.look, fanout=fanout).forever(services.console_bell),
            run_periodic_jobs(services, give_back_after=settings.give_back_after),
            follow_guidance(services),
            follow_questions(services),
        ]
        await _run(servers, [*jobs, telegram.run()] if telegram else jobs)


async def serve_telegram(settings: Settings) -> None:
    """Run Telegram alone, while other processes use the same database."""
    if settings.telegram is None:
        raise SettingsError("TELEGRAM_BOT_TOKEN is missing: docs/guides/telegram.md says how to get one")
    async with open_services(settings) as services:
        await note_lost_keys(services.engine, services.keyring)
        telegram = telegram_channel(services, settings, settings.telegram)
        nothing_else = Litestar(
            route_handlers=[health_route(lambda: _report(services, telegram))],
            openapi_config=None,
            logging_config=None,
        )
        site = _with_webhook(nothing_else, settings, telegram)
        servers = [server(site, host=settings.host, port=settings.public_port)] if settings.telegram.webhook_url else []
        jobs = [
            run_periodic_jobs(services, give_back_after=settings.give_back_after),
            follow_guidance(services),
            follow_questions(services),
        ]
        await _run(servers, [*jobs, telegram.run()])


def _report(services: Services, telegram: TelegramChannel) -> Coroutine[Any, Any, dict[str, Any]]:
    return services.report(telegram.state, unreadable=telegram.reader.unreadable)


def _with_webhook(site: ASGIApp, settings: Settings, telegram: TelegramChannel | None) -> ASGIApp:
    if telegram is None or telegram.webhook is None:
        return site
    path = webhook_path(settings.hash_key)
    webhook = webhook_application(telegram.reader, telegram.dispatcher, path=path, secret=telegram.webhook.secret)
    return mount_webhook(webhook, site=site, path=path)


async def _run(servers: Sequence[uvicorn.Server], jobs: Sequence[Coroutine[Any, Any, None]]) -> None:
    """Run servers and jobs until the servers end or, without servers, until a signal arrives."""
    gc.freeze()  # loaded code stays in memory: scanning it for garbage would block everybody for a tenth of a second
    background = [asyncio.create_task(job) for job in jobs]
    try:
        if servers:
            await asyncio.gather(*(server.serve() for server in servers))
        else:
            await _told_to_stop()
    finally:
        for task in background:
            task.cancel()
        await asyncio.gather(*background, return_exceptions=True)


async def _told_to_stop() -> None:
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await stop.wait()
