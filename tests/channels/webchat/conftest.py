"""What the tests of the public site share."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.guidance.catalogue import Catalogue
from tests.fakes.database import sqlite_database
from tests.fakes.public_site import Public, Visit, public_over


@pytest.fixture(params=["ja", "en"])
def language(request: pytest.FixtureRequest) -> str:
    """Return each of the two languages in turn: what holds in one holds in the other."""
    return str(request.param)


@pytest.fixture
async def public(tmp_path: Path, catalogue: Catalogue) -> AsyncIterator[Public]:
    """Open the public site."""
    async with sqlite_database(tmp_path) as database, public_over(database, catalogue) as opened:
        yield opened


@pytest.fixture
def visitor(public: Public, language: str) -> Visit:
    """Bring somebody."""
    return public.visitor(language)
