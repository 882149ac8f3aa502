"""What the actions decide, as Rasa asks them: with a tracker and a dispatcher of rasa-sdk."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.decisions import NOT_TOPICS, YES_NO, Answer, NextStep, OfferTopics

SLOTS = ("topic", "platform", "age_in_image", "role", "state", "prefecture", "file_on_device")


class Decided:
    """What an action said and set."""

    def __init__(
        self,
        action: Action,
        intent: str,
        *,
        slots: dict[str, Any] | None = None,
        entities: dict[str, str] | None = None,
        asked: str = "",
        ranking: tuple[str, ...] = (),
        before: tuple[str, ...] = (),
    ) -> None:
        latest = {
            "intent": {"name": intent, "confidence": 0.9},
            "entities": [{"entity": name, "value": value} for name, value in (entities or {}).items()],
            "intent_ranking": [{"name": name, "confidence": 0.5} for name in ranking],
            "metadata": {"asked": asked},
        }
        events = [{"event": "action", "name": name} for name in before]
        filled = {**dict.fromkeys(SLOTS), **(slots or {})}
        tracker = Tracker("someone", filled, latest, events, False, None, {}, "action_listen")  # noqa: FBT003
        dispatcher = CollectingDispatcher()
        set_slots = action.run(dispatcher, tracker, {})
        self.said: list[dict[str, Any]] = dispatcher.messages
        self.keys = [message["response"] for message in dispatcher.messages]
        self.set = {event["name"]: event["value"] for event in set_slots}


def test_the_actions_are_those_of_the_domain(root: Path) -> None:
    domain = yaml.safe_load((root / "domain.yml").read_text(encoding="utf-8"))
    assert [action().name() for action in (NextStep, Answer, OfferTopics)] == domain["actions"]
    assert set(domain["slots"]) == set(SLOTS)


class TestNextStep:
    """A journey is opened, taken up, or changed by what is said next."""

    def test_a_journey_begins_and_its_topic_is_remembered(self) -> None:
        decided = Decided(NextStep(), "report_deepfake")
        assert decided.keys == ["heard.deepfake", "plan.start", "ask.age"]
        assert decided.set == {"topic": "report_deepfake"}

    def test_what_became_known_goes_with_every_key(self) -> None:
        decided = Decided(NextStep(), "threatened_extortion")
        assert decided.set == {"state": "threatened", "topic": "threatened_extortion"}
        assert all(message["slots"] == decided.set for message in decided.said)

    def test_a_whole_story_is_not_asked_about(self) -> None:
        decided = Decided(NextStep(), "report_deepfake", slots={"age_in_image": "adult", "platform": ["x"]})
        assert decided.keys == ["heard.deepfake", "plan.start", "plan.next"]

    def test_a_new_story_changes_the_topic(self) -> None:
        decided = Decided(NextStep(), "threatened_extortion", slots={"topic": "report_deepfake"})
        assert decided.keys[0] == "plan.heard_threat"
        assert decided.set["topic"] == "threatened_extortion"

    def test_an_answer_that_sounds_like_a_story_goes_on_with_the_one_there_is(self) -> None:
        slots = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["x"]}
        decided = Decided(NextStep(), "takedown_how", slots=slots, entities={"platform": "x"}, asked="platform")
        assert decided.keys == ["plan.next"]
        assert decided.set == {}

    def test_an_age_in_the_middle_of_a_journey_is_taken_in_and_the_journey_goes_on(self) -> None:
        decided = Decided(NextStep(), "i_am_minor", slots={"topic": "report_deepfake"})
        assert decided.keys == ["heard.minor", "ask.platform"]
        assert decided.set == {"age_in_image": "under_18"}

    def test_an_age_alone_is_asked_about_once(self) -> None:
        decided = Decided(NextStep(), "i_am_minor")
        assert decided.keys == ["heard.minor", "ask.state"]
        assert decided.set == {"age_in_image": "under_18", "topic": "i_am_minor"}


class TestAnswer:
    """A yes, a no, or a pressed answer means what was asked."""

    @pytest.mark.parametrize("asked", YES_NO)
    def test_a_question_about_safety_is_answered_before_everything_else(self, asked: str) -> None:
        slots = {"topic": "report_deepfake"}
        yes, no = (Decided(Answer(), intent, slots=slots, asked=asked).keys for intent in ("affirm", "deny"))
        assert (yes, no) == tuple([key] for key in YES_NO[asked])

    def test_not_being_safe_is_danger(self) -> None:
        assert Decided(Answer(), "deny", asked="safe").keys == ["crisis.not_safe"]
        assert Decided(Answer(), "affirm", asked="wish").keys == ["crisis.suicide"]

    def test_a_pressed_answer_leads_to_the_next_question(self) -> None:
        slots = {"topic": "report_deepfake", "age_in_image": "under_18"}
        decided = Decided(Answer(), "affirm", slots=slots, entities={"age_in_image": "under_18"}, asked="age_in_image")
        assert decided.keys == ["heard.more", "ask.platform"]

    def test_the_last_answer_leads_to_the_next_step(self) -> None:
        slots = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["x"]}
        decided = Decided(Answer(), "affirm", slots=slots, entities={"platform": "x"}, asked="platform")
        assert decided.keys == ["plan.next"]

    @pytest.mark.parametrize("intent", ["affirm", "deny"])
    @pytest.mark.parametrize(("asked", "value"), [("age_in_image", "skipped"), ("platform", ["unknown"])])
    def test_a_bare_yes_or_no_to_an_open_question_skips_it(self, intent: str, asked: str, value: object) -> None:
        decided = Decided(Answer(), intent, slots={"topic": "report_deepfake"}, asked=asked)
        assert decided.set == {asked: value}
        assert decided.keys[0] == "heard.more"

    @pytest.mark.parametrize(("intent", "value"), [("affirm", "yes"), ("deny", "no")])
    def test_the_file_on_the_device_is_a_yes_or_a_no(self, intent: str, value: str) -> None:
        slots = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["x"]}
        decided = Decided(Answer(), intent, slots=slots, asked="file_on_device")
        assert decided.set == {"file_on_device": value}
        assert decided.keys == ["plan.next"]

    @pytest.mark.parametrize(
        ("state", "topic"), [("threatened", "threatened_extortion"), ("posted", "report_deepfake")]
    )
    def test_a_minors_situation_becomes_the_topic(self, state: str, topic: str) -> None:
        slots = {"topic": "i_am_minor", "age_in_image": "under_18", "state": state}
        decided = Decided(Answer(), "affirm", slots=slots, entities={"state": state}, asked="state")
        assert decided.set == {"topic": topic}
        assert decided.keys[0] == "plan.start"

    def test_a_minor_who_skips_the_question_has_a_topic_too_and_no_step_comes_twice(self) -> None:
        slots: dict[str, Any] = {"topic": "i_am_minor", "age_in_image": "under_18"}
        first = Decided(Answer(), "deny", slots=slots, asked="state")
        assert first.keys == ["plan.start", "ask.platform"]
        assert first.set == {"state": "skipped", "topic": "report_deepfake"}
        then = {**slots, **first.set, "platform": ["x"]}
        assert Decided(Answer(), "affirm", slots=then, entities={"platform": "x"}, asked="platform").keys == [
            "plan.next"
        ]

    def test_a_yes_goes_on_and_a_no_rests(self) -> None:
        slots = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["x"]}
        assert Decided(Answer(), "affirm", slots=slots).keys == ["plan.next"]
        assert Decided(Answer(), "deny", slots=slots).keys == ["deny.open"]

    def test_without_a_journey_a_yes_and_a_no_are_open(self) -> None:
        assert Decided(Answer(), "affirm").keys == ["affirm.open"]
        assert Decided(Answer(), "deny").keys == ["deny.open"]

    def test_an_answer_without_a_journey_starts_one(self) -> None:
        decided = Decided(Answer(), "affirm", entities={"platform": "x"}, slots={"platform": ["x"]})
        assert decided.keys == ["heard.more", "plan.start"]

    def test_what_the_tracker_lacks_does_not_break_it(self) -> None:
        tracker = Tracker("someone", {}, None, [], False, None, {}, None)  # noqa: FBT003
        for action in (Answer(), OfferTopics()):
            dispatcher = CollectingDispatcher()
            action.run(dispatcher, tracker, {})
            assert dispatcher.messages


class TestOfferTopics:
    """Not understood: likely topics and a human, never the same words twice."""

    RANKING = ("nlu_fallback", "greet", "doxxed", "crisis_suicide", "takedown_how", "immediate_danger", "is_it_illegal")

    def test_the_three_likeliest_topics_are_offered(self) -> None:
        decided = Decided(OfferTopics(), "nlu_fallback", ranking=self.RANKING)
        assert decided.keys == ["unclear"]
        assert decided.said[0]["topics"] == ["doxxed", "takedown_how", "immediate_danger"]

    def test_the_second_time_it_is_said_in_other_words(self) -> None:
        before = ("action_listen", "action_offer_topics", "action_listen")
        assert Decided(OfferTopics(), "nlu_fallback", ranking=self.RANKING, before=before).keys == ["unclear.again"]
        between = ("action_offer_topics", "action_listen", "utter_cost", "action_listen")
        assert Decided(OfferTopics(), "nlu_fallback", ranking=self.RANKING, before=between).keys == ["unclear"]

    def test_a_place_that_no_list_holds_is_a_place_not_known(self) -> None:
        slots = {"topic": "report_deepfake", "age_in_image": "adult"}
        decided = Decided(OfferTopics(), "nlu_fallback", slots=slots, asked="platform", ranking=self.RANKING)
        assert (decided.keys, decided.set) == (["plan.next"], {"platform": ["unknown"]})

    def test_an_answer_that_was_understood_is_kept(self) -> None:
        slots = {"topic": "report_deepfake", "age_in_image": "adult", "platform": ["x"]}
        decided = Decided(OfferTopics(), "nlu_fallback", slots=slots, asked="platform", entities={"platform": "x"})
        assert (decided.keys, decided.set) == (["plan.next"], {})

    def test_wishes_to_die_and_small_talk_are_never_offered_as_a_topic(self) -> None:
        assert {"crisis_suicide", "crisis_self_harm", "greet", "chitchat", "nlu_fallback"} <= NOT_TOPICS
