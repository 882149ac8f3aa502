"""Papers: who is offered which, what no paper ever asks for, and what `guidance check` says of a paper that is wrong."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.check import sentence
from bot.guidance.check_report import to_confirm
from bot.guidance.errors import GuidanceError
from bot.guidance.paper_check import problems_of_papers
from bot.guidance.papers import MAKERS, UNKNOWN_PLACE, Audience, Line, Paper, Papers, Situation
from bot.guidance.plan import AGES, ROLES
from bot.language import Language
from bot.store.paper_file import read_papers

COPY_ASKED_FOR = re.compile(
    r"スクショ|スクリーンショット|添付|ダウンロード|screenshot|attach|download|upload", re.IGNORECASE
)
AS_ONE_HARMED = re.compile(r"私の性的な|image or video of me|image of me|photo of me|私の同意|without my consent")


def everybody(catalogue: Catalogue) -> Iterator[tuple[Paper, Situation]]:
    """Yield each paper for everybody whom it can be drawn for, at every place."""
    for paper in catalogue.papers.values():
        places = (*catalogue.platforms, UNKNOWN_PLACE) if paper.asks_place else ("",)
        for role, age, place in product(ROLES, AGES, places):
            if paper.fits(role=role, age=age):
                yield paper, Situation(role=role, age=age, place=place)


def text_of(catalogue: Catalogue, paper: Paper, situation: Situation) -> str:
    """Return everything that a paper says to somebody, in both languages."""
    lines = catalogue.papers.chosen((*paper.limits, *paper.lines), situation)
    fields = [text for field in paper.fields.values() for text in (*field.label.values(), *field.hint.values())]
    return "\n".join([*(line.texts[language] for line in lines for language in Language), *fields])


def test_no_paper_asks_anybody_for_a_copy_of_an_image(catalogue: Catalogue) -> None:
    asking = [
        (paper.key, situation)
        for paper, situation in everybody(catalogue)
        if COPY_ASKED_FOR.search(text_of(catalogue, paper, situation))
    ]
    assert asking == []


def test_who_made_an_image_is_offered_nothing_that_speaks_as_somebody_harmed(catalogue: Catalogue) -> None:
    for role, age in product(MAKERS, AGES):
        offered = catalogue.papers.offered(role=role, age=age)
        assert [paper.key for paper in offered] == ["lawyer_note"]
        texts = [text_of(catalogue, paper, Situation(role=role, age=age)) for paper in offered]
        assert not [text for text in texts if AS_ONE_HARMED.search(text)]


@pytest.mark.parametrize("role", [role for role in ROLES if role not in MAKERS])
def test_nobody_else_is_offered_the_papers_of_who_made_it(catalogue: Catalogue, role: str) -> None:
    for age in AGES:
        assert "lawyer_note" not in [paper.key for paper in catalogue.papers.offered(role=role, age=age)]


@pytest.mark.parametrize("role", ["parent", "teacher", "friend", "partner"])
def test_who_stands_by_somebody_never_writes_in_their_name(catalogue: Catalogue, role: str) -> None:
    for paper, situation in everybody(catalogue):
        if situation.role == role:
            assert not AS_ONE_HARMED.search(text_of(catalogue, paper, situation)), paper.key


def test_a_child_writes_no_formal_request_and_no_letter_to_an_employer(catalogue: Catalogue) -> None:
    for role in ("", "self"):
        offered = {paper.key for paper in catalogue.papers.offered(role=role, age="minor")}
        assert offered == {"report", "school", "photo_company", "evidence"}


def test_the_age_in_the_image_stands_in_a_report_only_where_it_is_known(catalogue: Catalogue) -> None:
    for paper, situation in everybody(catalogue):
        if paper.key == "report":
            lines = catalogue.papers.chosen(paper.lines, situation)
            told = [line for line in lines if "under 18" in line.texts[Language.EN]]
            assert len(told) == (situation.age == "minor")


def test_every_place_has_a_report_that_names_where_it_is(catalogue: Catalogue) -> None:
    for paper, situation in everybody(catalogue):
        gaps = {gap for line in catalogue.papers.chosen(paper.lines, situation) for gap in line.gaps}
        assert paper.key != "report" or gaps & {"url", "thread", "link"}, situation


def test_only_the_list_of_what_is_known_asks_for_reports_and_their_answers(catalogue: Catalogue) -> None:
    evidence = catalogue.papers["evidence"]
    assert evidence.repeats
    assert {"url", "account", "seen", "told", "reported", "answer"} <= set(evidence.fields)


def test_every_paper_is_offered_under_an_entry_that_can_be_said_to_those_it_is_for(catalogue: Catalogue) -> None:
    for paper in catalogue.papers.values():
        assert paper.beside, paper.key
        for key in paper.beside:
            entry = catalogue.entries[key]
            reached = [
                (role, age)
                for role, age in product(entry.roles, entry.ages)
                if paper in catalogue.papers.offered(role=role, age=age, beside=key)
            ]
            assert reached, (paper.key, key)


def test_what_is_to_be_confirmed_is_listed(catalogue: Catalogue) -> None:
    assert "paper.notice" in to_confirm(catalogue)["lawyer"]
    assert "paper.evidence" in to_confirm(catalogue)["police"]


def problems(catalogue: Catalogue, **changed: Any) -> str:
    """Return what the check says after a change to the letter to the school."""
    paper = replace(catalogue.papers["school"], **changed)
    papers = Papers({**catalogue.papers, "school": paper}, kinds=catalogue.papers.kinds)
    return "\n".join(problems_of_papers(replace(catalogue, papers=papers), sentence=sentence))


def line(japanese: str, english: str, **more: Any) -> Line:
    """Return a line."""
    return Line(texts={Language.JA: japanese, Language.EN: english}, **more)


@pytest.mark.parametrize(
    ("added", "problem"),
    [
        (line("{nobody}へ", "To {nobody}"), "papers.yml: school: there is no field nobody"),
        (line("{to}へ", "To you"), "the gaps differ between the languages"),
        (line("スクショを付けます。", "Here it is."), "no paper may ask for a copy of an image: “スクショ”"),
        (line("画像です。", "Please download it."), "no paper may ask for a copy of an image: “download”"),
        (line("050-3177-5432に電話します。", "I will call."), "a number in the sentence"),
        (line("必ず消えます。", "It goes."), "must never be said"),
        (line("同じ文", ""), "en: no words"),
        (line("同じ文", "A line", optional=True), "it is optional, but has no gap"),
        (line("{to}", "{to}", each=True), "it is repeated, but the paper is no list"),
        (line("文", "A line", when={"kind": ("shop",)}), "there is no kind shop"),
        (line("文", "A line", when={"place": ("nowhere",)}), "there is no platform nowhere"),
        (line("文", "For a friend", when={"role": ("friend",)}), "nobody gets this line: For a friend"),
    ],
)
def test_a_line_that_is_wrong_is_named(catalogue: Catalogue, added: Line, problem: str) -> None:
    assert problem in problems(catalogue, lines=(*catalogue.papers["school"].lines, added))


@pytest.mark.parametrize(
    ("changed", "problem"),
    [
        ({"contacts": ("nobody",)}, "school: there is no contact nobody"),
        ({"links": ("nothing",)}, "school: there is no link nothing"),
        ({"beside": ("no.entry",)}, "school: there is no entry no.entry"),
        ({"confirm": ("aunt",)}, "school: there is no one to confirm it named aunt"),
        ({"kind_links": {"shop": ("ihaho",)}}, "school: there is no kind shop"),
        ({"audiences": (Audience(roles=("self", "maker")),)}, "who made an image shares no paper with those harmed"),
        ({"lines": ()}, "no text for role not known, age minor"),
    ],
)
def test_a_paper_that_is_wrong_is_named(catalogue: Catalogue, changed: dict[str, Any], problem: str) -> None:
    assert problem in problems(catalogue, **changed)


def test_a_field_that_stands_in_no_line_and_a_place_that_there_is_not_are_named(catalogue: Catalogue) -> None:
    few = catalogue.papers["school"].lines[:1]
    assert "school: field wishes: it stands in no line" in problems(catalogue, lines=few)
    papers = Papers(kinds={"search": ("askjeeves",)})
    found = list(problems_of_papers(replace(catalogue, papers=papers), sentence=sentence))
    assert found == ["papers.yml: kinds: search: there is no platform askjeeves"]


@pytest.mark.parametrize(
    ("content", "named"),
    [
        ("papers: [", "papers.yml"),
        ("kinds: {}", "expected `papers:`"),
        ("papers: {letter: {title: {ja: a, en: b}}}", "letter: KeyError 'note'"),
        ("papers: {letter: 3}", "letter: TypeError"),
        ("papers: {letter: {note: x, colour: red}}", "letter: ValueError unknown colour"),
        (
            "papers: {letter: {note: x, for: [{roles: [aunt]}], title: {}, about: {}, limits: [], fields: {}, text: []}}",
            "letter: ValueError unknown aunt",
        ),
        (
            "papers: {letter: {note: x, for: [], title: {}, about: {}, limits: [{ja: a}], fields: {}, text: []}}",
            "letter: KeyError",
        ),
    ],
)
def test_a_file_that_is_not_right_is_named(tmp_path: Path, content: str, named: str) -> None:
    (tmp_path / "papers.yml").write_text(content, encoding="utf-8")
    with pytest.raises(GuidanceError) as fault:
        read_papers(tmp_path)
    assert "data/guidance/papers.yml" in str(fault.value)
    assert named in str(fault.value)


def test_a_file_that_is_missing_is_named(tmp_path: Path) -> None:
    with pytest.raises(GuidanceError, match=r"papers\.yml"):
        read_papers(tmp_path)
