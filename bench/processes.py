"""The measured processes: on free ports, with their logs in a temporary folder, ended together."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import time
from typing import TYPE_CHECKING

from _project import ROOT, Stopped, environment

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

LOOPBACK = "127.0.0.1"
_LIMIT = 120
_PATIENCE = 15
_KB = 1024


class Processes:
    """A group of processes; their output goes to NAME.log in the folder."""

    def __init__(self, folder: Path, settings: Mapping[str, str]) -> None:
        """Add the settings to the environment of every process that is started."""
        self._folder = folder
        self._settings = settings
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def start(self, name: str, command: Sequence[object], *, at: Path = ROOT) -> None:
        """Start a process in the folder `at`."""
        with (self._folder / f"{name}.log").open("wb") as log:
            self._running[name] = subprocess.Popen(
                [str(part) for part in command],
                cwd=str(at),
                env=environment(self._settings),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,  # so that a process and its children can be counted and ended as one group
            )

    def wait_until(self, ready: Callable[[], bool]) -> float:
        """Wait until `ready` and return the seconds that took; raise Stopped with the last log lines after 2 minutes."""
        start = time.monotonic()
        while not ready():
            ended = next((name for name, process in self._running.items() if process.poll() is not None), None)
            if ended or time.monotonic() - start > _LIMIT:
                lines = "\n".join(self._last_lines(name) for name in ([ended] if ended else self._running))
                raise Stopped(f"{ended or 'Something'} did not become ready.\n{lines}")
            time.sleep(0.05)
        return time.monotonic() - start

    def memory(self) -> int:
        """Return the resident memory of all processes and their children in MB."""
        groups = {str(process.pid) for process in self._running.values()}
        listed = subprocess.run(["ps", "-A", "-o", "pgid=,rss="], stdout=subprocess.PIPE, check=True).stdout.decode()
        rows = (line.split() for line in listed.splitlines())
        return round(sum(int(size) for group, size in rows if group in groups) / _KB)

    def end(self, *names: str) -> None:
        """End the named processes (by default all) and their children."""
        ending = [self._running.pop(name) for name in names or tuple(self._running)]
        for process in ending:
            process.terminate()
        until = time.monotonic() + _PATIENCE
        for process in ending:
            try:
                process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()

    def _last_lines(self, name: str) -> str:
        return "\n".join((self._folder / f"{name}.log").read_text(errors="replace").splitlines()[-20:])


def free_ports(count: int) -> list[str]:
    """Return free ports."""
    probes = [socket.socket() for _ in range(count)]
    for probe in probes:
        probe.bind((LOOPBACK, 0))
    ports = [str(probe.getsockname()[1]) for probe in probes]
    for probe in probes:
        probe.close()
    return ports
