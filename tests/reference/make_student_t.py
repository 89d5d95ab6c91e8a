"""Adds the quantiles of Student's t, scaled to variance 1, to statistics.json.

The quantile is the root of the distribution function at 50 digits (mpmath);
scipy.stats.t.ppf has to agree to 1e-13, or nothing is written.

Run:  python3 make_student_t.py     (needs mpmath and scipy)
"""
import json
from pathlib import Path

import mpmath
import scipy.stats
from mpmath import mp, mpf

mp.dps = 50
FILE = Path(__file__).with_name('statistics.json')


def tail(degrees, t):
    """P(T > t) for t > 0: half the regularised incomplete beta function."""
    return mpmath.betainc(degrees / 2, mpf(1) / 2, 0, degrees / (degrees + t * t), regularized=True) / 2


def upper_quantile(degrees, p):
    """The t > 0 with P(T > t) = p, for p < 1/2."""
    start = mpf(float(scipy.stats.t.isf(float(p), float(degrees))))
    return mpmath.findroot(lambda t: mpmath.log(tail(degrees, t) / p), start)


def quantile(degrees, p):
    """Quantile at the exact value of the double `p`, divided by the standard deviation."""
    p, degrees = mpf(p), mpf(degrees)
    if p == 0.5:
        return 0.0
    t = upper_quantile(degrees, min(p, 1 - p))
    ours = float((t if p > 0.5 else -t) / mpmath.sqrt(degrees / (degrees - 2)))
    theirs = float(scipy.stats.t.ppf(float(p), float(degrees)) / mpmath.sqrt(degrees / (degrees - 2)))
    assert abs(ours / theirs - 1) < 1e-13, (p, ours, theirs)
    return ours


def main():
    statistics = json.loads(FILE.read_text(encoding='utf-8'))
    quantiles = statistics['quantiles']
    for degrees in (3, 5, 30):
        quantiles[f'student_t_{degrees}_scaled'] = [quantile(degrees, p) for p in quantiles['p']]
    statistics['versions']['student_t'] = {'mpmath': mpmath.__version__, 'scipy': scipy.__version__}
    FILE.write_text(json.dumps(statistics, indent=1) + '\n', encoding='utf-8')


if __name__ == '__main__':
    main()
