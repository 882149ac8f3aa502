"""An assistant that answers from a table."""

from collections.abc import Awaitable, Callable, Mapping

from bot.conversation.errors import AssistantUnavailable
from bot.conversation.model import AssistantId, Guess, Say, Understanding
from bot.conversation.ports import Reply, TurnInput
from understanding.reading import Danger, Need, Reading

CALM = "out_of_scope"


def reply(
    *keys: str,
    intent: str = CALM,
    confidence: float = 0.9,
    others: Mapping[str, float] | None = None,
    slots: Mapping[str, object] | None = None,
    danger: Danger | None = None,
    facts: Mapping[str, object] | None = None,
    question: str = "",
    offered: tuple[str, ...] | None = None,
) -> Reply:
    """Return a decision in few words, with the reading that led to it; facts are slots too, without an intent nothing was asked."""
    alternatives = tuple(Guess(intent=name, confidence=chance) for name, chance in (others or {}).items())
    reading = Reading(
        facts=dict(facts or {}),
        needs=(Need(intent, confidence),) if intent else (),
        question=question,
        question_confidence=confidence if question else 0.0,
        danger=danger or Danger(),
    )
    understood = Understanding(
        intent=intent,
        confidence=confidence,
        alternatives=alternatives,
        slots={**(facts or {}), **(slots or {})},
        offered=offered,
        reading=reading,
    )
    return Reply(say=tuple(Say(key=key) for key in keys), understood=understood)


class FakeAssistant:
    """Answers what the table holds for a text or a payload, else `otherwise`; a string is a fault of that kind."""

    def __init__(self, table: Mapping[str, Reply | str] | None = None, *, otherwise: Reply | str | None = None) -> None:
        """Use a table."""
        self.table: dict[str, Reply | str] = dict(table or {})
        self.otherwise = otherwise if otherwise is not None else reply("chitchat")
        self.heard: list[TurnInput] = []
        self.forgotten: list[AssistantId] = []
        self.before_answering: Callable[[], Awaitable[None]] | None = None

    async def ask(self, heard: TurnInput, *, within: float) -> Reply:
        """Return the table's answer; raise AssistantUnavailable where it holds a fault."""
        del within
        self.heard.append(heard)
        if self.before_answering is not None:
            await self.before_answering()
        answer = self.table.get(heard.payload or heard.text, self.otherwise)
        if isinstance(answer, str):
            raise AssistantUnavailable(answer)
        return answer

    async def forget(self, assistant_id: AssistantId) -> None:
        """Note what was forgotten; a fault of `otherwise` is a fault here too."""
        if isinstance(self.otherwise, str):
            raise AssistantUnavailable(self.otherwise)
        self.forgotten.append(assistant_id)
