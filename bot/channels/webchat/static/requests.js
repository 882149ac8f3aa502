// Requests of the open page: the server answers with a fragment instead of a page.

const TIMEOUT = 20_000; // ms

/** Fetch a fragment, or send fields; throws where no answer comes. An answer may lead the whole page elsewhere. */
export async function request(path, fields) {
  const body = fields && new URLSearchParams(fields);
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), TIMEOUT);
  try {
    const init = { method: body ? 'POST' : 'GET', headers: { 'HX-Request': 'true' }, body, signal: giveUp.signal };
    const answer = await fetch(path, init);
    const html = await answer.text();
    const elsewhere = answer.headers.get('HX-Redirect');
    if (elsewhere && answer.status !== 410) location.href = elsewhere;
    return { status: answer.status, ok: answer.ok, headers: answer.headers, html };
  } finally {
    clearTimeout(timer);
  }
}

/** Return a function that runs a task; asked again meanwhile, it runs once more afterwards. */
export function oneAtATime(task) {
  let running = false;
  let again = false;
  return async () => {
    again = true;
    if (running) return;
    running = true;
    while (again) {
      again = false;
      await task().catch(() => {}); // missed is missed: whatever comes next asks again
    }
    running = false;
  };
}
