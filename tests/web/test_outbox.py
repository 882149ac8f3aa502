"""Messages on their way, in a browser: in order, each once, none lost."""

from typing import Any

import pytest
from playwright.sync_api import Page

pytestmark = pytest.mark.browser

_BEGIN = """async () => {
  const { Outbox, Refused } = await import('/static/outbox.js');
  const place = document.getElementById('log');
  const template = document.createElement('template');
  template.innerHTML = '<div><p class="text"></p><button data-when="failed" hidden>again</button></div>';
  window.told = [];
  window.sent = [];
  const handlers = {
    send: (message) => new Promise((resolve, reject) => window.sent.push({ message, resolve, reject })),
    taken: (message, answer) => window.told.push(['taken', message.shown, answer]),
    refused: (texts, fault) => window.told.push(['refused', texts, fault.message]),
    failed: (message, fault) => window.told.push(['failed', message.shown, fault.message]),
  };
  window.outbox = new Outbox(place, template, handlers);
  window.say = (text) => { window.outbox.add({ text }, text, '/messages'); window.outbox.pump(); };
  window.answer = (way, value) => { window.sent.at(-1)[way](value); return new Promise((done) => setTimeout(done)); };
  window.refuse = (words) => window.answer('reject', new Refused(words));
  window.fail = () => window.answer('reject', new Error('503'));
  window.shown = () => [...place.children].map((one) => [one.innerText.trim().split('\\n')[0], one.dataset.state]);
}"""


@pytest.fixture
def outbox(page: Page) -> Page:
    """Open a page with an empty outbox."""
    page.evaluate(_BEGIN)
    return page


def _run(page: Page, script: str) -> Any:
    return page.evaluate("async () => { " + script + " }")


def test_messages_go_one_at_a_time_in_order_each_with_a_nonce_of_its_own(outbox: Page) -> None:
    assert _run(outbox, "say('one'); say('two'); return shown()") == [["one", "sending"], ["two", "queued"]]
    assert _run(outbox, "return sent.length") == 1
    assert _run(outbox, "await answer('resolve', 'ok'); return shown()") == [["two", "sending"]]
    _run(outbox, "await answer('resolve', 'ok')")
    assert _run(outbox, "return [told, outbox.size, shown()]") == [
        [["taken", "one", "ok"], ["taken", "two", "ok"]],
        0,
        [],
    ]
    texts = _run(outbox, "return sent.map(({ message }) => [message.path, message.fields.text])")
    assert texts == [["/messages", "one"], ["/messages", "two"]]
    assert _run(outbox, "return new Set(sent.map(({ message }) => message.fields.nonce)).size") == 2


def test_what_failed_is_sent_again_with_the_same_nonce_before_what_was_queued_behind_it(outbox: Page) -> None:
    _run(outbox, "say('one'); await fail(); say('two')")
    assert _run(outbox, "return shown()") == [["one", "failed"], ["two", "queued"]]
    assert _run(outbox, "return [told, sent.length]") == [[["failed", "one", "503"]], 1]
    outbox.click("#log button:visible")
    assert _run(outbox, "return shown()") == [["one", "sending"], ["two", "queued"]]
    assert _run(outbox, "return sent[0].message.fields.nonce === sent[1].message.fields.nonce")
    _run(outbox, "await answer('resolve', 'ok')")
    assert _run(outbox, "return shown()") == [["two", "sending"]]


def test_a_refused_message_gives_back_every_text_that_was_written(outbox: Page) -> None:
    _run(outbox, "say('one'); say('two'); outbox.add({ payload: 'x' }, 'a button'); await refuse('too long')")
    assert _run(outbox, "return [told, outbox.size, shown()]") == [[["refused", ["one", "two"], "too long"]], 0, []]


def test_a_message_that_arrived_by_another_way_is_hidden_and_not_sent_again(outbox: Page) -> None:
    _run(outbox, "say('one'); say('two'); outbox.arrived((shown) => shown === 'one')")
    assert outbox.locator("#log > :visible").count() == 1
    assert _run(outbox, "await fail(); return shown()") == [["two", "sending"]]
    assert _run(outbox, "return told") == []


def test_a_failed_message_that_arrived_by_another_way_goes(outbox: Page) -> None:
    _run(outbox, "say('one'); await fail(); outbox.arrived((shown) => shown === 'one')")
    assert _run(outbox, "return [outbox.size, shown()]") == [0, []]


def test_what_is_only_queued_has_not_arrived(outbox: Page) -> None:
    _run(outbox, "say('one'); say('same'); outbox.arrived((shown) => shown === 'same')")
    assert outbox.locator("#log > :visible").count() == 2


def test_a_closed_outbox_sends_nothing(outbox: Page) -> None:
    _run(outbox, "outbox.close(); say('one'); outbox.resend()")
    assert _run(outbox, "return [sent.length, outbox.size, outbox.empty()]") == [0, 1, ["one"]]
