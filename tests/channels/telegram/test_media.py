"""Everything that is no text: removed from the chat, never fetched, met kindly; its words are read as words."""

from collections.abc import Iterator

import pytest

from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.media import KINDS
from tests.channels.telegram.person import PATIENT, PersonOnTelegram, are_as_telegram_wants_them, is_said, offers
from tests.journeys.processes import Bot
from tests.journeys.waiting import until
from tests.journeys.words import LANGUAGES

pytestmark = pytest.mark.service

WORDS = {"ja": "これを見てください", "en": "please look at this"}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}
CAPTIONED = ("photo", "video", "document", "animation", "voice", "audio", "forwarded_photo", "via_bot_photo")
MEDIA = [kind for kind in KINDS if kind not in ("via_bot_text", "dice")]
REFUSAL = "Bad Request: message can't be deleted"


@pytest.fixture(autouse=True)
def nothing_is_fetched(shared_api: BotApi) -> Iterator[None]:
    """Find out after each test that no file was asked for, and no sending-on either."""
    yield
    asked = {call.method for call in shared_api.calls}
    assert asked.isdisjoint({"getFile", "forwardMessage", "copyMessage", "forwardMessages", "copyMessages"})


def people(bot: Bot, api: BotApi) -> list[PersonOnTelegram]:
    """Bring somebody of each language who has begun."""
    came = [PersonOnTelegram(bot, api, language) for language in LANGUAGES]
    for person in came:
        person.begins()
    return came


@pytest.mark.parametrize("kind", MEDIA)
def test_it_is_removed_and_met_with_one_kind_answer(lone_bot: Bot, shared_api: BotApi, kind: str) -> None:
    came = people(lone_bot, shared_api)
    sent = {person.id: person.sends(kind) for person in came}
    for person in came:
        [answer] = person.hears_only("telegram.media")
        assert sent[person.id] not in person.own
        assert offers("telegram.media", answer, person.language)
        assert are_as_telegram_wants_them([answer])
    assert shared_api.violations == []


@pytest.mark.parametrize("kind", CAPTIONED)
def test_its_caption_is_answered_as_words(lone_bot: Bot, shared_api: BotApi, kind: str) -> None:
    came = people(lone_bot, shared_api)
    for person in came:
        person.sends(kind, caption=WORDS[person.language])
    for person in came:
        person.hears_only("telegram.media", "scripted")
        assert len(person.own) == 1, "only the first command is left"
    assert shared_api.violations == []


@pytest.mark.parametrize("kind", CAPTIONED)
def test_danger_in_its_caption_comes_before_everything(lone_bot: Bot, shared_api: BotApi, kind: str) -> None:
    came = people(lone_bot, shared_api)
    for person in came:
        person.sends(kind, caption=DANGER[person.language])
    for person in came:
        person.hears("crisis.suicide")
        person.waits_until_nothing_is_due()
        assert is_said("crisis.suicide", person.news()[0], person.language)
        assert len(person.own) == 1
    assert shared_api.violations == []


def test_a_die_stays_because_telegram_gives_none_back_on_its_first_day(someone: PersonOnTelegram) -> None:
    someone.begins()
    own = someone.sends("dice")
    someone.hears_only("telegram.media.kept")
    assert own in someone.own


def test_words_through_another_bot_are_words(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.sends("via_bot_text")
    someone.language = "ja"
    someone.hears_only("scripted")


def test_the_first_thing_sent_may_be_a_picture(someone: PersonOnTelegram) -> None:
    own = someone.sends("photo")
    someone.hears_only("welcome", "telegram.media")
    assert own not in someone.own


@pytest.mark.parametrize("size", [2, 5, 10])
def test_an_album_has_one_answer(someone: PersonOnTelegram, size: int) -> None:
    someone.begins()
    sent = someone.sends_album((["photo", "video"] * size)[:size])
    someone.hears_only("telegram.media")
    assert set(sent).isdisjoint(someone.own)


def test_an_album_with_words_has_one_answer_to_the_pictures_and_one_to_the_words(someone: PersonOnTelegram) -> None:
    someone.begins()
    sent = someone.sends_album(["photo", "photo", "video"], caption=WORDS[someone.language])
    someone.hears_only("telegram.media", "scripted")
    assert set(sent).isdisjoint(someone.own)


def test_the_rest_of_an_album_that_comes_late_is_removed_without_another_word(
    lone_bot: Bot, someone: PersonOnTelegram
) -> None:
    someone.begins()
    someone.sends("photo", album="12345678901234567")
    someone.hears_only("telegram.media")
    late = someone.sends("video", album="12345678901234567")
    until(lambda: late not in someone.own, what="it to be removed", within=PATIENT)
    someone.hears_nothing()
    assert lone_bot.health()["status"] in ("ok", "degraded")


def test_several_at_once_have_one_answer(someone: PersonOnTelegram) -> None:
    someone.begins()
    with someone.api.holds_back():
        sent = [someone.sends(kind) for kind in ("photo", "voice", "sticker", "video_note")]
    someone.hears_only("telegram.media")
    assert set(sent).isdisjoint(someone.own)


@pytest.mark.parametrize("kind", ["photo", "voice", "forwarded_photo"])
@pytest.mark.parametrize(("status", "description"), [(400, REFUSAL), (500, None), (403, "Forbidden: not here")])
def test_where_it_cannot_be_removed_the_answer_says_so(
    someone: PersonOnTelegram, kind: str, status: int, description: str | None
) -> None:
    someone.begins()
    someone.api.fail("deleteMessages", status, chat=someone.id, description=description, times=10_000)
    own = someone.sends(kind)
    [answer] = someone.hears_only("telegram.media.kept")
    assert own in someone.own
    assert offers("telegram.media.kept", answer, someone.language)


def test_where_one_of_several_cannot_be_removed_nothing_else_is_claimed(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.api.fail("deleteMessages", 400, chat=someone.id, description=REFUSAL)
    with someone.api.holds_back():
        sent = [someone.sends("photo"), someone.sends("video")]
    someone.hears_only("telegram.media.kept")
    assert len(set(sent) & set(someone.own)) == 1
