// In practice: how many really wait is looked up again and again, so that nobody real is forgotten.
(() => {
  'use strict';
  const EVERY = 10000;
  const place = document.querySelector('#really[data-fresh]');
  if (!place) return;
  setInterval(async () => {
    try {
      const answer = await fetch(place.dataset.fresh, { headers: { 'HX-Request': 'true' } });
      if (!answer.ok) return;
      const words = await answer.text();
      if (words.trim() !== place.innerHTML.trim()) place.innerHTML = words;
    } catch {
      // the next time
    }
  }, EVERY);
})();
