// The speed of the forms of the program, measured in empty pages.
import { existsSync, readFileSync } from 'node:fs';

const ROUNDS = 6;

/**
 * What an empty page evaluates so as to measure `form`.
 * @param {string} speed
 * @param {string} form
 */
export function preparing(speed, form) {
  const script = readFileSync(`${speed}/${form}.js`, 'utf8');
  const file = `${speed}/${form}/speed.wasm`;
  const module = existsSync(file) ? readFileSync(file).toString('base64') : '';
  return `var tuiyan = {}, tuiyanForms = {};
    ${script}
    tuiyanForms.${form}(tuiyanForms.${form}.machine || WebAssembly)({
      module_or_path: Uint8Array.from(atob('${module}'), letter => letter.charCodeAt(0)),
    }).then(() => true)`;
}

/** @typedef {() => Promise<string>} Measure once: JSON of milliseconds by name */

/**
 * The best of all rounds, by form. The forms take turns, so that a busy machine disturbs all alike. `measuring` makes,
 * for a form, what measures it once.
 * @param {string[]} forms
 * @param {(form: string) => Promise<Measure>} measuring
 */
export async function best(forms, measuring) {
  /** @type {Record<string, Record<string, number>>} */
  const times = {};
  /** @type {[form: string, measure: Measure][]} */
  const measures = [];
  for (const form of forms) measures.push([form, await measuring(form)]);
  for (let round = 0; round < ROUNDS; round++) {
    for (const [form, measure] of measures) {
      times[form] = times[form] || {};
      /** @type {Record<string, number>} */
      const measured = JSON.parse(await measure());
      for (const [name, time] of Object.entries(measured)) times[form][name] = Math.min(time, times[form][name] ?? Infinity);
    }
  }
  return times;
}
