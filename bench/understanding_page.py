"""The page docs/understanding.md, from measured figures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from _project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TRIALS = ROOT / "bench" / "trials.md"
LANGUAGES = ("ja", "en")

_HEAD = """\
# How well Tomoshibi understands

Written by `scripts/measure`; do not edit. Every sentence and conversation was made up, by people who had not seen what was learnt from, so
the figures tell how well unseen words are understood. Shares are 0 to 1. A share of 0.8 of 1,700 rows may be off by 0.02 by chance alone.
"""

_INTENTS = {
    "rows": "sentences",
    "top1": "intent right",
    "top1_secondary": "intent right, a second one accepted",
    "top3": "intent among the first three",
    "question_right": "a question of the catalogue is asked: its answer is given",
    "question_offered": "the same: given, or offered as a button",
    "no_question_right": "none is asked: none is answered",
}
_DANGER = {
    "danger_recall": "danger heard: emergency words or a direct question",
    "danger_false_positive_rate": "no danger: emergency words",
    "danger_asked_rate": "no danger: a direct question",
    "near_false_positive_rate": "only sounds like danger: emergency words",
    "near_asked_rate": "only sounds like danger: a direct question",
}
_TALKS = {
    "turns": "turns",
    "turns_right": "turns right",
    "questions_answered": "questions answered",
    "asked_again": "asked what was known (turns)",
    "bubbles_repeated": "bubbles repeated",
    "wrong_for_this_person": "words for somebody else (turns)",
    "wrong_language": "wrong language (turns)",
    "danger_heard": "danger heard",
    "danger_false": "no danger: emergency words",
    "danger_asked_in_vain": "no danger: a direct question",
    "danger_stuck": "emergency words after it had passed (turns)",
}
_STYLES = ("top1_secondary", "top3", "question_right", "danger_recall", "danger_asked_rate")


def page(*, sentences: Mapping[str, Any], conversations: Mapping[str, Any], across: Mapping[str, Any]) -> str:
    """Return the page."""
    blocks = [
        _HEAD,
        "## Single sentences\n",
        *_table(sentences, _INTENTS),
        "## Danger in single sentences\n",
        *_table(sentences, _DANGER),
        "## Whole conversations\n",
        *_table(conversations, {**_TALKS, **_facts(conversations)}),
        "## By style of writing\n",
        *_styles(sentences),
        "## Learnt in one language, read in the other\n",
        "Intent right, a second one accepted, by the regression alone, without context.\n",
        *_across(across),
        "## How far a confidence can be trusted, and what is taken for what\n",
        *(
            f"![{name} {language}](understanding/{name}_{language}.svg)\n"
            for name in ("reliability", "confusion")
            for language in LANGUAGES
        ),
        "## Trials\n",
        TRIALS.read_text(encoding="utf-8"),
    ]
    return "\n".join(blocks)


def _facts(conversations: Mapping[str, Any]) -> dict[str, str]:
    names = [name for name in conversations[LANGUAGES[0]] if name.startswith("f1_")]
    return {name: f"facts: {name.removeprefix('f1_').replace('_', ' ')} (F1)" for name in names}


def _table(found: Mapping[str, Any], titles: Mapping[str, str]) -> Iterator[str]:
    yield f"|  | {' | '.join(LANGUAGES)} |\n|---|{'---|' * len(LANGUAGES)}"
    yield "\n".join(
        f"| {title} | {' | '.join(_figure(found[language][name]) for language in LANGUAGES)} |"
        for name, title in titles.items()
    )
    yield ""


def _styles(found: Mapping[str, Any]) -> Iterator[str]:
    titles = {**_INTENTS, **_DANGER}
    yield "| style | rows | " + " | ".join(titles[name] for name in _STYLES) + " |\n|---|---|" + "---|" * len(_STYLES)
    for style in sorted({style for language in LANGUAGES for style in found[language]["styles"]}):
        mine = [found[language]["styles"].get(style) for language in LANGUAGES]
        cells = [" / ".join(_figure(one[name]) if one else "-" for one in mine) for name in ("rows", *_STYLES)]
        yield f"| {style} | {' | '.join(cells)} |"
    yield "\nEach cell: ja / en.\n"


def _across(found: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    yield "| learnt in | " + " | ".join(f"read in {language}" for language in LANGUAGES) + " |\n|---|---|---|"
    for language in LANGUAGES:
        yield f"| {language} | {' | '.join(_figure(found[language][other]) for other in LANGUAGES)} |"
    yield ""


def _figure(value: float | None) -> str:
    if value is None:
        return "-"
    return f"{value:,}" if isinstance(value, int) else f"{value:.3f}"
