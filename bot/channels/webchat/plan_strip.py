"""The plan as a strip in the chat: how far it is, and the titles of its steps."""

from bot.channels.webchat.context import PublicContext
from bot.conversation.model import Conversation
from bot.presentation.plan import PlanView, plan_list, plan_waits


def plan_strip_of(webchat: PublicContext, conversation: Conversation | None) -> PlanView | None:
    """Return the plan for the strip, None where there is none or where safety comes first."""
    if conversation is None or plan_waits(conversation):
        return None
    progress = webchat.conversations.plan.of(conversation)
    catalogue = webchat.views.catalogue
    return plan_list(progress, catalogue=catalogue, language=conversation.language) if progress else None
