const SAFARI_ENTER = 80; // ms after compositionend within which Safari's Enter still belongs to the conversion

/** Submit the form of a box on Enter, unless Enter makes a line or ends the conversion of an input method. */
export function submitOnEnter(box, { makesLines }) {
  let ended = Number.NEGATIVE_INFINITY;
  box.addEventListener('compositionend', (event) => {
    ended = event.timeStamp;
  });
  box.addEventListener('keydown', (event) => {
    const composing = event.isComposing || event.keyCode === 229 || event.timeStamp - ended < SAFARI_ENTER;
    if (event.key !== 'Enter' || event.shiftKey || composing || makesLines()) return;
    event.preventDefault();
    box.form.requestSubmit();
  });
}
