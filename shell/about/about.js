// About the page, and the check of its surroundings: a dialogue over the page, or the page `selfcheck.html`. ES5 and
// beside the program, so that it also works where the program cannot start.
import { checksOf, copied, surroundings } from './checks.js';
import { TEXTS } from './texts.js';

// Put in by the build: { version, build, model, components }.
var release = RELEASE;

/** @typedef {keyof typeof TEXTS} Key: of a text */

var script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
var page = { starts: !document.getElementById('selfcheck'), single: !script || !script.src };
/** @type {boolean | undefined} */
var english;

/** @param {Key} key */
function say(key) {
  return TEXTS[key][english ? 1 : 0];
}

/**
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {Record<string, string>} attributes
 * @param {(string | Node)[]} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
function make(name, attributes, children) {
  var element = document.createElement(name);
  Object.keys(attributes).forEach(function (key) { element.setAttribute(key, attributes[key]); });
  children.forEach(function (child) {
    element.appendChild(typeof child === 'string' ? document.createTextNode(child) : child);
  });
  return element;
}

/**
 * @param {string} text
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 */
function button(text, act, attributes) {
  var element = make('button', attributes || {}, [text]);
  element.type = 'button';
  element.addEventListener('click', act);
  return element;
}

function facts() {
  var rows = /** @type {[Key, string][]} */ ([
    ['version', release.version], ['build', release.build], ['model', release.model],
    ['licence', say('licenceText')], ['data', say('dataText')],
  ]).map(function (row) { return make('div', {}, [make('dt', {}, [say(row[0])]), make('dd', {}, [row[1]])]); });
  return make('dl', { 'class': 'about-facts' }, rows);
}

/**
 * A line of the check: its element, and the text that the diagnosis takes from it.
 * @param {import('./checks.js').Check} check
 * @param {() => void} told
 */
function lineOf(check, told) {
  var level = make('span', { 'class': 'about-level' }, []);
  var found = make('span', { 'class': 'about-found' }, []);
  var meaning = make('p', {}, [say('checking')]);
  var element = make('li', {}, [level, make('h3', {}, [say(check.id)]), found, meaning]);
  var line = { element: element, text: '' };
  /** @param {import('./checks.js').Result} result */
  function show(result) {
    element.setAttribute('data-level', result[0]);
    level.textContent = say(result[0]);
    found.textContent = result[1];
    meaning.textContent = say(result[2]);
    line.text = '[' + say(result[0]) + '] ' + [say(check.id), result[1], say(result[2])].filter(Boolean).join(' | ');
    told();
  }
  if (check.attempt) {
    var name = say('attempt');
    var attempt = function () {
      meaning.textContent = say('checking');
      /** @type {import('./checks.js').Run} */ (check.attempt)(show);
    };
    element.appendChild(button(name, attempt, { 'aria-label': name + ' ' + say(check.id) }));
  }
  check.run(show);
  return line;
}

/** @param {HTMLElement} root */
function check(root) {
  var text = make('pre', { tabindex: '0', 'aria-label': say('diagnosis') }, []);
  var said = make('p', { role: 'status' }, []);
  var details = make('details', {}, [make('summary', {}, [say('diagnosis')]), text]);
  /** @type {{ text: string, element: HTMLElement }[]} */
  var lines = [];
  function told() {
    var all = lines.map(function (line) { return line.text; });
    var head = ['Tuiyan ' + release.version + ' ' + release.build, release.model].concat(all);
    text.textContent = head.concat(surroundings()).join('\n');
  }
  lines = checksOf(page).map(function (one) { return lineOf(one, told); });
  told();
  function copy() {
    var done = copied(text.textContent);
    said.textContent = say(done ? 'copied' : 'notCopied');
    if (!done) details.open = true;
  }
  var actions = make('p', { 'class': 'about-actions' }, [
    button(say('copy'), copy, { 'class': 'about-first' }),
    button(say('again'), function () { render(root); }),
  ]);
  var list = make('ul', { 'class': 'about-checks' }, lines.map(function (line) { return line.element; }));
  return make('section', { 'aria-labelledby': 'about-check' }, [
    make('h2', { id: 'about-check' }, [say('check')]), list, actions, said, details,
  ]);
}

function components() {
  var names = release.components.map(function (name) { return make('li', {}, [name]); });
  var children = [make('summary', {}, [say('parts')]), make('ul', {}, names)];
  if (!page.single) children.push(make('p', {}, [make('a', { href: 'licences.txt' }, [say('notices')])]));
  return make('details', {}, children);
}

/** @param {HTMLElement} root */
function render(root) {
  root.textContent = '';
  root.lang = english ? 'en' : 'zh-CN';
  var title = make('h1', { id: 'about-title', tabindex: '-1' }, [say('title')]);
  function turn() {
    english = !english;
    render(root);
  }
  var actions = make('p', { 'class': 'about-actions' }, [button(say('language'), turn, { lang: english ? 'zh-CN' : 'en' })]);
  if (page.starts) actions.appendChild(button(say('close'), function () { close(root); }));
  [title, actions, facts(), check(root), components()].forEach(function (part) { root.appendChild(part); });
  title.focus();
}

// While it is open, paper shows the check alone.
/** @param {HTMLElement} dialog */
function close(dialog) {
  document.documentElement.removeAttribute('data-checking');
  if (dialog.parentNode) dialog.parentNode.removeChild(dialog);
}

// Over the page, in its language. Opened where the program failed as well.
window.tuiyanAbout = function () {
  var old = document.getElementById('about');
  if (old) close(old);
  english = document.documentElement.lang.indexOf('en') === 0;
  var dialog = make('dialog', { id: 'about', 'class': 'about', 'aria-labelledby': 'about-title' }, []);
  document.documentElement.setAttribute('data-checking', '');
  document.body.appendChild(dialog);
  dialog.addEventListener('close', function () { close(dialog); });
  if (dialog.showModal) dialog.showModal();
  else dialog.setAttribute('open', '');
  render(dialog);
};

if (!page.starts) {
  english = (navigator.language || '').indexOf('zh') !== 0;
  render(/** @type {HTMLElement} */ (document.getElementById('selfcheck')));
}
