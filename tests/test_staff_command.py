"""`python -m bot staff`: the first administrator, and the log, from the command line of the server."""

import base64
import sqlite3
import subprocess
from pathlib import Path

import pyotp
import pytest

from tests.test_commands import run

KEY = base64.urlsafe_b64encode(b"k" * 32).decode()


class Server:
    """A database of its own, and the commands beside it."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.root = root
        self.file = folder / "bot.sqlite"
        self.env = {"BOT_MASTER_KEY": KEY, "BOT_HASH_KEY": KEY, "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{self.file}"}

    def staff(self, *words: str) -> subprocess.CompletedProcess[str]:
        return run(self.root, "staff", *words, env=self.env)


@pytest.fixture
def server(root: Path, tmp_path: Path) -> Server:
    made = Server(root, tmp_path)
    assert run(root, "migrate", env=made.env).returncode == 0
    return made


def test_somebody_is_added_listed_reset_and_disabled(server: Server) -> None:
    shown = server.staff("add", "Aki", "--role", "administrator", "--role", "auditor", "--display", "秋")
    assert shown.returncode == 0
    lines = dict(line.split("  ", 1) for line in shown.stdout.splitlines())
    password, address = lines["one-time password"].strip(), lines["second factor"].strip()
    assert pyotp.parse_uri(address).name == "Aki"
    assert server.staff("list").stdout == "Aki\t秋\tadministrator,auditor\tone-time password\n"
    assert password not in server.staff("list").stdout

    again = server.staff("reset", "aki").stdout
    assert "one-time password" in again
    assert password not in again
    assert address not in again

    last = server.staff("disable", "aki")
    assert (last.returncode, last.stdout) == (2, "")
    assert last.stderr == "This is the last administrator: add another one first.\n"
    server.staff("add", "ume", "--role", "administrator")
    assert server.staff("disable", "AKI").returncode == 0
    assert "closed" in server.staff("list").stdout
    whole = server.staff("verify-log")
    assert (whole.returncode, whole.stdout) == (0, "5 entries, all as they were written.\n")


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("add", "a b", "--role", "editor"), "A sign-in name has"),
        (("add", "aki", "--role", "editor", "--display", "x" * 50), "A display name has"),
        (("disable", "nobody"), "There is no account"),
        (("reset", "nobody"), "There is no account"),
        (("add", "aki", "--role", "emperor"), "usage"),
        (("add", "aki"), "usage"),
        ((), "usage"),
    ],
)
def test_what_is_wrong_is_one_sentence_and_code_2(server: Server, words: tuple[str, ...], says: str) -> None:
    shown = server.staff(*words)
    assert shown.returncode == 2
    assert says in shown.stderr
    assert "Traceback" not in shown.stderr
    assert shown.stdout == ""


def test_without_a_database_it_says_what_to_do(root: Path, tmp_path: Path) -> None:
    shown = Server(root, tmp_path).staff("list")
    assert (shown.returncode, shown.stdout) == (2, "")
    assert "python -m bot migrate" in shown.stderr


def test_a_name_twice_is_refused(server: Server) -> None:
    server.staff("add", "aki", "--role", "editor")
    assert server.staff("add", "AKI", "--role", "editor").stderr == "There is an account with that name already.\n"


def test_a_log_that_was_changed_is_code_1_and_names_the_entry(server: Server) -> None:
    for name in ("aki", "ume", "hana"):
        server.staff("add", name, "--role", "editor")
    with sqlite3.connect(server.file) as connection:
        connection.execute("DROP TRIGGER action_log_no_update")
        connection.execute("UPDATE action_log SET staff = 'somebody' WHERE number = 2")
    connection.close()
    shown = server.staff("verify-log")
    assert shown.returncode == 1
    assert "entry 2 " in shown.stdout
