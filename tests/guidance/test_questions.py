"""A question finds the answer that is for whoever asks, and its answers are entries like all others."""

from pathlib import Path
from typing import Any

import pytest

from bot.guidance.baseline import Baseline
from bot.guidance.catalogue import Catalogue
from bot.guidance.overlay import overlay
from bot.guidance.plan import Answers
from bot.guidance.questions import QuestionSet
from bot.guidance.revisions import Item, Part, Published
from bot.language import Language
from tests.guidance.question_files import OWN, another, followed, put, question


@pytest.fixture
def asked(tmp_path: Path, catalogue: Catalogue) -> Catalogue:
    put(
        tmp_path,
        "here",
        may_i_wait=question(topics=["emotional_distress"], confirm=["lawyer", "paps"]),
        made_it=another(roles=["maker"], say="plan.police", answers=None),
    )
    return followed(tmp_path, catalogue)


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (Answers(age_in_image="under_18", role="self"), "question.may_i_wait.minor"),
        (Answers(age_in_image="under_18"), "question.may_i_wait.minor"),
        (Answers(age_in_image="under_18", role="skipped"), "question.may_i_wait.minor"),
        (Answers(age_in_image="under_18", role="parent"), "question.may_i_wait.any"),
        (Answers(age_in_image="adult", role="self"), "question.may_i_wait.any"),
        (Answers(), "question.may_i_wait.any"),
    ],
)
def test_the_answer_is_the_first_that_fits_role_and_age(asked: Catalogue, answers: Answers, said: str) -> None:
    assert asked.questions.choose("may_i_wait", answers) == said
    assert asked.answer_to("may_i_wait", answers, language=Language.JA) == said


def test_a_question_is_answered_only_to_those_who_may_ask_it(asked: Catalogue) -> None:
    assert asked.questions.choose("made_it", Answers(role="maker")) == "plan.police"
    for role in ("", "self", "parent", "teacher", "friend", "partner", "maker_parent"):
        assert asked.answer_to("made_it", Answers(role=role), language=Language.EN) is None


def test_an_answer_that_is_a_choice_leads_to_its_entry(asked: Catalogue) -> None:
    key = asked.answer_to("made_it", Answers(role="maker", age_in_image="adult"), language=Language.EN)
    assert key == "step.police.maker"


def test_a_question_that_is_not_there_has_no_answer(asked: Catalogue) -> None:
    assert asked.answer_to("no_such_question", Answers(), language=Language.JA) is None


def test_a_question_is_called_by_its_first_wording(asked: Catalogue) -> None:
    assert asked.questions["may_i_wait"].title(Language.EN) == "may i just wait"
    assert asked.questions["may_i_wait"].title(Language.JA) == "黙って待ってもいい"
    assert list(asked.questions) == ["may_i_wait", "made_it"]


def test_an_answer_is_a_bubble_with_its_words_cards_and_buttons(asked: Catalogue) -> None:
    minor: Any = OWN["minor"]
    bubble = asked.say("question.may_i_wait.minor", language=Language.EN)
    assert (bubble.text, [contact.key for contact in bubble.contacts]) == (minor["en"], ["paps"])
    bubble = asked.say("question.may_i_wait.any", language=Language.JA)
    assert [choice.payload for choice in bubble.choices] == ["plan:next"]


def test_an_answer_without_buttons_offers_a_human(asked: Catalogue) -> None:
    bubble = asked.say("question.may_i_wait.minor", language=Language.EN)
    assert [choice.payload for choice in bubble.choices] == ["topic:talk_to_human"]


def test_an_answer_is_listed_with_the_entries(asked: Catalogue, catalogue: Catalogue) -> None:
    own = {key for key in asked.entries if key.startswith("question.may_i_wait.")}
    assert own == {"question.may_i_wait.minor", "question.may_i_wait.any"}
    assert len(asked.entries) == len(list(asked.entries))
    assert asked.entries["greet"] == catalogue.entries["greet"]


def test_the_note_tells_editors_for_whom_it_is_and_who_should_confirm_it(asked: Catalogue) -> None:
    note = asked.entries["question.may_i_wait.minor"].note
    assert note == "Waiting is allowed. For age minor; role self, not known. To be confirmed by PAPS, a lawyer."


def test_published_words_of_an_answer_win(asked: Catalogue) -> None:
    item = Item(part=Part.WORDS, key="question.may_i_wait.any")
    now, parts = overlay(asked, on_hours=lambda _hours: None)
    parts.show(Published(version=1, bodies={(item, Language.EN): "You may."}))
    assert now.say(item.key, language=Language.EN).text == "You may."
    assert now.say(item.key, language=Language.JA).text == OWN["any"]["ja"]


def test_an_answer_can_be_edited(asked: Catalogue) -> None:
    shipped = Baseline(catalogue=asked, hours="{}")
    item = Item(part=Part.WORDS, key="question.may_i_wait.any")
    assert item in shipped.all_items()
    assert shipped.bodies(item)[Language.EN] == OWN["any"]["en"]


def test_an_answer_that_is_gone_is_no_answer_and_stays_readable_where_it_was_said(asked: Catalogue) -> None:
    asked.questions.show(QuestionSet())
    assert asked.answer_to("may_i_wait", Answers(), language=Language.JA) is None
    assert "question.may_i_wait.any" not in list(asked.entries)
    assert asked.say("question.may_i_wait.any", language=Language.EN).text == OWN["any"]["en"]
