r"""Scenes' parameters held against the model: names of the right kind, numbers that are numbers, intervals that ascend.

Owns: `parameter_faults`.

Law: what passes here can be bound by a scene: functions have a body, coordinates are variables, numbers are real and
not huge.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction

from mathora.formula import Formula, Model, Node, UncomputableError, model_matrix, symbol_key, tree, walk
from mathora.formula import read as read_formula
from mathora.formula.symbols.units import is_unit
from mathora.formula.tree.substitution import bound_names
from mathora.lesson import (
    ArrayKind,
    ArrayValue,
    Fault,
    Faulty,
    IntervalValue,
    ModelValue,
    NameValue,
    NumberValue,
    PointValue,
    Text,
    did_you_mean,
)

STATEMENTS = (tree.Relation, tree.Logic, tree.Negation, tree.Quantified, tree.Aligned, tree.Signature, tree.Blank)
"""Nodes that state something instead of naming a number."""

MOST = 10**12
LARGEST = f"10^{{{len(str(MOST)) - 1}}}"

Read = Callable[[Text], Formula]
Holds = Callable[[Formula], bool]


def parameter_faults(value: ModelValue, model: Model, read: Read, holds: Holds) -> list[Fault]:
    """What is wrong with a parameter; `read` reads its texts, `holds` says whether a claim is proved."""
    match value:
        case NameValue(tex=text, of=of):
            return list(_name_faults(text, of, model, read))
        case NumberValue(tex=text):
            return list(_number_faults(text, model, read, holds))
        case PointValue(coordinates=coordinates):
            return list(_point_faults(coordinates, model, read, holds))
        case ArrayValue(tex=text, of=kind):
            return list(_array_faults(text, kind, model, read, holds))
        case IntervalValue(low=low, high=high):
            return list(_interval_faults(low, high, model, read, holds))


def _name_faults(text: Text, of: str, model: Model, read: Read) -> Iterator[Fault]:
    formula, faults = _read(text, read)
    kinds: dict[str, list[str]] = {"function": [], "variable": []}
    for name in model.names.values():
        kinds["variable" if name.body is None and not name.parameters else "function"].append(name.key)
    known = did_you_mean(text.value, kinds[of])
    yield from (replace(one, hint=known) if known and one.rule == "unknown-name" else one for one in faults)
    if formula is None:
        return
    named = formula.tree.head if isinstance(formula.tree, tree.Application) else formula.tree
    key = symbol_key(named) if isinstance(named, tree.Symbol) else ""
    if key in kinds[of] and named is not formula.tree:
        yield text.fault(f"not-a-{of}", f"found '{text.value}', expected the name alone", f"write {key}")
    elif key not in kinds[of]:
        hint = (did_you_mean(key, kinds[of]) if key else "") or f"declare it in the model as a {of}"
        yield text.fault(f"not-a-{of}", f"found '{text.value}', expected a {of} of the model", hint)


def _number_faults(text: Text, model: Model, read: Read, holds: Holds) -> Iterator[Fault]:
    formula, faults = _read(text, read)
    amount, _, unit = text.value.partition(" ")
    if faults and (is_unit(unit) or (unit.isalpha() and len(unit) > 2)):  # noqa: PLR2004 - no name is such a word
        message = f"found '{text.value}', expected a number without a unit"
        faults = (text.fault("not-a-number", message, f"write {amount}; the model says in what it is measured"),)
    elif faults and text.value.endswith("°"):
        amount = text.value.removesuffix("°").strip()
        message = f"found '{text.value}', expected a number"
        hint = rf"write {amount} where degrees are counted, and {amount}^\circ where an angle is meant"
        faults = (text.fault("not-a-number", message, hint),)
    yield from faults
    if formula is None or _is_literal(formula.tree):
        return
    free = free_names(formula.tree, model)
    if free:
        message = f"found '{text.value}', which depends on {', '.join(free)}; expected a number"
        yield text.fault("not-a-number", message, "give these names values in the model, or write a number")
    elif _states(formula.tree) or not holds(_is_drawable(formula)):
        hint = r"write it as 0.35, -2 or \frac{1}{3}"
        yield text.fault("not-a-number", f"found '{text.value}', expected a real number within ±10¹²", hint)


def _is_drawable(formula: Formula) -> Formula:
    """A claim that holds for real numbers of a size that can be drawn, and for nothing else."""
    low, high = (read_formula(Text.written(f"{sign}{LARGEST}"), Model.empty()).tree for sign in ("-", ""))
    return Formula(formula.text, tree.Relation((low, formula.tree, high), ("<", "<")))


def _point_faults(
    coordinates: tuple[tuple[Text, Text], ...], model: Model, read: Read, holds: Holds
) -> Iterator[Fault]:
    seen: set[str] = set()
    for name, number in coordinates:
        wrong = [_by_data(fault, name, model) for fault in _name_faults(name, "variable", model, read)]
        yield from wrong
        key = "" if wrong else symbol_key(read(name).tree)
        if key and key in seen:
            yield name.fault("duplicate-coordinate", f"a second value for {key}", "leave one of them")
        seen.add(key)
        yield from _number_faults(number, model, read, holds)


def _by_data(fault: Fault, name: Text, model: Model) -> Fault:
    """A coordinate of data is called as they are: `x_i`, where the model has no x."""
    running = next((key for key in model.names if key.startswith(f"{name.value}_") and key[-1].isalpha()), "")
    return replace(fault, hint=f"write {running}") if running and fault.rule == "unknown-name" else fault


def _interval_faults(low: Text, high: Text, model: Model, read: Read, holds: Holds) -> Iterator[Fault]:
    wrong = [*_number_faults(low, model, read, holds), *_number_faults(high, model, read, holds)]
    yield from wrong
    if not wrong and not holds(Formula(low, tree.Relation((read(low).tree, read(high).tree), ("<",)))):
        yield low.fault("bad-interval", f"[{low.value}, {high.value}] does not ascend", "write the smaller end first")


ARRAYS: Mapping[ArrayKind, tuple[tuple[int, int] | None, str]] = {
    "PlaneVector": ((2, 1), "a vector of two numbers, such as [1, 2]"),
    "PlaneMatrix": ((2, 2), "a 2 by 2 matrix of numbers, such as [[2, 1], [1, 2]]"),
    "AnyMatrix": (None, "a matrix of numbers, such as [[2, 1], [1, 2]]"),
}
"""Kind → the shape that it has, if it has one, and how it is asked for."""


def _array_faults(text: Text, kind: ArrayKind, model: Model, read: Read, holds: Holds) -> Iterator[Fault]:
    """A vector or matrix has to be of its kind's shape, of numbers, none of them huge."""
    formula, faults = _read(text, read)
    yield from faults
    if formula is None:
        return
    shape, wanted = ARRAYS[kind]
    free = free_names(formula.tree, model)
    if free:
        message = f"found '{text.value}', which depends on {', '.join(free)}; expected {wanted}"
        yield text.fault("not-a-matrix", message, "its entries have to be numbers")
        return
    found = _shape_of(formula, model) if not _states(formula.tree) else None
    if found == (shape or found) and found and not _bounded(formula, model, holds):
        message = f"found '{text.value}', whose size is not proved to be below {LARGEST}"
        yield text.fault("too-large", message, "take smaller entries: a picture has no room for them")
    elif found is None or found != (shape or found):
        what = f", which is {found[0]} by {found[1]}" if found else ""
        yield text.fault(
            "not-a-matrix",
            f"found '{text.value}'{what}; expected {wanted}",
            "write it without quotes" if text.value.startswith("[") else "write its entries, or name one of the model",
        )


def _states(node: Node) -> bool:
    return any(isinstance(part, STATEMENTS) for _, part in walk(node))


def _bounded(formula: Formula, model: Model, holds: Holds) -> bool:
    """Whether the root of the sum of all entries' squares is proved to be of a size that can be drawn; of rational
    entries it is worked out.
    """
    entries = [one for row in model_matrix(formula.tree, model).entries for one in row]
    exact = [one for one in entries if isinstance(one, Fraction)]
    if len(exact) == len(entries):
        return sum(one**2 for one in exact) < MOST**2
    low, high = (read_formula(Text.written(text), Model.empty()).tree for text in ("0", LARGEST))
    size = tree.Norm(formula.tree, tree.Symbol("F"))
    return holds(Formula(formula.text, tree.Relation((low, size, high), (r"\le", "<"))))


def _shape_of(formula: Formula, model: Model) -> tuple[int, int] | None:
    try:
        return model_matrix(formula.tree, model).shape
    except UncomputableError:
        return None


def _read(text: Text, read: Read) -> tuple[Formula | None, tuple[Fault, ...]]:
    try:
        return read(text), ()
    except Faulty as faulty:
        return None, faulty.faults


def _is_literal(node: Node) -> bool:
    """Whether a number is written out, so that nothing needs to be proved of it."""
    match node:
        case tree.Number():
            return True
        case tree.Signed() | tree.Group():
            return all(_is_literal(child) for child in node.children)
        case tree.Quotient(numerator=above, denominator=tree.Number(value=below)):
            return bool(below) and _is_literal(above)
    return False


def free_names(node: Node, model: Model) -> tuple[str, ...]:
    """The variables without a value that a tree depends on, also through definitions; a sum's own index is none, nor is
    what runs over it.
    """
    found: dict[str, None] = {}
    pending, seen = [(node, frozenset[Node | None]())], set[str]()
    while pending:
        part, bound = pending.pop()
        if isinstance(part, tree.Symbol) and bound & {part, part.subscript}:
            continue
        bound |= {*bound_names(part)}
        pending += [(child, bound) for child in reversed(part.children)]
        name = model.named(part)
        if name is None or name.key in seen:
            continue
        seen.add(name.key)
        if name.body is None and name.kind != "event":  # a probability of an event may well be a number
            found[name.key] = None
        elif name.body is not None and not name.parameters:
            pending.append((name.body, frozenset()))
    return tuple(found)
