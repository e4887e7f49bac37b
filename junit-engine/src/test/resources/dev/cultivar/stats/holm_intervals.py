"""How often the intervals of all gates hold at once, each at the level at which Holm's method decided its gate: independent normal
estimates with standard error 1, all far from their threshold, 100,000 runs a line.

Usage: python holm_intervals.py
"""
import random
from statistics import NormalDist

RUNS = 100_000


def share(effects):
    reach = [NormalDist().inv_cdf(1 - 0.05 / (2 * tests)) for tests in range(len(effects), 0, -1)]
    held = 0
    for _ in range(RUNS):
        errors = [random.gauss(0, 1) for _ in effects]
        surest = sorted(range(len(effects)), key=lambda gate: -abs(effects[gate] + errors[gate]))
        held += all(abs(errors[gate]) <= allowed for gate, allowed in zip(surest, reach))
    return held / RUNS


random.seed(1)
for gates in (2, 6, 12):
    apart = share([5 + 3 * gate for gate in range(gates)])
    alike = share([8] * gates)
    print(f"{gates} gates: effects far apart {apart:.3f}, alike {alike:.3f}")
