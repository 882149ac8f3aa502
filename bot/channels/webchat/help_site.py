"""Draws the help pages, with links as the site has them or as a folder of files has them: no script, no cookie, no server needed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from bot.guidance.facts import Contact
from bot.guidance.help_pages import ELSEWHERE, HelpPage, HelpPages, Reader, Section, place_slug
from bot.i18n import mark as _
from bot.language import Language
from bot.presentation.text_blocks import text_blocks
from bot.presentation.views import Views
from bot.web.pages import Pages

INDEX, PLACES = "", "places"
"""The slugs of the index, and of the list of apps and sites."""

_GROUPS = {
    "harmed": _("It is about me"),
    "near": _("It is about somebody close to me"),
    "made": _("I, or my child, did it"),
}
_AT = {"minor": _("Under 18 in the image"), "adult": _("18 or over in the image")}


class Links(Protocol):
    """Where the pages lead."""

    def page(self, slug: str, language: str) -> str:
        """Return the address of a page."""
        ...

    def static(self, name: str) -> str:
        """Return the address of a static file."""
        ...

    def chat(self, language: str) -> str:
        """Return the address of the chat, `` where it cannot be reached."""
        ...

    @property
    def leaves_by_form(self) -> bool:
        """Tell whether leaving also ends a chat that is open in the same browser."""
        ...


@dataclass(frozen=True, kw_only=True)
class HelpSite:
    """Draws any help page in a language."""

    guidance: HelpPages
    views: Views
    pages: Pages
    links: Links
    exit_url: str
    operator: str = ""

    def slugs(self) -> Iterator[str]:
        """Yield the slugs of all pages."""
        yield from (INDEX, PLACES, *self.guidance.slugs())

    def draw(self, slug: str, *, language: Language) -> str | None:
        """Return a page as HTML, None if there is none of that name."""
        if slug == INDEX:
            return self._render("help_index.html", slug, language, groups=self._groups(language))
        if slug == PLACES:
            return self._render("help_places.html", slug, language, places=self._places(language))
        page = self.guidance.page(slug, language=language)
        if page is None:
            return None
        is_page = page.topic or page.place
        template, values = ("help_page.html", self._page) if is_page else ("help_reader.html", self._reader)
        return self._render(template, slug, language, **values(page, language))

    def _render(self, template: str, slug: str, language: Language, **values: Any) -> str:
        plan = self.guidance.plan
        return self.pages.render(
            template,
            language=language,
            slug=slug,
            links=self.links,
            static=self.links.static,
            exit_url=self.exit_url,
            operator=self.operator,
            urgent=self._cards(self.guidance.contacts(plan.urgent, language=language), language),
            listens=self._cards(self.guidance.contacts(plan.listens, language=language), language),
            **values,
        )

    def _groups(self, language: Language) -> list[dict[str, Any]]:
        words, readers = self.views.interface[language], self.guidance.plan.readers.values()
        return [
            {
                "title": words.gettext(title),
                "readers": [{"slug": one.key, "name": one.name[language]} for one in readers if one.group == group],
            }
            for group, title in _GROUPS.items()
        ]

    def _places(self, language: Language) -> list[dict[str, str]]:
        return [
            {
                "name": self._place(place, language),
                "minor": place_slug(place, age="minor"),
                "adult": place_slug(place, age="adult"),
            }
            for place in (*self.guidance.catalogue.platforms, ELSEWHERE)
        ]

    def _place(self, place: str, language: Language) -> str:
        found = self.guidance.catalogue.platforms.get(place)
        return found.name[language] if found else self.views.interface[language].gettext("Elsewhere, or not known")

    def _reader(self, page: HelpPage, language: Language) -> dict[str, Any]:
        return {
            "name": page.reader.name[language],
            "about": page.reader.about[language],
            "topics": self._topics(page.reader, language),
            "has_places": page.reader.group != "made",
        }

    def _topics(self, reader: Reader, language: Language, *, but: str = "") -> list[dict[str, str]]:
        return [
            {"slug": f"{reader.key}-{topic.key}", "name": topic.name[language], "about": topic.about[language]}
            for topic in self.guidance.plan.topics_of(reader.key)
            if topic.key != but
        ]

    def _page(self, page: HelpPage, language: Language) -> dict[str, Any]:
        reader, topic = page.reader, page.topic
        return {
            "name": topic.name[language] if topic else "",
            "about": topic.about[language] if topic else "",
            "whom": reader.name[language] if topic else self._at(reader.age, language),
            "hub": reader.key,
            "place": self._place(page.place, language) if page.place else "",
            "other_age": self._other_age(page, language) if page.place else None,
            "sections": [self._section(one, language) for one in page.sections],
            "questions": [self._section(one, language) for one in page.questions],
            "contacts": self._cards(page.contacts, language),
            "others": self._topics(reader, language, but=topic.key) if topic else [],
            "has_places": bool(topic and topic.has_places),
        }

    def _at(self, age: str, language: Language) -> str:
        return self.views.interface[language].gettext(_AT[age])

    def _other_age(self, page: HelpPage, language: Language) -> dict[str, str]:
        age = "adult" if page.reader.age == "minor" else "minor"
        return {"slug": place_slug(page.place, age=age), "name": self._at(age, language)}

    def _section(self, section: Section, language: Language) -> dict[str, Any]:
        facts = (*section.bubble.contacts, *section.bubble.links)
        return {
            "title": section.title,
            "is_step": section.is_step,
            "blocks": list(text_blocks(section.bubble.text)),
            "cards": [self.views.card(fact, language=language) for fact in facts],
        }

    def _cards(self, contacts: Any, language: Language) -> list[Any]:
        found: list[Contact] = list(contacts)
        return [self.views.card(one, language=language) for one in found]
