// Whether what is written can be read again, in each store of the browser.

var NAME = 'tuiyan-check';
var PATIENCE_MS = 3000;

/**
 * @param {'localStorage' | 'sessionStorage'} store
 * @returns {import('./checks.js').Run}
 */
export function tryStore(store) {
  return function (done) {
    try {
      var mark = String(Math.random());
      window[store].setItem(NAME, mark);
      var kept = window[store].getItem(NAME) === mark;
      window[store].removeItem(NAME);
      done(kept ? ['ok', '', 'store.kept'] : ['bad', '', 'store.refused']);
    } catch (error) {
      done(['bad', /** @type {Error} */ (error).name, 'store.refused']);
    }
  };
}

/**
 * Calls back once, also when the browser never answers.
 * @type {import('./checks.js').Run}
 */
export function tryDatabase(done) {
  var answered = false;
  /** @param {import('./checks.js').Result} result */
  function answer(result) {
    if (!answered) done(result);
    answered = true;
  }
  /** @param {Error | null} [error] */
  function refuse(error) { answer(['bad', error ? error.name : '', 'store.refused']); }
  setTimeout(function () { answer(['bad', '', 'store.silent']); }, PATIENCE_MS);
  try {
    if (!window.indexedDB) return refuse();
    openDatabase(answer, refuse);
  } catch (error) {
    refuse(/** @type {Error} */ (error));
  }
}

/**
 * @param {(result: import('./checks.js').Result) => void} answer
 * @param {(error: Error | null) => void} refuse
 */
function openDatabase(answer, refuse) {
  var opening = indexedDB.open(NAME, 1);
  opening.onupgradeneeded = function () { opening.result.createObjectStore('one'); };
  opening.onerror = function () { refuse(opening.error); };
  opening.onsuccess = function () {
    var database = opening.result;
    var mark = String(Math.random());
    var writing = database.transaction('one', 'readwrite');
    writing.onabort = function () { refuse(writing.error); };
    writing.objectStore('one').put(mark, 'mark');
    writing.oncomplete = function () {
      var reading = database.transaction('one').objectStore('one').get('mark');
      reading.onsuccess = function () {
        database.close();
        indexedDB.deleteDatabase(NAME);
        answer(reading.result === mark ? ['ok', '', 'store.kept'] : ['bad', '', 'store.refused']);
      };
      reading.onerror = function () { refuse(reading.error); };
    };
  };
}
