"""Logs that hold no words and no secrets: who logs what, and at which level."""

import logging
import re
import warnings

_LOUD = ("sqlalchemy", "aiosqlite", "httpx", "httpcore", "uvicorn", "litestar", "asyncio", "multipart", "hpack")
"""Libraries whose DEBUG or INFO lines can hold statements, addresses or bodies; heard from WARNING on."""

_SILENT = ("telegram",)
"""A library that logs whole updates at DEBUG and whole answers at ERROR; what it has to say reaches us as exceptions."""

_TOKEN = re.compile(r"\b\d{3,20}(?::|%3A)[A-Za-z0-9_-]{30,64}")


class WithoutTokens(logging.Formatter):
    """Writes lines in which nothing looks like a bot's token, whoever logged them."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line."""
        return _TOKEN.sub("<token>", super().format(record))


def set_up_logs(level: str) -> None:
    """Log to standard error at a level; libraries never below WARNING."""
    warnings.filterwarnings(
        "ignore", message=r".*attribute `retry_after`"
    )  # python-telegram-bot's, with each flood wait
    logging.basicConfig(level=level, force=True)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(WithoutTokens("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL)
