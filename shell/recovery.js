// The page after the program died: what happened, and how nothing is lost. Its sentences stand in index.html.
import { choose, death, isUnsafe, newest, noteCrash, setAside, versions } from './store.js';

const section = /** @type {HTMLElement} */ (document.getElementById('recovery'));
/** @type {(name: string) => NodeListOf<HTMLElement>} */
const all = name => section.querySelectorAll(`[data-${name}]`);
/** @type {(name: string) => HTMLElement} */
const part = name => /** @type {HTMLElement} */ (section.querySelector(`[data-part="${name}"]`));
/** @param {number} time */
const said = time => new Date(time).toLocaleString();

let diagnosis = '';

/**
 * `reopen` starts a new instance of the program.
 * @param {() => void} reopen
 */
export function prepareRecovery(reopen) {
  /** @type {<T = void>(prepare: (value: T) => void) => (value: T) => void} */
  const leave = prepare => value => {
    prepare(value);
    section.hidden = true;
    /** @type {HTMLElement} */ (document.getElementById('dropped')).hidden = true;
    reopen();
  };
  /** @type {Record<string, () => void>} */
  const actions = {
    reopen: leave(() => {}),
    anew: leave(setAside),
    save: () => download(/** @type {Shell.Entry} */ (newest())),
    copy,
    versions: () => versions().then(list => {
      part('versions').textContent = '';
      list.forEach(entry => part('versions').appendChild(item(entry, leave(choose))));
    }),
  };
  all('action').forEach(button => button.addEventListener('click', () => actions[/** @type {string} */ (button.dataset.action)]()));
}

/**
 * @param {Shell.Entry} entry
 * @param {(entry: Shell.Entry) => void} open
 */
function item(entry, open) {
  const [line, button] = [document.createElement('li'), document.createElement('button')];
  button.type = 'button';
  button.textContent = said(entry.order);
  button.addEventListener('click', () => open(entry));
  line.appendChild(button);
  return line;
}

/**
 * @param {string} report
 * @param {Shell.FormName} form
 */
export function showDeath(report, form) {
  noteCrash();
  show([report, `form ${form}`, navigator.userAgent, new Date().toISOString()].join('\n'));
}

// Instead of opening a plan that has ended the program twice.
export const showUnsafe = () => show('');

/** @param {string} text */
function show(text) {
  diagnosis = text;
  const entry = newest();
  const { isLate, isTried } = death();
  const situation = !entry ? (isLate ? 'lost' : 'empty') : isUnsafe() ? 'unsafe' : 'kept';
  const facts = [situation, isTried && 'tried', isLate && entry && 'late'].filter(Boolean);
  /** @type {HTMLElement} */ (document.getElementById('app')).hidden = true;
  all('for').forEach(element => { element.hidden = !/** @type {string} */ (element.dataset.for).split(' ').some(name => facts.includes(name)); });
  all('time').forEach(element => { element.textContent = entry ? `${entry.name} ${said(entry.order)}` : ''; });
  part('diagnosis').textContent = diagnosis;
  part('report').hidden = !diagnosis;
  part('versions').textContent = '';
  section.hidden = false;
  part('title').focus();
}

/**
 * A snapshot is a plan file below a line that seals it.
 * @param {Shell.Entry} entry
 */
function download({ name, text }) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text.slice(text.indexOf('\n') + 1)], { type: 'application/json' }));
  link.download = `${name}.tuiyan.json`;
  document.body.appendChild(link);
  link.click();
  link.remove();
}

// The text is selected where it stands; without a secure context there is no other clipboard.
function copy() {
  const range = document.createRange();
  range.selectNodeContents(part('diagnosis'));
  const selection = /** @type {Selection} */ (getSelection());
  selection.removeAllRanges();
  selection.addRange(range);
  document.execCommand('copy');
}
