"""Whole conversations on Telegram, in both languages, with Rasa, the actions and the bot as they really run."""

import pytest

from tests.channels.telegram.bot_api import BotApi
from tests.channels.telegram.person import PersonOnTelegram, are_as_telegram_wants_them, offers
from tests.journeys.processes import Service
from tests.journeys.words import button, phones

pytestmark = pytest.mark.service

SAYS = {
    "posted": {"ja": "X に裸の加工画像を上げられた", "en": "someone posted a deepfake nude of me on X"},
    "minor": {
        "ja": "インスタに裸の合成画像をのせられた。中3です",
        "en": "someone put a fake nude of me on Instagram. I'm in 9th grade",
    },
    "danger": {"ja": "もう死にたい", "en": "i want to die"},
    "removal": {"ja": "画像を消す方法は？", "en": "how do i get the photo removed?"},
}
OTHER = {"ja": "en", "en": "ja"}
FOR_ADULTS_ONLY = "stopncii"


def says(person: PersonOnTelegram, what: str) -> None:
    """Let somebody write one of the sentences above, in their language."""
    person.writes(SAYS[what][person.language])


def goes_on(person: PersonOnTelegram, *keys: str, platform: str = "") -> None:
    """Let somebody press on, once for each entry, and read it."""
    for key in keys:
        pressed_under = next(shown for shown in reversed(person.shown) if shown.buttons).message_id
        query = person.chooses("plan.next")
        person.hears(key, platform=platform)
        person.sees_chosen(pressed_under, "plan.next")
        person.sees_taken(query)


def sees_nothing_amiss(person: PersonOnTelegram) -> None:
    """Check every message that was sent to somebody."""
    person.waits_until_nothing_is_due()
    assert are_as_telegram_wants_them(person.shown)


def never_sees(person: PersonOnTelegram, word: str) -> None:
    """Check that a word is neither in a message nor behind a button."""
    assert [shown.text for shown in person.shown if word in f"{shown.text}{shown.buttons}".lower()] == []


def test_an_adult_goes_by_buttons_from_the_first_step_to_the_last(person: PersonOnTelegram) -> None:
    person.begins()
    says(person, "posted")
    *_, asks = person.hears("heard.deepfake", "step.record.careful", "ask.age")
    assert offers("ask.age", asks, person.language)
    person.chooses("answer.age.adult")
    [report] = person.hears("step.report.x.adult", platform="x")
    assert "help.x.com" in report.text
    person.sees_chosen(asks.message_id, "answer.age.adult")
    goes_on(person, "ask.file_on_device")
    person.chooses("answer.file.no")
    person.hears("step.hash.no_file")
    goes_on(person, "step.search.adult", "step.paps", "step.police", "step.refused", "step.end")
    never_sees(person, FOR_ADULTS_ONLY)
    sees_nothing_amiss(person)


def test_the_hash_tool_for_adults_is_named_where_an_adult_has_the_file(person: PersonOnTelegram) -> None:
    person.begins()
    says(person, "posted")
    person.hears("ask.age")
    person.chooses("answer.age.adult")
    person.hears("step.report.x.adult", platform="x")
    goes_on(person, "ask.file_on_device")
    person.chooses("answer.file.yes")
    [step] = person.hears("step.hash.adult")
    assert FOR_ADULTS_ONLY in step.text.lower()
    sees_nothing_amiss(person)


@pytest.mark.parametrize("said_by", ["text", "button"])
def test_under_18_is_never_sent_to_the_tool_for_adults(person: PersonOnTelegram, said_by: str) -> None:
    person.begins()
    if said_by == "text":
        says(person, "minor")
        person.hears("heard.deepfake", "step.record.minor")
        goes_on(person, "step.report.instagram.minor", platform="instagram")
    else:
        says(person, "posted")
        person.hears("ask.age")
        person.chooses("answer.age.under_18")
        person.hears("step.report.x.minor", platform="x")
    goes_on(person, "step.hash.minor")
    assert "Take It Down" in person.news()[-1].text
    goes_on(person, "step.search.minor", "step.school.minor", "step.paps.minor", "step.police.minor")
    goes_on(person, "step.refused", "step.end")
    never_sees(person, FOR_ADULTS_ONLY)
    sees_nothing_amiss(person)


def test_words_of_danger_are_met_first_and_the_numbers_stand_there(person: PersonOnTelegram) -> None:
    person.begins()
    says(person, "danger")
    [crisis] = person.hears_only("crisis.suicide")
    assert [number for number in phones("crisis.suicide", person.language) if number not in crisis.text] == []
    assert offers("crisis.suicide", crisis, person.language)
    person.chooses("danger.safe_now")
    person.hears("crisis.safe_now")
    person.sees_chosen(crisis.message_id, "danger.safe_now")
    says(person, "danger")
    person.hears("crisis.suicide.ask")
    says(person, "removal")
    person.hears("heard.takedown")
    sees_nothing_amiss(person)


def test_words_of_danger_inside_another_story_come_before_the_story(person: PersonOnTelegram) -> None:
    person.begins()
    person.writes(f"{SAYS['posted'][person.language]}\n{SAYS['danger'][person.language]}")
    person.hears("crisis.suicide")
    assert "119" in person.news()[0].text
    sees_nothing_amiss(person)


def test_danger_in_the_very_first_message_is_met_after_the_welcome(person: PersonOnTelegram) -> None:
    says(person, "danger")
    person.hears_only("welcome", "crisis.suicide")


def test_messages_that_come_in_a_rush_are_answered_together(person: PersonOnTelegram) -> None:
    person.begins()
    with person.api.holds_back():
        says(person, "posted")
        person.writes({"ja": "25歳です", "en": "i am 25"}[person.language])
    person.hears("heard.deepfake")
    person.waits_until_nothing_is_due()
    said = [shown.text for shown in person.shown]
    assert len(said) == len(set(said))


def test_the_language_is_changed_by_button_and_stays(person: PersonOnTelegram) -> None:
    person.begins()
    person.sends_command("/language")
    [question] = person.hears("telegram.language")
    other = OTHER[person.language]
    person.chooses(f"language.{other}")
    person.sees_chosen(question.message_id, f"language.{other}")
    before, person.language = person.language, other
    person.hears("language.changed")
    person.writes(SAYS["posted"][before])
    person.hears("heard.deepfake", "step.record.careful", "ask.age")
    sees_nothing_amiss(person)


def test_who_writes_in_the_other_language_is_answered_in_it(person: PersonOnTelegram) -> None:
    person.begins()
    person.language = OTHER[person.language]
    says(person, "posted")
    person.hears("heard.deepfake", "step.record.careful", "ask.age")
    person.language = OTHER[person.language]
    says(person, "removal")
    person.hears("heard.takedown")
    sees_nothing_amiss(person)


def test_a_button_that_was_pressed_already_does_nothing_more(person: PersonOnTelegram) -> None:
    person.begins()
    [welcome] = person.hears("welcome")
    assert offers("welcome", welcome, person.language)
    name = "topic.report_deepfake"
    person.chooses(name)
    person.hears("heard.deepfake")
    person.sees_chosen(welcome.message_id, name)
    person.waits_until_nothing_is_due()
    query = person.presses(f"✓ {button(name, person.language)}")
    person.hears_nothing()
    person.sees_taken(query)


def test_people_beside_one_another_each_have_their_own_conversation(whole: Service, whole_api: BotApi) -> None:
    people = [PersonOnTelegram(whole, whole_api, language) for language in ("ja", "en") * 3]
    for someone in people:
        someone.begins()
    for someone in people:
        says(someone, "posted")
    for number, someone in enumerate(people):
        someone.hears("ask.age")
        someone.chooses(("answer.age.adult", "answer.age.under_18")[number // 2 % 2])
    for number, someone in enumerate(people):
        someone.hears(("step.report.x.adult", "step.report.x.minor")[number // 2 % 2], platform="x")
        sees_nothing_amiss(someone)
    assert whole_api.violations == []
