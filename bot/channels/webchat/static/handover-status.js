// The status of the handover, above the box: who is there, who waits, what comes after the end. The server draws it;
// here it is put in place without taking the focus, an opened part or a half-written text away.

const main = document.getElementById('main');
const box = document.getElementById('text');
const composer = document.getElementById('composer');
const under = document.querySelector('.under');
const says = document.getElementById('handover-status-says');
const writing = document.getElementById('writing');
const WRITES = 6_000; // ms that "is writing" stays after the last sign of it
let writingTimer = 0;

const place = () => document.getElementById('handover-status');

/** Who answers now: assistant, waiting, counsellor or closed. */
export const stage = () => place().dataset.stage;

/** The page as the server drew it first. */
export function begin() {
  return settle();
}

/** Put what the server drew in place of what is there, if it is different; return how long the chat is kept. */
export function draw(html) {
  const fresh = new DOMParser().parseFromString(html, 'text/html').getElementById('handover-status');
  if (!fresh) return {};
  const old = place();
  const drawn = (status) => [status.dataset.stage, status.innerHTML.replace(/value="[^"]*"/g, '')].join();
  const before = old.dataset.drawn ?? drawn(old);
  if (before === drawn(fresh)) {
    for (const [name, value] of Object.entries(fresh.dataset)) old.dataset[name] = value;
    return settle();
  }
  fresh.dataset.drawn = drawn(fresh);
  const focused = old.contains(document.activeElement) ? document.activeElement : null;
  const opened = old.dataset.stage === fresh.dataset.stage ? old.querySelectorAll('details[open][data-keeps]') : [];
  for (const part of opened) {
    const same = fresh.querySelector(`details[data-keeps=${part.dataset.keeps}]`);
    if (same) same.open = true;
  }
  const words = fresh.querySelector('[data-say]')?.textContent.trim() ?? '';
  if (words !== old.querySelector('[data-say]')?.textContent.trim()) says.textContent = words;
  const unsent = old.querySelector('#unsent')?.value ?? '';
  const writesNow = composer.contains(document.activeElement);
  old.replaceWith(fresh);
  if (unsent) carry(unsent);
  if (focused) refocus(focused, fresh);
  const result = settle();
  if (composer.hidden && writesNow) fresh.focus({ preventScroll: true });
  return result;
}

/** A counsellor is writing: say so for a little while. */
export function writes() {
  const words = place().dataset.writing;
  if (!words) return;
  if (writing.textContent !== words) writing.textContent = words;
  clearTimeout(writingTimer);
  writingTimer = setTimeout(quiet, WRITES);
}

/** Nobody is writing any more. */
export function quiet() {
  clearTimeout(writingTimer);
  writing.textContent = '';
}

function settle() {
  const { stage: now, asks, keep, left } = place().dataset;
  const ended = now === 'closed';
  if (ended && box.value.trim()) {
    carry(box.value);
    box.value = '';
  }
  composer.hidden = ended;
  under.hidden = ended;
  main.classList.toggle('is-ended', ended);
  if (now !== 'counsellor') quiet();
  document.getElementById('code-item').hidden = !keep;
  document.getElementById('return-item').hidden = Boolean(keep);
  document.getElementById('again-item').hidden = asks === '1';
  markRead();
  return { keep: Number(keep ?? 0) * 1000, left: Number(left ?? 0) * 1000 };
}

/** Keep a text that was not sent: in the field after the end, else in the box. */
function carry(text) {
  const unsent = document.getElementById('unsent');
  if (!unsent) {
    box.value = [box.value, text].filter((t) => t.trim()).join('\n\n');
    box.dispatchEvent(new Event('change'));
    return;
  }
  if (unsent.value !== text) unsent.value = [unsent.value, text].filter((t) => t.trim()).join('\n\n');
  unsent.parentElement.hidden = false;
}

/** Where the focus was, it is again: on the same button or part, else on the status. */
function refocus(old, fresh) {
  const part = old.closest('details')?.dataset.keeps;
  const same =
    old.value && old.name === 'payload'
      ? fresh.querySelector(`[value="${CSS.escape(old.value)}"]`)
      : part
        ? fresh.querySelector(`details[data-keeps=${part}] > summary`)
        : null;
  (same ?? (box.closest('[hidden]') ? fresh : box)).focus({ preventScroll: true });
}

function markRead() {
  const { readFrom, readTo } = place().dataset;
  for (const old of document.querySelectorAll('#log .read')) old.remove();
  const own = [...document.querySelectorAll('#log [data-author=person]')];
  const read = own.findLast(
    (b) => Number(b.dataset.seq) >= Number(readFrom) && Number(b.dataset.seq) <= Number(readTo),
  );
  read?.querySelector('.stamp')?.append(document.getElementById('read-template').content.cloneNode(true));
}

// What was opened upwards closes when the person turns elsewhere.
function close(parts) {
  for (const part of parts) part.open = false;
}
document.addEventListener('click', (event) => {
  close([...document.querySelectorAll('.status-more[open]')].filter((part) => !part.contains(event.target)));
});
document.addEventListener('keydown', (event) => {
  const part = event.key === 'Escape' ? document.querySelector('.status-more[open]') : null;
  if (!part) return;
  part.open = false;
  part.querySelector('summary').focus();
});
