"""The running bot: questions in changed files are answered and edited at once, and /health of both sites tells their faults."""

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from litestar import Litestar
from litestar.testing import AsyncTestClient

from bot.applications import editor_of
from bot.container import Services, load_catalogue, load_interface, open_services
from bot.conversation.model import Author, Message, Say
from bot.guidance.plan import Answers
from bot.guidance.revisions import Item, Part
from bot.language import Language
from bot.presentation.views import Views
from bot.settings import Settings
from bot.store.database import metadata
from bot.store.question_files import QuestionFiles
from bot.web.health import health_route
from tests.fakes.clock import NOON
from tests.guidance.question_files import put, question
from tests.test_settings import LEAST

WAITS = "question.may_i_wait.any"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "questions"
    put(made, "nothing_yet")
    return made


@pytest.fixture
async def services(tmp_path: Path, folder: Path) -> AsyncIterator[Services]:
    env = {
        **LEAST,
        "BOT_DATABASE_URL": f"sqlite+aiosqlite:///{tmp_path}/bot.sqlite",
        "BOT_KEYS_FOLDER": str(tmp_path / "keys"),
        "BOT_EAR_FILE": str(tmp_path / "ear.json"),
    }
    async with open_services(Settings.from_env(env)) as opened:
        async with opened.engine.begin() as connection:
            await connection.run_sync(metadata.create_all)
        files = QuestionFiles(folder, catalogue=opened.shipped.catalogue)
        yield replace(opened, question_files=files)


async def look(services: Services) -> None:
    for _ in range(3):
        await services.question_files.look()


async def health(services: Services) -> tuple[int, object]:
    """Return status and guidance as /health of either site tells them."""
    route = health_route(lambda: services.report("off"))
    async with AsyncTestClient(Litestar(route_handlers=[route], openapi_config=None, logging_config=None)) as client:
        told = await client.get("/health")
    return told.status_code, told.json()["guidance"]


async def test_a_new_question_is_answered_by_the_running_bot_and_can_be_edited(
    services: Services, folder: Path
) -> None:
    catalogue = services.ports.catalogue
    assert catalogue.answer_to("may_i_wait", Answers(), language=Language.EN) is None
    put(folder, "here", may_i_wait=question())
    await look(services)
    assert catalogue.answer_to("may_i_wait", Answers(), language=Language.EN) == WAITS
    assert catalogue.say(WAITS, language=Language.JA).text.startswith("はい、待つ")
    editor = editor_of(services)
    assert Item(part=Part.WORDS, key=WAITS) in editor.editing.shipped.all_items()
    assert WAITS in editor.live.entries


async def test_one_bot_never_changes_what_another_one_says(services: Services, folder: Path) -> None:
    put(folder, "here", may_i_wait=question())
    await look(services)
    assert "may_i_wait" not in load_catalogue().questions


async def test_health_counts_the_questions_and_tells_the_faults_and_the_bot_still_serves(
    services: Services, folder: Path
) -> None:
    put(folder, "here", may_i_wait=question())
    await look(services)
    assert await health(services) == (200, {"questions": 1, "faults": []})
    put(folder, "here", may_i_wait=question(roles=["pupil"]))
    await look(services)
    fault = "data/guidance/questions/here.yml:6: may_i_wait: roles: there is no role pupil"
    assert await health(services) == (200, {"questions": 1, "faults": [fault]})
    assert services.ports.catalogue.answer_to("may_i_wait", Answers(), language=Language.EN) == WAITS


async def test_a_chat_can_be_read_after_the_question_it_was_answered_by_is_gone_from_the_files(
    services: Services, folder: Path
) -> None:
    put(folder, "here", may_i_wait=question())
    await look(services)
    said = Message(seq=1, author=Author.ASSISTANT, at=NOON, say=Say(key=WAITS))
    asked = Message(seq=2, author=Author.PERSON, at=NOON, text="and then?")
    put(folder, "here")
    await look(services)
    for catalogue, seen in ((services.ports.catalogue, [1, 2]), (load_catalogue(), [2])):
        views = Views(catalogue=catalogue, interface=load_interface(), keep_hours=24)
        assert [drawn["seq"] for drawn in views.messages([said, asked], language=Language.EN)] == seen
