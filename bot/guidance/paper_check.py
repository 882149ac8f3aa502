"""Lists every problem in the papers: words, gaps, cards, and who may be offered what."""

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import product

from bot.guidance.catalogue import Catalogue
from bot.guidance.confirm import CONFIRM
from bot.guidance.facts import Texts
from bot.guidance.papers import MAKERS, NUMBER, POST, UNKNOWN_PLACE, Line, Paper, Situation, gaps_in
from bot.guidance.plan import AGES, ROLES
from bot.guidance.rules import Fault, Finding, faults_of_words
from bot.language import Language

_FILE = "papers.yml"
_GAP = re.compile(r"\{\w+\}")
_IMAGE_ASKED_FOR = re.compile(
    r"スクリーンショット|スクショ|添付|ダウンロード|保存して|写真を撮|コピーを(?:付|送)|screen\s?shot|screen capture|attach|download|upload|save the image",
    re.IGNORECASE,
)
"""Words with which a paper could ask for a copy of an image; none may hold them, whoever it is for."""

Sentence = Callable[[Finding, Language], str]


def problems_of_papers(catalogue: Catalogue, *, sentence: Sentence) -> Iterator[str]:
    """Yield every problem as one sentence that names its place; `sentence` words a fault of words."""
    for kind, places in catalogue.papers.kinds.items():
        unknown = [place for place in places if place not in catalogue.platforms and place != UNKNOWN_PLACE]
        yield from (f"{_FILE}: kinds: {kind}: there is no platform {place}" for place in unknown)
    for paper in catalogue.papers.values():
        found = (_words(paper, sentence), _gaps(paper), _references(paper, catalogue), _people(paper, catalogue))
        yield from (f"{_FILE}: {paper.key}: {problem}" for problems in found for problem in problems)


def _words(paper: Paper, sentence: Sentence) -> Iterator[str]:
    for where, texts in _all_texts(paper):
        for language, text in texts.items():
            plain = _GAP.sub("…", text)
            found = [
                one for one in faults_of_words(plain, language=language) if one.fault is not Fault.UNKNOWN_PLACEHOLDER
            ]
            yield from (f"{where}: {language}: {sentence(one, language)}" for one in found)
            if asked := _IMAGE_ASKED_FOR.search(text):
                yield f"{where}: {language}: no paper may ask for a copy of an image: “{asked[0]}”"
        if sorted(gaps_in(texts[Language.JA])) != sorted(gaps_in(texts[Language.EN])):
            yield f"{where}: the gaps differ between the languages"


def _all_texts(paper: Paper) -> Iterator[tuple[str, Texts]]:
    yield from (("title", paper.title), ("about", paper.about))
    yield from ((f"limits {number}", line.texts) for number, line in enumerate(paper.limits, start=1))
    yield from ((f"text {number}", line.texts) for number, line in enumerate(paper.lines, start=1))
    for name, field in paper.fields.items():
        yield f"field {name}", field.label
        given = {"hint": field.hint, "blank": field.blank, "otherwise": field.otherwise}
        yield from ((f"field {name}: {what}", texts) for what, texts in given.items() if any(texts.values()))
        for option in field.options:
            yield from ((f"field {name}: options", texts) for texts in (option.label, option.text))


def _gaps(paper: Paper) -> Iterator[str]:
    filled = {gap for line in paper.lines for gap in line.gaps}
    yield from (f"there is no field {gap}" for gap in sorted(filled - {*paper.fields, NUMBER}))
    yield from (f"field {name}: it stands in no line" for name in paper.fields if name not in filled)
    for number, line in enumerate(paper.lines, start=1):
        if line.optional and not line.gaps:
            yield f"text {number}: it is optional, but has no gap"
        if line.each and not paper.repeats:
            yield f"text {number}: it is repeated, but the paper is no list"


def _references(paper: Paper, catalogue: Catalogue) -> Iterator[str]:
    tables: tuple[tuple[str, tuple[str, ...], Mapping[str, object]], ...] = (
        ("contact", paper.contacts, catalogue.contacts),
        ("link", paper.shown_links, catalogue.links),
        ("entry", paper.beside, catalogue.entries),
        ("one to confirm it named", paper.confirm, CONFIRM),
    )
    for what, names, table in tables:
        yield from (f"there is no {what} {name}" for name in names if name not in table)
    kinds = {POST, *catalogue.papers.kinds}
    yield from (f"there is no kind {kind}" for kind in paper.kind_links if kind not in kinds)
    for line in (*paper.limits, *paper.lines):
        yield from (f"there is no kind {kind}" for kind in line.when.get("kind", ()) if kind not in kinds)
        known = (*catalogue.platforms, UNKNOWN_PLACE)
        yield from (f"there is no platform {place}" for place in line.when.get("place", ()) if place not in known)


def _people(paper: Paper, catalogue: Catalogue) -> Iterator[str]:
    """Yield what is wrong with whom it is for: makers share no paper with others, and everybody gets a text."""
    roles = {role for one in paper.audiences for role in one.roles}
    if roles & set(MAKERS) and roles - set(MAKERS):
        yield "for: who made an image shares no paper with those harmed"
    kinds = {kind: next(iter(places), "") for kind, places in catalogue.papers.kinds.items()}
    places = (*kinds.values(), "") if paper.asks_place else ("",)
    reached: set[int] = set()
    for role, age, place in product(ROLES, AGES, places):
        if not paper.fits(role=role, age=age):
            continue
        situation = Situation(role=role, age=age, place=place)
        reached |= {id(line) for line in catalogue.papers.chosen((*paper.limits, *paper.lines), situation)}
        if not catalogue.papers.chosen(paper.lines, situation):
            yield f"no text for role {role or 'not known'}, age {age}"
    yield from (
        f"nobody gets this line: {_start(line)}"
        for line in (*paper.limits, *paper.lines)
        if id(line) not in reached and "place" not in line.when
    )


def _start(line: Line) -> str:
    return line.texts[Language.EN][:40]
