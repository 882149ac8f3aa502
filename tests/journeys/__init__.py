"""Journeys: the whole thing as people meet it, in a real browser and over HTTP, with the real processes."""

import pytest

pytest.register_assert_rewrite("tests.journeys.person", "tests.journeys.processes", "tests.journeys.visitor")
