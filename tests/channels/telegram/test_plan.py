"""The plan in a chat: /plan shows it, a press ticks a step in place, and it goes with the chat."""

import pytest

from tests.channels.telegram.chat_state import ShownMessage
from tests.channels.telegram.person import PATIENT, PersonOnTelegram
from tests.journeys.words import label

pytestmark = pytest.mark.service

HELLO = {"ja": "こんにちは、相談です", "en": "hello, I need some advice"}


def begins_a_plan(person: PersonOnTelegram) -> None:
    """Ask how it can be taken down."""
    person.begins()
    person.writes(HELLO[person.language])
    person.hears("scripted")
    person.chooses("topic.takedown_how")
    person.hears("heard.takedown", "step.record.careful")
    person.waits_until_nothing_is_due()


def sees_the_plan(person: PersonOnTelegram, settled: int, *, opened: str = "") -> ShownMessage:
    """Wait for the plan with so many steps settled, and the buttons for its steps, or for the one that is opened."""
    total = "7"
    count = label("%(settled)s of %(total)s", person.language)
    count = count.replace("%(settled)s", str(settled)).replace("%(total)s", total)
    begins = f"{label('Your plan', person.language)}: {count}"
    first = f"tick:done:{opened}" if opened else "step:record"
    return person.waits_for(
        lambda shown: shown.text.startswith(begins) and any(data == first for _, data in shown.buttons), within=PATIENT
    )


def test_before_there_is_a_plan_it_is_said_how_one_comes_to_be(someone: PersonOnTelegram) -> None:
    someone.begins()
    someone.sends_command("/plan")
    words = label("There is no plan yet", someone.language)
    assert not someone.waits_for(lambda shown: shown.text.startswith(words), within=PATIENT).buttons


def test_a_step_is_ticked_in_place_and_the_tick_taken_away(someone: PersonOnTelegram) -> None:
    begins_a_plan(someone)
    someone.sends_command("/plan")
    shown = sees_the_plan(someone, 0)
    assert [data for _, data in shown.buttons][:2] == ["step:record", "step:report:unknown"]
    count = len(someone.shown)
    someone.presses_data("step:report:unknown")
    someone.sees_taken(someone.presses_data("tick:done:report:unknown"))
    assert sees_the_plan(someone, 1).message_id == shown.message_id
    someone.presses_data("step:report:unknown")
    someone.presses_data("tick:open:report:unknown")
    sees_the_plan(someone, 0)
    assert len(someone.shown) == count


def test_what_was_asked_stays_open_and_the_plan_goes_on(someone: PersonOnTelegram) -> None:
    begins_a_plan(someone)
    someone.sends_command("/plan")
    sees_the_plan(someone, 0)
    someone.presses_data("tick:did_not_work:report:unknown")
    sees_the_plan(someone, 1)
    someone.chooses("plan.next")
    someone.hears("step.refused")


def test_while_somebody_may_be_in_danger_the_numbers_come_first(someone: PersonOnTelegram) -> None:
    begins_a_plan(someone)
    someone.writes({"ja": "もう死にたい", "en": "i want to die"}[someone.language])
    someone.hears("crisis.suicide")
    someone.sends_command("/plan")
    plan = label("Your plan", someone.language)
    shown = someone.waits_for(lambda shown: plan in shown.text and "119" in shown.text, within=PATIENT)
    assert shown.text.index("119") < shown.text.index(plan)


@pytest.mark.parametrize("data", ["tick:done:no_such_step", "tick:strange:record", "tick:", "step:no_such_step"])
def test_a_step_that_is_not_there_any_more_changes_nothing(someone: PersonOnTelegram, data: str) -> None:
    begins_a_plan(someone)
    someone.sends_command("/plan")
    sees_the_plan(someone, 0)
    someone.sees_taken(someone.presses_data(data))
    sees_the_plan(someone, 0)


def test_the_plan_goes_with_the_chat(someone: PersonOnTelegram) -> None:
    begins_a_plan(someone)
    someone.sends_command("/plan")
    sees_the_plan(someone, 0)
    someone.sends_command("/delete")
    someone.hears_only("telegram.deleted")
    assert len(someone.shown) == 1
    someone.sends_command("/plan")
    words = label("There is no plan yet", someone.language)
    someone.waits_for(lambda shown: shown.text.startswith(words), within=PATIENT)
