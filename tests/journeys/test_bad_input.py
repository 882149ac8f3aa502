"""Bad input over HTTP: each is answered politely and with the right status, shows no trace, and loses nothing."""

import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from bot.conversation.turns.clean_text import LONGEST
from tests.journeys.processes import Bot
from tests.journeys.visitor import Visitor, box_in, new_nonce, notice_in
from tests.journeys.words import entry, label

pytestmark = pytest.mark.service

TOO_LONG = "That is a little too long for one message. Please send it in two; your text is still in the box."
TOO_FAST = "Many messages came at once. Please wait a few seconds; your text is still in the box."
EMPTY = "There was nothing to read in it. One word is enough."
ONLY_WORDS = "Only words can be sent here"
TOO_LARGE = "That is too large to send"
OLD_PAGE = "This page has become old"
PNG = b"\x89PNG\r\n\x1a\n" + b"\0" * 64


def polite(answer: httpx.Response, *, status: int) -> str:
    """Return the page of an answer that has the right status and shows nothing of the machinery."""
    assert answer.status_code == status
    for trace in ("Traceback", "File &#34;", ".py", "Exception", "status_code"):
        assert trace not in answer.text
    if answer.status_code != httpx.codes.SEE_OTHER:
        assert answer.headers["content-type"].startswith("text/html")
        assert "<main" in answer.text
    return answer.text


@pytest.mark.parametrize("nothing", ["", " ", "\n\n \t", "\u3000\u3000", "\u200b\u200e\ufeff", "\x00\x07", "…"])
def test_a_message_with_nothing_in_it_is_asked_for_again(visitor: Visitor, nothing: str) -> None:
    page = polite(visitor.writes(nothing), status=422)
    assert notice_in(page) == label(EMPTY, visitor.language)
    assert not visitor.written()


def test_a_text_that_is_too_long_stays_in_the_box(visitor: Visitor) -> None:
    text = "つらいです。" * 400 if visitor.language == "ja" else "it hurts. " * 400
    page = polite(visitor.writes(text), status=422)
    assert notice_in(page) == label(TOO_LONG, visitor.language)
    assert box_in(page).strip() == text.strip()
    assert not visitor.written()


def test_the_longest_text_that_is_taken_arrives_whole(visitor: Visitor) -> None:
    text = ("あ、い" * LONGEST)[:LONGEST] if visitor.language == "ja" else ("so sad " * LONGEST)[: LONGEST - 1] + "."
    polite(visitor.writes(text), status=303)
    assert visitor.written() == [text]


def test_a_megabyte_is_refused_kindly_and_kept_in_the_box(visitor: Visitor) -> None:
    text = "help me. " * (1024 * 1024 // 9)
    page = polite(visitor.writes(text), status=422)
    assert notice_in(page) == label(TOO_LONG, visitor.language)
    assert box_in(page).strip() == text.strip()


@pytest.mark.parametrize("announced", [True, False], ids=["with its length", "in chunks"])
def test_several_megabytes_are_refused_without_being_taken_in(visitor: Visitor, *, announced: bool) -> None:
    body = b"text=" + b"x" * (5 * 1024 * 1024)
    content: bytes | Iterator[bytes] = body if announced else iter([body[:4096], body[4096:]])
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    page = polite(visitor.http.post("/messages", content=content, headers=headers), status=413)
    assert label(TOO_LARGE, visitor.language) in page


def test_control_characters_are_taken_out_and_the_words_stay(visitor: Visitor) -> None:
    polite(
        visitor.writes("つら\x00い\x1b[31m\x07で\x85す" if visitor.language == "ja" else "it\x00 hu\x1brt\x07s"),
        status=303,
    )
    assert visitor.written() == ["つらい[31mです" if visitor.language == "ja" else "it hurts"]
    assert not any(control in visitor.page() for control in "\x00\x07\x1b\x85")


def test_bytes_that_are_no_text_break_nothing(visitor: Visitor) -> None:
    start = f"_csrf_token={visitor.csrf()}&lang={visitor.language}&nonce={new_nonce()}&text=".encode()
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    polite(
        visitor.http.post("/messages", content=start + b"hello+%FF%FE%E3%81+%C0%AF+there", headers=headers), status=303
    )
    polite(visitor.http.post("/messages", content=start + b"raw \xff\xfe\xe3\x81", headers=headers), status=303)
    assert len(visitor.written()) in (1, 2)
    assert "hello" in visitor.written()[0]


def test_letters_that_turn_or_hide_text_are_taken_out(visitor: Visitor) -> None:
    polite(visitor.writes("\u202ehello\u202c w\u200bo\u2066rld\u2069 \ufeff助\u200dけて"), status=303)
    assert visitor.written() == ["hello world 助けて"]
    assert not any(trick in visitor.page() for trick in "\u202e\u202c\u200b\u2066\u2069\ufeff\u200d")


def test_markup_is_shown_as_it_was_written(visitor: Visitor) -> None:
    written = "<script>alert(1)</script> {{ 7*7 }} %(n)s <b>x</b>"
    polite(visitor.writes(written), status=303)
    assert visitor.written() == [written]
    assert "<script>alert" not in visitor.page()


@pytest.mark.parametrize("feeling", ["😢", "😭😭😭", "👩\u200d👧", "🇯🇵"])
def test_a_face_alone_is_an_answerable_message(visitor: Visitor, feeling: str) -> None:
    polite(visitor.writes(feeling), status=303)
    assert visitor.written() == [feeling.replace("\u200d", "")]
    assert visitor.answer()


def test_twelve_messages_in_a_second_are_taken_or_given_back_but_never_lost(visitor: Visitor) -> None:
    visitor.writes("0")
    texts = [str(number) for number in range(1, 12)]
    with ThreadPoolExecutor(len(texts)) as together:
        answers = list(together.map(visitor.writes, texts))
    taken = [text for text, answer in zip(texts, answers, strict=True) if answer.status_code == httpx.codes.SEE_OTHER]
    assert len(taken) == 9
    assert sorted(visitor.written(), key=int) == sorted(["0", *taken], key=int)
    for text, answer in zip(texts, answers, strict=True):
        if text not in taken:
            page = polite(answer, status=422)
            assert notice_in(page) == label(TOO_FAST, visitor.language)
            assert box_in(page) == text


@pytest.mark.parametrize("cookie", ["A" * 43, "x", "' OR 1=1 --", "%00", "a" * 4000])
def test_a_forged_session_opens_nothing_and_loses_nothing(visitor: Visitor, cookie: str) -> None:
    form = {"_csrf_token": visitor.csrf(), "text": "hello", "nonce": new_nonce()}
    visitor.http.cookies.set("s", cookie, domain="127.0.0.1")
    for path in ("/messages", "/events"):
        assert visitor.http.get(path).status_code == httpx.codes.GONE
    assert visitor.http.post("/messages", data=form, headers={"HX-Request": "true"}).status_code == httpx.codes.GONE
    answer = visitor.http.post("/messages", data=form)
    polite(answer, status=303)
    assert answer.cookies["s"] != cookie
    visitor.http.cookies.delete("s", domain="127.0.0.1")
    visitor.http.cookies.set("s", answer.cookies["s"], domain="127.0.0.1")
    assert visitor.written() == ["hello"]


@pytest.mark.parametrize("token", ["", "forged", "0" * 64], ids=["none", "short", "long"])
@pytest.mark.parametrize("path", ["/messages", "/press", "/language", "/again", "/delete"])
def test_a_form_without_our_token_changes_nothing(visitor: Visitor, path: str, token: str) -> None:
    visitor.writes("hello")
    form = {"_csrf_token": token, "text": "not mine", "payload": "plan:next", "lang": "en", "nonce": new_nonce()}
    page = polite(visitor.http.post(path, data=form), status=403)
    assert label(OLD_PAGE, visitor.language) in page
    assert visitor.written() == ["hello"]


def test_a_token_cannot_be_brought_along_from_another_site(visitor: Visitor) -> None:
    visitor.writes("hello")
    visitor.http.cookies.set("c", "0" * 128, domain="127.0.0.1")
    form = {"_csrf_token": "0" * 128, "text": "not mine", "nonce": new_nonce()}
    polite(visitor.http.post("/messages", data=form), status=403)


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        (
            "multipart/form-data; boundary=b",
            b'--b\r\nContent-Disposition: form-data; name="text"; filename="a.png"\r\n\r\n' + PNG,
        ),
        ("application/json", b'{"text": "hello"}'),
        ("image/png", PNG),
        ("text/plain", b"text=hello"),
        ("application/octet-stream", PNG),
        ("APPLICATION/JSON;charset=utf-8", b"{}"),
        ("", b"text=hello"),
    ],
)
@pytest.mark.parametrize("path", ["/messages", "/press", "/leave", "/delete"])
def test_only_form_text_is_ever_taken(visitor: Visitor, path: str, kind: str, body: bytes) -> None:
    visitor.writes("hello")
    page = polite(visitor.http.post(path, content=body, headers={"Content-Type": kind}), status=415)
    assert label(ONLY_WORDS, visitor.language) in page
    assert visitor.written() == ["hello"]


@pytest.mark.parametrize("kind", ["image/png", "multipart/form-data; boundary=b", "application/json"])
def test_a_file_is_refused_before_a_byte_of_it_is_sent(scripted_site: Bot, kind: str) -> None:
    head = f"POST /messages HTTP/1.1\r\nHost: x\r\nContent-Type: {kind}\r\nContent-Length: 99999999999\r\n\r\n"
    port = int(scripted_site.settings["BOT_PUBLIC_PORT"])
    with socket.create_connection(("127.0.0.1", port), timeout=5.0) as line:
        line.sendall(head.encode())
        assert line.recv(64).startswith(b"HTTP/1.1 415 ")


@pytest.mark.parametrize(
    "payload", ["", "nonsense", "topic:", "do:delete_all", "say:../../etc/passwd", "answer:age=<b>", "x" * 5000]
)
def test_a_button_that_is_not_ours_is_not_pressed(visitor: Visitor, payload: str) -> None:
    page = polite(visitor.presses(payload), status=422)
    assert notice_in(page)
    assert not visitor.written()


@pytest.mark.parametrize(
    "path", ["/nothing", "/static/../bot.sqlite", "/static/%2e%2e/site.py", "/messages/1", "/%00", "/.env"]
)
def test_a_page_that_is_not_there_is_a_calm_page(visitor: Visitor, path: str) -> None:
    page = polite(visitor.http.get(path), status=404)
    assert label("There is no such page", visitor.language) in page


@pytest.mark.parametrize(
    "query",
    ["after=x", "after=-1", "after=99999999999999999999", "after=%00", "after=" + "9" * 5000, "lang=xx&lang=%FF"],
)
def test_strange_questions_have_ordinary_answers(visitor: Visitor, query: str) -> None:
    visitor.writes("hello")
    for path in ("/", "/messages"):
        answer = visitor.http.get(f"{path}?{query}")
        assert answer.status_code in (200, 400, 404)
        assert "Traceback" not in answer.text


@pytest.mark.parametrize("number", ["99999999999999999999", "9" * 5000, "-1", "x", "９"])
def test_a_strange_number_in_a_form_does_not_lose_the_message(visitor: Visitor, number: str) -> None:
    answer = visitor.posts("/messages", text="hello", nonce=new_nonce(), after=number, live=True)
    assert answer.is_success
    assert "hello" in answer.text


def test_nothing_strange_keeps_the_next_message_from_being_answered(visitor: Visitor) -> None:
    for text in ("\x00", "\u202e", "data:image/png;base64,AAAA", "/restart", '/affirm{"a": 1}', "A" * 3000):
        visitor.writes(text)
    polite(
        visitor.writes("どうすれば消せますか" if visitor.language == "ja" else "how do I get it taken down?"),
        status=303,
    )
    assert any(
        bubble.text.startswith(entry("scripted", visitor.language))
        or entry("scripted.again", visitor.language) in bubble.text
        for bubble in visitor.answer()
    )
