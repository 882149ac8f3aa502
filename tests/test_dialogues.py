"""`python -m bot dialogues`: what is read, and how the turns of a conversation are judged; without Rasa."""

from pathlib import Path

import pytest

from bot.conversation.model import Say
from bot.dialogues import Dialogue, DialogueError, ExpectedTurn, Judge, PlayedTurn, figures, read_dialogues
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


def judged(judge: Judge, turn: ExpectedTurn, *keys: str, answers: Answers | None = None) -> PlayedTurn:
    return judge.judge(turn, [Say(key=key) for key in keys], language=Language.EN, answers=answers or Answers())


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


def test_any_of_the_right_entries_is_right_unless_one_that_hurts_comes_with_it() -> None:
    turn = expected(right=frozenset({"menu", "paps"}), never=frozenset({"goodbye"}))
    assert judged(Judge(), turn, "greet", "paps").is_right
    assert not judged(Judge(), turn, "greet").is_right
    assert not judged(Judge(), turn, "paps", "goodbye").is_right
    assert judged(Judge(), turn, "paps", "goodbye").said_never == 1


def test_where_the_guidance_has_no_words_nothing_is_judged() -> None:
    assert judged(Judge(), expected(right=frozenset()), "menu").is_right is None


def test_a_bubble_said_twice_in_a_conversation_is_counted() -> None:
    judge = Judge()
    assert [judged(judge, expected(), "menu").repeated for _ in range(3)] == [0, 1, 1]


def test_a_question_about_something_known_is_asked_again_and_so_is_a_third_time() -> None:
    judge = Judge()
    told = expected(facts={"age_in_image": "under_18"})
    assert judged(judge, told, "ask.age").asked_again == 1
    assert [judged(judge, expected(), "ask.role").asked_again for _ in range(3)] == [0, 0, 1]


def test_facts_are_known_when_the_answers_hold_them() -> None:
    turn = expected(facts={"age_in_image": "adult", "platform": ["x", "line"], "role": "parent", "paid": "yes"})
    answers = Answers(age_in_image="adult", platforms=("x",), role="parent")
    found = judged(Judge(), turn, "menu", answers=answers)
    assert (found.facts_expected, found.facts_known) == (3, 2)


def test_the_figures_are_shares_and_counts_of_one_language() -> None:
    judge = Judge()
    played = [
        judged(judge, expected(question="cost"), "menu"),
        judged(judge, expected(danger="clear", right=frozenset({"crisis.suicide"})), "crisis.suicide"),
        judged(judge, expected(danger="passed", right=frozenset()), "crisis.suicide.again"),
        judged(judge, expected(), "crisis.suicide"),
    ]
    found = figures(played, Language.EN)
    assert (found["turns"], found["turns_without_words_yet"]) == (4, 1)
    assert (found["turns_right"], found["questions_answered"]) == (0.6667, 1.0)
    assert (found["danger_heard"], found["danger_false"], found["danger_stuck"]) == (1.0, 0.5, 1)
    assert (found["bubbles_repeated"], found["wrong_language"]) == (1, 0)
    assert figures(played, Language.JA)["turns_right"] is None
