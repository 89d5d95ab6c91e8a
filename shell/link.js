// The link that the page is opened with. A page that dies on one opens without it the next time and says so; opened
// again after that, the link is tried again.

import { apart } from './storage.js';

const NAME = 'tuiyan:link';
const SURVIVED_MS = 2000;
// Of the instance in hand, for src/browser/address.rs: whether its link was left out.
/** @type {Shell.Link} */
export const link = { wasLeftOut: () => leftOut };

let leftOut = false;
let noted = ''; // for where nothing can be noted
/** @type {ReturnType<typeof setTimeout> | undefined} */
let survived; // the timer that says so

// As src/exchange/link.rs knows one.
/** @param {string} hash */
const isLink = hash => /^#(?:[^#]*&)?s=/.test(hash);

/**
 * Enough to know it again: what a link brings stands nowhere else.
 * @param {string} text
 */
function digest(text) {
  let hash = 0;
  for (let i = 0; i < text.length; i++) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
  return `${text.length} ${hash}`;
}

// A new tab after a crash has a session of its own.
/** @type {('localStorage' | 'sessionStorage')[]} */
const stores = apart ? [] : ['localStorage', 'sessionStorage'];
/** @type {<T>(work: (store: Storage) => T) => (T | undefined)[]} */
const each = work => stores.map(name => {
  try { return work(window[name]); } catch (error) { return undefined; }
});

/** @param {string} what */
function note(what) {
  noted = what;
  each(store => (what ? store.setItem(NAME, what) : store.removeItem(NAME)));
}

/** @param {string} what */
const isNoted = what => noted === what || each(store => store.getItem(NAME)).includes(what);

// Before the program looks at the address. Says whether there is a link to try.
export function tryLink() {
  clearTimeout(survived);
  leftOut = false;
  if (!isLink(location.hash)) return false;
  const what = digest(location.hash);
  leftOut = isNoted(what);
  note(leftOut ? '' : what);
  if (leftOut) history.replaceState(history.state, '', location.pathname + location.search);
  return !leftOut;
}

// One that a person enters while the page is there. Says whether it is one.
export function noteLink() {
  if (isLink(location.hash)) note(digest(location.hash));
  return isLink(location.hash);
}

// Who leaves or reloads the page still could.
addEventListener('pagehide', () => note(''));

// It was looked at and the page still answers.
export function survivedLink() {
  clearTimeout(survived);
  survived = setTimeout(() => note(''), SURVIVED_MS);
}
