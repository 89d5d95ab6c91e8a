"""Binomial quantiles by scipy.

    pip install scipy
    python make_binomial.py > binomial.json

Each row is [attempts, probability, uniform, successes]. A uniform number that a rounding
error could carry over a step of the distribution is left out.
"""

import json
import random

from scipy.stats import binom

generator = random.Random(20200101)
rows = []
for attempts in (1, 2, 7, 30, 100, 400, 1000):
    for probability in (0.001, 0.02, 0.3, 0.5, 0.77, 0.999):
        for uniform in (1e-6, 0.05, 0.5, generator.random(), generator.random(), 0.95, 1 - 1e-6):
            successes = int(binom.ppf(uniform, attempts, probability))
            steps = binom.cdf([successes - 1, successes], attempts, probability)
            if min(abs(steps - uniform)) > 1e-9:
                rows.append([attempts, probability, uniform, successes])
print("[\n" + ",\n".join("  " + json.dumps(row) for row in rows) + "\n]")
