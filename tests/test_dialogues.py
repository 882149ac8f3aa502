"""`python -m bot dialogues`: what is read, and how the turns of a conversation are judged; without Rasa."""

from pathlib import Path

import pytest

from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.model import Say
from bot.dialogue_judge import ExpectedTurn, FactCounts, Judge, PlayedTurn
from bot.dialogues import Dialogue, DialogueError, figures, read_dialogues
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import Answers
from bot.language import Language

TURN = "turns:\n- {says: こわい, right: [greet], danger: none}\n"


def dialogue(tmp_path: Path, content: str, *, folder: str = "ja") -> Path:
    (tmp_path / folder).mkdir(exist_ok=True)
    file = tmp_path / folder / "one.yml"
    file.write_text(content, encoding="utf-8")
    return file


def expected(**given: object) -> ExpectedTurn:
    usual: dict[str, object] = {
        "says": "a", "right": frozenset({"menu"}), "never": frozenset(), "facts": {}, "danger": "none", "question": "",
        "language": Language.EN,
    }  # fmt: skip
    return ExpectedTurn(**(usual | given))  # type: ignore[arg-type]


@pytest.fixture
def judge(catalogue: Catalogue) -> Judge:
    return Judge(catalogue)


def judged(judge: Judge, turn: ExpectedTurn, *keys: str, answers: Answers | None = None) -> PlayedTurn:
    return judge.judge(turn, [Say(key=key) for key in keys], language=Language.EN, answers=answers or Answers())


def fits(catalogue: Catalogue, key: str, right: str) -> bool:
    return bool(judged(Judge(catalogue), expected(right=frozenset({right})), key).is_right)


def test_the_language_of_a_dialogue_is_its_folder(tmp_path: Path) -> None:
    read = read_dialogues([dialogue(tmp_path, TURN), tmp_path])
    assert [one.language for one in read] == [Language.JA] * 2
    assert read[0] == Dialogue(name="one", language=Language.JA, turns=read[1].turns)
    assert read[0].turns[0].right == {"greet"}


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        ("turns:\n- {says: a\n", r"one\.yml:\d: "),
        ("turns:\n- {right: [], danger: none}\n", r"one\.yml: needs turns"),
        ("turns:\n- {says: a, right: [], danger: much}\n", r"one\.yml: needs turns"),
        ("[]", r"one\.yml: needs turns"),
    ],
)
def test_a_dialogue_that_cannot_be_played_is_named(tmp_path: Path, content: str, problem: str) -> None:
    with pytest.raises(DialogueError, match=problem):
        read_dialogues([dialogue(tmp_path, content)])


def test_a_folder_that_is_no_language_is_named(tmp_path: Path) -> None:
    with pytest.raises(DialogueError, match="ja or en"):
        read_dialogues([dialogue(tmp_path, TURN, folder="fr")])


def test_nothing_to_play_is_said(tmp_path: Path) -> None:
    with pytest.raises(DialogueError, match="no dialogue"):
        read_dialogues([tmp_path])


def test_what_a_person_says_is_in_no_representation(tmp_path: Path) -> None:
    assert "こわい" not in repr(read_dialogues([dialogue(tmp_path, TURN)]))


def test_any_of_the_right_entries_is_right_unless_one_that_hurts_comes_with_it(judge: Judge) -> None:
    turn = expected(right=frozenset({"menu", "paps"}), never=frozenset({"goodbye"}))
    assert judged(judge, turn, "greet", "paps").is_right
    assert not judged(judge, turn, "greet").is_right
    assert not judged(judge, turn, "paps", "goodbye").is_right
    assert judged(judge, turn, "paps", "goodbye").said_never == 1


def test_another_variant_of_the_same_choice_is_right_too(catalogue: Catalogue) -> None:
    assert fits(catalogue, "heard.threat.minor", "heard.threat")
    assert fits(catalogue, "heard.takedown.helper", "heard.takedown.maker")
    assert not fits(catalogue, "heard.search.helper", "heard.threat")


def test_a_question_fits_any_of_its_answers_and_no_other_question(catalogue: Catalogue) -> None:
    answers = [key for key in catalogue.entries if key.startswith("question.")]
    questions = sorted({".".join(key.split(".")[:2]) for key in answers})
    assert len(questions) > 1
    for key in answers:
        assert [question for question in questions if fits(catalogue, key, question)] == [".".join(key.split(".")[:2])]


@pytest.mark.parametrize(
    ("said", "right", "is_right"),
    [
        ("crisis.means.pills", "crisis.suicide", True),
        ("crisis.suicide.again", "crisis.self_harm", True),
        ("crisis.partner", "crisis.immediate", True),
        ("crisis.other.far", "crisis.other", True),
        ("crisis.other.far", "crisis.other.violence", True),
        ("crisis.suicide", "crisis.immediate", False),
        ("crisis.immediate", "crisis.suicide", False),
        ("crisis.suicide", "menu", False),
        ("doubt.ask", "crisis.suicide", False),
        ("eased.denied", "crisis.safe_now", True),
        ("crisis.suicide", "crisis.safe_now", False),
    ],
)
def test_emergency_words_fit_others_of_the_same_kind(
    catalogue: Catalogue, said: str, right: str, *, is_right: bool
) -> None:
    assert fits(catalogue, said, right) is is_right


def test_all_emergency_words_are_of_a_kind(catalogue: Catalogue) -> None:
    """An entry of no kind would fit nothing, not even the same help in other words."""
    alone = [key for key in DANGER_ENTRIES if not any(fits(catalogue, key, o) for o in DANGER_ENTRIES - {key})]
    assert alone == []


def test_an_answer_that_shows_an_emergency_number_first_is_emergency_words(judge: Judge) -> None:
    asked = expected(danger="clear")
    assert judged(judge, asked, "question.now_emergency_words.any").said_emergency
    assert not judged(judge, asked, "question.now_sleep.any", "step.police").said_emergency


def test_where_the_guidance_has_no_words_nothing_is_judged(judge: Judge) -> None:
    assert judged(judge, expected(right=frozenset()), "menu").is_right is None


def test_a_bubble_said_twice_in_a_conversation_is_counted(judge: Judge) -> None:
    assert [judged(judge, expected(), "menu").repeated for _ in range(3)] == [0, 1, 1]


def test_the_same_entry_about_another_platform_is_no_repetition(judge: Judge) -> None:
    said = [Say(key="step.platform", platform=platform) for platform in ("x", "line", "x")]
    played = [judge.judge(expected(), [one], language=Language.EN, answers=Answers()) for one in said]
    assert [turn.repeated for turn in played] == [0, 0, 1]


def test_a_question_about_something_known_is_asked_again_and_so_is_a_third_time(judge: Judge) -> None:
    told = expected(facts={"age_in_image": "under_18"})
    assert judged(judge, told, "ask.age").asked_again == 1
    assert [judged(judge, expected(), "ask.role").asked_again for _ in range(3)] == [0, 0, 1]


def test_asking_in_other_words_is_asking_again(judge: Judge) -> None:
    keys = ("ask.role", "ask.role.again", "ask.role.again")
    assert [judged(judge, expected(), key).asked_again for key in keys] == [0, 0, 1]


def test_another_language_is_counted(judge: Judge) -> None:
    assert judged(judge, expected(language=Language.JA), "menu").is_wrong_language
    assert not judged(judge, expected(), "menu").is_wrong_language


def test_facts_are_right_wrong_or_missed_value_by_value(judge: Judge) -> None:
    turn = expected(facts={"age_in_image": "adult", "platform": ["x", "line"], "role": "parent", "paid": "money"})
    answers = Answers().with_slots(
        {"age_in_image": "adult", "platform": ["x", "tiktok"], "role": "friend", "cannot_phone": "yes"}
    )
    found = judged(judge, turn, "menu", answers=answers).facts
    assert found["age_and_platform"] == FactCounts(right=2, wrong=1, missed=1)
    assert found["role_state_who"] == FactCounts(right=0, wrong=1, missed=1)
    assert found["other_facts"] == FactCounts(right=0, wrong=1, missed=1)


def test_what_was_told_earlier_or_stays_wrong_is_not_counted_once_more(judge: Judge) -> None:
    answers = Answers().with_slots({"role": "self", "platform": ["x", "line"]})
    judged(judge, expected(facts={"role": "self", "platform": ["x"]}), "menu", answers=answers)
    nothing_new = judged(judge, expected(), "menu", answers=answers)
    assert set(nothing_new.facts.values()) == {FactCounts()}


def test_a_fact_that_was_passed_over_is_not_known(judge: Judge) -> None:
    answers = Answers().with_slots({"age_in_image": "skipped", "platform": ["unknown"]})
    found = judged(judge, expected(facts={"age_in_image": "adult"}), "menu", answers=answers).facts
    assert found["age_and_platform"] == FactCounts(right=0, wrong=0, missed=1)


def test_the_figures_are_shares_and_counts_of_one_language(judge: Judge) -> None:
    told = Answers().with_slots({"age_in_image": "adult", "platform": ["x"]})
    played = [
        judged(judge, expected(question="cost", facts={"age_in_image": "adult"}), "menu", answers=told),
        judged(judge, expected(danger="clear", right=frozenset({"crisis.suicide"})), "crisis.suicide", answers=told),
        judged(judge, expected(danger="clear", right=frozenset({"crisis.suicide"})), "doubt.ask", answers=told),
        judged(judge, expected(danger="passed", right=frozenset()), "crisis.suicide.again", answers=told),
        judged(judge, expected(never=frozenset({"crisis.suicide"})), "crisis.suicide", answers=told),
        judged(judge, expected(), "doubt.harm", answers=told),
    ]
    found = figures(played, Language.EN)
    assert (found["turns"], found["turns_without_words_yet"]) == (6, 1)
    assert (found["turns_right"], found["questions_answered"]) == (0.4, 1.0)
    assert (found["danger_heard"], found["danger_emergency"], found["danger_stuck"]) == (1.0, 0.5, 1)
    assert (found["danger_false"], found["danger_asked_in_vain"]) == (0.3333, 0.3333)
    assert (found["bubbles_repeated"], found["wrong_for_this_person"], found["wrong_language"]) == (1, 1, 0)
    assert found["f1_age_and_platform"] == 0.6667
    assert found["f1_role_state_who"] is None
    assert figures(played, Language.JA)["turns_right"] is None
