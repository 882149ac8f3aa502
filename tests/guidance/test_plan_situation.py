"""The plan follows the situation: what state it is in, what is exposed, who did it; and what holds for every plan whatever they told."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.guidance.additions import Addition, arranged
from bot.guidance.age_today import age_today
from bot.guidance.catalogue import Catalogue, Fills
from bot.guidance.plan import ROLES, Answers, Tick
from bot.guidance.plan_check import problems_of_plans
from bot.guidance.progress import progress_of
from bot.language import Language

STATES = ("posted", "threatened", "made", "shown_around", "found_in_search", "refused", "back_again")
EXPOSED = ("name", "address", "school", "phone", "workplace")
WHO = ("", "ex_partner", "family", "classmate", "colleague", "stranger", "unknown")
PLACES = ("x", "instagram", "google_search", "bing", "discord", "telegram", "unknown")
HARMED = ("", "self", "parent", "teacher", "friend", "partner")
MAKERS = ("maker", "maker_parent")


def some(values: tuple[str, ...], *, most: int) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(values), max_size=most, unique=True)


SITUATIONS = st.fixed_dictionaries(
    {
        "role": st.sampled_from([*ROLES, "skipped"]),
        "age_in_image": st.sampled_from(["under_18", "adult", "unsure", ""]),
        "age_now": st.sampled_from(["", "11", "14", "31"]),
        "state": some(STATES, most=3),
        "exposed": some(EXPOSED, most=3),
        "platform": some(PLACES, most=3),
        "who": st.sampled_from(WHO),
        "file_on_device": st.sampled_from(["yes", "no", "skipped", ""]),
        "reported": some(("police", "school", "paps", "x"), most=2),
        "did": some(("record", "block"), most=2),
    }
)


def told(facts: Mapping[str, object], *, topic: str = "report_deepfake") -> Answers:
    return Answers().with_slots({name: value for name, value in facts.items() if value} | {"topic": topic})


def steps(catalogue: Catalogue, /, topic: str = "report_deepfake", **facts: Any) -> list[str]:
    return [step.name for step in catalogue.plans.whole(told({"age_in_image": "adult"} | facts, topic=topic))]


def assert_before(names: list[str], first: str, *later: str) -> None:
    assert first in names, names
    assert all(names.index(first) < names.index(name) for name in later if name in names), names


@pytest.mark.parametrize("role", HARMED)
def test_what_is_found_by_searching_is_taken_out_of_google_first_then_of_the_others(
    catalogue: Catalogue, role: str
) -> None:
    names = steps(catalogue, role=role, state=["found_in_search"], platform=["x"])
    assert_before(names, "search", "search_other", "report:x")
    assert_before(names, "search_other", "report:x")


@pytest.mark.parametrize("role", HARMED)
def test_who_named_google_is_not_told_of_it_twice_and_hears_of_the_others(catalogue: Catalogue, role: str) -> None:
    names = steps(catalogue, role=role, state=["found_in_search"], platform=["google_search"])
    assert "search" not in names
    assert_before(names, "report:google_search", "search_other")
    assert "search_other" in names


@pytest.mark.parametrize("role", HARMED)
def test_what_was_refused_goes_on_with_the_appeal(catalogue: Catalogue, role: str) -> None:
    names = steps(catalogue, role=role, state=["posted", "refused"], platform=["x"])
    assert_before(names, "record", "refused")
    assert_before(names, "refused", "report:x", "hash", "paps")


@pytest.mark.parametrize("role", HARMED)
def test_what_comes_back_has_a_step_of_its_own_and_then_the_code_tools(catalogue: Catalogue, role: str) -> None:
    names = steps(catalogue, role=role, state=["back_again"], platform=["x"])
    assert names[names.index("back_again") + 1] == "hash"
    assert_before(names, "hash", "report:x")


@pytest.mark.parametrize("role", HARMED)
@pytest.mark.parametrize("exposed", ["address", "phone"])
def test_where_somebody_can_be_found_today_comes_first_and_the_report_says_so(
    catalogue: Catalogue, role: str, exposed: str
) -> None:
    names = steps(catalogue, role=role, state=["posted"], platform=["x"], exposed=[exposed])
    assert names[0] == "doxxed_today"
    assert_before(names, "doxxed_report", "report:x")


@pytest.mark.parametrize("role", HARMED)
@pytest.mark.parametrize("exposed", ["school", "workplace"])
def test_a_school_or_workplace_is_no_reason_to_stay_inside_but_is_reported(
    catalogue: Catalogue, role: str, exposed: str
) -> None:
    names = steps(catalogue, role=role, state=["posted"], platform=["x"], exposed=[exposed])
    assert "doxxed_today" not in names
    assert_before(names, "doxxed_report", "report:x")


@pytest.mark.parametrize("role", HARMED)
def test_a_name_is_taken_out_of_search(catalogue: Catalogue, role: str) -> None:
    names = steps(catalogue, role=role, state=["posted"], platform=["x"], exposed=["name"])
    assert "doxxed_today" not in names
    assert "search" in names


def test_what_is_exposed_where_nothing_is_posted_leads_to_no_report(catalogue: Catalogue) -> None:
    for state in ("made", "threatened"):
        names = steps(catalogue, state=[state], exposed=["address"])
        assert "doxxed_today" in names
        assert "doxxed_report" not in names


@pytest.mark.parametrize("role", MAKERS)
def test_who_made_one_gets_no_step_of_those_who_are_harmed_by_what_is_exposed_or_back(
    catalogue: Catalogue, role: str
) -> None:
    plain = steps(catalogue, role=role, state=["posted"], platform=["x"])
    states = ["posted", "back_again", "refused"]
    assert steps(catalogue, role=role, state=states, platform=["x"], exposed=list(EXPOSED)) == plain


@pytest.mark.parametrize("role", HARMED)
def test_what_only_goes_round_among_people_has_the_step_for_that_and_no_report(catalogue: Catalogue, role: str) -> None:
    names = steps(catalogue, role=role, state=["shown_around"])
    assert "made_only" in names
    assert not [name for name in names if name.startswith("report:")]


@pytest.mark.parametrize("role", HARMED)
def test_a_threat_is_first_whatever_the_topic_and_is_not_called_only_a_threat_once_it_is_out(
    catalogue: Catalogue, role: str
) -> None:
    for topic in ("report_deepfake", "threatened_extortion"):
        only = steps(catalogue, topic, role=role, state=["threatened"])
        assert only[0] == "threat_first"
        assert "threat_not_posted" in only
        assert not [name for name in only if name.startswith("report:")]
        out = steps(catalogue, topic, role=role, state=["threatened", "posted"], platform=["snapchat"])
        assert out[:2] == ["threat_first", "threat_record_block"]
        assert {"record", "report:snapchat"} <= set(out)
        assert not {"threat_not_posted", "threat_if_posted"} & set(out)


@pytest.mark.parametrize("state", STATES)
def test_each_state_changes_the_plan_of_somebody_harmed(catalogue: Catalogue, state: str) -> None:
    nothing_told = steps(catalogue, role="self")
    assert (steps(catalogue, role="self", state=[state]) == nothing_told) is (state == "posted")


@pytest.mark.parametrize("exposed", EXPOSED)
def test_each_thing_that_is_exposed_changes_the_plan_of_somebody_harmed(catalogue: Catalogue, exposed: str) -> None:
    assert steps(catalogue, role="self", exposed=[exposed]) != steps(catalogue, role="self")


def test_what_is_known_in_another_order_is_the_same_plan(catalogue: Catalogue) -> None:
    for first, second in combinations(STATES, 2):
        one = steps(catalogue, role="self", state=[first, second], exposed=["name", "address"])
        assert one == steps(catalogue, role="self", state=[second, first], exposed=["address", "name"])


def test_an_addition_beside_a_step_that_the_plan_has_not_changes_nothing() -> None:
    plan = ["first", "second", "third"]
    never = Addition(step="more", after="not_there", when={})
    assert arranged(plan, [never], facts={}) == plan
    moved = [
        Addition(step="third", after="first", when={}),
        Addition(step="more", before="second", when={}),
        Addition(step="other", when={"exposed": ["name"]}),
    ]
    assert arranged(plan, moved, facts={}) == ["first", "third", "more", "second"]
    assert arranged(plan, moved, facts={"exposed": ("address", "name")}) == [
        "other",
        "first",
        "third",
        "more",
        "second",
    ]


def test_an_addition_that_leads_nowhere_is_a_fault_of_the_file(catalogue: Catalogue) -> None:
    odd = (Addition(step="no_such", when={}), Addition(step="hash", after="nor_this", when={}))
    broken = replace(catalogue, plans=replace(catalogue.plans, added=odd))
    found = list(problems_of_plans(broken))
    assert [line for line in found if line.startswith("plans.yml: added: there is no choice no_such")]
    assert [line for line in found if line.startswith("plans.yml: added: there is no choice nor_this")]


def class_chat(catalogue: Catalogue, **facts: Any) -> list[str]:
    """Return the keys of the whole plan of a classmate's image in a class chat."""
    known = {"age_in_image": "under_18", "state": ["shown_around"], "who": "classmate", "platform": ["line"]}
    return [step.key for step in catalogue.plans.whole(told(known | facts))]


@pytest.mark.parametrize("role", ["", "self"])
@pytest.mark.parametrize("state", ["posted", "threatened", "made", "shown_around"])
def test_a_child_who_writes_for_themselves_first_shows_it_to_a_grown_up(
    catalogue: Catalogue, role: str, state: str
) -> None:
    for exposed in ([], ["address"]):
        keys = class_chat(catalogue, role=role, age_now="11", state=[state], exposed=exposed)
        assert keys[0] == "step.child.tell"
        assert {"step.record.minor", "step.paps.minor"} & set(keys), keys


@pytest.mark.parametrize(
    "others",
    [
        {"age_now": "13"},
        {"age_now": "15"},
        {"age_now": "31"},
        {},
        {"age_now": "31", "age_in_image": "adult"},
        {"age_now": "11", "role": "parent"},
        {"age_now": "11", "role": "friend"},
        {"age_now": "11", "role": "maker"},
    ],
)
def test_nobody_else_is_sent_to_a_grown_up_like_a_child(catalogue: Catalogue, others: Mapping[str, str]) -> None:
    assert "step.child.tell" not in class_chat(catalogue, **{"role": "self", **others})


def test_a_child_whose_family_did_it_hears_of_their_safety_and_not_to_show_it_at_home(catalogue: Catalogue) -> None:
    keys = class_chat(catalogue, role="self", age_now="11", who="family")
    assert keys[0] == "step.near.minor"
    assert "step.child.tell" not in keys


def test_who_writes_about_a_child_is_not_taken_for_the_child(catalogue: Catalogue) -> None:
    child = told({"age_in_image": "under_18", "age_now": "9"}, topic="helping_someone")
    assert "child_tell" not in [step.name for step in catalogue.plans.whole(child)]


def test_where_no_grown_up_helps_a_child_is_led_to_people_who_do(catalogue: Catalogue) -> None:
    child = told({"role": "self", "age_in_image": "under_18", "age_now": "11", "state": ["posted"]})
    again = child.ticked("child_tell", Tick.DID_NOT_WORK)
    assert next(step.key for step in catalogue.plans.steps(again)) == "step.paps.minor"


@pytest.mark.parametrize(
    ("age_now", "today"), [("", ""), ("9", "child"), (12, "child"), (13, ""), ("17", ""), (18, "adult")]
)
def test_who_is_below_13_today_is_a_child_and_from_18_an_adult(age_now: object, today: str) -> None:
    assert age_today({"age_now": age_now}) == today


@settings(max_examples=300, deadline=None)
@given(facts=SITUATIONS, topic=st.sampled_from(("report_deepfake", "threatened_extortion", "helping_someone", "doxxed", "school_photo_leak", "i_am_minor")))  # fmt: skip
def test_whatever_was_told_every_plan_keeps_what_is_never_given_up(
    catalogue: Catalogue, facts: Mapping[str, object], topic: str
) -> None:
    answers = told(facts, topic=topic)
    whole = catalogue.plans.whole(answers)
    names = [step.name for step in whole]
    role = catalogue.plans.role_of(answers)
    assert len(names) == len(set(names))
    assert names[-1] == "end"
    is_answered = {name.partition(":")[0] for name in names}
    assert "police" in is_answered
    assert {"paps", "made_who"} & is_answered
    for step in whole:
        assert catalogue.entries[step.key].fits(role, answers.age), step
        links = catalogue.entries[step.key].links
        assert answers.age == "adult" or not [link for link in links if "stopncii" in link]
    if "threat_first" in names:
        taken_down = [name for name in names if name.startswith(("report:", "search", "hash", "refused", "back_again"))]
        assert_before(names, "threat_first", *taken_down)
    shown = [progress_of(answers, catalogue=catalogue, language=language) for language in Language]
    assert shown[0] == shown[1]
    for step in whole:
        for language in Language:
            fills = Fills(platform=step.platform, age=answers.age)
            assert catalogue.say(step.key, language=language, fills=fills).text
