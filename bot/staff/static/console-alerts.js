// Who has turned away hears and sees that something waits: a tone, a notice of the desktop, a number in the title. No words of anybody.

const said = document.getElementById('said').dataset;
const title = document.title;
const sound = document.getElementById('sound');
const ask = document.getElementById('ask-notices');
let tone = null;

/** Show how much waits in the title of the window. */
export function count(number) {
  document.title = number ? `(${number}) ${title}` : title;
}

/** Tell about somebody who waits, or about a message, where nobody is looking. */
export function tell(what) {
  if (sound.checked) play();
  if (document.getElementById('console-body').dataset.at) return; // in practice nobody real waits
  if (document.visibilityState === 'visible' && document.hasFocus()) return;
  if (!('Notification' in window) || Notification.permission !== 'granted') return;
  const notice = new Notification(said[what], { tag: what, silent: true });
  notice.onclick = () => {
    window.focus();
    notice.close();
  };
}

function play() {
  tone ??= new AudioContext();
  const begin = tone.currentTime;
  const [pitch, volume] = [tone.createOscillator(), tone.createGain()];
  pitch.frequency.setValueAtTime(587, begin);
  pitch.frequency.setValueAtTime(784, begin + 0.13);
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
  if (sound.checked) play();
});
document.getElementById('alerts').hidden = false;
show();
