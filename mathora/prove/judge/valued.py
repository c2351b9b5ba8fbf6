r"""Names that have a value where the model has the numbers: of a matrix, of data.

Owns: `has_another_value`, `said_otherwise`.

| known | no new name |
| --- | --- |
| `A = \begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}` | `\lambda_1 = 7`, `\lambda_{\max} = 2`, `\sigma_1 = 7` |
| the same | `\kappa = 2`, `\rho = 7`; what is no more than 1 may be a correlation |
| the data 1, 2, 3 of x | `x_{\max} = 5`, `\hat\mu = 5`, `\bar x = 5`, `n = 5` |
| data of x and of y | `r_{xy} = 0.5`, `S_{xx} = 5`, `\hat\beta_1 = 3`; `x_{(1)} = 2`, `\tilde x = 3` |
| `X \sim \mathcal{N}(2, 9)`, `\operatorname{Bin}(10, 0.3)` | `\mu = 5`, `\sigma = 9`, `n = 5`, `p = 0.5` |
| data of y and of `\hat y` | `\text{MSE} = 5` |
| `A = \begin{pmatrix} 2 & 0 \\ 0 & 3 \end{pmatrix}` | `p(\lambda) = \lambda^2 + 1` |
| v, a vector | `\hat v = v`; A, a matrix: `A^* = A` |

Law: a value that agrees with what is known, of any matrix that the model has, is left as it is; so is one of letters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import partial
from itertools import permutations
from typing import Final

import sympy

from mathora.formula import Model, symbol_key, tree, write_latex
from mathora.formula.tree.chance import row_of
from mathora.formula.tree.rational import rational
from mathora.formula.unfolding.softmaxes import is_softmax_otherwise
from mathora.prove.judge.as_numbers import has_numbers, number_of
from mathora.prove.judge.well_known import known_otherwise, otherwise

_CLOSE: Final = 1e-2
_ROOTS: Final = range(2, 12)
_ENDS: Final = {"max": max, "min": min}


def _mean(own: Sequence[Fraction]) -> Fraction:
    return sum(own, Fraction(0)) / len(own)


def _median(own: Sequence[Fraction]) -> Fraction:
    ordered, half = sorted(own), len(own) // 2
    return _mean(ordered[half - 1 + len(own) % 2 : half + 1])


_MIDDLES: Final[Mapping[tuple[str, ...], Callable[[Sequence[Fraction]], Fraction]]] = {
    ("bar",): _mean,
    ("overline",): _mean,
    ("tilde",): _median,
}


def said_otherwise(said: tree.Node, model: Model) -> str:
    """Why an equation cannot be assumed, or define a name: it is known as something else; "" if it can."""
    match said:
        case tree.Relation(operands=(left, right, *_), operators=("=", *_)) if is_softmax_otherwise(left, right, model):
            return known_otherwise(left)
        case tree.Relation(operands=(left, right, *_), operators=("=", *_)):
            return has_another_value(left, right, model) or otherwise(left, right, model)
        case _:
            return ""


def has_another_value(left: tree.Node, right: tree.Node, model: Model) -> str:
    """Why a name is no new one: what is known gives it another value; "" if it may be one."""
    if isinstance(left, tree.Application):
        other = _is_another_polynomial(left, right, model)
        return f"{write_latex(left)} may be a characteristic polynomial: write := if it is a new name" if other else ""
    if left == tree.Power(tree.Symbol(r"\sigma"), tree.Number("2")) and (squared := number_of(right)) is not None:
        left, right = tree.Symbol(r"\sigma"), tree.Root(None, right) if squared.real > 0 else right
    if not isinstance(left, tree.Symbol):
        return ""
    if _is_the_same(left, right, model):
        return f"{write_latex(left)} may be another than {write_latex(right)}: write := if it is a new name"
    value = number_of(right)
    if left == tree.Symbol(r"\rho") and value is not None and abs(value) <= 1:
        return ""
    known = _spectra(left, value, model) or [*_of_laws(left, model)] or _statistics(left, value, model)
    if value is None or not known or any(abs(one - value) < _CLOSE * max(1, abs(one)) for one in known):
        return ""
    return f"what the model says gives {write_latex(left)} another value: write := if it is a new name"


def _is_another_polynomial(left: tree.Application, right: tree.Node, model: Model) -> bool:
    r"""Whether `p(\lambda)` is said to be a characteristic polynomial, or its opposite, of no matrix of numbers."""
    match left:
        case tree.Application(tree.Symbol("p" | "P" | r"\chi"), None, (tree.Symbol(r"\lambda") as root,)):
            matrices = [sympy.Matrix(rows) for name in model.names.values() if (rows := _rows(name.body))]
        case _:
            return False
    told = set()
    for own in (one.charpoly() for one in matrices if one.is_square):
        values = [(at, complex(own.eval(at))) for at in _ROOTS]
        told |= {
            has_numbers(right, [({root: at}, partial(complex, s * value)) for at, value in values]) for s in (1, -1)
        }
    return told == {False}


def _is_the_same(left: tree.Symbol, right: tree.Node, model: Model) -> bool:
    r"""Whether a vector is said to be its unit vector, or a matrix its adjoint."""
    decorated = left.accents in {("hat",), ("widehat",), ("bar",), ("overline",)} or left.marks == "*"
    name = model.named(right)
    array = name is not None and (name.is_array or name.kind in {"matrix", "vector"})
    return decorated and array and right == replace(left, accents=(), marks="")


_LETTERS: Final = {("m", "v"): (r"\mu", r"\sigma"), ("n", "p"): ("n", "p"), ("p",): ("p",), ("r",): (r"\lambda",)}
"""What the parameters of laws are called, by those of their rows."""


def _of_laws(left: tree.Symbol, model: Model) -> Iterator[complex]:
    """The numbers that a letter may be, of each law of the model."""
    said = (one.operands[1] for name in model.names.values() for one in name.domain if isinstance(one, tree.Relation))
    for law in said:
        row = row_of(law)
        for letter, place in zip(_LETTERS.get(row.parameters, ()) if row else (), law.children[1:], strict=False):
            value = number_of(place)
            if left == tree.Symbol(letter) and value is not None:
                yield value**0.5 if letter == r"\sigma" else value


def _end(symbol: tree.Symbol) -> Callable[..., Fraction] | None:
    """Whether a name is of the largest or of the smallest."""
    match symbol.subscript:
        case tree.FunctionName(name=name) | tree.Symbol(name=name) | tree.UprightWords(text=name):
            return _ENDS.get(name)
        case _:
            return None


def _spectra(left: tree.Symbol, value: complex | None, model: Model) -> list[complex]:
    """The eigenvalues, or singular values, that a name may be, of each matrix of numbers."""
    end = _end(left)
    places = left.subscript.items if isinstance(left.subscript, tree.Listing) else (left.subscript,)
    numbered = left.subscript is None or end is not None or all(isinstance(one, tree.Number) for one in places)
    plain = not (left.accents or left.marks or left.superscript or left.style)
    radius = left == tree.Symbol(r"\rho")
    singular = left.name == r"\sigma" and left.subscript is not None
    if left == tree.Symbol(r"\kappa") and value is not None and value.real >= 1:  # below 1 it may be a curvature
        return [one for name in model.names.values() for one in _condition(sympy.Matrix(_rows(name.body)))]
    if not (numbered and plain and (left.name == r"\lambda" or singular or radius)):
        return []
    found: list[complex] = []
    for name in model.names.values():
        rows = _rows(name.body)
        if not rows or (not singular and len(rows) != len(rows[0])):
            continue
        matrix = sympy.Matrix(rows)
        roots = (matrix.T * matrix if singular else matrix).charpoly().nroots(n=15, maxsteps=200)
        values = [complex(one) ** 0.5 if singular else complex(one) for one in roots]
        values = [complex(max(map(abs, values)))] if radius else values
        real = end is not None and all(abs(one.imag) < _CLOSE for one in values)
        found += [complex(end(one.real for one in values))] if end is not None and real else values
    return found


def _condition(matrix: sympy.Matrix) -> list[complex]:
    """The condition numbers of an invertible matrix, in the usual norms."""
    if not matrix or not matrix.is_square or matrix.det() == 0:
        return []
    return [complex(sympy.N(matrix.norm(norm) * matrix.inv().norm(norm))) for norm in (2, 1, sympy.oo, "fro")]


def _rows(body: tree.Node | None) -> list[list[sympy.Rational]]:
    """The entries of a matrix of numbers; none of anything else."""
    if not isinstance(body, tree.Matrix):
        return []
    rows = [[rational(one) for one in row] for row in body.rows]
    whole = all(one is not None for row in rows for one in row) and len({*map(len, rows)}) == 1
    return (
        [[sympy.Rational(one.numerator, one.denominator) for one in row if one is not None] for row in rows]
        if whole
        else []
    )


def _statistics(left: tree.Symbol, value: complex | None, model: Model) -> list[complex]:
    """What data say that a name is."""
    data = dict(_data(model))
    end = _end(left)
    if end is not None and (own := data.get(symbol_key(replace(left, subscript=None)))):
        return [complex(end(own))]
    if left == tree.Symbol(r"\mu", accents=("hat",)):
        return [complex(_mean(own)) for own in data.values()]
    middle = _MIDDLES.get(left.accents)
    if middle is not None and (own := data.get(symbol_key(replace(left, accents=())))):
        return [complex(middle(own))]
    if left in {tree.Symbol("n"), tree.Symbol("N")}:
        return [complex(len(own)) for key, own in data.items() if key not in model]  # no entries of a vector
    if left.name == "MSE":
        pairs = [(one, other) for one, other in permutations(data.values(), 2) if len(one) == len(other)]
        return [complex(sum((a - b) ** 2 for a, b in zip(*pair, strict=True)) / len(pair[0])) for pair in pairs]
    return _of_pairs(left, data, value)


def _of_pairs(left: tree.Symbol, data: Mapping[str, Sequence[Fraction]], value: complex | None) -> list[complex]:
    """What data say of two names at once, or of their order."""
    bare = left in {tree.Symbol("r"), tree.Symbol(r"\rho", accents=("hat",))} and value is not None and abs(value) <= 1
    named: Iterable[Sequence[Sequence[Fraction]]]
    match left.subscript:
        case tree.Group(body=tree.Number(value=place)) if own := data.get(symbol_key(replace(left, subscript=None))):
            return [complex(sorted(own)[int(place) - 1])] if place in range(1, len(own) + 1) else []
        case tree.Product(factors=(tree.Symbol() as one, tree.Symbol() as other)) if not left.accents:
            named = [[data.get(symbol_key(name), ()) for name in (one, other)]]
        case None if bare and len(data) == 2:  # noqa: PLR2004 - it may be a rate beside others
            named = [[*data.values()]]
        case None | tree.Number("0" | "1") if left.name == r"\beta" and left.accents == ("hat",):
            named = permutations(data.values(), 2)
        case _:
            return []
    kind = r"\beta_0" if left.subscript == tree.Number("0") else left.name
    return [value for a, b in named if len(a) == len(b) > 1 for value in _of_two(kind, a, b)]


def _of_two(kind: str, a: Sequence[Fraction], b: Sequence[Fraction]) -> list[complex]:
    """What is called so of two samples; a covariance is divided by their size, or by one less."""
    both, size, other, n = _shared(a, b), _shared(a, a), _shared(b, b), len(a)
    if kind in {"S", "SS"}:
        return [complex(both)]
    if kind == "s":
        return [complex(both / n), complex(both / (n - 1))]
    if not size or not other:
        return []
    values = {
        "r": float(both) / float(size * other) ** 0.5,
        r"\beta": both / size,
        r"\beta_0": _mean(b) - both / size * _mean(a),
    }
    return [complex(values["r" if kind == r"\rho" else kind])] if kind in {*values, r"\rho"} else []


def _shared(one: Sequence[Fraction], other: Sequence[Fraction]) -> Fraction:
    """The sum of the products of how far both are from their means."""
    middle = _mean(one)
    return sum(((a - middle) * b for a, b in zip(one, other, strict=True)), Fraction(0))


def _data(model: Model) -> Iterator[tuple[str, Sequence[Fraction]]]:
    """The numbers of each name that runs over an index from 1 on: what runs from 0 may be steps of a method."""
    found: dict[str, dict[str, Fraction]] = {}
    for name in model.names.values():
        value = None if name.body is None else rational(name.body)
        if isinstance(name.symbol.subscript, tree.Number) and value is not None:
            family = symbol_key(replace(name.symbol, subscript=None))
            found.setdefault(family, {})[name.symbol.subscript.text] = value
    yield from ((key, [*values.values()]) for key, values in found.items() if len(values) > 1 and "0" not in values)
