r"""Distributions of random quantities: each one's spellings, parameters, moments and probabilities, in one row.

Owns: `LAWS`, `law_of`. What reads, speaks or computes a distribution looks here. Laws: a new distribution is a new row;
everything is data, in the language of lessons, with the parameters' names as the row gives them.

Sources: N. L. Johnson, S. Kotz, A. W. Kemp, "Univariate Discrete Distributions"; the same with N. Balakrishnan,
"Continuous Univariate Distributions". The geometric distribution counts trials up to the first success: 1, 2, 3, …
"""

from __future__ import annotations

from typing import Final, NamedTuple


class Law(NamedTuple):
    r"""A distribution.

    `spelled`: (name, style) of what is written, `\mathcal{N}`; `parameters`: letters of the formulas; `generating` is
    the moment generating function in t (the uniform one has none; its moments are integrals of powers), `mass` the
    probability of the value x of a discrete quantity, `below` that of at most x of a continuous one; both for the x of
    `support`. `asks` is what the parameters obey.
    """

    spelled: tuple[tuple[str, str], ...]
    parameters: tuple[str, ...]
    asks: tuple[str, ...]
    support: tuple[str, ...]
    generating: str = ""
    mass: str = ""
    below: str = ""


def _words(*names: str) -> tuple[tuple[str, str], ...]:
    return tuple((name, style) for name in names for style in ("operatorname", "text", "mathrm"))


LAWS: Final = (
    Law((("N", "mathcal"), ("N", "")), ("m", "v"), ("v > 0",), (), generating="e^{mt + \\frac{v t^2}{2}}",
        below=r"\frac{1 + \operatorname{erf}\left(\frac{x - m}{\sqrt{2v}}\right)}{2}"),
    Law((("U", "mathcal"), ("U", ""), *_words("Unif", "Uniform")), ("a", "b"), ("a < b",), (r"a \le x", r"x \le b"),
        below=r"\frac{x - a}{b - a}"),
    Law((*_words("Exp", "Exponential"), ("Exp", "mathcal")), ("r",), ("r > 0",), (r"x \ge 0",),
        generating=r"\frac{r}{r - t}", below="1 - e^{-rx}"),
    Law((*_words("Bin", "Binomial"), ("B", ""), ("B", "mathcal")), ("n", "p"), (r"n \ge 0", r"0 \le p", r"p \le 1"),
        (r"x \ge 0", r"x \le n"), generating="(1 - p + p e^t)^n", mass=r"\binom{n}{x} p^x (1 - p)^{n - x}"),
    Law(_words("Ber", "Bern", "Bernoulli"), ("p",), (r"0 \le p", r"p \le 1"), (r"x \ge 0", r"x \le 1"),
        generating="1 - p + p e^t", mass="p^x (1 - p)^{1 - x}"),
    Law(_words("Poi", "Pois", "Poisson", "Po"), ("r",), ("r > 0",), (r"x \ge 0",), generating="e^{r (e^t - 1)}",
        mass=r"\frac{r^x e^{-r}}{x!}"),
    Law(_words("Geo", "Geom", "Geometric"), ("p",), ("0 < p", r"p \le 1"), (r"x \ge 1",),
        generating=r"\frac{p e^t}{1 - (1 - p) e^t}", mass="(1 - p)^{x - 1} p"),
)  # fmt: skip
"""Normal (mean, variance), uniform, exponential (rate), binomial, Bernoulli, Poisson, geometric."""

SPELLED: Final = {spelling: law for law in LAWS for spelling in law.spelled}
"""Each distribution by what is written for it."""
