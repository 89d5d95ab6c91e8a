// The checks, in the order in which they are shown.
import { tryFiles } from './files.js';
import { tryFont } from './fonts.js';
import { tryDatabase, tryStore } from './storage.js';

/** @typedef {keyof typeof import('./texts.js').TEXTS} Key: of a text */
/** @typedef {[level: 'ok' | 'limited' | 'bad' | 'open', found: string, key: Key]} Result where `open` is what only a person can see, after trying */
/** @typedef {(result: Result) => void} Done */
/** @typedef {(done: Done) => void} Run calls back with what it found */
/** @typedef {{ id: Key, run: Run, attempt?: Run }} Check with what a person may try */

var IS_FILE = location.protocol === 'file:';

/** @type {Run} */
function kernel(done) {
  var version = +(/Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent) || [])[1];
  if (document.documentMode) return done(['bad', 'IE ' + document.documentMode, 'kernel.ie']);
  if (!version) return done(['limited', '', 'kernel.other']);
  var found = 'Chromium ' + version;
  if (version >= 86) return done(['ok', found, 'kernel.promised']);
  done(version >= 69 ? ['limited', found, 'kernel.tested'] : ['bad', found, 'kernel.old']);
}

function compiles() {
  try {
    return !!new WebAssembly.Module(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]));
  } catch (error) {
    return false;
  }
}

var FORMS = { simd: 'WebAssembly SIMD', mvp: 'WebAssembly', js: 'JavaScript' };

/**
 * `starts` says whether this page is one that starts the program.
 * @param {boolean} starts
 * @returns {Run}
 */
function engine(starts) {
  return function (done) {
    var program = window.tuiyan;
    var running = program && program.probes && FORMS[/** @type {Shell.FormName} */ (program.form)];
    if (running) return done(['ok', running, program.form === 'js' ? 'engine.script' : 'engine.runs']);
    if (program && !program.form) return done(['bad', '', 'engine.none']);
    if (document.documentElement.getAttribute('data-problem') === 'browser') return done(['bad', '', 'engine.old']);
    if (starts) return done(['bad', '', program ? 'engine.stopped' : 'engine.absent']);
    done(compiles() ? ['ok', FORMS.mvp, 'engine.able'] : ['limited', FORMS.js, 'engine.script.able']);
  };
}

/** @type {Run} */
function clipboard(done) {
  if (navigator.clipboard) return done(['ok', 'navigator.clipboard', 'clipboard.first']);
  var falls = document.queryCommandSupported && document.queryCommandSupported('copy');
  done(falls ? ['ok', 'execCommand', 'clipboard.fallback'] : ['limited', '', 'clipboard.none']);
}

/**
 * The text is selected where nobody sees it.
 * @param {string} text
 */
export function copied(text) {
  var field = document.createElement('textarea');
  field.value = text;
  field.className = 'about-aside';
  var shown = document.getElementById('about') || document.body;
  shown.appendChild(field);
  field.select();
  var done = false;
  try { done = document.execCommand('copy'); } catch (error) { done = false; }
  shown.removeChild(field);
  return done;
}

/** @type {Run} */
function tryClipboard(done) {
  done(copied('推演 Tuiyan') ? ['ok', '', 'clipboard.done'] : ['limited', '', 'clipboard.none']);
}

/** @type {Run} */
function download(done) {
  var can = window.Blob && window.URL && 'download' in document.createElement('a');
  done(can ? ['open', '', 'download.try'] : ['bad', '', 'download.none']);
}

/** @type {Run} */
function tryDownload(done) {
  var link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob(['推演 Tuiyan\r\n'], { type: 'text/plain' }));
  link.download = 'tuiyan-check.txt';
  document.body.appendChild(link);
  link.click();
  document.body.removeChild(link);
  download(done);
}

/** @type {Run} */
function print(done) {
  done(/** @type {{ print?: Function }} */ (window).print ? ['open', '', 'print.try'] : ['bad', '', 'print.none']);
}

/** @type {Run} */
function tryPrint(done) {
  window.print();
  print(done);
}

/** @type {Run} */
function context(done) {
  var framed = window.top !== window.self ? 'iframe ' : '';
  // Of a sandboxed frame the origin is nothing.
  if (window.origin === 'null' && !IS_FILE) return done(['limited', framed + 'sandbox', 'context.sandbox']);
  if (IS_FILE) return done(['ok', framed + 'file', 'context.file']);
  var found = framed + location.protocol.replace(':', '');
  done(window.isSecureContext ? ['ok', found, 'context.secure'] : ['ok', found, 'context.plain']);
}

function ownPolicy() {
  var element = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  return element && element.getAttribute('content');
}

/**
 * The server's policy stands in its answer, which the page may ask for once more.
 * @param {boolean} single
 * @returns {Run}
 */
function policy(single) {
  return function (done) {
    /** @type {Result} */
    var own = ownPolicy() ? ['ok', '', single ? 'policy.own' : 'policy.meta'] : ['bad', '', 'policy.none'];
    if (IS_FILE || single || !window.fetch) return done(own);
    if (ownPolicy()) own[0] = 'limited';
    fetch(location.pathname, { method: 'HEAD' }).then(function (answer) {
      done(/frame-ancestors/.test(/** @type {string} */ (answer.headers.get('Content-Security-Policy'))) ? ['ok', '', 'policy.header'] : own);
    }, function () { done(own); });
  };
}

/**
 * `page` says what this copy of the page is.
 * @param {{ starts: boolean, single: boolean }} page
 * @returns {Check[]}
 */
export function checksOf(page) {
  /** @type {Run} */
  var files = page.single ? function (done) { done(['open', '', 'files.single']); } : function (done) { done(['open', '', 'files.try']); };
  return [
    { id: 'kernel', run: kernel },
    { id: 'engine', run: engine(page.starts) },
    { id: 'local', run: tryStore('localStorage') },
    { id: 'database', run: tryDatabase },
    { id: 'session', run: tryStore('sessionStorage') },
    { id: 'clipboard', run: clipboard, attempt: tryClipboard },
    { id: 'download', run: download, attempt: tryDownload },
    { id: 'print', run: print, attempt: tryPrint },
    { id: 'font', run: tryFont },
    { id: 'context', run: context },
    { id: 'policy', run: policy(page.single) },
    { id: 'files', run: files, attempt: page.single ? undefined : tryFiles },
  ];
}

// What helps whoever is asked for help: the browser, the way the page was opened, the files. The address goes without
// what stands behind `?` and `#`, where a plan may be, and without the folders of this machine.
export function surroundings() {
  var loaded = window.performance && performance.getEntriesByType ? performance.getEntriesByType('resource') : [];
  var names = loaded.map(function (entry) { return entry.name.split(/[?#]/)[0].split('/').pop(); });
  return [
    navigator.userAgent,
    IS_FILE ? 'file:' : location.protocol + '//' + location.host + location.pathname,
    innerWidth + ' x ' + innerHeight + ', ' + (window.devicePixelRatio || 1) + ', ' + navigator.language,
    ownPolicy() || '',
    names.join(' '),
  ].join('\n');
}
