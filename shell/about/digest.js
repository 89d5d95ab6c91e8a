// SHA-256, for pages on plain http: the browser's own is there only in a secure context.

// The first 32 bits of the fractions of the square (power 1/2) or cube roots (1/3) of the first primes.
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

function turned(word, bits) {
  return (word >>> bits) | (word << (32 - bits));
}

// The message, a bit, zeros, and its length in bits, in blocks of 64 bytes.
function padded(bytes) {
  var whole = new Uint8Array(Math.ceil((bytes.length + 9) / 64) * 64);
  whole.set(bytes);
  whole[bytes.length] = 128;
  var view = new DataView(whole.buffer);
  view.setUint32(whole.length - 8, Math.floor(bytes.length / 536870912));
  view.setUint32(whole.length - 4, bytes.length << 3);
  return view;
}

function mix(state, words) {
  var s = state.slice();
  for (var i = 0; i < 64; i++) {
    var upper = turned(s[4], 6) ^ turned(s[4], 11) ^ turned(s[4], 25);
    var first = s[7] + upper + ((s[4] & s[5]) ^ (~s[4] & s[6])) + ROUND[i] + words[i];
    var lower = turned(s[0], 2) ^ turned(s[0], 13) ^ turned(s[0], 22);
    var second = lower + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
    s = [(first + second) | 0, s[0], s[1], s[2], (s[3] + first) | 0, s[4], s[5], s[6]];
  }
  return state.map(function (word, i) { return (word + s[i]) | 0; });
}

// 64 hexadecimal digits.
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
