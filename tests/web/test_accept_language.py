"""Which language a browser reads."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language import Language
from bot.web.accept_language import preferred


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", Language.JA),
        ("ja", Language.JA),
        ("en_US", Language.EN),
        ("en-US,en;q=0.9", Language.EN),
        ("ja-JP,en;q=0.5", Language.JA),
        ("fr-FR,fr;q=0.9,en;q=0.8", Language.EN),
        ("ko, ja;q=0.9, en;q=0.8", Language.JA),
        ("zh-CN", Language.JA),
        ("*", Language.JA),
        ("EN", Language.EN),
        (";;,,=", Language.JA),
        ("en;q=0.2, ja;q=0.8", Language.JA),
        ("ja;q=0.2, en-GB;q=0.8", Language.EN),
        ("en;q=0, fr", Language.JA),
    ],
)
def test_a_browsers_languages_choose_the_first_of_ours(header: str, language: Language) -> None:
    assert preferred(header) is language


@given(st.text())
def test_any_header_chooses_a_language(header: str) -> None:
    assert preferred(header) in set(Language)
