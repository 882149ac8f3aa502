"""From an entry to Telegram messages: plain text with marked places, so that nothing in a sentence can become formatting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.channels.telegram.links import broken, links_in
from bot.conversation.model import Author, Message, Say
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Bubble, Catalogue
from bot.guidance.facts import Fact
from bot.i18n import Interface
from bot.language import Language
from bot.presentation.cards import Card, card, opening_card

LONGEST = 4096
"""UTF-16 units in one Telegram message."""

CHOSEN = "-"
"""Data of a button that was pressed already and only shows what was chosen."""

_BREAKS = ("\n", "。", ". ", "、", ", ", " ")


@dataclass(frozen=True, kw_only=True)
class Part:
    """One Telegram message."""

    text: str
    entities: tuple[MessageEntity, ...] = ()
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, kw_only=True)
class _Block:
    """A piece that stays together; `bold` characters of its beginning are a name."""

    text: str
    bold: int = 0
    typed: bool = False
    """Somebody typed it: a link in it is shown, and nothing more."""


@dataclass(frozen=True, kw_only=True)
class Bubbles:
    """Draws entries for Telegram."""

    catalogue: Catalogue
    interface: Interface
    keep_hours: int
    web_page: str = ""
    """The address of the public page, offered in the first message; empty where there is none."""

    def bubble(self, say: Say, *, language: Language, age: str = "") -> Bubble:
        """Return an entry in the words it has for Telegram."""
        fills = fills_of(say, age=age, keep_hours=self.keep_hours)
        own = f"{say.key}.telegram"
        key = own if own in self.catalogue.entries else say.key
        return self.catalogue.say(key, language=language, fills=fills)

    def draw(self, say: Say, *, language: Language, age: str = "", late: bool = False) -> list[Part]:
        """Return an entry as messages, its buttons under the last.

        A late answer finds the phone put away: its words are covered until they are tapped, on a locked screen too.
        """
        return self._drawn(self._entry(say, language, age), say, language=language, age=age, late=late)

    def draw_message(self, message: Message, *, language: Language, age: str = "", late: bool = False) -> list[Part]:
        """Return what was said as messages, see draw; a counsellor's begin with who speaks."""
        if message.author is not Author.COUNSELLOR:
            return self.draw(message.say, language=language, age=age, late=late) if message.say else []
        name = self.interface[language].gettext("%(name)s (counsellor, a person)") % {"name": message.name}
        if message.say is not None:
            blocks = self._entry(message.say, language, age)
            named = _Block(text=f"{name}\n{blocks[0].text}", bold=len(name))
            return self._drawn([named, *blocks[1:]], message.say, language=language, age=age, late=late)
        text = broken(message.text) if late else message.text
        block = _Block(text=f"{name}\n{text}", bold=len(name), typed=True)
        return self._drawn([block], None, language=language, late=late)

    def _entry(self, say: Say, language: Language, age: str) -> list[_Block]:
        bubble = self.bubble(say, language=language, age=age)
        words = self.interface[language]
        facts: Sequence[Fact] = [*bubble.contacts, *bubble.links]
        texts = bubble.text.split("\n\n")
        if say.minutes:  # on the web the strip says it, for as long as they wait
            low, high = say.minutes
            often = words.gettext("Lately it has often taken %(low)s to %(high)s minutes. It can be shorter or longer.")
            texts.append(often % {"low": low, "high": high})
        cards = [card(fact, language=language, words=words) for fact in facts]
        opening = opening_card(say.opens_at, language=language, words=words)
        return [*(_Block(text=text) for text in texts), *map(_card, [*cards, *([opening] if opening else [])])]

    def _drawn(
        self, blocks: Sequence[_Block], say: Say | None, *, language: Language, age: str = "", late: bool
    ) -> list[Part]:
        cover = self.interface[language].gettext("A new message. Tap it to read.") if late else ""
        parts = [_part(packed, cover) for packed in _packed(blocks, room=LONGEST - units(cover) - 2)]
        keyboard = self._keyboard(self.bubble(say, language=language, age=age), language) if say else None
        return [*parts[:-1], replace(parts[-1], keyboard=keyboard)]

    def _keyboard(self, bubble: Bubble, language: Language) -> InlineKeyboardMarkup | None:
        rows = [[InlineKeyboardButton(choice.title, callback_data=choice.payload)] for choice in bubble.choices]
        if self.web_page and bubble.key == "welcome.telegram":
            title = self.interface[language].gettext("Open the web page")
            rows.append([InlineKeyboardButton(title, url=self.web_page)])
        return InlineKeyboardMarkup(rows) if rows else None


def chosen(title: str) -> InlineKeyboardMarkup:
    """Return what stands in the place of buttons after one of them was pressed."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(f"✓ {title}", callback_data=CHOSEN)]])


def units(text: str) -> int:
    """Return the length of a text as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _card(item: Card) -> _Block:
    hours = " / ".join(part for part in (item.hours, item.language_note) if part)
    lines = [
        item.name,
        f"☎ {item.phone}" if item.phone else "",
        f"✉ {item.mail}" if item.mail else "",
        f"↗ {item.url}" if item.url else "",
        hours,
        item.note,
        item.checked,
    ]
    return _Block(text="\n".join(line for line in lines if line), bold=len(item.name))


def _packed(blocks: Sequence[_Block], *, room: int) -> list[list[_Block]]:
    """Return blocks in as few messages as they fit into; a block is only cut where it is too long by itself."""
    messages: list[list[_Block]] = [[]]
    used = 0
    for block in [piece for whole in blocks for piece in _cut(whole, room)]:
        length = units(block.text) + 2
        if messages[-1] and used + length > room:
            messages.append([])
            used = 0
        messages[-1].append(block)
        used += length
    return messages


def _cut(block: _Block, room: int) -> list[_Block]:
    if units(block.text) + 2 <= room:
        return [block]
    half = len(block.text[: room // 4])  # a character takes two units at most
    places = [block.text.rfind(mark, 1, half) + len(mark) for mark in _BREAKS if block.text.rfind(mark, 1, half) > 0]
    place = places[0] if places else half
    first = replace(block, text=block.text[:place].rstrip(), bold=min(block.bold, place))
    return [first, *_cut(replace(block, text=block.text[place:].lstrip(), bold=0), room)]


def _part(blocks: Sequence[_Block], cover: str) -> Part:
    text = f"{cover}\n\n" if cover else ""
    begin = units(text)
    entities: list[MessageEntity] = []
    for number, block in enumerate(blocks):
        text += "\n\n" if number else ""
        if block.bold:
            entities.append(MessageEntity(MessageEntity.BOLD, units(text), units(block.text[: block.bold])))
        if block.typed and not cover:  # code cannot lie under a cover: there the links are broken
            entities.extend(_code(block, begin=units(text)))
        text += block.text
    if cover:
        entities.insert(0, MessageEntity(MessageEntity.SPOILER, begin, units(text) - begin))
    return Part(text=text, entities=tuple(entities))


def _code(block: _Block, *, begin: int) -> list[MessageEntity]:
    """Return the links of a block as places that are shown as they were typed, and cannot be tapped open."""
    return [
        MessageEntity(MessageEntity.CODE, begin + units(block.text[:start]), units(block.text[start:end]))
        for start, end in links_in(block.text)
        if start >= block.bold
    ]
