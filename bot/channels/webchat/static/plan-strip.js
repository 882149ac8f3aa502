// The plan in the chat: the server draws it; here it is put in place without closing it or taking the focus away.

const place = () => document.getElementById('plan-strip');

/** Put what the server drew in place of what is there, if it is different. */
export function drawPlan(page) {
  const fresh = page.getElementById('plan-strip');
  const old = place();
  if (!fresh || fresh.innerHTML === (old.dataset.drawn ?? old.innerHTML)) return;
  const drawn = fresh.innerHTML;
  const focused = old.contains(document.activeElement);
  const opened = old.querySelector('details')?.open;
  const details = fresh.querySelector('details');
  if (details && opened) details.open = true;
  fresh.dataset.drawn = drawn;
  old.replaceWith(fresh);
  if (focused) fresh.querySelector('summary')?.focus({ preventScroll: true });
}

/** A press beside the sheet closes it; beside the chat, on a wide screen, it stays. */
function close() {
  const details = place()?.querySelector('details[open]');
  if (details && matchMedia('(width < 84rem)').matches) details.open = false;
}
document.addEventListener('click', (event) => {
  if (!place()?.contains(event.target)) close();
});
