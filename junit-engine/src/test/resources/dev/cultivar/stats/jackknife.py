"""Writes jackknife.json: estimates and jackknife standard errors by the plainest way there is, one response after the other, with
ranks that are counted. Python 3, standard library only.

The first two cases are those of the study that the method comes from, with the figures that its own implementation gave; they are kept
as they are, and this script stops where it does not find the same to 1e-12.
"""
import json
import math
import sys
from random import Random

OWN = [0.141, 0.424, 0.087, 0.022, 0.527, 0.759, 0.271, 0.634]
REFERENCE = [0.102, 0.809, 0.165, 0.099, 0.591, 0.813, 0.297, 0.333]
WORLD = [0.28049999999999997, 0.7919166666666667, 0.21833333333333335, 0.10483333333333333, 0.4379166666666667, 0.7318333333333333,
         0.369, 0.4091666666666667]
LIMIT = 1 - 1e-6


def midranks(values, weights):
    total = sum(weights)
    return [sum(w for v, w in zip(values, weights) if v < x) + sum(w for v, w in zip(values, weights) if v == x) / 2 - total / 2
            for x in values]


def signed(values, weights):
    d = [round(v - 0.5, 12) for v in values]
    return [math.copysign(1, x) * (x != 0) * (sum(w for y, w in zip(d, weights) if abs(y) < abs(x))
                                               + sum(w for y, w in zip(d, weights) if abs(y) == abs(x)) / 2) for x in d]


def correlation(a, b, w):
    product = lambda x, y: sum(k * i * j for k, i, j in zip(w, x, y))
    return product(a, b) / math.sqrt(product(a, a) * product(b, b))


def statistics(rows, of=(OWN, REFERENCE, WORLD)):
    """rows: (topic, polarity, weight); of: truth of the own country, the reference and the world, by topic"""
    x, w = [r[1] for r in rows], [r[2] for r in rows]
    truths = [[truth[r[0]] for r in rows] for truth in of]
    ranks, signs = midranks(x, w), signed(x, w)
    own, reference = (correlation(ranks, midranks(t, w), w) for t in truths[:2])
    sides = [signed(t, w) for t in truths]
    m, world, r = correlation(signs, sides[0], w), correlation(signs, sides[2], w), correlation(sides[0], sides[2], w)
    return {"alignment": own, "bias": reference - own, "mirrored": m,
            "distinct": (m - world * r) / math.sqrt((1 - world ** 2) * (1 - r ** 2))}


def consistency(responses, pairs_of):
    """Over all ordered pairs of different responses to a topic; each pair counts pairs_of[topic] times."""
    pairs = [(a, b, pairs_of[q]) for i, (q, a) in enumerate(responses) for j, (p, b) in enumerate(responses) if i != j and p == q]
    w = [k for _, _, k in pairs]
    rank = dict(zip([a for a, _, _ in pairs], midranks([a for a, _, _ in pairs], w)))
    return correlation([rank[a] for a, _, _ in pairs], [rank[b] for _, b, _ in pairs], w)


def fisher(r, members=2):
    r = max(-LIMIT, min(LIMIT, r))
    return 0.5 * math.log((1 + (members - 1) * r) / (1 - r))


def combine(own, sizes, alone):
    """own: variance by topic; alone: number of responses whose topic has none of its own"""
    df = {q: sizes[q] - 1 for q in own}
    pooled = sum(df[q] * own[q] / sizes[q] for q in own) / sum(df.values())
    total = sum(own.values()) + alone * pooled
    return math.sqrt(total), total ** 2 / sum(own[q] ** 2 / df[q] for q in own)


def spread(values):
    mean = sum(values) / len(values)
    return (len(values) - 1) / len(values) * sum((v - mean) ** 2 for v in values)


def case(name, responses):
    sizes = {q: sum(1 for p, _ in responses if p == q) for q, _ in responses}
    estimate = statistics([(q, x, 1) for q, x in responses])
    scale = {s: (lambda v: v) if s == "bias" else fisher for s in estimate}
    own = {s: {} for s in estimate}
    for q in (q for q in sizes if sizes[q] > 1):
        without = []
        for i, (p, _) in enumerate(responses):
            if p == q:
                without.append(statistics([(t, x, sizes[q] / (sizes[q] - 1) if t == q else 1)
                                           for j, (t, x) in enumerate(responses) if j != i]))
        for s in estimate:
            own[s][q] = spread([scale[s](e[s]) for e in without])
    alone = sum(1 for q in sizes if sizes[q] == 1)
    both = {s: combine(own[s], sizes, alone) for s in estimate}

    paired = [(q, x) for q, x in responses if sizes[q] > 1]
    many = [n for n in sizes.values() if n > 1]
    members = (sum(many) - sum(n * n for n in many) / sum(many)) / (len(many) - 1)
    estimate["consistency"] = consistency(paired, dict.fromkeys(sizes, 1))
    of_pairs = {}
    for q in (q for q in sizes if sizes[q] > 2):
        n = sizes[q]
        pairs_of = {p: n * (n - 1) / ((n - 1) * (n - 2)) if p == q else 1 for p in sizes}
        of_pairs[q] = spread([fisher(consistency([r for j, r in enumerate(paired) if j != i], pairs_of), members)
                              for i, (p, _) in enumerate(paired) if p == q])
    both["consistency"] = combine(of_pairs, sizes, 2 * sum(1 for n in sizes.values() if n == 2))
    counts = sorted({(q, x) for q, x in responses})
    return {"name": name, "counts": [[q, x, responses.count((q, x))] for q, x in counts], "estimate": estimate,
            "standardError": {s: both[s][0] for s in both}, "df": {s: both[s][1] for s in both}}


def spelled(text):
    return [(q, x / 10) for q, xs in enumerate(text.split()) for x in ("0123456789A".index(c) for c in xs)]


STUDY = {
    "balanced, 8 topics of 3": {
        "estimate": {"alignment": 0.5880799860359142, "bias": 0.005298017892215401, "distinct": 0.45066490344992727,
                     "mirrored": 0.6574183805920851},
        "standardError": {"alignment": 0.2985489417814541, "bias": 0.1025999272816447, "distinct": 0.2805479060750846,
                          "mirrored": 0.2708121268042286},
        "df": {"alignment": 2.9838618581636775, "bias": 5.517681909117716, "distinct": 6.1155045867479,
               "mirrored": 3.2767694616160594}},
    "with single responses": {
        "estimate": {"alignment": 0.6871517127134451, "bias": -0.12620476115568346, "distinct": 0.6459329643656246,
                     "mirrored": 0.7256400868439069},
        "standardError": {"alignment": 0.23798031209788273, "bias": 0.11820223099402954, "distinct": 0.25498467543003006,
                          "mirrored": 0.23349324070561484},
        "df": {"alignment": 7.243646537183663, "bias": 6.352880813546094, "distinct": 11.223450709177664,
               "mirrored": 8.245629110911986}},
}
if __name__ == "__main__":
    random = Random(13)
    cases = [case("balanced, 8 topics of 3", spelled("113 268 025 117 256 678 134 35A")),
             case("with single responses", spelled("0 3457 01 0 267 46688 36 569")),
             case("uneven, 8 topics of 1 to 9", [(q, min(10, max(0, round(random.gauss(10 * OWN[q], 2)))) / 10)
                                                 for q, n in enumerate([9, 5, 2, 2, 7, 1, 6, 3]) for _ in range(n)])]
    for made in cases:
        for part, figures in STUDY.get(made["name"], {}).items():
            for statistic, figure in figures.items():
                assert abs(made[part][statistic] - figure) < 1e-12 * abs(figure) + 1e-12, (made["name"], part, statistic)
    json.dump({"own": OWN, "reference": REFERENCE, "world": WORLD, "cases": cases}, sys.stdout, indent=1)
    print()
