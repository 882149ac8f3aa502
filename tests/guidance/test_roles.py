"""Nobody is told what is for somebody else: roles and ages of every entry, choice and plan."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.conversation.turns.repetition import LADDERS
from bot.guidance.catalogue import Catalogue, Fills
from bot.guidance.known import PHRASES, PLACE, known_of
from bot.guidance.plan import AGES, ROLES, Answers, Detour, Variant
from bot.guidance.plan_check import problems_of_plans
from bot.guidance.questions import PREFIX
from bot.language import Language
from tests.guidance import said

HARMED = ("", "self")
SUPPORTERS = ("parent", "teacher", "friend", "partner")
MAKERS = ("maker", "maker_parent")
AGE_IN_IMAGE = {"minor": "under_18", "adult": "adult", "careful": ""}

NO_FAULT = {
    Language.JA: r"あなたのせいでは|悪くありません|あなたは悪くない|責めないで|何も悪く|ひどいこと(?:を|が)",
    Language.EN: r"not your fault|did nothing wrong|not to blame|don't blame yourself|were wronged|is no fault",
}
NEVER: dict[tuple[str, ...], dict[Language, str]] = {
    MAKERS: NO_FAULT,
    ("maker_parent",): {
        Language.JA: r"お子さん[はも]、?何?も?悪くありません|そばにいてくれて",
        Language.EN: r"[Yy]our child did nothing wrong",
    },
    HARMED: {
        Language.JA: r"お子さん|生徒さん|そばにい(?:る|て)あなた|作った側|弁護士や保護者と決め",
        Language.EN: r"\byour child\b|\ba student\b|standing by (?:them|someone|this)|what you did",
    },
    ("teacher",): {Language.JA: r"お子さんのこと|味方だよ", Language.EN: r"\byour (?:own )?child\b"},
    ("parent",): {Language.JA: r"生徒に?は|管理職", Language.EN: r"\bthe head teacher\b|\ba student of yours\b"},
    ("friend", "partner"): {
        Language.JA: r"保護者として|お子さんに|あなたのせいではありません",
        Language.EN: r"\byour child\b|what happened to you",
    },
}
"""What is never said to some, in each language."""

SAID_BEFORE_ANYTHING_IS_KNOWN = {"made.stop", "made.who", "heard.made_or_shared", "step.helping.say", "step.helping.do",
    "step.helping.leave"}  # fmt: skip
"""Entries for the role that is not known, because a topic tells whom it comes from or is about."""
CHOSEN_BY_ROLE_ELSEWHERE = {"crisis.other.parent", "crisis.other.teacher", "crisis.other.maker", "welcome", "welcome.telegram",
    "reply.not_your_fault", "ask.file_on_device", "ask.file_on_device.again"}  # fmt: skip
TOPICS_THAT_CHOICES_NAME = ("", "report_real_image", "helping_someone", "i_made_or_shared_it")
NOT_ABOUT_WHAT_HAPPENED = ("ask.", "unclear", "telegram.", "reply.", "again", "counsellor.", "welcome", "crisis.")


def everybody() -> Iterator[tuple[str, str]]:
    """Yield every role with every age in the image."""
    yield from product(ROLES, AGES)


def answers_of(role: str, age: str, topic: str = "") -> Answers:
    return Answers(topic=topic, role=role, age_in_image=AGE_IN_IMAGE[age], platforms=("x", "discord"))


def plan_of(catalogue: Catalogue, answers: Answers) -> list[str]:
    """Return the keys of all steps of the plan, each question passed over."""
    keys = []
    step, answers = catalogue.plans.next_step(answers)
    while step:
        keys.append(step.key)
        step, answers = catalogue.plans.next_step(answers)
    return keys


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("roles", NEVER, ids=" ".join)
def test_nobody_is_told_what_is_for_somebody_else(
    catalogue: Catalogue, roles: tuple[str, ...], language: Language
) -> None:
    never = re.compile(NEVER[roles][language])
    wrong = {}
    for entry in (one for one in catalogue.entries.values() if not one.key.startswith(PREFIX)):
        text = catalogue.words.text(entry.key, language=language) or ""
        skipped = entry.key in SAID_BEFORE_ANYTHING_IS_KNOWN or entry.key.startswith(NOT_ABOUT_WHAT_HAPPENED)
        if not skipped and any(entry.fits(role, age) for role in roles for age in AGES):
            found = never.search(text)
            wrong.update({entry.key: found[0]} if found else {})
    assert wrong == {}


def test_every_choice_says_to_everybody_only_what_is_for_them(catalogue: Catalogue) -> None:
    for role, age in everybody():
        for topic, file, language in product(TOPICS_THAT_CHOICES_NAME, ("", "yes"), Language):
            answers = replace(answers_of(role, age, topic), file_on_device=file)
            for name in catalogue.plans.choices:
                key = catalogue.plans.choose(name, answers, language=language, platform="x")
                if key:
                    assert catalogue.entries[key].fits(catalogue.plans.role_of(answers), age), (name, key, role, age)


def test_whatever_is_asked_for_somebody_gets_words_that_are_for_them(catalogue: Catalogue) -> None:
    silent = set()
    for (role, age), key in product(everybody(), catalogue.entries):
        given_instead = catalogue.fitting(key, answers_of(role, age))
        if given_instead is None:
            silent.add(key)
        else:
            assert catalogue.entries[given_instead].fits(role, age), (key, given_instead, role, age)
    steps = {step for steps in catalogue.plans.plans.values() for step in steps}
    steps |= {addition.step for addition in catalogue.plans.added}
    chosen = said.by_choices(catalogue)
    told_by_a_topic_or_a_step = {key for name in steps for key in chosen[name]}
    said_later = {key for ladder in LADDERS.values() for key in ladder[1:]}  # after a first that is for them
    assert silent - told_by_a_topic_or_a_step - said_later <= CHOSEN_BY_ROLE_ELSEWHERE


def test_every_role_and_age_has_a_full_plan_for_every_topic(catalogue: Catalogue) -> None:
    topics = [name for name, topic in catalogue.plans.topics.items() if topic.plan]
    for (role, age), topic in product(everybody(), topics):
        keys = plan_of(catalogue, answers_of(role, age, topic))
        assert len(keys) >= 5, (role, age, topic)
        assert keys[-1] in ("step.end", "step.end.helper", "made.end")
        assert len(keys) == len(set(keys)) + keys.count("made.down") - ("made.down" in keys)
        who = catalogue.plans.role_of(answers_of(role, age, topic))
        assert all(catalogue.entries[key].fits(who, age) for key in keys), (role, age, topic)


def test_an_answer_that_questions_share_with_others_is_for_who_asks(catalogue: Catalogue) -> None:
    for (role, age), question in product(everybody(), catalogue.questions.values()):
        if question.choose(role=role, age=age):
            key = catalogue.answer_to(question.id, answers_of(role, age), language=Language.JA)
            assert key, (question.id, role, age)
            assert catalogue.entries[key].fits(role, age), (question.id, key, role, age)


@pytest.mark.parametrize("language", Language)
def test_no_answer_to_a_question_tells_a_maker_that_it_is_not_their_fault(
    catalogue: Catalogue, language: Language
) -> None:
    never = re.compile(NO_FAULT[language])
    for (question, role), age in product(product(catalogue.questions, MAKERS), AGES):
        key = catalogue.answer_to(question, answers_of(role, age), language=language)
        assert not (key and never.search(catalogue.words.text(key, language=language) or "")), (question, role, age)


@pytest.mark.parametrize("role", MAKERS)
def test_whoever_made_one_goes_by_their_own_plan_whatever_the_topic(catalogue: Catalogue, role: str) -> None:
    for topic in ("", *catalogue.plans.topics):
        plan = {"threatened_extortion": "maker_threat", "doxxed": "maker_doxxed"}.get(topic, role)
        assert catalogue.plans.way(Answers(topic=topic, role=role)).plan == plan
    keys = plan_of(catalogue, answers_of(role, "minor", "report_deepfake"))
    assert not {key for key in keys if key.startswith(("step.report", "step.hash", "step.threat"))}
    assert "made.under_18" in keys
    assert "made.under_18" not in plan_of(catalogue, answers_of(role, "adult"))


def test_a_topic_can_tell_who_writes_until_they_say_so_themselves(catalogue: Catalogue) -> None:
    assert catalogue.plans.role_of(Answers(topic="i_made_or_shared_it")) == "maker"
    assert catalogue.plans.role_of(Answers(topic="i_made_or_shared_it", role="skipped")) == "maker"
    assert catalogue.plans.role_of(Answers(topic="i_made_or_shared_it", role="self")) == "self"
    assert catalogue.plans.way(Answers(topic="i_made_or_shared_it", role="self")).plan == "posted"


@pytest.mark.parametrize("role", SUPPORTERS)
def test_who_stands_by_somebody_goes_by_a_plan_for_that(catalogue: Catalogue, role: str) -> None:
    for age, topic in product(AGES, ("", "report_deepfake", "takedown_how", "helping_someone", "threatened_extortion")):
        keys = plan_of(catalogue, answers_of(role, age, topic))
        assert any(key.startswith("step.helping.say") for key in keys)
        assert "ask.file_on_device" not in keys


def test_the_questions_of_a_topic_depend_on_the_role(catalogue: Catalogue) -> None:
    asks = catalogue.plans.way(Answers(topic="report_deepfake")).asks
    assert asks == ("age_in_image", "platform")
    assert catalogue.plans.way(Answers(topic="report_deepfake", role="maker")).asks == ("age_in_image",)
    assert catalogue.plans.way(Answers(topic="greet")).asks == ()


def test_the_same_is_said_in_other_words_the_next_time(catalogue: Catalogue) -> None:
    heard: list[str] = []
    for _ in range(6):
        key = catalogue.plans.choose("unclear", Answers(), said=heard)
        assert key
        heard.append(key)
    assert len(set(heard)) == 5
    assert heard[-1] == heard[-2]


@given(st.dictionaries(st.sampled_from(["role", "age_in_image", "state", "platform", "who"]), st.one_of(
    st.none(), st.text(max_size=5), st.sampled_from([*ROLES, "under_18", "posted", "x"]),
    st.lists(st.sampled_from(["posted", "x", "unknown", "refused", "no such"]), max_size=3))))  # fmt: skip
def test_what_is_known_is_said_back_in_phrases_and_never_in_a_persons_words(facts: dict[str, object]) -> None:
    assert all(key in PHRASES or key.startswith(PLACE) for key in known_of(facts))


def test_what_is_known_has_words_and_is_put_into_the_sentence(catalogue: Catalogue) -> None:
    assert set(PHRASES) <= set(catalogue.plans.phrases)
    known = known_of({"role": "parent", "age_in_image": "under_18", "platform": ["x", "unknown"], "state": ["posted"]})
    english = catalogue.say("unclear.known", language=Language.EN, fills=Fills(known=known)).text
    assert "it is about your child; the person is under 18; it is posted; X" in english
    japanese = catalogue.say("unclear.known", language=Language.JA, fills=Fills(known=known)).text
    assert "お子さんのこと、写っている人は18歳未満、もう載せられている、X" in japanese


@pytest.mark.parametrize("language", Language)
def test_every_step_has_a_name_by_which_it_is_told_again(catalogue: Catalogue, language: Language) -> None:
    steps = {name for names in catalogue.plans.plans.values() for name in names}
    chosen = said.by_choices(catalogue)
    for key in {key for name in steps for key in chosen[name] if key and not key.startswith("ask.")}:
        named = catalogue.named(key, language=language, platform="x")
        assert named, key
        assert "{" not in named
        again = catalogue.say("again", language=language, fills=Fills(title=key, platform="x")).text
        assert named in again
    assert catalogue.named("heard.more", language=language) == ""


def test_the_check_names_what_is_not_for_somebody(catalogue: Catalogue) -> None:
    plans = catalogue.plans
    broken = replace(
        catalogue,
        plans=replace(
            plans,
            choices={
                **plans.choices,
                "illegal": (Variant(say="illegal", when={}),),
                "hash": (Variant(say="step.hash.minor", when={"age": ("minor",)}),),
            },
            by_role=(Detour(when={"topic": ("weather",)}, plan="no_plan"),),
            phrases=("title.nothing",),
        ),
    )
    found = set(problems_of_plans(broken))
    assert "plans.yml: choice illegal: illegal is not for maker, adult" in found
    assert "plans.yml: choice hash: nothing for self, adult" in found
    assert "plans.yml: choice hash: step.hash.minor is not for maker, minor" in found
    assert "plans.yml: by_role: there is no plan no_plan" in found
    assert "plans.yml: by_role: there is no topic weather" in found
    assert "plans.yml: title.nothing: no words" in found
