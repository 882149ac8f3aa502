// Papers: what is typed goes into the text beside it, in this page only. Nothing here sends, fetches or keeps anything.

const MOST_THINGS = 30;
const fill = document.getElementById('fill');
const things = document.getElementById('things');
const template = document.getElementById('thing');
const add = document.getElementById('add-thing');
const texts = [...document.querySelectorAll('[data-text]')];
const patterns = new Map([...document.querySelectorAll('[data-each]')].map((each) => [each, [...each.children]]));

/** Read the fields below an element that belong to no thing of a list, or to the one given. */
function valuesIn(place) {
  const values = new Map();
  for (const field of place.querySelectorAll('[data-field]')) {
    if (place === fill && field.closest('[data-thing]')) continue;
    const isChoice = field.tagName === 'FIELDSET';
    const value = isChoice ? (field.querySelector('input:checked')?.value ?? '') : field.value.trim();
    values.set(field.dataset.field, value);
  }
  return values;
}

function typedIn(gap, values) {
  const value = values.get(gap.dataset.gap) ?? '';
  return value && gap.dataset.options ? JSON.parse(gap.dataset.options)[Number(value)] : value;
}

/** Fill the gaps of lines; a line that is optional is hidden while nothing stands in it. */
function fillIn(lines, values) {
  for (const line of lines) {
    const gaps = [...line.querySelectorAll('[data-gap]')];
    for (const gap of gaps) {
      const value = typedIn(gap, values);
      gap.textContent = value || gap.dataset.empty;
      gap.classList.toggle('is-filled', Boolean(value));
    }
    if ('optional' in line.dataset && gaps.length) line.hidden = gaps.every((gap) => !typedIn(gap, values));
  }
}

function draw() {
  const listed = things ? [...things.children] : [];
  listed.forEach((thing, number) => {
    const name = thing.dataset.name.replace('{n}', String(number + 1));
    thing.querySelector('[data-thing-name]').textContent = name;
    thing.setAttribute('aria-label', name);
    thing.querySelector('[data-remove]').hidden = listed.length === 1;
  });
  for (const [each, pattern] of patterns) {
    each.replaceChildren(
      ...listed.map((thing, number) => {
        const block = document.createElement('div');
        block.append(...pattern.map((line) => line.cloneNode(true)));
        fillIn(block.children, new Map([...valuesIn(thing), ['n', String(number + 1)]]));
        return block;
      }),
    );
  }
  for (const text of texts) fillIn(text.querySelectorAll(':scope > p'), valuesIn(fill));
  if (add) add.hidden = listed.length >= MOST_THINGS;
}

function addThing({ focus }) {
  things.append(template.content.cloneNode(true));
  draw();
  if (focus) things.lastElementChild.querySelector('input, textarea').focus();
}

/** Return the text as it is shown, one line below the other. */
function written(text) {
  const lines = [...text.querySelectorAll('p')].filter((line) => !line.hidden);
  return `${lines.map((line) => line.textContent.trim()).join('\n')}\n`;
}

function mark(text) {
  const range = document.createRange();
  range.selectNodeContents(text);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}

async function copy(text, says) {
  try {
    await navigator.clipboard.writeText(written(text));
    says.textContent = says.dataset.copied;
  } catch {
    mark(text);
    says.textContent = says.dataset.notCopied;
  }
}

function save(text, says, name) {
  const address = URL.createObjectURL(new Blob([written(text)], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 1000);
  says.textContent = says.dataset.saved;
}

function empty() {
  things?.replaceChildren();
  for (const field of fill.querySelectorAll('input, textarea')) {
    if (field.type === 'checkbox') field.checked = false;
    else field.value = '';
  }
  for (const says of document.querySelectorAll('[data-says]')) says.textContent = '';
  if (things) addThing({ focus: false });
  else draw();
}

for (const text of texts) {
  const tools = text.nextElementSibling;
  const says = tools.querySelector('[data-says]');
  tools.hidden = false;
  tools.querySelector('[data-copy]').addEventListener('click', () => copy(text, says));
  const saving = tools.querySelector('[data-save]');
  saving.addEventListener('click', () => save(text, says, saving.dataset.save));
}
fill.addEventListener('input', (event) => {
  // One choice at a time; pressing it once more takes it back.
  const choices = event.target.type === 'checkbox' ? event.target.closest('[data-field]') : null;
  for (const other of choices?.querySelectorAll('input') ?? []) if (other !== event.target) other.checked = false;
  draw();
});
things?.addEventListener('click', (event) => {
  if (!event.target.closest('[data-remove]')) return;
  event.target.closest('[data-thing]').remove();
  draw();
  add.focus();
});
add?.addEventListener('click', () => addThing({ focus: true }));
document.getElementById('print').addEventListener('click', () => print());
document.getElementById('clear').addEventListener('click', () => {
  empty();
  fill.querySelector('input, textarea').focus();
});
addEventListener('pagehide', empty); // so that going back never shows it again
document.querySelector('.paper-all').hidden = false;
fill.hidden = false;
empty();
