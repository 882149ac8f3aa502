"""The handover status above the box: the place in the queue, who speaks, what was shared, what comes after the end."""

import html
from datetime import timedelta

import pytest

from bot.conversation.handover.stages import Stage
from bot.conversation.ports import Staffing
from tests.fakes.public_site import MIKA, Public, Visit, console
from tests.fakes.services import KEEP_COUNSELLED
from tests.journeys.visitor import box_in, choices_in, notice_in
from tests.journeys.words import label

TOO_FEW, ENOUGH = 4, 5


def says(page: str, visitor: Visit, text: str, **fills: object) -> bool:
    return label(text, visitor.language) % fills in html.unescape(page)


async def test_without_a_call_nothing_is_shown(visitor: Visit) -> None:
    assert "status-state" not in await visitor.page()
    await visitor.writes("hello")
    assert "status-state" not in await visitor.page("/status")


async def test_who_waits_sees_the_place_and_can_stop(visitor: Visit, public: Public) -> None:
    await (public.visitor()).waits()
    await visitor.waits()
    for path in ("/", "/status"):
        page = await visitor.page(path)
        assert says(page, visitor, "Waiting for a counsellor: you are number %(n)s in line", n=2)
        assert "call:give_up" in choices_in(page)
    await visitor.presses("call:give_up")
    assert "status-state" not in await visitor.page("/status")
    assert (await visitor.chat()).stage is Stage.ASSISTANT


@pytest.mark.parametrize("known", [TOO_FEW, ENOUGH])
async def test_a_range_is_said_only_where_enough_is_known(visitor: Visit, public: Public, known: int) -> None:
    async with public.services.archive.work() as records:
        for minutes in range(6, 6 + known):
            await records.counts.add_wait(minutes * 60, at=public.services.clock.now())
    await visitor.waits()
    words = "Lately it has often taken %(low)s to %(high)s minutes. It can be shorter or longer."
    assert says(await visitor.page(), visitor, words, low=5, high=10) == (known == ENOUGH)


async def test_who_left_a_message_is_told_that_it_is_kept(visitor: Visit) -> None:
    await visitor.waits("message_nothing")
    assert says(await visitor.page(), visitor, "Your message is kept. A counsellor reads it when one is here.")


async def test_who_speaks_is_named_and_is_a_person(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    await public.says(await visitor.chat(), "<b>hi</b> https://example.com")
    page = await visitor.page()
    assert says(page, visitor, "%(name)s is talking with you: a counsellor, a person", name=MIKA.name)
    bubble = (await visitor.bubbles())[-1]
    assert bubble.author == "counsellor"
    assert bubble.text == "<b>hi</b> https://example.com"
    assert MIKA.name in bubble.source
    assert label("counsellor, a person", visitor.language) in bubble.source
    assert "<a " not in page[page.rindex("<article") : page.rindex("</article>")]


async def test_a_button_that_the_counsellor_sent_can_be_pressed_after_more_words_too(
    visitor: Visit, public: Public
) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    await public.says(chat, key="paps")
    await public.says(chat, "take your time")
    bubbles = await visitor.bubbles()
    assert [bubble.author for bubble in bubbles[-2:]] == ["counsellor", "counsellor"]
    offered = choices_in(bubbles[-2].source)
    assert "plan:next" in offered
    await visitor.presses("plan:next")
    last = (await visitor.bubbles())[-1]
    assert last.author == "person"
    assert (await visitor.chat()).stage is Stage.COUNSELLOR


async def test_the_end_is_asked_about_beside_the_chat_and_not_offered_in_a_bubble(visitor: Visit) -> None:
    await visitor.talks()
    assert "call:end" not in choices_in((await visitor.bubbles())[-1].source)
    page = await visitor.page()
    assert "call:end" in choices_in(page)
    assert says(
        page, visitor, "End the chat with %(name)s? You can still read it, and talk to a counsellor again.", name="Mika"
    )


@pytest.mark.parametrize(
    ("share", "words"),
    [
        ("everything", "You chose that the counsellor can read all of this chat."),
        (
            "nothing",
            "The counsellor cannot see what was said before you asked for them. They only see if it sounded as if someone is in danger. What you wrote when you asked for them, and since then, they can read.",
        ),
    ],
)
async def test_what_was_shared_is_shown_afterwards(visitor: Visit, share: str, words: str) -> None:
    await visitor.waits(share)
    assert says(await visitor.page(), visitor, words)
    await visitor.public.takes(await visitor.chat())
    assert says(await visitor.page(), visitor, words)


async def test_a_lost_connection_is_said_and_another_counsellor_can_be_called(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    await public.services.conversations.counsellor.say_lost(MIKA.id)
    page = await visitor.page()
    assert says(page, visitor, "The connection to %(name)s is lost. What you wrote is kept.", name=MIKA.name)
    await visitor.presses("call:requeue")
    assert says(await visitor.page(), visitor, "Waiting for a counsellor: you are number %(n)s in line", n=1)


async def test_only_what_the_counsellor_may_see_is_ever_called_read(visitor: Visit, public: Public) -> None:
    await visitor.talks("nothing")
    chat, read = await visitor.chat(), label("Read by the counsellor", visitor.language)
    call = await public.webchat.conversations.person.call_of(chat.id)
    assert call is not None
    await public.services.conversations.counsellor.seen(chat.id, call.visible_from - 1, by_person=False)
    assert read not in (await visitor.page()).split("<template", maxsplit=1)[0]
    asked = {"ja": "これは読めますか", "en": "can you read this"}[visitor.language]
    await visitor.writes(asked)
    last = (await public.services.conversations.messages(chat.id))[-1].seq
    await public.services.conversations.counsellor.seen(chat.id, last, by_person=False)
    marked = [bubble.text for bubble in await visitor.bubbles() if read in bubble.source]
    assert marked == [asked]


async def test_an_ended_chat_can_be_read_and_not_written_in(visitor: Visit) -> None:
    await visitor.is_closed()
    page = await visitor.page()
    assert says(page, visitor, "This chat has ended")
    assert '<form id="composer" class="composer" method="post" action="/messages" hidden>' in page
    assert "hello" in page or "こんにちは" in page


@pytest.mark.parametrize("live", [True, False], ids=["live", "without JavaScript"])
async def test_a_message_into_an_ended_chat_is_refused_and_kept(visitor: Visit, *, live: bool) -> None:
    await visitor.is_closed()
    answer = await visitor.writes("one more thing", live=live)
    assert answer.status_code == 409
    assert notice_in(answer.text)
    if not live:
        assert box_in(answer.text) == ""
        assert '<textarea id="unsent"' in answer.text
        assert "one more thing" in answer.text
    assert "one more thing" not in [bubble.text for bubble in await visitor.bubbles()]


@pytest.mark.parametrize("text", ["もう死にたい", "i want to die"])
async def test_emergency_words_come_in_an_ended_chat_too(visitor: Visit, text: str) -> None:
    await visitor.is_closed()
    answer = await visitor.writes(text)
    assert answer.status_code == 409
    bubbles = await visitor.bubbles()
    assert bubbles[-1].danger
    assert "tel:" in bubbles[-1].source
    assert choices_in(bubbles[-1].source) == []


async def test_a_new_chat_takes_what_was_not_sent_and_leaves_the_old_one_kept(visitor: Visit, public: Public) -> None:
    await visitor.is_closed()
    old, token = await visitor.chat(), visitor.token
    answer = await visitor.sends("/new", text="one more thing")
    assert answer.is_redirect
    assert visitor.token not in ("", token)
    new = await visitor.chat()
    assert new.id != old.id
    assert [bubble.text for bubble in await visitor.bubbles() if bubble.author == "person"] == ["one more thing"]
    assert await public.services.conversations.get(old.id) is not None


async def test_a_new_chat_without_a_text_begins_with_the_first_screen(visitor: Visit) -> None:
    await visitor.is_closed()
    await visitor.sends("/new")
    assert not await visitor.has_chat()
    assert [bubble.author for bubble in await visitor.bubbles()] == ["assistant"]


async def test_a_second_press_on_new_does_not_leave_the_new_chat(visitor: Visit) -> None:
    await visitor.is_closed()
    await visitor.sends("/new", text="one more thing")
    new = await visitor.chat()
    await visitor.sends("/new", text="and another")
    assert (await visitor.chat()).id == new.id
    written = [bubble.text for bubble in await visitor.bubbles() if bubble.author == "person"]
    assert written == ["one more thing", "and another"]


@pytest.mark.parametrize("share", ["everything", "summary", "nothing"])
async def test_an_ended_chat_is_opened_again_with_what_is_chosen_to_be_seen(
    visitor: Visit, public: Public, share: str
) -> None:
    await visitor.is_closed()
    assert f'name="share" value="{share}"' in await visitor.page()
    await visitor.sends("/reopen", share=share)
    chat = await visitor.chat()
    call = await public.webchat.conversations.person.call_of(chat.id)
    assert chat.stage is Stage.WAITING
    assert call is not None
    assert (call.share.value, call.later) == (share, False)


@pytest.mark.parametrize("share", ["everything", "summary", "nothing"])
async def test_with_nobody_there_a_message_is_left_and_nobody_is_promised(
    visitor: Visit, public: Public, share: str
) -> None:
    await visitor.is_closed()
    public.services.availability.now = Staffing.AWAY
    page = await visitor.page()
    assert f'value="{share}"' not in page
    assert f'value="message_{share}"' in page
    refused = await visitor.sends("/reopen", share=share, text="are you there")
    assert refused.status_code == 409
    assert "are you there" in refused.text
    assert (await visitor.chat()).stage is Stage.CLOSED
    await visitor.sends("/reopen", share=f"message_{share}")
    call = await public.webchat.conversations.person.call_of((await visitor.chat()).id)
    assert call is not None
    assert (call.share.value, call.later) == (share, True)


async def test_where_nobody_works_no_counsellor_is_offered(visitor: Visit, public: Public) -> None:
    await visitor.is_closed()
    public.services.availability.now = Staffing.NONE
    assert 'name="share"' not in await visitor.page()
    await visitor.sends("/reopen", share="message_everything")
    assert (await visitor.chat()).stage is Stage.CLOSED


async def test_a_text_that_was_not_sent_is_in_the_box_when_the_chat_is_open_again(visitor: Visit) -> None:
    await visitor.is_closed()
    answer = await visitor.sends("/reopen", share="everything", text="what i wanted to say")
    assert box_in(answer.text) == "what i wanted to say"


async def test_the_language_can_be_changed_after_the_end(visitor: Visit) -> None:
    await visitor.is_closed()
    other = {"ja": "en", "en": "ja"}[visitor.language]
    await visitor.sends("/language", lang=other)
    assert f'<html lang="{other}">' in await visitor.page()
    assert (await visitor.chat()).stage is Stage.CLOSED


async def test_starting_again_with_a_counsellor_asks_before_anything_is_erased(visitor: Visit) -> None:
    await visitor.talks()
    answer = await visitor.sends("/again")
    assert answer.headers["location"] == "/delete"
    assert await visitor.has_chat()


async def test_the_page_knows_how_long_a_chat_is_really_kept(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    whole = int(KEEP_COUNSELLED.total_seconds())
    assert f'data-keep="{whole}" data-left="{whole}"' in await visitor.page("/status")
    public.services.clock.forward(timedelta(hours=25))
    assert f'data-left="{whole - 25 * 3600}"' in await visitor.page("/status")


async def test_typing_reaches_the_counsellors_console_and_is_kept_nowhere(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    rows = await public.database.rows()
    listening = await public.hears(console(MIKA.id))
    answer = await visitor.sends("/typing")
    assert answer.status_code == 204
    assert await listening.events() == [("typing", (await visitor.chat()).id)]
    assert await public.database.rows() == rows


@pytest.mark.parametrize("path", ["/typing", "/seen"])
async def test_signs_of_a_page_without_a_chat_begin_none(visitor: Visit, public: Public, path: str) -> None:
    answer = await visitor.sends(path, seq="3")
    assert answer.status_code == 204
    assert not visitor.token
    assert (await public.database.rows())["conversations"] == 0


async def test_who_only_waits_is_not_announced_as_writing(visitor: Visit, public: Public) -> None:
    await visitor.waits()
    listening = await public.hears(console(MIKA.id))
    await visitor.sends("/typing")
    assert await listening.events() == []


@pytest.mark.parametrize(("sent", "kept"), [("2", 2), ("999999", 0), ("x", 0), ("", 0)])
async def test_how_far_the_person_has_read_is_noted(visitor: Visit, public: Public, sent: str, kept: int) -> None:
    await visitor.talks()
    await visitor.sends("/seen", seq=sent)
    call = await public.webchat.conversations.person.call_of((await visitor.chat()).id)
    assert call is not None
    assert call.seen_by_person == kept
