r"""What is known of chance in one claim.

Owns: `Chance` (what is random, its law, its values, what is independent, which measures are known), `known_of`.

Laws:
- A random quantity is the variable `random X`, which no formula can name. Its law is what is declared, or given.
- Two names are independent only if that is declared or given (`A \perp B`), three and more only in one chain.
- `X_1` and `X_2`, `X_n` and `X_{n + 1}` are two; `X_i` and `X_j` may be one, within a sum, too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, Final

from mathora.formula import Model, Name, symbol_key, tree
from mathora.formula.symbols.distributions import Law
from mathora.formula.tree.chance import measure_of, row_of, says_all_apart
from mathora.prove.kernel.exact.algebra import Atom, Ratio
from mathora.prove.kernel.exact.calculus import substituted
from mathora.prove.kernel.exact.functions import NOTHING, Conditions

RANDOM: Final = "random "  # how the names of random quantities begin
SUM: Final = "Σ "
_PLACE: Final = re.compile(r"\{?(?:(\\?[A-Za-z]+)(?: [+-] [1-9]\d*)?|0|[1-9]\d*)\}?")
CONSTANTS: Final = frozenset("abcdkmnpqr") | {r"\alpha", r"\beta", r"\lambda", r"\mu", r"\sigma"}
r"""Letters that stand for numbers where nothing else is said: `\operatorname{Var}(c) = 0`."""


@dataclass(frozen=True, slots=True)
class DistributedAs:
    """A row of the table of laws, and what stands in its brackets."""

    row: Law
    arguments: tuple[tree.Node, ...]


@dataclass
class Chance:
    """What is known of random quantities and events; `values` are of atoms that are determined by what is known."""

    random: frozenset[str] = frozenset()
    laws: Mapping[str, DistributedAs] = field(default_factory=dict)
    distributed: frozenset[str] = frozenset()
    """What is said to have some distribution, known or not."""
    independent: tuple[frozenset[str], ...] = ()
    given_independent: tuple[tuple[frozenset[str], tree.Node], ...] = ()
    alike: frozenset[str] = frozenset()
    """Families whose members are independent and have one law."""
    tables: dict[str, dict[Ratio, Ratio]] = field(default_factory=dict)
    """The values that a quantity may have, with their probabilities, which add up to 1."""
    values: dict[Atom, Ratio] = field(default_factory=dict)
    towers: dict[Atom, tuple[Ratio, frozenset[str]]] = field(default_factory=dict)
    """Conditional expectations: of what, and given which quantities."""
    trial: tuple[dict[str, Fraction], ...] = ()
    """Outcomes, equally likely, with the value of each quantity, and 1 for each event that happens; or none.

    Nothing is proved of a trial: it serves to find what is false in one experiment.
    """
    binary: bool = False
    """Whether logarithms of entropies have the base 2."""
    opaque: dict[object, Ratio] = field(default_factory=dict)
    """Comparisons that are not taken apart: the difference of the sides of each."""
    listed: Mapping[str, tuple[tree.Node, ...]] = field(default_factory=dict)
    """Quantities of which a few values are equally likely, with these."""
    products: dict[Atom, frozenset[Any]] = field(default_factory=dict)
    """The letters of which an atom is the probability."""
    sums: dict[Atom, tuple[Ratio, str, Ratio]] = field(default_factory=dict)
    """Sums over a family: a term, the index that runs in it, how many."""
    known_sums: dict[Atom, tuple[Ratio, str, Ratio]] = field(default_factory=dict)
    """The same of what is not random."""

    def law_of(self, key: str) -> DistributedAs | None:
        """The law of a quantity, or of the family that it is a member of."""
        return self.laws.get(key) or self.laws.get(self.family_of(key) or "")

    def family_of(self, key: str) -> str | None:
        r"""`X_i` of `X_1`, where the former is declared."""
        base, line, _ = key.partition("_")
        found = [one for one in self.random if line and one != key and one.partition("_")[:2] == (base, "_")]
        return found[0] if len(found) == 1 else None

    def is_random(self, key: str) -> bool:
        """Whether a name has a random value."""
        return key in self.random or self.family_of(key) is not None

    def are_independent(self, keys: frozenset[str]) -> bool:
        """Whether all of some names are independent of each other."""
        plain = frozenset(one.removeprefix(SUM) for one in keys)
        families = {self.family_of(one) or one for one in plain}
        if plain != keys and len(families) < len(keys):  # a sum beside one of its members
            return False
        alike = len(families) == 1 and families <= self.alike and _differ(keys)
        return alike or any(plain <= one for one in self.independent)

    def keys_of(self, ratio: Ratio) -> frozenset[str]:
        """The random quantities that a number depends on."""
        found: set[str] = set()
        for atom in ratio.atoms:
            if atom in self.towers:
                found |= self.towers[atom][1]
            elif atom in self.sums:
                found |= {f"{SUM}{key}" for key in self.keys_of(self.sums[atom][0])}
            elif atom.name.startswith(RANDOM) and atom.kind == "variable":
                found.add(atom.name.removeprefix(RANDOM))
        return frozenset(found)

    def in_row(self, value: Ratio, row: Mapping[str, Fraction]) -> Ratio:
        """A number at one outcome of a trial."""
        change = {random_atom(key): Ratio.number(number) for key, number in row.items()}
        return substituted(value, change, Conditions(NOTHING))


def random_atom(key: str) -> Atom:
    """The variable that stands for a random quantity."""
    return Atom("variable", f"{RANDOM}{key}")


def known_of(model: Model, nodes: tuple[tree.Node, ...], givens: tuple[tree.Node, ...]) -> Chance:
    """What a claim and its model say of chance."""
    stated = [
        *_links(givens),
        *_links(_premises(nodes)),
        *_links(tuple(one for name in model.names.values() for one in name.domain)),
    ]
    laws = dict(_laws(stated))
    listed = {
        _key(name): law.arguments
        for name, law in (one.operands for one in stated if one.operators == (r"\sim",))
        if isinstance(law, tree.Application) and law.bracket == "{" and _is_uniform(law.head)
    }
    declared = {key for key, name in model.names.items() if name.kind == "random"}
    free = _free_letters((*nodes, *givens), model) if not declared and not laws else set()
    chains = [one for one in stated if one.operators and set(one.operators) == {r"\perp"}]
    parted = [one for one in stated if one.operators == (r"\perp", r"\mid")]
    alike = frozenset(_key(one.operands[0]) for one in chains if says_all_apart(one))
    return Chance(
        frozenset(declared | laws.keys() | listed.keys() | free),
        laws,
        frozenset(_key(one.operands[0]) for one in stated if r"\sim" in one.operators),
        tuple(frozenset(map(_key, one.operands)) for one in chains if not says_all_apart(one)),
        tuple((frozenset(map(_key, one.operands[:2])), one.operands[2]) for one in parted),
        alike,
        listed=listed,
        binary=any(part == tree.FunctionName("log", tree.Number("2")) for node in nodes for _, part in tree.walk(node)),
    )


def _differ(keys: frozenset[str]) -> bool:
    """Whether the places of some members are surely others: all are numbers, or one letter with numbers added."""
    places = [_PLACE.fullmatch(key.partition("_")[2]) for key in keys]
    return len({one and one[1] for one in places}) == 1 and None not in places


def _premises(nodes: tuple[tree.Node, ...]) -> tuple[tree.Node, ...]:
    """What a formula that is one implication assumes."""
    return tuple(one.operands[0] for one in nodes if isinstance(one, tree.Logic) and one.operators == (r"\Rightarrow",))


def _links(nodes: tuple[tree.Node, ...]) -> Iterator[tree.Relation]:
    parts = (one for node in nodes for part in tree.statements(node) for one in tree.taken_apart(part))
    return (one for one in parts if isinstance(one, tree.Relation))


def _laws(relations: list[tree.Relation]) -> Iterator[tuple[str, DistributedAs]]:
    for one in relations:
        if one.operators == (r"\sim",):
            found = distribution(one.operands[1])
            name = one.operands[0]
            if found is not None and isinstance(name, tree.Symbol) and not _runs(name, found):
                yield symbol_key(name), found


def _is_uniform(head: tree.Node) -> bool:
    return isinstance(head, tree.Symbol) and head.name in {"U", "Unif", "Uniform"}


def _runs(name: tree.Symbol, law: DistributedAs) -> bool:
    """Whether the law of `X_i` speaks of i: then the members are not alike."""
    index = {symbol_key(part) for part in tree.symbols(name.subscript or tree.Blank())}
    spoken = {part for one in law.arguments for part in tree.symbols(one)}
    inner = {part for one in spoken for _, part in tree.walk(one.subscript or tree.Blank())}
    return any(isinstance(part, tree.Symbol) and symbol_key(part) in index for part in spoken | inner)


def distribution(node: tree.Node) -> DistributedAs | None:
    r"""`\mathcal{N}(0, 1)` as a row of the table with its arguments; None if it is none."""
    row = row_of(node)
    return DistributedAs(row, node.arguments) if row is not None and isinstance(node, tree.Application) else None


def _key(node: tree.Node) -> str:
    return symbol_key(node) if isinstance(node, tree.Symbol) else ""


def _free_letters(nodes: tuple[tree.Node, ...], model: Model) -> set[str]:
    """Where nothing is declared random: letters that stand only within measures, and are no usual constants."""
    inside, outside = set[str](), set[str]()
    for node in nodes:
        _sort(node, model, inside, outside, within=False)
    return {key for key in inside - outside if _may_vary(model.get(key))}


def _may_vary(name: Name | None) -> bool:
    plain = name and (name.body, name.parameters, name.domain, name.kind) == (None, (), (), "real")
    return name is not None and bool(plain) and name.symbol.name not in CONSTANTS


def _sort(node: tree.Node, model: Model, inside: set[str], outside: set[str], *, within: bool) -> None:
    if isinstance(node, tree.Symbol):
        (inside if within else outside).add(symbol_key(node))
        return
    measured = isinstance(node, tree.Application) and measure_of(node, model) in {"E", "Var", "Cov"}
    for child in () if getattr(node, "operators", ()) == (r"\perp",) else node.children:
        if not (measured and isinstance(node, tree.Application) and child is node.head):
            _sort(child, model, inside, outside, within=within or measured)
