// A message on its way: queued, sending or failed.

/** Show the state of a pending message, and only the parts that belong to it. */
export function showState(pending, state) {
  pending.dataset.state = state;
  for (const part of pending.querySelectorAll('[data-when]'))
    part.hidden = !part.dataset.when.split(' ').includes(state);
}

/** Put unsent texts back before what the box holds, so that nothing is lost. */
export function putBack(box, texts) {
  box.value = [...texts, box.value].filter((text) => text.trim()).join('\n\n');
}
