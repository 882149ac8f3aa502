"""What the tests of this package share: the Bot API of this machine, and people who write to the bot."""

from collections.abc import Iterator

import pytest

from tests.telegram.bot_api import BotApi
from tests.telegram.chatter import Chatter


@pytest.fixture
def api() -> Iterator[BotApi]:
    """Serve a Bot API of its own to each test."""
    with BotApi() as serving:
        yield serving


@pytest.fixture
def hana(api: BotApi) -> Chatter:
    """Return somebody whose Telegram speaks Japanese."""
    return Chatter(api)


@pytest.fixture
def john(api: BotApi) -> Chatter:
    """Return somebody whose Telegram speaks English."""
    return Chatter(api, "en", first_name="John", username="john")
