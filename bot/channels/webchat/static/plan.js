// Printing the plan: only where the browser can, and only when it was asked to.

const button = document.getElementById('print');

if (button && typeof window.print === 'function') {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
