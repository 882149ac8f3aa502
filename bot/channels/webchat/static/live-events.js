// What the server tells an open page, as long as it is open.

const SHORTEST = 500; // ms before the first new try where the server refused
const LONGEST = 64_000;

export class LiveEvents {
  #address;
  #on;
  #source = null;
  #timer = 0;

  /** Listen to `address()`: `connected` and `lost` hear of the connection, `events` has a handler for each event. */
  constructor(address, on) {
    this.#address = address;
    this.#on = on;
  }

  /** Tell whether the page listens, connected or not. */
  get isOpen() {
    return this.#source !== null;
  }

  /** Connect, anew where there is a connection. */
  open(pause = 0) {
    this.close();
    const source = new EventSource(this.#address());
    let next = pause;
    this.#source = source;
    source.addEventListener('open', () => {
      next = 0;
      this.#on.connected();
    });
    source.addEventListener('error', () => {
      this.#on.lost();
      // a lost connection the browser opens again by itself, a refused one it does not
      if (this.#source !== source || source.readyState !== EventSource.CLOSED) return;
      next = Math.min(Math.max(next * 2, SHORTEST), LONGEST);
      this.#timer = setTimeout(() => this.open(next), next);
    });
    for (const [name, handler] of Object.entries(this.#on.events)) source.addEventListener(name, handler);
  }

  /** Listen no longer. */
  close() {
    clearTimeout(this.#timer);
    this.#source?.close();
    this.#source = null;
  }
}
