"""Everything that people are told, open to everybody as JSON: what is published, since when, and how well each fact is known."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from litestar import Request, Response, get

from bot.guidance.baseline import HOURS
from bot.guidance.catalogue import Catalogue
from bot.guidance.facts import Contact, Fact, Texts
from bot.guidance.overlay import overlay
from bot.guidance.papers import Line, Paper
from bot.guidance.ports import GuidanceBook, Shipped
from bot.guidance.questions import QuestionSet
from bot.guidance.revisions import Item, Part, Published
from bot.language import Language

Days = Mapping[tuple[Item, Language | None], Sequence[str]]
MOST = 100_000
"""Publications that are looked through for their dates."""


@dataclass(kw_only=True)
class OpenGuidance:
    """The published guidance as one text, made anew only when something was published or the questions changed."""

    book: GuidanceBook
    shipped: Shipped
    catalogue: Catalogue
    """As it was shipped."""
    _made: tuple[str, str] = field(default=("", ""), init=False)
    _of: tuple[int, QuestionSet | None] = field(default=(-1, None), init=False)
    """The publication and the questions that it was made of."""

    async def current(self) -> tuple[str, str]:
        """Return the text and what names this version of it."""
        questions = self.catalogue.questions.shown
        if await self.book.version() != self._of[0] or questions is not self._of[1]:
            published = await self.book.published()
            content = _content(self.shipped, self.catalogue, published, await self._days(published.version))
            text = json.dumps(content, ensure_ascii=False, indent=1)
            self._made, self._of = (
                (text, f'"{published.version}-{self._shipped_hash()}"'),
                (published.version, questions),
            )
        return self._made

    async def _days(self, version: int) -> Days:
        """Return on which days each item was published, in UTC."""
        async with self.book.look() as drafts:
            at = {one.id: one.at for one in await drafts.publications(most=MOST) if one.id <= version}
            revisions = await drafts.revisions()
        found: dict[tuple[Item, Language | None], dict[str, None]] = {}
        for one in sorted(revisions, key=lambda one: (one.publication or 0, one.id)):
            if one.publication in at:
                found.setdefault((one.item, one.language), {})[at[one.publication].date().isoformat()] = None
        return {place: list(days) for place, days in found.items()}

    def _shipped_hash(self) -> str:
        entries = [(one.key, one.contacts, one.links, one.buttons) for one in self.catalogue.entries.values()]
        bodies = [(str(item), sorted(self.shipped.bodies(item).values())) for item in self.shipped.all_items()]
        papers = [(key, _paper(paper)) for key, paper in self.catalogue.papers.items()]
        return hashlib.sha256(json.dumps([entries, bodies, papers]).encode()).hexdigest()[:16]


def open_guidance_route(guidance: OpenGuidance) -> Any:
    """Return the `/guidance.json` route."""

    @get("/guidance.json", opt={"exclude_from_csrf": True})
    async def guidance_json(request: Request[Any, Any, Any]) -> Response[str]:
        text, version = await guidance.current()
        known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
        if version in known or "*" in known:
            return Response("", status_code=304, headers={"ETag": version})
        return Response(text, media_type="application/json; charset=utf-8", headers={"ETag": version})

    return guidance_json


def _content(shipped: Shipped, catalogue: Catalogue, published: Published, days: Days) -> dict[str, Any]:
    now, parts = overlay(catalogue, on_hours=lambda _hours: None)
    parts.show(published)
    hours = published.bodies.get((HOURS, None)) or shipped.bodies(HOURS)[None]
    entries = {key: drawn for key in now.entries if (drawn := _entry(now, key, days))}
    facts = {
        part: {key: {**_fact(fact), "published": days.get((Item(part=part, key=key), None), [])} for key, fact in table.items()}
        for part, table in ((Part.CONTACT, now.contacts), (Part.LINK, now.links))
    }  # fmt: skip
    return {
        "publication": published.version,
        "languages": [language.value for language in Language],
        "entries": entries,
        "buttons": {
            key: {"title": {one.value: now.title(key, language=one) for one in Language}, "payload": button.payload}
            for key, button in now.buttons.items()
        },
        "contacts": facts[Part.CONTACT],
        "links": facts[Part.LINK],
        "places": {
            key: {
                "name": _texts(place.name),
                "links": place.links,
                "links_under_18": place.minor_links,
                "published": days.get((Item(part=Part.PLATFORM, key=key), None), []),
            }
            for key, place in now.platforms.items()
        },
        "papers": {key: _paper(paper) for key, paper in now.papers.items()},
        "opening_hours": {**json.loads(hours), "published": days.get((HOURS, None), [])},
    }


def _entry(now: Catalogue, key: str, days: Days) -> dict[str, Any] | None:
    """Return an entry, None where it is out of use."""
    item = Item(part=Part.WORDS, key=key)
    words = {language.value: now.words.text(key, language=language) for language in Language}
    if None in words.values():
        return None
    entry = now.entries[key]
    published = {language.value: days.get((item, language), []) for language in Language}
    return {
        "words": words,
        "contacts": entry.contacts,
        "links": entry.links,
        "buttons": entry.buttons,
        "published": published,
    }


def _paper(paper: Paper) -> dict[str, Any]:
    return {
        "title": _texts(paper.title),
        "about": _texts(paper.about),
        "for": [{"roles": one.roles, "ages": one.ages} for one in paper.audiences],
        "limits": [_line(line) for line in paper.limits],
        "lines": [_line(line) for line in paper.lines],
        "fields": {name: _texts(field.label) for name, field in paper.fields.items()},
        "contacts": paper.contacts,
        "links": paper.shown_links,
        "entries": paper.beside,
    }


def _line(line: Line) -> dict[str, Any]:
    return {"words": _texts(line.texts), "when": dict(line.when), "optional": line.optional, "repeated": line.each}


def _fact(fact: Fact) -> dict[str, Any]:
    own: dict[str, Any] = {
        name: getattr(fact, name) for name in ("phone", "mail", "also", "needs") if hasattr(fact, name)
    }
    if isinstance(fact, Contact):
        own["hours"] = _texts(fact.hours)
    return {
        "name": _texts(fact.name),
        "url": fact.url,
        "english_url": fact.english_url,
        **own,
        "speaks": fact.speaks,
        "note": _texts(fact.note),
        "source": fact.source,
        "mark": fact.mark.value,
        "dated": fact.dated,
        "verified": fact.verified.isoformat(),
        "look_again_from": fact.review_by.isoformat(),
    }


def _texts(texts: Texts) -> dict[str, str]:
    return {language.value: texts[language] for language in Language}
