"""Rasa or its actions killed in mid-conversation: the next turn still helps, and they come back by themselves."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Arrivals
from tests.journeys.processes import READY_WITHIN, Service
from tests.journeys.visitor import Visitor
from tests.journeys.waiting import until
from tests.journeys.words import button, entry, phones

POSTED = {"ja": "Xに裸の加工画像を上げられました", "en": "someone put a deepfake nude of me on X"}
DANGER = {"ja": "もう死にたい", "en": "i want to die"}
ADULT = {"ja": "25歳です", "en": "i am 25"}
ASKS_ON = {
    "ja": "25歳です。Xの投稿を消すにはどうすればいいですか",
    "en": "i am 25. how do i get the post on X removed?",
}  # in danger the plan waits until it is asked for
FREE = {"ja": "これからどうすればいいのか分かりません", "en": "it was my classmate, what now"}


@pytest.mark.browser
@pytest.mark.service
def test_rasa_killed_in_mid_conversation(arrives: Arrivals, service: Service, language: str) -> None:
    person = arrives(service.site, language)
    person.opens_the_page()
    person.writes(POSTED[language])
    person.hears("ask.age")
    service.kill("rasa")
    person.writes(FREE[language])
    person.hears("scripted")
    person.writes(button("topic.takedown_how", language))
    person.hears("heard.takedown")
    person.writes(DANGER[language])
    assert person.last_answer()[0][1]
    for number in phones("crisis.suicide", language):
        person.sees_a_number_to_call(number)
    until(service.is_ready, what="Rasa to come back by itself", within=READY_WITHIN)
    person.writes(ADULT[language])
    expect(person.page.locator("#log article").last).not_to_contain_text(entry("scripted", language))
    person.writes(POSTED[language])
    person.hears("heard.deepfake")  # and nothing is asked: the danger has not passed


@pytest.mark.service
def test_actions_killed_in_mid_conversation(service: Service, language: str) -> None:
    with Visitor(service.site, language=language) as person:
        person.writes(POSTED[language])
        assert entry("heard.deepfake", language) in person.answer()[0].text
        with service.killed("actions"):
            person.writes(POSTED[language])
            assert entry("scripted", language) in person.answer()[0].text
            person.writes(DANGER[language])
            assert person.answer()[0].danger
        until(service.is_ready, what="the actions to come back by themselves", within=READY_WITHIN)
        person.writes(ASKS_ON[language])
        assert entry("step.report.x.adult", language) in " ".join(bubble.text for bubble in person.answer())


@pytest.mark.service
def test_the_bot_killed_comes_back_and_so_does_the_conversation(service: Service, language: str) -> None:
    with Visitor(service.site, language=language) as person:
        person.writes(POSTED[language])
        service.kill("bot")
        until(service.is_ready, what="the bot to come back by itself", within=READY_WITHIN)
        assert person.written() == [POSTED[language]]
        person.writes(ADULT[language])
        assert entry("step.report.x.adult", language) in " ".join(bubble.text for bubble in person.answer())
