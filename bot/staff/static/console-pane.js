// One chat: what comes in is shown once and in order; what goes out goes in order, once, and is never lost.

import { Ended, parsed, send } from './console-line.js';
import { submitOnEnter } from './enter-key.js';
import { insertInOrder, isNearEnd, newMessages, seqOf } from './message-log.js';
import { Outbox } from './outbox.js';
import { putBack } from './pending-message.js';

const said = document.getElementById('said').dataset;
const newline = document.getElementById('newline');
const NEAR_END = 80; // px from the end that still count as reading the newest
const TYPING_SHOWN = 6_000; // ms that a sign of typing lasts
const TYPING_TOLD = 3_000; // ms between two signs of typing to the person
const SEARCH_AFTER = 250; // ms without a key before the guidance is searched
const wordsOf = (article) =>
  [...article.querySelectorAll('.msg-body > .text')]
    .map((p) => p.textContent)
    .join('\n')
    .trim();
const template = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

export class Pane {
  /** Bring a pane to life; `tell` hears ('written'|'changed'|'left'|'ended', pane). */
  constructor(element, tell) {
    this.element = element;
    this.id = element.dataset.chat;
    this.tell = tell;
    this.from = Number(element.dataset.from);
    this.last = Number(element.dataset.last);
    this.seen = Number(element.dataset.seen);
    this.seenSent = this.seen;
    this.read = Number(element.dataset.read);
    this.whispers = Number(element.dataset.whispers);
    this.state = '';
    this.log = this.find('.log');
    this.outbox = new Outbox(this.log, document.getElementById('pending-template'), {
      send: ({ fields }) => send(`/chats/${this.id}/messages`, { ...fields, after: this.last, read: this.readable }),
      taken: async (_, answer) => this.merge(await answer.text()),
      refused: (texts, refusal) => this.refused(texts, refusal),
      failed: (_, fault) => this.failed(fault),
    });
    this.box = this.find('.box');
    this.listen();
    this.toEnd();
  }

  find(selector) {
    return this.element.querySelector(selector);
  }
  part(name) {
    return this.find(`[data-part="${name}"]`);
  }
  get head() {
    return this.part('head').dataset.served;
  }
  get unread() {
    return [...this.log.querySelectorAll('[data-author=person]')].filter((m) => seqOf(m) > this.seen).length;
  }
  /** The newest message that can have been read: what comes after a covered one counts once that was opened. */
  get readable() {
    const closed = [...this.log.querySelectorAll('.cover:not(.was-open)')];
    const covered = closed.find((cover) => seqOf(cover.closest('article')) > this.seen);
    return covered ? Math.min(this.last, seqOf(covered.closest('article')) - 1) : this.last;
  }
  get unsent() {
    return this.state === 'erased' ? 0 : this.outbox.size + (this.box.value.trim() ? 1 : 0);
  }
  get shown() {
    return document.visibilityState === 'visible' && document.hasFocus() && this.element.offsetParent !== null;
  }

  // --- what comes in ---------------------------------------------------------------------------------------------------------

  /** Fetch what is new; asked again while it is fetched, it is fetched once more. */
  async news() {
    if (this.state) return;
    if (this.fetching) {
      this.again = true;
      return;
    }
    this.fetching = true;
    try {
      do {
        this.again = false;
        const answer = await send(`/chats/${this.id}/messages?after=${this.last}`);
        this.merge(await answer.text());
      } while (this.again && !this.state);
    } catch (fault) {
      if (fault instanceof Ended) this.tell('ended', this);
    } finally {
      this.fetching = false;
    }
  }

  merge(html) {
    const page = parsed(html);
    const gone = page.querySelector('.gone-words');
    if (gone) {
      this.stop(gone);
      return;
    }
    const news = page.querySelector('.news');
    if (!news) return;
    const near = this.nearEnd();
    const fresh = newMessages(news);
    for (const article of fresh) {
      insertInOrder(this.log, article);
      if (article.classList.contains('msg-mine')) this.outbox.arrived((shown) => shown.trim() === wordsOf(article));
      this.last = Math.max(this.last, seqOf(article));
    }
    this.shows(Number(news.dataset.from));
    this.read = Math.max(this.read, Number(news.dataset.read));
    this.showRead();
    this.swap('head', news.querySelector('[data-part=head]'));
    if (this.part('help')) this.swap('help', news.querySelector('[data-part=help]'));
    this.hears(Number(news.dataset.whispers));
    const theirs = fresh.some((m) => m.dataset.author === 'person');
    if (theirs) this.typed(0);
    if (near) this.toEnd();
    else if (fresh.length) this.find('.newer').hidden = false;
    this.look();
    this.tell(theirs ? 'written' : 'changed', this);
  }

  /** The person lets more be seen, or less: fetch what was before, or take it off the screen. */
  shows(from) {
    const more = from < this.from;
    this.from = from;
    for (const article of this.log.querySelectorAll('article[data-seq]')) if (seqOf(article) < from) article.remove();
    if (!more) return;
    this.seen = this.seenSent = 0;
    send(`/chats/${this.id}/messages?after=0`)
      .then(async (answer) => this.merge(await answer.text()))
      .catch((fault) => this.failed(fault));
  }

  /** A supervisor whispered: show it at once, and let it be heard. */
  hears(whispers) {
    if (whispers <= this.whispers) return;
    this.whispers = whispers;
    this.caseNotes()
      .then(() => this.tell('whispered', this))
      .catch((fault) => this.failed(fault));
  }

  swap(name, fresh) {
    const there = this.part(name);
    if (!fresh || there.dataset.served === fresh.innerHTML) return;
    there.dataset.served = fresh.innerHTML;
    there.replaceChildren(...fresh.childNodes);
  }

  showRead() {
    const marks = [...this.log.querySelectorAll('[data-read]')];
    const last = marks.findLast((mark) => seqOf(mark.closest('article')) <= this.read);
    for (const mark of marks) mark.hidden = mark !== last;
  }

  /** Fetch notes, labels and colleagues. */
  async caseNotes() {
    const page = parsed(await (await send(`/chats/${this.id}/case`)).text());
    const notes = page.querySelector('[data-part=notes]');
    if (!notes) return;
    const number = this.part('count');
    number.textContent = notes.dataset.number;
    number.hidden = notes.dataset.number === '0';
    for (const name of ['from-staff', 'notes', 'labels', 'colleagues', 'chips']) {
      if (!this.part(name).contains(document.activeElement)) this.swap(name, page.querySelector(`[data-part=${name}]`));
    }
    this.part('chips').hidden = !this.part('chips').childElementCount;
  }

  /** The person is writing, or is not any more. */
  typed(lasts = TYPING_SHOWN) {
    clearTimeout(this.typingTimer);
    const near = this.nearEnd();
    this.find('.typing').hidden = !lasts;
    if (lasts) this.typingTimer = setTimeout(() => this.typed(0), lasts);
    if (near) this.toEnd();
  }

  /** The chat is no longer with the counsellor: say so in its place; what was erased leaves the screen at once. */
  stop(words) {
    this.state = words.dataset.state;
    const place = this.find('.gone');
    this.heavy = Boolean(this.find('.pane-head .badge-danger, .log .cover'));
    if (this.state === 'erased') {
      this.log.replaceChildren();
      for (const name of ['head', 'from-staff', 'notes', 'chips', 'found']) this.part(name).replaceChildren();
      this.part('head').textContent = this.element.dataset.tag;
      for (const field of this.element.querySelectorAll('textarea')) field.value = '';
      this.outbox.empty();
    }
    this.outbox.close();
    this.typed(0);
    this.box.readOnly = true;
    this.element.classList.add('is-gone');
    this.element.classList.toggle('is-erased', this.state === 'erased');
    const away = template('away-template');
    away.addEventListener('click', () => this.tell('left', this));
    place.replaceChildren(...words.childNodes, away);
    place.hidden = false;
    this.tell('changed', this);
  }

  // --- reading ---------------------------------------------------------------------------------------------------------------

  nearEnd() {
    return isNearEnd(this.log, { within: NEAR_END });
  }
  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.find('.newer').hidden = true;
  }

  /** Note how far the counsellor has read: what is in sight, in a window that is looked at. */
  look() {
    if (this.state || !this.shown || !this.nearEnd() || this.seen >= this.readable) return;
    this.seen = this.readable;
    this.tell('changed', this);
    clearTimeout(this.seenTimer);
    this.seenTimer = setTimeout(async () => {
      if (this.seenSent >= this.seen || this.state) return;
      this.seenSent = this.seen;
      await send(`/chats/${this.id}/seen`, { up_to: this.seen }).catch(() => {
        this.seenSent = 0;
      });
    }, 300);
  }

  // --- what goes out ---------------------------------------------------------------------------------------------------------

  /** Send own words or an entry: it is pending until the server has it. */
  say(fields, shown) {
    this.outbox.add(fields, shown);
    this.notice('');
    this.toEnd();
    this.resend();
  }

  refused(texts, refusal) {
    putBack(this.box, texts);
    this.notice(refusal.message);
    this.news();
  }

  failed(fault) {
    if (fault instanceof Ended) this.tell('ended', this);
  }

  resend() {
    this.outbox.resend();
  }

  notice(words) {
    const line = this.find('.pane-notice');
    line.textContent = words;
    line.hidden = !words;
  }

  listen() {
    this.element.addEventListener('input', (event) => {
      if (event.target === this.box) this.tellTyping();
      if (event.target.name === 'q') this.searchSoon(event.target.form);
    });
    submitOnEnter(this.box, { makesLines: () => newline.checked });
    this.log.addEventListener(
      'scroll',
      () => {
        if (!this.nearEnd()) return;
        this.find('.newer').hidden = true;
        this.look();
      },
      { passive: true },
    );
    this.find('.newer').addEventListener('click', () => {
      this.toEnd();
      this.box.focus({ preventScroll: true });
    });
    this.element.addEventListener(
      'toggle',
      (event) => {
        if (event.target.matches('.cover')) {
          event.target.classList.add('was-open');
          this.look();
        }
        if (!event.target.matches('.tool')) return;
        this.toEnd();
        if (event.target.open) this.caseNotes().catch(() => {});
      },
      true,
    );
    this.element.addEventListener('keydown', (event) => {
      const open = event.key === 'Escape' && this.find('.tool[open]');
      if (!open) return;
      open.open = false;
      open.querySelector('summary').focus();
    });
    this.showRead();
  }

  tellTyping() {
    if (this.state || !this.box.value.trim() || Date.now() - (this.toldTyping ?? 0) < TYPING_TOLD) return;
    this.toldTyping = Date.now();
    send(`/chats/${this.id}/typing`, {}).catch((fault) => {
      if (fault instanceof Ended) this.tell('ended', this);
    });
  }

  searchSoon(form) {
    clearTimeout(this.searchTimer);
    this.searchTimer = setTimeout(() => this.search(form), SEARCH_AFTER);
  }

  /** Search the guidance; only the newest search is shown. */
  async search(form) {
    clearTimeout(this.searchTimer);
    const query = new FormData(form);
    const asked = query.get('q');
    const answer = await send(`/desk/guidance?${new URLSearchParams(query)}`).catch(() => null);
    if (answer?.ok && form.elements.q.value === asked) this.part('found').innerHTML = await answer.text();
  }

  /** Put words into the box, to be changed before they are sent. */
  put(words) {
    this.box.value = [this.box.value.trim(), words].filter(Boolean).join('\n\n');
    this.box.focus();
    this.box.setSelectionRange(this.box.value.length, this.box.value.length);
  }
}
export { said };
