// Messages on their way: sent one at a time, in order, each with its own nonce, until the server has it.

import { nonce } from './nonce.js';
import { showState } from './pending-message.js';

/** Thrown by `send` where the server refuses a message: it is not sent again. */
export class Refused extends Error {}

export class Outbox {
  #messages = [];
  #sending = false;
  #closed = false;
  #place;
  #template;
  #on;

  /**
   * Show pending messages at the end of `place`, each as a copy of `template`: its `.text` shows the words, its button
   * sends again. Handlers: `send(message)` resolves to the answer once the server has the message, and throws `Refused`
   * or another error; `taken(message, answer)`, `refused(texts, fault)` and `failed(message, fault)` come after it, and
   * `changed()` whenever a message appears, changes its state or goes.
   */
  constructor(place, template, handlers) {
    this.#place = place;
    this.#template = template;
    this.#on = { changed: () => {}, ...handlers };
  }

  /** How many messages the server does not have yet. */
  get size() {
    return this.#messages.length;
  }

  /** Tell whether a message is in this state: queued, sending or failed. */
  has(state) {
    return this.#messages.some((message) => message.element.dataset.state === state);
  }

  /** Queue a message: where it goes, its fields, and the words that stand for it until it has arrived. */
  add(fields, shown, path = '') {
    const element = this.#template.content.firstElementChild.cloneNode(true);
    const message = { path, fields: { ...fields, nonce: nonce() }, shown, element };
    element.querySelector('.text').textContent = shown;
    element.querySelector('button').addEventListener('click', () => this.resend());
    this.#messages.push(message);
    this.#place.append(element);
    this.#mark(message, 'queued');
  }

  /** Send what is queued; behind a failed message it waits. */
  pump() {
    if (this.#messages[0]?.element.dataset.state === 'queued') this.resend();
  }

  /** Send what is queued, a failed message first. */
  async resend() {
    if (this.#sending || this.#closed || !this.size) return;
    const [message] = this.#messages;
    this.#sending = true;
    this.#mark(message, 'sending');
    let answer;
    try {
      answer = await this.#on.send(message);
    } catch (fault) {
      this.#sending = false;
      this.#notTaken(message, fault);
      return;
    }
    this.#drop(message);
    try {
      await this.#on.taken(message, answer);
    } finally {
      this.#sending = false;
    }
    this.#on.changed();
    this.pump();
  }

  /** A message came by another way than its own answer: what is pending of it need not be shown any more. */
  arrived(isSame) {
    const twin = this.#messages.find((message) => message.element.dataset.state !== 'queued' && isSame(message.shown));
    if (twin?.element.dataset.state === 'failed') this.#drop(twin);
    else if (twin) twin.element.hidden = true;
  }

  /** Remove every message and return the texts that were written. */
  empty() {
    const texts = this.#messages.map((message) => message.fields.text).filter(Boolean);
    for (const message of [...this.#messages]) this.#drop(message);
    return texts;
  }

  /** Send nothing any more. */
  close() {
    this.#closed = true;
  }

  #notTaken(message, fault) {
    if (fault instanceof Refused) {
      this.#on.refused(this.empty(), fault);
      this.#on.changed();
    } else if (message.element.hidden) {
      // it arrived all the same: the log already shows it
      this.#drop(message);
      this.#on.changed();
      this.pump();
    } else {
      this.#mark(message, 'failed');
      this.#on.failed(message, fault);
    }
  }

  #drop(message) {
    this.#messages = this.#messages.filter((other) => other !== message);
    message.element.remove();
  }

  #mark(message, state) {
    showState(message.element, state);
    this.#on.changed();
  }
}
