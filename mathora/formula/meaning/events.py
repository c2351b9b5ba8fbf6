r"""Events: which outcomes of an experiment make them up.

Owns: `Experiment` (the events of a formula, and what is known of them) and `outcomes`.

Laws:
- An event is the set of the outcomes that make it up: with m events there are 2^m kinds of outcome, which may have any
  probabilities that add up to one. What is proved of all of them is true of every experiment.
- A relation of a random quantity (`X = k`) is an event of which nothing else is known; `X \ne k` is its complement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from typing import Final, TypeGuard

from mathora.formula import tree
from mathora.formula.meaning.scope import Untranslatable
from mathora.formula.symbols.distributions import SPELLED
from mathora.formula.tree.canonical_latex import symbol_key, write_latex
from mathora.formula.tree.chance import bounds_outside, event_relations, measure_of, speaks_of_chance
from mathora.formula.tree.model import Model, Name

MOST_EVENTS: Final = 6  # events in one formula, with what is known of them: 64 kinds of outcome

MOST_INDEPENDENCES: Final = 2
"""Equations of products that a search takes in a bearable time; with more it may not refute."""

_OPPOSITES = {r"\ne": "=", "<": r"\ge", ">": r"\le", r"\notin": r"\in"}  # relations that are the complement of another

Outcomes = frozenset[int]
"""An event: kinds of outcome, each a number whose bits say which of the experiment's events happen."""


KnownChance = tuple[tree.Application, tree.Node]  # a probability, and its value


@dataclass(frozen=True)
class Level:
    r"""The event `X \le 3`: a random quantity, by its name, beside a number."""

    event: str
    name: str
    sign: str
    value: Fraction

    def holds(self, place: Fraction) -> bool:
        """Whether it happens where the quantity has this value."""
        return {"=": place == self.value, r"\ge": place >= self.value, r"\le": place <= self.value}[self.sign]


def _places(values: list[Fraction], *, counting: bool) -> list[Fraction]:
    """One number in each part of the line that values cut, and the values; or all the whole numbers that matter."""
    if counting:
        return [Fraction(one) for one in range(int(max(values)) + 2)]
    ends = sorted(set(values))
    between = [(low + high) / 2 for low, high in pairwise(ends)]
    return [ends[0] - 1, *ends, *between, ends[-1] + 1]


@dataclass(frozen=True)
class Experiment:
    r"""What a formula speaks of: events, and what is known of them.

    `events` are names, in a fixed order; `known` are probabilities with their values; `relations` are between events
    (`A \cap B = \emptyset`); `levels` are the events that compare a random quantity with a number, which is a whole
    number and not negative if it is said to be `counting`. `random` names what has a random value, `laws` its
    distribution where it is known, `independent` pairs; `trial` gives each one its value for each of some outcomes.
    An event that is bounded by a name which stands outside of it too, `shared`, is another one for each value.
    """

    events: tuple[str, ...] = ()
    known: tuple[KnownChance, ...] = ()
    relations: tuple[tree.Relation, ...] = ()
    levels: tuple[Level, ...] = ()
    counting: bool = False
    random: frozenset[str] = frozenset()
    laws: tuple[tuple[str, tree.Application], ...] = ()
    independent: frozenset[frozenset[str]] = frozenset()
    trial: tuple[tuple[str, tuple[int, ...]], ...] = ()
    shared: frozenset[tree.Symbol] = frozenset()

    @property
    def outcomes(self) -> int:
        """How many equally likely outcomes a trial has."""
        return len(self.trial[0][1]) if self.trial else 0

    @property
    def everything(self) -> Outcomes:
        """All kinds of outcome that the relations between the events, and the order of numbers, allow."""
        free = Experiment(self.events)
        every = frozenset(one for one in range(2 ** len(self.events)) if self._may_happen(one))
        return every.difference(*(_impossible(one, free) for one in self.relations)) if self.relations else every

    def _may_happen(self, outcome: int) -> bool:
        """Whether some value of each random quantity lies where the outcome says."""
        for name in {level.name for level in self.levels}:
            own = [level for level in self.levels if level.name == name]
            told = [bool(outcome >> self.events.index(level.event) & 1) for level in own]
            places = _places([level.value for level in own], counting=self.counting)
            if not any(told == [level.holds(place) for level in own] for place in places):
                return False
        return True

    def happens(self, key: str) -> Outcomes:
        """The outcomes with which a named event happens."""
        if key not in self.events:
            raise Untranslatable(f"nothing is known of the event {key}")
        bit = 1 << self.events.index(key)
        return frozenset(one for one in self.everything if one & bit)

    def described(self, outcome: int) -> str:
        r"""`A \cap \bar{B}`: a kind of outcome as LaTeX."""
        parts = [one if outcome >> place & 1 else rf"\overline{{{one}}}" for place, one in enumerate(self.events)]
        return r" \cap ".join(parts)


EMPTY: Final = Experiment()  # what a formula speaks of that has no events


def experiment_of(node: tree.Node, givens: Sequence[tree.Node], model: Model) -> Experiment:
    """The experiment that formulas speak of, with what the model says of its events and of what these go with."""
    nodes = (node, *givens)
    random = random_quantities(nodes, model)
    keys = dict.fromkeys(key for node in nodes for key in _named_events(node, model))
    stated: list[tuple[tree.Relation, frozenset[str]]] = [
        (one, frozenset(_names_in_all(one, model))) for one in (*known_quantities(model), *event_relations(model))
    ]
    used: list[tree.Relation] = []
    while more := [(one, names) for one, names in stated if one not in used and names & keys.keys()]:
        used += [one for one, _ in more]
        keys |= dict.fromkeys(sorted(key for _, names in more for key in names if key not in keys))
    known = tuple((left, one.operands[1]) for one in used if isinstance(left := one.operands[0], tree.Application))
    relations = tuple(one for one in used if not _states_probability(one))
    levels = dict.fromkeys(level for node in (*nodes, *used) for level in _levels(node, model))
    known += tuple(pair for one in known_quantities(model) if (pair := _moment_stated(one, model)) is not None)
    assumed = (*givens, *(relation for name in model.names.values() for relation in name.domain))
    return Experiment(
        tuple(keys),
        known,
        relations,
        tuple(levels),
        random=random,
        laws=tuple(pair for pair in _laws(assumed) if pair[0] in random),
        independent=frozenset(pair for pair in _independent(assumed) if pair <= random),
        shared=frozenset(one for one in bounds_outside(nodes, model) if symbol_key(one) not in random),
    )


def random_quantities(nodes: Iterable[tree.Node], model: Model) -> frozenset[str]:
    r"""What has a random value: what is declared so, what has a distribution, and in formulas that declare nothing of
    the kind the capital letters that stand only within `\mathbb{E}[…]`, `\operatorname{Var}(…)`, ….
    """
    declared = {key for key, name in model.names.items() if name.kind == "random" or tuple(_laws(name.domain))}
    declared |= {key for key, _ in _laws(nodes)}
    inside, outside = set[str](), set[str]()
    for node in nodes:
        _sort_names(node, model, inside, outside, within=False)
    free = {key for key in inside - outside if _is_free(model.get(key))}
    return frozenset((declared | free) & _mentioned(nodes, model))


def with_random(model: Model, nodes: Iterable[tree.Node]) -> Model:
    r"""The model in which what formulas give a law to, `X \sim \mathcal{N}(0, 1)`, is random and no unknown number."""
    said = {key for key, _ in _laws(part for node in nodes for _, part in tree.walk(node)) if _is_free(model.get(key))}
    return Model({**model.names, **{key: replace(model.names[key], kind="random") for key in said}}) if said else model


def _mentioned(nodes: Iterable[tree.Node], model: Model) -> set[str]:
    """The names of formulas, and those that they are defined by."""
    found: set[str] = set()
    pending = [*nodes]
    while pending:
        for _, part in tree.walk(pending.pop()):
            if isinstance(part, tree.Symbol) and symbol_key(part) not in found:
                found.add(symbol_key(part))
                name = model.named(part)
                if name is not None and name.body is not None:
                    pending.append(name.body)
    return found


def _is_free(name: Name | None) -> bool:
    return name is not None and name.body is None and not name.parameters and name.kind == "real"


def _sort_names(node: tree.Node, model: Model, inside: set[str], outside: set[str], *, within: bool) -> None:
    if isinstance(node, tree.Symbol):
        capital = len(node.name) == 1 and node.name.isupper() and node.style == ""
        (inside if within and capital else outside).add(symbol_key(node))
        return
    measured = isinstance(node, tree.Application) and measure_of(node, model) in {"E", "Var", "Cov"}
    for child in () if getattr(node, "operators", ()) == (r"\perp",) else node.children:
        if not (measured and isinstance(node, tree.Application) and child is node.head):
            _sort_names(child, model, inside, outside, within=within or measured)


def _laws(nodes: Iterable[tree.Node]) -> Iterator[tuple[str, tree.Application]]:
    r"""`X \sim \mathcal{N}(0, 1)`, among what is assumed."""
    for node in nodes:
        if isinstance(node, tree.Relation) and node.operators == (r"\sim",):
            name, law = node.operands
            if isinstance(name, tree.Symbol) and isinstance(law, tree.Application) and _is_law(law):
                yield symbol_key(name), law


def _is_law(law: tree.Application) -> bool:
    head = law.head
    return law.bracket != "{" and isinstance(head, tree.Symbol) and (head.name, head.style) in SPELLED


def _independent(nodes: Iterable[tree.Node]) -> Iterator[frozenset[str]]:
    r"""`X \perp Y`, among what is assumed."""
    for node in nodes:
        if isinstance(node, tree.Relation) and node.operators == (r"\perp",):
            yield frozenset(map(symbol_key, node.operands))


def _moment_stated(node: tree.Relation, model: Model) -> KnownChance | None:
    """A known expectation, variance or covariance."""
    left, value = node.operands
    of_moment = isinstance(left, tree.Application) and measure_of(left, model) in {"E", "Var", "Cov"}
    return (left, value) if of_moment and isinstance(left, tree.Application) else None


def known_quantities(model: Model) -> tuple[tree.Relation, ...]:
    """What the model says of probabilities: `P(D) = 0.01`."""
    names = model.names.values()
    stated = (
        (one.quantity, one.body)
        for one in names
        if one.quantity is not None and one.body is not None and not speaks_of_chance(one.body, model)
    )
    return tuple(tree.Relation(pair, ("=",)) for pair in stated)


def independences(model: Model, node: tree.Node, givens: Sequence[tree.Node]) -> Iterator[tree.Relation]:
    r"""What `A \perp B` and `A \perp B \mid C` say of events, which a formula speaks of: P(A ∩ B) = P(A) P(B)."""
    named = {*_named_events(node, model)}
    stated = [one for name in model.names.values() if name.kind == "event" for one in name.domain]
    for one in (*stated, *(one for one in givens if named.issuperset(_names_in(tree.Tuple(one.children))))):
        if isinstance(one, tree.Relation) and one.operators in {(r"\perp",), (r"\perp", r"\mid")}:
            sides = one.operands[:2]
            both = _probability_of(tree.SetOperation(sides, (r"\cap",)), one.operands[2:])
            parts = tuple(_probability_of(side, one.operands[2:]) for side in sides)
            yield tree.Relation((both, tree.Product(parts, (r"\cdot",))), ("=",))


def _probability_of(event: tree.Node, given: tuple[tree.Node, ...]) -> tree.Application:
    argument = tree.Parted(event, given[0]) if given else event
    return tree.Application(tree.Symbol("P"), None, (argument,))


def _states_probability(node: tree.Node) -> bool:
    return isinstance(node, tree.Relation) and isinstance(node.operands[0], tree.Application)


def _names_in_all(node: tree.Node, model: Model) -> Iterator[str]:
    if _states_probability(node):
        yield from _named_events(node, model)
    else:
        for part in node.children:
            yield from _names_in(part)


def _named_events(node: tree.Node, model: Model) -> Iterator[str]:
    for _, part in tree.walk(node):
        if isinstance(part, tree.Application) and measure_of(part, model) == "P":
            for argument in part.arguments:
                yield from _names_in(argument)


def _names_in(event: tree.Node) -> Iterator[str]:
    match event:
        case tree.Relation():
            yield from (_relation_key(*link) for link in _links(event))
        case tree.Symbol() | tree.UprightWords():
            if _plain_key(event) != r"\Omega":
                yield _plain_key(event)
        case _:
            for child in event.children:
                yield from _names_in(child)


def _levels(node: tree.Node, model: Model) -> Iterator[Level]:
    """The comparisons of a random quantity with a number in the probabilities of a formula."""
    for _, part in tree.walk(node):
        if isinstance(part, tree.Application) and measure_of(part, model) == "P":
            for _, inner in tree.walk(part):
                if isinstance(inner, tree.Relation):
                    yield from filter(None, (_level(*link) for link in _links(inner)))


def _level(left: tree.Node, sign: str, right: tree.Node) -> Level | None:
    plain = _OPPOSITES.get(sign, sign)
    number = -right.operand.value if isinstance(right, tree.Signed) and _is_number(right.operand) else None
    if isinstance(right, tree.Number):
        number = right.value
    if not isinstance(left, tree.Symbol) or number is None or plain not in ("=", r"\ge", r"\le"):
        return None
    return Level(_relation_key(left, sign, right), symbol_key(left), plain, number)


def _is_number(node: tree.Node) -> TypeGuard[tree.Number]:
    return isinstance(node, tree.Number)


def _plain_key(node: tree.Symbol | tree.UprightWords) -> str:
    if isinstance(node, tree.UprightWords):
        return rf"\text{{{node.text.strip()}}}"
    return symbol_key(_without_bar(node) or node)


def _without_bar(node: tree.Symbol) -> tree.Symbol | None:
    r"""A of `\bar{A}`."""
    if node.accents[:1] not in {("bar",), ("overline",)}:
        return None
    return tree.Symbol(node.name, node.style, node.accents[1:], node.subscript, node.marks, node.superscript)


def _links(node: tree.Relation) -> Iterator[tuple[tree.Node, tree.RelationSign, tree.Node]]:
    yield from node.links


def _relation_key(left: tree.Node, sign: str, right: tree.Node) -> str:
    return f"{write_latex(left)} {_OPPOSITES.get(sign, sign)} {write_latex(right)}"


# ── events as outcomes ────────────────────────────────────────────────────────────────────────────────────────────────


def _impossible(relation: tree.Relation, experiment: Experiment) -> Outcomes:
    """What a relation between events rules out."""
    ruled_out: Outcomes = frozenset()
    for left, sign, right in _links(relation):
        one, other = outcomes(left, experiment), outcomes(right, experiment)
        ruled_out |= one ^ other if sign == "=" else one - other
    return ruled_out


def outcomes(event: tree.Node, experiment: Experiment) -> Outcomes:  # noqa: PLR0911 - a row per kind
    """The outcomes with which an event happens. Raises Untranslatable."""
    match event:
        case tree.Group(body=body) | tree.Annotated(body=body):
            return outcomes(body, experiment)
        case tree.Constant(name=r"\emptyset"):
            return frozenset()
        case tree.Symbol() if symbol_key(event) == r"\Omega":
            return experiment.everything
        case tree.Symbol() | tree.UprightWords():
            inner = experiment.happens(_plain_key(event))
            barred = isinstance(event, tree.Symbol) and _without_bar(event) is not None
            return experiment.everything - inner if barred else inner
        case tree.Complement(operand=operand) | tree.Negation(operand=operand) | tree.Overline(body=operand):
            return experiment.everything - outcomes(operand, experiment)
        case tree.Listing(items=items):
            return frozenset.intersection(*(outcomes(one, experiment) for one in items))
        case tree.SetOperation(operands=operands, operators=operators):
            return _combined(operands, operators, experiment)
        case tree.Logic(operands=operands, operators=operators):
            return _combined(operands, operators, experiment)
        case tree.Relation():
            return frozenset.intersection(*(_of_link(link, experiment) for link in _links(event)))
        case _:
            raise Untranslatable(f"{write_latex(event)} as an event")


def _of_link(link: tuple[tree.Node, str, tree.Node], experiment: Experiment) -> Outcomes:
    inner = experiment.happens(_relation_key(*link))
    return experiment.everything - inner if link[1] in _OPPOSITES else inner


_UNIONS = frozenset({r"\cup", r"\lor", "or"})
_SECTIONS = tree.AND | {r"\cap"}


def _combined(operands: tuple[tree.Node, ...], operators: tuple[str, ...], experiment: Experiment) -> Outcomes:
    if len(set(operators)) > 1:
        raise Untranslatable("events joined by different signs: put brackets around those that belong together")
    total = outcomes(operands[0], experiment)
    for sign, operand in zip(operators, operands[1:], strict=True):
        other = outcomes(operand, experiment)
        if sign in _UNIONS:
            total |= other
        elif sign in _SECTIONS:
            total &= other
        elif sign == r"\setminus":
            total -= other
        else:
            raise Untranslatable(f"{sign} between events")
    return total
