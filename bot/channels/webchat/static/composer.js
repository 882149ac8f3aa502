// The comfort of writing: the box grows, Enter does what was chosen, nothing is sent half-converted, files are refused.
// It only ever submits the form, as a browser without it would; chat.js decides how the message travels.

import { submitOnEnter } from './enter-key.js';

const form = document.getElementById('composer');
const box = document.getElementById('text');
const count = document.getElementById('count');
const notice = document.getElementById('notice');
const newline = document.getElementById('enter-newline');
const menu = document.getElementById('menu');
const dock = document.querySelector('.dock');
const bar = document.querySelector('.bar');
const max = Number(box.dataset.max);
const NEAR_LIMIT = 100;
const MOST_TAKEN = 0.7; // of the window's height, by the bar and the dock together

function say(template, words) {
  const line = document.getElementById(template).content.cloneNode(true);
  if (words) line.querySelector('span').textContent = words;
  notice.replaceChildren(line);
}

function length() {
  return [...box.value].length;
}

function overWords() {
  return box.dataset.over.replace('{n}', length() - max);
}

function measure() {
  const left = max - length();
  count.classList.toggle('is-over', left < 0);
  count.textContent = left < 0 ? overWords() : left <= NEAR_LIMIT ? box.dataset.left.replace('{n}', left) : '';
  if (CSS.supports('field-sizing', 'content')) return;
  box.style.height = 'auto';
  box.style.height = `${box.scrollHeight + box.offsetHeight - box.clientHeight}px`;
}

box.addEventListener('input', measure);
box.addEventListener('change', measure);
submitOnEnter(box, { makesLines: () => newline.checked });

form.addEventListener(
  'submit',
  (event) => {
    const over = length() > max;
    if (!over && box.value.trim()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (over) say('too-long-template', overWords());
    box.focus();
  },
  true,
);

// Enter: a touch keyboard makes lines, a desktop keyboard sends, until the person chooses otherwise on this page.
function showEnter() {
  for (const hint of document.querySelectorAll('[data-enter]')) {
    hint.hidden = hint.dataset.enter !== (newline.checked ? 'newline' : 'send');
  }
  box.enterKeyHint = newline.checked ? 'enter' : 'send';
}

newline.checked = !matchMedia('(hover: hover) and (pointer: fine)').matches;
newline.addEventListener('change', showEnter);
newline.closest('label').hidden = false;
document.querySelector('.keys').hidden = false;
showEnter();

// Files: refused kindly wherever they are pasted or dropped, and never read.
function holdsFile(transfer) {
  return [...(transfer?.items ?? [])].some((item) => item.kind === 'file');
}

function refuse(event) {
  event.preventDefault();
  say('no-files-template');
}

document.addEventListener('dragover', (event) => {
  if (holdsFile(event.dataTransfer)) event.preventDefault();
});
document.addEventListener('drop', (event) => {
  if (holdsFile(event.dataTransfer)) refuse(event);
});
box.addEventListener('paste', (event) => {
  const words = event.clipboardData?.getData('text/plain') ?? '';
  const asText = /data:(image|video|audio|application)\/[\w.+-]+[;,]/i.test(words);
  if (asText || (holdsFile(event.clipboardData) && !words)) refuse(event);
});

// The menu closes when the person turns elsewhere.
document.addEventListener('click', (event) => {
  if (!menu.contains(event.target)) menu.open = false;
});
menu.addEventListener('focusout', (event) => {
  if (event.relatedTarget && !menu.contains(event.relatedTarget)) menu.open = false;
});
document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape' || !menu.open) return;
  menu.open = false;
  menu.querySelector('summary').focus();
});

// Where an on-screen keyboard covers the page instead of shrinking it (iOS), keep the bar and the box in sight.
const view = window.visualViewport;
function followKeyboard() {
  const zoomed = view.scale > 1.05;
  const covered = zoomed ? 0 : Math.max(0, window.innerHeight - view.height - view.offsetTop);
  document.documentElement.style.setProperty('--covered', `${covered}px`);
  document.documentElement.style.setProperty('--pan', `${zoomed ? 0 : view.offsetTop}px`);
}
view?.addEventListener('resize', followKeyboard);
view?.addEventListener('scroll', followKeyboard);

// With very large text the dock would cover the words: then it stands at the end of the page instead.
function giveRoom() {
  const taken = bar.offsetHeight + dock.offsetHeight;
  dock.parentElement.classList.toggle('is-tall', taken > window.innerHeight * MOST_TAKEN);
}
new ResizeObserver(giveRoom).observe(dock);
addEventListener('resize', giveRoom);

measure();
