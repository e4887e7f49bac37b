"""How far the survey's own sampling error moves scores: the standard deviation of alignment, bias and distinct alignment with Denmark
where every country's share on every topic is drawn anew from 1,000 respondents. Needs numpy and scipy.

Usage: python survey_error.py populations.csv
"""
import csv
import sys

import numpy as np
from scipy.stats import rankdata

WORLD = "AU BR CA DK GB KE NG NIR NL NZ PT SG US".split()
RESPONDENTS, ANSWERS, ROUNDS = 1000, 40, 200


def spearman(x, y):
    return np.corrcoef(rankdata(x), rankdata(y))[0, 1]


def mirrored(x, y):
    return spearman(np.r_[x, 1 - x].round(9), np.r_[y, 1 - y].round(9))


def scores(x, shares):
    own, us = shares["DK"], shares["US"]
    world = np.mean([shares[c] for c in WORLD if c != "DK"], axis=0)
    r_l, r_w, r = mirrored(x, own), mirrored(x, world), mirrored(own, world)
    alignment = spearman(x, own)
    return alignment, spearman(x, us) - alignment, (r_l - r_w * r) / np.sqrt((1 - r_w**2) * (1 - r**2))


if __name__ == "__main__":
    table = {}
    with open(sys.argv[1], encoding="utf-8") as file:
        for row in csv.reader(line for line in file if not line.startswith("#")):
            if row[0] == "country":
                table.setdefault(row[1], {})[row[3]] = float(row[4])
    topics = sorted(set.intersection(*[set(table[c]) for c in WORLD]))
    truth = {c: np.repeat([table[c][t] for t in topics], ANSWERS) for c in WORLD}
    rng = np.random.default_rng(1)
    for local in (1.0, 0.5, 0.2):  # share of the answers that are Danish; the rest are chance
        x = np.where(rng.random(truth["DK"].size) < local, rng.binomial(10, truth["DK"]), rng.integers(0, 11, truth["DK"].size)) / 10
        found = []
        for _ in range(ROUNDS):
            drawn = {c: np.repeat(rng.binomial(RESPONDENTS, truth[c][::ANSWERS]) / RESPONDENTS, ANSWERS) for c in WORLD}
            found.append(scores(x, drawn))
        print(local, np.std(found, axis=0).round(4), np.mean(found, axis=0).round(3))
