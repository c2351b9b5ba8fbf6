"""The model's functions as something to compute with: curves, surfaces, gradients, sliders.

Owns: `ModelFunction`, `model_function`, `number`; for vectors and matrices `meaning_of`, `exact_value`.

Laws:
- One source: values, partial derivatives and the page's JavaScript all come from the body that the model declares, and
  derivatives are SymPy's, exact, never differences.
- A `ModelFunction` that `model_function` gives can be computed: what cannot is refused there.
- SymPy and numpy are imported when the first function or number is made, not with this module.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property, lru_cache
from math import inf, isfinite
from typing import TYPE_CHECKING, Any

from mathora.formula.meaning.uncomputable import UncomputableError
from mathora.formula.reader.ranges import ranges
from mathora.formula.reader.reader import read
from mathora.formula.tree import Node, Relation
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name, Range
from mathora.formula.tree.rational import rational
from mathora.lesson import Faulty, Text

if TYPE_CHECKING:
    from numpy.typing import ArrayLike

    from mathora.formula.meaning.code import Array

COMPARED = ("<", ">", r"\le", r"\ge", r"\ne")  # what a domain may say of numbers


@dataclass(frozen=True)
class ModelFunction:
    r"""A function of the model, or a partial derivative of one.

    `key` names it in the model (`V`, `L`), `variables` are its parameters' keys in their declared order (`w_1`, `w_2`),
    `derivatives` the variables by which it has been differentiated. Everything is in the model's coordinates.
    """

    model: Model = field(repr=False, hash=False)
    key: str
    variables: tuple[str, ...]
    derivatives: tuple[str, ...] = ()

    def value(self, *at: ArrayLike) -> Array:
        """The values at points: one array for each variable, of shapes that broadcast; NaN or ±∞ where undefined."""
        if len(at) != len(self.variables):
            raise TypeError(f"{self.key} has {len(self.variables)} variables, not {len(at)}")
        values: Array = _code().values(self._compute, at)
        return values

    def divisor(self, *at: ArrayLike) -> Array:
        """What the values at points are divided by: between two of unlike sign the function has a place without one."""
        values: Array = _code().values(self._divide, at)
        return values

    def partial(self, variable: str) -> ModelFunction:
        """The partial derivative by one of its variables; raises `LookupError` if it has no such variable."""
        if variable not in self.variables:
            raise LookupError(f"{self.key} has the variables {', '.join(self.variables)}, not {variable}")
        return self._partials[variable]

    def gradient(self, point: Mapping[str, float]) -> Array:
        """All partial derivatives at a point, in the order of `variables`; shape (number of variables,)."""
        at = [point[variable] for variable in self.variables]
        gradient: Array = _code().vector(self.partial(variable).value(*at) for variable in self.variables)
        return gradient

    def domain(self, variable: str) -> tuple[float, float] | None:
        """The interval that the model states for a variable, infinite where it has no end; None if none is stated."""
        declared = self._range(variable)
        if declared is None:
            return None
        low, high = (None if end is None else float(_exact(end, self.model)) for end in (declared.low, declared.high))
        return (-inf if low is None else low, inf if high is None else high)

    def leaves_out(self, variable: str) -> tuple[float, ...]:
        """The ends of a variable's domain that are no values of it: 0, where the model says `x > 0`."""
        declared = self._range(variable) or Range()
        ends = ((declared.low, declared.low_open), (declared.high, declared.high_open))
        return tuple(float(_exact(end, self.model)) for end, is_open in ends if end is not None and is_open)

    def _range(self, variable: str) -> Range | None:
        name = self.model.get(variable)
        return self.model.names[self.key].range_of(variable) or (name.range_of(variable) if name else None)

    def javascript(self) -> str:
        """A JavaScript arrow function of the variables in their order, such as `(x0, x1) => Math.pow(x0, 2) + x1`."""
        return str(_code().javascript_function(*self._on_domain))

    @cached_property
    def _partials(self) -> Mapping[str, ModelFunction]:
        """Each made once: a scene asks for them on every frame."""
        return {
            variable: ModelFunction(self.model, self.key, self.variables, (*self.derivatives, variable))
            for variable in self.variables
        }

    @cached_property
    def _expression(self) -> tuple[Any, tuple[Any, ...]]:
        """The SymPy expression, and the symbols of its variables in their order."""
        expression, symbols = _meaning_of(self.model, self.model.names[self.key], self.variables)
        for variable in self.derivatives:
            expression = _code().derivative(expression, symbols[self.variables.index(variable)])
        return _code().computable(expression, symbols), symbols

    @cached_property
    def _on_domain(self) -> tuple[Any, tuple[Any, ...]]:
        """The same, without a value where relations of the domain do not hold that are no interval of one variable."""
        expression, symbols = self._expression
        parts = (item for one in self.model.names[self.key].domain for item in getattr(one, "items", (one,)))
        links = (Relation((a, b), (sign,)) for one in parts if isinstance(one, Relation) for a, sign, b in one.links)
        for one in links:
            if one.operators[0] not in COMPARED or ranges([one]):
                continue
            with suppress(UncomputableError):  # what cannot be computed is a premise of proofs alone
                meaning = meaning_of(one, self.model)
                own = {
                    meaning.symbols[key]: symbols[self.variables.index(key)]
                    for key in self.variables
                    if key in meaning.symbols
                }
                condition = meaning.expression.xreplace(own)
                expression = _code().where(expression, _code().computable(condition, symbols))
        return expression, symbols

    @cached_property
    def _compute(self) -> Any:  # noqa: ANN401 - the closure's type lives beside SymPy
        return _code().numpy_function(*self._on_domain)

    @cached_property
    def _divide(self) -> Any:  # noqa: ANN401 - as above
        expression, symbols = self._expression
        return _code().numpy_function(_code().divisor(expression), symbols)

    def __reduce__(self) -> tuple[type[ModelFunction], tuple[Any, ...]]:
        return ModelFunction, (self.model, self.key, self.variables, self.derivatives)


@lru_cache(maxsize=64)
def model_function(model: Model, key: str) -> ModelFunction:
    """The function that the model declares under a key.

    A name defined without parameters is a function of the free names in its definition, in the order of their first
    appearance. Raises `LookupError` if nothing of that key is defined, `UncomputableError` if it has no numbers.
    Each is made once: a lesson's scenes need the same ones of many values.
    """
    name = model.get(key)
    if name is None or name.body is None:
        raise LookupError(f"the model defines no function {key}")
    variables = tuple(map(symbol_key, name.parameters)) or tuple(meaning_of(name.body, model).symbols)
    function = ModelFunction(model, key, variables)
    function.value(*(1.0 for _ in variables))
    return function


def number(text: Text, model: Model) -> Fraction | float:
    r"""The number that a text in the model's language says: `0.35` and `\frac13` exactly, `\sqrt2` rounded.

    Raises `Faulty` if it is not a real number.
    """
    tree = read(text, model).tree
    try:
        return _exact(tree, model)
    except UncomputableError as error:
        hint = "write a number, such as 0.35, -2 or \\frac{1}{3}"
        raise Faulty([text.fault("not-a-number", str(error), hint)]) from error


def _exact(tree: Node, model: Model) -> Fraction | float:
    written = rational(tree)
    return exact_value(_expression_of(tree, model)) if written is None else written


def exact_value(found: Any) -> Fraction | float:  # noqa: ANN401 - SymPy has no types
    """The number that a SymPy expression is: exact if it is rational. Raises `UncomputableError` if it is none."""
    code = _code()
    expression = code.computable(found, ())
    if expression.is_Rational:
        return Fraction(int(expression.p), int(expression.q))
    rounded = float(code.numpy_function(expression, ())(()))
    if not isfinite(rounded):
        raise UncomputableError(f"'{expression}' is not a finite number")
    return rounded


def _meaning_of(model: Model, name: Name, variables: tuple[str, ...]) -> tuple[Any, tuple[Any, ...]]:
    """The body's SymPy expression and its variables' symbols; a parameter is free, even if the model defines it."""
    if name.body is None:
        raise UncomputableError(f"the model does not say what {name.key} is")
    freed = Model({key: other for key, other in model.names.items() if key not in variables or other.body is None})
    meaning = meaning_of(name.body, freed)
    symbols = tuple(meaning.symbols.get(variable, _code().unused(variable)) for variable in variables)
    return _real(meaning.expression, name.key), symbols


def _expression_of(tree: Node, model: Model) -> Any:  # noqa: ANN401 - SymPy has no types
    return _real(meaning_of(tree, model).expression, "this")


def meaning_of(tree: Node, model: Model) -> Any:  # noqa: ANN401 - SymPy has no types
    """What a tree means (`form.to_sympy`); raises `UncomputableError` if it means nothing."""
    form = _form()
    try:
        return form.to_sympy(tree, model, experiment=_events().experiment_of(tree, (), model))
    except (form.Untranslatable, form.Mismatch, form.Undefined) as error:
        raise UncomputableError(str(error)) from error


def _real(expression: Any, what: str) -> Any:  # noqa: ANN401 - SymPy has no types
    if not _code().is_scalar(expression):
        raise UncomputableError(f"{what} is a vector, a set or a statement, and no number")
    return expression


def _code() -> Any:  # noqa: ANN401 - a module
    from mathora.formula.meaning import code  # noqa: PLC0415# noqa: PLC0415 - it imports SymPy, which takes half a second

    return code


def _events() -> Any:  # noqa: ANN401 - a module
    from mathora.formula.meaning import events  # noqa: PLC0415 - it imports SymPy, which takes half a second

    return events


def _form() -> Any:  # noqa: ANN401 - a module
    from mathora.formula.meaning import form  # noqa: PLC0415# noqa: PLC0415 - it imports SymPy, which takes half a second

    return form
