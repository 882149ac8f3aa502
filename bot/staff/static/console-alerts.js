// Who has turned away hears and sees that something waits: a tone, a notice of the desktop, a number in the title. No words of anybody.

const said = document.getElementById('said').dataset;
const title = document.title;
const sound = document.getElementById('sound');
const ask = document.getElementById('ask-notices');
const NEWS = [[587, 784]]; // Hz
const DANGER = [
  [880, 1175],
  [880, 1175],
  [880, 1175],
]; // three times and higher: told from a message with eyes closed
let tone = null;

/** Keep a tick of this page in the browser, so that it is still there after the page is loaded again. */
export function keep(tick, usual) {
  tick.checked = (localStorage.getItem(`desk-${tick.id}`) ?? String(usual)) === 'true';
  tick.addEventListener('change', () => localStorage.setItem(`desk-${tick.id}`, String(tick.checked)));
}

/** Show how much waits in the title of the window. */
export function count(number) {
  document.title = number ? `(${number}) ${title}` : title;
}

/** Tell about somebody who waits, or about a message, where nobody is looking. */
export function tell(what) {
  if (sound.checked) play(what === 'danger' ? DANGER : NEWS);
  if (document.getElementById('console-body').dataset.at) return; // in practice nobody real waits
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notice = new Notification(said[what], { tag: what, silent: true });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}

function play(tones) {
  tone ??= new AudioContext();
  tones.forEach((pair, number) => sing(pair, tone.currentTime + number * 0.6));
}

function sing([low, high], begin) {
  const [pitch, volume] = [tone.createOscillator(), tone.createGain()];
  pitch.frequency.setValueAtTime(low, begin);
  pitch.frequency.setValueAtTime(high, begin + 0.13);
  volume.gain.setValueAtTime(0, begin);
  volume.gain.linearRampToValueAtTime(0.12, begin + 0.03);
  volume.gain.exponentialRampToValueAtTime(0.001, begin + 0.45);
  pitch.connect(volume).connect(tone.destination);
  pitch.start(begin);
  pitch.stop(begin + 0.5);
}

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
  if (sound.checked) play(NEWS);
});
keep(sound, false);
document.getElementById('alerts').hidden = false;
show();
