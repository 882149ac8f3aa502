"""Ways to use the editor's pages as a colleague: what the page has in its hidden fields goes back with what was typed."""

import html
import re
from collections.abc import Mapping

import httpx

from bot.guidance.revisions import Item, ItemHistory, Part
from bot.language import Language
from tests.fakes.staff import Colleague, StaffSite

MENU = Item(part=Part.WORDS, key="menu")
PAPS = Item(part=Part.CONTACT, key="paps")
HOURS = Item(part=Part.HOURS, key="hours")
NEW = {"ja": "なにを知りたいですか。", "en": "What would you like to know?"}

_INPUT = re.compile(r'<input(?![^>]*type="checkbox")[^>]*name="([^"]+)"[^>]*value="([^"]*)"[^>]*form="draft"')
_HIDDEN = re.compile(r'<input type="hidden" name="((?:expects|was)-[a-z]+)" value="([^"]*)"')
_AREA = re.compile(r'<textarea[^>]*name="([^"]+)"[^>]*form="draft"[^>]*>\n?([^<]*)</textarea>')
_CHOSEN = re.compile(r'<select[^>]*name="([^"]+)"[^>]*form="draft".*?<option value="([^"]*)" selected', re.DOTALL)
_REVISION = re.compile(r'name="revision" value="(\d+\.\d+)"')


def at(item: Item, deed: str = "") -> str:
    """Return the address of an item, or of something done with it."""
    return f"/guidance/{item.part.value}/{item.key}{f'/{deed}' if deed else ''}"


def form_of(page: httpx.Response) -> dict[str, str]:
    """Return what the boxes of a page hold, as a browser would send it."""
    found = [
        *_INPUT.findall(page.text),
        *_HIDDEN.findall(page.text),
        *_AREA.findall(page.text),
        *_CHOSEN.findall(page.text),
    ]
    return {name: html.unescape(value) for name, value in found}


async def writes(
    colleague: Colleague,
    item: Item,
    typed: Mapping[str, str],
    *,
    page: httpx.Response | None = None,
    do: str = "submit",
) -> httpx.Response:
    """Open the page of an item (or use one opened before), type, and press a button."""
    opened = page or await colleague.opens(at(item))
    fields = {**form_of(opened), "significance": "meaning", **typed, "do": do}
    return await colleague.sends(at(item), **fields)


async def changes(
    colleague: Colleague, words: Mapping[str, str] = NEW, *, item: Item = MENU, do: str = "submit"
) -> httpx.Response:
    """Type other words, in the languages given."""
    return await writes(colleague, item, {f"body-{language}": text for language, text in words.items()}, do=do)


async def offered(colleague: Colleague, path: str) -> list[str]:
    """Return the revisions that a page offers to publish."""
    return list(dict.fromkeys(_REVISION.findall((await colleague.opens(path)).text)))


async def approves(colleague: Colleague, item: Item = MENU, **also: str) -> httpx.Response:
    """Read what is in review on the page of an item, and publish it."""
    revisions = await offered(colleague, at(item))
    return await colleague.sends("/guidance/publish", revision=revisions, back=str(item), **also)


async def history(site: StaffSite, item: Item = MENU) -> ItemHistory:
    """Return everything that is kept about an item."""
    return await site.editor.editing.history(item)


async def people_see(site: StaffSite, key: str = "menu") -> dict[str, str | None]:
    """Return the words of an entry in both languages, as people see them after the next look."""
    site.guidance.show(await site.editor.editing.book.published())
    return {language.value: site.editor.live.words.text(key, language=language) for language in Language}
