// One instance of the program: made, guarded, and replaceable.
//
// Each form of the program is a script that defines `tuiyanForms[form]`: a function that takes an object in the place
// of the global `WebAssembly` and returns fresh glue. A form that is no WebAssembly brings a machine of its own.

import { forgetOwn, undoForeign } from './foreign.js';

// What every call gets that would reach an instance that has ended. Nobody needs to be told of it.
const ENDED = new Error('this instance of the program has ended');
/** @param {Event & { error?: unknown, reason?: unknown }} event */
const hush = event => { if ((event.error || event.reason) === ENDED) event.preventDefault(); };
addEventListener('error', hush);
addEventListener('unhandledrejection', hush);

/** @typedef {(exports: WebAssembly.Exports) => Promise<void>} Attach */
/** @typedef {(error: unknown) => void} Died */

/**
 * `attach` is called with the exports of the instance before it runs; `died` once, with the exception that ended it.
 * @param {Shell.FormName} form
 * @param {Uint8Array | undefined} bytes
 * @param {Attach} attach
 * @param {Died} died
 */
export function startEngine(form, bytes, attach, died) {
  const glue = tuiyanForms[form](guarding(tuiyanForms[form].machine || WebAssembly, attach, died));
  return glue({ module_or_path: bytes }).catch(error => { if (error !== ENDED) died(error); });
}

/**
 * @param {Shell.Machine} machine
 * @param {Attach} attach
 * @param {Died} died
 * @returns {Shell.Machine}
 */
function guarding(machine, attach, died) {
  const { Module, Instance } = machine;
  return {
    Module, Instance,
    async instantiate(bytes, imports) {
      const { module, instance } = await machine.instantiate(bytes, imports);
      await attach(instance.exports);
      return { module, instance: { exports: guarded(instance.exports, died) } };
    },
  };
}

/**
 * Everything that the page calls in the program goes through here, and from here into its second part. An exception
 * that comes out of it is the end of the instance: its stack and its data are in an unknown state. From then on no call
 * reaches it, whatever still listens.
 * @param {WebAssembly.Exports} exports
 * @param {Died} died
 */
function guarded(exports, died) {
  let alive = true;
  let depth = 0; // calls within calls
  /** @type {(work: Function, values: unknown[]) => unknown} */
  const called = (work, values) => {
    if (alive && depth === 0) undoForeign();
    depth++;
    try {
      if (alive) return work(...values);
    } catch (error) {
      const first = alive;
      alive = false;
      if (first) died(error);
    } finally {
      if (--depth === 0 && forgetOwn() && alive) document.dispatchEvent(new Event('tuiyan:drawn'));
    }
    throw ENDED;
  };
  /** @type {WebAssembly.Exports} */
  const result = {};
  for (const name of Object.keys(exports)) {
    const value = exports[name];
    result[name] = typeof value === 'function' ? (/** @type {unknown[]} */ ...values) => called(value, values) : value;
  }
  return result;
}
