"""Start the three processes under supervisord and wait until they are ready."""

from __future__ import annotations

import collections
import http.client
import json
import os
import socket
import subprocess
import threading
import time
import urllib.request
from typing import TYPE_CHECKING

from _project import BIN, ROOT, VAR, Stopped, environment, setting, stop

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

LIMIT = 120
_PORTS = {"RASA_PORT": "5005", "ACTIONS_PORT": "5055", "BOT_PUBLIC_PORT": "8000", "BOT_STAFF_PORT": "8001"}
_LAST_PORT = 65535
_LOOPBACK = "127.0.0.1"
_EVERYWHERE = ("0.0.0.0", "::")
_KEPT_LINES = 40
_direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # loopback never goes through a proxy


def ports() -> dict[str, str]:
    """Return the four ports by setting name; raise Stopped for one that is invalid or taken."""
    chosen = {name: setting(name, default) for name, default in _PORTS.items()}
    for name, port in chosen.items():
        if not port.isdigit() or not 0 < int(port) <= _LAST_PORT:
            raise Stopped(f"{name} is {port!r}, which is no port: it must be a number from 1 to {_LAST_PORT}.")
    if len(set(chosen.values())) < len(chosen):
        raise Stopped(f"Two of {', '.join(chosen)} are the same port; each needs its own.")
    for name, port in chosen.items():
        if not _is_free(int(port)):
            raise Stopped(
                f"Port {port} ({name}) is taken by another program.\n"
                f"Stop that program, or choose another port: {name}={int(port) + 100} scripts/run"
            )
    return chosen


def host() -> str:
    """Return the address at which this machine reaches the sites."""
    chosen = setting("BOT_HOST", _LOOPBACK)
    return _LOOPBACK if chosen in _EVERYWHERE else chosen


def _for_rasa(model: Path) -> dict[str, str]:
    """Return which model Rasa serves, and for how long it remembers: as long as the conversation is kept."""
    return {"RASA_MODEL": str(model.relative_to(ROOT)), "RASA_TRACKER_HOURS": setting("BOT_KEEP_HOURS", "24")}


class Server:
    """The running processes; their output is printed if `shown`, and its last lines are kept."""

    def __init__(self, model: Path, chosen: Mapping[str, str], *, shown: bool) -> None:
        """Start supervisord, which starts the processes and restarts any that dies."""
        self._shown = shown
        self._health = f"http://{host()}:{chosen['BOT_PUBLIC_PORT']}/health"
        self._last: collections.deque[str] = collections.deque(maxlen=_KEPT_LINES)
        (VAR / "run").mkdir(parents=True, exist_ok=True)
        self._supervisor = subprocess.Popen(
            [str(BIN / "supervisord"), "-n", "-c", "supervisord.conf", "-u", str(os.getuid())],
            cwd=str(ROOT),
            env=environment({**chosen, **_for_rasa(model)}),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            start_new_session=True,  # Ctrl-C comes to us alone, and we stop everything in order
        )
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def is_ready_within(self, seconds: float) -> bool:
        """Wait until the bot and Rasa both answer; return False after this many seconds."""
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            if self._supervisor.poll() is not None:
                raise Stopped(f"supervisord ended before all was ready.\n{self.last_lines()}")
            if self._answers():
                return True
            time.sleep(0.3)
        return False

    def wait(self) -> None:
        """Wait until supervisord ends, which means a serious fault."""
        self._supervisor.wait()
        raise Stopped("supervisord ended by itself; see its last lines above.")

    def stop(self) -> None:
        """Stop all processes."""
        stop(self._supervisor)
        self._reader.join(1)

    def last_lines(self) -> str:
        """Return the last lines that the processes printed."""
        return "".join(self._last).rstrip()

    def _answers(self) -> bool:
        try:
            with _direct.open(self._health, timeout=3) as answer:
                return bool(json.load(answer).get("rasa") == "up")
        except (OSError, ValueError, AttributeError, http.client.HTTPException):
            return False

    def _read(self) -> None:
        for line in self._supervisor.stdout or ():
            self._last.append(line)
            if self._shown:
                print(line, end="", flush=True)


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a port just given back is free
        try:
            probe.bind((_LOOPBACK, port))
        except OSError:
            return False
    return True
