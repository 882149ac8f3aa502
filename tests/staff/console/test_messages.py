"""Talking in a chat: every message once and in order, in every tab; what is refused is not lost."""

import re
from collections.abc import Awaitable, Callable

import pytest

from bot.conversation.model import Author, ConversationId, Share
from bot.language import Language
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.console.conftest import Calls
from tests.staff.console.steps import asks, does, numbers, takes


async def test_a_page_that_was_away_catches_up_without_doubles(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    shown = numbers((await asks(aoi, f"/chats/{chat.id}")).text)
    for text in ("ひとつ", "ふたつ", "みっつ"):
        await site.services.write(chat, text)
    news = (await asks(aoi, f"/chats/{chat.id}/messages?after={shown[-1]}")).text
    assert numbers(news) == [shown[-1] + 1, shown[-1] + 2, shown[-1] + 3]
    assert news.index("ひとつ") < news.index("ふたつ") < news.index("みっつ")
    assert numbers((await asks(aoi, f"/chats/{chat.id}/messages?after={shown[-1] + 3}")).text) == []


async def test_two_tabs_of_one_counsellor_agree(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    before = numbers((await asks(aoi, f"/chats/{chat.id}")).text)[-1]
    one = (await does(aoi, f"/chats/{chat.id}/messages", text="こんばんは", nonce="a" * 16, after=str(before))).text
    other = (await asks(aoi, f"/chats/{chat.id}/messages?after={before}")).text
    assert numbers(one) == numbers(other) == [before + 1]
    assert "こんばんは" in other


async def test_the_same_message_sent_twice_is_said_once(site: StaffSite, aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    for _ in range(2):
        answer = await does(aoi, f"/chats/{chat.id}/messages", text="ここにいます", nonce="n" * 16)
        assert answer.status_code == 200
    said = [m.text for m in await site.console.conversations.messages(chat.id) if m.author is Author.COUNSELLOR]
    assert said == ["ここにいます"]


async def test_without_scripts_a_message_leads_back_to_its_chat(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    answer = await aoi.sends(f"/chats/{chat.id}/messages", text="こんばんは")
    assert answer.headers["location"] == f"/desk#chat-{chat.id}"
    assert "こんばんは" in (await aoi.opens("/desk")).text


FROM = re.compile(r'data-from="(\d+)"')


@pytest.mark.parametrize("text", ["   ", "あ" * 4001])
async def test_a_refused_message_stays_in_the_box(aoi: Colleague, somebody_calls: Calls, text: str) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    answer = await aoi.sends(f"/chats/{chat.id}/messages", text=text)
    assert answer.status_code == 409
    assert f">{text}</textarea>" in answer.text
    live = await does(aoi, f"/chats/{chat.id}/messages", text=text)
    assert live.status_code == 409
    assert "<" not in live.text


async def test_links_and_marks_in_what_they_wrote_are_text(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("https://example.com/a <b>x</b> <script>")
    page = (await takes(aoi, chat)).text + (await aoi.opens("/desk")).text
    assert "https://example.com/a &lt;b&gt;x&lt;/b&gt; &lt;script&gt;" in page
    assert 'href="https://example.com' not in page


async def test_who_shows_nothing_is_read_from_the_call_on_only(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("まえのこと", share=Share.NOTHING)
    await site.services.write(chat, "これから")
    await takes(aoi, chat)
    page = (await aoi.opens("/desk")).text
    assert "まえのこと" not in page
    assert "これから" in page
    assert "What was before is not shown" in page
    assert "まえのこと" not in (await asks(aoi, f"/chats/{chat.id}/messages?after=0")).text


@pytest.mark.parametrize("share", [Share.EVERYTHING, Share.SUMMARY])
async def test_what_they_show_afterwards_is_fetched_and_written_down(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls, share: Share
) -> None:
    chat = await somebody_calls("まえのこと", share=Share.NOTHING)
    await site.services.write(chat, "これから")
    await takes(aoi, chat)
    page = (await aoi.opens("/desk")).text
    first, last = int(FROM.findall(page)[0]), numbers(page)[-1]
    await site.services.press(chat, f"call:share_{share.value}")
    news = (await asks(aoi, f"/chats/{chat.id}/messages?after={last}")).text
    assert ("Shares the whole chat" if share is Share.EVERYTHING else "Shares only the answers") in news
    assert "What was before is not shown" not in news
    shown_from = int(FROM.findall(news)[0])
    assert (shown_from < first) is (share is Share.EVERYTHING)
    reads = (await site.actions()).count("chat_read")
    whole = (await asks(aoi, f"/chats/{chat.id}/messages?after=0")).text
    assert ("まえのこと" in whole) is (share is Share.EVERYTHING)
    assert (await site.actions()).count("chat_read") == reads + 1


async def test_a_colleagues_chat_cannot_be_read_or_written_to(
    site: StaffSite, aoi: Colleague, ben: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("ひみつ")
    await takes(aoi, chat)
    for path in (f"/chats/{chat.id}", f"/chats/{chat.id}/messages", f"/chats/{chat.id}/case"):
        answer = await asks(ben, path)
        assert answer.status_code == 410
        assert "ひみつ" not in answer.text
        assert 'data-state="elsewhere"' in answer.text
    assert (await does(ben, f"/chats/{chat.id}/messages", text="もしもし")).status_code == 409
    assert (await does(ben, f"/chats/{chat.id}/typing")).status_code == 410
    assert (await does(ben, f"/chats/{chat.id}/seen", up_to="1")).status_code == 410
    assert "chat_replied" not in await site.actions()


@pytest.mark.parametrize(("how", "state"), [("forget", "erased"), ("end", "ended_by_person"), ("requeue", "queued")])
async def test_a_chat_that_the_person_left_says_so_in_its_place(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls, how: str, state: str
) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    moves: dict[str, Callable[[ConversationId], Awaitable[object]]] = {
        "forget": site.console.conversations.erasure.forget,
        "end": site.console.conversations.person.end,
        "requeue": site.console.conversations.person.requeue,
    }
    await moves[how](chat.id)
    answer = await asks(aoi, f"/chats/{chat.id}/messages?after=1")
    assert answer.status_code == 410
    assert f'data-state="{state}"' in answer.text
    assert "はじめ" not in answer.text
    late = await does(aoi, f"/chats/{chat.id}/messages", text="まだいますか")
    assert late.status_code == 409


async def test_reading_is_told_to_the_person_and_theirs_to_the_counsellor(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    last = numbers((await asks(aoi, f"/chats/{chat.id}")).text)[-1]
    await does(aoi, f"/chats/{chat.id}/seen", up_to=str(last))
    (call,) = await site.console.conversations.counsellor.chats_of((await site.console.presence.present())[0].id)
    assert call.seen_by_counsellor == last
    await does(aoi, f"/chats/{chat.id}/messages", text="こんばんは")
    await site.console.conversations.counsellor.seen(chat.id, last + 1, by_person=True)
    assert f'data-read="{last + 1}"' in (await asks(aoi, f"/chats/{chat.id}/messages?after={last}")).text


async def test_distressing_words_are_covered_until_they_are_opened(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("レイプされました", "さむい")
    await takes(aoi, chat)
    page = (await aoi.opens("/desk")).text
    assert page.count('<details class="cover">') == 1
    await aoi.sends("/desk/duty", most="2")
    assert '<details class="cover">' not in (await aoi.opens("/desk")).text
    assert "レイプされました" in (await aoi.opens("/desk")).text


async def test_what_the_program_said_is_there_in_both_languages(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("もう死にたい", language=Language.JA)
    await takes(aoi, chat)
    page = (await aoi.opens("/desk")).text
    assert "Read in English" in page
    assert 'lang="ja"' in page


async def test_typing_reaches_the_person_and_is_kept_nowhere(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("はじめ")
    await takes(aoi, chat)
    before = await site.database.rows()
    news = site.console.fanout.listen([chat.id])
    assert await anext(news) == ("", None)
    assert (await does(aoi, f"/chats/{chat.id}/typing")).status_code == 204
    assert await anext(news) == ("typing", "")
    await news.aclose()  # type: ignore[attr-defined]
    assert await site.database.rows() == before
