// Live parts of the supervisors' pages. Without it the pages are read by loading them again.
import { keep, play } from './tone.js';

(() => {
  const EVERY = 20000;

  const listen = (element, heard) => {
    const source = new EventSource(element.dataset.events);
    source.addEventListener('changed', heard);
    addEventListener('pagehide', () => source.close());
  };

  const region = document.querySelector('[data-fresh]');
  if (region) {
    const sound = document.getElementById('sound');
    const ring = () => {
      if (sound.checked && region.querySelector('[data-help]').dataset.help) play('help'); // again at every look, until it is well
    };
    keep(sound, false);
    sound.closest('[hidden]').hidden = false;
    sound.addEventListener('change', () => sound.checked && play('help'));
    let asked = 0;
    const refresh = async () => {
      const number = ++asked;
      let answer;
      try {
        answer = await fetch(region.dataset.fresh, { headers: { 'HX-Request': 'true' } });
      } catch {
        return;
      }
      const elsewhere = answer.headers.get('HX-Redirect');
      if (elsewhere) location.assign(elsewhere);
      if (!answer.ok || number !== asked) return;
      const words = await answer.text();
      const focused = region.contains(document.activeElement) ? document.activeElement.id : '';
      region.innerHTML = words;
      ring();
      if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
    };
    listen(region, refresh);
    setInterval(refresh, EVERY);
  }

  const old = document.querySelector('[data-old]');
  if (old)
    listen(old, () => {
      old.querySelector('p').hidden = false;
    });
})();
