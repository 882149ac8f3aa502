"""The table, and a conversation over it."""

import pytest

from actions.table import Table, read_table
from tests.actions.talk import Conversation


@pytest.fixture(scope="module")
def table() -> Table:
    """Return the guidance's own table."""
    return read_table()


@pytest.fixture
def conversation(table: Table) -> Conversation:
    """Return a conversation in which nothing was said yet."""
    return Conversation(table)
