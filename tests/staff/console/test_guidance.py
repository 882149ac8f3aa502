"""Guidance for counsellors: searched in their language, sent in the person's; ready-made replies; facts as facts."""

import pytest

from bot.conversation.case import Label, Outcome, WatchReason
from bot.conversation.model import Author, Share
from bot.guidance.catalogue import Fills
from bot.language import Language
from bot.staff.console.labels import ANSWERS, FAULTS, LABELS, OUTCOMES, SHARES, TOPICS, WATCH_REASONS
from bot.staff.console.search import is_whole, may_be_sent, ready_made, search
from tests.fakes.catalogues import shipped
from tests.fakes.staff import Colleague, StaffSite
from tests.staff.console.conftest import Calls
from tests.staff.console.steps import asks, does, takes

SMALL_TALK = {
    "greet", "goodbye", "thanks", "affirm", "deny", "help_menu", "change_language", "chitchat", "abusive_to_bot", "out_of_scope",
}  # fmt: skip


def found(query: str, *, own: Language = Language.EN, age: str = "") -> list[str]:
    fills = Fills(age=age)
    return [one.key for one in search(shipped(), query, person=Language.JA, own=own, fills=fills)]


def said(key: str) -> str:
    """Return what an entry is found by: its key, words and cards."""
    bubble = shipped().say(key, language=Language.EN)
    cards = [card.name[Language.EN] for card in (*bubble.contacts, *bubble.links)]
    return " ".join([key, bubble.text, *cards]).casefold()


def test_every_word_must_occur_in_the_counsellors_language() -> None:
    assert "step.police" in found("police")
    both = found("police station")
    assert "step.police" in both
    assert all("police" in said(key) and "station" in said(key) for key in both)
    assert found("通報の窓口", own=Language.EN) == []
    assert "step.police" in found("警察", own=Language.JA)
    assert found("  ") == []


def test_width_and_case_make_no_difference() -> None:
    assert found("ＳＴＯＰＮＣＩＩ") == found("stopncii")
    assert "step.hash.adult" in found("stopncii")


def test_what_is_for_another_age_comes_last() -> None:
    keys = found("report", age="minor")
    adult = [at for at, key in enumerate(keys) if key.endswith((".adult", ".careful"))]
    minor = [at for at, key in enumerate(keys) if key.endswith(".minor")]
    assert minor
    assert not adult or min(adult) > max(minor)


def test_what_only_the_program_says_is_never_found() -> None:
    assert not any(may_be_sent(key) for key in shipped().entries if key.startswith(("counsellor.", "waiting.", "ask.")))


def test_ready_made_replies_are_in_both_languages() -> None:
    replies = ready_made(shipped(), person=Language.EN, own=Language.JA, fills=Fills(counsellor="Aoi"))
    assert len(replies) > 10
    assert all(reply.held_conversation.text != reply.own.text for reply in replies)


def test_every_choice_has_words() -> None:
    assert (set(OUTCOMES), set(LABELS), set(WATCH_REASONS), set(SHARES)) == (
        set(Outcome), set(Label), set(WatchReason), set(Share),
    )  # fmt: skip
    assert set(shipped().plans.topics) - set(TOPICS) == SMALL_TALK
    payloads = [
        b.payload.removeprefix("answer:") for b in shipped().buttons.values() if b.payload.startswith("answer:")
    ]
    for name, _, value in (payload.partition("=") for payload in payloads):
        assert name == "platform" or value == "skipped" or value in ANSWERS[name], (name, value)
    assert all(FAULTS.values())


async def test_one_press_sends_the_entry_in_the_persons_language(
    site: StaffSite, aoi: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("hello", language=Language.EN)
    await takes(aoi, chat)
    await aoi.sends("/language", lang="ja", back="/desk")
    shown = (await asks(aoi, f"/desk/guidance?q=警察&chat={chat.id}")).text
    catalogue = shipped()
    assert catalogue.say("step.police", language=Language.EN).text.split("\n")[0][:30] in shown
    assert catalogue.say("step.police", language=Language.JA).text.split("\n")[0][:10] in shown
    assert "PAPS" in shown
    answer = await does(aoi, f"/chats/{chat.id}/messages", key="step.police", nonce="k" * 16, after="999")
    assert answer.status_code == 200
    last = (await site.console.conversations.messages(chat.id))[-1]
    assert (last.author, last.say.key if last.say else "") == (Author.COUNSELLOR, "step.police")
    assert (await site.actions())[-1] == "guidance_sent"


@pytest.mark.parametrize("key", ["counsellor.joined", "no.such.entry", "step.report.named.adult"])
async def test_an_entry_that_is_not_for_sending_is_refused_in_words(
    aoi: Colleague, somebody_calls: Calls, key: str
) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    assert key not in shipped().entries or not may_be_sent(key) or not is_whole(shipped(), key)
    answer = await does(aoi, f"/chats/{chat.id}/messages", key=key)
    assert answer.status_code == 409
    assert "cannot be sent as it is" in answer.text


async def test_without_scripts_words_are_put_into_the_box_by_a_link(aoi: Colleague, somebody_calls: Calls) -> None:
    chat = await somebody_calls("hi", language=Language.EN)
    await takes(aoi, chat)
    page = (await aoi.opens(f"/desk?chat={chat.id}&words=reply.take_your_time")).text
    words = shipped().say("reply.take_your_time", language=Language.EN).text.split("\n")[0]
    box = page[page.index('class="box"') : page.index("</textarea>", page.index('class="box"'))]
    assert words in box
    assert (
        "counsellor"
        not in (await aoi.opens(f"/desk?chat={chat.id}&words=counsellor.joined")).text.split('class="box"')[1][:400]
    )
    found_page = await aoi.opens(f"/desk/guidance?q=police&chat={chat.id}")
    assert "Back to the chats" in found_page.text


async def test_guidance_of_a_chat_that_is_not_theirs_is_not_shown(
    aoi: Colleague, ben: Colleague, somebody_calls: Calls
) -> None:
    chat = await somebody_calls("あ")
    await takes(aoi, chat)
    assert (await asks(ben, f"/desk/guidance?q=police&chat={chat.id}")).status_code == 410
