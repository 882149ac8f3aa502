"""The assistant without Rasa: it cannot read free text and says so, but every button works."""

from bot.conversation.model import AssistantId, Say, Understanding
from bot.conversation.ports import Reply, TurnInput
from bot.guidance.plan import Plans

_SCRIPTED = "scripted"


class ScriptedAssistant:
    """Answers by the topics in data/guidance/plans.yml; stores nothing."""

    def __init__(self, plans: Plans) -> None:
        self._plans = plans

    async def ask(self, turn_input: TurnInput, *, within: float) -> Reply:
        """Return at once where a button leads, or that free text cannot be read now."""
        del within
        kind, _, rest = turn_input.payload.partition(":")
        if kind == "topic" and rest in self._plans.topics:
            return self._topic(rest)
        if kind == "answer":
            slot, _, value = rest.partition("=")
            slots: dict[str, object] = {slot: [value] if slot == "platform" else value}
            return Reply(say=(Say(key="heard.more"), Say(key="plan.next")), understood=Understanding(slots=slots))
        again = turn_input.asked.startswith(_SCRIPTED)
        return Reply(say=(Say(key=f"{_SCRIPTED}.again" if again else _SCRIPTED),), understood=Understanding())

    async def forget(self, assistant_id: AssistantId) -> None:
        """Do nothing: nothing is stored."""
        del assistant_id

    def _topic(self, name: str) -> Reply:
        topic = self._plans.topics[name]
        slots: dict[str, object] = {"topic": name} if topic.plan else {}
        understood = Understanding(intent=name, confidence=1.0, slots=slots)
        # without the situation there is no next step
        onward = "plan.ask_state" if "state" in topic.asks else "plan.next"
        keys = (f"plan.{topic.heard}", onward) if topic.plan else topic.say
        return Reply(say=tuple(Say(key=key) for key in keys), understood=understood)
