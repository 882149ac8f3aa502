"""How a draft would look to people: the bubble of the web chat and the message on Telegram, over the guidance as it is now."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import UnknownEntry
from bot.guidance.facts import Fact
from bot.guidance.overlay import overlay
from bot.guidance.revisions import Item, Part, Published
from bot.language import Language
from bot.staff.editor.context import EditorContext
from bot.staff.editor.item_list import BUTTON
from bot.staff.editor.usage import UsageKind, usage_of

_TELEGRAM = ".telegram"
"""Entries that are said on Telegram in the place of another one end with this."""
_EXAMPLE_PLACE = "x"
_EXAMPLES: Mapping[Language, Mapping[str, str]] = {
    Language.JA: {"{counsellor}": "青木", "{place}": "3"},
    Language.EN: {"{counsellor}": "Aoki", "{place}": "3"},
}
"""What a preview shows in place of a placeholder."""


def previews(editor: EditorContext, item: Item, bodies: Mapping[Language | None, str]) -> list[dict[str, Any]]:
    """Return how an item looks in each language; empty for opening hours, which have no bubble.

    `bodies` are the words of each language, or under None the fields of a fact, which have to be fit.
    """
    if item.part is Part.HOURS:
        return []
    catalogue = drafted(editor.live, item, bodies)
    return [_preview(editor, catalogue, item, language) for language in Language]


def drafted(now: Catalogue, item: Item, bodies: Mapping[Language | None, str]) -> Catalogue:
    """Return the guidance with drafts in the place of what people see."""
    catalogue, parts = overlay(now, on_hours=lambda _hours: None)
    shown = {
        (item, language): _with_examples(now, body, language) if language else body
        for language, body in bodies.items()
        if body.strip()
    }
    parts.show(Published(version=0, bodies=shown))
    return catalogue


def _with_examples(now: Catalogue, text: str, language: Language) -> str:
    platform = now.platforms.get(_EXAMPLE_PLACE)
    examples = {**_EXAMPLES[language], "{platform}": platform.name[language] if platform else ""}
    for name, value in examples.items():
        text = text.replace(name, value)
    return text


def _preview(editor: EditorContext, catalogue: Catalogue, item: Item, language: Language) -> dict[str, Any]:
    own = f"{item.key}{_TELEGRAM}" if f"{item.key}{_TELEGRAM}" in catalogue.entries else ""
    views, key = replace(editor.views, catalogue=catalogue), _entry_of(catalogue, item)
    spoken = editor.views.interface[language].gettext
    words = {"name": spoken("Tomoshibi"), "role": spoken("program"), "safety": spoken("Safety first")}
    try:
        bubble = views.entry(key, language=language) if key else _alone(editor, catalogue, item, language)
        telegram = editor.as_telegram(key, catalogue, language.value) if key and not own else []
    except UnknownEntry:  # taken out of use
        return {"language": language, "bubble": None, "words": words, "telegram": [], "own": "", "within": ""}
    return {
        "language": language,
        "bubble": None if key.endswith(_TELEGRAM) else bubble,
        "words": words,
        "telegram": telegram,
        "own": own,
        "within": key if key != item.key or item.part is not Part.WORDS else "",
    }


def _entry_of(catalogue: Catalogue, item: Item) -> str:
    """Return the entry that shows an item: an entry itself, else the first one with it; empty where there is none."""
    if item.part is Part.WORDS and item.key in catalogue.entries:
        return item.key
    return next((use.key for use in usage_of(catalogue).of(item) if use.way is UsageKind.ENTRY), "")


def _alone(editor: EditorContext, catalogue: Catalogue, item: Item, language: Language) -> dict[str, Any]:
    """Return a bubble that holds nothing but a button or the cards of a fact."""
    drawn: dict[str, Any] = {"author": "assistant", "danger": False, "paragraphs": [], "cards": [], "buttons": []}
    if item.part is Part.WORDS and item.key in catalogue.plans.phrases:
        return {**drawn, "paragraphs": [catalogue.words.text(item.key, language=language) or ""]}
    if item.part is Part.WORDS:
        button = catalogue.buttons[item.key.removeprefix(BUTTON)]
        title = catalogue.title(button.key, language=language)
        return {**drawn, "buttons": [{"title": title, "payload": button.payload}]}
    if item.part is Part.PLATFORM:
        place = catalogue.platforms[item.key]
        facts: list[Fact] = [catalogue.links[key] for key in dict.fromkeys((*place.links, *place.minor_links))]
        drawn["paragraphs"] = [place.name[language]]
    else:
        facts = [catalogue.contacts[item.key] if item.part is Part.CONTACT else catalogue.links[item.key]]
    return {**drawn, "cards": [editor.views.card(fact, language=language) for fact in facts]}
