"""What the console says of chats: outcomes, labels, answers, topics, refusals; message ids of the interface catalogue."""

from collections.abc import Mapping

from bot.conversation.case import Label, Outcome, WatchReason
from bot.conversation.errors import (
    ConversationClosed,
    ConversationError,
    ConversationGone,
    MessageEmpty,
    MessageHoldsCode,
    MessageTooLong,
    MoveRefused,
    NotTheirs,
    TakenAlready,
    TooMany,
)
from bot.conversation.model import Share
from bot.i18n import mark as _
from bot.language import Language


class OffDuty(ConversationError):
    """A counsellor who is off duty takes nobody."""


class HasOpenChats(ConversationError):
    """A counsellor with chats does not go off duty."""


class OutcomeMissing(ConversationError):
    """A chat is closed with an outcome only."""


class NoteMissing(ConversationError):
    """A chat is given on with a note only."""


class ColleagueAway(ConversationError):
    """The colleague is not on duty."""


class ColleagueFull(ConversationError):
    """The colleague has as many chats as they may have."""


class EntryUnfit(ConversationError):
    """The entry is none that a counsellor sends, or has gaps that are to be filled first."""


LANGUAGES: Mapping[Language, str] = {Language.JA: _("Japanese"), Language.EN: _("English")}
CHANNELS: Mapping[str, str] = {"web": _("Web"), "telegram": _("Telegram"), "practice": _("Practice")}

OUTCOMES: Mapping[Outcome, str] = {
    Outcome.GUIDED: _("They know their next step"),
    Outcome.TO_PAPS: _("Passed on to PAPS"),
    Outcome.TO_POLICE: _("Passed on to the police"),
    Outcome.TO_OTHERS: _("Passed on to another service"),
    Outcome.EMERGENCY: _("Emergency services were needed"),
    Outcome.NO_ANSWER: _("They did not write any more"),
    Outcome.NOT_OURS: _("It was about something else"),
}
LABELS: Mapping[Label, str] = {
    Label.UNDER_18: _("Under 18"),
    Label.THREATENED: _("Threatened"),
    Label.SCHOOL: _("School"),
    Label.DOXXED: _("Name or address is out"),
    Label.SOMEBODY_KNOWN: _("By somebody they know"),
    Label.HELPER: _("Helps somebody else"),
    Label.AT_RISK: _("At risk"),
    Label.FOLLOW_UP: _("To be followed up"),
}
WATCH_REASONS: Mapping[WatchReason, str] = {
    WatchReason.SAFETY: _("Somebody’s safety"),
    WatchReason.ASKED: _("The counsellor asked for it"),
    WatchReason.TRAINING: _("Training"),
    WatchReason.COMPLAINT: _("A complaint"),
}
SHARES: Mapping[Share, str] = {
    Share.EVERYTHING: _("Shares the whole chat"),
    Share.SUMMARY: _("Shares only the answers"),
    Share.NOTHING: _("Shares nothing of before"),
}

FACTS: Mapping[str, str] = {
    "topic": _("Topic"),
    "role": _("The image is of"),
    "age_in_image": _("Age in the image"),
    "state": _("What happened"),
    "platforms": _("Where"),
    "file_on_device": _("File on their device"),
}
"""The facts that a chat shows, in this order."""

ANSWERS: Mapping[str, Mapping[str, str]] = {
    "role": {
        "self": _("themselves"),
        "parent": _("their child"),
        "teacher": _("a pupil of theirs"),
        "friend": _("a friend or somebody else"),
        "partner": _("their partner"),
        "maker": _("they made or shared it"),
        "maker_parent": _("their child made or shared it"),
    },
    "age_in_image": {"under_18": _("under 18"), "adult": _("18 or over"), "unsure": _("not sure")},
    "state": {"posted": _("posted"), "threatened": _("threatened with it"), "made": _("only made, as far as known")},
    "file_on_device": {"yes": _("yes"), "no": _("no")},
}
DANGERS: Mapping[str, str] = {
    "immediate_danger": _("violence now"),
    "crisis_suicide": _("wish to die"),
    "crisis_self_harm": _("self-harm"),
}
"""Which danger it is, by the kind that was read."""
ABOUT_ANOTHER = _("about somebody else")
SKIPPED = _("did not want to say")
UNKNOWN_PLACE = _("elsewhere or not known")

TOPICS: Mapping[str, str] = {
    "report_deepfake": _("Fake sexual image"),
    "report_real_image": _("Real image spread"),
    "takedown_how": _("Getting it removed"),
    "search_engine_removal": _("Search results"),
    "threatened_extortion": _("Threats"),
    "school_photo_leak": _("School photo"),
    "doxxed": _("Name or address is out"),
    "i_am_minor": _("Under 18"),
    "helping_someone": _("Worried about somebody"),
    "police_report_how": _("Police"),
    "is_it_illegal": _("Is it a crime"),
    "preserve_evidence": _("Keeping a record"),
    "identify_poster": _("Who did it"),
    "i_made_or_shared_it": _("Made or passed one on"),
    "talk_to_human": _("Wants a person"),
    "contact_paps": _("Reaching PAPS"),
    "crisis_suicide": _("Danger"),
    "crisis_self_harm": _("Danger"),
    "immediate_danger": _("Danger"),
    "emotional_distress": _("It is too much"),
    "cost_question": _("Costs"),
    "privacy_question": _("Privacy"),
    "delete_my_data": _("Erasing the chat"),
    "send_image_attempt": _("Showing the image"),
    "nudify_app_question": _("Undressing apps"),
    "lawyer_compensation": _("Lawyers and compensation"),
    "foreigner_language_support": _("Help in other languages"),
}
"""What a chat is about; small talk is no topic."""

FAULTS: Mapping[type[ConversationError], str] = {
    TakenAlready: _("A colleague was quicker. They are being looked after."),
    TooMany: _("You have as many chats as you chose. End one or give one on first, or choose a higher number."),
    NotTheirs: _("This chat is no longer with you."),
    MoveRefused: _("That is not possible any more: the chat has moved on."),
    ConversationGone: _("This chat was erased."),
    ConversationClosed: _("This chat has ended."),
    MessageEmpty: _("There is nothing to read in it."),
    MessageTooLong: _("That is too long for one message. Please send it in two."),
    MessageHoldsCode: _("A return code is in it. Please take it out: whoever reads it could open the chat."),
    OffDuty: _("Please come on duty first. Then you can take somebody."),
    HasOpenChats: _("You still have chats. Please give them to a colleague, hand them back or end them first."),
    OutcomeMissing: _("Please choose how the chat ended."),
    NoteMissing: _("Please write a note for your colleague: what was said, what is agreed, what comes next."),
    ColleagueAway: _("This colleague is not on duty any more. Please choose another one."),
    ColleagueFull: _("This colleague has as many chats as they can take now. Please choose another one."),
    EntryUnfit: _("This entry cannot be sent as it is. Please put it into the box and complete it."),
}
"""What is said where an action is refused; nothing was changed then, and nothing typed is lost."""

GONE: Mapping[str, str] = {
    "erased": _("The person erased this chat. Nothing of it is kept."),
    "ended_by_person": _("The person ended this chat."),
    "ended": _("This chat has ended."),
    "queued": _("The person has called another counsellor, and waits near the front."),
    "elsewhere": _("A colleague has this chat now."),
    "back": _("This chat is with the program again."),
}
"""What a pane says of a chat that is no longer with the counsellor."""
