r"""What surely happens, or never: by a domain, or as its chance is said.

Owns: `with_sure_orders`, `is_sure`, `values_of`; `outside`, the refutation of what cannot be.

| known | belied |
| --- | --- |
| `0 \le X \le 1`, `P(X \le 1) = 1`, `P(X > 1) = 0` | `P(X > 2) = 0.5`, `P(X > 2 \mid Y = 1) = 0.5` |
| `0 \le X \le 1`, `0 \le Y \le 1` | `P(X + Y > 2) = 0.1` |
| `X \in \{0, 1\}` | `P(X = 5) = 0.3` |
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from mathora.formula import Model, Name, symbol_key, tree, write_latex
from mathora.formula.tree.chance import measure_of
from mathora.formula.tree.defining import stated
from mathora.formula.tree.rational import TURNED, in_digits, rational, worked_out
from mathora.formula.tree.regrouping import denied
from mathora.prove.judge.by_rules import holds_by_rules
from mathora.prove.kernel import Claim
from mathora.prove.verdict import Verdict, refuted


def with_sure_orders(model: Model) -> Model:
    r"""The model with what surely happens as the domain of what it speaks of: `P(X \ge 0) = 1`, `P(X < 0) = 0`."""
    names = {key: _with_range(name) for key, name in model.names.items()}
    for one in stated(model):
        order = _sure_order(one, model)
        ends = [one for one in order.operands if isinstance(one, tree.Symbol)] if order is not None else []
        key = symbol_key(ends[0]) if len(ends) == 1 else ""
        if order is not None and key in names and order not in names[key].domain:
            names[key] = replace(names[key], domain=(*names[key].domain, order))
    return Model(names)


def is_sure(said: tree.Relation) -> bool:
    """Whether what is said is that a value is 0 or 1."""
    return rational(said.operands[1]) in {0, 1}


def _sure_order(said: tree.Relation, model: Model) -> tree.Relation | None:
    """The order that surely holds by what is said of a chance, the name left of it."""
    match said.operands:
        case tree.Application(arguments=(tree.Relation() as event,)) as left, right if measure_of(left, model) == "P":
            sure = event if rational(right) == 1 else denied(event) if rational(right) == 0 else None
        case _:
            return None
    match sure:
        case tree.Relation(operands=(one, tree.Symbol() as other), operators=(sign,)) if sign in TURNED:
            return tree.Relation((other, one), (TURNED[sign],))
        case tree.Relation(operators=signs) if {*signs} <= TURNED.keys() or signs == (r"\in",):
            return sure
        case _:
            return None


def _with_range(name: Name) -> Name:
    r"""A name with the least and the greatest of the numbers that it is one of: `X \in \{0, 1\}`."""
    values = values_of(name)
    if not values or any(len(one.operands) > 2 for one in name.domain if isinstance(one, tree.Relation)):  # noqa: PLR2004 - it has a range
        return name
    ends = (in_digits(min(values)), name.symbol, in_digits(max(values)))
    return replace(name, domain=(*name.domain, tree.Relation(ends, (r"\le", r"\le"))))


def values_of(name: Name) -> list[Fraction]:
    r"""The numbers of which a name is one by its domain, such as `X \in \{0, 1\}`; none where it does not say them."""
    for relation in name.domain:
        match relation:
            case tree.Relation(operands=(tree.Symbol(), tree.SetLiteral(items=items)), operators=(r"\in",)):
                if (found := tree.all_known(map(worked_out, items))) is not None:
                    return [*found]
            case _:
                pass
    return []


def outside(said: tree.Relation, claim: Claim) -> Verdict | None:
    """The refutation of a chance of what surely happens, or never, by the domain: `X > 2` of X between 0 and 1."""
    left, right = said.operands[:2]
    number = rational(right)
    if not isinstance(left, tree.Application) or measure_of(left, claim.model) != "P" or number is None:
        return None
    events = [one.left if isinstance(one, tree.Parted) else one for one in left.arguments]
    for event in events:
        chance = _chance_by_domains(event, claim)
        if (chance == 0 and number != 0) or (chance == 1 and number != 1 and len(events) == 1):
            return refuted(f"by what is known, {write_latex(event)} {'never happens' if chance == 0 else 'is sure'}")
    return None


def _chance_by_domains(event: tree.Node, claim: Claim) -> int | None:
    """1 of what always holds of numbers in the domains of random quantities, 0 of what never does."""
    symbols = {*tree.symbols(event)}
    names = [name for one in symbols if (name := claim.model.named(one)) is not None and name.domain]
    if not isinstance(event, tree.Relation) or not names:
        return None
    match event:
        case tree.Relation(operands=(tree.Symbol() as of, value), operators=("=",)):
            known = claim.model.named(of)
            values = values_of(known) if known else []
            if values and worked_out(value) not in {*values, None}:
                return 0
        case _:
            pass
    model = Model({**claim.model.names, **{name.key: replace(name, kind="real") for name in names}})
    for sure, one in ((1, event), (0, denied(event))):
        if one is not None and holds_by_rules(replace(claim, node=one, model=model)):
            return sure
    return None
