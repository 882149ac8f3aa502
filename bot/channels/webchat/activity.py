"""What an open page tells without a word: that the person is writing, and how far they have read. Nothing of typing is kept."""

from litestar import post

from bot.channels.webchat.context import CurrentConversation, Webchat
from bot.channels.webchat.forms import SeenForm
from bot.conversation.handover.stages import Stage
from bot.web.forms import Form, number_of

_NOTHING = 204


@post("/typing", status_code=_NOTHING)
async def typing(webchat: Webchat, conversation: CurrentConversation) -> None:
    """Tell the counsellor who has the chat that the person is writing."""
    if conversation is None or conversation.stage is not Stage.COUNSELLOR:
        return
    call = await webchat.conversations.person.call_of(conversation.id)
    if call is not None and call.counsellor is not None:
        webchat.fanout.publish(webchat.console_of(call.counsellor.id), "typing", conversation.id)


@post("/seen", status_code=_NOTHING)
async def seen(data: Form[SeenForm], webchat: Webchat, conversation: CurrentConversation) -> None:
    """Note how far the person has read, where there is a counsellor whom that concerns."""
    if conversation is None or conversation.stage is Stage.ASSISTANT:
        return
    await webchat.conversations.counsellor.seen(conversation.id, number_of(data.seq), by_person=True)
