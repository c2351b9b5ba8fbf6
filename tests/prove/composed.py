r"""Formulas composed to be true, and broken; what is true of them is decided by numbers alone.

A formula is a tree of `Term`s, each with its TeX and a way to compute it with mpmath; a claim is two of them, a sign,
and what is declared of the letters. `broken` changes one thing: a digit, a sign, an index, a bound, a function, a
domain. `truth` computes both sides at points of the domain, with its edges, zero, negative and large values.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

import mpmath
from mpmath import mp, mpf

Point = dict[str, mpf]


class NoValue(Exception):
    """A term without a value at a point."""


@dataclass(frozen=True)
class Term:
    """An operation and its parts; leaves have a number or a name."""

    kind: str
    parts: tuple[Term, ...] = ()
    number: int = 0
    name: str = ""

    @property
    def tex(self) -> str:
        """The term as a formula, in brackets where they may be needed."""
        return _TEX[self.kind](self, *(one.tex for one in self.parts))

    def at(self, point: Point) -> mpf:
        """The value; raises NoValue."""
        try:
            found = _VALUES[self.kind](self, point)
        except (ZeroDivisionError, ValueError, OverflowError, mpmath.libmp.NoConvergence, TypeError):
            raise NoValue from None
        if isinstance(found, mpmath.mpc) or not mpmath.isfinite(found):
            raise NoValue
        return found


@dataclass(frozen=True)
class Composed:
    """`left sign right`, for letters of which a domain is declared: "real", "positive", "natural" or (low, high)."""

    left: Term
    sign: str
    right: Term
    letters: tuple[tuple[str, str], ...]
    kind: str

    @property
    def tex(self) -> str:
        """The claim as a formula."""
        return f"{self.left.tex} {self.sign} {self.right.tex}"

    @property
    def lets(self) -> dict[str, dict[str, object]]:
        """The model, as a script has it."""
        said: dict[str, dict[str, object]] = {
            "real": {},
            "positive": {"kind": "positive"},
            "natural": {"kind": "natural"},
            "unit": {"domain": ["{} < 1", "{} > 0"]},
            "inside": {"domain": ["-1 < {} < 1"]},
            "nonzero": {"domain": [r"{} \ne 0"]},
        }
        return {
            name: {key: [one.format(name) for one in value] if isinstance(value, list) else value
                   for key, value in said[domain].items()}
            for name, domain in self.letters
        }  # fmt: skip


DOMAINS = {
    "real": ("0", "1", "-1", "2", "-2.5", "0.3", "-0.7", "17", "-40", "3.14159"),
    "positive": ("1", "2", "0.3", "0.01", "7.5", "60", "3.14159"),
    "natural": ("0", "1", "2", "3", "4", "7"),
    "unit": ("0.5", "0.1", "0.9", "0.01"),
    "inside": ("0", "0.5", "-0.5", "0.9", "-0.95"),
    "nonzero": ("1", "-1", "2", "-2.5", "0.3", "17", "-40"),
}


def _sum_at(term: Term, point: Point) -> mpf:
    low, high, body = term.parts
    first, last = low.at(point), high.at(point)
    total = mpf(0)
    for place in range(int(first), int(last) + 1):
        total += body.at(point | {term.name: mpf(place)})
    return total


def _series_at(term: Term, point: Point) -> mpf:
    """An infinite sum by its first terms, where they fall fast enough to tell."""
    low, body = term.parts
    total, first = mpf(0), int(low.at(point))
    for place in range(first, first + 400):
        one = body.at(point | {term.name: mpf(place)})
        total += one
        if abs(one) < mpf(10) ** -18 and place > first + 20:
            return total
    raise NoValue


def _integral_at(term: Term, point: Point) -> mpf:
    low, high, body = term.parts
    ends = [low.at(point), high.at(point)]
    steps = [ends[0] + (ends[1] - ends[0]) * k / 64 for k in range(65)]
    values = []
    for step in steps:
        try:
            values.append(abs(body.at(point | {term.name: step})))
        except NoValue:
            raise NoValue from None
    if max(values) > 10**4:
        raise NoValue
    return mpmath.quad(lambda x: body.at(point | {term.name: x}), ends)


def _limit_at(term: Term, point: Point) -> mpf:
    """A limit by values near it from both sides (or far out)."""
    target, body = term.parts
    found = []
    for power in (5, 6, 7):
        step = mpf(10) ** -power
        places = [mpf(10) ** power] if target.kind == "infinity" else [target.at(point) + s * step for s in (1, -1)]
        found.append([body.at(point | {term.name: place}) for place in places])
    last = found[-1]
    if max(last) - min(last) > mpf(10) ** -4 or abs(found[-1][0] - found[-2][0]) > mpf(10) ** -4:
        raise NoValue
    return sum(last) / len(last)


def _power(base: mpf, exponent: mpf) -> mpf:
    if exponent == 0:
        return mpf(1)
    if base < 0 and exponent != int(exponent):
        raise NoValue
    return base**exponent


_VALUES: dict[str, Callable[[Term, Point], mpf]] = {
    "number": lambda t, _: mpf(t.number),
    "letter": lambda t, p: p[t.name],
    "+": lambda t, p: t.parts[0].at(p) + t.parts[1].at(p),
    "-": lambda t, p: t.parts[0].at(p) - t.parts[1].at(p),
    "*": lambda t, p: t.parts[0].at(p) * t.parts[1].at(p),
    "/": lambda t, p: t.parts[0].at(p) / t.parts[1].at(p),
    "^": lambda t, p: _power(t.parts[0].at(p), t.parts[1].at(p)),
    "sqrt": lambda t, p: mpmath.sqrt(t.parts[0].at(p)),
    "abs": lambda t, p: abs(t.parts[0].at(p)),
    "ln": lambda t, p: mpmath.log(t.parts[0].at(p)),
    "exp": lambda t, p: mpmath.exp(t.parts[0].at(p)),
    "sin": lambda t, p: mpmath.sin(t.parts[0].at(p)),
    "cos": lambda t, p: mpmath.cos(t.parts[0].at(p)),
    "tan": lambda t, p: mpmath.tan(t.parts[0].at(p)),
    "arctan": lambda t, p: mpmath.atan(t.parts[0].at(p)),
    "fact": lambda t, p: mpmath.factorial(t.parts[0].at(p)),
    "pi": lambda *_: +mp.pi,
    "infinity": lambda *_: mpmath.inf,
    "sum": _sum_at,
    "series": _series_at,
    "integral": _integral_at,
    "limit": _limit_at,
    "max": lambda t, p: max(t.parts[0].at(p), t.parts[1].at(p)),
}
_TEX: dict[str, Callable[..., str]] = {
    "number": lambda t: str(t.number) if t.number >= 0 else f"({t.number})",
    "letter": lambda t: t.name,
    "+": lambda _, a, b: f"({a} + {b})",
    "-": lambda _, a, b: f"({a} - {b})",
    "*": lambda _, a, b: rf"{a} \cdot {b}",
    "/": lambda _, a, b: rf"\frac{{{a}}}{{{b}}}",
    "^": lambda _, a, b: rf"\left({a}\right)^{{{b}}}",
    "sqrt": lambda _, a: rf"\sqrt{{{a}}}",
    "abs": lambda _, a: rf"\left|{a}\right|",
    "ln": lambda _, a: rf"\ln\left({a}\right)",
    "exp": lambda _, a: rf"e^{{{a}}}",
    "sin": lambda _, a: rf"\sin\left({a}\right)",
    "cos": lambda _, a: rf"\cos\left({a}\right)",
    "tan": lambda _, a: rf"\tan\left({a}\right)",
    "arctan": lambda _, a: rf"\arctan\left({a}\right)",
    "fact": lambda _, a: rf"\left({a}\right)!",
    "pi": lambda _: r"\pi",
    "infinity": lambda _: r"\infty",
    "sum": lambda t, low, high, body: rf"\sum_{{{t.name}={low}}}^{{{high}}} \left({body}\right)",
    "series": lambda t, low, body: rf"\sum_{{{t.name}={low}}}^{{\infty}} \left({body}\right)",
    "integral": lambda t, low, high, body: rf"\int_{{{low}}}^{{{high}}} \left({body}\right) \, d{t.name}",
    "limit": lambda t, to, body: rf"\lim_{{{t.name} \to {to}}} \left({body}\right)",
    "max": lambda _, a, b: rf"\max({a}, {b})",
}


# ── composing ─────────────────────────────────────────────────────────────────────────────────────────────────────────


def n(number: int) -> Term:
    """A number."""
    return Term("number", number=number)


def v(name: str) -> Term:
    """A letter."""
    return Term("letter", name=name)


def op(kind: str, *parts: Term, name: str = "") -> Term:
    """An operation."""
    return Term(kind, parts, name=name)


def _linear(chance: random.Random, name: str) -> Term:
    return op("+", op("*", n(chance.randint(1, 4)), v(name)), n(chance.randint(0, 5)))


def _templates(c: random.Random) -> Iterator[tuple[Term, str, Term, dict[str, str], str]]:  # noqa: PLR0915 - a row each
    a, b, k = c.randint(1, 5), c.randint(1, 6), c.randint(2, 4)
    x, y, m, t = v("x"), v("y"), v("n"), v("t")
    u, w = _linear(c, "x"), _linear(c, "y")
    j = v("k")
    two = n(2)
    yield (
        op("^", op("+", u, w), two),
        "=",
        op("+", op("+", op("^", u, two), op("*", two, op("*", u, w))), op("^", w, two)),
        {"x": "real", "y": "real"},
        "algebra",
    )
    yield op("/", op("-", op("^", x, two), n(a * a)), op("-", x, n(a))), "=", op("+", x, n(a)), {"x": "real"}, "algebra"
    yield (
        op("+", op("/", n(a), u), op("/", n(b), w)),
        "=",
        op("/", op("+", op("*", n(a), w), op("*", n(b), u)), op("*", u, w)),
        {"x": "real", "y": "real"},
        "algebra",
    )
    yield op("+", op("^", op("sin", u), two), op("^", op("cos", u), two)), "=", n(1), {"x": "real"}, "circular"
    yield (
        op("sin", op("+", u, w)),
        "=",
        op("+", op("*", op("sin", u), op("cos", w)), op("*", op("cos", u), op("sin", w))),
        {"x": "real", "y": "real"},
        "circular",
    )
    yield (
        op("cos", op("*", two, u)),
        "=",
        op("-", n(1), op("*", two, op("^", op("sin", u), two))),
        {"x": "real"},
        "circular",
    )
    yield op("tan", op("/", x, two)), "=", op("/", op("sin", x), op("+", n(1), op("cos", x))), {"x": "real"}, "circular"
    yield (
        op("ln", op("*", x, op("^", y, n(k)))),
        "=",
        op("+", op("ln", x), op("*", n(k), op("ln", y))),
        {"x": "positive", "y": "positive"},
        "logarithms",
    )
    yield (
        op("ln", op("/", op("^", x, two), y)),
        "=",
        op("-", op("*", two, op("ln", op("abs", x))), op("ln", y)),
        {"x": "nonzero", "y": "positive"},
        "logarithms",
    )
    yield op("exp", op("*", n(k), op("ln", x))), "=", op("^", x, n(k)), {"x": "positive"}, "logarithms"
    yield op("sqrt", op("^", u, two)), "=", op("abs", u), {"x": "real"}, "sizes"
    yield (
        op("sqrt", op("*", op("^", x, two), y)),
        "=",
        op("*", op("abs", x), op("sqrt", y)),
        {"x": "real", "y": "positive"},
        "sizes",
    )
    yield op("abs", op("*", u, w)), "=", op("*", op("abs", u), op("abs", w)), {"x": "real", "y": "real"}, "sizes"
    yield (
        op("max", u, w),
        "=",
        op("/", op("+", op("+", u, w), op("abs", op("-", u, w))), two),
        {"x": "real", "y": "real"},
        "sizes",
    )
    yield op("+", op("abs", u), op("abs", w)), r"\ge", op("abs", op("+", u, w)), {"x": "real", "y": "real"}, "orders"
    yield (
        op("+", op("^", x, two), op("^", y, two)),
        r"\ge",
        op("*", two, op("*", x, y)),
        {"x": "real", "y": "real"},
        "orders",
    )
    yield op("/", op("+", x, y), two), r"\ge", op("sqrt", op("*", x, y)), {"x": "positive", "y": "positive"}, "orders"
    yield op("exp", x), r"\ge", op("+", n(1), x), {"x": "real"}, "orders"
    yield op("ln", x), r"\le", op("-", x, n(1)), {"x": "positive"}, "orders"
    yield op("*", op("*", t, op("-", n(1), t)), op("^", x, two)), r"\ge", n(0), {"x": "real", "t": "unit"}, "orders"
    yield op("/", n(a), op("+", n(b), x)), ">", n(0), {"x": "positive"}, "orders"
    yield op("+", op("sin", u), n(1)), r"\ge", n(0), {"x": "real"}, "orders"
    yield op("sqrt", op("+", op("^", x, two), n(a))), ">", x, {"x": "real"}, "orders"
    yield op("+", op("/", x, y), op("/", y, x)), r"\ge", two, {"x": "positive", "y": "positive"}, "orders"
    yield op("sum", n(1), m, j, name="k"), "=", op("/", op("*", m, op("+", m, n(1))), two), {"n": "natural"}, "sums"
    yield (
        op("sum", n(0), m, op("^", n(k), j), name="k"),
        "=",
        op("/", op("-", op("^", n(k), op("+", m, n(1))), n(1)), n(k - 1)),
        {"n": "natural"},
        "sums",
    )
    yield op("sum", n(1), m, op("-", op("*", two, j), n(1)), name="k"), "=", op("^", m, two), {"n": "natural"}, "sums"
    yield (
        op("sum", n(1), m, op("/", n(1), op("*", j, op("+", j, n(1)))), name="k"),
        "=",
        op("-", n(1), op("/", n(1), op("+", m, n(1)))),
        {"n": "natural"},
        "sums",
    )
    yield (
        op("sum", n(0), m, op("*", j, op("fact", j)), name="k"),
        "=",
        op("-", op("fact", op("+", m, n(1))), n(1)),
        {"n": "natural"},
        "sums",
    )
    yield op("series", n(0), op("^", x, j), name="k"), "=", op("/", n(1), op("-", n(1), x)), {"x": "inside"}, "series"
    yield (
        op("series", n(1), op("*", j, op("^", x, j)), name="k"),
        "=",
        op("/", x, op("^", op("-", n(1), x), two)),
        {"x": "inside"},
        "series",
    )
    yield (
        op("series", n(0), op("/", op("^", x, j), op("fact", j)), name="k"),
        "=",
        op("exp", x),
        {"x": "inside"},
        "series",
    )
    yield (
        op("series", n(1), op("/", op("^", x, j), j), name="k"),
        "=",
        op("-", n(0), op("ln", op("-", n(1), x))),
        {"x": "inside"},
        "series",
    )
    yield op("series", n(0), op("/", n(a), op("^", n(k), j)), name="k"), "=", op("/", n(a * k), n(k - 1)), {}, "series"
    yield (
        op("integral", n(0), x, op("^", t, n(k)), name="t"),
        "=",
        op("/", op("^", x, n(k + 1)), n(k + 1)),
        {"x": "real"},
        "integrals",
    )
    yield op("integral", n(1), x, op("/", n(1), t), name="t"), "=", op("ln", x), {"x": "positive"}, "integrals"
    yield (
        op("integral", n(0), x, op("exp", op("*", n(a), t)), name="t"),
        "=",
        op("/", op("-", op("exp", op("*", n(a), x)), n(1)), n(a)),
        {"x": "real"},
        "integrals",
    )
    yield (
        op("integral", n(0), x, op("/", n(1), op("+", n(1), op("^", t, two))), name="t"),
        "=",
        op("arctan", x),
        {"x": "real"},
        "integrals",
    )
    yield (
        op("integral", n(1), x, op("/", n(1), op("^", t, two)), name="t"),
        "=",
        op("-", n(1), op("/", n(1), x)),
        {"x": "positive"},
        "integrals",
    )
    yield (
        op("integral", n(0), x, op("sin", op("*", n(a), t)), name="t"),
        "=",
        op("/", op("-", n(1), op("cos", op("*", n(a), x))), n(a)),
        {"x": "real"},
        "integrals",
    )
    yield (
        op("integral", n(0), n(b), op("abs", op("-", t, n(a))), name="t"),
        "=",
        op("/", op("+", n(a * a), op("*", n(b - a), op("abs", n(b - a)))), two),
        {},
        "integrals",
    )
    yield op("limit", n(0), op("/", op("sin", op("*", n(a), t)), t), name="t"), "=", n(a), {}, "limits"
    yield (
        op(
            "limit",
            Term("infinity"),
            op("/", op("+", op("*", n(a), t), n(b)), op("+", op("*", n(k), t), n(1))),
            name="t",
        ),
        "=",
        op("/", n(a), n(k)),
        {},
        "limits",
    )
    yield (
        op("limit", n(0), op("/", op("-", op("exp", op("*", x, t)), n(1)), t), name="t"),
        "=",
        x,
        {"x": "real"},
        "limits",
    )
    yield (
        op("limit", x, op("/", op("-", op("^", t, n(k)), op("^", x, n(k))), op("-", t, x)), name="t"),
        "=",
        op("*", n(k), op("^", x, n(k - 1))),
        {"x": "real"},
        "limits",
    )
    yield (
        op("limit", Term("infinity"), op("^", op("+", n(1), op("/", x, t)), t), name="t"),
        "=",
        op("exp", x),
        {"x": "real"},
        "limits",
    )
    yield (
        op("limit", n(0), op("/", op("-", op("sqrt", op("+", x, t)), op("sqrt", x)), t), name="t"),
        "=",
        op("/", n(1), op("*", two, op("sqrt", x))),
        {"x": "positive"},
        "limits",
    )
    yield (
        op("limit", n(0), op("/", op("abs", op("*", x, t)), op("abs", t)), name="t"),
        "=",
        op("abs", x),
        {"x": "real"},
        "limits",
    )
    yield (
        op("+", op("arctan", x), op("arctan", op("/", n(1), x))),
        "=",
        op("/", Term("pi"), two),
        {"x": "positive"},
        "constants",
    )


def composed(seed: int) -> Composed:
    """A formula that is meant to be true."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    found = list(_templates(chance))
    left, sign, right, letters, kind = chance.choice(found)
    return Composed(left, sign, right, tuple(letters.items()), kind)


SWAPS = {"+": "-", "-": "+", "*": "+", "sin": "cos", "cos": "sin", "abs": "sqrt", "exp": "abs", "ln": "abs"}
WIDER = {"positive": "real", "unit": "real", "inside": "real", "nonzero": "real", "natural": "natural", "real": "real"}


def broken(claim: Composed, seed: int) -> Composed:
    """The same with one thing changed (it may be true all the same)."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    way = chance.random()
    if way < 0.15 and claim.letters:
        at = chance.randrange(len(claim.letters))
        letters = [(name, WIDER[kind] if place == at else kind) for place, (name, kind) in enumerate(claim.letters)]
        return replace(claim, letters=tuple(letters))
    if way < 0.22 and claim.sign != "=":
        return replace(claim, sign={r"\ge": r"\le", r"\le": r"\ge", ">": "<"}[claim.sign])
    side = chance.choice(("left", "right"))
    return replace(claim, **{side: _changed(getattr(claim, side), chance)})


def _changed(term: Term, chance: random.Random) -> Term:
    places = [path for path, one in _walk(term) if one.kind == "number" or one.kind in SWAPS]
    if not places:
        return term
    path = chance.choice(places)
    return _put(term, path, lambda one: _other(one, chance))


def _other(term: Term, chance: random.Random) -> Term:
    if term.kind == "number":
        return replace(term, number=term.number + chance.choice((-1, 1, 2)))
    return replace(term, kind=SWAPS[term.kind])


def _walk(term: Term, path: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], Term]]:
    yield path, term
    for place, part in enumerate(term.parts):
        yield from _walk(part, (*path, place))


def _put(term: Term, path: tuple[int, ...], change: Callable[[Term], Term]) -> Term:
    if not path:
        return change(term)
    parts = list(term.parts)
    parts[path[0]] = _put(parts[path[0]], path[1:], change)
    return replace(term, parts=tuple(parts))


# ── truth by numbers ──────────────────────────────────────────────────────────────────────────────────────────────────


def truth(claim: Composed) -> bool | None:
    """Whether the claim holds at the points where both sides have values; None if there are too few of them."""
    kinds = {one.kind for side in (claim.left, claim.right) for _, one in _walk(side)}
    small = mpf(10) ** -3 if kinds & {"limit", "integral"} else mpf(10) ** -9
    seen = 0
    with mpmath.workdps(30):
        for step in range(40):
            point = {
                name: mpf(DOMAINS[domain][(step * (1 + 3 * at) + at) % len(DOMAINS[domain])])
                for at, (name, domain) in enumerate(claim.letters)
            }
            try:
                left, right = claim.left.at(point), claim.right.at(point)
            except NoValue:
                continue
            seen += 1
            near = abs(left - right) <= small * (1 + abs(left) + abs(right))
            if claim.sign == "=" and not near:
                return False
            if claim.sign == r"\ge" and left < right and not near:
                return False
            if claim.sign == r"\le" and left > right and not near:
                return False
            if claim.sign in {">", "<"} and (near or (left < right) == (claim.sign == ">")):
                return False if not near or left == right else None
            if not claim.letters:
                break
    return True if seen >= min(3, 1 + 2 * len(claim.letters)) else None
