"""Rasa's answers as decisions, and everything that is not an answer as unavailable."""

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.rasa import RasaAssistant
from bot.conversation.errors import AssistantUnavailable
from bot.conversation.model import AssistantId, Guess, Understanding
from bot.conversation.ports import Reply, TurnInput
from bot.conversation.turns.context import ASKED
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.fakes.rasa import FakeRasa, part
from understanding.context import Context, context_of
from understanding.reading import CLEAR, VALUE, Danger, Need, Reading

SOMEONE = AssistantId("a" * 32)


def heard(*, text: str = "", payload: str = "", context: Context | None = None) -> TurnInput:
    return TurnInput(
        assistant_id=SOMEONE,
        language=Language.JA,
        asked="ask.age",
        text=text,
        payload=payload,
        context=context or Context(),
    )


async def test_keys_and_understanding_are_taken_over() -> None:
    answer = part(
        "heard.deepfake",
        intent="report_deepfake",
        confidence=0.7,
        others={"takedown_how": 0.2, "doxxed": 0.05},
        entities=[("platform", "x"), ("platform", "x"), ("platform", "5ch"), ("age", "17")],
        slots={"age_in_image": "under_18"},
    )
    rasa = FakeRasa({"裏垢に載せられた": [answer, part("plan.start")]})
    decided = await rasa.assistant().ask(heard(text="裏垢に載せられた"), within=30.0)
    assert [say.key for say in decided.say] == ["heard.deepfake", "plan.start"]
    assert decided.understood == Understanding(
        intent="report_deepfake",
        confidence=0.7,
        alternatives=(Guess(intent="takedown_how", confidence=0.2), Guess(intent="doxxed", confidence=0.05)),
        entities={"platform": ("x", "5ch"), "age": ("17",)},
        slots={"age_in_image": "under_18"},
        offered=(),
    )


READING = Reading(
    facts={"age_in_image": "under_18", "platform": ["x", "line"]},
    needs=(Need("report_deepfake", 0.8), Need("doxxed", 0.4)),
    question="pay_or_not",
    question_confidence=0.62,
    answer=VALUE,
    danger=Danger(level=CLEAR, kind="crisis_suicide", about="other", means="edge"),
    language="ja",
    wished_language="en",
)


@pytest.mark.parametrize("reading", [READING, Reading(), Reading(danger=Danger(passed=True))])
async def test_what_was_read_is_taken_over_whole(reading: Reading) -> None:
    decided = await FakeRasa(otherwise=[part("menu", reading=reading)]).assistant().ask(heard(text="a"), within=30.0)
    assert decided.understood.reading == reading


async def test_a_pressed_button_was_not_read() -> None:
    decided = await FakeRasa().assistant().ask(heard(payload="topic:doxxed"), within=30.0)
    assert decided.understood.reading is None


async def test_needs_that_were_put_off_are_taken_over_and_none_told_changes_nothing() -> None:
    told = FakeRasa(otherwise=[part("menu", said_with={"offered": ["doxxed"]})])
    assert (await told.assistant().ask(heard(text="a"), within=30.0)).understood.offered == ("doxxed",)
    answer = part("menu")
    del answer["custom"]["with"]["offered"]
    silent = FakeRasa(otherwise=[answer])
    assert (await silent.assistant().ask(heard(text="a"), within=30.0)).understood.offered is None


async def test_a_pressed_button_has_an_intent_without_a_ranking() -> None:
    answer = part("menu", intent="help_menu", confidence=1.0)
    answer["custom"]["understood"]["ranking"] = []
    decided = await FakeRasa(otherwise=[answer]).assistant().ask(heard(payload="topic:help_menu"), within=30.0)
    assert (decided.understood.intent, decided.understood.alternatives) == ("help_menu", ())


async def test_likely_topics_become_buttons_with_a_human_last() -> None:
    topics = ["doxxed", "takedown_how", "is_it_illegal", "cost_question"]
    decided = await _decided(part("unclear", said_with={"topics": topics}))
    assert decided.say[0].buttons == tuple(f"topic.{topic}" for topic in (*topics[:3], "talk_to_human"))


async def test_a_need_that_is_served_second_is_a_button_under_what_is_said_first() -> None:
    decided = await _decided(part("heard.threat", said_with={"topics": ["doxxed"]}))
    assert decided.say[0].buttons == ("topic.doxxed",)


async def test_what_rests_on_an_unsure_reading_can_be_corrected() -> None:
    decided = await _decided(part("heard.helping", said_with={"correct": True}))
    assert decided.say[0].buttons == ("correct.self",)


@pytest.mark.parametrize(
    ("assumed", "button"),
    [("maker", "correct.self"), ("friend", "correct.self"), ("parent", "correct.self"), ("self", "correct.other")],
)
async def test_the_button_corrects_the_role_that_was_assumed(assumed: str, button: str) -> None:
    said_with = {"correct": True, "slots": {"role": assumed}}
    decided = await _decided(part("heard.made_or_shared", said_with=said_with))
    assert decided.say[0].buttons == (button,)


async def _decided(answer: dict[str, Any]) -> Reply:
    return await FakeRasa(otherwise=[answer]).assistant().ask(heard(text="???"), within=30.0)


@pytest.mark.parametrize(
    ("payload", "message"),
    [
        ("topic:doxxed", "/doxxed"),
        ("answer:age_in_image=under_18", '/affirm{"age_in_image": "under_18"}'),
        ("answer:platform=google_search", '/affirm{"platform": "google_search"}'),
    ],
)
async def test_a_payload_is_sent_as_rasa_reads_it(payload: str, message: str) -> None:
    rasa = FakeRasa()
    await rasa.assistant().ask(heard(payload=payload), within=30.0)
    assert rasa.heard[0]["message"] == message


async def test_every_answer_button_is_a_command_that_rasa_can_read(catalogue: Catalogue) -> None:
    rasa = FakeRasa()
    payloads = [b.payload for b in catalogue.buttons.values() if b.payload.startswith(("topic:", "answer:"))]
    for payload in payloads:
        await rasa.assistant().ask(heard(payload=payload), within=30.0)
    assert len(rasa.heard) == len(payloads)
    assert all(sent["message"].startswith("/") for sent in rasa.heard)


async def test_the_context_goes_with_the_message_and_nothing_else() -> None:
    rasa = FakeRasa()
    context = Context(
        asked="age_in_image",
        topic="doxxed",
        heard="police_report_how",
        safety="doubt",
        known={"role": "parent", "platform": ["x"]},
        said=("heard.doxxed", "ask.age"),
        offered=("cost_question",),
    )
    await rasa.assistant().ask(heard(text="はい", context=context), within=30.0)
    assert rasa.heard[0] == {"sender": SOMEONE, "message": "はい", "metadata": context.as_metadata()}
    assert context_of(rasa.heard[0]["metadata"]) == context


def test_whatever_asks_is_an_entry(catalogue: Catalogue) -> None:
    assert set(ASKED) <= set(catalogue.entries)
    assert {key for key in catalogue.entries if key.startswith("ask.")} <= set(ASKED)


@given(start=st.text(alphabet="/ \t\n\u3000\u2003\x1c"), rest=st.text())
async def test_written_words_never_look_like_a_command(start: str, rest: str) -> None:
    rasa = FakeRasa()
    await rasa.assistant().ask(heard(text=f"{start}{rest}"), within=30.0)
    assert not rasa.heard[0]["message"].strip().startswith("/")


def _with_reading(reading: Any) -> dict[str, Any]:
    answer = part("menu")
    answer["custom"]["understood"]["reading"] = reading
    return answer


STRANGE: dict[str, Any] = {
    "an error page": 500,
    "a redirect": 302,
    "not JSON": b"<html>",
    "not UTF-8": b"\xff\xfe",
    "nothing": [],
    "null": None,
    "no answer object": {},
    "a plain text": "words",
    "an object": {"say": "menu"},
    "a number": [1],
    "words of its own": [{"recipient_id": "r", "text": "I am Rasa"}],
    "no key": [{"custom": {"with": {}}}],
    "no understanding": [{"custom": {"say": "menu"}}],
    "an understanding of nothing": [{"custom": {"say": "menu", "understood": None}}],
    "topics that are none": [part("unclear", said_with={"topics": 3})],
    "slots that are none": [part("menu", said_with={"slots": ["topic"]})],
    "a reading that is none": [_with_reading({"facts": {}})],
    "a confidence in words": [part("menu", others={"doxxed": "high"})],  # type: ignore[dict-item]
}


@pytest.mark.parametrize(
    "answer", [b"null" if name == "null" else value for name, value in STRANGE.items()], ids=STRANGE
)
async def test_whatever_is_no_proper_answer_is_unavailable(answer: Any) -> None:
    with pytest.raises(AssistantUnavailable, match=r"silent|strange|refused"):
        await FakeRasa(otherwise=answer).assistant().ask(heard(text="canary"), within=30.0)


async def test_rasa_out_of_reach_is_unavailable() -> None:
    with pytest.raises(AssistantUnavailable, match="not reachable"):
        await FakeRasa(otherwise="down").assistant().ask(heard(text="canary"), within=30.0)


async def test_forgetting_restarts_the_conversation() -> None:
    rasa = FakeRasa({"/restart": []})
    await rasa.assistant().forget(SOMEONE)
    assert [(sent["sender"], sent["message"]) for sent in rasa.heard] == [(SOMEONE, "/restart")]


async def test_forgetting_fails_when_rasa_is_away() -> None:
    with pytest.raises(AssistantUnavailable):
        await FakeRasa(otherwise="down").assistant().forget(SOMEONE)


async def test_rasa_is_up_only_when_it_says_so() -> None:
    def down(_request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused")

    def failing(_request: httpx.Request) -> httpx.Response:
        return httpx.Response(503)

    assert await FakeRasa().assistant().is_up()
    for handler in (down, failing):
        client = httpx.AsyncClient(base_url="http://rasa", transport=httpx.MockTransport(handler))
        assert not await RasaAssistant(client).is_up()
