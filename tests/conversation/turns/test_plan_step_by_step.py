"""The way on, one step at a time: for adults, for under 18, and where the age is not known."""

from collections.abc import Sequence
from itertools import product

import pytest

from bot.conversation.model import Conversation
from bot.guidance.catalogue import Catalogue, Fills
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices, keys

MOST_STEPS = 20
AGES = ["adult", "under_18", "unsure", "skipped", ""]


async def start(
    services: FakeServices, topic: str, *, age: str = "", places: Sequence[str] = (), role: str = ""
) -> Conversation:
    """Begin a plan with what the first message already told; Rasa is away from then on."""
    slots = {"topic": topic, "age_in_image": age, "platform": list(places), "role": role}
    services.assistant.otherwise = reply("plan.start", intent=topic, slots=slots)
    conversation = await services.begin()
    await services.write(conversation, "話を聞いてください")
    services.assistant.otherwise = "not reachable"
    return conversation


async def walk(services: FakeServices, conversation: Conversation, answers: dict[str, str] | None = None) -> list[str]:
    """Press on until the end, answering what is asked; return every step that was said."""
    walked = keys(list(await services.conversations.messages(conversation.id)))[1:]
    for _ in range(MOST_STEPS):
        payload = (answers or {}).get(walked[-1], "plan:next")
        said = [key for key in keys(await services.press(conversation, payload)) if key != "heard.more"]
        walked += said
        if said in (["step.end"], ["step.end.helper"]):
            return walked
    raise AssertionError(f"the plan has no end: {walked}")


async def test_an_adult_whose_image_is_on_two_services(services: FakeServices) -> None:
    conversation = await start(services, "report_deepfake", age="adult", places=["instagram", "x"])
    assert await walk(services, conversation, {"ask.file_on_device": "answer:file_on_device=yes"}) == [
        "step.record.adult",
        "step.report.instagram.adult",
        "step.report.x.adult",
        "ask.file_on_device",
        "step.hash.adult",
        "step.search.adult",
        "step.paps",
        "step.police",
        "step.refused",
        "step.end",
    ]


async def test_under_18_on_a_named_service(services: FakeServices) -> None:
    conversation = await start(services, "report_deepfake", age="under_18", places=["discord"])
    assert await walk(services, conversation) == [
        "step.record.minor",
        "step.report.named.minor",
        "step.hash.minor",
        "step.search.minor",
        "step.school.minor",
        "step.paps.minor",
        "step.police.minor",
        "step.refused",
        "step.end",
    ]


async def test_a_person_who_does_not_know_the_age_or_the_place(services: FakeServices) -> None:
    conversation = await start(services, "report_real_image", age="unsure", places=["unknown"])
    assert await walk(services, conversation) == [
        "step.record.careful",
        "step.report.unknown.careful",
        "step.hash.careful",
        "step.search.adult",
        "step.paps",
        "step.police",
        "step.refused",
        "step.end",
    ]


async def test_a_mother_whose_child_is_threatened_and_a_teacher_who_helps(services: FakeServices) -> None:
    threatened = await start(services, "threatened_extortion", age="under_18", role="parent")
    assert await walk(services, threatened) == [
        "step.threat.first.helper",
        "step.helping.say.parent",
        "step.threat.record_block.helper",
        "step.threat.not_posted",
        "step.threat.report",
        "step.threat.secure",
        "step.threat.if_posted.helper",
        "step.helping.leave.parent",
        "step.helping.school",
        "step.hash.parent.minor",
        "step.paps.helper",
        "step.police.helper",
        "step.end.helper",
    ]
    helping = await start(services, "helping_someone", age="under_18", role="teacher", places=["x"])
    assert await walk(services, helping) == [
        "step.helping.say.teacher",
        "step.helping.school.teacher",
        "step.helping.do.teacher",
        "step.record.helper_minor",
        "step.helping.leave.teacher",
        "step.report.x.minor",
        "step.paps.helper",
        "step.police.helper",
        "step.end.helper",
    ]


async def test_search_results_are_one_step_and_not_two(services: FakeServices) -> None:
    conversation = await start(services, "search_engine_removal", age="under_18", places=["google_search"])
    walked = await walk(services, conversation)
    assert "step.report.google_search.minor" in walked
    assert "step.search.minor" not in walked


async def test_after_the_end_no_step_comes_again_until_the_whole_plan_is_asked_for(services: FakeServices) -> None:
    conversation = await start(services, "doxxed", age="adult", places=["5ch"])
    first = await walk(services, conversation)
    assert first[0] == "step.doxxed.today"
    assert not set(first) & set(keys(await services.press(conversation, "plan:next")))
    again = keys(await services.press(conversation, "plan:start"))
    for _ in first[1:]:
        again += keys(await services.press(conversation, "plan:next"))
    assert [key for key in again if key.startswith("step.")] == [key for key in first if key.startswith("step.")]


@pytest.mark.parametrize("answer", ["yes", "no", "skipped", "passed over"])
@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("topic", ["report_deepfake", "threatened_extortion", "helping_someone"])
async def test_stopncii_is_offered_to_adults_with_the_file_only(
    services: FakeServices, catalogue: Catalogue, topic: str, age: str, answer: str
) -> None:
    conversation = await start(services, topic, age=age, places=["x", "unknown"])
    answers = {"ask.file_on_device": f"answer:file_on_device={answer}"} if answer != "passed over" else {}
    walked = await walk(services, conversation, answers)
    assert len(walked) == len(set(walked))
    bubbles = [
        catalogue.say(key, language=language, fills=Fills(platform=place))
        for key, language, place in product(walked, Language, ("x", "discord", ""))
    ]
    named = any("StopNCII" in bubble.text or "stopncii" in {link.key for link in bubble.links} for bubble in bubbles)
    assert named == (age == "adult" and answer == "yes")


@pytest.mark.parametrize(
    "topic", ["report_deepfake", "threatened_extortion", "helping_someone", "search_engine_removal"]
)
async def test_under_18_take_it_down_is_named_with_its_page(
    services: FakeServices, catalogue: Catalogue, topic: str
) -> None:
    walked = await walk(services, await start(services, topic, age="under_18", places=["google_search"]))
    for language in Language:
        bubbles = [catalogue.say(key, language=language) for key in walked]
        assert any("Take It Down" in b.text and "take_it_down" in {link.key for link in b.links} for b in bubbles)


async def test_an_age_under_18_once_said_is_not_taken_back(services: FakeServices) -> None:
    conversation = await start(services, "report_deepfake", age="under_18", places=["x"])
    await services.press(conversation, "answer:age_in_image=adult")
    assert (await services.state(conversation.id)).answers.age == "minor"


async def test_an_age_learnt_later_changes_what_comes_next(services: FakeServices) -> None:
    conversation = await start(services, "report_deepfake", places=["x"])
    assert keys(await services.press(conversation, "plan:next")) == ["step.report.x.careful"]
    said = keys(await services.press(conversation, "answer:age_in_image=under_18"))
    assert said == ["heard.more", "step.hash.minor"]


@pytest.mark.parametrize(
    ("asks", "text", "name", "value"),
    [
        ("ask.age", "17", "age_in_image", "under_18"),
        ("ask.age", "１８歳です", "age_in_image", "adult"),
        ("ask.age", "18歳未満", "age_in_image", "under_18"),
        ("ask.platform", "インスタ", "platforms", ("instagram",)),
        ("ask.platform", "ここではない所", "platforms", ()),
        ("ask.file_on_device", "はい、あります", "file_on_device", "yes"),
        ("ask.role", "自分の子どものこと", "role", "parent"),
    ],
)
async def test_a_typed_answer_is_as_good_as_a_pressed_one(
    services: FakeServices, asks: str, text: str, name: str, value: object
) -> None:
    adult = {"age_in_image": "adult"} if asks == "ask.file_on_device" else {}
    services.assistant.otherwise = reply(asks, facts=adult)
    conversation = await services.begin()
    assert keys(await services.write(conversation, "こんにちは")) == [asks]
    services.assistant.otherwise = "not reachable"
    await services.write(conversation, text)
    assert getattr((await services.state(conversation.id)).answers, name) == value


async def test_places_add_up(services: FakeServices) -> None:
    conversation = await start(services, "report_deepfake", age="adult", places=["x"])
    await services.press(conversation, "answer:platform=instagram")
    await services.press(conversation, "answer:platform=x")
    assert (await services.state(conversation.id)).answers.platforms == ("x", "instagram")


@pytest.mark.parametrize(
    ("told", "skipped"),
    [
        ({"did": ["record"]}, ["step.record.adult"]),
        ({"reported": ["x"]}, ["step.record.adult", "step.report.x.adult"]),
        ({"did": ["record"], "reported": ["x", "police"]}, ["step.record.adult", "step.report.x.adult", "step.police"]),
    ],
)
async def test_what_they_did_by_themselves_is_no_step_any_more(
    services: FakeServices, told: dict[str, list[str]], skipped: list[str]
) -> None:
    every = await walk(services, await start(services, "report_deepfake", age="adult", places=["x"]))
    slots = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["x"]}
    services.assistant.otherwise = reply("heard.deepfake", intent="report_deepfake", slots=slots)
    services.assistant.table["やりました"] = reply("heard.more", slots=told)
    conversation = await services.begin()
    await services.write(conversation, "話を聞いてください")
    await services.write(conversation, "やりました")
    services.assistant.table, services.assistant.otherwise = {}, "not reachable"
    walked = [key for key in await walk(services, conversation) if key not in ("heard.deepfake", "heard.more")]
    assert walked == [key for key in every if key not in skipped and not key.startswith("heard.")]


@pytest.mark.parametrize("age", AGES)
async def test_somebody_threatened_at_home_is_not_told_to_block(services: FakeServices, age: str) -> None:
    """Blocking a husband, wife or partner who sits in the next room is dangerous: that is asked of others first."""
    slots = {"topic": "threatened_extortion", "age_in_image": age, "role": "self", "state": ["threatened"]}
    services.assistant.otherwise = reply(
        "plan.start", intent="threatened_extortion", slots={**slots, "who": "ex_partner"}
    )
    conversation = await services.begin()
    await services.write(conversation, "話を聞いてください")
    services.assistant.otherwise = "not reachable"
    walked = await walk(services, conversation)
    assert "step.threat.record_near" in walked
    assert not any(key.startswith("step.threat.record_block") for key in walked)
