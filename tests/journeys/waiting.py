"""Waiting for something that another process does: looking again and again, up to a deadline."""

import threading
import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_PAUSE = threading.Event()
_EVERY = 0.05


def until(condition: Callable[[], T], *, what: str, within: float = 15.0) -> T:
    """Return what the condition gives as soon as it is something; fail when it is nothing for so many seconds."""
    deadline = time.monotonic() + within
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise AssertionError(f"waited {within:g} s in vain for {what}")
        _PAUSE.wait(_EVERY)
    return found
