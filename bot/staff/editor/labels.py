"""What the editor's pages say of parts, states, fields, findings and refusals; message ids of the interface catalogue."""

from collections.abc import Mapping
from enum import StrEnum
from gettext import NullTranslations

from bot.guidance.errors import (
    EditConflict,
    EditRefused,
    ItemRequired,
    NotAllowed,
    NotPossible,
    OwnRevision,
    TranslationUnconfirmed,
    Unfit,
)
from bot.guidance.facts import Mark
from bot.guidance.revisions import Significance, Status
from bot.guidance.rules import Fault
from bot.i18n import mark as _
from bot.language import Language
from bot.staff.editor.usage import UsageKind


class ItemKind(StrEnum):
    """What editors call an item."""

    ENTRIES = "entries"
    BUTTONS = "buttons"
    REPLIES = "replies"
    QUESTIONS = "questions"
    CONTACTS = "contacts"
    LINKS = "links"
    PLACES = "places"
    HOURS = "hours"


class State(StrEnum):
    """The states of an item in the list."""

    DRAFT = "draft"
    IN_REVIEW = "in_review"
    PUBLISHED = "published"
    OUT_OF_DATE = "out_of_date"
    UPGRADED = "upgraded"
    RETIRED = "retired"


class TooLarge(EditRefused):
    """More than a draft can hold."""


class UnstorableText(EditRefused):
    """It has characters that a database cannot store."""


class CommentMissing(EditRefused):
    """What is sent back says why."""


LANGUAGES: Mapping[Language, str] = {Language.JA: _("Japanese"), Language.EN: _("English")}
KINDS: Mapping[ItemKind, str] = {
    ItemKind.ENTRIES: _("What the program says"),
    ItemKind.BUTTONS: _("Buttons"),
    ItemKind.REPLIES: _("Ready-made replies"),
    ItemKind.QUESTIONS: _("Answers to questions"),
    ItemKind.CONTACTS: _("Contacts"),
    ItemKind.LINKS: _("Links and laws"),
    ItemKind.PLACES: _("Places"),
    ItemKind.HOURS: _("Opening hours"),
}
STATES: Mapping[State, str] = {
    State.DRAFT: _("Draft"),
    State.IN_REVIEW: _("In review"),
    State.PUBLISHED: _("Changed here"),
    State.OUT_OF_DATE: _("Out of date"),
    State.UPGRADED: _("New shipped text"),
    State.RETIRED: _("Out of use"),
}
STATUSES: Mapping[Status, str] = {
    Status.DRAFT: _("Draft"),
    Status.IN_REVIEW: _("In review"),
    Status.PUBLISHED: _("Published"),
    Status.RETIRED: _("Taken out of use"),
}
THROWN_AWAY = _("Thrown away")
SIGNIFICANCES: Mapping[Significance, tuple[str, str]] = {
    Significance.MEANING: (
        _("The meaning changes"),
        _("People read something else than before: the other language has to follow."),
    ),
    Significance.TYPO: (
        _("Only the wording or a typo"),
        _("It still says the same: the other language can stay as it is."),
    ),
}
CLOSED_ON_HOLIDAYS = _("Closed on Japan’s public holidays")
FIELDS: Mapping[str, tuple[str, str]] = {
    "name_ja": (_("Name, Japanese"), ""),
    "name_en": (_("Name, English"), ""),
    "phone": (_("Phone"), _("As it is dialled in Japan: digits and hyphens.")),
    "mail": (_("Mail"), ""),
    "url": (_("Web address"), _("With https:// in front.")),
    "english_url": (_("Web address, English"), _("Only where the English page has an address of its own.")),
    "needs": (
        _("What the form asks for"),
        _("Keys with a blank between them, such as: post_url email. Empty where nothing is known."),
    ),
    "hours_ja": (_("Hours, Japanese"), _("In Japan’s time.")),
    "hours_en": (_("Hours, English"), _("In Japan’s time.")),
    "speaks": (
        _("Languages it speaks"),
        _("Codes with a blank between them, such as: ja en. Empty where that is not known."),
    ),
    "note_ja": (_("Note, Japanese"), ""),
    "note_en": (_("Note, English"), ""),
    "source": (_("Source"), _("Where it was read: a page’s name, or a number in the list of sources.")),
    "mark": (_("How well it is known"), ""),
    "verified": (_("Last looked up on"), _("As 2026-12-31.")),
    "links": (_("Ways to report there"), _("Keys of links with a blank between them, in the order they are shown.")),
    "minor_links": (_("Ways to report there, under 18"), _("The same, for an image of somebody under 18.")),
    "shifts": (_("Shifts"), ""),
    "closed": (_("Closed days"), _("One on a line, as 2026-12-31.")),
    "closed_on_holidays": (CLOSED_ON_HOLIDAYS, ""),
}
"""The name of each field, and how it is filled in."""
MARKS: Mapping[Mark, str] = {
    Mark.VERIFIED: _("Read on an official page"),
    Mark.SECONDARY: _("Read elsewhere, not on an official page"),
    Mark.UNVERIFIED: _("Not confirmed anywhere"),
}
YES, NO = _("yes"), _("no")
PLACEHOLDERS: Mapping[str, str] = {
    "{platform}": _("the place that the person named; empty where they named none"),
    "{keep_hours}": _("after how many hours the chat is erased"),
    "{counsellor}": _("the name of the counsellor; only in what the program says about one"),
    "{place}": _("the place in the queue; only in what people who wait are told"),
    "{title}": _("the name of a step that was told before; only where it is named again"),
    "{known}": _("what the person has told so far; only where it is said back"),
}

WAYS: Mapping[UsageKind, str] = {
    UsageKind.TOPIC: _("A topic begins with it"),
    UsageKind.QUESTION: _("It answers the question"),
    UsageKind.PLAN: _("A step of a plan"),
    UsageKind.BUTTON: _("A button leads to it"),
    UsageKind.ENTRY: _("It is under these words"),
    UsageKind.PLACE: _("A way to report at this place"),
}
PLANS: Mapping[str, str] = {
    "posted": _("Plan: an image is out"),
    "threatened": _("Plan: threats"),
    "helping": _("Plan: helping somebody"),
    "school_photo": _("Plan: school photo"),
    "doxxed": _("Plan: name or address is out"),
    "helping_teacher": _("Plan: helping a pupil"),
    "helping_threat": _("Plan: helping somebody who is threatened"),
    "maker": _("Plan: made or shared an image"),
    "maker_threat": _("Plan: made or shared an image, and is threatened"),
    "maker_doxxed": _("Plan: made or shared an image, and a name or address is out"),
    "maker_parent": _("Plan: their child made or shared an image"),
}
BY_ITSELF = _("The program says it by itself, where the conversation asks for it.")
BY_COUNSELLORS = _("Counsellors choose it in their console.")

FINDINGS: Mapping[Fault, str] = {
    Fault.EMPTY: _("There are no words in it. People would see nothing."),
    Fault.TOO_LONG: _("It is too long. The most is %(about)s."),
    Fault.ADDRESS: _("An address is in it (%(about)s). Addresses belong on a card: change the contact or the link."),
    Fault.NUMBER: _("A number is in it (%(about)s). Phone numbers belong on a card: change the contact."),
    Fault.UNKNOWN_PLACEHOLDER: _("%(about)s is no placeholder. People would read it as it is."),
    Fault.MISSING_PLACEHOLDER: _("%(about)s is missing. The shipped text has it, and something is put in its place."),
    Fault.MARKUP: _("There is HTML or a script in it. Words only, please: people would read the signs."),
    Fault.INVISIBLE: _("A character is in it that nobody can see (%(about)s). Please type the sentence anew."),
    Fault.FORBIDDEN: _(
        "“%(about)s” is never said here: no blame, no doubt about the harm, no promise nobody can keep."
    ),
    Fault.PHONE: _("That is not a phone number. Digits and hyphens only, at least three digits."),
    Fault.MAIL: _("That is not a mail address."),
    Fault.URL: _("That is not a web address that people can be given. It begins with https:// and has no blanks."),
    Fault.DATE: _("There is no such day, or it is too far away. Please write it as 2026-12-31."),
    Fault.FUTURE_DATE: _("That day has not come yet."),
    Fault.CHOICE: _("That is none of the choices. %(about)s"),
    Fault.HOURS: _("Shift %(about)s: please choose at least one weekday, and write both times as 09:30."),
}
"""What is wrong with a text or a field, and what to do instead."""
TOO_MANY_SHIFTS = _("Those are too many shifts.")

REFUSALS: Mapping[type[EditRefused], tuple[str, str]] = {
    NotPossible: (
        "state",
        _("That is not possible any more: it has moved on meanwhile. Below is how it stands now."),
    ),
    Unfit: ("unfit", _("It is kept as a draft, but it cannot go on like this. What is wrong stands beside it.")),
    EditConflict: (
        "overtaken",
        _(
            "Somebody else has changed it meanwhile. Nothing was overwritten: please read both, then decide what it should say."
        ),
    ),
    OwnRevision: ("own", _("You wrote this yourself. Somebody else has to approve it.")),
    NotAllowed: ("administrator", _("This one takes an administrator.")),
    TranslationUnconfirmed: (
        "half",
        _(
            "One language would say something new and the other not. Publish both together, or tick that the other stays behind for now."
        ),
    ),
    ItemRequired: ("needed", _("The program needs this. It can be changed, but not taken out of use.")),
    TooLarge: (
        "large",
        _("That is far too long: it was not kept, not even as a draft. Nothing that you typed is lost."),
    ),
    UnstorableText: ("unkeepable", _("It has a character that cannot be kept. Please type that part anew.")),
    CommentMissing: ("comment", _("Please write a comment: what should be different?")),
}
"""For each refusal a short name, used in addresses, and the text; nothing was changed, and nothing typed is lost."""
REFUSED: Mapping[str, str] = dict(REFUSALS.values())

DONE: Mapping[str, str] = {
    "saved": _("The draft is saved. People still see what they saw before."),
    "same": _("Nothing was different, so nothing was saved."),
    "submitted": _("Saved, and a colleague is asked to look at it."),
    "withdrawn": _("It is a draft again."),
    "discarded": _("The draft was thrown away. It stays in the history."),
    "returned": _("It was sent back with your comment."),
    "published": _("Published. People see it from their next message on."),
    "emergency": _("Published at once. Somebody else has to look at it: it stands on the page “Guidance” until then."),
    "looked": _("Thank you. It is noted that you have looked at it."),
    "rolled": _("People see the earlier text again."),
    "said": _("Your comment is there."),
    "checked": _("Noted: you have looked it up today."),
    "kept": _("Your own text stays."),
    "retired": _("It is out of use. Counsellors do not find it any more."),
}


def asked_for(texts: Mapping[str, str], name: str, words: NullTranslations) -> str:
    """Return the message that an address names, translated; empty where it names none."""
    text = texts.get(name, "")
    return words.gettext(text) if text else ""
