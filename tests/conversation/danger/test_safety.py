"""Safety as a state: every move, no bubble twice, nothing cheerful while it lasts, relief believed, somebody else's danger answered as such."""

import json
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.danger.ladders import LADDERS, ladder_name
from bot.conversation.danger.moves import CALM_TURNS, MOVES, QUIET_TURNS, TURNS_TO_EASE, Signal, Speech, State
from bot.conversation.danger.rungs import ASKS, CHECK_LATER, FORBIDDEN
from bot.conversation.danger.safety import Circumstances, respond, without_forbidden
from bot.conversation.danger.state import SafetyState, safety_of
from tests.conversation.danger.safety_talk import DOUBTS_READ, NOTHING, PASSED, VIOLENCE, WALKS, WISH, Talk, wish
from understanding.danger_disowned import DISOWNED
from understanding.reading import CLEAR, DOUBT, Danger


def test_every_state_has_a_move_for_every_signal() -> None:
    assert set(MOVES) == set(product(State, Signal))


@pytest.mark.parametrize(
    ("state", "signal", "to", "says"),
    [
        ("calm", "clear", "danger", "climb"), ("calm", "doubt", "doubt", "ask"), ("calm", "passed", "calm", ""), ("calm", "panic", "eased", ""), ("calm", "parting", "eased", "part"), ("calm", "asks", "calm", ""), ("calm", "quiet", "calm", ""),
        ("doubt", "clear", "danger", "climb"), ("doubt", "doubt", "doubt", "ask"), ("doubt", "passed", "calm", "believe"), ("doubt", "panic", "doubt", ""), ("doubt", "parting", "eased", "part"), ("doubt", "asks", "doubt", ""), ("doubt", "quiet", "doubt", ""),
        ("danger", "clear", "danger", "climb"), ("danger", "doubt", "danger", "climb"), ("danger", "passed", "eased", "ease"), ("danger", "panic", "danger", "climb"), ("danger", "parting", "danger", "climb"), ("danger", "asks", "danger", "check"), ("danger", "quiet", "danger", "climb"),
        ("eased", "clear", "danger", "climb"), ("eased", "doubt", "doubt", "ask"), ("eased", "passed", "eased", "ease"), ("eased", "panic", "eased", ""), ("eased", "parting", "eased", "part"), ("eased", "asks", "eased", ""), ("eased", "quiet", "eased", ""),
    ],
)  # fmt: skip
def test_a_move_leads_where_the_table_says(state: str, signal: str, to: str, says: str) -> None:
    move = MOVES[State(state), Signal(signal)]
    assert (move.to, move.says) == (to, says)


@pytest.mark.parametrize("danger", DOUBTS_READ)
def test_doubt_asks_one_question_beside_the_help_that_was_asked_for(danger: Danger) -> None:
    found = respond(SafetyState(), danger, asks=True)
    assert found.answers_beside
    assert len(found.first) == 1
    assert found.first[0] in ASKS


def test_a_question_is_asked_twice_at_most() -> None:
    talk = Talk()
    for _ in range(6):
        talk.hears(Danger(level=DOUBT, kind=WISH))
    assert talk.heard == ["doubt.ask", "doubt.ask.again"]


def test_doubt_is_over_after_two_turns_without_a_sign() -> None:
    talk = Talk()
    talk.hears(Danger(level=DOUBT, kind=WISH))
    states = [talk.hears(NOTHING, asks=True).state.state for _ in range(CALM_TURNS)]
    assert states == [State.DOUBT, State.CALM]


def test_an_honest_no_is_believed_at_once_and_leads_back_to_what_was_asked() -> None:
    talk = Talk()
    talk.hears(Danger(level=DOUBT, kind=WISH))
    found = talk.hears(PASSED)
    assert (found.state.state, found.first, found.answers_beside) == (State.CALM, ("eased.denied",), True)


@pytest.mark.parametrize(
    ("danger", "key"),
    [
        (wish(), "crisis.safe_now"),
        (wish(kind=VIOLENCE, means="attacker"), "eased.violence"),
        (wish(kind=VIOLENCE, means="partner"), "eased.violence"),
        (wish(about="other"), "eased.other"),
    ],
)
def test_relief_is_believed_at_once_and_answered_warmly(danger: Danger, key: str) -> None:
    talk = Talk()
    talk.hears(danger)
    found = talk.hears(PASSED)
    assert (found.state.state, found.first, found.answers_beside) == (State.EASED, (key,), True)
    assert talk.hears(NOTHING, asks=True).first == ()
    assert talk.hears(NOTHING, asks=True).state.state is State.CALM


def test_who_only_says_a_word_after_relief_is_stayed_with_for_longer() -> None:
    talk = Talk()
    talk.hears(wish())
    talk.hears(PASSED)
    states = [talk.hears(NOTHING).state.state for _ in range(QUIET_TURNS)]
    assert states == [State.EASED] * (QUIET_TURNS - 1) + [State.CALM]


def test_what_is_asked_in_danger_is_answered_and_how_they_are_is_asked_once() -> None:
    talk = Talk()
    talk.hears(wish())
    turns = [talk.hears(NOTHING, asks=True) for _ in range(TURNS_TO_EASE)]
    assert [turn.after for turn in turns] == [(), (CHECK_LATER,), (), ()]
    assert all(turn.answers_beside and not turn.first for turn in turns)
    assert [turn.state.state for turn in turns] == [State.DANGER] * 3 + [State.EASED]


def test_silence_in_danger_is_stayed_with() -> None:
    talk = Talk()
    talk.hears(wish())
    found = talk.hears(NOTHING)
    assert (found.first, found.answers_beside, found.state.state) == (("crisis.suicide.ask",), False, State.DANGER)


def test_buttons_that_wait_for_a_choice_stay_on_the_screen() -> None:
    talk = Talk()
    screen = ("call:everything", "answer:age_in_image=adult", "topic:help_menu", "do:delete", "say:human.message")
    assert talk.hears(wish(), on_screen=screen).stays == ("call:everything", "say:human.message")
    talk.hears(NOTHING, asks=True, on_screen=screen)
    assert talk.hears(NOTHING, asks=True, on_screen=screen).after == ()
    assert talk.hears(NOTHING, asks=True).after == (CHECK_LATER,)


def test_the_form_stays_beside_a_doubt_and_waits_in_danger_and_after_it() -> None:
    form, talk = ("answer:age_in_image=adult",), Talk()
    assert talk.hears(Danger(level=DOUBT, kind=WISH), on_screen=form).stays == form
    assert talk.hears(wish(), on_screen=form).stays == ()
    assert talk.hears(PASSED, on_screen=form).stays == ()


@given(WALKS)
def test_a_second_answer_never_comes_without_a_first(walk: list[tuple[Danger, bool, Circumstances]]) -> None:
    state, heard = SafetyState(), list[str]()
    for danger, asks, given_ in walk:
        found = respond(state, danger, asks=asks, circumstances=given_)
        state = found.state
        heard += found.first
        if danger.level == CLEAR:
            ladder = LADDERS[ladder_name(kind=state.kind, about=state.about, means=state.means)]
            assert any(key in heard for key in (*ladder.first, *ladder.text))
    if "doubt.ask.again" in heard:
        assert {"doubt.ask", "doubt.harm"} & set(heard[: heard.index("doubt.ask.again")])


@given(
    WALKS,
    st.lists(
        st.sampled_from(["goodbye", "delete.ask", "chitchat", "thanks", "menu", "greet", "unclear", "illegal"]),
        min_size=1,
        max_size=3,
    ),
)
def test_nothing_cheerful_is_said_while_doubt_or_danger_lasts(
    walk: list[tuple[Danger, bool, Circumstances]], keys: list[str]
) -> None:
    state = SafetyState()
    for danger, asks, given_ in walk:
        state = respond(state, danger, asks=asks, circumstances=given_).state
        state, said = without_forbidden(state, keys)
        assert said
        if state.state in (State.DOUBT, State.DANGER):
            assert not any(key.startswith(FORBIDDEN) for key in said)
        else:
            assert said == tuple(keys)


@given(WALKS)
def test_passed_is_believed_wherever_it_comes(walk: list[tuple[Danger, bool, Circumstances]]) -> None:
    state = SafetyState()
    for danger, asks, given_ in walk:
        state = respond(state, danger, asks=asks, circumstances=given_).state
    assert respond(state, PASSED).state.state in (State.CALM, State.EASED)


@given(WALKS)
def test_the_state_survives_json(walk: list[tuple[Danger, bool, Circumstances]]) -> None:
    state = SafetyState()
    for danger, asks, given_ in walk:
        state = respond(state, danger, asks=asks, circumstances=given_).state
    assert safety_of(json.loads(json.dumps(state.as_json()))) == state


@pytest.mark.parametrize("read", [None, 3, {}, {"state": "happy"}, {"state": "calm"}, [], "calm"])
def test_a_state_that_cannot_be_read_is_calm(read: object) -> None:
    assert safety_of(read) == SafetyState()


def test_only_climbing_and_a_goodbye_leave_no_room_for_an_answer() -> None:
    assert {move.says for move in MOVES.values() if not move.answers_beside} == {Speech.CLIMB, Speech.PART}


def test_relief_said_once_more_beside_a_question_leaves_the_question_the_answer() -> None:
    talk = Talk()
    talk.hears(wish())
    assert talk.hears(PASSED).first
    beside = talk.hears(PASSED, asks=True)
    assert (beside.first, beside.answers_beside) == ((), True)


def test_who_was_taken_for_in_danger_and_says_so_after_it_eased_is_in_calm() -> None:
    talk = Talk()
    talk.hears(wish())
    talk.hears(PASSED)
    talk.hears(Danger(passed=True, told=(DISOWNED,)))
    assert talk.state.state is State.CALM
