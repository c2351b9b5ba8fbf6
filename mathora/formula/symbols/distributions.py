r"""Distributions of random quantities: each one's spellings, parameters, moments and probabilities, in one row.

Owns: `LAWS`, `SPELLED`, `COUNTS`. What reads, speaks, computes or proves of a distribution looks here. Laws: a new
distribution is a new row; everything is data, in the language of lessons, with the parameters' names as the row gives
them.

Sources: N. L. Johnson, S. Kotz, A. W. Kemp, "Univariate Discrete Distributions"; the same with N. Balakrishnan,
"Continuous Univariate Distributions". The geometric distribution counts trials up to the first success: 1, 2, 3, …
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Law(NamedTuple):
    r"""A distribution.

    `spelled`: (name, style) of what is written, `\mathcal{N}`; `parameters`: letters of the formulas; `asks` is what
    these obey. `mass` is the probability of the value x of a discrete quantity, `below` that of at most x; both for the
    x of `support`, the whole numbers from `first` to `last` ("" is no end).

    `moments` are E[X], E[X²]. Others are the slopes at t = 0 of the generating function `generating`, which exists
    where `converges`; or `step` is E[X^(k+1)]/E[X^k]. The uniform law has none of these: its moments are integrals of
    powers. `logarithm` is that of the density or mass; `varies`: the support depends on the parameters;
    `vanishes`: beyond the last value the mass is 0 by its own formula.
    """

    spelled: tuple[tuple[str, str], ...]
    parameters: tuple[str, ...]
    asks: tuple[str, ...]
    support: tuple[str, ...]
    generating: str = ""
    mass: str = ""
    below: str = ""
    first: str = "0"
    last: str = ""
    converges: tuple[str, ...] = ()
    step: str = ""
    moments: tuple[str, ...] = ()
    logarithm: str = ""
    varies: bool = False
    vanishes: bool = False


def _words(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, style) for name in names for style in ("operatorname", "text", "mathrm", "mathcal"))


LAWS: Final = (
    Law((*_words("N", "Normal"), ("N", "")), ("m", "v"), ("v > 0",), (), generating="e^{mt + \\frac{v t^2}{2}}",
        moments=("m", "m^2 + v"), below=r"\frac{1 + \operatorname{erf}\left(\frac{x - m}{\sqrt{2v}}\right)}{2}",
        logarithm=r"-\frac{(x - m)^2}{2v} - \frac{\ln(2 \pi v)}{2}"),
    Law((*_words("U", "Unif", "Uniform"), ("U", "")), ("a", "b"), ("a < b",), (r"a \le x", r"x \le b"),
        below=r"\frac{x - a}{b - a}", logarithm=r"-\ln(b - a)", varies=True),
    Law(_words("Exp", "Exponential"), ("r",), ("r > 0",), (r"x \ge 0",),
        generating=r"\frac{r}{r - t}", converges=("t < r",),
        moments=(r"\frac{1}{r}", r"\frac{2}{r^2}"), below="1 - e^{-rx}", logarithm=r"\ln(r) - rx"),
    Law((*_words("Bin", "Binom", "Binomial", "B"), ("B", "")), ("n", "p"),
        (r"n \ge 0", r"0 \le p", r"p \le 1"), (r"x \ge 0", r"x \le n"), generating="(1 - p + p e^t)^n",
        moments=("n p", "n p (1 - p) + n^2 p^2"), mass=r"\binom{n}{x} p^x (1 - p)^{n - x}", last="n", vanishes=True),
    Law(_words("Ber", "Bern", "Bernoulli"), ("p",), (r"0 \le p", r"p \le 1"), (r"x \ge 0", r"x \le 1"),
        generating="1 - p + p e^t", moments=("p", "p"), mass="p^x (1 - p)^{1 - x}", last="1",
        logarithm=r"x \ln(p) + (1 - x) \ln(1 - p)"),
    Law(_words("Poi", "Pois", "Poisson", "Po"), ("r",), ("r > 0",), (r"x \ge 0",), generating="e^{r (e^t - 1)}",
        moments=("r", "r + r^2"), mass=r"\frac{r^x e^{-r}}{x!}"),
    Law(_words("Geo", "Geom", "Geometric"), ("p",), ("0 < p", r"p \le 1"), (r"x \ge 1",), first="1",
        generating=r"\frac{p e^t}{1 - (1 - p) e^t}", converges=("(1 - p) e^t < 1",),
        moments=(r"\frac{1}{p}", r"\frac{2 - p}{p^2}"), mass="(1 - p)^{x - 1} p",
        below="1 - (1 - p)^x", logarithm=r"(x - 1) \ln(1 - p) + \ln(p)"),
    Law(_words("Gamma", "Ga"), ("a", "b"), ("a > 0", "b > 0"), (r"x \ge 0",),
        step=r"\frac{a + k}{b}"),
    Law(_words("Beta", "Be"), ("a", "b"), ("a > 0", "b > 0"), (r"x \ge 0", r"x \le 1"),
        step=r"\frac{a + k}{a + b + k}"),
    Law(_words("Hypergeometric", "Hypergeom", "Hyp", "HG"), ("N", "K", "n"),
        (r"K \ge 0", r"K \le N", r"n \ge 0", r"n \le N", r"N \ge 1"), (r"x \ge 0", r"x \le n"),
        mass=r"\frac{\binom{K}{x} \binom{N - K}{n - x}}{\binom{N}{n}}", last="n", vanishes=True,
        moments=(r"\frac{n K}{N}", r"\frac{n K}{N} + \frac{n (n - 1) K (K - 1)}{N (N - 1)}")),
)  # fmt: skip
"""Normal (mean, variance), uniform, exponential (rate), binomial, Bernoulli, Poisson, geometric, gamma (shape, rate),
beta, hypergeometric (population, marked, drawn)."""

COUNTS: Final = frozenset({"n", "N", "K"})
"""The parameters that are whole numbers."""

SPELLED: Final = {spelling: law for law in LAWS for spelling in law.spelled}
"""Each distribution by what is written for it."""
