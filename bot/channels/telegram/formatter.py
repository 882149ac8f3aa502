"""From an entry to Telegram messages: plain text with entities, so that nothing in a sentence can become formatting."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import Enum, auto

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from bot.channels.telegram.links import defang, find_links
from bot.conversation.model import Author, Message, Say
from bot.conversation.turns.turn import fills_of
from bot.guidance.catalogue import Bubble, Catalogue
from bot.guidance.contact_order import ANYBODY, Reader
from bot.i18n import Interface
from bot.language import Language
from bot.presentation.cards import Card, card, opening_card

MESSAGE_LIMIT = 4096
"""UTF-16 units in one Telegram message."""

CHOSEN = "-"
"""Payload of a button that only shows what was chosen."""


class Cover(Enum):
    """What a phone shows of a message before its chat is opened."""

    NONE = auto()
    """Its first words."""
    LINE = auto()
    """A neutral line, then its first words."""
    WORDS = auto()
    """A neutral line; the words are hidden until they are tapped, on a locked screen too."""


_BREAKS = ("\n", "。", ". ", "、", ", ", " ")


@dataclass(frozen=True, kw_only=True)
class MessagePart:
    """One of the Telegram messages that make up an entry."""

    text: str
    entities: tuple[MessageEntity, ...] = ()
    keyboard: InlineKeyboardMarkup | None = None


@dataclass(frozen=True, kw_only=True)
class _Block:
    """Text that stays in one message; its first `bold` characters are a name."""

    text: str
    bold: int = 0
    typed: bool = False
    """A counsellor typed it: its links cannot be tapped."""


@dataclass(frozen=True, kw_only=True)
class Formatter:
    """Formats entries and counsellors' messages for Telegram."""

    catalogue: Catalogue
    interface: Interface
    keep_hours: int
    web_page: str = ""
    """The URL of the public site, offered in the first message; empty where there is none."""

    def bubble(
        self, say: Say, *, language: Language, age: str = "", reader: Reader = ANYBODY, at: datetime | None = None
    ) -> Bubble:
        """Return an entry in its words for Telegram, where it has some of its own."""
        fills = fills_of(say, age=age, keep_hours=self.keep_hours, reader=reader, at=at)
        own = f"{say.key}.telegram"
        key = own if own in self.catalogue.entries else say.key
        return self.catalogue.say(key, language=language, fills=fills)

    def format(
        self,
        say: Say,
        *,
        language: Language,
        age: str = "",
        cover: Cover = Cover.NONE,
        reader: Reader = ANYBODY,
        at: datetime | None = None,
    ) -> list[MessagePart]:
        """Return an entry as messages, its buttons under the last; covered where the phone may have been put away."""
        blocks = self._entry(say, language, age, reader, at)
        return self._assemble(blocks, say, language=language, age=age, cover=cover)

    def format_message(
        self,
        message: Message,
        *,
        language: Language,
        age: str = "",
        cover: Cover = Cover.NONE,
        reader: Reader = ANYBODY,
    ) -> list[MessagePart]:
        """Return a message as Telegram messages, see format; a counsellor's begin with their name."""
        if message.author is not Author.COUNSELLOR:
            kept = message.say
            return (
                self.format(kept, language=language, age=age, cover=cover, reader=reader, at=message.at) if kept else []
            )
        name = self.interface[language].gettext("%(name)s (counsellor, a person)") % {"name": message.name}
        if message.say is not None:
            blocks = self._entry(message.say, language, age, reader, message.at)
            named = _Block(text=f"{name}\n{blocks[0].text}", bold=len(name))
            return self._assemble([named, *blocks[1:]], message.say, language=language, age=age, cover=cover)
        text = defang(message.text) if cover is Cover.WORDS else message.text
        block = _Block(text=f"{name}\n{text}", bold=len(name), typed=True)
        return self._assemble([block], None, language=language, cover=cover)

    def _entry(self, say: Say, language: Language, age: str, reader: Reader, at: datetime | None) -> list[_Block]:
        bubble = self.bubble(say, language=language, age=age, reader=reader, at=at)
        words = self.interface[language]
        texts = bubble.text.split("\n\n")
        if say.minutes:  # the web shows it in the handover status
            low, high = say.minutes
            often = words.gettext("Lately it has often taken %(low)s to %(high)s minutes. It can be shorter or longer.")
            texts.append(often % {"low": low, "high": high})
        contacts = self.catalogue.contacts
        cards = [
            card(fact, language=language, words=words, contacts=contacts, reader=reader, at=at) for fact in bubble.facts
        ]
        opening = opening_card(say.opens_at, language=language, words=words)
        return [*(_Block(text=text) for text in texts), *map(_card, [*cards, *([opening] if opening else [])])]

    def _assemble(
        self, blocks: Sequence[_Block], say: Say | None, *, language: Language, age: str = "", cover: Cover
    ) -> list[MessagePart]:
        line = "" if cover is Cover.NONE else self.interface[language].gettext("A new message. Tap it to read.")
        packed = _pack(blocks, room=MESSAGE_LIMIT - utf16_length(line) - 2)
        parts = [_message_part(one, line, hidden=cover is Cover.WORDS) for one in packed]
        keyboard = self._keyboard(self.bubble(say, language=language, age=age), language) if say else None
        return [*parts[:-1], replace(parts[-1], keyboard=keyboard)]

    def _keyboard(self, bubble: Bubble, language: Language) -> InlineKeyboardMarkup | None:
        rows = [[InlineKeyboardButton(choice.title, callback_data=choice.payload)] for choice in bubble.choices]
        if self.web_page and bubble.key == "welcome.telegram":
            title = self.interface[language].gettext("Open the web page")
            rows.append([InlineKeyboardButton(title, url=self.web_page)])
        return InlineKeyboardMarkup(rows) if rows else None


def chosen_button(title: str) -> InlineKeyboardMarkup:
    """Return what replaces the buttons after one of them was pressed."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(f"✓ {title}", callback_data=CHOSEN)]])


def utf16_length(text: str) -> int:
    """Return the length of a text as Telegram counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le")) // 2


def _card(item: Card) -> _Block:
    hours = " / ".join(part for part in (item.hours, item.closed, item.language_note or item.languages) if part)
    lines = [
        item.name,
        *(line for way in item.ways for line in _ways_of(item, way)),
        hours,
        item.note,
        item.needs,
        item.checked,
    ]
    return _Block(text="\n".join(line for line in lines if line), bold=len(item.name))


def _ways_of(item: Card, way: str) -> list[str]:
    """Return the lines that say how a service is reached in one way."""
    if way == "phone":
        return [f"☎ {item.phone}", *(f"☎ {other.phone} {other.name}" for other in item.also)]
    return [f"✉ {item.mail}" if way == "mail" else f"↗ {item.url}"]


def _pack(blocks: Sequence[_Block], *, room: int) -> list[list[_Block]]:
    """Return blocks in as few messages as they fit into; only a block that is too long for one message is split."""
    messages: list[list[_Block]] = [[]]
    used = 0
    for block in [piece for whole in blocks for piece in _split(whole, room)]:
        length = utf16_length(block.text) + 2
        if messages[-1] and used + length > room:
            messages.append([])
            used = 0
        messages[-1].append(block)
        used += length
    return messages


def _split(block: _Block, room: int) -> list[_Block]:
    if utf16_length(block.text) + 2 <= room:
        return [block]
    half = len(block.text[: room // 4])  # a character takes two units at most
    ends = [block.text.rfind(mark, 1, half) + len(mark) for mark in _BREAKS if block.text.rfind(mark, 1, half) > 0]
    end = ends[0] if ends else half
    first = replace(block, text=block.text[:end].rstrip(), bold=min(block.bold, end))
    return [first, *_split(replace(block, text=block.text[end:].lstrip(), bold=0), room)]


def _message_part(blocks: Sequence[_Block], line: str, *, hidden: bool) -> MessagePart:
    text = f"{line}\n\n" if line else ""
    begin = utf16_length(text)
    entities: list[MessageEntity] = []
    for number, block in enumerate(blocks):
        text += "\n\n" if number else ""
        if block.bold:
            entities.append(
                MessageEntity(MessageEntity.BOLD, utf16_length(text), utf16_length(block.text[: block.bold]))
            )
        if block.typed and not hidden:  # code cannot be covered: there the links are defanged
            entities.extend(_code(block, begin=utf16_length(text)))
        text += block.text
    if hidden:
        entities.insert(0, MessageEntity(MessageEntity.SPOILER, begin, utf16_length(text) - begin))
    return MessagePart(text=text, entities=tuple(entities))


def _code(block: _Block, *, begin: int) -> list[MessageEntity]:
    """Return entities that show the links of a block as code, which cannot be tapped."""
    return [
        MessageEntity(MessageEntity.CODE, begin + utf16_length(block.text[:start]), utf16_length(block.text[start:end]))
        for start, end in find_links(block.text)
        if start >= block.bold
    ]
