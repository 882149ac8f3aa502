"""Counsellors on Telegram: the whole way in both languages, and what a phone that lies open shows of it."""

import pytest

from bot.language import Language
from tests.channels.telegram.bot_process import conversation_of, puts_the_phone_away
from tests.channels.telegram.counsellor_chats import (
    DANGER,
    HELLO,
    MORE,
    REPLY,
    address_is_kept,
    calls,
    hears_entry,
    hears_words,
    is_covered,
    is_with,
    under_name,
    until_address_is_gone,
)
from tests.channels.telegram.person import PATIENT, PersonOnTelegram, are_as_telegram_wants_them, change, offers, rows
from tests.channels.telegram.staff_member import StaffMember
from tests.journeys.processes import Bot
from tests.journeys.waiting import until
from tests.journeys.words import interface

pytestmark = pytest.mark.service


def test_who_writes_on_after_the_offer_waits_and_says_afterwards_what_may_be_seen(
    someone: PersonOnTelegram, present: StaffMember
) -> None:
    someone.begins()
    someone.writes(HELLO[someone.language])
    someone.hears("scripted")
    someone.sends_command("/human")
    someone.hears("human.offer")
    someone.writes(MORE[someone.language])
    _, asked = someone.hears("waiting.begun", "human.share", place=1)
    assert offers("human.share", asked, someone.language)
    present.takes(someone)
    [joined] = someone.hears("counsellor.joined", counsellor=present.name)
    assert [payload for _, payload in joined.buttons][:1] == ["call:share_everything"]
    assert present.reads(someone) == [MORE[someone.language]]
    someone.chooses("share.everything")
    someone.hears("counsellor.shared")
    assert HELLO[someone.language] in present.reads(someone)


def test_the_whole_way(lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember, mori: StaffMember) -> None:
    someone.begins()
    someone.writes(HELLO[someone.language])
    someone.hears("scripted")
    someone.waits_until_nothing_is_due()
    chat = conversation_of(lone_bot, someone)
    assert not address_is_kept(lone_bot, chat)

    calls(someone)
    assert address_is_kept(lone_bot, chat)
    someone.writes(MORE[someone.language])  # what the program cannot read is not called so: a counsellor will read it
    someone.hears("waiting.added")
    present.takes(someone)
    someone.hears("counsellor.joined", counsellor=present.name)
    assert present.reads(someone)[-1] == MORE[someone.language]

    typed = someone.typing
    someone.writes(HELLO[someone.language])
    until(lambda: present.reads(someone)[-1] == HELLO[someone.language], what="it to be read", within=PATIENT)
    assert someone.typing == typed, "only a counsellor is seen typing now"
    present.says(someone, REPLY[someone.language])
    assert hears_words(someone, present, REPLY[someone.language]).silent
    present.says(someone, key="reply.paps")
    assert hears_entry(someone, present, "reply.paps").buttons == []
    present.says(someone, key="human.cannot_call")
    sent = hears_entry(someone, present, "human.cannot_call")
    assert offers("human.cannot_call", sent, someone.language)
    assert "Cure Time" in sent.text
    someone.writes(DANGER[someone.language])
    someone.hears("crisis.suicide")

    present.transfers(someone, mori)
    someone.hears("counsellor.joined", counsellor=mori.name)
    mori.says(someone, REPLY[someone.language])
    until(lambda: under_name(mori, someone.language) in someone.shown[-1].text, what="Mori's words", within=PATIENT)
    assert address_is_kept(lone_bot, chat)
    mori.hands_back(someone)
    someone.hears("counsellor.handed_back", counsellor=mori.name)
    until_address_is_gone(lone_bot, chat)
    someone.writes(HELLO[someone.language])  # they were in danger, and nobody has heard that it is over
    someone.hears("crisis.suicide.ask")

    calls(someone, share="call.nothing", offer="human.offer.again")
    present.takes(someone)
    someone.hears("counsellor.joined", counsellor=present.name)
    assert HELLO[someone.language] not in present.reads(someone)
    present.closes(someone)
    someone.hears("counsellor.closed", counsellor=present.name)
    until_address_is_gone(lone_bot, chat)
    mori.goes()
    assert are_as_telegram_wants_them(someone.shown)


def test_giving_up_lets_the_address_go(lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember) -> None:
    del present
    someone.begins()
    calls(someone)
    chat = conversation_of(lone_bot, someone)
    assert address_is_kept(lone_bot, chat)
    someone.chooses("call.give_up")
    someone.hears_only("waiting.given_up")
    until_address_is_gone(lone_bot, chat)


def test_a_late_reply_is_covered_and_silent_unless_a_sound_was_asked_for(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    someone.begins()
    calls(someone)
    [offered] = someone.hears("waiting.begun", place=1)
    assert offers("waiting.begun", offered, someone.language)
    present.takes(someone)
    someone.hears("counsellor.joined", counsellor=present.name)
    puts_the_phone_away(lone_bot, someone)
    present.says(someone, f"{REPLY[someone.language]} https://example.com/a")
    late = someone.waits_for(REPLY[someone.language], within=PATIENT)
    assert is_covered(late, someone.language)
    assert late.silent
    assert "https://" not in late.text, "a link under a cover is broken, so that it cannot be tapped"

    someone.chooses("call.notice")
    [said] = someone.hears("notice.on")
    assert interface()[Language(someone.language)].gettext("A new message. Tap it to read.") in said.text
    present.says(someone, "1111")
    assert hears_words(someone, present, "1111").silent, "a talk that goes on makes no sound"
    puts_the_phone_away(lone_bot, someone)
    present.says(someone, "2222")
    late = someone.waits_for("2222", within=PATIENT)
    assert is_covered(late, someone.language)
    assert not late.silent

    someone.chooses("call.no_notice")
    someone.hears("notice.off")
    puts_the_phone_away(lone_bot, someone)
    present.says(someone, "3333")
    assert someone.waits_for("3333", within=PATIENT).silent


def test_links_that_a_counsellor_typed_are_text(someone: PersonOnTelegram, present: StaffMember) -> None:
    is_with(someone, present)
    words = "😀 https://example.com/a?b=c、example.jp t.me/abc @example_account paps@paps-jp.org 03-1234-5678 1.5"
    present.says(someone, words)
    shown = hears_words(someone, present, words)
    written = shown.text.encode("utf-16-le")
    code = [written[one.offset * 2 : (one.offset + one.length) * 2] for one in shown.entities if one.type == "code"]
    assert [part.decode("utf-16-le") for part in code] == [
        "https://example.com/a?b=c",
        "example.jp",
        "t.me/abc",
        "@example_account",
    ]
    assert shown.without_preview


def test_a_very_long_reply_arrives_whole(someone: PersonOnTelegram, present: StaffMember) -> None:
    is_with(someone, present)
    words = "".join(f"{number}😀😀😀😀😀😀 " for number in range(300)).strip()
    present.says(someone, words)
    someone.waits_for("299😀", within=PATIENT)
    text = " ".join(shown.text for shown in someone.news() if "😀" in shown.text)
    assert text.split()[-300:] == words.split()
    assert are_as_telegram_wants_them(someone.shown)


def test_a_picture_for_a_counsellor_is_removed_and_that_is_said(
    someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_with(someone, present)
    sent = someone.sends("photo")
    someone.hears("telegram.media")
    assert sent not in someone.own


def test_the_language_changes_while_a_counsellor_is_there(someone: PersonOnTelegram, present: StaffMember) -> None:
    is_with(someone, present)
    other = {"ja": "en", "en": "ja"}[someone.language]
    someone.sends_command("/language")
    someone.hears("telegram.language")
    someone.chooses(f"language.{other}")
    someone.language = other
    someone.hears("language.changed")
    present.says(someone, REPLY[other])
    hears_words(someone, present, REPLY[other])


def test_start_tells_who_is_there(someone: PersonOnTelegram, present: StaffMember) -> None:
    is_with(someone, present)
    someone.sends_command("/start")
    someone.hears("counsellor.joined", counsellor=present.name)


def test_erasing_works_while_a_counsellor_is_there(
    lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember
) -> None:
    is_with(someone, present)
    chat = conversation_of(lone_bot, someone)
    someone.sends_command("/delete")
    someone.hears("telegram.deleted")
    assert someone.own == {}
    assert not rows(lone_bot, "SELECT 1 FROM conversations WHERE id = ?", chat)
    assert not rows(lone_bot, "SELECT 1 FROM calls WHERE conversation = ?", chat)


def test_a_return_code_is_taken_out_of_the_chat(lone_bot: Bot, someone: PersonOnTelegram, present: StaffMember) -> None:
    is_with(someone, present)
    code = present.return_code_of(someone)
    sent = someone.writes(f"{DANGER[someone.language]} {code}")
    someone.hears("crisis.suicide", "telegram.code")
    assert sent not in someone.own
    someone.api.fail("deleteMessages", 400, chat=someone.id, description="Bad Request: message can't be deleted")
    someone.writes(code)
    someone.hears("telegram.code.kept")
    assert not [text for text in present.reads(someone) if code in text]
    change(lone_bot, "DELETE FROM return_codes")
