"""Chats between people on Telegram and counsellors: what both do in them, and what is seen."""

from bot.language import Language
from tests.channels.telegram.chat_state import ShownMessage
from tests.channels.telegram.markup import units
from tests.channels.telegram.person import PATIENT, PersonOnTelegram, bubble, offers, rows
from tests.channels.telegram.staff_member import StaffMember
from tests.journeys.processes import Bot
from tests.journeys.waiting import until
from tests.journeys.words import interface

HELLO = {"ja": "だれかと話したいです", "en": "hello, is somebody there?"}
MORE = {"ja": "学校の人に見られました", "en": "somebody at school has seen it"}
REPLY = {"ja": "読みました。ここにいます。", "en": "I have read it. I am here."}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}


def calls(person: PersonOnTelegram, *, share: str = "call.everything", offer: str = "human.offer") -> None:
    """Ask for a person, choose what may be seen, and hear of the place in the queue."""
    person.sends_command("/human")
    person.hears(offer)
    person.chooses(share)
    person.hears("waiting.begun", place=1)


def is_with(person: PersonOnTelegram, counsellor: StaffMember) -> None:
    """Call, be taken, and be told by whom."""
    person.begins()
    calls(person)
    counsellor.takes(person)
    person.hears("counsellor.joined", counsellor=counsellor.name)


def is_closed_by(person: PersonOnTelegram, counsellor: StaffMember) -> None:
    """Have talked with a counsellor who then ended the chat."""
    is_with(person, counsellor)
    counsellor.closes(person)
    [last] = person.hears("counsellor.closed", counsellor=counsellor.name)
    assert offers("counsellor.closed", last, person.language)


def under_name(counsellor: StaffMember, language: str) -> str:
    """Return the name line above what a counsellor says."""
    words = interface()[Language(language)]
    return words.gettext("%(name)s (counsellor, a person)") % {"name": counsellor.name}


def hears_words(person: PersonOnTelegram, counsellor: StaffMember, text: str) -> ShownMessage:
    """Wait for a counsellor's words, under their name in bold."""
    shown = person.waits_for(text, within=PATIENT)
    line = under_name(counsellor, person.language)
    assert shown.text == f"{line}\n{text}"
    assert [(one.type, one.offset, one.length) for one in shown.entities if one.type == "bold"] == [
        ("bold", 0, units(line))
    ]
    return shown


def hears_entry(person: PersonOnTelegram, counsellor: StaffMember, key: str) -> ShownMessage:
    """Wait for an entry that a counsellor sent, under their name."""
    said = bubble(key, person.language)
    return person.waits_for(f"{under_name(counsellor, person.language)}\n{said.text}", within=PATIENT)


def address_is_kept(bot: Bot, conversation: str) -> bool:
    """Tell whether it is known where a chat is."""
    return bool(rows(bot, "SELECT 1 FROM addresses WHERE conversation = ?", conversation))


def until_address_is_gone(bot: Bot, conversation: str) -> None:
    """Wait until it is forgotten."""
    until(lambda: not address_is_kept(bot, conversation), what="the address to go", within=PATIENT)


def is_covered(shown: ShownMessage, language: str) -> bool:
    """Tell whether all but a neutral first line is hidden until it is tapped."""
    line = f"{interface()[Language(language)].gettext('A new message. Tap it to read.')}\n\n"
    hidden = [(one.offset, one.offset + one.length) for one in shown.entities if one.type == "spoiler"]
    return shown.text.startswith(line) and hidden == [(units(line), units(shown.text))]
