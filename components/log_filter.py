"""Keeps what people wrote out of the Rasa process's logs, at every level.

Rasa logs the message if a turn fails or is cancelled and, at DEBUG, in many places. A record is therefore reduced to its module
and line. An event's name, or a sentence without gaps, is kept where it stands word for word in the module that logs it: what
somebody wrote does not. Of an error its type and place are kept, for its text could hold the message.
"""

import functools
import json
import logging
import re
import sys
import threading
import traceback
import warnings
from pathlib import Path
from types import TracebackType
from typing import Any, Optional, TextIO, Tuple, Type, Union

_OURS = ("components",)
_EVENT = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
_SENTENCE = re.compile(r"[A-Z][^\s\"\\{}%]*(?: [^\s\"\\{}%]+){2,}")
_make = logging.getLogRecordFactory()
_ErrorInfo = Optional[Tuple[Type[BaseException], BaseException, Optional[TracebackType]]]


def _wordless(error: Any) -> _ErrorInfo:
    if not isinstance(error, tuple) or error[0] is None:
        return None
    return RuntimeError, RuntimeError(f"{error[0].__name__} (its text is withheld)"), error[2]


def _fault() -> str:
    """Return the type and place of the current error, which Rasa's own logger renders into the message."""
    kind, _, trace = sys.exc_info()
    if kind is None or trace is None:
        return ""
    return f" {kind.__name__} at {_place(trace)}"


def _place(trace: TracebackType) -> str:
    frame = traceback.extract_tb(trace)[-1]
    return f"{frame.filename}:{frame.lineno}"


def _name(made: logging.LogRecord) -> str:
    """Return the name of the event, or the sentence, that stands in the module that logs it; `` where there is none."""
    said = made.msg
    if isinstance(said, str) and said.startswith("{"):
        try:
            said = json.loads(said)
        except ValueError:
            return ""
    pattern = _SENTENCE
    if isinstance(said, dict):
        said, pattern = said.get("event"), _EVENT
    if not isinstance(said, str) or not pattern.fullmatch(said):
        return ""
    return said if f'"{said}"' in _source(made.pathname) else ""


@functools.lru_cache(maxsize=None)
def _source(path: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def record(*args: Any, **kwargs: Any) -> logging.LogRecord:
    """Make a log record without its message, unless it is ours."""
    made = _make(*args, **kwargs)
    if made.name.split(".")[0] in _OURS:
        return made
    name = _name(made)
    made.msg, made.args = f"{made.module}:{made.lineno}{name and ' '}{name}{_fault()}", ()
    made.exc_info = _wordless(made.exc_info)
    made.exc_text = made.stack_info = None
    return made


def _warn(
    _message: Union[Warning, str],
    category: Type[Warning],
    filename: str,
    lineno: int,
    _file: Optional[TextIO] = None,
    _line: Optional[str] = None,
) -> None:
    """Show a warning by its kind and place alone."""
    sys.stderr.write(f"{category.__name__} at {filename}:{lineno}\n")


def _show(kind: Type[BaseException], _error: Any, trace: Optional[TracebackType]) -> None:
    """Show an error that nobody caught by its type and place alone."""
    sys.stderr.write(f"{kind.__name__}{f' at {_place(trace)}' if trace else ''}\n")


def install() -> None:
    """Install the record factory, and the same for whatever goes by the log, for the whole process."""
    logging.setLogRecordFactory(record)
    warnings.showwarning = _warn  # type: ignore[assignment]
    threading.excepthook = lambda hook: _show(hook.exc_type, hook.exc_value, hook.exc_traceback)
    sys.unraisablehook = lambda hook: _show(hook.exc_type, hook.exc_value, hook.exc_traceback)
