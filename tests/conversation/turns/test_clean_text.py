"""What is taken from what a person sends."""

import base64
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.conversation.errors import MessageEmpty, MessageRefused, MessageTooLong
from bot.conversation.turns.clean_text import LONGEST, clean

PICTURE = base64.b64encode(bytes(range(256)) * 4).decode()
PIECES = st.sampled_from(
    [
        "data:image/png;base64,",
        PICTURE,
        PICTURE[:59],
        "\x00",
        "\u202e",
        "\u200b",
        "\r\n",
        "\t",
        "😢",
        "死",
        "a",
        " ",
        "/",
    ]
)


@given(st.one_of(st.text(), st.lists(st.one_of(PIECES, st.text()), max_size=40).map("".join)))
@example("\ud800")
@example("x" * LONGEST + "y")
def test_anything_is_either_taken_clean_or_refused(raw: str) -> None:
    try:
        cleaned = clean(raw)
    except MessageRefused:
        return
    assert len(cleaned.text) <= LONGEST
    assert cleaned.text or cleaned.had_image
    assert cleaned.text == cleaned.text.strip()
    kinds = {unicodedata.category(character) for character in cleaned.text.replace("\n", "")}
    assert not kinds & {"Cc", "Cf", "Cs", "Co", "Cn"}


@given(st.text(max_size=200))
def test_what_was_cleaned_stays_as_it_is(raw: str) -> None:
    try:
        once = clean(raw)
    except MessageRefused:
        return
    if once.text and not once.had_image:
        assert clean(once.text) == once


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("  助けて  ", "助けて"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("a\tb", "a b"),
        ("a\x00b\x07c\x1bd\x7fe\x85f", "abcdef"),
        ("\u202eevil\u202c \u2066text\u2069\u061c", "evil text"),
        ("死\u200bに\u200dた\ufeffい", "死にたい"),
        ("one\n\n\n\n\n\ntwo", "one\n\n\ntwo"),
        ("<script>alert(1)</script>", "<script>alert(1)</script>"),
        ("😢", "😢"),
        ("♡", "♡"),
        ("?", "?"),
        ("?！", "?！"),
        ("٣", "٣"),
        ("Ａ１", "Ａ１"),
    ],
)
def test_readable_text_is_kept_without_tricks(raw: str, text: str) -> None:
    cleaned = clean(raw)
    assert (cleaned.text, cleaned.had_image) == (text, False)


@pytest.mark.parametrize("raw", ["", " ", "\n\n", "\u3000", "\x00\x00", "\u200b\u202e", "___", "...", "///", "\ud83d"])
def test_where_nothing_can_be_read_nothing_is_taken(raw: str) -> None:
    with pytest.raises(MessageEmpty):
        clean(raw)


@pytest.mark.parametrize("letter", ["a b", "あ", "😢"])
def test_too_long_is_refused_and_just_enough_is_taken(letter: str) -> None:
    longest = (letter * LONGEST)[:LONGEST]
    assert len(clean(longest.strip()).text) <= LONGEST
    with pytest.raises(MessageTooLong):
        clean(f"{longest}あ")


def test_a_megabyte_of_words_is_refused_in_time() -> None:
    with pytest.raises(MessageTooLong):
        clean("ことば " * 250_000)


@pytest.mark.parametrize(
    "image",
    [
        PICTURE,
        f"data:image/png;base64,{PICTURE}",
        "data:image/svg+xml,%3Csvg%20xmlns='x'%3E",
        "DATA:IMAGE/JPEG;BASE64,/9j/4AAQ",
        "\r\n".join(PICTURE[at : at + 76] for at in range(0, len(PICTURE), 76)),
        "\n".join(PICTURE[at : at + 64] for at in range(0, len(PICTURE), 64)),
        PICTURE.replace("+", "-").replace("/", "_"),
        bytes(range(256)).hex(),
        "".join(f"\\x{byte:02x}" for byte in range(64)),
        "\u200b".join(PICTURE[at : at + 20] for at in range(0, len(PICTURE), 20)),
        "da\u200bta:image/png;base64,AAAA",
        PICTURE * 700,
    ],
    ids=[
        "bare",
        "URL",
        "SVG",
        "capitals",
        "lines",
        "short lines",
        "URL-safe",
        "hex",
        "escapes",
        "hidden",
        "split",
        "1 MB",
    ],
)
def test_image_data_is_cut_out_and_the_words_around_it_stay(image: str) -> None:
    alone, among = clean(image), clean(f"これです {image} 消したい")
    assert (alone.text, alone.had_image) == ("", True)
    assert among.had_image
    assert "これです" in among.text
    assert "消したい" in among.text
    assert all(piece not in among.text for piece in (PICTURE[:20], "base64,A", "00010203", "\\x00", "svg"))


@pytest.mark.parametrize(
    "raw",
    [
        "https://x.com/someone/status/1234567890123456789",
        "https://example.com/a?b=c&d=e",
        "aaaaaaaaaaaaaaaaaaaa",
        "09012345678",
    ],
)
def test_ordinary_words_and_addresses_are_not_taken_for_images(raw: str) -> None:
    assert clean(raw).had_image is False


def test_what_was_written_is_not_in_the_repr() -> None:
    assert "canary" not in repr(clean("canary"))


def test_words_on_the_line_after_image_data_stay() -> None:
    assert clean(f"{PICTURE}\nplease help").text == "please help"
    assert clean(f"{PICTURE}\n消したい").text == "消したい"
