"""Forms that are made to cost much are refused before anything reads them, and none is remembered."""

import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from litestar import Litestar, get, post
from litestar._parsers import parse_url_encoded_form_data
from litestar.testing import TestClient

from bot.web.forms import Form, FormPlugin, limited_forms

FIELDS = 60
FORM = {"content-type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, kw_only=True)
class Note:
    """Something short."""

    text: str = field(default="", repr=False)


@post("/note")
async def note(data: Form[Note]) -> str:
    """Return what arrived."""
    return data.text


@post("/little", request_max_body_size=100)
async def little(data: Form[Note]) -> str:
    """Return what arrived, if it is little."""
    return data.text


@get("/note")
async def read() -> str:
    """Return a word."""
    return "read"


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient[Litestar]]:
    """Run a site with two forms."""
    site = Litestar(
        [note, little, read],
        plugins=[FormPlugin()],
        middleware=[limited_forms(most_fields=FIELDS)],
        request_max_body_size=4 * 1024 * 1024,
        openapi_config=None,
    )
    with TestClient(site) as client:
        yield client


def test_half_a_million_fields_are_refused_at_once(client: TestClient[Litestar]) -> None:
    begun = time.monotonic()
    answer = client.post("/note", content=b"&".join([b"a=1"] * 524_000), headers=FORM)
    assert time.monotonic() - begun < 1
    assert answer.status_code == 413


def test_half_a_million_different_fields_are_refused_at_once(client: TestClient[Litestar]) -> None:
    begun = time.monotonic()
    answer = client.post("/note", content=b"&".join(b"%x=" % number for number in range(500_000)), headers=FORM)
    assert time.monotonic() - begun < 1
    assert answer.status_code == 413


def test_as_many_fields_as_any_form_has_are_read(client: TestClient[Litestar]) -> None:
    body = b"&".join([b"text=hello", *[b"a=1"] * (FIELDS - 1)])
    assert client.post("/note", content=body, headers=FORM).text == "hello"
    assert client.post("/note", content=body + b"&a=1", headers=FORM).status_code == 413


def test_a_handler_may_take_less_than_its_site(client: TestClient[Litestar]) -> None:
    assert client.post("/little", content=b"text=" + b"x" * 95, headers=FORM).status_code == 201
    assert client.post("/little", content=b"text=" + b"x" * 96, headers=FORM).status_code == 413
    assert client.post("/little", content=iter([b"text=", b"x" * 96]), headers=FORM).status_code == 413


def test_a_form_that_comes_with_a_page_is_not_read(client: TestClient[Litestar]) -> None:
    answer = client.request("GET", "/note", content=b"&".join([b"a=1"] * 524_000), headers=FORM)
    assert answer.status_code == 200


def test_no_form_is_remembered_after_its_answer(client: TestClient[Litestar]) -> None:
    remembered = parse_url_encoded_form_data.cache_info().currsize
    assert client.post("/note", content=b"text=nobody+says+this+twice", headers=FORM).text == "nobody says this twice"
    assert parse_url_encoded_form_data.cache_info().currsize == remembered
