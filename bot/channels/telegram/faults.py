"""Faults between Telegram and the bot, and what is logged about them."""

import logging
from datetime import timedelta

from telegram.error import Conflict, InvalidToken, RetryAfter

FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0
"""Seconds between two tries."""

UNREADABLE = (KeyError, ValueError, TypeError, AttributeError, OverflowError)
"""What is raised for an update that cannot be read."""

logger = logging.getLogger(__name__)


def log_unreachable(fault: BaseException) -> None:
    """Log why Telegram is not reached, never with the fault's message: that may hold the token."""
    why = {
        InvalidToken: "it does not accept the token; check TELEGRAM_BOT_TOKEN",
        Conflict: "another program asks with the same token, or a webhook is set; stop it",
    }.get(type(fault), type(fault).__name__)
    logger.warning("Telegram is not reached: %s", why)


def requested_pause(fault: BaseException) -> float:
    """Return how many seconds Telegram asks to wait."""
    pause = fault.retry_after if isinstance(fault, RetryAfter) else 0
    return pause.total_seconds() if isinstance(pause, timedelta) else float(pause)
