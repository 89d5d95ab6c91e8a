// Which Chinese font the page shows.

var SAMPLE = '推演';
// Not characters: they show what the system puts where it lacks one.
var LACKING = '\uFDD0\uFDD1';
// Generic names, and fonts of the page without Chinese characters.
var SILENT = /^(serif|sans-serif|monospace|system-ui|Segoe UI|Helvetica Neue|Arial|Noto Sans)$/;

/** @type {import('./checks.js').Run} */
export function tryFont(done) {
  try {
    if (drawn(SAMPLE) === drawn(LACKING)) return done(['bad', '', 'font.none']);
    var families = getComputedStyle(document.body).fontFamily.split(/\s*,\s*/).map(function (family) {
      return family.replace(/["']/g, '');
    });
    var first = families.filter(function (family) { return !SILENT.test(family) && isInstalled(family); })[0];
    done(first ? ['ok', first, 'font.named'] : ['ok', '', 'font.some']);
  } catch (error) {
    done(['ok', '', 'font.unknown']);
  }
}

function pen() {
  var canvas = document.createElement('canvas');
  canvas.width = 80;
  canvas.height = 48;
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
}

/** @param {string} text */
function drawn(text) {
  var canvas = pen();
  canvas.font = '32px ' + getComputedStyle(document.body).fontFamily;
  canvas.textBaseline = 'top';
  canvas.fillText(text, 4, 4);
  return Array.prototype.join.call(canvas.getImageData(0, 0, 80, 48).data);
}

/**
 * A font that is there gives Latin letters widths of its own, whatever would stand in for it.
 * @param {string} family
 */
function isInstalled(family) {
  var canvas = pen();
  return ['serif', 'monospace'].every(function (standIn) {
    canvas.font = '32px ' + standIn;
    var without = canvas.measureText('mmiiWW08').width;
    canvas.font = '32px "' + family + '", ' + standIn;
    return canvas.measureText('mmiiWW08').width !== without;
  });
}
