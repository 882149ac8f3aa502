// Who has turned away hears and sees that something waits: a tone, a notice of the desktop, a number in the title. No words of anybody.

import { keep, play } from './tone.js';

export { keep };
const said = document.getElementById('said').dataset;
const title = document.title;
const sound = document.getElementById('sound');
const ask = document.getElementById('ask-notices');
const alarm = document.getElementById('alarm');
const AGAIN = 8_000; // ms after which the alarm sounds again, until it was seen
const seen = new Set(JSON.parse(sessionStorage.getItem('alarms-seen') ?? '[]'));
let ringing = [];
let rings = 0;

/** Show how much waits in the title of the window. */
export function count(number) {
  document.title = number ? `(${number}) ${title}` : title;
}

/** Tell about somebody who waits, or about a message, where nobody is looking. */
export function tell(what) {
  if (sound.checked) play(what);
  if (document.getElementById('console-body').dataset.at) return; // in practice nobody real waits
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notice = new Notification(said[what], { tag: what, silent: true });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}

/** Sound the alarm for those in danger who are there and wait, until the counsellor has seen it, or nobody of them waits. */
export function alarmFor(waiting) {
  ringing = waiting.filter((id) => !seen.has(id));
  alarm.hidden = !ringing.length;
  if (!ringing.length) {
    clearInterval(rings);
    rings = 0;
  } else if (!rings) {
    tell('danger');
    rings = setInterval(() => tell('danger'), AGAIN);
  }
  return ringing.length > 0;
}

document.getElementById('alarm-seen').addEventListener('click', () => {
  for (const id of ringing) seen.add(id);
  sessionStorage.setItem('alarms-seen', JSON.stringify([...seen]));
  alarmFor([]);
  document.getElementById('queue').focus();
});

function show() {
  const state = 'Notification' in window ? Notification.permission : '';
  ask.hidden = state !== 'default';
  document.getElementById('notices-on').hidden = state !== 'granted';
  document.getElementById('notices-off').hidden = state !== 'denied';
}

ask.addEventListener('click', async () => {
  await Notification.requestPermission();
  show();
});
sound.addEventListener('change', () => {
  if (sound.checked) play('news');
});
keep(sound, false);
document.getElementById('alerts').hidden = false;
show();
