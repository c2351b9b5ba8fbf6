r"""What a formula's tree means to the kernel: numbers, vectors and matrices of `Ratio`s.

Owns: `TreeReading`, which reads nodes in a model.

Laws:
- The kernel reads the tree by itself; it shares no code with the translation that the search uses, so that a slip in
  one of them shows.
- A derivative by x differentiates by the name x wherever it stands, x being free for that moment; then x's value is put
  in.
- What is not known here is refused. Complex numbers, units, and names of which no shape is known are.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from itertools import count

from mathora.formula import tree
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.subscripts import partial_by_subscript
from mathora.prove.kernel import functions
from mathora.prove.kernel.algebra import Atom, Ratio
from mathora.prove.kernel.certificate import Refused
from mathora.prove.kernel.nodes import RULES
from mathora.prove.kernel.values import ExactValue, entries, number, spread

ORDERS = {"<": (">", True), r"\le": ("≥", True), ">": (">", False), r"\ge": ("≥", False), r"\ne": ("≠", False)}
"""Each sign of order as `difference kind 0`, and whether the difference is turned round."""

DEEPEST = 30
LARGEST_SIDE = 8
_NUMBERS = frozenset({"real", "positive", "nonnegative", "integer", "natural"})


class TreeReading:
    """One reading of one statement: the model, the names bound at the moment, and the conditions found so far."""

    def __init__(self, model: Model, maxima: Callable[[tree.Extremum], Ratio] | None = None) -> None:
        self.model = model
        self.conditions = self._nothing()
        self._maxima = maxima
        self._bound: dict[str, ExactValue] = {}
        self._depth = 0
        self._fresh = count()

    def _nothing(self) -> functions.Conditions:
        """No condition yet; which names are positive and which natural is the model's word."""
        kinds = ("positive", "natural")
        known = (frozenset(key for key, name in self.model.names.items() if name.kind == kind) for kind in kinds)
        return functions.Conditions(*known)

    # ---- numbers

    def number(self, node: tree.Node) -> Ratio:
        """The meaning of a node that is a number."""
        value = self.of(node)
        if isinstance(value, Ratio):
            return value
        if (len(value), len(value[0])) == (1, 1):
            return value[0][0]
        raise Refused("a number is expected, found a vector")

    # ---- names

    @contextmanager
    def binding(self, values: Mapping[str, ExactValue]) -> Iterator[None]:
        """Names with meanings of their own, for a while."""
        before = self._bound
        self._bound = before | dict(values)
        try:
            yield
        finally:
            self._bound = before

    @contextmanager
    def _inside(self, values: Mapping[str, ExactValue]) -> Iterator[None]:
        """Inside of a definition only its parameters are bound."""
        before, self._bound = self._bound, dict(values)
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused("definitions within definitions, too deep")
        try:
            yield
        finally:
            self._bound, self._depth = before, self._depth - 1

    def fresh(self, key: str) -> Atom:
        """A variable that no formula can name."""
        return Atom("variable", f"{key}#{next(self._fresh)}")

    def is_bound(self, key: str) -> bool:
        """Whether a name has a meaning of its own at the moment."""
        return key in self._bound

    def named(self, key: str) -> ExactValue:
        """What a name means where it stands alone."""
        if key in self._bound:
            return self._bound[key]
        name = self.model.get(key) or self._owner(key)
        if name is None:
            raise Refused(f"{key} is not declared")
        if name.unit is not None:
            raise Refused(f"{key} has a unit")
        if name.key != key:
            return Ratio.atom(Atom("variable", key))
        if name.body is None:
            return self._free(name)
        return self._value_of(name, [self.named(symbol_key(one)) for one in name.parameters])

    def _owner(self, key: str) -> Name | None:
        """The vector that a name such as `x_1` is a component of."""
        base, _, index = key.partition("_")
        name = self.model.get(base)
        if name is None or name.kind != "vector" or name.shape is None or not index.isdigit():
            return None
        return name if 1 <= int(index) <= name.shape[0] and name.body is None and not name.parameters else None

    def _free(self, name: Name) -> ExactValue:
        if name.parameters:
            raise Refused(f"nothing is known of the function {name.key}")
        if name.shape is not None and name.kind in {"vector", "matrix"}:
            rows, columns = name.shape
            if max(rows, columns) > LARGEST_SIDE:
                raise Refused("a large matrix")
            return tuple(
                tuple(self._component(name.key, row, column, columns) for column in range(1, columns + 1))
                for row in range(1, rows + 1)
            )
        if name.kind not in _NUMBERS:
            raise Refused(f"{name.key} is no real number")
        return Ratio.atom(Atom("variable", name.key))

    def _component(self, key: str, row: int, column: int, columns: int) -> Ratio:
        label = f"{key}_{row}" if columns == 1 else f"{key}_{{{row}{column}}}"
        return Ratio.atom(Atom("variable", label))

    def _value_of(self, name: Name, arguments: list[ExactValue]) -> ExactValue:
        if name.body is None:
            raise Refused(f"nothing is known of the function {name.key}")
        if name.kind == "complex":
            raise Refused("complex numbers")
        bound: dict[str, ExactValue] = {}
        for parameter, argument in zip(name.parameters, arguments, strict=True):
            key = symbol_key(parameter)
            bound[key] = argument
            bound |= dict(zip(self._components(key), entries(argument), strict=False))
        with self._inside(bound):
            for relation in name.domain:
                for sign, ratio in self.links(relation):
                    self.conditions.confine(sign, ratio)
            return self.of(name.body)

    def links(self, relation: tree.Node) -> Iterator[tuple[str, Ratio]]:
        """The links of a chain of orders, each as `ratio sign 0`; raises Refused for anything else."""
        if not isinstance(relation, tree.Relation):
            raise Refused("a domain that is no relation")
        for left, sign, right in zip(relation.operands, relation.operators, relation.operands[1:], strict=False):
            if sign not in ORDERS:
                raise Refused("a domain that is no order")
            kind, turned = ORDERS[sign]
            difference = self.number(left) - self.number(right)
            yield kind, -difference if turned else difference

    def _components(self, key: str) -> tuple[str, ...]:
        """The names that a defined vector is made of."""
        name = self.model.get(key)
        body = None if name is None or name.parameters else name.body
        if not isinstance(body, tree.Tuple) or not all(isinstance(one, tree.Symbol) for one in body.items):
            return ()
        return tuple(symbol_key(one) for one in body.items)

    # ---- functions and derivatives

    def apply(self, head: tree.Node, arguments: list[ExactValue]) -> ExactValue:
        """A function of the model, or a derivative of one, at arguments."""
        derived = partial_by_subscript(head, self.model)
        match derived or head:
            case tree.Symbol() as symbol:
                key = symbol_key(symbol)
                name = self.model.get(key)
                if name is None or key in self._bound:
                    raise Refused(f"{key} is not a function here")
                return self._value_of(name, spread(arguments, len(name.parameters)))
            case tree.Group(body=body):
                return self.apply(body, arguments)
            case tree.Prime(operand=operand, order=order):
                return self._at(operand, [(0, order)], arguments)
            case tree.Derivative(operand=operand, variables=variables, orders=orders):
                keys = self.parameters(operand)
                if not set(map(symbol_key, variables)) <= set(keys):
                    raise Refused("a derivative by what is no variable of the function")
                places = [(keys.index(symbol_key(one)), order) for one, order in zip(variables, orders, strict=True)]
                return self._at(operand, places, arguments)
            case tree.Nabla(kind="gradient", subscript=None, operand=operand):
                width = len(self.parameters(operand))
                gradient = [self._at(operand, [(place, 1)], arguments) for place in range(width)]
                return gradient[0] if width == 1 else tuple((number(entry),) for entry in gradient)
            case _:
                raise Refused("the kernel applies nothing of this kind")

    def parameters(self, operand: tree.Node) -> tuple[str, ...]:
        """The keys of a model function's parameters."""
        name = self.model.get(symbol_key(operand)) if isinstance(operand, tree.Symbol) else None
        if name is None or not name.parameters or symbol_key(name.symbol) in self._bound:
            raise Refused("a derivative of what is no function of the model")
        if any(self._components(symbol_key(one)) for one in name.parameters):
            raise Refused("a function of a vector")
        return tuple(map(symbol_key, name.parameters))

    def _at(self, operand: tree.Node, places: list[tuple[int, int]], arguments: list[ExactValue]) -> ExactValue:
        """A derivative by parameters, taken with free parameters and then put at the arguments."""
        keys = self.parameters(operand)
        atoms = [self.fresh(key) for key in keys]
        values = spread(arguments, len(keys))
        outer, self.conditions = self.conditions, self._nothing()
        try:
            body = number(self.apply(operand, [Ratio.atom(atom) for atom in atoms]))
            for place, order in places:
                for _ in range(order):
                    body = functions.derivative(body, atoms[place], self.conditions)
            inner = self.conditions
        finally:
            self.conditions = outer
        change = {atom: number(value) for atom, value in zip(atoms, values, strict=True)}
        self._carry(inner, change)
        return functions.substituted(body, change, self.conditions)

    def _carry(self, inner: functions.Conditions, change: Mapping[Atom, Ratio]) -> None:
        for sign, ratio in inner.found:
            self.conditions.require(sign, functions.substituted(ratio, dict(change), self.conditions))
        for sign, ratio in inner.declared:
            self.conditions.confine(sign, functions.substituted(ratio, dict(change), self.conditions))

    def derivative(self, node: tree.Derivative) -> ExactValue:
        """A derivative in the place of a value: of the operand, with the variables free for the moment."""
        keys = [symbol_key(one) for one in node.variables]
        outer = {key: number(self.named(key)) for key in keys}
        atoms = {key: self._variable(key, node.operand) for key in keys}
        before, self.conditions = self.conditions, self._nothing()
        try:
            with self.binding({key: Ratio.atom(atom) for key, atom in atoms.items()}):
                value = self.of(node.operand)
            rows = value if not isinstance(value, Ratio) else ((value,),)
            if isinstance(node.operand, tree.Symbol) and not any(
                set(atoms.values()) <= entry.atoms for row in rows for entry in row
            ):
                raise Refused("what is differentiated does not depend on the variable")
            for key, order in zip(keys, node.orders, strict=True):
                for _ in range(order):
                    rows = tuple(
                        tuple(functions.derivative(entry, atoms[key], self.conditions) for entry in row) for row in rows
                    )
            inner = self.conditions
        finally:
            self.conditions = before
        change = {atoms[key]: outer[key] for key in keys}
        self._carry(inner, change)
        put = tuple(tuple(functions.substituted(entry, change, self.conditions) for entry in row) for row in rows)
        return put[0][0] if isinstance(value, Ratio) else put

    def _variable(self, key: str, operand: tree.Node) -> Atom:
        """What it is differentiated by: the name itself, so that what is defined by it varies too; of a function by its
        own parameter, and of a name that has a value, a variable that stands for it for the moment.
        """
        owner = self.model.get(symbol_key(operand)) if isinstance(operand, tree.Symbol) else None
        own = owner is not None and key in map(symbol_key, owner.parameters)
        name = self.model.get(key)
        if own or key in self._bound or name is None or name.body is not None:
            return self.fresh(key)
        return Atom("variable", key)

    def extremum(self, node: tree.Extremum) -> Ratio:
        """A maximum or minimum, by the rule that the caller brought."""
        if self._maxima is None:
            raise Refused("an extremum within an expression")
        return self._maxima(node)

    def of(self, node: tree.Node) -> ExactValue:
        """The meaning of a node. Raises Refused."""
        rule = RULES.get(type(node))
        if rule is None:
            raise Refused(f"the kernel reads no {type(node).__name__}")
        return rule(self, node)
