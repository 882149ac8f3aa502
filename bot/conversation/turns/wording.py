"""From what the assistant decided to the entries that are said: by what is known, for whom it is, and nothing twice."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.conversation.model import Conversation, Say, Understanding
from bot.conversation.turns.context import ASKED
from bot.conversation.turns.repetition import Memory, mark_of, not_again
from bot.conversation.turns.safety_order import MOST_BUBBLES, with_safety
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import ASKS, REPORT, Answers, Plans, Tick
from understanding.reading import DONE, Danger, Reading

PLAN_START = "plan.start"
_STEPS = "step."
"""The beginning of the plan's steps: who asks to see the plan again sees them all again."""
_CORRECTS = "correct."
"""The beginning of the names of the buttons that correct what was assumed."""

_LAST_RESORT = "here"
"""Said where everything that was decided on has been said before."""


@dataclass(frozen=True, kw_only=True)
class Decided:
    """What the assistant decided on in a turn, and what was read in it."""

    say: Sequence[Say]
    understood: Understanding
    danger: Danger = field(default_factory=Danger)
    asks: bool = False
    """The message asks or tells something besides its danger."""
    goes_on: bool = True
    """The person goes on with what they came for by themselves."""
    only_tells: bool = False
    """They only tell something, and want nothing of the form or the plan."""
    is_wanted_again: bool = False
    """The person asked for something to be said once more."""
    on_screen: tuple[str, ...] = ()
    """Payloads of the buttons that the person sees."""


def put_into_words(
    decided: Decided, *, conversation: Conversation, catalogue: Catalogue, at: datetime | None = None
) -> tuple[tuple[Say, ...], Conversation]:
    """Return the entries to say, at most three, and the conversation after them."""
    if decided.is_wanted_again and any(say.key == PLAN_START for say in decided.say):
        conversation = replace(conversation, said=tuple(m for m in conversation.said if not m.startswith(_STEPS)))
    known = conversation.answers.with_slots(decided.understood.slots, answered=ASKED.get(conversation.asked, ""))
    known = _ticked_in_words(known, decided.understood.reading, said=conversation.said, plans=catalogue.plans)
    wording = _Wording(conversation=conversation, catalogue=catalogue, is_wanted_again=decided.is_wanted_again)
    beside, answers = wording.words(decided.say, known)
    beside = _corrections_last(beside)
    said, safety = with_safety(
        beside,
        safety=conversation.safety,
        danger=decided.danger,
        asks=decided.asks,
        goes_on=decided.goes_on,
        only_tells=decided.only_tells,
        answers=known,
        on_screen=decided.on_screen,
        catalogue=catalogue,
        at=at,
    )
    if decided.say and not said:
        said, answers = wording.words([Say(key=_LAST_RESORT)], known)
    said = said[:MOST_BUBBLES]
    after = replace(
        conversation,
        answers=next((answers[say.key] for say in reversed(said) if say.key in answers), known),
        asked=said[-1].key if said else conversation.asked,
        safety=safety,
        said=Memory(said=conversation.said).with_all(said).said,
        offered=conversation.offered if decided.understood.offered is None else decided.understood.offered,
        heard=decided.understood.heard or conversation.heard,
    )
    return tuple(said), after


def _ticked_in_words(answers: Answers, reading: Reading | None, *, said: Sequence[str], plans: Plans) -> Answers:
    """Return the answers with the step that was said last ticked, where somebody says that it is done and names no other."""
    if reading is None or reading.answer != DONE or reading.facts.get("did") or reading.facts.get("reported"):
        return answers
    last = next((mark for mark in reversed(said) if not mark.startswith(ASKS)), "")
    steps = plans.whole(answers)
    done = next((step for step in steps if mark_of(Say(key=step.key, platform=step.platform)) == last), None)
    return answers.ticked(done.name, Tick.DONE) if done else answers


def is_known(key: str, catalogue: Catalogue) -> bool:
    """Tell whether a key that the assistant decided on leads to an entry."""
    kind, _, name = key.partition(".")
    if kind == "plan" and (name in ("start", "next") or name in catalogue.plans.choices):
        return True
    return key in catalogue.entries or (kind == "question" and name in catalogue.questions)


def _corrections_last(said: Sequence[Say]) -> list[Say]:
    """Return the bubbles with the button that corrects what was assumed under the last, where it can be pressed."""
    corrections = tuple(name for say in said for name in say.buttons if name.startswith(_CORRECTS))
    if not corrections:
        return list(said)
    bare = [replace(say, buttons=tuple(name for name in say.buttons if name not in corrections)) for say in said]
    return [*bare[:-1], replace(bare[-1], buttons=(*bare[-1].buttons, corrections[0]))]


@dataclass(frozen=True, kw_only=True)
class _Wording:
    conversation: Conversation
    catalogue: Catalogue
    is_wanted_again: bool

    def words(self, decided: Sequence[Say], answers: Answers) -> tuple[list[Say], dict[str, Answers]]:
        """Return the entries for decided keys, each at most once in a conversation, and the answers after each of them."""
        memory, said, after = Memory(said=self.conversation.said), list[Say](), dict[str, Answers]()
        taken = set[str]()
        for say in decided:
            found, answers = self._entry(say, answers)
            chosen = self._for_person(found, answers) if found else None
            if chosen is None or mark_of(chosen) in taken:
                continue
            taken.add(mark_of(chosen))
            if not self.is_wanted_again:
                chosen = not_again(chosen, memory=memory, catalogue=self.catalogue, known=answers.known)
            if chosen and chosen.key not in after:
                said.append(chosen)
                after[chosen.key] = answers
                memory = memory.with_all([chosen])
        return said, after

    def _entry(self, say: Say, answers: Answers) -> tuple[Say | None, Answers]:
        """Return the entry that a decided key leads to, and the answers after it: a step of the plan counts as said."""
        kind, _, name = say.key.partition(".")
        if kind == "plan" and name in ("start", "next"):
            step, answers = self.catalogue.plans.next_step(answers.started_again() if name == "start" else answers)
            if step:
                return replace(say, key=step.key, platform=step.platform), answers
            name = "end"
        if kind == "plan" and name == REPORT and say.platform:
            step, answers = self.catalogue.plans.report_step(answers, platform=say.platform)
            return (replace(say, key=step.key, platform=step.platform) if step else None), answers
        key: str | None = say.key
        if kind == "question" and name in self.catalogue.questions:
            key = self.catalogue.answer_to(name, answers, language=self.conversation.language)
        elif kind == "plan" and name in self.catalogue.plans.choices:
            said = Memory(said=self.conversation.said).keys
            key = self.catalogue.plans.choose(name, answers, language=self.conversation.language, said=said)
        return (replace(say, key=key) if key else None), answers

    def _for_person(self, say: Say, answers: Answers) -> Say | None:
        """Return the bubble if it may be said to this role and age, else what is said in its place, None for nothing."""
        key = self.catalogue.fitting(say.key, answers, language=self.conversation.language, platform=say.platform)
        buttons = tuple(name for name in say.buttons if self._can_press(name, answers))
        return replace(say, key=key, buttons=buttons) if key else None

    def _can_press(self, name: str, answers: Answers) -> bool:
        """Tell whether a button can be offered: one that asks a question only where the question has an answer for this person."""
        kind, _, question = name.partition(".")
        if kind == "question":
            return bool(self.catalogue.answer_to(question, answers, language=self.conversation.language))
        return name in self.catalogue.buttons
