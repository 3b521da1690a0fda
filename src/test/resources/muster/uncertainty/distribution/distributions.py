#!/usr/bin/env python3
"""Moments, quantiles and distribution functions by SciPy, to check Muster's.

distributions.csv beside it holds the output of
    python3 distributions.py > distributions.csv
with SciPy 1.17.1 and NumPy 2.4.6. Not run by the tests. Each form is what a file says; the SciPy distribution is set up apart
from it, from the definitions in the documentation of SciPy.
"""
import numpy as np
from scipy import integrate, optimize, stats

Z90 = stats.norm.ppf(0.95)
PROBABILITIES = [1e-6, 0.001, 0.05, 0.25, 0.5, 0.8, 0.95, 0.999, 0.999999]


def normal(low, high, z=Z90):
    return stats.norm((low + high) / 2, (high - low) / 2 / z)


def lognormal(low, high, z=Z90):
    return stats.lognorm(np.log(high / low) / 2 / z, scale=np.sqrt(low * high))


def beta(mean, sd):
    n = mean * (1 - mean) / sd**2 - 1
    return stats.beta(mean * n, (1 - mean) * n)


class ByCdf:
    """A distribution given by cdf and pdf on an interval that holds all but 1e-15 of it."""

    def __init__(self, cdf, pdf, low, high, breaks=()):
        self.cdf, self.pdf, self.low, self.high = cdf, pdf, low, high
        self.edges = [low, *breaks, high]

    def ppf(self, p):
        return optimize.brentq(lambda x: self.cdf(x) - p, self.low, self.high, xtol=1e-300, rtol=1e-15, maxiter=2000)

    def moment(self, f):
        parts = zip(self.edges, self.edges[1:])
        return sum(integrate.quad(lambda x: f(x) * self.pdf(x), a, b, epsabs=0, epsrel=1e-11, limit=500)[0] for a, b in parts)

    def mean(self):
        return self.moment(lambda x: x)

    def std(self):
        m = self.mean()
        return np.sqrt(self.moment(lambda x: (x - m) ** 2))


def truncated(whole, low, high):
    a, b = whole.cdf(low), whole.cdf(high)
    grid = list(np.linspace(low, high, 12)[1:-1])
    return ByCdf(lambda x: (whole.cdf(x) - a) / (b - a), lambda x: whole.pdf(x) / (b - a), low, high, grid)


def mixture(parts, weights, low, high):
    breaks = sorted({x for part in parts for x in part.ppf([1e-4, 0.01, 0.5, 0.99, 0.9999]) if low < x < high})
    return ByCdf(
        lambda x: sum(w * part.cdf(x) for part, w in zip(parts, weights)),
        lambda x: sum(w * part.pdf(x) for part, w in zip(parts, weights)),
        low, high, breaks)


def two_piece(low, mid, high):
    """Half of each of two lognormals of one median."""
    below = stats.lognorm(np.log(mid / low) / Z90, scale=mid)
    above = stats.lognorm(np.log(high / mid) / Z90, scale=mid)
    side = lambda x: below if x < mid else above
    return ByCdf(lambda x: side(x).cdf(x), lambda x: side(x).pdf(x), below.ppf(1e-16), above.isf(1e-16),
                 [below.ppf(1e-6), below.ppf(0.01), mid, above.ppf(0.99), above.ppf(1 - 1e-6)])


class Empirical:
    def __init__(self, values):
        self.values = np.sort(values)

    def ppf(self, p):
        return np.quantile(self.values, p)

    def cdf(self, x):
        return np.interp(x, self.values, np.linspace(0, 1, len(self.values)))

    def mean(self):
        return integrate.trapezoid(self.values, dx=1 / (len(self.values) - 1))

    def std(self):
        a, b = self.values[:-1], self.values[1:]
        return np.sqrt(np.mean((a * a + a * b + b * b) / 3) - self.mean() ** 2)


CASES = {
    "low=-2 high=6": normal(-2, 6),
    "low=20 high=500": lognormal(20, 500),
    "low=20 high=500 interval=80%": lognormal(20, 500, stats.norm.ppf(0.9)),
    "dist=normal low=20 high=500 interval=50%": normal(20, 500, stats.norm.ppf(0.75)),
    "dist=normal mean=3 sd=2": stats.norm(3, 2),
    "dist=lognormal mean=3 sd=2": stats.lognorm(
        np.sqrt(np.log(1 + 4 / 9)), scale=3 / np.sqrt(1 + 4 / 9)),
    "dist=uniform low=15% high=35%": stats.uniform(0.15, 0.2),
    "dist=log-uniform low=10 high=1e4": stats.loguniform(10, 1e4),
    "dist=triangular low=1 mid=2 high=5": stats.triang(0.25, 1, 4),
    "dist=triangular low=0 mid=0 high=3": stats.triang(0, 0, 3),
    "dist=pert low=2 mid=3 high=10": stats.beta(1 + 4 / 8, 1 + 4 * 7 / 8, 2, 8),
    "dist=beta mean=40% sd=10%": beta(0.4, 0.1),
    "dist=beta mean=5% sd=4%": beta(0.05, 0.04),
    "dist=gamma mean=3 sd=2": stats.gamma(9 / 4, scale=4 / 3),
    "dist=gamma mean=1 sd=2": stats.gamma(1 / 4, scale=4),
    "dist=student-t low=-1 high=5 degrees=3": stats.t(3, 2, 3 / stats.t(3).ppf(0.95)),
    "dist=student-t low=10 high=12 degrees=30 interval=95%": stats.t(30, 11, 1 / stats.t(30).ppf(0.975)),
    "dist=through-quantiles low=309538 mid=381697 high=474338": two_piece(309538, 381697, 474338),
    "dist=through-quantiles low=2 mid=9 high=10": two_piece(2, 9, 10),
    "dist=normal mean=3 sd=2 at_least=2.5 at_most=9": truncated(stats.norm(3, 2), 2.5, 9),
    "low=20 high=500 at_most=400": truncated(lognormal(20, 500), 1e-12, 400),
    "dist=mixture of=[10,to,60|200,to,300] weights=[1|3]": mixture(
        [lognormal(10, 60), lognormal(200, 300)], [0.25, 0.75], 1e-6, 1e5),
    "dist=empirical values=[3|1|4|1.5|9|2.6]": Empirical([3, 1, 4, 1.5, 9, 2.6]),
}

print("# mean, standard deviation, quantiles and distribution functions by SciPy 1.17.1; see distributions.py")
print("form,what,at,expected")
for form, d in CASES.items():
    print(f"{form},mean,,{d.mean():.15g}")
    if "degrees=3" not in form.split():
        print(f"{form},sd,,{d.std():.15g}")
    for p in PROBABILITIES:
        x = float(d.ppf(p))
        print(f"{form},quantile,{p:.15g},{x:.15g}")
        x = float(f"{x:.6g}")
        print(f"{form},cumulative,{x:.15g},{float(d.cdf(x)):.15g}")
        if hasattr(d, "pdf"):
            print(f"{form},density,{x:.15g},{float(d.pdf(x)):.15g}")
