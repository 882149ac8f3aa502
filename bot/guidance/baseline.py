"""The shipped guidance as pieces that can be edited: revision zero of everything."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import UnknownEntry
from bot.guidance.fact_json import contact_as_text, link_as_text, platform_as_text
from bot.guidance.revisions import Part, Piece
from bot.language import Language

HOURS = Piece(part=Part.HOURS, key="hours")


@dataclass(frozen=True, kw_only=True)
class Baseline:
    """A shipped catalogue, and the opening hours beside it as JSON."""

    catalogue: Catalogue
    hours: str

    def pieces(self) -> Sequence[Piece]:
        """Return everything that can be edited, in the order of the files."""
        found = self.catalogue
        words = [
            Piece(part=Part.WORDS, key=key) for key in (*found.entries, *(f"button.{key}" for key in found.buttons))
        ]
        facts = [
            Piece(part=part, key=key)
            for part, table in (
                (Part.CONTACT, found.contacts),
                (Part.LINK, found.links),
                (Part.PLATFORM, found.platforms),
            )
            for key in table
        ]
        return [*words, *facts, HOURS]

    def bodies(self, piece: Piece) -> Mapping[Language | None, str]:
        """Return the shipped text of a piece; raise UnknownEntry."""
        if piece.part is Part.WORDS:
            texts = {language: self.catalogue.words.text(piece.key, language=language) for language in Language}
            known = piece.key in self.catalogue.entries or piece.key.removeprefix("button.") in self.catalogue.buttons
            if not known or None in texts.values():
                raise UnknownEntry(str(piece))
            return {language: text or "" for language, text in texts.items()}
        return {None: self._fact(piece)}

    def _fact(self, piece: Piece) -> str:
        found = self.catalogue
        try:
            if piece.part is Part.CONTACT:
                return contact_as_text(found.contacts[piece.key])
            if piece.part is Part.LINK:
                return link_as_text(found.links[piece.key])
            if piece.part is Part.PLATFORM:
                return platform_as_text(found.platforms[piece.key])
        except KeyError as fault:
            raise UnknownEntry(str(piece)) from fault
        if piece != HOURS:
            raise UnknownEntry(str(piece))
        return self.hours
