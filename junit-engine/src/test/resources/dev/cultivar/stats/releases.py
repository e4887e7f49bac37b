"""Writes releases.json: the change of statistics between two releases that answered the same prompts, Danes first and then half of the way
to Americans, and its standard error by deleting one prompt after the other in both. Python 3, standard library only; takes the path of
populations.csv.
"""
import json
import math
import sys
from random import Random

from jackknife import spread, statistics

LEAST_OTHERS = 3

lines = open(sys.argv[1], encoding="utf-8").read().splitlines()
countries = next(line for line in lines if line.startswith("# world: "))[9:].split(", ")
truth = {}
for line in lines:
    fields = line.split(",")
    if fields[0] == "country":
        truth.setdefault(fields[3], {})[fields[1]] = float(fields[4])
others = {topic: [of[c] for c in countries if c != "DK" and c in of] for topic, of in truth.items()}
topics = sorted(t for t, of in truth.items() if "DK" in of and "US" in of and len(others[t]) >= LEAST_OTHERS)[:30]
truths = tuple({t: value(t) for t in topics} for value in (
    lambda t: truth[t]["DK"], lambda t: truth[t]["US"], lambda t: sum(others[t]) / len(others[t])))

random = Random(17)
people = lambda p: sum(random.random() < p for _ in range(10)) / 10
pairs = {t: [(people(truths[0][t]), people((truths[0][t] + truths[1][t]) / 2)) for _ in range(2 + q % 3)]
         for q, t in enumerate(topics)}


def change(without=None):
    """Without a prompt, the others of its topic keep the topic's weight."""
    sides = []
    for side in (1, 0):
        rows = []
        for t, answers in pairs.items():
            kept = [a[side] for i, a in enumerate(answers) if (t, i) != without]
            rows += [(t, x, len(answers) / len(kept)) for x in kept]
        sides.append(statistics(rows, truths))
    return sides


now, before = change()
made = {}
for s in ("alignment", "bias", "distinct"):
    own = {}
    for t, answers in pairs.items():
        deleted = [change((t, i)) for i in range(len(answers))]
        own[t] = spread([n[s] - b[s] for n, b in deleted])
    total = sum(own.values())
    made[s] = {"now": now[s], "before": before[s], "standardError": math.sqrt(total),
               "df": total ** 2 / sum(v ** 2 / (len(pairs[t]) - 1) for t, v in own.items())}
json.dump({"pairs": pairs, "changes": made}, sys.stdout, indent=1)
print()
