r"""What a scene may write as mathematics by itself: terms of the model, numbers, and readings.

Owns: `Term` and what makes one (`symbol`, `gradient`, `components`, `partial`, `derivative`, `primed`, `definition`,
`called`, `accumulated`, `value`, `plainly`, `places`, `fraction`, `times`, `inverse_of`, `negative`); `Measured` and
what makes one (`value_of`, `difference_quotient`, `coordinate`, `slope_along`, `integral_of`, `sum_of_bars`, `said_by`,
`product_of`, `exactly`, `degree_of`, `sum_of`, `quotient_of`); `number_said`, `stated`, `on_one_line`, `ELLIPSIS`.

Laws:
- A term claims nothing: it has no relation, no logic, no words. No text becomes one, and no other tree.
- What a reading says and the number beside it come of one function of the model: it cannot be false.
- What claims more is the author's formula, or a claim that the scene declares; both go through the gate.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod
from typing import Literal

import numpy as np

from mathora.formula import (
    Formula,
    Model,
    ModelFunction,
    Node,
    number,
    read,
    read_name,
    symbol_key,
    tree,
    walk,
    write_latex,
)
from mathora.formula.curves.interval import share_of_pi
from mathora.lesson import Faulty, Text
from mathora.plan import Label
from mathora.stage.text.numerals import Numeral, Turns, numeral

SHORT = 12  # signs of coordinates that have room beside a point, as of (1.5, 2.25)
NOISE = 1e-12  # numbers that differ by no more than this share of them are one

LARGEST_PART, LARGEST_ABOVE, NEAR = 12, 1000, 1e-9  # of a fraction beside a point; by what share a number is it

PARTS = (
    *(tree.Symbol, tree.Number, tree.Signed, tree.Product, tree.Power, tree.Matrix, tree.InnerProduct),
    *(tree.Nabla, tree.Derivative, tree.Directional, tree.Dots),
    *(tree.Addition, tree.Quotient, tree.Group, tree.Root, tree.Absolute, tree.Norm, tree.Transpose, tree.Tuple),
    *(tree.Application, tree.FunctionName, tree.Constant, tree.Prime),
    *(tree.Integral, tree.Differential, tree.Big, tree.Parted, tree.Evaluated),
    *(tree.Rounded, tree.Factorial, tree.Binomial, tree.Percent, tree.Degrees, tree.Case, tree.Cases),
)
"""All that a term is made of; where the index of a sum begins, and where a case holds, claims nothing."""


@dataclass(frozen=True, slots=True)
class Term:
    """A piece of mathematics that claims nothing. Raises `TypeError` for a text, and for a tree that says more."""

    tree: Node

    def __post_init__(self) -> None:
        """Refuses what is no term."""
        if not isinstance(self.tree, tree.Node):
            raise TypeError(f"found {self.tree!r}; a scene's label is made of terms of the model, never of a text")
        inner = [one for _, node in walk(self.tree) for one in _claimless(node)]
        for _, node in walk(self.tree):
            if not isinstance(node, PARTS) and not any(node is one for one in inner):
                raise TypeError(f"found '{write_latex(node)}'; what claims something is a reading or a claim, no term")

    @property
    def names(self) -> bool:
        """Whether it names something, and is not a bare number."""
        return any(isinstance(node, tree.Symbol) for _, node in walk(self.tree))

    @property
    def tex(self) -> str:
        """In the writer's normal form, which is also a symbol's key."""
        return write_latex(self.tree)


def _claimless(node: Node) -> list[Node]:
    """What under a node looks like a claim, and is none."""
    match node:
        case tree.Big(under=Node() as under):
            return [under]
        case tree.Case(condition=Node() as condition):
            return [one for _, one in walk(condition)]
    return []


CHANGE, DIFFERENTIAL = r"\Delta ", "d "
ELLIPSIS = Term(tree.Dots(r"\cdots"))  # what says that more of a row is left out


def symbol(model: Model, key: str) -> Term:
    r"""A name of the model, by its key, also after `\Delta` or `d`; or one (`\eta`) that the scene itself sets.

    Raises `TypeError` or `Faulty` if the key is more than a name.
    """
    found = read_name(_text(key.removeprefix(CHANGE).removeprefix(DIFFERENTIAL)), model)  # any name, also of words
    if not isinstance(found, tree.Symbol):
        raise TypeError(f"found '{key}', expected the key of a name of the model")
    term = tree.side_by_side((tree.Symbol("d"), found)) if key.startswith(DIFFERENTIAL) else found
    return Term(term if not key.startswith(CHANGE) else replace(found, accents=(CHANGE.strip()[1:], *found.accents)))


def gradient(function: ModelFunction) -> Term:
    """∇f."""
    return Term(tree.Nabla("gradient", None, symbol(function.model, function.key).tree))


def components(function: ModelFunction) -> Term:
    """(∂f/∂x, ∂f/∂y, ⋯): the gradient of many variables, of which a function's are the first."""
    return Term(tree.Tuple((*(partial(function, key).tree for key in function.variables), tree.Dots(r"\dots"))))


def partial(function: ModelFunction, variable: str) -> Term:
    """∂f/∂x; df/dx of a function of one variable."""
    by, sign = symbol(function.model, variable).tree, r"\partial" if len(function.variables) > 1 else "d"
    return Term(tree.Derivative(sign, symbol(function.model, function.key).tree, (by,), (1,)))  # type: ignore[arg-type]


def derivative(function: ModelFunction, name: str, *, alone: bool = False) -> Term:
    """∂L/∂z of any name that a function depends on, also through others; dL/dz if it changes with that `alone`."""
    by, sign = symbol(function.model, name).tree, "d" if alone else r"\partial"
    return Term(tree.Derivative(sign, symbol(function.model, function.key).tree, (by,), (1,)))  # type: ignore[arg-type]


def primed(function: ModelFunction) -> Term:
    """f′, of a function of one variable."""
    return Term(read(_text(f"{function.key}'"), function.model).tree)


def definition(function: ModelFunction) -> Term:
    """What the model says that a function is: its body. Raises `TypeError` for one with cases or sums."""
    body = function.model.names[function.key].body
    assert body is not None  # noqa: S101 - for the types: a function of the model has one
    return Term(body)


def called(function: ModelFunction, **held: float) -> Term:
    """f(x); with numbers for the variables that are `held`, as f(2, q)."""
    inside = [plainly(held[key]).tex if key in held else key for key in function.variables]
    return Term(read(_text(f"{function.key}({', '.join(inside)})"), function.model).tree)


def accumulated(function: ModelFunction, low: float, high: float, *, by_steps: bool) -> Term:
    """What a function sums up to from low to high, either of which may be infinite: ∫ f(x) dx, or Σ p(k) `by_steps`."""
    variable = function.variables[0]
    ends = [value(end).tex if np.isfinite(end) else r"\infty" if end > 0 else r"-\infty" for end in (low, high)]
    inside = called(function).tex
    sign = rf"\sum_{{{variable}={ends[0]}}}" if by_steps else rf"\int_{{{ends[0]}}}"
    tail = "" if by_steps else rf" \, d{variable}"
    return Term(read(_text(rf"{sign}^{{{ends[1]}}} {inside}{tail}"), function.model).tree)


def fraction(one: Fraction, style: tree.QuotientStyle) -> Term:
    """A number that is no less than zero, as a fraction; a whole one as such."""
    above, below = (tree.Number(str(part)) for part in (one.numerator, one.denominator))
    return Term(tree.Quotient(above, below, style) if one.denominator > 1 else above)


def value(one: float | Numeral) -> Term:
    """A number, rounded at its last digit."""
    return Term(read(_text((one if isinstance(one, Numeral) else numeral(one)).tex), Model.empty()).tree)


def places(points: Sequence[tuple[float, float]]) -> list[Term]:
    """Where points stand: (2, 3); if one of them is too long to stand beside its point, each first coordinate."""
    pairs = [Term(tree.Tuple((plainly(x).tree, plainly(y).tree))) for x, y in points]
    return pairs if all(len(one.tex) <= SHORT for one in pairs) else [plainly(x) for x, _ in points]


def plainly(one: float) -> Term:
    """A number; one that few digits do not write, but π or a small fraction does, as that: 3π/2, 1/3."""
    if share := share_of_pi(one):
        return Term(read(_text(Turns(share).plain.replace("π", r"\pi")), Model.empty()).tree)
    near = Fraction(one).limit_denominator(LARGEST_PART)
    if abs(near.numerator) > LARGEST_ABOVE and "e" not in (plain := f"{one:.12g}"):
        return Term(read(_text(plain), Model.empty()).tree)
    return value(one) if _few_digits(one) or one < 0 or abs(near - one) > NEAR * one else fraction(near, "/")


def inverse_of(function: ModelFunction) -> Term:
    """f⁻¹."""
    return Term(tree.Power(symbol(function.model, function.key).tree, tree.Signed("-", tree.Number("1"))))


def times(factor: float, term: Term) -> Term:
    """A positive number times a term: 0.05 ∇f; once the term is the term."""
    if factor == 1:
        return term
    head = value(factor).tree
    if isinstance(head, tree.Product):  # 2.5 × 10⁻⁹; of 1 × 10⁻⁹ the power alone
        if write_latex(head.factors[0]) == "1":
            return Term(tree.side_by_side((head.factors[1], term.tree)))
        return Term(tree.Product((head.factors[0], tree.side_by_side((head.factors[1], term.tree))), head.operators))
    return Term(tree.side_by_side((head, term.tree)))


def negative(term: Term) -> Term:
    """−∇f."""
    return Term(tree.Signed("-", term.tree))


@dataclass(frozen=True, slots=True, eq=False)
class Measured:
    """A term and what it is at a place: `value()` is what is shown, `place()` says where.

    `defined()` is what the model says that the term is, or None. A value that is `exact` is written as a fraction of
    this `style`, one that is `plain` as a small fraction only where few digits do not write it; another one is written
    with `digits` digits at most, if they are given.
    """

    term: Term
    value: Callable[[], float]
    place: Callable[[], Mapping[str, float]] = dict
    defined: Callable[[], float | None] = lambda: None
    exact: Fraction | None = None
    style: tree.QuotientStyle = "frac"
    plain: bool = False
    digits: int | None = None

    def rounded(self, one: float) -> float:
        """A value of it with no more digits than are told."""
        return one if self.digits is None else float(f"{one:.{self.digits}g}")

    def written(self, one: float) -> Term:
        """A value of it as it is written where it stands still."""
        if self.exact is not None and abs(one - self.exact) <= NOISE * abs(self.exact):
            return fraction(self.exact, self.style)
        return plainly(one) if self.plain or share_of_pi(one) else value(self.rounded(one))

    def check(self, shown: str, written: Callable[[float], str]) -> None:
        """Raises `RuntimeError` if what is shown at rest, as it is `written`, is not the value, or not the model's."""
        true = written(self.value())
        if shown != true:
            raise RuntimeError(f"the picture says that {self.term.tex} is {shown} where it is {true}")
        if (defined := self.defined()) is not None and written(defined) != shown:
            raise RuntimeError(f"{self.term.tex} = {shown} is shown, where the model says {written(defined)}")

    def at_rest(self, shown: str) -> Label:
        """What is told of it, with the number that is shown."""
        where = ", ".join(f"{key} = {numeral(at).tex}" for key, at in self.place().items())
        return Label("reading", self.term.tex, shown, where)


def value_of(function: ModelFunction, at: Callable[[], Sequence[float]]) -> Measured:
    """The value of a function of the model, or of a partial derivative of one, at a point of its variables."""
    term = symbol(function.model, function.key)
    for variable in function.derivatives:
        term = partial(function, variable)
    return Measured(
        term,
        lambda: float(function.value(*map(np.float64, at()))),
        lambda: dict(zip(function.variables, map(float, at()), strict=True)),
    )


def difference_quotient(
    function: ModelFunction, variable: str, at: Callable[[], Sequence[float]], reach: Callable[[], float]
) -> Measured:
    """Δf/Δx: how steep a function is from a point of its variables to another, `reach` farther along one of them; its
    partial derivative where both are one.
    """

    def quotient() -> float:
        start = dict(zip(function.variables, at(), strict=True))
        if reach() == 0:
            return float(function.partial(variable).value(*start.values()))
        end = {**start, variable: start[variable] + reach()}
        return float((function.value(*end.values()) - function.value(*start.values())) / reach())

    name, by = (symbol(function.model, rf"\Delta {key}").tree for key in (function.key, variable))
    ends = lambda: {**dict(zip(function.variables, at(), strict=True)), rf"\Delta {variable}": reach()}  # noqa: E731
    return Measured(Term(tree.Quotient(name, by)), quotient, ends)


def integral_of(
    function: ModelFunction, over: Callable[[], tuple[float, float]], worth: Callable[[], float]
) -> Measured:
    """∫ f(x) dx of a function of one variable, what it is `worth`; `over` is where it begins and ends."""
    ends = lambda: dict(zip(("from", "to"), over(), strict=True))  # noqa: E731
    return Measured(accumulated(function, *over(), by_steps=False), worth, ends)


def sum_of_bars(model: Model, count: int, worth: Callable[[], float], letter: str = "S") -> Measured:
    """Sₙ, the sum of so many bars; sₙ, that of the lower ones, where both kinds stand."""
    return Measured(symbol(model, f"{letter}_{{{count}}}"), worth)


def degree_of(model: Model, worth: Callable[[], float]) -> Measured:
    """n, the degree of a polynomial."""
    return Measured(symbol(model, "n"), worth)


def coordinate(model: Callable[[], Model], key: str, at: Callable[[], float]) -> Measured:
    """Where the picture stands: a variable, or what the scene sets; what the model says is a number is that."""

    def defined() -> float | None:
        known = model().get(key)
        own = {symbol_key(one) for name in model().names.values() for one in name.parameters}
        with suppress(Faulty):  # what changes with another name is no number
            if key not in own and known is not None and known.body is not None and not known.parameters:
                return float(number(_text(key), model()))
        return None

    return Measured(symbol(model(), key), at, defined=defined)


def slope_along(function: ModelFunction, point: Mapping[str, float], angle: Callable[[], float]) -> Measured:
    """How steep a function of two variables is at a point, in the direction of an angle (radians)."""
    slopes = function.gradient(point)
    along = tree.Directional(tree.Symbol("u", "mathbf"), symbol(function.model, function.key).tree)
    return Measured(Term(along), lambda: float(slopes @ (np.cos(angle()), np.sin(angle()))), lambda: dict(point))


def said_by(formula: Formula, value: Callable[[], float]) -> Measured:
    r"""A proved expression of the author's, such as `P(D \mid T)`, and the number that the scene has for it."""
    return Measured(Term(formula.tree), value)


def number_said(formula: Formula, model: Model) -> Fraction | float:
    """The number that a proved expression of the author's is."""
    return number(formula.text, model)


def product_of(factors: Sequence[Node], numbers: Sequence[Fraction | float]) -> Measured:
    """Proved numbers of the author's, multiplied; where they are written as fractions, it is one, too."""
    inside = tuple(tree.Group(one) if isinstance(one, tree.Addition) else one for one in factors)
    dots: tuple[Literal[r"\cdot"], ...] = tuple(r"\cdot" for _ in factors[1:])
    term = Term(tree.Product(inside, dots) if len(inside) > 1 else inside[0])
    broken = [
        next((node.style for _, node in walk(one) if isinstance(node, tree.Quotient)), None)
        for one, at in zip(factors, numbers, strict=True)
        if at % 1
    ]
    found, style = prod(numbers), broken[0] if broken and None not in broken else None
    exact = found if style and isinstance(found, Fraction) else None
    return Measured(term, lambda: float(found), exact=exact, style=style or "frac")


def exactly(one: float) -> Measured:
    """A number that the script gives: a fraction, also in sums, if it is one of small numbers and no decimal is it."""
    near = Fraction(one).limit_denominator(LARGEST_ABOVE)
    if 10**9 % near.denominator and 0 < near.numerator <= LARGEST_ABOVE and abs(near - one) <= NOISE * one:
        return Measured(fraction(near, "frac"), lambda: one, exact=near)
    return Measured(value(one), lambda: one)


def sum_of(parts: Sequence[Measured]) -> Measured:
    """Readings added: each by its number, if that can be written in full, else by its own term."""
    term = Term(tree.added([_in_full(one) for one in parts]))
    fractions = [one.exact for one in parts if one.exact is not None]
    exact = sum(fractions, Fraction(0)) if len(fractions) == len(parts) else None
    return Measured(term, lambda: float(sum(one.value() for one in parts)), exact=exact, style=parts[0].style)


def quotient_of(part: Measured, whole: Sequence[Measured]) -> Measured:
    """A reading by the sum of others; fractions in them are written with a stroke: no bar stands on a bar."""
    below = sum_of(whole)
    term = Term(tree.Quotient(on_one_line(_in_full(part)).tree, on_one_line(below.term.tree).tree))
    exact = part.exact / below.exact if part.exact is not None and below.exact else None
    return Measured(term, lambda: part.value() / below.value(), exact=exact, style=part.style)


def on_one_line(node: Node) -> Term:
    """A term with its fractions of two numbers written with a stroke: 1/2."""
    if isinstance(node, tree.Quotient) and all(isinstance(one, tree.Number) for one in node.children):
        return Term(replace(node, style="/"))
    return Term(node.with_children([on_one_line(one).tree for one in node.children]))


def _in_full(measured: Measured) -> Node:
    if measured.exact is not None:
        return fraction(measured.exact, measured.style).tree
    return value(measured.value()).tree if _few_digits(measured.value()) else measured.term.tree


def _few_digits(one: float) -> bool:
    """Whether a number is the one that is written of it."""
    found = numeral(one)
    return abs(float(found.digits) * 10.0**found.power - one) <= NOISE * abs(one)


def stated(measured: Measured, below: float = 0.0) -> Node:
    """`x = 2`: a reading that stands still, as one formula; about 2 if that is rounded; or `below` a number."""
    true = measured.value()
    shown, rounded = value(below) if below else measured.written(true), measured.rounded(true)
    exact = shown != value(rounded) or (_few_digits(rounded) and abs(rounded - true) <= NOISE * abs(true))
    return tree.Relation((measured.term.tree, shown.tree), ("<" if below else "=" if exact else r"\approx",))


def _text(tex: str) -> Text:
    return Text.written(tex, "<label>")
