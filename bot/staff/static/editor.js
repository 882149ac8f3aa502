// While somebody writes: how long it is, what is wrong, how it will look. Without it the same is said when the draft is saved.
(() => {
  'use strict';
  const PAUSE = 400;
  const form = document.querySelector('form[data-check]');
  if (!form) return;

  let asked = 0;
  let waiting = 0;
  const check = async () => {
    const number = ++asked;
    let answer;
    try {
      answer = await fetch(form.dataset.check, {
        method: 'POST',
        body: new URLSearchParams(new FormData(form)),
        headers: { 'HX-Request': 'true' },
      });
    } catch {
      return;
    }
    const elsewhere = answer.headers.get('HX-Redirect');
    if (elsewhere || !answer.ok || number !== asked) return;
    const said = new DOMParser().parseFromString(await answer.text(), 'text/html');
    for (const fresh of said.querySelectorAll('[data-live]')) {
      const old = document.getElementById(fresh.id);
      if (!old || old.innerHTML === fresh.innerHTML) continue;
      const open = [...old.querySelectorAll('details')].map((one) => one.open);
      old.replaceChildren(...fresh.childNodes);
      old.querySelectorAll('details').forEach((one, place) => {
        one.open = Boolean(open[place]);
      });
      old.hidden = fresh.hidden;
      const box = document.querySelector(`[aria-describedby~="${CSS.escape(fresh.id)}"]`);
      if (box?.matches('input, textarea, select')) box.toggleAttribute('aria-invalid', false);
      if (
        box?.matches('input, textarea, select') &&
        (fresh.id.startsWith('error-') ? !old.hidden : old.querySelector('.finding'))
      )
        box.setAttribute('aria-invalid', 'true');
    }
  };
  const later = () => {
    clearTimeout(waiting);
    waiting = setTimeout(check, PAUSE);
  };

  let changed = false;
  for (const box of form.elements) {
    box.addEventListener('input', () => {
      changed = true;
      if (box.name !== 'comment') later();
    });
  }
  form.addEventListener('submit', () => {
    changed = false;
  });
  addEventListener('beforeunload', (event) => {
    if (changed) event.preventDefault();
  });

  for (const name of document.querySelectorAll('code[data-insert]')) {
    const box = document.getElementById(name.dataset.insert);
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'button';
    button.append(name.cloneNode(true));
    button.addEventListener('click', () => {
      box.setRangeText(name.textContent, box.selectionStart, box.selectionEnd, 'end');
      box.dispatchEvent(new Event('input'));
      box.focus();
    });
    name.replaceWith(button);
  }
})();
