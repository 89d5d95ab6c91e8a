"""Values of exp and ln over the whole range of doubles, by mpmath with 60 digits.

    pip install mpmath
    python make_elementary.py > elementary.json

Each row is [x, upper, lower]: the exact value is upper + lower to about 32 digits.
"""

import json
import math
import random
import struct

import mpmath

mpmath.mp.dps = 60
generator = random.Random(20200101)


def row(function, x):
    exact = function(mpmath.mpf(x))
    upper = float(exact)
    return [x, upper, float(exact - mpmath.mpf(upper))]


def any_positive():
    """Any positive finite double, all exponents alike: one in 2,000 is subnormal."""
    return struct.unpack("<d", struct.pack("<Q", generator.randrange(1, 0x7FF0_0000_0000_0000)))[0]


exponents = [0.0, -0.0, 1.0, -1.0, 0.5 * math.log(2), -0.5 * math.log(2), 1e-300, -5e-324, 1e-17]
exponents += [709.782712893384, -708.3964185322641, -744.44, -745.1]
exponents += [generator.uniform(-708.0, 709.0) for _ in range(150)]
exponents += [generator.uniform(-745.0, -708.4) for _ in range(30)]
exponents += [generator.uniform(-1.0, 1.0) for _ in range(60)]

positive = [1.0, 5e-324, 1.5e-323, 2.2250738585072014e-308, 2.225073858507201e-308]
positive += [1.7976931348623157e308, math.nextafter(1, 0), math.nextafter(1, 2), math.e, 10.0]
positive += [any_positive() for _ in range(150)]
positive += [5e-324 * generator.randrange(1, 1 << 51) for _ in range(30)]
positive += [generator.uniform(0.5, 2.0) for _ in range(60)]

print("{")
for name, function, inputs, end in (
    ("exp", mpmath.exp, exponents, ","),
    ("ln", mpmath.log, positive, ""),
):
    rows = ",\n".join("    " + json.dumps(row(function, x)) for x in inputs)
    print(f'  "{name}": [\n{rows}\n  ]{end}')
print("}")
