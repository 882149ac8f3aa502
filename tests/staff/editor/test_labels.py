"""Whatever is refused or found has words, in both languages."""

from collections.abc import Iterator

from bot.container import LOCALES
from bot.guidance.errors import EditRefused
from bot.guidance.fact_json import FACT_FIELDS, PLATFORM_FIELDS
from bot.guidance.facts import Mark
from bot.guidance.revisions import Significance, Status
from bot.guidance.rules import PLACEHOLDERS, Fault
from bot.i18n import Interface
from bot.language import Language
from bot.staff.editor import labels
from bot.staff.editor.diff import between
from bot.staff.editor.usage import UsageKind


def kinds(of: type[EditRefused]) -> Iterator[type[EditRefused]]:
    for one in of.__subclasses__():
        yield one
        yield from kinds(one)


def test_everything_that_can_be_refused_or_found_has_words_in_both_languages() -> None:
    assert set(labels.REFUSALS) == set(kinds(EditRefused))
    for table, keys in (
        (labels.FINDINGS, Fault),
        (labels.MARKS, Mark),
        (labels.STATUSES, Status),
        (labels.STATES, labels.State),
        (labels.KINDS, labels.ItemKind),
        (labels.WAYS, UsageKind),
    ):
        assert set(table) == set(keys)
    assert set(labels.SIGNIFICANCES) == set(Significance)
    assert {f"{{{name}}}" for name in PLACEHOLDERS} == set(labels.PLACEHOLDERS)
    assert {*FACT_FIELDS, *PLATFORM_FIELDS} <= set(labels.FIELDS)
    japanese = Interface(LOCALES)[Language.JA]
    texts = [*labels.FINDINGS.values(), *labels.REFUSED.values(), *labels.DONE.values(), *labels.STATES.values()]
    assert [text for text in texts if japanese.gettext(text) == text] == []


def test_a_difference_puts_together_both_texts() -> None:
    for old, new, language in (
        ("夜の間も待っています。", "夜のあいだも待っています。", Language.JA),
        ("", "x", Language.JA),
        ("a b c. d", "a x c. e f", Language.EN),
        ("same", "same", Language.EN),
        ("a" * 3000, "b", Language.JA),
    ):
        found = between(old, new, language=language)
        assert "".join(one.text for one in found if one.kind != "ins") == old
        assert "".join(one.text for one in found if one.kind != "del") == new
