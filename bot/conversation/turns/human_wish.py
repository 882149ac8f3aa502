"""What somebody means who writes instead of pressing, after a counsellor was offered or while waiting for one.

Reads only; `calling.py` does what follows from it. What may be seen is never widened by a word that could mean something else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.conversation.handover.stages import Stage
from bot.conversation.model import Author, Message, Share
from bot.conversation.turns import human_wish_words as words
from understanding.normalise import normalise


class Asked(StrEnum):
    """What a person was asked or offered about a counsellor, by the entry that said it."""

    OFFER = "human.offer"
    MESSAGE = "human.message"
    LATER = "human.later"
    SHARE = "human.share"
    STOP = "waiting.stop"


class Meaning(StrEnum):
    """What a text means there."""

    NONE = "none"
    """Nothing about a counsellor: the assistant answers."""
    WISH = "wish"
    """It is what they want a counsellor to read, or the wish for one."""
    NOT_NOW = "not_now"
    LEAVE_MESSAGE = "leave_message"
    """They want to leave a message, and have not written it yet."""
    SHARES = "shares"
    """They say what may be seen (see Heard.share)."""
    STOP_WAITING = "stop_waiting"
    """They may want to wait no longer: they are asked."""
    STOPS_WAITING = "stops_waiting"
    """They were asked, and said yes."""
    WHERE = "where"
    """They want to know whether somebody comes."""


@dataclass(frozen=True, kw_only=True)
class Heard:
    """What was understood from a text."""

    meaning: Meaning = Meaning.NONE
    share: Share | None = None
    """What may be seen, where the text says so."""
    from_message: int = 0
    """The first message that belongs to the text."""


@dataclass(frozen=True, kw_only=True)
class Standing:
    """What still waits for an answer."""

    asked: Asked
    seq: int
    is_last: bool
    """Nothing was said after it: a bare yes or no belongs to it."""


_PASSING = ("crisis.", "doubt.", "eased.", "distress.checkin", "image.", "language.", "telegram.", "notice.")
"""Entries that leave an offer standing when they are said after it: about safety, and notices."""

_ANSWERS = (
    (Asked.STOP, words.YES, Heard(meaning=Meaning.STOPS_WAITING)),
    (Asked.STOP, words.NO, Heard(meaning=Meaning.WHERE)),
    (Asked.SHARE, words.WAITS_NO_LONGER, Heard(meaning=Meaning.STOP_WAITING)),
    (Asked.SHARE, words.NO, Heard(meaning=Meaning.SHARES, share=Share.NOTHING)),
    (Asked.SHARE, words.UNSURE, Heard(meaning=Meaning.SHARES, share=Share.NOTHING)),
    (Asked.SHARE, words.YES_TO_SHARING, Heard(meaning=Meaning.SHARES, share=Share.EVERYTHING)),
)
"""While waiting, what a bare answer means, by what was asked last."""

_PASSING_PRESSES = ("language:", "say:crisis.", "say:doubt.", "say:eased.", "topic:crisis_", "topic:immediate_danger")
_MUCH_JA, _MUCH_WORDS = 6, 3
_LONG_JA, _LONG_WORDS = 30, 12


def hear(text: str, *, stage: Stage, messages: Sequence[Message], in_danger: bool) -> Heard:
    """Return what a text means; `messages` are those up to and with it, `in_danger` tells whether there was danger of late."""
    standing = standing_offer(messages)
    said = normalise(text)
    heard = Heard()
    if stage is Stage.ASSISTANT:
        heard = _before_calling(said, standing, messages, in_danger=in_danger)
    elif stage is Stage.WAITING:
        heard = _while_waiting(said, standing, in_danger=in_danger)
    elif stage is Stage.COUNSELLOR and _nobody_has_written(messages):
        heard = _sharing(said, is_asked=False)
    first = _first_of_turn(messages, after=standing.seq if standing else 0)
    return Heard(meaning=heard.meaning, share=heard.share, from_message=first)


def _asked(key: str) -> Asked | None:
    """Return what an entry asks or offers about a counsellor, in whichever words it was said."""
    key = key.removesuffix(".again")
    return Asked(key) if key in set(Asked) else None


def standing_offer(messages: Sequence[Message]) -> Standing | None:
    """Return what was asked about a counsellor and still waits for an answer; safety questions and notices change nothing."""
    is_last = True
    for message in reversed(messages):
        if message.author is Author.PERSON:
            if message.payload and not message.payload.startswith(_PASSING_PRESSES):
                return None
        elif message.say is None:
            return None
        elif asked := _asked(message.say.key):
            return Standing(asked=asked, seq=message.seq, is_last=is_last)
        elif not message.say.key.startswith(_PASSING):
            return None
        else:
            is_last = False
    return None


def gives_up(text: str) -> bool:
    """Tell whether a text says no in words that could mean more than a no."""
    return _is_only(normalise(text), words.GIVES_UP)


def share_in(text: str, *, is_asked: bool) -> Share | None:
    """Return what a normalised text lets a counsellor see, None where it does not say; of two, the less."""
    found = {share for part in _parts(text) if (share := _share_of(part, is_asked=is_asked))}
    if Share.SUMMARY in found:
        return Share.SUMMARY
    return next((share for share in (Share.NOTHING, Share.EVERYTHING) if share in found), None)


def _before_calling(text: str, standing: Standing | None, messages: Sequence[Message], *, in_danger: bool) -> Heard:
    if _is_only(text, words.ERASE_OR_LEAVE):
        return Heard()
    if standing is None or standing.asked not in (Asked.OFFER, Asked.MESSAGE):
        return Heard(meaning=_after_later(text, standing, messages))
    if standing.is_last is False and _is_only(text, (*words.YES, *words.NO)):
        return Heard()  # it answers the question about safety
    if in_danger and _is_only(text, words.GIVES_UP):
        return Heard()
    if _is_only(text, (*words.NO, *words.GIVES_UP)):
        return Heard(meaning=Meaning.NOT_NOW)
    return Heard(meaning=Meaning.WISH, share=share_in(text, is_asked=True))


def _after_later(text: str, standing: Standing | None, messages: Sequence[Message]) -> Meaning:
    """Return what a text means once nobody was there: only what is plainly for a counsellor is taken as a message."""
    was_said = any(message.say is not None and _asked(message.say.key) is Asked.LATER for message in messages)
    is_last = standing is not None and standing.asked is Asked.LATER and standing.is_last
    if is_last and _is_only(text, words.YES):
        return Meaning.LEAVE_MESSAGE
    if not was_said or words.TELL_OTHERS.search(text):
        return Meaning.NONE
    match = next((found for pattern in words.TELL if (found := re.search(pattern, text))), None)
    if match is None:
        return Meaning.NONE
    if not _is_much(words.TELL_POLITELY.sub(" ", text[: match.start()] + " " + text[match.end() :])):
        return Meaning.LEAVE_MESSAGE
    return Meaning.WISH if is_last else Meaning.NONE


def _while_waiting(text: str, standing: Standing | None, *, in_danger: bool) -> Heard:
    asked = standing.asked if standing is not None and standing.is_last else None
    if answer := next((heard for to, table, heard in _ANSWERS if to is asked and _is_only(text, table)), None):
        return answer
    sharing = _sharing(text, is_asked=asked is Asked.SHARE)
    if sharing.meaning is not Meaning.NONE:
        return sharing
    if _is_only(text, words.WAITS_NO_LONGER) and not (in_danger and _is_only(text, words.GIVES_UP)):
        return Heard(meaning=Meaning.STOP_WAITING)
    is_short = not _is_much(text, japanese=_LONG_JA, latin=_LONG_WORDS)
    asks = is_short and any(pattern.search(text) for pattern in words.WHERE_ARE_THEY)
    return Heard(meaning=Meaning.WHERE if asks else Meaning.NONE)


def _sharing(text: str, *, is_asked: bool) -> Heard:
    """Return what a text lets be seen during a call; where it was not asked just now, all of the text must be about that."""
    share = share_in(text, is_asked=is_asked)
    plain = share is not None and (
        is_asked or all(_share_of(part, is_asked=False) or _fits(part, _BESIDE) for part in _parts(text))
    )
    return Heard(meaning=Meaning.SHARES, share=share) if plain else Heard()


_BESIDE = (*words.FILLERS, *words.YES)


def _share_of(part: str, *, is_asked: bool) -> Share | None:
    tables = (
        (Share.SUMMARY, words.SUMMARY, ()),
        (Share.NOTHING, words.NOTHING, words.NOTHING_IF_ASKED),
        (Share.EVERYTHING, words.EVERYTHING, words.EVERYTHING_IF_ASKED),
    )
    for share, plain, if_asked in tables:
        if _fits(part, plain) or (is_asked and _fits(part, if_asked)):
            return share
    return _share_in_english(part, is_asked=is_asked)


def _share_in_english(part: str, *, is_asked: bool) -> Share | None:
    """Return what an English part says: all its words must be words of a consent, or of a refusal."""
    said = words.EN_IDIOM.sub("fine", part)
    if words.EN_THEY_SHARE.search(said):
        return None
    is_no, looks = bool(words.EN_NOT.search(said)), bool(words.EN_LOOK.search(said))
    if words.EN_SOME.search(said) and _is_made_of(words.EN_SOME.sub(" ", said), words.EN_REFUSAL_WORDS):
        return Share.SUMMARY
    refuses = (is_no and looks) or (is_asked and words.EN_NONE.search(said))
    if refuses and _is_made_of(said, words.EN_REFUSAL_WORDS):
        return Share.NOTHING
    left, number = words.EN_ALL.subn(" ", said, count=1)
    lets = (looks and words.EN_LET.search(said)) if not is_asked else (words.EN_LET.search(said) or not left.strip())
    if is_no or not lets or not _is_made_of(left, words.EN_CONSENT_WORDS):
        return None
    return Share.EVERYTHING if number or (is_asked and looks) else None


def _is_made_of(text: str, allowed: frozenset[str]) -> bool:
    return set(re.findall(r"[^\W_]+(?:'[^\W_]+)?", text)) <= allowed


def _is_only(text: str, table: Sequence[str]) -> bool:
    """Tell whether a text says what a table holds, and nothing else but fillers."""
    parts = _parts(text)
    fitting = [part for part in parts if _fits(part, table)]
    return bool(fitting) and all(part in fitting or _fits(part, words.FILLERS) for part in parts)


def _fits(part: str, table: Sequence[str]) -> bool:
    return any(re.fullmatch(pattern, part) for pattern in table)


def _parts(text: str) -> list[str]:
    """Return the parts of a normalised text between its marks; Japanese is written without spaces."""
    cut = (re.sub(r"^\W+|\W+$", "", part) for part in re.split(r"[、。,.!?;:…~〜\n]+", text))
    return [re.sub(r"(?<=[ぁ-ヿ一-鿿]) (?=[ぁ-ヿ一-鿿])", "", part) for part in cut if part]


def _is_much(text: str, *, japanese: int = _MUCH_JA, latin: int = _MUCH_WORDS) -> bool:
    return len(re.findall(r"[ぁ-ヿ一-鿿]", text)) >= japanese or len(re.findall(r"[a-z']{2,}", text)) >= latin


def _nobody_has_written(messages: Sequence[Message]) -> bool:
    """Tell whether the counsellor who came has not written yet: words are still to the program that asked."""
    came = [m.seq for m in messages if m.say is not None and m.say.key == "counsellor.joined"]
    return bool(came) and not any(m.author is Author.COUNSELLOR and m.seq > came[-1] for m in messages)


def _first_of_turn(messages: Sequence[Message], *, after: int) -> int:
    """Return the number of the first message that the text is made of."""
    own = [m.seq for m in messages if m.author is Author.PERSON and not m.answered and not m.payload and m.seq > after]
    return min(own, default=messages[-1].seq if messages else 1)
