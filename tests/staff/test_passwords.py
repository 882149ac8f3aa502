"""Passwords: which are refused, how they are kept."""

import pytest
from argon2 import PasswordHasher

from bot.staff.passwords import COMMON, SHORTEST, Passwords, Weakness, one_time_password, weakness_of

GOOD = "a lantern on a quiet pier"


@pytest.fixture
def passwords() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


@pytest.mark.parametrize(
    ("password", "weakness"),
    [
        ("eleven char", Weakness.SHORT),
        ("", Weakness.SHORT),
        ("x" * 300, Weakness.LONG),
        ("the one before", Weakness.SAME),
        ("aki.yamamoto", Weakness.NAME),
        ("AKI.YAMAMOTO", Weakness.NAME),
        ("PasswordPassword", Weakness.COMMON),
        ("ｐａｓｓｗｏｒｄ１２３４", Weakness.COMMON),
        ("ababababababab", Weakness.COMMON),
    ],
)
def test_a_password_that_is_guessed_first_is_refused(password: str, weakness: Weakness) -> None:
    assert weakness_of(password, name="aki.yamamoto", old="the one before") is weakness


@pytest.mark.parametrize("password", [GOOD, "ひるのつきとよるのはなび", "8319472650481", "akidoesnotlikerain"])
def test_no_kind_of_sign_is_asked_for(password: str) -> None:
    assert weakness_of(password, name="aki", old="the one before") is None


def test_a_name_repeated_is_still_a_name() -> None:
    assert weakness_of("akikoakikoakiko", name="akiko", old="") is Weakness.NAME
    assert weakness_of("akiko1234567890", name="akiko", old="") is Weakness.NAME


def test_the_list_of_common_passwords_holds_only_what_is_long_enough_to_matter() -> None:
    assert all(len(password) >= SHORTEST and password == password.casefold() for password in COMMON)


async def test_a_password_fits_itself_and_nothing_else(passwords: Passwords) -> None:
    kept = await passwords.hash(GOOD)
    assert kept.startswith("$argon2id$")
    assert GOOD not in kept
    assert await passwords.fits(GOOD, kept=kept)
    assert not await passwords.fits(GOOD.upper(), kept=kept)
    assert not await passwords.fits(GOOD, kept=None)
    assert not await passwords.fits(GOOD, kept="not a hash")


async def test_the_same_signs_from_another_keyboard_fit(passwords: Passwords) -> None:
    assert await passwords.fits("が" * 12, kept=await passwords.hash("か\u3099" * 12))


def test_the_library_s_own_parameters_are_used_outside_tests() -> None:
    assert "$m=65536,t=3," in Passwords()._nobodys


def test_one_time_passwords_are_long_and_never_the_same() -> None:
    made = {one_time_password() for _ in range(100)}
    assert len(made) == 100
    assert all(len(password) == 24 and not set(password) & set("01ilo") for password in made)
