"""One decision a turn: what is said for what was read, in the order of conversation.md, over several turns."""

from dataclasses import replace

import pytest

from actions.decide import ORDER, decide
from actions.table import Table
from tests.actions.talk import Conversation, keys, read
from understanding.context import Context
from understanding.reading import DONE, NEXT, NO, SKIP, VALUE, YES, Danger, Need


def test_harm_is_taken_in_with_a_first_step_and_one_question(conversation: Conversation) -> None:
    assert conversation.hear(read("report_deepfake")) == ["plan.heard_deepfake", "plan.next", "plan.ask_age"]
    assert conversation.context.topic == "report_deepfake"


def test_what_is_known_is_not_asked(conversation: Conversation) -> None:
    facts = {"age_in_image": "adult", "platform": ["x"]}
    assert conversation.hear(read("report_deepfake", facts=facts)) == ["plan.heard_deepfake", "plan.next"]


def test_the_answer_leads_to_the_next_question_and_then_to_the_next_step(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake"))
    assert conversation.hear(read(facts={"age_in_image": "adult"}, answer=VALUE)) == [
        "plan.heard_more",
        "plan.ask_platform",
    ]
    assert conversation.hear(read(facts={"platform": ["x", "line"]}, answer=VALUE)) == ["plan.heard_more", "plan.next"]
    assert conversation.context.known["platform"] == ("x", "line")


def test_a_question_is_asked_at_most_twice(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake"))
    told = (read(facts={"prefecture": place}, answer=VALUE) for place in ("tokyo", "osaka", "kyoto", "nara"))
    asked = [key for reading in told for key in conversation.hear(reading) if key == "plan.ask_age"]
    assert len(asked) == 1


def test_who_only_tells_more_is_not_asked_once_more(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake"))
    assert "plan.ask_age" not in conversation.hear(read("report_deepfake"))


def test_an_unclear_message_is_never_taken_as_skipped(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake"))
    assert conversation.hear(read()) == ["unclear"]
    assert "age_in_image" not in conversation.context.known


def test_who_passes_over_a_question_is_not_asked_again(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake"))
    assert conversation.hear(read(answer=SKIP)) == ["plan.heard_more", "plan.ask_platform"]
    assert conversation.context.known["age_in_image"] == "skipped"


def test_the_question_asked_is_answered_first(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion", facts={"age_in_image": "under_18"}))
    assert conversation.hear(read("threatened_extortion", question="pay_or_not")) == ["question.pay_or_not"]


def test_a_question_in_the_first_message_is_answered_before_the_harm_is_taken_in(conversation: Conversation) -> None:
    said = conversation.hear(read("threatened_extortion", question="pay_or_not"))
    assert said == ["question.pay_or_not", "plan.heard_threat", "plan.ask_age"]


def test_a_question_that_an_intent_answers_is_answered(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    assert conversation.hear(read("police_report_how")) == ["plan.police"]
    assert conversation.context.topic == "report_deepfake"


def test_several_needs_the_first_is_served_and_the_second_named_and_come_back_to(conversation: Conversation) -> None:
    facts = {"age_in_image": "adult", "platform": ["x"]}
    decision = decide(
        read("report_deepfake", "lawyer_compensation", facts=facts), context=Context(), table=conversation.table
    )
    assert decision.said[-1].topics == ("lawyer_compensation",)
    assert decision.offered == ("lawyer_compensation",)
    later = Context(topic="report_deepfake", known=facts, offered=decision.offered)
    assert keys(decide(read("affirm"), context=later, table=conversation.table)) == ["plan.lawyer"]
    assert decide(read("affirm"), context=later, table=conversation.table).offered == ()


def test_more_of_the_same_goes_on_with_the_plan(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion", facts={"age_in_image": "adult"}))
    assert conversation.hear(read("takedown_how")) == ["plan.heard_takedown", "plan.next"]
    assert conversation.context.topic == "threatened_extortion"


def test_who_made_one_stays_one_who_made_one(conversation: Conversation) -> None:
    assert conversation.hear(read("i_made_or_shared_it"))[0] == "plan.heard_made"
    assert conversation.context.known["role"] == "maker"
    conversation.hear(read("report_deepfake", facts={"state": ["posted"]}))
    assert (conversation.context.topic, conversation.context.known["role"]) == ("i_made_or_shared_it", "maker")


def test_a_role_that_only_the_intent_tells_can_be_corrected(table: Table) -> None:
    unsure = decide(read("i_made_or_shared_it"), context=Context(), table=table)
    assert unsure.said[0].correct
    told = decide(read("i_made_or_shared_it", facts={"role": "maker"}), context=Context(), table=table)
    assert not any(said.correct for said in told.said)


def test_who_says_it_is_about_them_is_not_taken_for_a_maker(table: Table) -> None:
    decision = decide(read("i_made_or_shared_it", facts={"role": "self"}), context=Context(), table=table)
    assert decision.facts["topic"] == "report_deepfake"


def test_a_farewell_that_is_not_clear_ends_nothing(table: Table) -> None:
    context = Context(topic="report_deepfake", known={"age_in_image": "adult", "platform": ("x",)})
    assert "goodbye" not in keys(decide(read("goodbye", confidence=0.3), context=context, table=table))
    assert keys(decide(read("goodbye", confidence=0.9), context=context, table=table)) == ["goodbye"]


def test_who_asks_something_is_not_parted_from(table: Table) -> None:
    context = Context(topic="report_deepfake", known={"age_in_image": "adult", "platform": ("x",)})
    assert "goodbye" not in keys(decide(read("goodbye", confidence=0.9, asks=True), context=context, table=table))


def test_somebody_who_wants_a_human_is_not_answered_with_anything_else(table: Table) -> None:
    decision = decide(read("talk_to_human", "threatened_extortion"), context=Context(), table=table)
    assert keys(decision) == ["human"]


def test_an_age_alone_asks_what_happened(conversation: Conversation) -> None:
    assert conversation.hear(read("i_am_minor")) == ["plan.heard_minor", "plan.ask_state"]
    assert conversation.hear(read(facts={"state": ["threatened"]}, answer=VALUE))[0] == "plan.heard_threat"
    assert conversation.context.topic == "threatened_extortion"


def test_a_fact_before_anything_else_asks_what_happened(conversation: Conversation) -> None:
    assert conversation.hear(read(facts={"age_now": 31})) == ["plan.heard_more", "plan.ask_state"]


def test_signs_without_letters_are_no_mistake(conversation: Conversation) -> None:
    assert conversation.hear(read(language="")) == ["noise"]


def test_a_third_language_is_told_once_which_there_are(conversation: Conversation) -> None:
    assert conversation.hear(read("report_deepfake", language="other")) == ["language.other"]
    assert conversation.hear(read("report_deepfake", language="other"))[0] == "plan.heard_deepfake"


def test_nothing_understood_offers_the_likeliest(conversation: Conversation) -> None:
    assert conversation.hear(read()) == ["unclear"]


@pytest.mark.parametrize(("answer", "expected"), [(YES, "menu"), (NO, "crisis.not_safe")])
def test_the_first_question_about_safety_is_understood(table: Table, answer: str, expected: str) -> None:
    assert keys(decide(read(answer=answer), context=Context(asked="safe"), table=table)) == [expected]


def test_who_asks_what_comes_next_goes_on_whatever_the_intent(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    assert conversation.hear(read("help_menu", answer=NEXT)) == ["plan.next"]
    done = read(
        "takedown_how", question="file_on_my_phone", question_confidence=0.45, facts={"reported": ["x"]}, answer=NEXT
    )
    assert conversation.hear(done) == ["plan.heard_more", "plan.next"]


def test_what_comes_next_before_anything_was_told_is_the_menu(conversation: Conversation) -> None:
    assert conversation.hear(read("help_menu", answer=NEXT)) == ["menu"]


def test_who_tells_what_happened_and_an_age_is_heard_for_what_happened(conversation: Conversation) -> None:
    facts = {"age_in_image": "under_18", "platform": ["instagram"]}
    assert conversation.hear(read("i_am_minor", "report_deepfake", facts=facts))[0] == "plan.heard_deepfake"
    assert conversation.context.topic == "report_deepfake"


def test_who_is_told_to_pay_has_not_paid(table: Table) -> None:
    told = read("threatened_extortion", question="threat_already_paid", question_confidence=0.65)
    assert keys(decide(told, context=Context(), table=table))[0] == "plan.heard_threat"
    paid = replace(told, facts={"paid": "money"})
    assert keys(decide(paid, context=Context(), table=table))[0] == "question.threat_already_paid"
    later = Context(topic="threatened_extortion")
    assert keys(decide(told, context=later, table=table))[0] == "question.threat_already_paid"


def test_what_an_intent_answers_is_said_again_only_to_who_clearly_asks_for_it_again(table: Table) -> None:
    said = table.topic("police_report_how").say[0]
    context = Context(topic="report_deepfake", said=(said,))
    near = read("police_report_how", confidence=0.6, asks=True)
    assert said not in keys(decide(near, context=context, table=table))
    plain = read("police_report_how", confidence=0.95, asks=True)
    assert keys(decide(plain, context=context, table=table))[0] == said


@pytest.mark.parametrize("question", ["now_emergency_words", "now_pills_taken", "now_panic"])
def test_words_for_the_ambulance_are_for_who_is_in_danger_or_plainly_asks_for_them(table: Table, question: str) -> None:
    said = f"question.{question}"
    near = read(question=question, question_confidence=0.7)
    assert said not in keys(decide(near, context=Context(topic="report_deepfake"), table=table))
    plain = read(question=question, question_confidence=0.95)
    assert said in keys(decide(plain, context=Context(topic="report_deepfake"), table=table))
    assert said in keys(decide(near, context=Context(topic="report_deepfake", safety="danger"), table=table))


@pytest.mark.parametrize(("state", "expected"), [("refused", "plan.refused"), ("back_again", "plan.back_again")])
def test_who_was_refused_and_who_finds_it_again_hear_two_things(
    conversation: Conversation, state: str, expected: str
) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult", "platform": ["x"]}))
    assert expected in conversation.hear(read("takedown_how", facts={"state": [state]}))


@pytest.mark.parametrize("asked", ["safe", "still_safe"])
def test_passing_over_a_question_about_safety_goes_on(table: Table, asked: str) -> None:
    context = Context(asked=asked, topic="report_deepfake", known={"age_in_image": "adult", "platform": ["x"]})
    assert keys(decide(read(answer=SKIP), context=context, table=table)) == ["plan.next"]


def test_a_feeling_is_taken_in(conversation: Conversation) -> None:
    assert conversation.hear(read("emotional_distress")) == ["plan.heard_distress", "distress.listen"]


def test_no_more_than_three_bubbles_are_decided_on(table: Table) -> None:
    for topic in table.topics:
        for question in ("", "pay_or_not"):
            assert len(decide(read(topic, question=question), context=Context(), table=table).said) <= 3


def test_every_rule_says_in_one_sentence_what_it_does() -> None:
    assert all(rule.__doc__ and "\n" not in rule.__doc__ for rule in ORDER)


def test_a_language_that_is_only_mentioned_is_no_need(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake", facts={"age_in_image": "adult"}))
    said = conversation.hear(read("change_language", facts={"platform": ["unknown"]}, answer=VALUE))
    assert said == ["plan.heard_more", "plan.next"]
    assert conversation.hear(read("change_language")) == ["unclear"]


def test_a_step_told_to_be_done_is_noted_and_goes_on_however_near_a_question_is(conversation: Conversation) -> None:
    conversation.hear(read("threatened_extortion"))
    conversation.context = replace(conversation.context, asked="")
    done = read("threatened_extortion", answer=DONE, question="threat_block_or_not", question_confidence=0.9)
    assert conversation.hear(done)[-1] in ("plan.next", "plan.ask_age")


def test_a_courtesy_never_comes_before_what_is_wanted(conversation: Conversation) -> None:
    assert conversation.hear(read("thanks", "contact_paps")) == list(conversation.table.topic("contact_paps").say)
    assert conversation.hear(read("deny", "emotional_distress"))[0] == "plan.heard_distress"


def test_who_denies_a_wish_to_die_is_asked_how_they_are(conversation: Conversation) -> None:
    said = conversation.hear(read("deny", danger=Danger(passed=True)))
    assert said[0] == "plan.heard_distress"


def test_a_question_that_what_is_known_rules_out_is_not_answered(conversation: Conversation) -> None:
    conversation.hear(read("report_deepfake"))
    grown_up = read("i_am_minor", facts={"age_in_image": "adult"}, question="adult_now_child_then", answer=VALUE)
    assert "question.adult_now_child_then" not in conversation.hear(replace(grown_up, question_confidence=0.7))


def test_whoever_is_harmed_or_helps_is_not_offered_to_have_made_it(table: Table) -> None:
    """A threat told in the words of the one who threatens sounds like a confession to a classifier."""
    for role in ("self", "parent"):
        facts = {"role": role, "state": ["threatened"], "age_in_image": "adult"}
        decision = decide(
            read("threatened_extortion", "i_made_or_shared_it", facts=facts), context=Context(), table=table
        )
        assert all("i_made_or_shared_it" not in said.topics for said in decision.said)


def test_who_thanks_and_may_feel_a_little_better_is_thanked(table: Table) -> None:
    needs = (Need("thanks", 1.0), Need("emotional_distress", 0.55))
    context = Context(topic="i_made_or_shared_it", known={"role": "maker", "age_in_image": "adult"})
    assert keys(decide(replace(read(), needs=needs), context=context, table=table)) == ["thanks"]
    worse = (Need("thanks", 1.0), Need("emotional_distress", 0.8))
    assert keys(decide(replace(read(), needs=worse), context=context, table=table)) != ["thanks"]


def test_who_asks_what_happens_to_those_who_do_it_has_confessed_nothing(table: Table) -> None:
    asked = read("i_made_or_shared_it", confidence=0.7, asks=True, question="law_maker_minor", question_confidence=0.95)
    decision = decide(asked, context=Context(), table=table)
    assert [said.key for said in decision.said] == ["question.law_maker_minor"]
    assert "topic" not in decision.facts
