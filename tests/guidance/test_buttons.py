"""Every button does something that exists, in at most 64 bytes."""

import pytest

from bot.conversation.model import Share
from bot.guidance.catalogue import LARGEST_PAYLOAD, MOST_BUTTONS, Catalogue
from bot.guidance.plan import ANSWERS, ROLES
from bot.language import Language
from tests.guidance.said import READY_MADE

ALLOWED = {
    "age_in_image": {"under_18", "adult", "unsure", "skipped"},
    "state": {"posted", "threatened", "made", "skipped"},
    "role": {*ROLES, "skipped"} - {""},
    "file_on_device": {"yes", "no", "skipped"},
}


def test_every_payload_fits_into_64_bytes_and_is_one_buttons_own(catalogue: Catalogue) -> None:
    payloads = [button.payload for name, button in catalogue.buttons.items() if not name.startswith("correct.")]
    assert all(0 < len(payload.encode()) <= LARGEST_PAYLOAD for payload in payloads)
    assert len(payloads) == len(set(payloads))


def test_every_payload_leads_somewhere(catalogue: Catalogue) -> None:
    places = {*catalogue.platforms, "unknown"}
    for button in catalogue.buttons.values():
        kind, _, rest = button.payload.partition(":")
        slot, _, value = rest.partition("=")
        leads = {
            "topic": rest in catalogue.plans.topics,
            "say": rest in catalogue.entries,
            "plan": rest in ("start", "next"),
            "do": rest in {"delete", "new", "reopen"},
            "language": rest in set(Language),
            "call": rest
            in {
                *Share,
                *(f"{kind}_{share}" for share in Share for kind in ("message", "share")),
                "give_up",
                "requeue",
                "end",
                "notice",
                "no_notice",
            },
            "answer": value in (places if slot == "platform" else ALLOWED.get(slot, set())),
        }
        assert leads[kind], button.payload


def test_every_answer_is_one_that_the_plan_knows() -> None:
    assert set(ALLOWED) <= set(ANSWERS)


@pytest.mark.parametrize("language", Language)
def test_no_bubble_offers_more_than_four_ways_or_two_that_look_alike(catalogue: Catalogue, language: Language) -> None:
    for entry in catalogue.entries.values():
        assert len(entry.buttons) <= MOST_BUTTONS, entry.key
        titles = [catalogue.title(name, language=language) for name in entry.buttons]
        assert len(titles) == len(set(titles)), entry.key


def test_every_question_can_be_skipped_by_a_button_or_by_writing(catalogue: Catalogue) -> None:
    for key in ("ask.age", "ask.state", "ask.role", "ask.file_on_device"):
        payloads = {catalogue.buttons[name].payload for name in catalogue.entries[key].buttons}
        assert any(payload.endswith("=skipped") for payload in payloads), key
    platform = {catalogue.buttons[name].payload for name in catalogue.entries["ask.platform"].buttons}
    assert "answer:platform=unknown" in platform


def test_every_bubble_has_a_way_on(catalogue: Catalogue) -> None:
    taken_in = {key for key in catalogue.entries if key.startswith("heard.")}
    named_by_the_program = {"unclear", "unclear.again", "unclear.third", "unclear.known"}
    said_before_an_answer = {"telegram.edited"}
    last_words = {
        "telegram.deleted",
        "telegram.deleted.partly",
        "telegram.deleted.refused",
        "telegram.stopped",
    }  # nothing is kept to go on with
    last_words |= {"counsellor.closed", "counsellor.ended_by_person"}  # nothing more is taken in that chat
    without = {key for key, entry in catalogue.entries.items() if not entry.buttons}
    assert without <= taken_in | named_by_the_program | said_before_an_answer | last_words | READY_MADE
