"""Logging without people's words and without secrets: which library logs at which level."""

import logging
import re
import warnings

_LOUD = ("sqlalchemy", "aiosqlite", "httpx", "httpcore", "uvicorn", "litestar", "asyncio", "multipart", "hpack")
"""Libraries whose DEBUG or INFO lines can hold SQL statements, addresses or bodies; they log from WARNING on."""

_SILENT = ("telegram",)
"""Libraries that log whole updates at DEBUG, ERROR and CRITICAL; their faults reach the code as exceptions."""

_TOKEN = re.compile(r"\b\d{3,20}(?::|%3A)[A-Za-z0-9_-]{30,64}")


class WithoutTokens(logging.Formatter):
    """Replaces whatever looks like a bot token in a log line."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line without tokens."""
        return _TOKEN.sub("<token>", super().format(record))


def set_up_logs(level: str) -> None:
    """Log to standard error at this level; libraries never log below WARNING."""
    warnings.filterwarnings(
        "ignore", message=r".*attribute `retry_after`"
    )  # python-telegram-bot's, with each flood wait
    logging.basicConfig(level=level, force=True)
    for handler in logging.getLogger().handlers:
        handler.setFormatter(WithoutTokens("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
