"""What is said about safety: rung by rung, each once, for whom it is, with whom to call or write to."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import given

from bot.conversation.danger.ladders import DANGER_RUNGS, EVENING, LADDERS, MEANS, ladder_name
from bot.conversation.danger.rungs import ASKS, DOUBTS, SAFETY_ENTRIES
from bot.conversation.danger.safety import Circumstances, respond
from bot.conversation.danger.state import SafetyState
from bot.guidance.catalogue import Catalogue
from bot.language import Language
from tests.conversation.danger.safety_talk import HARM, NOTHING, PASSED, VIOLENCE, WALKS, Talk, wish
from understanding.danger_answers import ANSWERS
from understanding.reading import CLEAR, DOUBT, Danger


def test_danger_climbs_and_does_not_repeat() -> None:
    talk = Talk()
    for _ in range(12):
        talk.hears(wish())
    ladder = LADDERS["wish"]
    assert talk.heard[:7] == ["crisis.suicide", *ladder.rungs]
    assert set(talk.heard[7:]) == set(ladder.short)
    assert all(one != other for one, other in zip(talk.heard, talk.heard[1:], strict=False))


@pytest.mark.parametrize("name", LADDERS)
def test_every_ladder_has_at_least_five_different_rungs_before_a_short_one(name: str) -> None:
    assert len([LADDERS[name].first[0], *LADDERS[name].rungs]) >= 5
    assert len(LADDERS[name].short) >= 2


@pytest.mark.parametrize("means", MEANS)
def test_the_first_words_are_what_to_do_this_minute_for_what_is_at_hand(means: str) -> None:
    assert Talk().hears(wish(means=means)).first == (f"crisis.means.{means}",)


def test_means_that_are_named_later_are_answered_before_the_next_rung() -> None:
    talk = Talk()
    talk.hears(wish())
    assert talk.hears(wish(means="edge")).first == ("crisis.means.edge",)
    assert talk.hears(wish()).first == ("crisis.edge.inside",)


@pytest.mark.parametrize("means", ["edge", "tracks"])
def test_who_stands_where_they_could_fall_is_led_inside_and_never_asked_what_is_within_reach(means: str) -> None:
    talk = Talk()
    said = [talk.hears(wish(means=means)).first for _ in range(5)]
    assert said[:3] == [(f"crisis.means.{means}",), ("crisis.edge.inside",), ("crisis.edge.who",)]
    assert not {("crisis.suicide.ask",), ("crisis.suicide.again",)} & {*said}


def test_where_violence_goes_on_being_told_nobody_asks_whether_the_attacker_is_near() -> None:
    talk = Talk()
    attack = wish(kind=VIOLENCE, means="attacker")
    assert [talk.hears(attack).first for _ in range(2)] == [("crisis.immediate",), ("crisis.immediate.show",)]


@pytest.mark.parametrize(
    ("danger", "name"),
    [
        (wish(), "wish"), (wish(kind=HARM), "harm"), (wish(kind=VIOLENCE, means="pills"), "hurt"), (wish(kind=VIOLENCE, means="attacker"), "violence"),
        (wish(kind=VIOLENCE, means="meeting"), "meeting"), (wish(kind=VIOLENCE, means="rage"), "rage"), (wish(means="edge"), "edge"), (wish(means="tracks"), "edge"), (wish(kind=VIOLENCE, means="partner"), "partner"), (wish(about="other"), "other.wish"), (wish(about="other", kind=HARM), "other.harm"),
        (wish(about="other", kind=VIOLENCE, means="pills"), "other.hurt"), (wish(about="other", kind=VIOLENCE, means="partner"), "other.violence"),
    ],
)  # fmt: skip
def test_each_danger_has_its_own_words(danger: Danger, name: str) -> None:
    assert ladder_name(kind=danger.kind, about=danger.about, means=danger.means) == name
    assert Talk().hears(danger).first[0] in LADDERS[name].first


@pytest.mark.parametrize(
    ("role", "key"),
    [
        ("friend", "crisis.other"),
        ("parent", "crisis.other.parent"),
        ("teacher", "crisis.other.teacher"),
        ("maker", "crisis.other.maker"),
        ("", "crisis.other"),
    ],
)
def test_a_helper_hears_what_they_can_do(role: str, key: str) -> None:
    assert Talk().hears(wish(about="other"), role=role).first == (key,)


@given(WALKS)
def test_somebody_elses_danger_is_never_answered_as_the_writers_own(
    walk: list[tuple[Danger, bool, Circumstances]],
) -> None:
    talk = Talk()
    for danger, asks, given_ in walk:
        found = respond(talk.state, danger, asks=asks, circumstances=given_)
        talk.state = found.state
        if danger.level == CLEAR:
            fits = [key.startswith(("crisis.other", "crisis.text")) for key in found.first]
            assert (
                all(fits) if danger.about == "other" else not any(key.startswith("crisis.other") for key in found.first)
            )


def test_who_cannot_phone_gets_services_that_work_by_text() -> None:
    assert Talk().hears(wish(), can_phone=False).first == ("crisis.suicide", "crisis.text")
    talk = Talk()
    talk.hears(wish())
    assert talk.hears(NOTHING, can_phone=False).first == ("crisis.text",)
    assert talk.hears(NOTHING, can_phone=False).first == ("crisis.suicide.ask",)


@pytest.mark.parametrize(
    ("hour", "key"),
    [
        (7, "crisis.text"),
        (8, "crisis.text.evening"),
        (11, "crisis.text.evening"),
        (12, "crisis.text"),
        (17, "crisis.text"),
    ],
)
def test_what_is_open_now_comes_first(hour: int, key: str) -> None:
    at = datetime(2026, 11, 29, hour, tzinfo=UTC)
    assert Talk().hears(wish(), can_phone=False, at=at).first[-1] == key


def test_the_hours_of_the_evening_are_those_on_the_card(catalogue: Catalogue) -> None:
    hours = catalogue.contacts["cure_time"].hours[Language.EN]
    assert f"{EVENING[0]:%H:%M}-{EVENING[1]:%H:%M}" in hours


@given(WALKS)
def test_no_bubble_repeats_within_the_rungs(walk: list[tuple[Danger, bool, Circumstances]]) -> None:
    state, heard = SafetyState(), list[str]()
    short = {key for ladder in LADDERS.values() for key in ladder.short}
    for danger, asks, given_ in walk:
        found = respond(state, danger, asks=asks, circumstances=given_)
        state = found.state
        for key in (*found.first, *found.after):
            assert key in short or key not in heard
            assert not heard or key != heard[-1]
            heard.append(key)


def test_every_question_about_safety_has_answers_that_are_read() -> None:
    assert set(ASKS.values()) <= set(ANSWERS)
    assert {keys[0] for keys in DOUBTS.values()} <= set(ASKS)


def test_everything_said_about_safety_is_an_entry(catalogue: Catalogue) -> None:
    assert set(catalogue.entries) >= SAFETY_ENTRIES


@pytest.mark.parametrize("language", Language)
def test_every_rung_shows_whom_to_call_or_write_to_now(catalogue: Catalogue, language: Language) -> None:
    for key in DANGER_RUNGS:
        contacts = catalogue.say(key, language=language).contacts
        assert {"ambulance", "police_emergency"} & {contact.key for contact in contacts}, key
        assert len(contacts) <= (4 if language is Language.JA else 5), key


@pytest.mark.parametrize("language", Language)
def test_no_word_about_safety_blames_threatens_or_promises(catalogue: Catalogue, language: Language) -> None:
    never = {
        Language.JA: re.compile(
            r"切らずに|切らないで|必ず|絶対|頑張|がんばって|甘え|なぜ|どうして|約束します|秘密は守"
        ),
        Language.EN: re.compile(
            r"\bwhy (?:did|do|are|would)\b|\bpromise(?!\b to stop)\b|selfish|cheer up!|everything will be|we will save|confidential",
            re.IGNORECASE,
        ),
    }[language]
    found = {key for key in SAFETY_ENTRIES if never.search(catalogue.words.text(key, language=language) or "")}
    assert found <= {"crisis.other.harm"}  # where a helper is told that no promise is needed


def test_who_cannot_be_reached_is_never_said_to_be_near() -> None:
    talk = Talk()
    for _ in range(8):
        talk.hears(wish(about="other", means="missing"), role="parent")
    assert talk.heard[:2] == ["crisis.other", "crisis.other.far"]
    near = {"crisis.other.parent", "crisis.other.ask", "crisis.other.means", "crisis.other.here"}
    assert not near & {*talk.heard}


def test_a_doubt_about_who_cannot_be_reached_asks_for_the_last_word_from_them() -> None:
    doubt = Danger(level=DOUBT, kind="crisis_suicide", about="other", means="missing")
    talk = Talk()
    talk.hears(doubt)
    talk.hears(doubt)
    assert talk.heard == ["doubt.other.again", "crisis.other.far"]


def test_a_wish_that_comes_back_after_self_harm_is_not_greeted_again() -> None:
    talk = Talk()
    talk.hears(wish(kind=HARM))
    talk.hears(PASSED)
    assert talk.hears(wish()).first == ("crisis.suicide.ask",)


@pytest.mark.parametrize("language", Language)
def test_who_said_that_they_are_safe_is_not_told_to_lock_a_door(catalogue: Catalogue, language: Language) -> None:
    for key in ("eased.violence", "eased.again", "eased.with"):
        assert not re.search(r"鍵|\block\b", catalogue.words.text(key, language=language) or "", re.IGNORECASE)
