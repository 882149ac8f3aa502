"""What is never said is found in every form, and every reason rules it out in both languages."""

import pytest

from bot.guidance.forbidden import FORBIDDEN, forbidden_in
from bot.language import Language


def test_every_reason_has_wordings_in_both_languages() -> None:
    assert all(row.why and row.ja and row.en for row in FORBIDDEN)


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        (Language.JA, "画像は必ず削除されます。", "必ず削除"),
        (Language.JA, "ただのＡＩです", "ただのAI"),
        (Language.JA, "PAPSに任せてください", "PAPSに任せ"),
        (Language.JA, "被害者の方へ", "被害者"),
        (Language.EN, "PAPS will remove it for you.", "PAPS will remove"),
        (Language.EN, "We Guarantee it.", "Guarantee"),
        (Language.EN, "Nobody will ever know.", "Nobody will ever know"),
    ],
)
def test_a_wording_that_is_never_said_is_found(language: Language, text: str, found: str) -> None:
    assert list(forbidden_in(text, language=language)) == [found]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.JA, "犯罪被害者支援の窓口があります。"),
        (Language.EN, "That is not your own fault. You can ask PAPS."),
        (Language.EN, "The police decide whether you will be arrested."),
    ],
)
def test_what_only_looks_like_it_is_not_found(language: Language, text: str) -> None:
    assert list(forbidden_in(text, language=language)) == []
