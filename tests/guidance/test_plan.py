"""The plan as plain rules: what the answers lead to, and what is never lost."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guidance.catalogue import Catalogue
from bot.guidance.errors import UnknownEntry
from bot.guidance.plan import ANSWERS, Answers, Plans, Topic, Variant
from bot.guidance.report_routes import OWN_ROUTES, route
from understanding.known import names

PLANS = Plans(
    choices={
        "record": (Variant(say="step.record.{age}", when={}),),
        "report": (Variant(say="step.report.{route}.{age}", when={}),),
        "hash": (
            Variant(say="ask.file_on_device", when={"file_on_device": [""]}),
            Variant(say="step.hash", when={"file_on_device": ["yes"]}),
        ),
        "school": (Variant(say="step.school", when={"age": ["minor"]}),),
    },
    plans={"posted": ("record", "report", "hash", "school")},
    topics={"report_deepfake": Topic(plan="posted", say=("heard.deepfake",))},
)
ONE_FOR_EACH_PLAN = ("", "report_deepfake", "threatened_extortion", "helping_someone", "school_photo_leak", "doxxed")
SLOTS = st.dictionaries(
    st.sampled_from([*ANSWERS, "platform", "age"]),
    st.one_of(st.none(), st.text(max_size=5), st.lists(st.sampled_from(["x", "5ch", "unknown"]), max_size=3)),
)


def lead(plans: Plans, answers: Answers) -> list[str]:
    """Return the keys of all steps from here on."""
    found = []
    step, answers = plans.next_step(answers)
    while step:
        found.append(step.key)
        step, answers = plans.next_step(answers)
    return found


@pytest.mark.parametrize(
    ("said", "age"),
    [("under_18", "minor"), ("adult", "adult"), ("unsure", "careful"), ("skipped", "careful"), ("", "careful")],
)
def test_who_is_not_known_to_be_an_adult_is_treated_with_care(said: str, age: str) -> None:
    assert Answers(age_in_image=said).age == age


def test_the_first_line_that_fits_is_said() -> None:
    assert PLANS.choose("hash", Answers()) == "ask.file_on_device"
    assert PLANS.choose("hash", Answers(file_on_device="yes")) == "step.hash"
    assert PLANS.choose("hash", Answers(file_on_device="no")) is None
    with pytest.raises(UnknownEntry, match="no_such_choice"):
        PLANS.choose("no_such_choice", Answers())


def test_each_place_has_a_step_of_its_own_and_unknown_only_when_there_is_no_other() -> None:
    def reports(*places: str) -> list[str]:
        return [step.key for step in PLANS.steps(Answers(platforms=places)) if step.name.startswith("report")]

    assert reports() == ["step.report.unknown.careful"]
    assert reports("unknown") == ["step.report.unknown.careful"]
    assert reports("unknown", "x", "discord") == ["step.report.x.careful", "step.report.named.careful"]


@pytest.mark.parametrize("place", OWN_ROUTES)
def test_some_places_have_a_route_of_their_own(place: str) -> None:
    assert route(place) == place


@pytest.mark.parametrize("place", ["", "unknown", "adult_site", "bulletin_board"])
def test_a_place_without_a_name_has_no_route_of_its_own(place: str) -> None:
    assert route(place) == "unknown"


def test_a_step_is_said_once_and_the_plan_ends() -> None:
    answers = Answers(topic="report_deepfake", age_in_image="adult", platforms=("x",), file_on_device="yes")
    assert lead(PLANS, answers) == ["step.record.adult", "step.report.x.adult", "step.hash"]


def test_a_question_is_asked_once_and_passing_it_over_is_an_answer() -> None:
    answers = Answers(topic="report_deepfake", age_in_image="adult", platforms=("x",))
    assert lead(PLANS, answers) == ["step.record.adult", "step.report.x.adult", "ask.file_on_device"]


def test_a_plan_started_again_is_the_same_plan() -> None:
    answers = Answers(age_in_image="under_18", platforms=("x",), file_on_device="no")
    step, after = PLANS.next_step(answers)
    assert step is not None
    assert after.started_again() == answers


@given(first=SLOTS, second=SLOTS)
def test_answers_add_up_and_nothing_known_is_lost(first: dict[str, object], second: dict[str, object]) -> None:
    once = Answers().with_slots(first)
    twice = once.with_slots(second)
    assert set(once.platforms) - {"unknown"} <= set(twice.platforms)
    assert len(twice.platforms) == len(set(twice.platforms))
    assert once.age != "minor" or twice.age == "minor"
    for name in ANSWERS:
        if not second.get(name) or name == "age_in_image":
            continue
        if name == "state":
            assert set(names(second[name])) - {"unknown", "skipped"} <= set(twice.known["state"])
        else:
            assert getattr(twice, name) == str(second[name])
    assert twice.with_slots({}) == twice


@settings(max_examples=25)
@given(SLOTS)
def test_whatever_the_answers_every_plan_ends_with_the_end(catalogue: Catalogue, slots: dict[str, object]) -> None:
    for topic in ONE_FOR_EACH_PLAN:
        answers = replace(Answers().with_slots(slots), topic=topic)
        keys = lead(catalogue.plans, answers)
        assert keys[-1] == "step.end"
        assert set(keys) <= set(catalogue.entries)
        assert ("step.hash.adult" in keys) <= (answers.age == "adult" and answers.file_on_device == "yes")


@pytest.mark.parametrize("role", ["self", "parent"])
def test_what_has_a_place_is_not_only_made_whatever_was_said_first(catalogue: Catalogue, role: str) -> None:
    told = Answers(role=role, age_in_image="adult", topic="report_deepfake").with_slots({"state": ["made"]})
    assert catalogue.plans.way(told).plan.endswith("made_only")
    assert "platform" in catalogue.plans.way(told).asks
    nowhere = told.with_slots({"platform": ["unknown"]})
    assert catalogue.plans.way(nowhere).plan.endswith("made_only")
    somewhere = told.with_slots({"platform": ["discord"]})
    assert not catalogue.plans.way(somewhere).plan.endswith("made_only")
