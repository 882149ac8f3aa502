"""Random talks: who writes, and what is decided on turn by turn, over everything that the guidance can be asked for."""

from dataclasses import dataclass, replace

from hypothesis import strategies as st

from bot.conversation.handover.stages import Stage
from bot.conversation.model import AssistantId, Conversation, ConversationId, Say, Understanding
from bot.conversation.turns.turn import fills_of
from bot.conversation.turns.wording import Decided, put_into_words
from bot.guidance.catalogue import Catalogue
from bot.guidance.plan import ROLES, Answers
from bot.language import Language
from tests.fakes.catalogues import shipped
from tests.fakes.clock import NOON
from understanding.reading import Danger

TURNS = 12
AGES = {"under_18": "minor", "adult": "adult", "unsure": "careful", "": "careful"}
PLACES = st.lists(st.sampled_from(["x", "instagram", "discord", "google_search", "unknown"]), max_size=2, unique=True)


def decidable(catalogue: Catalogue) -> list[str]:
    """Return every key that the assistant could decide on: entries, choices, the plan's steps, questions."""
    choices = [f"plan.{name}" for name in ("start", "next", *catalogue.plans.choices)]
    questions = [f"question.{name}" for name in catalogue.questions]
    entries = [key for key in catalogue.entries if not key.startswith("question.")]
    return [*entries, *choices, *questions]


KEYS = decidable(shipped())
SOME = st.lists(st.sampled_from(KEYS), min_size=1, max_size=3)
FEW = st.lists(st.sampled_from(KEYS), min_size=1, max_size=4).flatmap(
    lambda keys: st.lists(st.lists(st.sampled_from(keys), min_size=1, max_size=3), min_size=TURNS, max_size=TURNS)
)
TALKS = st.one_of(st.lists(SOME, min_size=TURNS, max_size=TURNS), FEW)
"""What is decided on in each turn: anything, or the same few things again and again."""

PEOPLE = st.builds(
    Answers,
    topic=st.sampled_from(["", *shipped().plans.topics]),
    role=st.sampled_from(ROLES),
    age_in_image=st.sampled_from(list(AGES)),
    platforms=PLACES.map(tuple),
)


@dataclass(kw_only=True)
class Talk:
    """A talk that is put into words turn by turn."""

    conversation: Conversation
    catalogue: Catalogue

    def turn(self, *keys: str, danger: Danger | None = None, asks: bool = True) -> tuple[Say, ...]:
        """Return what is said to some keys, and go on from there."""
        decided = Decided(
            say=[Say(key=key) for key in keys], understood=Understanding(), danger=danger or Danger(), asks=asks
        )
        said, self.conversation = put_into_words(
            decided, conversation=self.conversation, catalogue=self.catalogue, at=NOON
        )
        return said

    def words(self, say: Say) -> str:
        """Return the words of a bubble as the person reads them."""
        answers, language = self.conversation.answers, self.conversation.language
        return self.catalogue.say(say.key, language=language, fills=fills_of(say, age=answers.age)).text

    def fits(self, say: Say) -> bool:
        """Tell whether a bubble is for who writes, and for the age in the image."""
        answers = self.conversation.answers
        return self.catalogue.entries[say.key].fits(self.catalogue.plans.role_of(answers), answers.age)


def talk(answers: Answers, language: Language) -> Talk:
    """Return a talk with somebody."""
    conversation = Conversation(
        id=ConversationId("c"),
        assistant_id=AssistantId("a"),
        channel="web",
        language=language,
        language_chosen=False,
        stage=Stage.ASSISTANT,
        answers=replace(answers),
        asked="welcome",
        last_at=NOON,
        said=("welcome",),
    )
    return Talk(conversation=conversation, catalogue=shipped())
