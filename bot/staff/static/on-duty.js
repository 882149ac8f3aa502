// Keeps a counsellor on duty while any staff page is open, not only the desk, and shows there that something is new at the desk.
(() => {
  'use strict';
  const desk = document.querySelector('.nav a[href="/desk"]');
  if (!desk || document.getElementById('console-body')?.dataset.at === '') return; // the desk keeps itself alive
  const title = document.title;
  const show = () => {
    desk.classList.add('has-news');
    document.title = `● ${title}`;
  };
  const news = new EventSource('/desk/events');
  for (const event of ['chat', 'queue']) news.addEventListener(event, show);
  news.addEventListener('end', () => news.close());
  addEventListener('pagehide', () => news.close());
})();
