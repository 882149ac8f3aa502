"""The second factor: codes of now, recovery codes, and what an authenticator takes in."""

import re
from datetime import timedelta

import pyotp
import pytest

from bot.staff.second_factor import address_of, as_recovery_code, new_secret, qr_svg, qr_text, recovery_codes, step_of
from tests.fakes.clock import NOON

SECRET = new_secret()


@pytest.mark.parametrize(("seconds", "steps"), [(-30, -1), (0, 0), (29, 0), (30, 1)])
def test_a_code_may_be_one_step_off(seconds: int, steps: int) -> None:
    code = pyotp.TOTP(SECRET).at(NOON + timedelta(seconds=seconds))
    now = step_of(pyotp.TOTP(SECRET).at(NOON), secret=SECRET, now=NOON)
    assert now is not None
    assert step_of(code, secret=SECRET, now=NOON) == now + steps
    assert step_of(f"{code[:3]} {code[3:]}", secret=SECRET, now=NOON) == now + steps


@pytest.mark.parametrize("seconds", [-61, 61, 86400])
def test_an_older_or_later_code_is_none(seconds: int) -> None:
    code = pyotp.TOTP(SECRET).at(NOON + timedelta(seconds=seconds))
    assert step_of(code, secret=SECRET, now=NOON) is None


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "１２３４５６", "-12345", "12 34"])
def test_what_is_no_code_is_none(code: str) -> None:
    assert step_of(code, secret=SECRET, now=NOON) is None


def test_an_authenticator_can_read_the_address() -> None:
    read = pyotp.parse_uri(address_of(SECRET, name="aki"))
    assert (read.secret, read.name, read.issuer) == (SECRET, "aki", "Tomoshibi")
    assert len(pyotp.TOTP(SECRET).byte_secret()) == 20


def test_the_qr_code_stands_in_the_page_and_loads_nothing() -> None:
    svg = qr_svg(address_of(SECRET, name="aki"))
    assert re.match(r"<svg ", svg)
    assert not re.search(r"style=|href|data:|<script|xmlns", svg)
    assert SECRET not in svg
    assert len(qr_text(address_of(SECRET, name="aki")).splitlines()) > 10


def test_recovery_codes_are_ten_and_can_be_typed_in_any_way() -> None:
    codes = recovery_codes()
    assert len(set(codes)) == 10
    for code in codes:
        assert as_recovery_code(code.upper().replace("-", " ")) == as_recovery_code(code.replace("-", "")) == code
