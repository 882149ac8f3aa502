// The live console: hears what is new and fetches it, and sends what the counsellor does. Without it every form works by itself.

import { alarmFor, tell as alert, count, keep } from './console-alerts.js';
import { Ended, parsed, renew, send } from './console-line.js';
import { Pane, said } from './console-pane.js';
import { Refused } from './outbox.js';

const root = document.getElementById('console-body');
const rail = document.getElementById('rail');
const railNotice = document.getElementById('rail-notice');
const place = document.getElementById('panes');
const empty = document.getElementById('empty');
const tabs = document.getElementById('tabs');
const lost = document.getElementById('lost');
const idle = document.getElementById('idle');
const pausePlace = document.getElementById('pause-place');
const newline = document.getElementById('newline');
const page = [...document.querySelector('main').childNodes];
const GRACE = 6_000; // ms a connection may be gone before the page says so
const AGAIN = 3_000; // ms until a closed stream is opened again
const TOGETHER = 150; // ms within which several changes of the queue are one
const WARNING = 120; // s before the end of the session that the page warns
const SINCE = 20_000; // ms between two looks at the minutes
const skew = Number(root.dataset.now) * 1000 - Date.now();
const panes = new Map();
const takenHere = new Set();
let view = 'queue';
let stream = null;
let over = false;
let leaving = false;
let lostTimer = 0;
let railTimer = 0;
let servedRail = '';

// --- chats -----------------------------------------------------------------------------------------------------------------

function adopt(element) {
  const pane = new Pane(element, heard);
  panes.set(pane.id, pane);
  return pane;
}

function heard(what, pane) {
  if (what === 'ended') ended();
  if (what === 'left') {
    remove(pane);
    if (pane.heavy) offerBreak();
  }
  if (what === 'written' && !pane.shown) alert('written');
  if (what === 'whispered') alert('whispered');
  draw();
}

/** Show a chat that has become the counsellor's: taken here, in another tab, or given by a colleague. */
async function open(id) {
  const answer = await send(`/chats/${id}`);
  const element = parsed(await answer.text()).querySelector('.pane');
  const known = panes.get(id);
  if (!element || (known && !known.state)) return known;
  known?.element.remove();
  place.insertBefore(element, empty);
  return adopt(element);
}

function remove(pane) {
  panes.delete(pane.id);
  takenHere.delete(pane.id);
  pane.element.remove();
  const next = [...panes.keys()].at(-1);
  show(next ?? 'queue');
  (next ? panes.get(next).element : document.getElementById('queue')).focus({ preventScroll: true });
  refresh();
}

/** What depends on all chats together: numbers, tabs, the empty place. */
function draw() {
  const waiting = Number(document.getElementById('queue')?.dataset.waiting ?? 0);
  let unread = 0;
  for (const pane of panes.values()) {
    unread += pane.unread;
    const mark = rail.querySelector(`[data-unread="${pane.id}"]`);
    if (mark) {
      mark.textContent = pane.unread || '';
      mark.hidden = !pane.unread;
    }
    pane.element.classList.toggle('is-shown', view === pane.id);
  }
  empty.hidden = panes.size > 0;
  place.dataset.count = panes.size;
  root.dataset.view = view;
  drawTabs(waiting);
  count(waiting + unread);
}

function drawTabs(waiting) {
  const wanted = [
    ['queue', said.tabQueue, waiting],
    ...[...panes.values()].map((p) => [p.id, p.element.dataset.tag, p.unread]),
  ];
  while (tabs.childElementCount > wanted.length) tabs.lastElementChild.remove();
  wanted.forEach(([id, name, number], at) => {
    const tab =
      tabs.children[at] ??
      tabs.appendChild(document.getElementById('tab-template').content.firstElementChild.cloneNode(true));
    const [words, mark] = tab.children;
    words.textContent = name;
    mark.textContent = number;
    mark.hidden = !number;
    tab.dataset.open = id;
    tab.setAttribute('aria-pressed', String(view === id));
  });
  tabs.hidden = false;
}

function show(id) {
  view = id;
  draw();
  const pane = panes.get(id);
  if (!pane) return;
  pane.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  pane.toEnd();
  pane.look();
}

// --- the rail ----------------------------------------------------------------------------------------------------------------

function refresh() {
  clearTimeout(railTimer);
  railTimer = setTimeout(async () => {
    const html = await send('/desk/rail')
      .then((answer) => answer.text())
      .catch(failed);
    if (!html || html === servedRail) return;
    servedRail = html;
    replaceRail(parsed(html).body);
  }, TOGETHER);
}

/** The chats of those who wait in danger and are there. */
function inDanger() {
  return document.getElementById('queue')?.dataset.danger.split(' ').filter(Boolean) ?? [];
}

/** The chats of colleagues who call for help. */
function helpCalls() {
  return document.getElementById('help')?.dataset.help.split(' ').filter(Boolean) ?? [];
}

/** Sound the alarm, on duty and outside practice: nobody else can come. */
function ring() {
  const onDuty = document.querySelector('#duty .light-on');
  return alarmFor(onDuty && !root.dataset.at ? inDanger() : []);
}

/** Put the new rail in, without taking the focus or a half-made choice from whoever is there. */
function replaceRail(fresh) {
  const before = Number(document.getElementById('queue')?.dataset.waiting ?? 0);
  const knownDanger = inDanger();
  const knownHelp = helpCalls();
  const key = document.activeElement?.closest('#rail [data-key]')?.dataset.key;
  for (const block of fresh.querySelectorAll('.block')) {
    const there = document.getElementById(block.id);
    const busy =
      block.id === 'duty' && there.contains(document.activeElement) && document.activeElement.matches('select, input');
    if (there.innerHTML !== block.innerHTML && !busy) there.replaceWith(block);
    else if (!busy) there.hidden = block.hidden;
  }
  if (key && !document.activeElement?.closest('#rail'))
    (rail.querySelector(`[data-key="${key}"]`) ?? document.getElementById('queue')).focus();
  const rings = ring();
  if (helpCalls().some((id) => !knownHelp.includes(id))) alert('help');
  else if (!rings && inDanger().some((id) => !knownDanger.includes(id))) alert('danger');
  else if (Number(document.getElementById('queue').dataset.waiting) > before) alert('waiting');
  draw();
}

function tick() {
  const now = Date.now() + skew;
  for (const time of document.querySelectorAll('time[data-since]')) {
    time.textContent = said.min.replace('{n}', Math.max(0, Math.floor((now / 1000 - Number(time.dataset.since)) / 60)));
  }
}

// --- actions ---------------------------------------------------------------------------------------------------------------------

const actions = {
  async take(form) {
    takenHere.add(form.dataset.chat);
    await act(form);
    const pane = await open(form.dataset.chat);
    refresh();
    if (!pane) return;
    show(pane.id);
    pane.box.focus();
  },
  async duty(form) {
    await act(form);
    document.activeElement?.blur();
    refresh();
  },
  async pause(form) {
    await act(form);
    pausePlace.replaceChildren();
    refresh();
  },
  reply(_form, pane) {
    const text = pane.box.value.trim();
    if (!text) return;
    pane.box.value = '';
    pane.say({ text }, text);
    pane.box.focus({ preventScroll: true });
  },
  entry(form, pane) {
    pane.say({ key: form.elements.key.value }, form.dataset.shown);
    pane.box.focus({ preventScroll: true });
  },
  search(form, pane) {
    return pane.search(form);
  },
  async note(form, pane) {
    await act(form);
    form.reset();
    form.elements.note.value = '';
    await pane.caseNotes();
    pane.notice('');
  },
  async labels(form, pane) {
    await act(form);
    form.querySelector('[type=submit]').focus();
    await pane.caseNotes();
  },
  async help(form, pane) {
    const wanted = form.querySelector('button').value;
    await send(new URL(form.action).pathname, { wanted });
    await pane.news();
    form.querySelector('button').focus({ preventScroll: true });
  },
  async leave(form, pane) {
    const answer = await act(form);
    remove(pane);
    if (answer.headers.get('X-Pause')) offerBreak();
  },
};

function offerBreak() {
  pausePlace.replaceChildren(document.getElementById('pause-template').content.cloneNode(true));
  document.getElementById('pause').focus();
}

function act(form) {
  return send(new URL(form.action).pathname.slice(root.dataset.at.length), new FormData(form));
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  const kind = form.dataset.live;
  if (!kind) {
    leaving = true;
    return;
  }
  event.preventDefault();
  if (form.dataset.busy) return;
  const pane = panes.get(form.closest('.pane')?.dataset.chat);
  form.dataset.busy = '1';
  railNotice.hidden = true;
  try {
    await actions[kind](form, pane);
  } catch (fault) {
    refuse(fault, pane);
  } finally {
    delete form.dataset.busy;
  }
});

function refuse(fault, pane) {
  if (fault instanceof Ended) {
    ended();
    return;
  }
  const words = fault instanceof Refused ? fault.message : said.failed;
  if (pane) pane.notice(words);
  else {
    railNotice.textContent = words;
    railNotice.hidden = false;
  }
  refresh();
  pane?.news();
}

document.addEventListener('click', (event) => {
  const put = event.target.closest('[data-words]');
  const opened = event.target.closest('[data-open]');
  if (put) panes.get(put.closest('.pane')?.dataset.chat)?.put(put.dataset.words);
  else if (opened) {
    show(opened.dataset.open);
    panes.get(opened.dataset.open)?.box.focus({ preventScroll: true });
  } else if (event.target.closest('[data-pause-on]')) {
    pausePlace.replaceChildren();
    place.focus();
  } else return;
  event.preventDefault();
});
document.addEventListener('keydown', (event) => {
  if (event.key === ' ' && event.target.matches('a[role=button]')) {
    event.preventDefault();
    event.target.click();
  }
});

// --- staying connected -----------------------------------------------------------------------------------------------------------

function listen() {
  stream?.close();
  stream = new EventSource(`${root.dataset.at}/desk/events`);
  stream.addEventListener('open', () => {
    clearTimeout(lostTimer);
    lostTimer = 0;
    lost.hidden = true;
    catchUp();
  });
  stream.addEventListener('error', () => {
    lostTimer ||= setTimeout(() => {
      lost.hidden = false;
    }, GRACE);
    if (stream.readyState === EventSource.CLOSED && !over) setTimeout(reconnect, AGAIN);
  });
  stream.addEventListener('queue', refresh);
  stream.addEventListener('chat', ({ data }) => changed(data));
  stream.addEventListener('case', ({ data }) => panes.get(data)?.caseNotes().catch(failed));
  stream.addEventListener('typing', ({ data }) => panes.get(data)?.typed());
  stream.addEventListener('left', ({ data }) => {
    idle.hidden = Number(data) > WARNING;
  });
  stream.addEventListener('end', ended);
}

async function changed(id) {
  const pane = panes.get(id);
  if (pane && !pane.state) {
    const before = pane.head;
    await pane.news();
    if (pane.state || pane.head !== before) refresh(); // the list shows what the heads show, not what is said
    return;
  }
  const given = await open(id).catch(failed);
  if (given && !takenHere.has(id)) alert('given');
  refresh();
}

/** From a new connection on nothing is missed: what came before is fetched once, and what was not sent goes out. */
function catchUp() {
  servedRail = '';
  refresh();
  for (const pane of panes.values()) pane.news().then(() => pane.resend());
}

async function reconnect() {
  try {
    await send('/desk/rail');
    listen();
  } catch (fault) {
    if (fault instanceof Ended) ended();
    else setTimeout(reconnect, AGAIN);
  }
}

function failed(fault) {
  if (fault instanceof Ended) ended();
  return '';
}

/** The session has ended: nothing of anybody stays on the screen; what was being written waits until somebody signs in again. */
function ended() {
  if (over) return;
  over = true;
  stream.close();
  count(0);
  const unsent = [...panes.values()].some((pane) => pane.unsent);
  document
    .querySelector('main')
    .replaceChildren(unsent ? (document.getElementById('ended-template')?.content.cloneNode(true) ?? '') : '');
  document.querySelector('.nav')?.remove();
  if (!unsent) {
    leaving = true;
    location.replace('/sign-in');
    return;
  }
  document.getElementById('go-on').addEventListener('click', goOn);
}

async function goOn() {
  try {
    const answer = await send('/desk');
    const fresh = parsed(await answer.text()).getElementById('console-body');
    if (fresh?.dataset.own !== root.dataset.own) {
      leaving = true;
      location.replace(`${root.dataset.at}/desk`);
      return;
    }
    renew(fresh.dataset.csrf);
  } catch {
    document.getElementById('not-yet').hidden = false;
    return;
  }
  document.querySelector('main').replaceChildren(...page);
  over = false;
  listen();
}

document.getElementById('still-here').addEventListener('click', () => {
  send('/desk/here', {}).then(() => {
    idle.hidden = true;
  }, failed);
});
addEventListener('online', reconnect);
addEventListener('offline', () => {
  lost.hidden = false;
});
addEventListener('focus', () => panes.forEach((pane) => pane.look()));
document.addEventListener('visibilitychange', () => panes.forEach((pane) => pane.look()));
addEventListener('beforeunload', (event) => {
  if (!leaving && [...panes.values()].some((pane) => pane.unsent)) event.preventDefault();
});

keep(newline, !matchMedia('(hover: hover) and (pointer: fine)').matches);
root.classList.add('is-live');
for (const element of place.querySelectorAll('.pane')) adopt(element);
const first = location.hash.startsWith('#chat-') && location.hash.slice(6);
show(panes.has(first) ? first : (panes.keys().next().value ?? 'queue'));
ring();
setInterval(tick, SINCE);
setInterval(() => panes.forEach((pane) => pane.look()), 1000);
listen();
