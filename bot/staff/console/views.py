"""From calls and chats to the values that the templates of the console show, in the counsellor's language."""

import gettext
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.conversation.case import Case, NoteKind
from bot.conversation.danger.moves import State
from bot.conversation.handover.chat import Chat
from bot.conversation.model import Author, Call, Conversation, Message, Share
from bot.guidance.catalogue import SAY, SHOW_AGAIN, Fills
from bot.guidance.plan import Answers
from bot.japan import TOKYO
from bot.language import Language
from bot.presentation.times import day, time_or_date
from bot.presentation.views import Views
from bot.staff.console import labels as told
from bot.staff.console.content_warnings import FlaggedWords
from bot.staff.console.search import SearchResult

_AGES = {"minor": "under_18", "adult": "adult", "careful": "unsure"}
ADULT_FROM = 18
MOST_WHISPERS = 3
"""Whispers that stay in sight; all of them are among the notes."""
_HAPPENED = ("counsellor.", "waiting.", "human.", "notice.", "return.", "code.")
"""Entries that tell what happened: shown small, between the messages."""


def tag_of(conversation: str) -> str:
    """Return what colleagues call a chat by: the beginning of its id, as the action log has it."""
    return conversation[:4].upper()


def _is_under_18(answers: Answers) -> bool:
    """Tell whether who writes is under 18, as far as they said it: their own age, else that in their own image."""
    age = str(answers.more.get("age_now") or "")
    if age.isdecimal():
        return int(age) < ADULT_FROM
    return answers.age_in_image == "under_18" and answers.role in ("", "self")


def fills_for(answers: Answers, *, counsellor: str) -> Fills:
    """Return what completes an entry that a counsellor sends."""
    known = next((place for place in answers.platforms if place != "unknown"), "")
    return Fills(platform=known, age=answers.age, counsellor=counsellor)


@dataclass(frozen=True, kw_only=True)
class CounsellorView:
    """Chats for one counsellor, at one moment."""

    views: Views
    flagged: FlaggedWords
    words: gettext.NullTranslations
    language: Language
    now: datetime
    name: str
    """The name that people are told."""
    covers: bool

    def waiting(self, call: Call, conversation: Conversation) -> dict[str, Any]:
        """Return one row of the queue: nothing in it is a word of what they wrote."""
        return {
            **self._about(call, conversation),
            "topic": self._topic(call, conversation),
            "under_18": _is_under_18(conversation.answers),
            "later": call.later,
            "front": call.front,
            "before": conversation.counselled,
            "since": self._since(call.called_at),
        }

    def mine(self, call: Call, conversation: Conversation) -> dict[str, Any]:
        """Return one of the counsellor's own chats, for the list."""
        return {**self._about(call, conversation), "since": self._since(call.taken_at or call.called_at)}

    def helped(self, call: Call, conversation: Conversation) -> dict[str, Any]:
        """Return a colleague's chat in which help is wanted, for the list of supervisors."""
        name = call.counsellor.name if call.counsellor else ""
        return {**self._about(call, conversation), "name": name, "since": self._since(call.help_at or call.called_at)}

    def head(self, chat: Chat, *, kept_until: datetime) -> dict[str, Any]:
        """Return the head of a pane: who this is about, as facts."""
        call, conversation = chat.call, chat.conversation
        hidden = call.share is Share.NOTHING
        return {
            **self._about(call, conversation),
            "since": self._since(call.taken_at or call.called_at),
            "share": self.words.gettext(told.SHARES[call.share]),
            "hidden": hidden,
            "facts": [] if hidden else self.facts(conversation.answers),
            "lost": call.lost_at is not None,
            "later": call.later,
            "asks_help": call.help_at is not None,
            "kept_until": day(kept_until.astimezone(TOKYO)),
        }

    def facts(self, answers: Answers) -> list[tuple[str, str]]:
        """Return what the person answered, as facts with names; nothing in their words."""
        return [
            (self.words.gettext(name), value)
            for field, name in told.FACTS.items()
            if (value := self._fact(field, answers))
        ]

    def messages(self, chat: Chat) -> list[dict[str, Any]]:
        """Return messages in the person's language, with the program's in the counsellor's as well."""
        person, age = chat.conversation.language, chat.conversation.answers.age
        held_conversation = self.views.messages(chat.messages, language=person, age=age)
        own = self.views.messages(chat.messages, language=self.language, age=age)
        return [self._message(chat, *found) for found in zip(chat.messages, held_conversation, own, strict=True)]

    def is_heavy(self, messages: Iterable[Message]) -> bool:
        """Tell whether there were distressing words in what the person wrote, shown or covered."""
        return any(message.author is Author.PERSON and self.flagged.covers(message.text) for message in messages)

    def case(self, case: Case) -> dict[str, Any]:
        """Return notes and labels."""
        notes = [
            {
                "name": note.name,
                "time": time_or_date(note.at, now=self.now),
                "text": note.text,
                "kind": note.kind.value,
                "mine": note.name == self.name,
            }
            for note in case.notes
        ]
        because = [note for note in notes if note["kind"] == NoteKind.BECAUSE]
        labels = [
            {"value": label.value, "name": self.words.gettext(name), "set": label in case.labels}
            for label, name in told.LABELS.items()
        ]
        return {
            "notes": notes,
            "because": because[-1] if because and not because[-1]["mine"] else None,
            "whispers": [note for note in notes if note["kind"] == NoteKind.WHISPER][-MOST_WHISPERS:],
            "labels": labels,
            "set": [label["name"] for label in labels if label["set"]],
        }

    def entries(self, entries: Sequence[SearchResult], *, person: Language) -> list[dict[str, Any]]:
        """Return entries that can be sent, in both languages."""
        return [
            {
                "key": entry.key,
                "language": person.value,
                "text": entry.held_conversation.text,
                "own": entry.own.text if person is not self.language else "",
                "cards": [
                    self.views.card(fact, language=person)
                    for fact in (*entry.held_conversation.contacts, *entry.held_conversation.links)
                ],
                "whole": entry.whole,
                "for_age": self._for_age(entry.key),
            }
            for entry in entries
        ]

    def _about(self, call: Call, conversation: Conversation) -> dict[str, Any]:
        return {
            "id": conversation.id,
            "tag": tag_of(conversation.id),
            "danger": call.danger,
            "kind": self._kind(call, conversation),
            "lang": conversation.language.value,
            "language": self.words.gettext(told.LANGUAGES[conversation.language]),
            "channel": self.words.gettext(told.CHANNELS.get(conversation.channel, conversation.channel)),
        }

    def _kind(self, call: Call, conversation: Conversation) -> str:
        """Return which danger it is; whoever shows nothing of before is only seen to be in danger."""
        safety = conversation.safety
        if not call.danger or call.share is Share.NOTHING or safety.state is State.CALM:
            return ""
        kind = self.words.gettext(named) if (named := told.DANGERS.get(safety.kind)) else ""
        other = self.words.gettext(told.ABOUT_ANOTHER) if safety.about == "other" else ""
        return self._comma().join(part for part in (kind, other) if part)

    def _topic(self, call: Call, conversation: Conversation) -> str:
        known = told.TOPICS.get(conversation.answers.topic, "")
        return self.words.gettext(known) if known and call.share is not Share.NOTHING else ""

    def _fact(self, field: str, answers: Answers) -> str:
        if field == "platforms":
            return self._comma().join(self._place(place) for place in answers.platforms)
        if field == "topic":
            known = told.TOPICS.get(answers.topic, "")
            return self.words.gettext(known) if known else ""
        value = str(getattr(answers, field))
        said = told.SKIPPED if value == "skipped" else told.ANSWERS[field].get(value, "")
        return self.words.gettext(said) if said else ""

    def _place(self, place: str) -> str:
        known = self.views.catalogue.platforms.get(place)
        return known.name[self.language] if known else self.words.gettext(told.UNKNOWN_PLACE)

    def _comma(self) -> str:
        return "、" if self.language is Language.JA else ", "

    def _for_age(self, key: str) -> str:
        age = _AGES.get(key.rpartition(".")[2], "")
        named = told.ANSWERS["age_in_image"].get(age, "")
        return self.words.gettext(named) if named else ""

    def _since(self, moment: datetime) -> dict[str, Any]:
        return {
            "at": int(moment.timestamp()),
            "clock": time_or_date(moment, now=self.now),
            "minutes": max(0, int((self.now - moment).total_seconds() // 60)),
        }

    def _message(
        self, chat: Chat, message: Message, held_conversation: dict[str, Any], own: dict[str, Any]
    ) -> dict[str, Any]:
        """Return one message, made from what it looks like in the person's language and in the counsellor's own."""
        person, call = chat.conversation.language, chat.call
        key = message.say.key if message.say else ""
        by_me = message.author is Author.COUNSELLOR and message.name == self.name
        return {
            **held_conversation,
            "key": key,
            "lang": person.value if key else "",
            "own": own["paragraphs"] if key and person is not self.language else [],
            "mine": by_me,
            "time": time_or_date(message.at, now=self.now),
            "happened": message.author is Author.ASSISTANT and key.startswith(_HAPPENED),
            "covered": message.author is Author.PERSON and self.covers and self.flagged.covers(message.text),
            "pressed": bool(message.payload),
            "pressed_own": self._title(message.payload) if person is not self.language else "",
            "media": message.media,
            "read": message.author is Author.COUNSELLOR and message.seq <= call.seen_by_person,
        }

    def _title(self, payload: str) -> str:
        catalogue = self.views.catalogue
        button = next(
            (button.key for button in catalogue.buttons.values() if payload and button.payload == payload), ""
        )
        if not button and payload.startswith(SAY):
            button = SHOW_AGAIN
        return catalogue.title(button, language=self.language) if button else ""
