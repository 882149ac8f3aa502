"""What is said leans on what was said before: words for whom was talked about, steps that were done, a name that is known."""

from dataclasses import replace

import pytest

from actions.decide import decide
from tests.actions.talk import Conversation, keys, read
from understanding.reading import NEXT, WORDS, Danger


def _asked(conversation: Conversation, question: str) -> Conversation:
    said = (*conversation.context.said, f"question.{question}.any")
    conversation.context = replace(conversation.context, asked="", said=said)
    return conversation


def _at_work(conversation: Conversation) -> Conversation:
    conversation.hear(read("report_deepfake", facts={"role": "self", "age_in_image": "adult", "platform": ["x"]}))
    return conversation


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("work_tell", "words_boss"),
        ("school_no_fuss", "words_school"),
        ("tell_parents", "words_mother"),
        ("child_scolded", "words_mother"),
    ],
)
def test_how_to_say_it_means_whom_was_talked_about(conversation: Conversation, last: str, words: str) -> None:
    talk = _asked(_at_work(conversation), last)
    heard = talk.hear(read("lawyer_compensation", answer=WORDS, question="words_partner", question_confidence=0.4))
    assert heard == [f"question.{words}"]


@pytest.mark.parametrize(
    ("last", "words"),
    [
        ("human", "words_paps"),
        ("paps", "words_paps"),
        ("step.school.minor", "words_school"),
        ("step.police", "words_police"),
    ],
)
def test_how_to_say_it_right_after_a_way_to_somebody_means_them(
    conversation: Conversation, last: str, words: str
) -> None:
    _at_work(conversation)
    conversation.context = replace(conversation.context, asked="", said=(*conversation.context.said, last))
    assert conversation.hear(read(answer=WORDS)) == [f"question.{words}"]


def test_a_step_said_long_before_is_not_meant(conversation: Conversation) -> None:
    _at_work(conversation)
    said = ("step.paps", "step.record.adult", "step.report.x.adult", "step.hash.adult")
    conversation.context = replace(conversation.context, asked="", said=said)
    asked = read(answer=WORDS, question="form_text", question_confidence=0.6)
    assert conversation.hear(asked) == ["question.form_text"]


def test_who_names_what_the_words_are_for_gets_those(conversation: Conversation) -> None:
    talk = _asked(_at_work(conversation), "police_when")
    asked = read(answer=WORDS, question="form_text_foreign", question_confidence=0.92)
    assert talk.hear(asked) == ["question.form_text_foreign"]


def test_nobody_talked_about_leaves_it_to_the_question(conversation: Conversation) -> None:
    talk = _asked(_at_work(conversation), "how_long")
    assert talk.hear(read(answer=WORDS, question="form_text", question_confidence=0.8)) == ["question.form_text"]


def test_what_was_done_goes_on_though_a_question_is_near(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion", facts={"age_in_image": "under_18"}))
    conversation.context = replace(conversation.context, asked="")
    done = read(
        "threatened_extortion",
        facts={"did": ["record"]},
        answer=NEXT,
        question="threat_they_posted",
        question_confidence=0.95,
    )
    assert "question.threat_they_posted" not in conversation.hear(done)


def test_a_place_named_again_is_no_news(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["line", "discord"]}))
    known = {**conversation.context.known, "platform": ["discord", "line"]}
    conversation.context = replace(conversation.context, asked="", known=known)
    heard = conversation.hear(read("takedown_how", facts={"platform": ["discord"]}))
    assert heard == ["plan.report"]


def test_who_was_refused_somewhere_is_not_sent_there_again(conversation: Conversation) -> None:
    facts = {"role": "self", "age_in_image": "adult", "platform": ["x", "google_search"], "state": ["posted"]}
    conversation.hear(read("report_deepfake", facts=facts))
    conversation.hear(read("takedown_how", facts={"state": ["refused"], "platform": ["x"]}))
    assert conversation.context.known["reported"] == ("x",)


def test_a_name_beside_an_image_is_no_stranger_at_the_door(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"role": "self", "state": ["posted"]}))
    named = conversation.hear(read("doxxed", facts={"exposed": ["name"], "age_in_image": "adult", "platform": ["x"]}))
    assert "plan.heard_doxxed" not in named
    addressed = conversation.hear(read("doxxed", facts={"exposed": ["address"]}))
    assert "plan.heard_doxxed" in addressed


def test_who_tells_that_another_made_it_is_not_offered_to_have_made_it(conversation: Conversation) -> None:
    needs = read("report_deepfake", "i_made_or_shared_it", facts={"who": "colleague", "state": ["made"]})
    decision = decide(needs, context=conversation.context, table=conversation.table)
    assert keys(decision)
    assert all("i_made_or_shared_it" not in said.topics for said in decision.said)


def test_a_child_is_not_answered_as_an_employee(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"role": "self", "age_in_image": "under_18"}))
    conversation.context = replace(conversation.context, asked="")
    heard = conversation.hear(read(question="work_only_a_joke", question_confidence=0.9, facts={"state": ["refused"]}))
    assert "question.work_only_a_joke" not in heard


def test_a_question_is_no_stranger_at_the_door(conversation: Conversation) -> None:
    talk = _at_work(conversation)
    talk.context = replace(talk.context, asked="")
    assert talk.hear(read("doxxed", question="work_seen", question_confidence=0.8)) == ["question.work_seen"]


def test_what_was_recorded_and_blocked_is_not_offered(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion", facts={"role": "self", "age_in_image": "under_18"}))
    conversation.context = replace(conversation.context, asked="")
    done = read(
        "threatened_extortion",
        "preserve_evidence",
        facts={"did": ["record", "block"]},
        answer=NEXT,
        near=("threat_block_or_not",),
    )
    decision = decide(done, context=conversation.context, table=conversation.table)
    assert [(said.topics, said.questions) for said in decision.said if said.topics or said.questions] == []


def test_thanks_after_a_doubt_is_no_wish_for_the_next_step(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion", facts={"role": "self", "age_in_image": "under_18"}))
    conversation.context = replace(conversation.context, asked="", safety="doubt")
    calm = read("thanks", confidence=1.0, danger=Danger(passed=True))
    assert "plan.next" not in conversation.hear(calm)


def test_whom_they_fear_at_home_is_whom_they_would_tell(conversation: Conversation) -> None:
    talk = _at_work(conversation)
    talk.context = replace(
        talk.context, asked="", said=(*talk.context.said, "question.who_suspected.any", "doubt.home")
    )
    assert talk.hear(read(answer=WORDS)) == ["question.words_mother"]


def test_a_question_about_work_is_no_threat(conversation: Conversation) -> None:
    talk = _at_work(conversation)
    talk.context = replace(talk.context, asked="")
    asked = read("threatened_extortion", confidence=0.67, question="work_tell", question_confidence=0.8)
    assert talk.hear(asked) == ["question.work_tell"]
    assert talk.context.topic == "report_deepfake"


def test_who_recorded_it_is_not_told_to_record_it(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion", facts={"role": "self", "age_in_image": "under_18"}))
    conversation.context = replace(conversation.context, asked="")
    assert "plan.record" not in conversation.hear(read("preserve_evidence", facts={"did": ["record", "block"]}))
