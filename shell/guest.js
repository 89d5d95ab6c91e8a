// The page as the guest of another page. docs/嵌入.md states the protocol; src/browser/guest.rs is the program's side,
// src/host/ what it answers.
//
// The page speaks first and says nothing but that it is there. Only the window that holds it, from an origin that this
// copy of the page names in its head, gets a connection; everybody else sees the page and its height.

import { hosted, onTrouble } from './store.js';

const PROTOCOL = 1;
const CALLS = 20;
const CALL_EVERY_MS = 500;
const TEXT_LIMIT = 2000000;
const PER_SECOND = 50;
const WAITING_LIMIT = 100;

const around = window.parent === window ? undefined : window.parent;
/** @typedef {{ tuiyan: number, type: string, [rest: string]: unknown }} Message */

/** @type {MessagePort | undefined} */
let port;
/** @typedef {{ version: string, ask: (text: string) => void }} Program */
/** @type {Program | undefined} */
let program; // what answers
let hasDied = false;
let takesFiles = false;
/** @type {string[]} */
let waiting = []; // requests that the program has not seen: it is starting
/** @type {Set<number>} */
const asked = new Set(); // ids that it has not answered
let calls = 0;
let height = 0;
let second = 0; // when the second began in which requests are counted
let requests = 0; // in it

/** @type {(type: string, rest: object) => Message} */
const said = (type, rest) => Object.assign({ tuiyan: PROTOCOL, type }, rest);
/** @param {Message} message */
const tell = message => { if (port) port.postMessage(message); };
/** @type {(id: number | null, code: string, message: string) => void} */
const refuse = (id, code, message) => tell(said('response', { id, ok: false, error: { code, message } }));

/**
 * What the program may see and ask.
 * @type {Shell.Guest}
 */
export const guest = {
  isConnected: () => !!port,
  // The program is there and answers from now on.
  start(version, ask) {
    program = { version, ask };
    hasDied = false;
    welcome();
    waiting.splice(0).forEach(forward);
  },
  // A file that a person saves; says whether it goes to the page around and to nowhere else.
  offer(name, mime, base64) {
    tell(said('event', { event: 'export', data: { name, mime, base64 } }));
    return takesFiles;
  },
  tell(text) {
    const message = JSON.parse(text);
    if (message.type === 'response') asked.delete(message.id);
    tell(message);
  },
};

/** @param {Shell.FormName} form */
export function openGuest(form) {
  if (!around) return hosted(false);
  guest.form = form;
  addEventListener('message', greet);
  call();
  onTrouble(state => trouble('storage', `${UNKEPT} (${state})`));
  new ResizeObserver(measure).observe(document.body);
}

// The program has died: what it was asked is answered, and so is what comes, until it is opened anew.
export function guestDied() {
  program = undefined;
  hasDied = true;
  trouble('stopped', STOPPED);
  asked.forEach(id => refuse(id, 'stopped', STOPPED));
  asked.clear();
}

/**
 * @param {string} code
 * @param {string} message
 */
function trouble(code, message) {
  tell(said('event', { event: 'error', data: { code, message, recoverable: true } }));
}

// Whoever builds the page around reads these; what the program says is in src/wording/texts/host.rs.
const STOPPED = '推演台停下来了，页面上有恢复的办法。 The simulator has stopped; its page offers ways to recover.';
const UNKEPT = '浏览器没有存下规划。 The browser could not keep the plan.';
const SHAPE = '这不是本协议的消息。 This is no message of this protocol.';
const TOO_LARGE = '消息太大或不能写成JSON。 The message is too large, or cannot be written as JSON.';
const TOO_MANY = '请求太密：每秒最多50个，等待的最多100个。 Too many requests: at most 50 a second, 100 waiting.';

// ---- Coming together.

function call() {
  if (port) return;
  if (calls > CALLS) return hosted(false);
  calls++;
  /** @type {Window} */ (around).postMessage(said('ready', { protocols: [PROTOCOL] }), '*');
  // Whoever listens only now has not heard it.
  if (height) tellHeight();
  setTimeout(call, CALL_EVERY_MS);
}

/** @param {string} origin */
function mayConnect(origin) {
  const meta = /** @type {HTMLMetaElement | null} */ (document.querySelector('meta[name="tuiyan-allowed-origins"]'));
  const named = meta ? meta.content.split(/\s+/).filter(Boolean) : [];
  if (named.length) return named.includes(origin);
  return origin !== 'null' && origin === location.origin;
}

/** @param {Partial<Message> | undefined} data of anybody */
function isHello(data) {
  return !!data && data.tuiyan === PROTOCOL && data.type === 'hello' && data.protocol === PROTOCOL
    && [undefined, 'page', 'host'].includes(/** @type {string | undefined} */ (data.exports));
}

/** @param {MessageEvent} event */
function greet({ source, origin, data, ports }) {
  if (source !== around || !mayConnect(origin) || !isHello(data) || ports.length !== 1) return;
  if (port) port.close();
  [port] = ports;
  waiting = [];
  asked.clear();
  takesFiles = data.exports === 'host';
  hosted(true);
  port.onmessage = event => receive(event.data);
  if (program) welcome();
}

function welcome() {
  tell(said('welcome', { protocol: PROTOCOL, version: /** @type {Program} */ (program).version, form: guest.form }));
  if (height) tell(said('event', { event: 'resize', data: { height } }));
}

// ---- Requests. The program reads them; here they only become text, and not too much of it.

/** @param {{ id: number } | undefined} data of anybody: the id may be anything */
function receive(data) {
  const id = data && Number.isSafeInteger(data.id) && data.id > 0 ? data.id : null;
  /** @type {string | undefined} */
  let text;
  try { text = JSON.stringify(data, finite); } catch (error) { /* a circle, or a number that JSON does not have */ }
  if (text === undefined || text.length > TEXT_LIMIT) return refuse(id, 'too-large', TOO_LARGE);
  if (text[0] !== '{') return refuse(null, 'shape', SHAPE);
  if (!isInTime() || waiting.length >= WAITING_LIMIT || asked.size >= WAITING_LIMIT) return refuse(id, 'too-many', TOO_MANY);
  if (hasDied) return refuse(id, 'stopped', STOPPED);
  if (program) forward(text);
  else waiting.push(text);
}

/**
 * What is not a number would become null, which means something.
 * @param {string} name
 * @param {unknown} value
 */
function finite(name, value) {
  if (typeof value === 'number' && !Number.isFinite(value)) throw new TypeError(name);
  return value;
}

function isInTime() {
  const now = performance.now();
  if (now - second >= 1000) [second, requests] = [now, 0];
  requests++;
  return requests <= PER_SECOND;
}

/** @param {string} text */
function forward(text) {
  const { id } = JSON.parse(text);
  if (Number.isSafeInteger(id) && id > 0) asked.add(id);
  /** @type {Program} */ (program).ask(text);
}

// ---- Height: what is on the page, never the frame that shows it.

function measure() {
  const now = Math.ceil(document.body.getBoundingClientRect().height);
  if (Math.abs(now - height) <= 1) return;
  height = now;
  if (program && port) tell(said('event', { event: 'resize', data: { height } }));
  else if (!port) tellHeight();
}

function tellHeight() {
  /** @type {Window} */ (around).postMessage(said('height', { height }), '*');
}
