"""Every key that can be said, gathered from all places that say one."""

import ast
import re
from itertools import product
from pathlib import Path
from typing import Any

import yaml

from actions.open_question import ASKS
from bot.conversation.danger.detector import DANGER_ENTRIES
from bot.conversation.danger.rungs import SAFETY_ENTRIES
from bot.conversation.turns.repetition import LADDERS
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import ROLES, Answers
from bot.language import Language

OF_THE_CONVERSATION = frozenset(
    {"welcome", "image.refused", "scripted", "scripted.again", *DANGER_ENTRIES, *SAFETY_ENTRIES}
)
"""What bot/conversation and bot/assistant/scripted.py say by themselves."""

BY_TELEGRAM = frozenset(
    {
        "telegram.language",
        "telegram.media",
        "telegram.media.kept",
        "telegram.edited",
        "telegram.flood",
        "telegram.too_long",
        "telegram.empty",
        "telegram.deleted",
        "telegram.deleted.partly",
        "telegram.deleted.refused",
        "telegram.stopped",
        "telegram.closed",
        "telegram.code",
        "telegram.code.kept",
    }
)
"""What bot/channels/telegram says by itself."""

BY_HANDOVER = frozenset(
    {
        "human.offer",
        "human.later",
        "human.message",
        "human.share",
        "human.shared.everything",
        "human.shared.summary",
        "human.shared.nothing",
        "human.not_now",
        "waiting.begun",
        "waiting.place",
        "waiting.kept",
        "waiting.added",
        "waiting.stop",
        "waiting.message",
        "waiting.given_up",
        "notice.on",
        "notice.off",
        "counsellor.joined",
        "counsellor.shared",
        "counsellor.handed_back",
        "counsellor.closed",
        "counsellor.ended_by_person",
        "counsellor.lost",
        "counsellor.lost.waiting",
        "counsellor.lost.kept",
        "counsellor.back",
    }
)
"""What bot/conversation says by itself when a counsellor is called, comes and goes."""

READY_MADE = frozenset(
    {
        "reply.greeting",
        "reply.taken_in",
        "reply.not_your_fault",
        "reply.take_your_time",
        "reply.may_i_ask",
        "reply.safe_now",
        "reply.age",
        "reply.no_image",
        "reply.one_step",
        "reply.want_most",
        "reply.still_there",
        "reply.paps",
        "reply.cannot_promise",
        "reply.confidentiality",
        "reply.handing_over",
        "reply.ending",
        "reply.telling_a_parent",
        "reply.for_parent_or_teacher",
        "reply.check_understanding",
        "reply.wait_minutes",
    }
)
"""What a counsellor can choose to say; each stands alone, without buttons."""

IN_PLACE_OF_ENTRIES = frozenset(
    {
        "identify",
        "nudify",
        "about_paps",
        "already_paid",
        "cannot_call",
        "listen",
        "not_taken_down",
        "refused_rights",
        "hotlines",
        "us_act",
        "us_forms",
        "hash_limits",
        "law_sides",
        "law_under_18",
        "unclear",
        "noise",
        "stuck",
    }
)
"""Choices that stand in no plan: what is said in place of an entry that was said before or is not for the person."""

BY_THE_TURN = frozenset(
    {
        "again", "again.more", "again.answer", "again.answer.more", "again.feeling", "again.feeling.more", "unclear.known",
        "language.other", *(rung for rungs in LADDERS.values() for rung in rungs),
    }
)  # fmt: skip
"""What bot/conversation/turns says by itself about what was said or read before."""

IN_OTHER_WORDS = ".telegram"
"""The end of a key whose words are said on Telegram in place of those of the key before it."""

_KEY = re.compile(r"[a-z_]+(?:\.[a-z_]+)+")
_WITHOUT_DOT = frozenset({"menu", "unclear"})
_MODULES = (
    "actions.topics",
    "actions.table",
    "collections.abc",
    "understanding.context",
    "understanding.known",
    "understanding.reading",
)


def domain(root: Path) -> dict[str, Any]:
    """Return domain.yml."""
    content: dict[str, Any] = yaml.safe_load((root / "domain.yml").read_text(encoding="utf-8"))
    return content


def by_actions(root: Path) -> set[str]:
    """Return every key that stands in the source of the actions."""
    found: set[str] = set()
    for name in ("decide.py", "opening.py", "topics.py"):
        tree = ast.parse((root / "actions" / name).read_text(encoding="utf-8"))
        texts = {
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        }
        found |= {text for text in texts if _KEY.fullmatch(text) or text in _WITHOUT_DOT}
    asks = {f"plan.ask_{name}" for name in ASKS.values()}
    return (found | asks) - {*_MODULES, "plan.ask_"}


def by_rasa(root: Path) -> set[str]:
    """Return every key that Rasa can say; a question leads to the entry of whoever asks it (by_questions)."""
    return {key for key in by_actions(root) if not key.startswith("question.")}


def all_answers() -> list[Answers]:
    """Return every combination of answers that a choice can depend on."""
    return [
        Answers(topic=topic, age_in_image=age, role=role, file_on_device=file)
        for topic, age, role, file in product(
            ("", "report_deepfake", "report_real_image", "i_am_minor", "helping_someone"),
            ("", "under_18", "adult", "unsure", "skipped"),
            (*ROLES, "skipped"),
            ("", "yes", "no", "skipped"),
        )
    ] + [
        Answers(topic="threatened_extortion", age_in_image=age, role=role, more={"who": who, "age_now": now})
        for age, role, who, now in product(("", "under_18", "adult"), ROLES, ("", "ex_partner"), ("", 11, 25))
    ]


def by_choices(catalogue: Catalogue) -> dict[str, set[str | None]]:
    """Return what each choice can lead to, over all answers, languages and places; None where nothing is said."""
    places = ("", "unknown", *catalogue.platforms)
    led: dict[str, set[str | None]] = {name: set() for name in catalogue.plans.choices}
    for answers, language in product(all_answers(), Language):
        for name, keys in led.items():
            for place in places if name == "report" else ("",):
                keys.add(catalogue.plans.choose(name, answers, language=language, platform=place))
    for name, keys in led.items():
        keys |= {key for variant in catalogue.plans.choices[name] for key in variant.then}
    return led


def by_buttons(catalogue: Catalogue) -> set[str]:
    """Return every entry that a button says by itself."""
    payloads = (button.payload.partition(":") for button in catalogue.buttons.values())
    return {rest for kind, _, rest in payloads if kind == "say"}


def by_questions(catalogue: Catalogue) -> set[str]:
    """Return every key that answers a question."""
    return {variant.say for question in catalogue.questions.values() for variant in question.variants}


def everything(catalogue: Catalogue, root: Path) -> set[str]:
    """Return every entry that can be said, whoever says it."""
    direct = by_rasa(root) | by_buttons(catalogue) | OF_THE_CONVERSATION
    direct |= by_questions(catalogue)
    direct |= {key for topic in catalogue.plans.topics.values() for key in topic.say}
    chosen = {key for keys in by_choices(catalogue).values() for key in keys if key}
    steps = {key for key in direct if key.startswith("plan.") and key not in catalogue.entries}
    said = (direct - steps) | chosen | BY_TELEGRAM | BY_HANDOVER | READY_MADE | BY_THE_TURN
    return said | {key for key in catalogue.entries if key.removesuffix(IN_OTHER_WORDS) in said}
