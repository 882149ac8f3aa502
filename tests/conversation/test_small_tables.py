"""The small tables and rules a reviewer can read: stages, typed buttons, clocks, the danger model."""

import re
from dataclasses import replace
from datetime import timedelta
from itertools import product
from math import exp
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.danger.model import DangerModel
from bot.conversation.errors import MoveRefused
from bot.conversation.handover.moves import MOVES, transition
from bot.conversation.handover.stages import Move, Stage, assistant_may_speak
from bot.conversation.model import AssistantId, Conversation, ConversationId
from bot.conversation.retention import Retention
from bot.conversation.turns.typed_choices import typed_choice
from bot.guidance.catalogue import Choice
from bot.guidance.plan import Answers
from bot.language import Language
from tests.fakes.clock import NOON

A_CONVERSATION = Conversation(
    id=ConversationId("c"),
    assistant_id=AssistantId("a"),
    channel="web",
    language=Language.JA,
    language_chosen=False,
    stage=Stage.ASSISTANT,
    answers=Answers(),
    asked="welcome",
    last_at=NOON,
)


def test_every_stage_can_be_left() -> None:
    assert {stage for (stage, _), does in MOVES.items() if does.to is not stage} == set(Stage)


def test_every_move_is_possible_somewhere_and_refused_elsewhere() -> None:
    assert {move for _, move in MOVES} == set(Move)
    for stage, move in product(Stage, Move):
        if (stage, move) in MOVES:
            assert transition(stage, move).to is MOVES[stage, move].to
        else:
            with pytest.raises(MoveRefused, match=f"{move.value} in stage {stage.value}"):
                transition(stage, move)


def test_a_counsellor_is_reached_by_waiting_only() -> None:
    come = {(stage, move) for (stage, move), does in MOVES.items() if does.to is Stage.COUNSELLOR is not stage}
    assert come == {(Stage.WAITING, Move.TAKE)}


def test_whoever_is_closed_out_can_come_back_by_waiting_only() -> None:
    assert {(move, does.to) for (stage, move), does in MOVES.items() if stage is Stage.CLOSED} == {
        (Move.REOPEN, Stage.WAITING)
    }


def test_the_picture_in_the_architecture_is_the_table(root: Path) -> None:
    document = (root / "docs" / "architecture.md").read_text(encoding="utf-8")
    picture = document.partition("stateDiagram-v2\n")[2].partition("```")[0]
    drawn = re.findall(r"^    (\w+) --> (\w+): (\w+)$", picture, re.MULTILINE)
    assert drawn == [(stage.value, does.to.value, move.value) for (stage, move), does in MOVES.items()]


def test_the_assistant_does_not_talk_over_a_counsellor() -> None:
    assert [stage for stage in Stage if assistant_may_speak(stage)] == [Stage.ASSISTANT, Stage.WAITING]


@pytest.mark.parametrize("stage", Stage)
@pytest.mark.parametrize("counselled", [False, True])
def test_no_stage_is_kept_for_ever(stage: Stage, *, counselled: bool) -> None:
    keep = Retention(assistant=timedelta(hours=24), counsellor=timedelta(days=30))
    conversation = replace(A_CONVERSATION, stage=stage, counselled=counselled)
    with_counsellor = counselled or stage in (Stage.WAITING, Stage.COUNSELLOR)
    assert keep.expiry_of(conversation) == NOON + (keep.counsellor if with_counsellor else keep.assistant)


CHOICES = [Choice(title="はい、あります", payload="yes"), Choice(title="I'm not sure", payload="unsure")]


@pytest.mark.parametrize(
    ("text", "payload"),
    [("はい、あります", "yes"), (" はい、あります。", "yes"), ("I'M NOT SURE!", "unsure"), ("はい", None), ("", None)],
)
def test_a_typed_title_is_a_press(text: str, payload: str | None) -> None:
    assert typed_choice(text, CHOICES) == payload


def test_erasing_is_pressed_and_never_typed() -> None:
    erase = Choice(title="すべて消す", payload="do:delete")
    assert typed_choice("すべて消す", [erase]) is None
    assert typed_choice("すべて消す", [erase, replace(erase, payload="topic:delete_my_data")]) == "topic:delete_my_data"


@given(st.text())
def test_any_text_may_be_typed(text: str) -> None:
    assert typed_choice(text, []) is None
    assert typed_choice(text, [Choice(title=text, payload="here")]) == "here"


EAR = DangerModel(
    longest=2,
    classes=["crisis_suicide", "immediate_danger", "none"],
    intercepts=[0.0, 0.0, 1.0],
    grams={"ab": [1.0, 5.0, 0.0, 0.0], " b": [2.0, 0.0, 3.0, 0.0], "b ": [1.0, 0.0, 0.0, 0.0]},
)


def test_the_ear_weighs_letters_inside_words() -> None:
    odds = {"crisis_suicide": 5.0 / 2**0.5, "none": 1.0, "immediate_danger": 0.0}
    powers = {name: exp(value) for name, value in odds.items()}
    intent, chance = EAR.predict("ab")
    assert intent == "crisis_suicide"
    assert chance == pytest.approx(1 - powers["none"] / sum(powers.values()))


def test_the_ear_names_the_likelier_danger() -> None:
    assert EAR.predict("b b b")[0] == "immediate_danger"
    assert EAR.predict("xab")[0] == "crisis_suicide"


@given(st.text())
def test_a_chance_of_danger_is_a_share(text: str) -> None:
    intent, chance = EAR.predict(text)
    assert intent in EAR.classes
    assert intent != "none"
    assert 0.0 <= chance <= 1.0
