"""The composition root: the items it makes, and what it counts and logs."""

import json
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.container import Faults, load_danger_detector, ports_in_memory
from bot.conversation.conversations import Conversations
from bot.conversation.danger.detector import DangerDetector
from bot.conversation.model import Address
from bot.i18n import Interface
from bot.language import Language
from bot.logs import set_up_logs
from bot.settings import Settings
from tests.test_settings import LEAST


def test_without_a_model_danger_is_found_by_patterns_and_the_log_says_so(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert load_danger_detector(tmp_path / "danger.json") == DangerDetector()
    assert "patterns only" in caplog.text


def test_a_trained_danger_model_is_used(tmp_path: Path) -> None:
    learnt = {"longest": 1, "classes": ["crisis_suicide", "none"], "intercepts": [9.0, 0.0], "grams": {}}
    (tmp_path / "danger.json").write_text(json.dumps(learnt), encoding="utf-8")
    assert load_danger_detector(tmp_path / "danger.json").detect("...") == "crisis_suicide"


def test_faults_are_counted_by_kind() -> None:
    faults = Faults(counted=Counter())
    for kind in ("late", "late", "silent"):
        faults.count(kind)
    assert faults.counted == {"late": 2, "silent": 1}


def names_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


async def test_a_conversation_in_memory_leaves_nothing_on_disk(tmp_path: Path) -> None:
    env = {**LEAST, "BOT_EAR_FILE": str(tmp_path / "danger.json"), "BOT_KEYS_FOLDER": str(tmp_path / "keys")}
    async with ports_in_memory(Settings.from_env(env), assistant=None) as ports:
        conversations = Conversations(ports)
        opened = await conversations.begin(address=Address("talk"), channel="talk", language=Language.EN)
        assert len(await conversations.messages(opened.id)) == 1
    assert names_in(tmp_path) == []


def test_the_interface_speaks_both_languages(root: Path) -> None:
    interface = Interface(root / "locales")
    assert interface[Language.EN].gettext("Japanese only") == "Japanese only"
    assert interface[Language.JA].gettext("Japanese only") != "Japanese only"


def test_an_interface_that_is_not_compiled_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        Interface(tmp_path)


LOUD = ("sqlalchemy", "aiosqlite", "httpx", "httpcore", "uvicorn", "litestar", "asyncio")


@pytest.fixture
def restored_logs() -> Iterator[None]:
    """Leave the logs as they were."""
    root = logging.getLogger()
    handlers, levels = root.handlers[:], {name: logging.getLogger(name).level for name in ("", *LOUD)}
    yield
    root.handlers[:] = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


@pytest.mark.usefixtures("restored_logs")
def test_libraries_that_could_log_words_are_quiet_at_any_level() -> None:
    set_up_logs("DEBUG")
    assert logging.getLogger().level == logging.DEBUG
    assert all(logging.getLogger(name).getEffectiveLevel() >= logging.WARNING for name in LOUD)
    assert logging.getLogger("bot.app").getEffectiveLevel() == logging.DEBUG
