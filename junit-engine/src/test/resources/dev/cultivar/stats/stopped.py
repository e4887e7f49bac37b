"""What a score and its plain 95 % interval are like after a run that stops at a look because of its result.

One gate, four looks, the boundaries of docs/method.md at 5 %. The score is normal; drift is the distance of its truth from the
threshold, in standard errors of the whole run. Prints rows of docs/validity.md. Standard library only.
"""
import random
import statistics
import sys

SHARES = (0.25, 0.5, 0.75, 1.0)
BOUNDARIES = (4.3326, 2.9631, 2.3590, 2.0141)
LEAST_HOPE = 0.1


def survival(z):
    return statistics.NormalDist().cdf(-z)


def hopeless(z, share):
    """Conditional power of the last look, from half of the responses on."""
    if share < 0.5 or share == 1:
        return False
    total, sd = z * share**0.5 + z / share**0.5 * (1 - share), (1 - share) ** 0.5
    return survival((BOUNDARIES[-1] - total) / sd) + survival((BOUNDARIES[-1] + total) / sd) < LEAST_HOPE


def run(rng, drift):
    """Look of the stop, and the error of the estimate there, in standard errors of the whole run."""
    total, before = 0.0, 0.0
    for look, share in enumerate(SHARES):
        total += drift * (share - before) + rng.gauss(0, (share - before) ** 0.5)
        before = share
        z = total / share**0.5
        if abs(z) >= BOUNDARIES[look] or hopeless(z, share) or share == 1:
            return look, total / share - drift


def line(drift, runs):
    rng = random.Random(20261130)
    found = [run(rng, drift) for _ in range(runs)]
    cells = [f"{drift:.1f}", f"{sum(error for _, error in found) / runs:+.2f}", covered(found)]
    for look in range(len(SHARES)):
        here = [one for one in found if one[0] == look]
        share = len(here) / runs
        if share < 0.01:
            cells.append("-")
        else:
            cells.append(f"{share:.0%}: {sum(error for _, error in here) / len(here):+.2f}, {covered(here)}")
    print("| " + " | ".join(cells) + " |")


def covered(found):
    inside = sum(abs(error) <= 1.959964 / SHARES[look] ** 0.5 for look, error in found)
    return f"{inside / len(found):.1%}"


if __name__ == "__main__":
    for drift in (0, 1, 2, 3, 3.5, 4, 5, 6, 8):
        line(drift, int(sys.argv[1]) if len(sys.argv) > 1 else 200_000)
