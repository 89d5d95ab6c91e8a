"""Prints what the growth parameters of the model rest on, from committed data and years to 2019 only.

Run:  python3 fit_growth.py         (needs numpy)

For each block: the spread of yearly log growth within a year (robust: P10 to P90 over 2.563), by size, and how much of
a place's own mean growth over K years is left in the next year, both net of what all places had in common. That share is
K / (K + k): k is how many own years the peers count for. What comes of it beyond 2019 is in docs/回测.md.
"""
import collections
import csv
import math
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[2]
LAST = 2019
WINDOW = 5
# Steps of GDP beyond this are no growth but another count.
BREAK = 0.35


def read(path, place, column):
    """Place -> year -> value."""
    series = collections.defaultdict(dict)
    for row in csv.DictReader(open(ROOT / path, encoding='utf-8')):
        if row['province'] != '全国' and row[column] and float(row[column]) > 0:
            series[row['province'] + row[place]][int(row['year'])] = float(row[column])
    return series


def growth(levels):
    return {year: math.log(levels[year] / levels[year - 1]) for year in levels if year - 1 in levels}


def spread(values):
    low, high = np.percentile(values, [10, 90])
    return (high - low) / 2.563


def fit(name, series):
    steps = {place: growth(levels) for place, levels in series.items()}
    if name == 'gdp':
        steps = {place: {y: g for y, g in of.items() if abs(g) <= BREAK} for place, of in steps.items()}
    years = sorted({year for of in steps.values() for year in of if year <= LAST})
    away, sizes, before, after = [], [], [], []
    for year in years:
        now = {place: of[year] for place, of in steps.items() if year in of}
        if len(now) < 10:
            continue
        middle = np.median(list(now.values()))
        for place, value in now.items():
            away.append(value - middle)
            sizes.append(series[place][year - 1])
        own = {}
        for place in now:
            last = [steps[place][y] for y in range(year - WINDOW, year) if y in steps[place]]
            if len(last) >= 3:
                own[place] = (np.mean(last), len(last))
        if len(own) < 10:
            continue
        common = np.median([mean for mean, _ in own.values()])
        for place, (mean, _) in own.items():
            before.append(mean - common)
            after.append(now[place] - middle)
    away, sizes = np.array(away), np.array(sizes)
    before, after = np.clip(before, -0.2, 0.2), np.clip(after, -0.3, 0.3)
    left = float(before @ after / (before @ before))
    k = WINDOW / left - WINDOW if left > 0 else math.inf
    quarters = np.digitize(sizes, np.percentile(sizes, [25, 50, 75]))
    by_size = [spread(away[quarters == q]) for q in range(4)]
    power = -np.polyfit([math.log(np.median(sizes[quarters == q])) for q in range(4)], np.log(by_size), 1)[0]
    tails = np.mean((away / away.std()) ** 4)
    print(f'{name:10} n {len(away):5}  spread {spread(away):.3f} (sd {away.std():.3f}, kurtosis {tails:4.1f})  '
          f'by size {" ".join(f"{value:.3f}" for value in by_size)} (power {power:+.2f})  own share {left:.2f}, k {k:.1f}')


def main():
    fit('gdp', read('tests/data/backtest/cities.csv', 'city', 'gdp_yi'))
    fit('fiscal', read('tests/data/backtest/cities.csv', 'city', 'fiscal_science_yi'))
    other = 'regions/provinces-other.csv'
    fit('rd', read('regions/provinces.csv', 'province', 'rd_yi'))
    fit('contracts', read(other, 'province', 'tech_contract_output_yi'))
    fit('inventions', read(other, 'province', 'valid_inventions'))
    fit('fiscal, provinces', read(other, 'province', 'fiscal_scitech_yi'))


if __name__ == '__main__':
    main()
