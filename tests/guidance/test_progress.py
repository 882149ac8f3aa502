"""The plan as a whole: every step with what became of it, and which comes next."""

from dataclasses import replace

import pytest

from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import END, ROLES, Answers, Tick
from bot.guidance.progress import Progress, progress_of
from bot.language import Language

ON_INSTAGRAM = Answers(topic="report_deepfake", age_in_image="adult", platforms=("instagram",))
OF_A_CHILD = replace(ON_INSTAGRAM, age_in_image="under_18")


def plan_of(catalogue: Catalogue, answers: Answers) -> Progress:
    progress = progress_of(answers, catalogue=catalogue, language=Language.EN)
    assert progress is not None
    return progress


def names(progress: Progress) -> list[str]:
    return [planned.step.name for planned in progress.steps]


def next_name(catalogue: Catalogue, answers: Answers) -> str:
    step, _ = catalogue.plans.next_step(answers)
    return step.name if step else ""


def test_there_is_no_plan_before_anything_is_known(catalogue: Catalogue) -> None:
    assert progress_of(Answers(), catalogue=catalogue, language=Language.JA) is None


def test_the_plan_is_seen_whole_however_much_of_it_was_said(catalogue: Catalogue) -> None:
    begun = replace(ON_INSTAGRAM, done=("record", "report:instagram"))
    assert names(plan_of(catalogue, begun)) == names(plan_of(catalogue, ON_INSTAGRAM))
    assert "end" not in names(plan_of(catalogue, begun))


def test_what_was_only_said_is_open_and_what_they_told_is_done(catalogue: Catalogue) -> None:
    told = replace(ON_INSTAGRAM, done=("record", "hash?")).with_slots({"reported": ["police"]})
    ticks = {planned.step.name: planned.tick for planned in plan_of(catalogue, told).steps}
    assert {name for name, tick in ticks.items() if tick is Tick.DONE} == {"police"}
    taken_back = told.ticked("police", Tick.OPEN)
    assert taken_back.tick_of("police") is Tick.OPEN


def test_it_counts_what_was_done_or_tried_among_what_is_for_them(catalogue: Catalogue) -> None:
    total = plan_of(catalogue, ON_INSTAGRAM).total
    ticked = (
        ON_INSTAGRAM.ticked("record", Tick.DONE).ticked("hash", Tick.NOT_FOR_ME).ticked("police", Tick.DID_NOT_WORK)
    )
    progress = plan_of(catalogue, ticked)
    assert (progress.settled, progress.total, progress.first_open) == (2, total - 1, "report:instagram")


def test_what_next_passes_over_what_was_ticked(catalogue: Catalogue) -> None:
    assert next_name(catalogue, ON_INSTAGRAM) == "record"
    assert next_name(catalogue, ON_INSTAGRAM.ticked("record", Tick.DONE)) == "report:instagram"
    assert next_name(catalogue, ON_INSTAGRAM.ticked("record", Tick.NOT_FOR_ME)) == "report:instagram"


def test_where_a_step_did_not_work_the_next_way_comes_right_after_it_and_is_next(catalogue: Catalogue) -> None:
    tried = ON_INSTAGRAM.ticked("report:instagram", Tick.DID_NOT_WORK)
    found = names(plan_of(catalogue, tried))
    assert found[found.index("report:instagram") + 1] == "refused"
    assert found.count("refused") == 1
    assert next_name(catalogue, tried) == "refused"


def test_a_way_that_the_plan_does_not_have_comes_into_it(catalogue: Catalogue) -> None:
    mother = replace(OF_A_CHILD, role="parent", topic="helping_someone")
    assert "refused" not in names(plan_of(catalogue, mother))
    assert "refused" in names(plan_of(catalogue, mother.ticked("report:instagram", Tick.DID_NOT_WORK)))


def test_when_all_was_said_what_is_open_comes_again_for_those_who_tick(catalogue: Catalogue) -> None:
    said = (*names(plan_of(catalogue, ON_INSTAGRAM)), END)
    assert next_name(catalogue, replace(ON_INSTAGRAM, done=said)) == ""
    ticked = replace(ON_INSTAGRAM, done=said).ticked("record", Tick.DONE)
    assert next_name(catalogue, ticked) == "report:instagram"


def test_a_plan_started_again_keeps_the_ticks(catalogue: Catalogue) -> None:
    again = replace(ON_INSTAGRAM, done=("record",)).ticked("record", Tick.DONE).started_again()
    assert next_name(catalogue, again) == "report:instagram"


def test_a_ticked_step_that_is_gone_is_named_and_counts_no_more(catalogue: Catalogue) -> None:
    ticked = ON_INSTAGRAM.ticked("report:instagram", Tick.DONE).ticked("no_such_step", Tick.DONE)
    moved = replace(ticked, platforms=("x",))
    progress = plan_of(catalogue, moved)
    assert progress.removed == ("report:instagram", "no_such_step")
    assert progress.settled == 0
    assert next_name(catalogue, moved) == "record"


def test_a_tick_that_nobody_knows_is_as_if_it_were_not_there() -> None:
    assert replace(ON_INSTAGRAM, ticks={"record": "strange"}).tick_of("record") is Tick.OPEN


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("age", ["under_18", "adult", "unsure"])
def test_if_nothing_works_there_is_still_somebody_to_ask(catalogue: Catalogue, role: str, age: str) -> None:
    answers = replace(ON_INSTAGRAM, role=role, age_in_image=age)
    for _ in range(3):  # what comes in its place may not work either
        for name in names(plan_of(catalogue, answers)):
            answers = answers.ticked(name, Tick.DID_NOT_WORK)
    steps = [planned.step for planned in plan_of(catalogue, answers).steps]
    assert "paps" in {step.name for step in steps}
    assert all(catalogue.entries[step.key].fits(role, answers.age) for step in steps)
    assert next_name(catalogue, answers) == END


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.parametrize("age", ["under_18", "adult", "unsure", ""])
def test_every_plan_has_headings_a_number_to_call_and_the_same_steps_in_both_languages(
    catalogue: Catalogue, role: str, age: str
) -> None:
    for topic in catalogue.plans.topics:
        answers = replace(ON_INSTAGRAM, topic=topic, role=role, age_in_image=age)
        shown = {language: progress_of(answers, catalogue=catalogue, language=language) for language in Language}
        assert shown[Language.JA] == shown[Language.EN]
        for language, progress in shown.items():
            steps = [planned.step for planned in progress.steps] if progress else []
            titles = [catalogue.title_of(step, language=language) for step in steps]
            assert all(titles)
            assert not [title for title in titles if "{" in title]
            phones = [
                contact.phone for step in steps for contact in catalogue.say(step.key, language=language).contacts
            ]
            assert any(phones) or not steps


@pytest.mark.parametrize("role", ROLES)
def test_no_plan_about_somebody_under_18_shows_a_tool_for_adults_whatever_did_not_work(
    catalogue: Catalogue, role: str
) -> None:
    for topic in catalogue.plans.topics:
        answers = replace(OF_A_CHILD, topic=topic, role=role, file_on_device="yes")
        for _ in range(3):
            progress = progress_of(answers, catalogue=catalogue, language=Language.EN)
            for planned in progress.steps if progress else ():
                assert not [link for link in catalogue.entries[planned.step.key].links if "stopncii" in link]
                answers = answers.ticked(planned.step.name, Tick.DID_NOT_WORK)


@pytest.mark.parametrize("role", ROLES)
def test_whoever_is_threatened_reads_first_not_to_pay(catalogue: Catalogue, role: str) -> None:
    for age in ("under_18", "adult", ""):
        answers = replace(ON_INSTAGRAM, topic="threatened_extortion", role=role, age_in_image=age)
        assert names(plan_of(catalogue, answers))[0] == "threat_first"
