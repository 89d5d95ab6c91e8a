// Chooses a form of the program, gets it and starts it.
//
//   simd  WebAssembly with vectors of 128 bits: Chromium 91 and later
//   mvp   WebAssembly of the first version
//   js    JavaScript, where the browser or a policy refuses WebAssembly
//
// The copy of the page says which forms it carries: `data-simd="GLUE MODULE SECOND"`, where the program is in two parts
// (shell/second.js), `data-js="SCRIPT"`, or empty where they stand in the page.

import { answerDrops } from './drop.js';
import { startEngine } from './engine.js';
import { guardRoot } from './foreign.js';
import { guest, guestDied, openGuest } from './guest.js';
import { link, noteLink, survivedLink, tryLink } from './link.js';
import { picture } from './picture.js';
import { prepareRecovery, showDeath, showUnsafe } from './recovery.js';
import { attachSecond, fetchSecond, prepareSecond, second } from './second.js';
import { isUnsafe, openStore, store, suspect, trying } from './store.js';

const script = /** @type {HTMLScriptElement} */ (document.currentScript);
/** @param {'webassembly' | 'module'} problem */
const fail = problem => document.dispatchEvent(new CustomEvent('tuiyan-problem', { detail: problem }));

/** @typedef {Uint8Array<ArrayBuffer>} Bytes */

// A module with one function that makes a vector and drops it: (func (drop (v128.const i64x2 0 0))).
const VECTORS = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0,
  10, 23, 1, 21, 0, 253, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 26, 11]);

// Compiling an empty module fails where WebAssembly is switched off or forbidden.
function compiles() {
  try { return !!new WebAssembly.Module(VECTORS.subarray(0, 8)); } catch (error) { return false; }
}

// The fastest form that this browser understands and this copy of the page carries. A copy with one form that runs
// everywhere does not ask: policies report each attempt.
function chosenForm() {
  const carried = /** @type {Shell.FormName[]} */ (['simd', 'mvp', 'js']).filter(form => script.dataset[form] !== undefined);
  if (carried[0] === 'js' || !compiles()) return carried.find(form => form === 'js');
  return carried.find(form => form !== 'simd' || WebAssembly.validate(VECTORS));
}

/**
 * @param {Shell.FormName} form
 * @returns {Bytes | undefined | Promise<Bytes | undefined>}
 */
function moduleBytes(form) {
  const files = script.dataset[form];
  if (!files) return form === 'js' ? undefined : decoded(/** @type {HTMLElement} */ (document.getElementById(`tuiyan-${form}`)).textContent);
  const [glue, module, rest] = files.split(' ');
  if (rest) prepareSecond(() => fetched(rest).then(bytes => (isModule(bytes) ? bytes : Promise.reject())));
  return Promise.all([/** @type {Promise<Bytes> | undefined} */ (module && fetched(module)), loaded(glue)]).then(([bytes]) => bytes);
}

/**
 * Not compiled while it streams: that needs a MIME type which many intranet servers do not send.
 * @param {string} address
 */
async function fetched(address) {
  const response = await fetch(address);
  return response.ok ? new Uint8Array(await response.arrayBuffer()) : new Uint8Array();
}

/** @param {string} address */
function loaded(address) {
  return new Promise((resolve, reject) => {
    const element = document.createElement('script');
    element.src = tuiyanTrusted.createScriptURL(address);
    element.onload = resolve;
    element.onerror = reject;
    document.head.appendChild(element);
  });
}

/** @param {string} base64 */
function decoded(base64) {
  const text = atob(base64);
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

// A portal may answer with its sign-in page instead of the module or its glue.
/** @param {Bytes} bytes */
const isModule = bytes => [0, 97, 115, 109].every((byte, i) => bytes[i] === byte);
/** @type {(form: Shell.FormName, bytes: Bytes | undefined) => boolean} */
const isProgram = (form, bytes) => tuiyanForms[form] && (form === 'js' || isModule(/** @type {Bytes} */ (bytes)));

// Reading what was kept or what the address asks for takes the second part, which therefore must be there when the
// program starts.
const fetchedForKept = () => (store.found().length === 0 && !location.search) || fetchSecond();

async function start() {
  const form = chosenForm();
  window.tuiyan = { form, store, picture, second, guest, link, shown };
  if (!form) return fail('webassembly');
  openGuest(form);
  const opening = openStore().then(fetchedForKept);
  const bytes = await Promise.resolve(form).then(moduleBytes).catch(() => new Uint8Array());
  if (!isProgram(form, bytes)) return fail('module');
  await opening;
  prepareRecovery(() => {
    freshRoot();
    launch(form, bytes);
  });
  if (isUnsafe()) return showUnsafe();
  return launch(form, bytes);
}

/**
 * @param {Shell.FormName} form
 * @param {Bytes | undefined} bytes
 */
async function launch(form, bytes) {
  if (!await fetchedForKept()) return fail('module');
  /** @type {string | undefined} */
  let panic;
  /** @param {unknown} error */
  const died = error => {
    guestDied();
    showDeath(panic || String(error), form);
  };
  tuiyan.panicked = message => { panic = message; };
  suspect(tryLink());
  guardRoot(/** @type {HTMLElement} */ (document.getElementById('app')));
  return startEngine(form, bytes, attachSecond, died);
}

// The program has its first results on screen.
function shown() {
  store.shown();
  survivedLink();
}

// A link that a person enters while the page is there; the program hears of it after this.
addEventListener('hashchange', () => {
  if (!noteLink()) return;
  trying();
  survivedLink();
});

// What the dead instance drew, and what listens there, is left behind.
function freshRoot() {
  const root = document.createElement('div');
  root.id = 'app';
  /** @type {HTMLElement} */ (document.getElementById('app')).replaceWith(root);
}

answerDrops();
// Where shell/support.js found the browser wanting, it has said so.
if (!document.documentElement.dataset.problem) start();
