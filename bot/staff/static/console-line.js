// The line to the server: every request of the console, and what it means when it fails.

import { Refused } from './outbox.js';

const root = document.getElementById('console-body').dataset;

/** The session has ended: the page shows nothing any more. */
export class Ended extends Error {}

let csrf = root.csrf;

/** Use the token of a page that was fetched after signing in again. */
export function renew(token) {
  csrf = token;
}

/** Fetch a page or fragment, or send fields; an answer that the chat is gone (410) is an answer. */
export async function send(path, fields) {
  const headers = { 'HX-Request': 'true' };
  const body = fields && new URLSearchParams(fields);
  body?.set('_csrf_token', csrf);
  const answer = await fetch(`${root.at}${path}`, { method: body ? 'POST' : 'GET', headers, body, cache: 'no-store' });
  if (answer.status === 401) throw new Ended();
  if (answer.status === 409) throw new Refused(await answer.text());
  if (!answer.ok && answer.status !== 410) throw new Error(String(answer.status));
  return answer;
}

/** Read a fragment. */
export function parsed(html) {
  return new DOMParser().parseFromString(html, 'text/html');
}
