// The live conversation: what is written goes out in order and is never lost; what comes in is shown once and in order.
// The page works without this file; the server draws every bubble.

import * as handover from './handover-status.js';
import { LiveEvents } from './live-events.js';
import { insertInOrder, isNearEnd, newMessages, seqOf } from './message-log.js';
import { Outbox, Refused } from './outbox.js';
import { putBack } from './pending-message.js';
import { drawPlan } from './plan-strip.js';
import { oneAtATime, request } from './requests.js';

const main = document.getElementById('main');
const log = document.getElementById('log');
const form = document.getElementById('composer');
const box = document.getElementById('text');
const notice = document.getElementById('notice');
const waiting = document.getElementById('waiting');
const connection = document.getElementById('connection-words');
const newer = document.getElementById('newer');
const ending = document.getElementById('ending');
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
const onOneLine = (text) => text.replace(/\s+/g, ' ').trim();
const wordsOf = (bubble) => onOneLine([...bubble.querySelectorAll('.text')].map((p) => p.textContent).join(' '));

/** Put the bubbles of a fragment where they belong; those already here are left alone. The plan comes with them. */
function merge(html) {
  const page = new DOMParser().parseFromString(html, 'text/html');
  drawPlan(page);
  const fresh = newMessages(page);
  if (!fresh.length) return;
  const reading = nearEnd();
  for (const bubble of fresh) {
    if (author(bubble) === 'person') outbox.arrived((shown) => onOneLine(shown) === wordsOf(bubble));
    if (author(bubble) !== 'person') bubble.classList.add('is-new');
    insertInOrder(log, bubble);
    last = Math.max(last, seqOf(bubble));
  }
  ends = Date.now() + keep;
  ending.hidden = true;
  if (fresh.some((b) => author(b) === 'counsellor')) handover.quiet();
  if (handover.stage() !== 'assistant') fetchStatus();
  tidy();
  follow(fresh, reading);
  tellSeen();
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
    if (newest?.contains(choices)) choices.hidden = outbox.size > 0 || handover.stage() === 'closed';
    else choices.remove();
  }
  if (reading && main.classList.contains('is-started') && !nearEnd()) toEnd();
  const bubbles = [...log.querySelectorAll('article')];
  const asked = outbox.has('sending') || (bubbles.length && author(bubbles.at(-1)) === 'person');
  const show = Boolean(asked && !outbox.has('failed') && ['assistant', 'waiting'].includes(handover.stage()));
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

// --- sending ---------------------------------------------------------------------------------------------------------

const outbox = new Outbox(document.getElementById('outbox'), document.getElementById('pending-template'), {
  send,
  taken,
  refused: takeBack,
  failed: () => {},
  changed: tidy,
});

function enqueue(path, fields, shown) {
  notice.replaceChildren();
  begin();
  outbox.add(fields, shown, path);
  outbox.pump();
  toEnd();
}

async function send(message) {
  const { csrf, lang } = main.dataset;
  const answer = await request(message.path, { _csrf_token: csrf, lang, ...message.fields, after: last });
  if (answer.ok) return answer;
  if (answer.status === 410) gone(message.fields.text);
  if (answer.status === 422 || answer.status === 409) throw new Refused(answer.html, { cause: answer.status });
  if (answer.headers.get('X-Emergency') && !message.element.hidden && !over) merge(answer.html);
  throw new Error(String(answer.status));
}

function taken(message, answer) {
  if (over) return;
  merge(answer.html);
  listen();
  if (message.path === '/press') fetchStatus();
  speak(answer.headers.get('X-Language'));
}

/** A refused text goes back into the box, with what was queued behind it, so that nothing is lost. */
function takeBack(texts, refusal) {
  putBack(box, texts);
  box.dispatchEvent(new Event('change'));
  notice.innerHTML = refusal.message;
  if (texts.length) box.focus();
  if (refusal.cause === 409) fetchStatus(); // the chat has ended: what is possible now is offered with the text
  fetchNews();
}

/** The conversation changed its language: draw the whole page in it, as soon as nothing would be lost by that. */
function speak(language) {
  spoken = language ?? spoken;
  if (spoken !== main.dataset.lang && !outbox.size && !box.value) location.reload();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const text = box.value.trim();
  box.value = '';
  box.dispatchEvent(new Event('change'));
  enqueue('/messages', { text }, text);
  box.focus({ preventScroll: true });
});

document.getElementById('press').addEventListener('submit', (event) => {
  event.preventDefault();
  enqueue('/press', { payload: event.submitter.value }, event.submitter.textContent.trim());
  document.getElementById('end').focus({ preventScroll: true });
});

// --- staying connected ----------------------------------------------------------------------------------------------------

function begin() {
  if (main.classList.contains('is-started')) return;
  main.classList.add('is-started');
  for (const line of document.querySelectorAll('.about details')) line.open = false;
}

const live = new LiveEvents(() => `/events?after=${last}`, {
  connected,
  lost: () => {
    lost(GRACE);
    fetchNews();
  },
  events: {
    news: () => fetchNews(),
    status: () => fetchStatus(),
    seen: () => fetchStatus(),
    typing: handover.writes,
    gone: () => gone(),
  },
});

function listen() {
  if (!live.isOpen) live.open();
}

const fetchNews = whileListening('/messages', merge);
const fetchStatus = whileListening('/status', (html) => stand(handover.draw(html)));

/** Return a function that fetches a fragment and shows it, as long as the page listens. */
function whileListening(path, show) {
  const ask = oneAtATime(async () => {
    const { status, html } = await request(`${path}?after=${last}`);
    if (status === 410) gone();
    else if (status === 200 && !over) show(html);
  });
  return () => {
    if (live.isOpen) ask();
  };
}

function found() {
  clearTimeout(lostTimer);
  lostTimer = 0;
  connection.hidden = true;
}

function connected() {
  found();
  fetchNews();
  fetchStatus();
  outbox.resend();
}

function lost(delay) {
  lostTimer ||= setTimeout(() => {
    connection.hidden = false;
  }, delay);
}

/** The chat has ended or was deleted: leave nothing on the screen; a text just sent begins a new one. */
function gone(unsent = '') {
  if (leaving || !main.isConnected) return;
  over = true;
  live.close();
  log.replaceChildren();
  outbox.close();
  outbox.empty();
  box.value = unsent;
  if (box.value) form.submit();
  else location.replace('/gone');
}

// A form that leads away from here (start again) draws the next page itself: what it ends is not said on this one too.
document.addEventListener('submit', (event) => {
  leaving ||= !event.defaultPrevented;
});

addEventListener('offline', () => lost(0));
addEventListener('online', () => {
  found();
  if (live.isOpen) live.open();
  outbox.resend();
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
  if (!live.isOpen) return;
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
