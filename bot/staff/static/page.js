// A page that the browser kept is never shown again as it was: after signing out, the way back shows nothing.
(() => {
  'use strict';
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    document.body?.remove();
    location.reload();
  });

  document.addEventListener('click', (event) => {
    const menu = document.getElementById('menu');
    if (menu?.open && !menu.contains(event.target)) menu.open = false;
  });

  document.addEventListener('keydown', (event) => {
    const menu = document.getElementById('menu');
    if (event.key !== 'Escape' || !menu?.open) return;
    menu.open = false;
    menu.querySelector('summary').focus();
  });
})();
