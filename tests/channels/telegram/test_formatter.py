"""What Telegram shows besides an entry's words: how long others waited, and when counsellors are there next."""

from datetime import datetime

import pytest

from bot.channels.telegram.formatter import Formatter
from bot.container import load_catalogue, load_interface
from bot.conversation.handover.person import OFFERS
from bot.conversation.model import Say
from bot.conversation.ports import Staffing
from bot.guidance.contact_order import Reader
from bot.japan import TOKYO
from bot.language import Language
from bot.presentation.times import moment
from tests.journeys.words import label

OPENS = datetime(2026, 11, 24, 18, 0, tzinfo=TOKYO)
OFTEN = "Lately it has often taken %(low)s to %(high)s minutes. It can be shorter or longer."


@pytest.fixture
def formatter() -> Formatter:
    return Formatter(catalogue=load_catalogue(), interface=load_interface(), keep_hours=24)


def shown(formatter: Formatter, said: Say, language: Language) -> str:
    return "\n".join(part.text for part in formatter.format(said, language=language))


@pytest.mark.parametrize("spoken", Language)
def test_who_waits_reads_the_range_where_it_is_known_and_nothing_where_it_is_not(
    formatter: Formatter, spoken: Language
) -> None:
    often = label(OFTEN, spoken.value) % {"low": 5, "high": 15}
    assert often in shown(formatter, Say(key="waiting.begun", place=2, minutes=(5, 15)), spoken)
    known = shown(formatter, Say(key="waiting.begun", place=2), spoken)
    assert often not in known
    assert "2" in known


@pytest.mark.parametrize("spoken", Language)
def test_outside_the_hours_it_is_said_when_counsellors_are_there_next(formatter: Formatter, spoken: Language) -> None:
    said = Say(key=OFFERS[Staffing.AWAY], opens_at=OPENS.isoformat())
    text = shown(formatter, said, spoken)
    assert label("Counsellors are next here", spoken.value) in text
    assert moment(OPENS, language=spoken, words=load_interface()[spoken]) in text


@pytest.mark.parametrize("spoken", Language)
def test_what_was_said_before_is_one_press_away(formatter: Formatter, spoken: Language) -> None:
    named = Say(key="again", title="step.report.named.careful", platform="instagram")
    keyboard = formatter.format(named, language=spoken)[-1].keyboard
    assert keyboard is not None
    first = keyboard.inline_keyboard[0][0]
    assert first.text == load_catalogue().title("again.show", language=spoken)
    assert first.callback_data == "say:step.report.named.careful@instagram"


@pytest.mark.parametrize("spoken", Language)
def test_who_cannot_phone_reads_the_mail_address_before_the_number(formatter: Formatter, spoken: Language) -> None:
    said, cannot_phone = Say(key="human.cannot_call"), Reader(in_writing=True)
    text = "\n".join(part.text for part in formatter.format(said, language=spoken, reader=cannot_phone))
    assert text.index("✉ paps@paps-jp.org") < text.index("☎ 050-3177-5432")
    by_phone = shown(formatter, said, spoken)
    assert by_phone.index("☎ 050-3177-5432") < by_phone.index("✉ paps@paps-jp.org")
