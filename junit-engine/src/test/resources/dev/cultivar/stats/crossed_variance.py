"""Golden figures for CrossedVarianceTest: python crossed_variance.py > crossed_variance.json (numpy, pandas, statsmodels).

"balanced": every unit x first x second once; components from the mean squares that statsmodels finds (anova_lm, three crossed random factors).
"unbalanced": as the plan of a run, with observations lacking; means over pairs, found by looking at every pair; the jackknife leaves out a
unit. "large": many observations of known components; what REML (statsmodels MixedLM) makes of them.
"""
import json
import warnings

import numpy as np
import pandas as pd
import statsmodels.api as sm
from statsmodels.formula.api import ols

warnings.simplefilter("ignore")


def draw(rng, units, firsts, seconds, cells, sd):
    u = rng.normal(0, sd[0], units)
    f = rng.normal(0, sd[1], (units, firsts)) + rng.normal(0, 0.3 * sd[1], firsts)
    s = rng.normal(0, sd[2], seconds)
    rows = [(i, j, k, u[i] + f[i, j] + s[k] + rng.normal(0, sd[3])) for i, j, k in cells]
    return pd.DataFrame(rows, columns=["u", "f", "s", "y"])


def balanced(rng):
    cells = [(i, j, k) for i in range(6) for j in range(4) for k in range(3)]
    d = draw(rng, 6, 4, 3, cells, (1, 0.6, 0.4, 0.5)).round(4)
    table = sm.stats.anova_lm(ols("y ~ C(u) + C(f) + C(s) + C(u):C(f) + C(u):C(s) + C(f):C(s)", d).fit(), typ=1)
    ms = table["sum_sq"] / table["df"]
    U, F, S, UF, US, FS, E = (ms[k] for k in ["C(u)", "C(f)", "C(s)", "C(u):C(f)", "C(u):C(s)", "C(f):C(s)", "Residual"])
    unit = (U - UF - US + E) / 12
    second = (S - US - FS + E) / 24
    first = (F - UF - FS + E) / 18 + (UF - E) / 3
    rest = (US - E) / 4 + (FS - E) / 6 + E
    return d, dict(unit=unit, first=first, second=second, rest=rest)


def by_pairs(d):
    u, f, s, y = (d[c].to_numpy() for c in "ufsy")
    i, j = np.triu_indices(len(y), 1)
    half = (y[i] - y[j]) ** 2 / 2
    du, df, ds = u[i] != u[j], f[i] != f[j], s[i] != s[j]
    total = half[du & df & ds].mean()
    same_unit = half[~du & df & ds].mean()
    same_first = half[~du & ~df & ds].mean()
    same_second = half[du & df & ~ds].mean()
    second = total - same_second
    return dict(unit=total - same_unit, first=same_unit - same_first, second=second, rest=same_first - second)


def unbalanced(rng):
    cells = []
    for i in range(9):
        order = rng.permutation(12)
        for n in range(10):
            if rng.random() > 0.15:
                cells.append((i, n % 5, int(order[n])))
    d = draw(rng, 9, 5, 12, cells, (0.25, 0.1, 0.05, 0.2)).round(4)
    share = lambda c: c["unit"] / sum(c.values())
    without = [share(by_pairs(d[d.u != i])) for i in range(9)]
    mean = np.mean(without)
    return d, dict(by_pairs(d), without=without, standardError=float(np.sqrt(8 / 9 * np.sum((np.array(without) - mean) ** 2))))


def large(rng):
    cells = []
    for i in range(76):
        order = rng.permutation(12)
        for n in range(20):
            if rng.random() > 0.1:
                cells.append((i, n % 5, int(order[n % 12])))
    sd = (0.25, 0.1, 0.06, 0.2)
    u = rng.normal(0, sd[0], 76)
    f = rng.normal(0, sd[1], (76, 5))
    s = rng.normal(0, sd[2], 12)
    d = pd.DataFrame([(i, j, k, u[i] + f[i, j] + s[k] + rng.normal(0, sd[3])) for i, j, k in cells], columns=["u", "f", "s", "y"]).round(4)
    d["one"] = 1
    d["uf"] = d.u * 5 + d.f
    fit = sm.MixedLM.from_formula("y ~ 1", d, groups="one", re_formula="0",
                                  vc_formula={"u": "0 + C(u)", "uf": "0 + C(uf)", "s": "0 + C(s)"}).fit(reml=True)
    names = fit.model.exog_vc.names
    vc = dict(zip(names, fit.vcomp))
    return d, dict(unit=vc["u"], first=vc["uf"], second=vc["s"], rest=fit.scale)


def case(found):
    d, figures = found
    return dict(unit=d.u.tolist(), first=d.f.tolist(), second=d.s.tolist(), values=d.y.tolist(), figures=figures)


rng = np.random.default_rng(14)
print(json.dumps(dict(balanced=case(balanced(rng)), unbalanced=case(unbalanced(rng)), large=case(large(rng)))))
