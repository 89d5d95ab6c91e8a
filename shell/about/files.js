// Whether the files beside the page are those of the release.
import { sha256 } from './digest.js';

// The single files stand beside the page and are not part of it.
var ASIDE = /^tuiyan(-compat)?\.html$/;

/** @typedef {string[]} Line: of SHA256SUMS: digest and name */

/** @type {import('./checks.js').Run} */
export function tryFiles(done) {
  read('SHA256SUMS').then(function (bytes) {
    var lines = new TextDecoder().decode(bytes).trim().split('\n').map(function (line) { return line.split('  '); });
    if (!lines.every(isLine)) throw new Error('SHA256SUMS');
    var files = lines.filter(function (line) { return !ASIDE.test(line[1]); });
    return oneByOne(files).then(function (found) {
      var names = found.filter(Boolean);
      done(names.length ? ['bad', names.join(', '), 'files.differ'] : ['ok', String(files.length), 'files.same']);
    });
  }).catch(function (error) { done(['limited', error.message, 'files.unread']); });
}

/**
 * A portal may answer with its sign-in page.
 * @param {Line} line
 */
function isLine(line) {
  return /^[0-9a-f]{64}$/.test(line[0]) && /^([\w-]+\/)?[\w.-]+$/.test(line[1]);
}

/**
 * What differs, file after file: the page can be used between two, and holds no more than one.
 * @param {Line[]} lines
 */
function oneByOne(lines) {
  return lines.reduce(function (before, line) {
    return before.then(function (found) {
      return differs(line).then(function (name) { return found.concat(name); });
    });
  }, Promise.resolve(/** @type {string[]} */ ([])));
}

/** @param {Line} line */
function differs(line) {
  return read(line[1]).then(function (bytes) { return sha256(bytes) === line[0] ? '' : line[1]; });
}

/** @param {string} name */
function read(name) {
  return fetch(name).then(function (response) {
    if (!response.ok) throw new Error(name);
    return response.arrayBuffer();
  }).then(function (buffer) { return new Uint8Array(buffer); });
}
