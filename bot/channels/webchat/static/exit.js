// What must hold from the first paint, on every page: a quick way out, nothing left on the device, nothing stale shown.
(() => {
  'use strict';
  const { exitUrl, csrf } = document.currentScript.dataset;
  const escapes = [];

  // Nothing on these pages may keep anything on the device, vendored code included.
  Storage.prototype.setItem = () => {
    throw new DOMException('Nothing is stored on this device.', 'SecurityError');
  };

  function leave() {
    // quiet: the server ends the session and answers without a redirect, which a beacon would follow.
    const words = new URLSearchParams({ _csrf_token: csrf, quiet: '1' });
    const sent = navigator.sendBeacon?.('/leave', words);
    if (!sent) fetch('/leave', { method: 'POST', body: words, keepalive: true, redirect: 'manual' }).catch(() => {});
    document.title = '';
    document.body?.remove();
    location.replace(exitUrl);
  }

  document.addEventListener(
    'submit',
    (event) => {
      if (!event.target.matches('[data-leave]')) return;
      event.preventDefault();
      leave();
    },
    true,
  );

  document.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape' || event.repeat || event.isComposing || event.keyCode === 229) return;
      escapes.push(performance.now());
      if (escapes.length > 3) escapes.shift();
      if (escapes.length === 3 && escapes[2] - escapes[0] < 2000) leave();
    },
    true,
  );

  addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    document.body?.remove();
    location.reload();
  });
})();
