"""Names that somebody can have."""

import pytest

from bot.accounts import DisplayNameUnusable, NameUnusable, same_name, usable_display_name, usable_name


@pytest.mark.parametrize("name", ["aki", "Aki.Sato", "a1", "x" * 32, " aki "])
def test_a_plain_name_is_taken_without_the_space_around_it(name: str) -> None:
    assert usable_name(name) == name.strip()


@pytest.mark.parametrize("name", ["", "a", "x" * 33, "-aki", "aki sato", "秋", "aki\n2", "<b>aki</b>", "аki", "*"])
def test_any_other_name_is_refused(name: str) -> None:
    with pytest.raises(NameUnusable):
        usable_name(name)


def test_names_are_the_same_whatever_the_case_and_width() -> None:
    assert same_name("Aki") == same_name(" ＡＫＩ ") == "aki"


@pytest.mark.parametrize(("text", "shown"), [("秋山", "秋山"), ("  Aki   S. ", "Aki S."), ("a\nb", "a b")])
def test_a_display_name_is_one_line(text: str, shown: str) -> None:
    assert usable_display_name(text) == shown


@pytest.mark.parametrize("text", ["", "   ", "x" * 41, "aki\u202eika", "a\x00b"])
def test_a_display_name_that_hides_something_is_refused(text: str) -> None:
    with pytest.raises(DisplayNameUnusable):
        usable_display_name(text)
