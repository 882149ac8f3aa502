// The live conversation: what is written goes out in order and is never lost; what comes in is shown once and in order.
// The page works without this file; htmx carries every request, the server draws every bubble.

import * as handover from './handover-status.js';
import { insertInOrder, isNearEnd, newMessages, seqOf } from './message-log.js';
import { nonce } from './nonce.js';
import { putBack, showState } from './pending-message.js';

const htmx = window.htmx;
if (!htmx) throw new Error('htmx did not load: the forms work without it');
const main = document.getElementById('main');
const log = document.getElementById('log');
const outbox = document.getElementById('outbox');
const form = document.getElementById('composer');
const box = document.getElementById('text');
const notice = document.getElementById('notice');
const waiting = document.getElementById('waiting');
const connection = document.getElementById('connection-words');
const newer = document.getElementById('newer');
const ending = document.getElementById('ending');
const live = document.getElementById('live');
const dock = document.querySelector('.dock');
const HOUR = 3600_000;
const BAR = 72; // px of the top bar and a little air
const NEAR_END = 160; // px from the end that still counts as reading the newest
const PATIENCE = 45_000; // ms the waiting line stays without an answer
const GRACE = 6_000; // ms a connection may be gone before the page says so
const TYPING = 3_000; // ms between two signs that the person is writing
const WARNING = HOUR / 2; // ms before the end of keeping that the page warns
let last = Number(main.dataset.last) || 0;
let keep = Number.POSITIVE_INFINITY; // ms that this chat is kept after its last message, as the server says
let ends = Number.POSITIVE_INFINITY; // when it is erased if nothing more is written
let over = false;
let leaving = false;
let spoken = main.dataset.lang;
let lostTimer = 0;
let patienceTimer = 0;
let typed = 0;
let seen = 0;

// --- the log ---------------------------------------------------------------------------------------------------------

const author = (bubble) => bubble.dataset.author;
const wordsOf = (bubble) =>
  [...bubble.querySelectorAll('.text')]
    .map((p) => p.textContent)
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Put the bubbles of a fragment where they belong; those already here are left alone. */
function merge(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const fresh = newMessages(page);
  if (!fresh.length) return;
  const reading = nearEnd();
  for (const bubble of fresh) {
    if (author(bubble) === 'person') settle(bubble);
    if (author(bubble) !== 'person') bubble.classList.add('is-new');
    insertInOrder(log, bubble);
    last = Math.max(last, seqOf(bubble));
  }
  ends = Date.now() + keep;
  ending.hidden = true;
  if (fresh.some((b) => author(b) === 'counsellor')) handover.quiet();
  if (handover.stage() !== 'assistant') handover.look();
  tidy();
  follow(fresh, reading);
  tellSeen();
}

/** A person's bubble that came by another way than its own answer: its pending twin has arrived. */
function settle(bubble) {
  const twin = [...outbox.children].find((p) => p.dataset.state !== 'queued' && wordsOf(p) === wordsOf(bubble));
  if (twin && twin.dataset.state === 'failed') twin.remove();
  else if (twin) twin.hidden = true;
}

/** The bubble whose choices can be pressed: the newest entry; a counsellor's, while they go on writing, until one was pressed. */
function offering() {
  const all = [...log.querySelectorAll('article')];
  const said = all.filter((b) => author(b) !== 'person');
  const entry = said.findLast((b) => author(b) === 'assistant' || b.querySelector('.choices'));
  if (!entry || author(entry) === 'assistant') return entry === said.at(-1) ? entry : null;
  return all.slice(all.indexOf(entry)).some((b) => 'pressed' in b.dataset) ? null : entry;
}

/** Offer only the newest choices, none while something is on its way, and say when an answer is awaited. */
function tidy() {
  const newest = offering();
  const reading = nearEnd();
  for (const choices of log.querySelectorAll('.choices')) {
    if (newest?.contains(choices)) choices.hidden = outbox.childElementCount > 0 || handover.stage() === 'closed';
    else choices.remove();
  }
  if (reading && main.classList.contains('is-started') && !nearEnd()) toEnd();
  const bubbles = [...log.querySelectorAll('article')];
  const asked = outbox.querySelector('[data-state=sending]') || (bubbles.length && author(bubbles.at(-1)) === 'person');
  const failed = outbox.querySelector('[data-state=failed]');
  const show = Boolean(asked && !failed && ['assistant', 'waiting'].includes(handover.stage()));
  clearTimeout(patienceTimer);
  if (show)
    patienceTimer = setTimeout(() => {
      waiting.hidden = true;
    }, PATIENCE);
  waiting.hidden = !show;
}

// --- scrolling: follow only someone who is reading the newest -------------------------------------------------------------

function nearEnd() {
  return isNearEnd(document.scrollingElement, { within: NEAR_END, height: window.innerHeight });
}

function toEnd() {
  window.scrollTo({ top: document.scrollingElement.scrollHeight, behavior: 'instant' });
}

function follow(fresh, reading) {
  const first = fresh.find((b) => author(b) !== 'person');
  if (!reading) {
    newer.hidden = !first;
    return;
  }
  toEnd();
  // A long answer is read from its first line: stay there instead of racing to its end.
  const room = Math.min(dock.getBoundingClientRect().top, window.innerHeight) - BAR;
  const height = first ? log.getBoundingClientRect().bottom - first.getBoundingClientRect().top : 0;
  if (height > room) first.scrollIntoView({ block: 'start', behavior: 'instant' });
}

newer.addEventListener('click', () => {
  newer.hidden = true;
  toEnd();
  box.focus({ preventScroll: true });
});
addEventListener(
  'scroll',
  () => {
    if (nearEnd()) newer.hidden = true;
  },
  { passive: true },
);

// --- sending: one at a time, in order, each with its own nonce, until the server has it ---------------------------------------

function enqueue(path, field, value, shown) {
  const pending = document.getElementById('pending-template').content.firstElementChild.cloneNode(true);
  const fields = pending.elements;
  fields._csrf_token.value = main.dataset.csrf;
  fields.lang.value = main.dataset.lang;
  fields.nonce.value = nonce();
  fields.text.name = field;
  fields[field].value = value;
  pending.querySelector('.text').textContent = shown;
  pending.setAttribute('hx-post', path);
  outbox.append(pending);
  htmx.process(pending);
  notice.replaceChildren();
  begin();
  pump();
  toEnd();
}

function mark(pending, state) {
  showState(pending, state);
  tidy();
}

function pump() {
  const head = outbox.firstElementChild;
  if (head?.dataset.state === 'queued') head.requestSubmit();
}

/** A refused text goes back into the box, with what was queued behind it, so that nothing is lost. */
function takeBack(pending, words) {
  const unsent = [...outbox.children].slice([...outbox.children].indexOf(pending));
  const texts = unsent.map((p) => p.elements.text?.value).filter(Boolean);
  unsent.forEach((p) => p.remove());
  putBack(box, texts);
  box.dispatchEvent(new Event('change'));
  notice.innerHTML = words;
  tidy();
  if (texts.length) box.focus();
}

/** The conversation changed its language: draw the whole page in it, as soon as nothing would be lost by that. */
function speak(language) {
  spoken = language ?? spoken;
  if (spoken !== main.dataset.lang && !outbox.childElementCount && !box.value) location.reload();
}

function answered(pending, xhr) {
  const { status, responseText } = xhr;
  if (over) return;
  if (status >= 200 && status < 300) {
    pending.remove();
    merge(responseText);
    listen();
    tidy();
    pump();
    if (pending.getAttribute('hx-post') === '/press') handover.look();
    speak(xhr.getResponseHeader('X-Language'));
  } else if (status === 422 || status === 409) {
    takeBack(pending, responseText);
    if (status === 409) handover.look(); // the chat has ended: what is possible now is offered with the text
    fetchNews();
  } else if (pending.hidden) {
    // it arrived all the same: the log already shows it
    pending.remove();
    tidy();
    pump();
  } else {
    if (xhr.getResponseHeader('X-Emergency')) merge(responseText);
    mark(pending, 'failed');
  }
}

function resend() {
  const head = outbox.firstElementChild;
  if (head?.dataset.state === 'failed') head.requestSubmit();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = box.value.trim();
  box.value = '';
  box.dispatchEvent(new Event('change'));
  enqueue('/messages', 'text', text, text);
  box.focus({ preventScroll: true });
});

document.getElementById('press').addEventListener('submit', (event) => {
  event.preventDefault();
  enqueue('/press', 'payload', event.submitter.value, event.submitter.textContent.trim());
  document.getElementById('end').focus({ preventScroll: true });
});

// --- staying connected ----------------------------------------------------------------------------------------------------

function begin() {
  if (main.classList.contains('is-started')) return;
  main.classList.add('is-started');
  document.querySelector('.about').open = false;
}

function listen() {
  if (!live.childElementCount) reconnect();
}

function reconnect() {
  live.replaceChildren(document.getElementById('live-template').content.cloneNode(true));
  htmx.process(live);
}

function fetchNews() {
  const fetcher = document.getElementById('fetch');
  if (fetcher) htmx.trigger(fetcher, 'fetch');
}

function found() {
  clearTimeout(lostTimer);
  lostTimer = 0;
  connection.hidden = true;
}

function connected() {
  found();
  fetchNews();
  handover.look();
  resend();
}

function lost(delay) {
  lostTimer ||= setTimeout(() => {
    connection.hidden = false;
  }, delay);
}

/** The chat has ended or was deleted: leave nothing on the screen; a text just sent begins a new one. */
function gone(sent) {
  if (leaving || !main.isConnected) return;
  const unsent = sent?.matches?.('.pending') ? sent.elements.text?.value : '';
  over = true;
  live.replaceChildren();
  log.replaceChildren();
  outbox.replaceChildren();
  box.value = unsent ?? '';
  if (box.value) form.submit();
  else location.replace('/gone');
}

// A form that leads away from here (start again) draws the next page itself: what it ends is not said on this one too.
document.addEventListener('submit', (event) => {
  leaving ||= !event.defaultPrevented;
});

htmx.createEventSource = () => {
  const source = new EventSource(`/events?after=${last}`);
  source.addEventListener('typing', handover.writes);
  source.addEventListener('gone', () => gone());
  return source;
};
document.addEventListener('htmx:sseOpen', connected);
document.addEventListener('htmx:sseError', () => {
  lost(GRACE);
  fetchNews();
});
document.addEventListener('htmx:configRequest', (event) => {
  event.detail.parameters.after = last;
});
document.addEventListener('htmx:beforeRequest', (event) => {
  if (event.target.matches('.pending')) mark(event.target, 'sending');
});
document.addEventListener('htmx:beforeOnLoad', (event) => {
  if (event.detail.xhr.status !== 410) return;
  event.preventDefault();
  gone(event.target);
});
document.addEventListener('htmx:afterRequest', (event) => {
  const { xhr } = event.detail;
  if (event.target.matches('.pending')) answered(event.target, xhr);
  else if (event.target.id === 'fetch' && xhr.status === 200) merge(xhr.responseText);
  else if (event.target.id === 'stand' && xhr.status === 200 && !over) stand(handover.draw(xhr.responseText));
});

addEventListener('offline', () => lost(0));
addEventListener('online', () => {
  found();
  if (live.childElementCount) reconnect();
  resend();
});
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState !== 'visible') return;
  fetchNews();
  tellSeen();
});

// --- a counsellor: what the handover status says changes what the page does -------------------------------------------------------------

/** Take note of how things stand now: how long the chat is kept, and whether it can be written in. */
function stand(now) {
  if (now.keep) [keep, ends] = [now.keep, Date.now() + now.left];
  tidy();
}

function tell(path, fields) {
  const body = new URLSearchParams({ _csrf_token: main.dataset.csrf, ...fields });
  fetch(path, { method: 'POST', body, redirect: 'manual' }).catch(() => {}); // missed is missed: nothing depends on it
}

/** The counsellor sees how far the person has read, only while the page is in view. */
function tellSeen() {
  if (handover.stage() !== 'counsellor' || document.visibilityState !== 'visible' || last <= seen) return;
  seen = last;
  tell('/seen', { seq: last });
}

box.addEventListener('input', () => {
  if (handover.stage() !== 'counsellor' || Date.now() - typed < TYPING) return;
  typed = Date.now();
  tell('/typing', {});
});

// The clock of keeping: warn before the end; at the end ask the server, and without it show nothing any more.
setInterval(() => {
  if (!live.childElementCount) return;
  const rest = ends - Date.now();
  ending.hidden = rest > WARNING || rest <= 0;
  if (rest > 0) return;
  if (navigator.onLine) fetchNews();
  else gone();
}, 60_000);

if (!waiting.hidden)
  patienceTimer = setTimeout(() => {
    waiting.hidden = true;
  }, PATIENCE);
stand(handover.begin());
if (main.classList.contains('is-started')) {
  listen();
  toEnd();
}
if (location.hash === '#end') history.replaceState(null, '', '/');
