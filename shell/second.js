// The second part of the program: a module that shares memory and functions with the first. It is fetched once the
// first results are shown, or when somebody asks for it before. A copy of the page in one piece has none.

/**
 * What the program may see and ask: src/browser/second.rs is its other side.
 * @type {Shell.Second}
 */
export const second = { state: 'here', ask };

/** @type {(() => Promise<Uint8Array<ArrayBuffer>>) | undefined} */
let fetchModule; // from the server
/** @type {Uint8Array<ArrayBuffer> | undefined} */
let module; // its bytes
/** @type {Promise<boolean> | undefined} */
let fetching; // the promise of them
/** @type {WebAssembly.Exports} */
let current; // the exports of the instance in hand
/** @type {Promise<boolean> | undefined} */
let asked; // the promise of its second part

/** @param {() => Promise<Uint8Array<ArrayBuffer>>} fetchIt */
export function prepareSecond(fetchIt) {
  second.state = 'coming';
  fetchModule = fetchIt;
}

// Says whether the bytes are there, where there is a second part.
export function fetchSecond() {
  if (!fetchModule || module) return Promise.resolve(true);
  fetching = fetching || fetchModule()
    .then(bytes => { module = bytes; }, () => {})
    .then(() => {
      fetching = undefined;
      return !!module;
    });
  return fetching;
}

/**
 * A new instance, before it runs. What is already here becomes part of it.
 * @param {WebAssembly.Exports} exports
 */
export async function attachSecond(exports) {
  current = exports;
  asked = undefined;
  if (!fetchModule) return;
  second.state = 'coming';
  if (module && !await ask()) throw new Error('the second part does not fit the first');
}

// Says whether the second part came.
function ask() {
  if (second.state === 'here') return Promise.resolve(true);
  if (!asked) {
    say('coming');
    asked = come(current);
  }
  return asked;
}

/** @param {WebAssembly.Exports} exports */
async function come(exports) {
  const came = await fetchSecond() && await WebAssembly
    .instantiate(/** @type {Uint8Array<ArrayBuffer>} */ (module), { __wasm_split: exports }).then(() => true, () => false);
  // Another instance asks for itself.
  if (exports !== current) return false;
  if (!came) asked = undefined;
  say(came ? 'here' : 'failed');
  return came;
}

/** @param {Shell.Second['state']} state */
function say(state) {
  if (second.state === state) return;
  second.state = state;
  document.dispatchEvent(new Event('tuiyan-second'));
}
