"""Return codes: made, kept, typed again anywhere; and what leaving and erasing then mean."""

import html
import re
from datetime import timedelta

import pytest

from bot.channels.webchat.rate_limit import A_MINUTE, TooManyAttempts
from bot.language import Language
from tests.fakes.public_site import ELSEWHERE, Public, Visit
from tests.fakes.services import KEEP, KEEP_COUNSELLED
from tests.journeys.visitor import notice_in
from tests.journeys.words import catalogue, label

_SHOWN = re.compile(r"<b>([^<]+)</b>")
SAID = {"ja": "こんにちは", "en": "hello"}


async def of_another_device(visitor: Visit) -> Visit:
    return visitor.public.visitor(visitor.language)


def menu_of(page: str) -> dict[str, bool]:
    """Return the ways back in the menu, and whether they are seen."""
    return {way: not hidden for way, hidden in re.findall(r'id="(\w+)-item" (?:href|method)[^>]*?( hidden)?>', page)}


async def test_the_menu_always_has_a_way_back(visitor: Visit) -> None:
    assert menu_of(await visitor.page()) == {"code": False, "return": True, "again": True}
    await visitor.writes(SAID[visitor.language])
    for path in ("/", "/privacy", "/delete"):
        assert menu_of(await visitor.page(path)) == {"code": True, "return": False, "again": True}
    await visitor.makes_a_code()
    assert menu_of(await visitor.page()) == {"code": True, "return": False, "again": False}


async def test_a_code_is_named_where_a_counsellor_has_to_do_with_it(visitor: Visit, public: Public) -> None:
    await visitor.waits()
    await public.takes(await visitor.chat())
    assert 'href="/code"' in await visitor.page("/status")
    await public.closes(await visitor.chat())
    assert 'href="/code"' in await visitor.page("/status")


async def test_six_words_are_shown_in_the_language_of_the_chat_and_open_it_elsewhere(visitor: Visit) -> None:
    await visitor.talks()
    shown = await visitor.sends("/code")
    words = _SHOWN.findall(shown.text)
    assert len(words) == 6
    assert all(word.isascii() == (visitor.language == "en") for word in words)
    assert shown.headers["cache-control"] == "no-store"
    other = await of_another_device(visitor)
    chat = await visitor.chat()
    answer = await other.sends("/return", code="\n".join(words))
    assert answer.headers["location"] == "/#end"
    assert (await other.chat()).id == chat.id
    assert not await visitor.has_chat()
    assert SAID[visitor.language] in await other.page()


async def test_who_never_called_a_counsellor_leaves_with_a_code_and_comes_back(visitor: Visit, public: Public) -> None:
    await visitor.writes(SAID[visitor.language])
    chat, code = await visitor.chat(), await visitor.makes_a_code()
    await visitor.sends("/leave")
    assert not await visitor.has_chat()
    back = await of_another_device(visitor)
    await back.sends("/return", code=code)
    assert (await back.chat()).id == chat.id
    public.services.clock.forward(KEEP)
    late = await of_another_device(visitor)
    assert (await late.sends("/return", code=code)).status_code == 422


async def test_starting_again_asks_first_where_there_is_a_code(visitor: Visit) -> None:
    await visitor.writes(SAID[visitor.language])
    await visitor.makes_a_code()
    assert (await visitor.sends("/again")).headers["location"] == "/delete"
    assert await visitor.has_chat()


async def test_the_question_before_erasing_and_a_goodbye_name_the_code(visitor: Visit) -> None:
    await visitor.writes(SAID[visitor.language])
    assert '<a href="/code">' in await visitor.page("/delete")
    said = catalogue().say("goodbye", language=Language(visitor.language)).text
    assert {"ja": "合言葉", "en": "make a code"}[visitor.language] in said


async def test_pages_that_still_show_the_chat_are_emptied_when_it_is_opened_elsewhere(
    visitor: Visit, public: Public
) -> None:
    await visitor.talks()
    code = await visitor.makes_a_code()
    listening = await public.hears((await visitor.chat()).id)
    await (await of_another_device(visitor)).sends("/return", code=code)
    assert ("gone", "") in await listening.events()
    assert (await visitor.opens("/messages")).status_code == 410


async def test_no_page_has_the_words_in_an_address_and_the_server_keeps_none_in_plain(
    visitor: Visit, public: Public
) -> None:
    await visitor.talks()
    words = (await visitor.makes_a_code()).split()
    asked = await visitor.sends("/code/kept", code=" ".join(words))
    for address in re.findall(r'(?:href|action)="([^"]*)"', asked.text):
        assert sum(word in address for word in words) < len(words) // 2  # one alone can be in any address: "code"
    kept = public.database.file.read_bytes() + public.database.file.with_name("tomoshibi.sqlite-wal").read_bytes()
    assert " ".join(words).encode() not in kept


async def test_whether_the_words_were_kept_is_asked_by_one_of_them(visitor: Visit) -> None:
    await visitor.talks()
    code = await visitor.makes_a_code()
    asked = await visitor.sends("/code/kept", code=code)
    assert _SHOWN.findall(asked.text) == code.split()
    number = re.findall(r'name="number" value="(\d)"', asked.text)[0]
    word = code.split()[int(number) - 1]
    wrong = await visitor.sends("/code/kept", code=code, number=number, word="xx")
    assert wrong.status_code == 422
    assert notice_in(wrong.text)
    for typed, sure in ((f" {word.upper()} ", ""), ("", "1")):
        done = await visitor.sends("/code/kept", code=code, number=number, word=typed, sure=sure)
        assert label("You can come back", visitor.language) in done.text
        assert not any(f">{one}<" in done.text for one in code.split())


@pytest.mark.parametrize("code", ["", "one two", "<b>" * 3])
async def test_a_page_without_six_words_leads_back_to_the_beginning(visitor: Visit, code: str) -> None:
    await visitor.talks()
    assert (await visitor.sends("/code/kept", code=code)).headers["location"] == "/code"


async def test_wrong_expired_older_and_unreadable_codes_have_the_same_answer(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    older = await visitor.makes_a_code()
    code = await visitor.makes_a_code()
    other = await of_another_device(visitor)
    answers = [
        await other.sends("/return", code=typed) for typed in (older, "", "x" * 999, " ".join(reversed(code.split())))
    ]
    public.services.clock.forward(KEEP_COUNSELLED)
    answers.append(await other.sends("/return", code=code))
    assert {answer.status_code for answer in answers} == {422}
    without_what_was_typed = {
        re.sub(r"<textarea.*?</textarea>|value=\"[^\"]*\"", "", a.text, flags=re.DOTALL) for a in answers
    }
    assert len(without_what_was_typed) == 1
    assert not await other.has_chat()


async def test_too_many_tries_of_everybody_together_wait_a_moment(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    code = await visitor.makes_a_code()
    for _ in range(A_MINUTE - 1):
        public.webchat.gate.take()
    with pytest.raises(TooManyAttempts):
        public.webchat.gate.take()
    other = await of_another_device(visitor)
    public.services.clock.forward(timedelta(seconds=-2))  # sending a form takes two seconds
    refused = await other.sends("/return", code=code)
    assert refused.status_code == 429
    assert notice_in(refused.text)
    assert code in refused.text
    public.services.clock.forward(timedelta(seconds=10))
    assert (await other.sends("/return", code=code)).is_redirect


async def test_a_code_inside_a_message_is_refused_and_nothing_of_it_is_kept(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    code = await visitor.makes_a_code()
    before = (await public.database.rows())["messages"]
    answer = await visitor.writes(f"my words are {code}")
    assert answer.status_code == 422
    assert label("Come back with a code", visitor.language) in answer.text
    assert 'href="/return"' in answer.text
    assert code in answer.text
    assert (await public.database.rows())["messages"] == before


async def test_six_ordinary_words_of_the_list_are_an_ordinary_message(public: Public) -> None:
    visitor = public.visitor("en")
    assert (await visitor.writes("about above absent absorb abstract absurd")).is_redirect


async def test_leaving_erases_a_chat_without_a_code(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    assert (await visitor.sends("/leave")).headers["location"] == ELSEWHERE
    assert await public.services.conversations.get(chat.id) is None


async def test_leaving_closes_a_chat_with_a_code_and_the_code_opens_it_again(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    code, chat, token = await visitor.makes_a_code(), await visitor.chat(), visitor.token
    left = await visitor.sends("/leave")
    assert left.headers["clear-site-data"]
    visitor.http.cookies.set("s", token)
    assert not await visitor.has_chat()
    assert await public.services.conversations.get(chat.id) is not None
    back = await of_another_device(visitor)
    await back.sends("/return", code=code)
    assert (await back.chat()).id == chat.id


async def test_a_code_goes_on_with_a_chat_that_goes_on(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    code = await visitor.makes_a_code()
    public.services.clock.forward(KEEP_COUNSELLED - timedelta(hours=1))
    await visitor.writes("still here")
    public.services.clock.forward(timedelta(hours=2))
    chat = await visitor.chat()
    await visitor.sends("/leave")
    back = await of_another_device(visitor)
    await back.sends("/return", code=code)
    assert (await back.chat()).id == chat.id


async def test_deleting_erases_the_chat_and_its_code(visitor: Visit, public: Public) -> None:
    await visitor.talks()
    code = await visitor.makes_a_code()
    receipt = await visitor.sends("/delete")
    for words in ("What counsellors had noted about it", "Your return code"):
        assert label(words, visitor.language) in html.unescape(receipt.text)
    rows = await public.database.rows()
    assert (rows["conversations"], rows["return_codes"]) == (0, 0)
    other = await of_another_device(visitor)
    assert (await other.sends("/return", code=code)).status_code == 422


async def test_coming_back_erases_what_nobody_could_open_any_more_and_says_so_before(
    visitor: Visit, public: Public
) -> None:
    await visitor.talks()
    code = await visitor.makes_a_code()
    other = await of_another_device(visitor)
    await other.writes(SAID[visitor.language])
    begun = await other.chat()
    warned = label("Another chat is open in this browser. When you open yours, that one is erased.", visitor.language)
    assert warned in await other.page("/return")
    await other.sends("/return", code=code)
    assert await public.services.conversations.get(begun.id) is None


async def test_a_wrong_code_leaves_the_chat_of_this_browser_alone(visitor: Visit) -> None:
    await visitor.talks()
    chat = await visitor.chat()
    await visitor.sends("/return", code="about above absent absorb abstract absurd")
    assert (await visitor.chat()).id == chat.id


@pytest.mark.parametrize("path", ["/code", "/code/kept"])
async def test_without_a_chat_there_is_no_code(visitor: Visit, path: str) -> None:
    assert (await visitor.sends(path)).status_code == 410


async def test_without_a_chat_the_page_about_codes_leads_to_where_one_is_typed(visitor: Visit) -> None:
    assert (await visitor.opens("/code")).headers["location"] == f"/return?lang={visitor.language}"
    how = label("No code yet? Start a chat first. Then “A code to come back to this chat” in the menu makes one, at any time.", visitor.language)  # fmt: skip
    assert how in await visitor.page("/return")
    await visitor.writes(SAID[visitor.language])
    assert how not in await visitor.page("/return")


async def test_the_first_screen_and_the_page_of_a_lost_chat_lead_to_the_form(visitor: Visit) -> None:
    for path in ("/", "/gone"):
        assert f'href="/return?lang={visitor.language}"' in await visitor.page(path)
