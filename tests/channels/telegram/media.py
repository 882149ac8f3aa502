"""Made-up files and other content besides text, with a canary in each name and id of a file."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from aiogram.types import (
    Animation,
    Audio,
    Chat,
    Contact,
    Dice,
    Document,
    Location,
    MessageOriginUser,
    PaidMediaInfo,
    PaidMediaPhoto,
    PhotoSize,
    Poll,
    PollOption,
    Sticker,
    Story,
    User,
    Venue,
    Video,
    VideoNote,
    Voice,
)

Content = dict[str, Any]


def content(kind: str, canary: str) -> Content:
    """Return the fields of a message of this kind; a kind that is not in KINDS is a KeyError."""
    return KINDS[kind](canary)


def _file(prefix: str, canary: str) -> Any:
    """Return what every file has; the ids look like Telegram's."""
    return {
        "file_id": f"{prefix}UAAxkBAAI{canary}{secrets.token_urlsafe(24)}",
        "file_unique_id": f"AQAD{canary}{secrets.token_urlsafe(6)}",
        "file_size": 10_000 + secrets.randbelow(900_000),
    }


def _sizes(canary: str) -> list[PhotoSize]:
    return [PhotoSize(width=w, height=h, **_file("AgACAg", canary)) for w, h in ((90, 67), (320, 240), (1280, 960))]


def _photo(canary: str) -> Content:
    return {"photo": _sizes(canary)}


def _video(canary: str) -> Content:
    more: Any = {"file_name": f"{canary}.mp4", "mime_type": "video/mp4"}
    thumbnail = _sizes(canary)[0]
    return {"video": Video(width=720, height=1280, duration=12, thumbnail=thumbnail, **more, **_file("BAACAg", canary))}


def _video_note(canary: str) -> Content:
    return {"video_note": VideoNote(length=384, duration=5, **_file("DQACAg", canary))}


def _voice(canary: str) -> Content:
    return {"voice": Voice(duration=7, mime_type="audio/ogg", **_file("AwACAg", canary))}


def _audio(canary: str) -> Content:
    names: Any = {"performer": canary, "title": f"{canary} の歌", "file_name": f"{canary}.mp3"}
    return {"audio": Audio(duration=180, mime_type="audio/mpeg", **names, **_file("CQACAg", canary))}


def _document(canary: str) -> Content:
    return {
        "document": Document(file_name=f"{canary}.pdf", mime_type="application/pdf", **_file("BQACAg", canary)),
    }


def _animation(canary: str) -> Content:
    file = _file("CgACAg", canary)
    named: Any = {"file_name": f"{canary}.gif.mp4", "mime_type": "video/mp4", **file}
    # Telegram sets both, for programs that do not know animations
    return {
        "animation": Animation(width=320, height=240, duration=3, **named),
        "document": Document(**named),
    }


def _sticker(canary: str) -> Content:
    more: Any = {"emoji": "😀", "set_name": f"{canary}_by_somebody"}
    kind: Any = {"type": "regular", "is_animated": False, "is_video": False}
    return {"sticker": Sticker(width=512, height=512, **kind, **more, **_file("CAACAg", canary))}


def _contact(canary: str) -> Content:
    return {"contact": Contact(phone_number="+819000000000", first_name=canary, last_name="架空", user_id=1234567890)}


def _location(canary: str) -> Content:
    del canary
    return {"location": Location(latitude=35.0, longitude=135.0, horizontal_accuracy=12.0)}


def _venue(canary: str) -> Content:
    where = Location(latitude=35.0, longitude=135.0)
    venue = Venue(location=where, title=f"{canary} 公園", address=f"{canary} 1-2-3")
    return {"venue": venue, "location": where}


def _poll(canary: str) -> Content:
    options = [PollOption(persistent_id=str(n), text=f"{canary} {n}", voter_count=0) for n in (1, 2)]
    poll = Poll(
        id=str(secrets.randbelow(10**18)),
        question=f"{canary}？",
        options=options,
        total_voter_count=0,
        is_closed=False,
        is_anonymous=True,
        type="regular",
        allows_multiple_answers=False,
        allows_revoting=True,
        members_only=False,
    )
    return {"poll": poll}


def _dice(canary: str) -> Content:
    del canary
    return {"dice": Dice(emoji="🎲", value=4)}


def _story(canary: str) -> Content:
    return {"story": Story(chat=Chat(id=1234567890, type="private", first_name=canary), id=7)}


def _paid_media(canary: str) -> Content:
    return {"paid_media": PaidMediaInfo(star_count=1, paid_media=[PaidMediaPhoto(photo=_sizes(canary))])}


def _forwarded_photo(canary: str) -> Content:
    sender = User(id=1234567890, is_bot=False, first_name=canary)
    return {**_photo(canary), "forward_origin": MessageOriginUser(date=datetime.now(UTC), sender_user=sender)}


def _via_bot(canary: str) -> Content:
    return {"via_bot": User(id=6000000001, is_bot=True, first_name=canary, username=f"{canary}_bot")}


def _via_bot_photo(canary: str) -> Content:
    return {**_photo(canary), **_via_bot(canary)}


def _via_bot_text(canary: str) -> Content:
    return {"text": f"{canary} を見つけました", **_via_bot(canary)}


KINDS: Mapping[str, Callable[[str], Content]] = {
    "photo": _photo,
    "video": _video,
    "video_note": _video_note,
    "voice": _voice,
    "audio": _audio,
    "document": _document,
    "animation": _animation,
    "sticker": _sticker,
    "contact": _contact,
    "location": _location,
    "venue": _venue,
    "poll": _poll,
    "dice": _dice,
    "story": _story,
    "paid_media": _paid_media,
    "forwarded_photo": _forwarded_photo,
    "via_bot_photo": _via_bot_photo,
    "via_bot_text": _via_bot_text,
}
