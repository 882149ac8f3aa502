// Copying the six words: only where the browser can, and only when it was asked to.

const copy = document.getElementById('copy');
const button = copy.querySelector('[data-copy]');
const done = copy.querySelector('[data-done]');

copy.hidden = !navigator.clipboard;
button.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(button.dataset.copy);
    done.textContent = done.dataset.done;
  } catch {
    copy.hidden = true;
  }
});
