// A log of messages: each has an id and a number, is shown once, and stands in the order of the numbers.

/** Return the number of a message. */
export const seqOf = (article) => Number(article.dataset.seq);

/** Return the messages of a fetched page that the page here does not show. */
export function newMessages(fetched) {
  return [...fetched.querySelectorAll('article[data-seq]')].filter((article) => !document.getElementById(article.id));
}

/** Put a message in its place; what has no number (what is still being sent) stays after it. */
export function insertInOrder(log, article) {
  const next = [...log.children].find((other) => !other.dataset.seq || seqOf(other) > seqOf(article)) ?? null;
  log.insertBefore(article, next);
}

/** Say whether whoever reads is at most so many pixels from the end. */
export function isNearEnd(scroller, { within, height = scroller.clientHeight }) {
  return scroller.scrollHeight - scroller.scrollTop - height < within;
}
