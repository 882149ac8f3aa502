"""Typed text that Telegram would turn into links."""

import pytest

from bot.channels.telegram.links import defang, find_links

LINKS = [
    "https://example.com/a?b=c#d",
    "tg://resolve?domain=someone",
    "example.com",
    "www.example.co.jp/あ",
    "t.me/abc",
    "例え.jp",
    "192.168.0.1:8000",
    "@someone_there",
]
NONE = [
    "paps@paps-jp.org",
    "a.b@example.co.jp",
    "03-1234-5678",
    "1.5",
    "3.14",
    "10時30分…",
    "はい。いいえ。",
    "?!.",
    "@me",
]


@pytest.mark.parametrize("link", LINKS)
@pytest.mark.parametrize("around", ["{}", "見て {} です", "（{}）", "({})", "😀 {}、"])
def test_it_is_found_wherever_it_stands(link: str, around: str) -> None:
    text = around.format(link)
    [(start, end)] = find_links(text)
    assert text[start:end].rstrip(")") == link


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_link_is_left_alone(text: str) -> None:
    assert find_links(text) == []
    assert defang(text) == text


@pytest.mark.parametrize("link", LINKS)
def test_a_broken_link_is_none_and_looks_the_same(link: str) -> None:
    assert find_links(defang(link)) == []
    assert defang(link).replace("\N{WORD JOINER}", "") == link
