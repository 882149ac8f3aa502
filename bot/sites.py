"""The sites and channels put together: with bot/parts.py and bot/app.py, the only places that know all the pieces."""

import hashlib
import hmac
import secrets
from dataclasses import replace
from typing import Any

from litestar import Litestar

from bot.channels.telegram.arriving import webhook_path
from bot.channels.telegram.bubbles import Bubbles
from bot.channels.telegram.bursts import Bursts
from bot.channels.telegram.channel import TelegramChannel, Webhook, open_bot
from bot.channels.telegram.chat import Chat
from bot.channels.telegram.reception import CHANNEL as TELEGRAM
from bot.channels.telegram.reception import Reception
from bot.channels.telegram.sending import Sending
from bot.channels.webchat import codes, events, leaving, pages, returning, signals, standing, writing
from bot.channels.webchat.gate import Gate
from bot.channels.webchat.site import FOLDER, Webchat, public_site
from bot.i18n import Interface
from bot.parts import LOCALES, House, SystemClock, staff_office
from bot.settings import Settings, TelegramSettings
from bot.showing.views import Views
from bot.staff.console.desk import Desk
from bot.staff.console.news import console_of
from bot.staff.site import staff_site
from bot.store.addresses import AddressBook
from bot.store.casework import SqlStatistics
from bot.store.closing_days import SqlClosingDays
from bot.store.leases import Leases
from bot.store.outbox import Outbox
from bot.web.fanout import Fanout
from bot.web.health import health_route
from bot.web.pages import Pages

TELEGRAM_BURST = 20
"""Messages taken within ten seconds on Telegram, where people send line by line."""


def public_application(*, settings: Settings, house: House, fanout: Fanout, report: Any) -> Litestar:
    """Return the public site."""
    interface = Interface(LOCALES)
    hours = int(settings.keep.total_seconds() // 3600)
    webchat = Webchat(
        service=house.service,
        views=Views(catalogue=house.service.catalogue, interface=interface, keep_hours=hours),
        pages=Pages(FOLDER, interface=interface),
        fanout=fanout,
        codes=house.codes,
        gate=Gate(clock=house.service.clock),
        console_of=console_of,
        operator=settings.operator,
        exit_url=settings.exit_url,
        keep_hours=hours,
        secure_cookies=settings.secure_cookies,
    )
    routes = [
        pages.chat, pages.newer_messages, pages.privacy, pages.ask_before_erasing, pages.gone,
        writing.write, writing.press, writing.change_language, writing.start_new,
        leaving.start_again, leaving.erase, leaving.leave,
        standing.standing, signals.typing, signals.seen,
        codes.about_code, codes.make_code, codes.code_kept, returning.ask_for_code, returning.come_back, returning.reopen,
        events.events, health_route(report),
    ]  # fmt: skip
    return public_site(webchat, csrf_secret=settings.hash_key.hex(), routes=routes)


def staff_application(settings: Settings, house: House, *, fanout: Fanout, report: Any) -> Litestar:
    """Return the staff site."""
    secret = hmac.new(settings.hash_key, b"forms of the staff site", hashlib.sha256).hexdigest()
    office = staff_office(settings, house.engine)
    desk = desk_of_house(settings, house, fanout=fanout)
    return staff_site(office, csrf_secret=secret, routes=[health_route(report)], desk=desk)


def desk_of_house(settings: Settings, house: House, *, fanout: Fanout) -> Desk:
    """Return what the console works with."""
    hours = int(settings.keep.total_seconds() // 3600)
    return Desk(
        service=house.service,
        presence=house.presence,
        fanout=fanout,
        views=Views(catalogue=house.service.catalogue, interface=Interface(LOCALES), keep_hours=hours),
        statistics=SqlStatistics(house.engine),
        closing_days=SqlClosingDays(house.engine),
    )


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
