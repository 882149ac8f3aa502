"""Rasa's answers as decisions, and everything that is not an answer as unavailable."""

from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.assistant.rasa import ASKED, RasaAssistant
from bot.conversation.errors import AssistantUnavailable
from bot.conversation.model import AssistantId, Guess, Understanding
from bot.conversation.ports import TurnInput
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.fakes.rasa import FakeRasa, part

SOMEONE = AssistantId("a" * 32)


def heard(*, text: str = "", payload: str = "", asked: str = "") -> TurnInput:
    return TurnInput(assistant_id=SOMEONE, language=Language.JA, asked=asked, text=text, payload=payload)


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
    )


async def test_what_an_action_just_learnt_wins_over_the_slots() -> None:
    answer = part("ask.age", slots={"topic": "doxxed"}, said_with={"slots": {"topic": "report_deepfake"}})
    decided = await FakeRasa(otherwise=[answer]).assistant().ask(heard(text="a"), within=30.0)
    assert decided.understood.slots == {"topic": "report_deepfake"}


async def test_a_pressed_button_has_an_intent_without_a_ranking() -> None:
    answer = part("menu", intent="help_menu", confidence=1.0)
    answer["custom"]["understood"]["ranking"] = []
    decided = await FakeRasa(otherwise=[answer]).assistant().ask(heard(payload="topic:help_menu"), within=30.0)
    assert (decided.understood.intent, decided.understood.alternatives) == ("help_menu", ())


@pytest.mark.parametrize("key", ["unclear", "unclear.again"])
async def test_likely_topics_become_buttons_with_a_human_last(key: str) -> None:
    topics = ["doxxed", "takedown_how", "is_it_illegal"]
    answer = part(key, said_with={"topics": topics})
    decided = await FakeRasa(otherwise=[answer]).assistant().ask(heard(text="???"), within=30.0)
    assert decided.say[0].buttons == tuple(f"topic.{topic}" for topic in (*topics, "talk_to_human"))


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


async def test_what_was_asked_goes_with_the_message_and_nothing_else() -> None:
    rasa = FakeRasa()
    await rasa.assistant().ask(heard(text="はい", asked="ask.age"), within=30.0)
    await rasa.assistant().ask(heard(text="はい", asked="step.paps"), within=30.0)
    expected = {"sender": SOMEONE, "message": "はい"}
    assert rasa.heard[0] == {**expected, "metadata": {"asked": "age_in_image"}}
    assert rasa.heard[1] == {**expected, "metadata": {"asked": ""}}


def test_whatever_asks_is_an_entry(catalogue: Catalogue) -> None:
    assert set(ASKED) <= set(catalogue.entries)
    assert {key for key in catalogue.entries if key.startswith("ask.")} <= set(ASKED)


@given(start=st.text(alphabet="/ \t\n\u3000\u2003\x1c"), rest=st.text())
async def test_written_words_never_look_like_a_command(start: str, rest: str) -> None:
    rasa = FakeRasa()
    await rasa.assistant().ask(heard(text=f"{start}{rest}"), within=30.0)
    assert not rasa.heard[0]["message"].strip().startswith("/")


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
