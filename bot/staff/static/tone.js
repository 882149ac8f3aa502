// What staff hear: one tone for what is new, another for danger, another for a colleague who calls for help.

const NEWS = [[587, 784]]; // Hz
const DANGER = [
  [880, 1175],
  [880, 1175],
  [880, 1175],
]; // three times and higher: told from a message with eyes closed
const HELP = [
  [784, 587],
  [784, 587],
]; // twice and falling
const TONES = { danger: DANGER, help: HELP };
let tone = null;

/** Keep a tick of this page in the browser, so that it is still there after the page is loaded again. */
export function keep(tick, usual) {
  tick.checked = (localStorage.getItem(`desk-${tick.id}`) ?? String(usual)) === 'true';
  tick.addEventListener('change', () => localStorage.setItem(`desk-${tick.id}`, String(tick.checked)));
}

/** Play the tone of something. */
export function play(what) {
  tone ??= new AudioContext();
  (TONES[what] ?? NEWS).forEach((pair, number) => sing(pair, tone.currentTime + number * 0.6));
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
