"""The approved words, as the tests expect them on the page: never copied into a test, so that editors can change them."""

from functools import cache
from pathlib import Path

from bot.guidance.catalogue import Catalogue, Fills
from bot.i18n import Interface
from bot.language import Language
from bot.store.guidance_files import read_catalogue

ROOT = Path(__file__).parents[2]
LANGUAGES = ("ja", "en")


@cache
def catalogue() -> Catalogue:
    """Return the shipped guidance."""
    return read_catalogue(folder=ROOT / "data" / "guidance", locales=ROOT / "locales")


def entry(key: str, language: str, *, platform: str = "", counsellor: str = "") -> str:
    """Return the first paragraph of an entry, with single spaces."""
    bubble = catalogue().say(key, language=Language(language), fills=Fills(platform=platform, counsellor=counsellor))
    return " ".join(bubble.text.split("\n\n")[0].split())


def phones(key: str, language: str) -> list[str]:
    """Return the numbers on the cards of an entry, in order."""
    return [contact.phone for contact in catalogue().say(key, language=Language(language)).contacts if contact.phone]


def button(name: str, language: str) -> str:
    """Return what a button says."""
    return catalogue().title(name, language=Language(language))


def label(text: str, language: str) -> str:
    """Return a sentence of the interface; in Japanese there must be one."""
    found = interface()[Language(language)].gettext(text)
    assert language == "en" or found != text
    return found


@cache
def interface() -> Interface:
    """Return the words of the pages."""
    return Interface(ROOT / "locales")
