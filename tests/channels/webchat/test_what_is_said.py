"""What the pages say about keeping, and about when counsellors are there."""

import html
from datetime import datetime

import pytest

from bot.conversation.ports import Staffing
from bot.language import Language
from bot.presentation.cards import opening_card
from tests.fakes.assistant import reply
from tests.fakes.public_site import Public, Visit
from tests.journeys.words import interface, label

OPENS = "2026-11-24T10:00:00+09:00"
WHEN = {"ja": "11月24日（火）10:00（日本時間）", "en": "Tue 24 Nov, 10:00 (Japan time)"}


@pytest.mark.parametrize("language", Language)
def test_the_next_opening_is_a_day_and_a_time_in_japans_time(language: Language) -> None:
    card = opening_card(OPENS, language=language, words=interface()[language])
    assert card is not None
    assert card.hours == WHEN[language.value]
    assert opening_card("", language=language, words=interface()[language]) is None


async def test_who_asks_for_a_human_while_nobody_is_there_sees_when_somebody_is(visitor: Visit, public: Public) -> None:
    public.services.availability.now, public.services.availability.opens = Staffing.AWAY, datetime.fromisoformat(OPENS)
    public.services.assistant.otherwise = reply("human", intent="talk_to_human")
    await visitor.writes({"ja": "人と話したい", "en": "i want to talk to a person"}[visitor.language])
    bubble = (await visitor.bubbles())[-1]
    assert label("Counsellors are next here", visitor.language) in bubble.source
    assert WHEN[visitor.language] in bubble.source


@pytest.mark.parametrize("path", ["/", "/privacy"])
async def test_both_times_of_keeping_are_said(visitor: Visit, path: str) -> None:
    page = html.unescape(await visitor.page(path))
    hours, days = {"ja": ("24時間", "30日"), "en": ("24 hours", "30 days")}[visitor.language]
    assert hours in page
    assert days in page


async def test_an_ended_chat_says_until_when_it_is_kept(visitor: Visit) -> None:
    await visitor.is_closed()
    assert {"ja": "12月22日", "en": "22 Dec"}[visitor.language] in await visitor.page()


@pytest.mark.parametrize(("staffing", "said"), [(Staffing.AWAY, True), (Staffing.NONE, False)])
async def test_the_first_screen_names_counsellors_only_where_there_are_any(
    visitor: Visit, public: Public, staffing: Staffing, *, said: bool
) -> None:
    public.services.availability.now = staffing
    words = label(
        "At first a program called Tomoshibi answers, only in words that were prepared beforehand. At some hours you can "
        "call a counsellor: a person who writes with you here. You are told when they come and when they go. You can also "
        "reach PAPS, a support group.",
        visitor.language,
    )
    assert (words in html.unescape(await visitor.page())) == said


async def test_who_cannot_phone_is_given_a_mail_address_in_later_answers_and_beside_the_box(
    visitor: Visit, public: Public
) -> None:
    public.services.assistant.otherwise = reply(
        "human.cannot_call", intent="talk_to_human", facts={"cannot_phone": "yes"}
    )
    await visitor.writes({"ja": "電話はできません", "en": "i can't phone"}[visitor.language])
    public.services.assistant.otherwise = reply("step.paps", intent="contact_paps")
    await visitor.writes({"ja": "PAPSに相談したい", "en": "i want to ask PAPS"}[visitor.language])
    answer = (await visitor.bubbles())[-1].source
    assert 'href="mailto:paps@paps-jp.org"' in answer
    assert 'class="call" href="tel:05031775432"' not in answer
    assert 'class="reach reach-paps" href="mailto:paps@paps-jp.org"' in await visitor.page()
