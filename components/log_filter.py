"""Nothing a person wrote reaches a log of the Rasa process, at any level.

Rasa logs the message on a failed turn and, at DEBUG, in many places. So below INFO its records keep only where they come
from, and from WARNING on only their event name and the type of an error; what an error says could hold the message.
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
    """Return kind and place of the error that is being handled; Rasa's own logger renders it into the message."""
    kind, _, trace = sys.exc_info()
    if kind is None:
        return ""
    frame = traceback.extract_tb(trace)[-1]
    return f" {kind.__name__} at {frame.filename}:{frame.lineno}"


def record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Make a log record without the words of its message, unless it is one of ours or an INFO of the server."""
    made = _make(*args, **kwargs)
    if made.name.split(".")[0] in _OURS or (made.levelno == logging.INFO and not made.exc_info):
        return made
    event = _EVENT.search(str(made.msg)) if made.levelno > logging.INFO else None
    made.msg, made.args = (event[0] if event else f"{made.module}:{made.lineno}") + _fault(), ()
    made.exc_info = _wordless(made.exc_info)
    made.exc_text = None
    return made


def keep_quiet() -> None:
    """Install the record factory for the whole process."""
    logging.setLogRecordFactory(record)
