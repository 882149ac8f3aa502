// Keeps a counsellor on duty while any staff page is open, not only the desk, and comes to an end with the session.
(() => {
  'use strict';
  const desk = document.querySelector('.nav a[href="/desk"]');
  if (!desk || document.getElementById('console-body')?.dataset.at === '') return; // the desk keeps itself alive
  const news = new EventSource('/desk/events');
  news.addEventListener('end', () => news.close());
  addEventListener('pagehide', () => news.close());
})();
