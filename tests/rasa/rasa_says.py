"""A program that logs what a person wrote in every way that Rasa and its libraries have; run by Rasa's own Python."""

import asyncio
import json
import logging
import sys
import threading
import warnings

import structlog
from rasa.utils.log_utils import configure_structlog

configure_structlog(getattr(logging, sys.argv[1]))
import components  # noqa: E402, F401 (as Rasa does: after its logging is set up)

WORD = sys.argv[2]
structured = structlog.get_logger()
plain = logging.getLogger("rasa.core.processor")


def structured_ways() -> None:
    """Log with keys, as most of Rasa does."""
    for speak in (structured.debug, structured.info, structured.warning, structured.error):
        speak("processor.message.parse", text=WORD, user_message={"text": WORD})
        speak(WORD)
        speak(f"late turn: {WORD}", event_info=WORD)
    try:
        raise ValueError(WORD)  # noqa: TRY301 (it is what Rasa does)
    except ValueError:
        structured.exception("processor.message.failed", json_message=WORD)


def plain_ways() -> None:
    """Log with sentences, as the rest does."""
    for level in (logging.DEBUG, logging.INFO, logging.WARNING, logging.ERROR):
        plain.log(level, WORD)
        plain.log(level, "the text was %s", WORD)
        plain.log(level, json.dumps({"text": WORD, "event": WORD}))
        plain.log(level, {"event": WORD})
        plain.log(level, "with a stack", stack_info=True, extra={"text": WORD})
    plain.info("Rasa server is up and running.")
    try:
        raise KeyError(WORD)  # noqa: TRY301 (it is what Rasa does)
    except KeyError as fault:
        plain.exception(fault)
        logging.getLogger("sanic.error").exception("Exception occurred while handling uri: %s", WORD)


def ways_beside_the_log() -> None:
    """Complain without a logger."""
    warnings.warn(f"Failed to parse arguments in line '{WORD}'", UserWarning, stacklevel=1)

    def fail() -> None:
        raise ValueError(WORD)

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()


async def cancelled_turn() -> None:
    """End a turn from outside while it is being answered, and leave a fault that nobody asks for."""

    async def turn() -> None:
        try:
            await asyncio.sleep(9)
        except asyncio.CancelledError:
            structured.error("rest.message.received.timeout", text=WORD)
            raise RuntimeError(WORD) from None

    task = asyncio.create_task(turn())
    await asyncio.sleep(0)
    task.cancel()
    await asyncio.sleep(0)
    del task


structured_ways()
plain_ways()
ways_beside_the_log()
asyncio.run(cancelled_turn())
