"""Papers as the pages draw them: fields to fill in, and the text with its gaps in both languages."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from bot.guidance.facts import Fact
from bot.guidance.papers import NUMBER, UNKNOWN_PLACE, Field, Line, Paper, Situation, pieces_of
from bot.language import Language
from bot.presentation.cards import Card
from bot.presentation.views import Views

_LINE_TO_WRITE_ON = {Language.JA: "＿＿＿＿＿＿＿＿", Language.EN: "________________"}
_IN_BRACKETS = {Language.JA: "［{}］", Language.EN: "[{}]"}
_OR = {Language.JA: "／", Language.EN: " / "}


@dataclass(frozen=True, kw_only=True)
class PaperViews:
    """Draws papers in a language."""

    views: Views

    def places(self, first: Sequence[str], *, language: Language) -> list[tuple[str, str]]:
        """Return key and name of every place that a paper can be for, those that are known first, an unknown one last."""
        platforms = self.views.catalogue.platforms
        known = [place for place in first if place in platforms]
        named = [(place, platforms[place].name[language]) for place in dict.fromkeys((*known, *platforms))]
        return [*named, (UNKNOWN_PLACE, self.views.catalogue.title("answer.platform.unknown", language=language))]

    def place_name(self, place: str, *, language: Language) -> str:
        """Return the name of a place, `` if there is no such place."""
        return dict(self.places((), language=language)).get(place, "")

    def paper(self, paper: Paper, situation: Situation, *, language: Language) -> dict[str, Any]:
        """Return a paper as its template needs it; what the person types is none of it."""
        papers = self.views.catalogue.papers
        lines = papers.chosen(paper.lines, situation)
        once = dict.fromkeys(gap for line in lines if not line.each for gap in line.gaps)
        repeated = dict.fromkeys(gap for line in lines if line.each for gap in line.gaps if gap != NUMBER)
        return {
            "key": paper.key,
            "title": paper.title[language],
            "about": paper.about[language],
            "limits": [line.texts[language] for line in papers.chosen(paper.limits, situation)],
            "fields": [_field(name, paper.fields[name], language) for name in paper.fields if name in once],
            "repeated": [_field(name, paper.fields[name], language) for name in paper.fields if name in repeated],
            "texts": [_text(paper, lines, shown) for shown in (language, language.other)],
            "opens_other": language is Language.EN and not paper.asks_place,
            "cards": self._cards(paper, situation, language),
        }

    def _cards(self, paper: Paper, situation: Situation, language: Language) -> list[Card]:
        """Return where the place takes reports, then who can help, then what else is useful."""
        catalogue = self.views.catalogue
        place = catalogue.platforms.get(situation.place) if paper.asks_place else None
        own = (place.minor_links if situation.age == "minor" else place.links) if place else ()
        of_kind = paper.kind_links.get(catalogue.papers.kind_of(situation.place), ()) if paper.asks_place else ()
        links = [catalogue.links[link] for link in dict.fromkeys((*own, *of_kind))]
        others = [catalogue.links[link] for link in paper.links if link not in (*own, *of_kind)]
        facts: list[Fact] = [*links, *catalogue.contact_order(language).shown(paper.contacts), *others]
        return [self.views.card(fact, language=language) for fact in facts]


def _field(name: str, field: Field, language: Language) -> dict[str, Any]:
    return {
        "name": name,
        "label": field.label[language],
        "hint": field.hint[language],
        "rows": field.rows,
        "options": [option.label[language] for option in field.options],
    }


def _text(paper: Paper, lines: Sequence[Line], language: Language) -> dict[str, Any]:
    """Return the text in one language as blocks of lines; the lines of a repeated block belong together."""
    blocks = groupby(lines, key=lambda line: line.each)
    return {
        "lang": language.value,
        "blocks": [{"each": each, "lines": [_line(paper, line, language) for line in block]} for each, block in blocks],
    }


def _line(paper: Paper, line: Line, language: Language) -> dict[str, Any]:
    pieces = [
        {"text": text, "gap": _gap(paper, gap, language) if gap else None}
        for text, gap in pieces_of(line.texts[language])
    ]
    return {"optional": line.optional, "pieces": pieces}


def _gap(paper: Paper, name: str, language: Language) -> dict[str, Any]:
    if name == NUMBER:
        return {"name": name, "empty": "1", "options": []}
    field = paper.fields[name]
    options = [option.text[language] for option in field.options]
    in_brackets = field.blank[language] or _OR[language].join(options)
    bracketed = _IN_BRACKETS[language].format(in_brackets) if in_brackets else _LINE_TO_WRITE_ON[language]
    return {"name": name, "empty": field.otherwise[language] or bracketed, "options": options}
