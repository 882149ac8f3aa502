"""The modules that the pages of both sites share, in a browser."""

import re

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
_COUNT_SUBMITS = """async (makesLines) => {
  const { submitOnEnter } = await import('/static/enter-key.js');
  const form = document.getElementById('form');
  window.submits = 0;
  form.addEventListener('submit', (event) => { event.preventDefault(); window.submits += 1; });
  submitOnEnter(document.getElementById('box'), { makesLines: () => makesLines });
}"""


@pytest.mark.parametrize("site", ["https://site.test/", "http://site.test/"])
def test_every_nonce_is_another_uuid_also_where_the_browser_makes_none(page: Page, site: str) -> None:
    page.goto(site)
    assert page.evaluate("'randomUUID' in crypto") is site.startswith("https")
    script = "import('/static/nonce.js').then(({ nonce }) => Array.from({ length: 50 }, nonce))"
    nonces = page.evaluate(script)
    assert len(set(nonces)) == len(nonces)
    assert all(_UUID.fullmatch(nonce) for nonce in nonces)


def test_enter_submits_and_shift_enter_makes_a_line(page: Page) -> None:
    page.evaluate(_COUNT_SUBMITS, arg=False)
    page.focus("#box")
    page.keyboard.type("a")
    page.keyboard.press("Shift+Enter")
    assert page.evaluate("window.submits") == 0
    page.keyboard.press("Enter")
    assert page.evaluate("window.submits") == 1
    assert page.input_value("#box") == "a\n"


def test_enter_makes_a_line_where_that_was_chosen(page: Page) -> None:
    page.evaluate(_COUNT_SUBMITS, arg=True)
    page.focus("#box")
    page.keyboard.press("Enter")
    assert page.evaluate("window.submits") == 0
    assert page.input_value("#box") == "\n"


@pytest.mark.parametrize("composing", ["{ isComposing: true }", "{ keyCode: 229 }"])
def test_an_enter_within_a_conversion_submits_nothing(page: Page, composing: str) -> None:
    page.evaluate(_COUNT_SUBMITS, arg=False)
    press = "new KeyboardEvent('keydown', { key: 'Enter', cancelable: true, ..." + composing + " })"
    page.evaluate(f"document.getElementById('box').dispatchEvent({press})")
    assert page.evaluate("window.submits") == 0


def test_safaris_enter_just_after_a_conversion_submits_nothing(page: Page) -> None:
    page.evaluate(_COUNT_SUBMITS, arg=False)
    page.evaluate(
        """() => {
          const box = document.getElementById('box');
          box.dispatchEvent(new CompositionEvent('compositionend'));
          box.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', cancelable: true }));
        }"""
    )
    assert page.evaluate("window.submits") == 0


def test_messages_are_shown_once_in_the_order_of_their_numbers_before_what_is_pending(page: Page) -> None:
    shown = page.evaluate(
        """async () => {
          const { insertInOrder, newMessages } = await import('/static/message-log.js');
          const log = document.getElementById('log');
          log.innerHTML = '<article id="m2" data-seq="2"></article><form id="pending"></form>';
          const html = [10, 2, 1, 3].map((n) => `<article id="m${n}" data-seq="${n}"></article>`).join('');
          for (let time = 0; time < 2; time += 1) {
            const fetched = new DOMParser().parseFromString(html, 'text/html');
            for (const article of newMessages(fetched)) insertInOrder(log, article);
          }
          return [...log.children].map((child) => child.id);
        }"""
    )
    assert shown == ["m1", "m2", "m3", "m10", "pending"]


@pytest.mark.parametrize(("top", "near"), [(0, False), (819, False), (821, True), (900, True)])
def test_only_who_is_near_the_end_reads_the_newest(page: Page, top: int, *, near: bool) -> None:
    found = page.evaluate(
        """async (top) => {
          const { isNearEnd } = await import('/static/message-log.js');
          const log = document.getElementById('log');
          log.innerHTML = '<div style="height: 1000px"></div>';
          log.scrollTop = top;
          return isNearEnd(log, { within: 80 });
        }""",
        arg=top,
    )
    assert found is near


def test_a_pending_message_shows_the_parts_of_its_state(page: Page) -> None:
    hidden = page.evaluate(
        """async () => {
          const { showState } = await import('/static/pending-message.js');
          const pending = document.getElementById('log');
          pending.innerHTML = '<i data-when="queued sending"></i><i data-when="failed"></i>';
          const states = ['queued', 'sending', 'failed'].map((state) => {
            showState(pending, state);
            return [pending.dataset.state, ...[...pending.children].map((part) => part.hidden)];
          });
          return states;
        }"""
    )
    assert hidden == [["queued", False, True], ["sending", False, True], ["failed", True, False]]


def test_unsent_texts_stand_before_what_the_box_holds(page: Page) -> None:
    page.fill("#box", "three")
    put = "import('/static/pending-message.js').then(({ putBack }) => putBack(document.getElementById('box'), {}))"
    page.evaluate(put.replace("{}", "['one', ' ', 'two']"))
    assert page.input_value("#box") == "one\n\ntwo\n\nthree"
