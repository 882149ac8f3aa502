"""Keeps what people wrote out of the Rasa process's logs, at every level.

Rasa logs the message if a turn fails and, at DEBUG, in many places. Its DEBUG records are therefore reduced to their place in
the code, and from WARNING on to the event name and the error's type: the error's text could hold the message.
"""

import logging
import re
import sys
import traceback
from types import TracebackType
from typing import Any, Optional, Tuple, Type

_OURS = ("components",)
_EVENT = re.compile(r"\b[a-z_]+(?:\.[a-z_]+)+\b")
_make = logging.getLogRecordFactory()
_ErrorInfo = Optional[Tuple[Type[BaseException], BaseException, Optional[TracebackType]]]


def _wordless(error: Any) -> _ErrorInfo:
    if not isinstance(error, tuple) or error[0] is None:
        return None
    return RuntimeError, RuntimeError(f"{error[0].__name__} (its text is withheld)"), error[2]


def _fault() -> str:
    """Return the type and place of the current error, which Rasa's own logger renders into the message."""
    kind, _, trace = sys.exc_info()
    if kind is None:
        return ""
    frame = traceback.extract_tb(trace)[-1]
    return f" {kind.__name__} at {frame.filename}:{frame.lineno}"


def record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Make a log record without its message, unless it is ours or an INFO record without an error."""
    made = _make(*args, **kwargs)
    if made.name.split(".")[0] in _OURS or (made.levelno == logging.INFO and not made.exc_info):
        return made
    event = _EVENT.search(str(made.msg)) if made.levelno > logging.INFO else None
    made.msg, made.args = (event[0] if event else f"{made.module}:{made.lineno}") + _fault(), ()
    made.exc_info = _wordless(made.exc_info)
    made.exc_text = None
    return made


def install() -> None:
    """Install the record factory for the whole process."""
    logging.setLogRecordFactory(record)
