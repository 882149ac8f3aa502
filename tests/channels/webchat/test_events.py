"""What an open page is told: each message once, and whatever came before it listened."""

from bot.channels.webchat.events import news_for
from tests.fakes.public_site import Public, Visit


async def test_a_page_is_told_of_what_it_missed_and_of_each_message_once(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    last = (await public.services.conversations.messages(chat.id))[-1].seq
    told = aiter(news_for(public.webchat, chat.id, 1))
    first = await anext(told)
    assert (first.event, first.data) == ("news", str(last))
    for number in (last, last + 1, last + 1):  # by delivery, and by the switchboard
        public.webchat.fanout.publish(chat.id, "news", number)
    public.webchat.fanout.publish(chat.id, "seen")
    heard = [await anext(told) for _ in range(2)]
    assert [(one.event, one.data) for one in heard] == [("news", str(last + 1)), ("seen", "1")]


async def test_a_page_is_told_that_the_chat_went_on_without_a_message(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    last = (await public.services.conversations.messages(chat.id))[-1].seq
    told = aiter(news_for(public.webchat, chat.id, last))
    assert (await anext(told)).event is None
    public.webchat.fanout.publish(chat.id, "news")
    assert (await anext(told)).event == "news"
