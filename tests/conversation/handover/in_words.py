"""Somebody who wants a human and writes instead of pressing."""

from bot.conversation.model import Author, Call, Conversation, Counsellor, CounsellorId
from bot.conversation.ports import Staffing
from bot.language import Language
from tests.fakes.assistant import reply
from tests.fakes.services import FakeServices

SATO = Counsellor(id=CounsellorId("sato"), name="Sato")
JA, EN = Language.JA, Language.EN
EARLIER = {JA: "こないだ部活の先輩に相談したら笑われた", EN: "i told a teammate and he laughed"}
WANTS = {JA: "ちゃんとした人と話したい", EN: "can i get a real person"}
DANGER = {JA: "もう死にたい、早くだれか来て", EN: "i want to die, please somebody come"}


async def person(services: FakeServices, language: Language, *, staffing: Staffing = Staffing.PRESENT) -> Conversation:
    """Return the chat of somebody who wrote something, and asked for a human."""
    services.availability.now = staffing
    conversation = await services.begin(language=language)
    services.assistant.otherwise = reply("chitchat")
    await services.write(conversation, EARLIER[language])
    services.assistant.otherwise = reply("human", intent="talk_to_human")
    await services.write(conversation, WANTS[language])
    services.assistant.otherwise = reply("menu")
    return conversation


async def call_of(services: FakeServices, conversation: Conversation) -> Call:
    """Return the call of a conversation."""
    call = await services.conversations.person.call_of(conversation.id)
    assert call is not None
    return call


async def sees(services: FakeServices, conversation: Conversation) -> list[str]:
    """Return the person's words that the counsellor sees who comes, or has come."""
    chat = await services.conversations.counsellor.take(conversation.id, SATO, most=9)
    return [message.text for message in chat.messages if message.author is Author.PERSON]
