"""Logs that hold no words: who logs what, and at which level."""

import logging

_LOUD = ("sqlalchemy", "aiosqlite", "httpx", "httpcore", "uvicorn", "litestar", "asyncio", "multipart", "hpack")
"""Libraries whose DEBUG or INFO lines can hold statements, addresses or bodies; heard from WARNING on."""


def set_up_logs(level: str) -> None:
    """Log to standard error at a level; libraries never below WARNING."""
    logging.basicConfig(level=level, format="%(asctime)s %(levelname)s %(name)s: %(message)s", force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.WARNING)
