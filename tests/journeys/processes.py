"""The real processes, each in a folder of its own with its own ports, keys and databases, on this machine's loopback."""

import base64
import contextlib
import importlib.util
import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Self

import httpx

from tests.journeys.waiting import until

ROOT = Path(__file__).parents[2]
PORTS = ("BOT_PUBLIC_PORT", "BOT_STAFF_PORT", "RASA_PORT", "ACTIONS_PORT")
EVERYTHING_AT_DEBUG = {
    "BOT_LOG_LEVEL": "DEBUG",
    "LOG_LEVEL": "DEBUG",
    "LOG_LEVEL_LIBRARIES": "DEBUG",
    "COLOREDLOGS_LOG_LEVEL": "DEBUG",
}
_NOT_INHERITED = {"RASA_URL", *EVERYTHING_AT_DEBUG}
READY_WITHIN = 120.0


class NoModel(Exception):
    """There is no trained model; scripts/train makes one."""


def model() -> str:
    """Return the model that scripts/test names in RASA_MODEL, else the newest in var/models."""
    named = os.environ.get("RASA_MODEL")
    found = sorted((ROOT / "var" / "models").glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not named and not found:
        raise NoModel("no model in var/models: scripts/train makes one")
    return named or str(found[-1])


class Processes:
    """What is common to the bot alone and to all three under supervisor; a context manager that stops what it started."""

    command: tuple[str, ...] = ()

    root = ROOT
    """The project, or a copy of it."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Prepare a folder and free ports; settings win over those made up here."""
        self.folder = folder
        self.database = folder / "bot.sqlite"
        self.trackers = folder / "trackers.sqlite"
        self.output = folder / "output.log"
        (folder / "tmp").mkdir(parents=True)
        self.settings = {**_settings(folder), **free_ports(), **settings}
        self.site = f"http://127.0.0.1:{self.settings['BOT_PUBLIC_PORT']}"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Make the database and start."""
        migrate = [sys.executable, "-m", "bot", "migrate"]
        subprocess.run(migrate, cwd=self.root, env=self._environment(), check=True, capture_output=True)
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        """Stop; nothing may be left that listens."""
        self.stop()
        left = [name for name in PORTS if _listens(int(self.settings[name]))]
        assert left == []

    def start(self) -> None:
        """Start and wait until people can be served."""
        with self.output.open("ab") as output:
            self.process = subprocess.Popen(
                self.command,
                cwd=self.root,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        until(self.is_ready, what=f"the processes to be ready; see {self.output}", within=READY_WITHIN)

    def stop(self) -> None:
        """Stop politely, and after a while for certain."""
        if self.process is None:
            return
        self.process.terminate()
        try:
            self.process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        self.process = None

    def is_ready(self) -> bool:
        """Say whether people can be served; a process that ended by itself fails at once."""
        if self.process is not None and self.process.poll() is not None:
            raise AssertionError(f"ended with {self.process.returncode}:\n{self.last_lines()}")
        return self.health().get("status") in ("ok", "degraded")

    def health(self) -> dict[str, Any]:
        """Return what /health says, nothing where it does not answer."""
        try:
            answer = httpx.get(f"{self.site}/health", trust_env=False, timeout=5.0)
        except httpx.HTTPError:
            return {}
        return dict(answer.json())

    def last_lines(self) -> str:
        """Return the end of what was printed."""
        return self.output.read_text(encoding="utf-8", errors="replace")[-3000:]

    def _environment(self) -> dict[str, str]:
        return dict(_scripts_environment(self.settings))


class Bot(Processes):
    """The bot alone: Rasa is where RASA_URL says, or nowhere."""

    command = (sys.executable, "-m", "bot", "serve")

    def kill(self) -> None:
        """End it with kill -9, as the kernel would when memory is short."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()
        self.process = None


class Service(Processes):
    """All three, as supervisord.conf names them."""

    def __init__(self, folder: Path, **settings: str) -> None:
        """Take the newest model."""
        super().__init__(folder, **{"RASA_MODEL": model(), **settings})
        (ROOT / "var" / "run").mkdir(parents=True, exist_ok=True)  # where supervisord.conf, without -j, has its own
        pidfile = str(folder / "supervisord.pid")
        supervisord = str(Path(sys.executable).with_name("supervisord"))
        self.command = (supervisord, "-n", "-c", "supervisord.conf", "-j", pidfile, "-u", str(os.getuid()))

    def is_ready(self) -> bool:
        """Say whether bot and Rasa both answer, and the actions too."""
        return super().is_ready() and self.health().get("rasa") == "up" and self._actions_answer()

    def kill(self, name: str) -> None:
        """End one of the three (`rasa`, `actions`, `bot`) with kill -9."""
        mark = {"rasa": "_rasa.py", "actions": "-m actions", "bot": "-m bot"}[name]
        assert self.process is not None
        for pid in [pid for pid, parent, words in _all_processes() if parent == self.process.pid and mark in words]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)

    @contextlib.contextmanager
    def killed(self, name: str) -> Iterator[None]:
        """Keep one of the three from coming back until the block ends: it is killed again as often as it is started."""
        over = threading.Event()

        def again_and_again() -> None:
            while not over.wait(0.02):
                self.kill(name)

        self.kill(name)
        killing = threading.Thread(target=again_and_again)
        killing.start()
        try:
            yield
        finally:
            over.set()
            killing.join()

    def _actions_answer(self) -> bool:
        address = f"http://127.0.0.1:{self.settings['ACTIONS_PORT']}/health"
        with contextlib.suppress(httpx.HTTPError):
            return httpx.get(address, trust_env=False, timeout=5.0).is_success
        return False


def free_ports() -> dict[str, str]:
    """Return a free port of the loopback for each setting that names one.

    They lie below those that the kernel gives to outgoing connections, so that one is still free after a restart, and
    those of tests that run side by side never meet.
    """
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    lowest = 11_000 + worker % 5 * 4_000
    free = (port for port in iter(lambda: lowest + secrets.randbelow(4_000), None) if not _listens(port))
    chosen: set[int] = set()
    while len(chosen) < len(PORTS):
        chosen.add(next(free))
    return {name: str(port) for name, port in zip(PORTS, chosen, strict=True)}


def _listens(port: int) -> bool:
    with socket.socket() as line:
        return line.connect_ex(("127.0.0.1", port)) == 0


def _settings(folder: Path) -> dict[str, str]:
    keys = {name: base64.urlsafe_b64encode(secrets.token_bytes(32)).decode() for name in ("master", "hash")}
    return {
        "BOT_MASTER_KEY": keys["master"],
        "BOT_HASH_KEY": keys["hash"],
        "BOT_HOST": "127.0.0.1",
        "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{folder}/bot.sqlite",
        "BOT_KEYS_FOLDER": str(folder / "keys"),
        "BOT_EAR_FILE": os.environ.get("BOT_EAR_FILE") or str(ROOT / "var" / "models" / "danger.json"),
        "RASA_TRACKER_URL": f"sqlite:///{folder}/trackers.sqlite",
        "TMPDIR": str(folder / "tmp"),
    }


def _scripts_environment(settings: Mapping[str, str]) -> Mapping[str, str]:
    """Return the environment that the project's scripts start processes in."""
    spec = importlib.util.spec_from_file_location("_project", ROOT / "scripts" / "_project.py")
    assert spec is not None
    assert spec.loader is not None
    project = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(project)
    found: dict[str, str] = project.environment(settings)
    return {name: value for name, value in found.items() if name in settings or name not in _NOT_INHERITED}


def _all_processes() -> Iterator[tuple[int, int, str]]:
    """Yield id, parent and command of the machine's processes, from /proc where there is one."""
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            words = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
            yield int(folder.name), int((folder / "stat").read_text().rpartition(")")[2].split()[1]), words
    if not Path("/proc/self").exists():
        listed = subprocess.run(["ps", "-A", "-o", "pid=,ppid=,args="], check=True, capture_output=True, text=True)
        for line in listed.stdout.splitlines():
            pid, parent, *command = line.split(maxsplit=2)
            yield int(pid), int(parent), " ".join(command)
