"""A form arrives in a handler as a frozen dataclass."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from typing import Any
from urllib.parse import urlencode

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from litestar import Litestar, post
from litestar.di import NamedDependency, Provide
from litestar.testing import TestClient

from bot.web.forms import Form, FormPlugin, limited_forms

_FORM = {"content-type": "application/x-www-form-urlencoded"}


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a person asks for."""

    text: str = field(default="", repr=False)
    size: str = "small"
    toppings: tuple[str, ...] = ()


async def _size(data: Form[Order]) -> str:
    return data.size


@post("/order")
async def order(data: Form[Order], size: NamedDependency[str]) -> dict[str, Any]:
    """Return what arrived."""
    assert isinstance(data, Order)
    assert isinstance(data.toppings, tuple)
    assert size == data.size
    return asdict(data)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient[Litestar]]:
    """Run a site with one form."""
    site = Litestar(
        [order],
        plugins=[FormPlugin()],
        middleware=[limited_forms(most_fields=60)],
        dependencies={"size": Provide(_size)},
        openapi_config=None,
    )
    with TestClient(site) as client:
        yield client


def _received(client: TestClient[Litestar], body: bytes | str, **headers: str) -> dict[str, Any]:
    answer = client.post("/order", content=body, headers=headers or _FORM)
    assert answer.status_code == 201, answer.text
    received: dict[str, Any] = answer.json()
    return received


def test_each_field_is_read(client: TestClient[Litestar]) -> None:
    body = urlencode([("text", "たすけて & me"), ("size", "large"), ("toppings", "a"), ("toppings", "b")])

    assert _received(client, body) == {"text": "たすけて & me", "size": "large", "toppings": ["a", "b"]}


def test_what_is_missing_has_its_default(client: TestClient[Litestar]) -> None:
    assert _received(client, "") == {"text": "", "size": "small", "toppings": []}
    assert _received(client, "text=hello")["size"] == "small"


def test_an_empty_field_is_not_a_missing_one(client: TestClient[Litestar]) -> None:
    assert _received(client, "size=&toppings=") == {"text": "", "size": "", "toppings": [""]}


def test_a_text_sent_twice_is_the_first_one(client: TestClient[Litestar]) -> None:
    assert _received(client, "text=first&text=last")["text"] == "first"


def test_a_single_value_of_several_is_a_tuple_of_one(client: TestClient[Litestar]) -> None:
    assert _received(client, "toppings=only")["toppings"] == ["only"]


def test_unknown_fields_are_ignored(client: TestClient[Litestar]) -> None:
    assert _received(client, "_csrf_token=x&text=hello&__class__=y&=z")["text"] == "hello"


def test_a_body_without_a_type_is_a_form(client: TestClient[Litestar]) -> None:
    request = client.build_request("POST", "/order", content=b"text=hello")
    assert "content-type" not in request.headers

    assert client.send(request).json()["text"] == "hello"


def test_a_body_of_another_type_is_refused(client: TestClient[Litestar]) -> None:
    answer = client.post("/order", content=b'{"text": "hello"}', headers={"content-type": "application/json"})

    assert answer.status_code == 415


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(body=st.binary(max_size=60).map(lambda rest: b"text=" + rest))
def test_no_bytes_make_a_form_fail(client: TestClient[Litestar], body: bytes) -> None:
    assert isinstance(_received(client, body)["text"], str)


def test_what_a_person_wrote_is_not_in_the_text_of_the_form() -> None:
    assert "secret" not in repr(Order(text="secret"))
