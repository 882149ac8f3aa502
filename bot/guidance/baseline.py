"""The shipped guidance as editable items: revision zero of each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import UnknownEntry
from bot.guidance.fact_json import contact_as_text, link_as_text, platform_as_text
from bot.guidance.questions import PREFIX
from bot.guidance.revisions import Item, Part
from bot.language import Language

HOURS = Item(part=Part.HOURS, key="hours")


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """The shipped catalogue, and the opening hours as JSON."""

    catalogue: Catalogue
    hours: str

    def all_items(self) -> Sequence[Item]:
        """Return everything that can be edited, in the order of the files; the answers of questions last, because there are many."""
        found = self.catalogue
        entries = [key for key in found.entries if not key.startswith(PREFIX)]
        keys = (*entries, *(f"button.{key}" for key in found.buttons), *found.plans.phrases)
        words = [Item(part=Part.WORDS, key=key) for key in keys]
        answers = [Item(part=Part.WORDS, key=key) for key in found.entries if key.startswith(PREFIX)]
        facts = [
            Item(part=part, key=key)
            for part, table in (
                (Part.CONTACT, found.contacts),
                (Part.LINK, found.links),
                (Part.PLATFORM, found.platforms),
            )
            for key in table
        ]
        return [*words, *facts, HOURS, *answers]

    def bodies(self, item: Item) -> Mapping[Language | None, str]:
        """Return the shipped text of an item; raise UnknownEntry."""
        if item.part is Part.WORDS:
            texts = {language: self.catalogue.words.text(item.key, language=language) for language in Language}
            found = self.catalogue
            known = item.key in found.entries or item.key in found.plans.phrases
            known = known or item.key.removeprefix("button.") in found.buttons
            if not known or None in texts.values():
                raise UnknownEntry(str(item))
            return {language: text or "" for language, text in texts.items()}
        return {None: self._fact(item)}

    def _fact(self, item: Item) -> str:
        found = self.catalogue
        try:
            if item.part is Part.CONTACT:
                return contact_as_text(found.contacts[item.key])
            if item.part is Part.LINK:
                return link_as_text(found.links[item.key])
            if item.part is Part.PLATFORM:
                return platform_as_text(found.platforms[item.key])
        except KeyError as fault:
            raise UnknownEntry(str(item)) from fault
        if item != HOURS:
            raise UnknownEntry(str(item))
        return self.hours
