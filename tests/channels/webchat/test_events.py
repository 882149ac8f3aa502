"""What an open page is told: each message once, and whatever came before it listened."""

from bot.channels.webchat.events import news_for
from tests.fakes.public_site import Public, Visit


async def test_a_page_is_told_of_what_it_missed_and_of_each_message_once(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    last = (await public.services.conversations.messages(chat.id))[-1].seq
    told = aiter(news_for(public.webchat, chat.id, 1, token=visitor.token))
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
    told = aiter(news_for(public.webchat, chat.id, last, token=visitor.token))
    assert (await anext(told)).event is None
    public.webchat.fanout.publish(chat.id, "news")
    assert (await anext(told)).event == "news"


async def test_a_browser_that_was_shut_out_hears_nothing_of_its_former_chat(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    chat, words = await visitor.chat(), await visitor.makes_a_code()
    told = aiter(news_for(public.webchat, chat.id, 99, token=visitor.token))
    await anext(told)
    elsewhere = public.visitor(visitor.language)
    await elsewhere.sends("/return", code=words)
    await public.says(chat, "for whoever has the code")
    public.webchat.fanout.publish(chat.id, "news", 100)
    assert [one.event async for one in told] == ["gone"]


async def test_a_browser_that_another_process_shut_out_hears_it_with_the_next_beat(
    visitor: Visit, public: Public
) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    told = aiter(news_for(public.webchat, chat.id, 99, token=visitor.token, beat=0.05))
    await anext(told)
    await public.services.conversations.addresses.detach(chat.id)
    assert [one.event async for one in told] == ["gone"]


async def test_a_fourth_page_of_a_chat_takes_the_place_of_the_first(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    pages = [aiter(news_for(public.webchat, chat.id, 99, token=visitor.token)) for _ in range(4)]
    for page in pages:
        await anext(page)
    (ending,) = [one async for one in pages[0]]
    assert ending.retry is not None
    assert ending.event is None
    public.webchat.fanout.publish(chat.id, "typing")
    assert [(await anext(page)).event for page in pages[1:]] == ["typing"] * 3


async def test_when_every_place_is_taken_a_page_is_told_to_look_by_itself(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    public.limit_streams(1)
    with public.webchat.streams.opened(chat.id):
        assert (await visitor.opens("/events")).status_code == 429
        assert (await visitor.opens("/messages?after=0")).status_code == 200
