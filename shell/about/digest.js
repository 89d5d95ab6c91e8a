// SHA-256, for pages on plain http: the browser's own is there only in a secure context.

/**
 * The first 32 bits of the fractions of the square (power 1/2) or cube roots (1/3) of the first primes.
 * @param {number} count
 * @param {number} power
 */
function fractions(count, power) {
  var found = [];
  for (var candidate = 2; found.length < count; candidate++) {
    var prime = true;
    for (var divisor = 2; divisor * divisor <= candidate; divisor++) prime = prime && candidate % divisor !== 0;
    var root = Math.pow(candidate, power);
    if (prime) found.push(((root - Math.floor(root)) * 4294967296) | 0);
  }
  return found;
}

var START = fractions(8, 1 / 2);
var ROUND = fractions(64, 1 / 3);

/**
 * @param {number} word
 * @param {number} bits
 */
function turned(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}

/**
 * The message, a bit, zeros, and its length in bits, in blocks of 64 bytes.
 * @param {Uint8Array} bytes
 */
function padded(bytes) {
  var whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 128;
  var view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 536870912));
  view.setUint32(whole.length - 4, bytes.length << 3);
  return view;
}

/**
 * In names of their own: an array a round would take ten times as long, and a release has millions of rounds.
 * @param {number[]} state
 * @param {Int32Array} words
 */
function mix(state, words) {
  var a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
  for (var i = 0; i < 64; i++) {
    var upper = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    var first = (h + upper + ((e & f) ^ (~e & g)) + ROUND[i] + words[i]) | 0;
    var lower = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    var second = (lower + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g; g = f; f = e; e = (d + first) | 0;
    d = c; c = b; b = a; a = (first + second) | 0;
  }
  var mixed = [a, b, c, d, e, f, g, h];
  return state.map(function (word, i) { return (word + mixed[i]) | 0; });
}

/**
 * 64 hexadecimal digits.
 * @param {Uint8Array} bytes
 */
export function sha256(bytes) {
  var view = padded(bytes);
  var words = new Int32Array(64);
  var state = START;
  for (var block = 0; block < view.byteLength; block += 64) {
    for (var i = 0; i < 64; i++) {
      if (i < 16) { words[i] = view.getInt32(block + 4 * i); continue; }
      var near = words[i - 2];
      var far = words[i - 15];
      words[i] = words[i - 16] + (turned(far, 7) ^ turned(far, 18) ^ (far >>> 3))
        + words[i - 7] + (turned(near, 17) ^ turned(near, 19) ^ (near >>> 10));
    }
    state = mix(state, words);
  }
  return state.map(function (word) { return ('0000000' + (word >>> 0).toString(16)).slice(-8); }).join('');
}
