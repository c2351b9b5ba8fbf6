r"""What a model says of the members of a family: of `y_3`, where `y_k \ge 0` is declared.

Owns: `family_of`, `said_of_member`, `said_of_members`.

Law: what is said of `y_k` holds for each whole number k.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from mathora.formula import tree as t
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import says_all_apart
from mathora.formula.tree.model import Model, Name
from mathora.formula.tree.substitution import substituted

_APART: Final[t.RelationSign] = r"\perp"


def family_of(key: str, model: Model) -> Name | None:
    """The family without values, `y_k`, that a name with a number is a member of; None if it is declared itself."""
    base, _, index = key.partition("_")
    if key in model or not index.strip("{}").isdigit():
        return None
    own = (one for one in model.names.values() if isinstance(one.symbol.subscript, t.Symbol) and one.body is None)
    return next((one for one in own if one.key.partition("_")[0] == base), None)


def said_of_member(key: str, model: Model) -> tuple[t.Node, ...]:
    """The family's domain at the member's number."""
    family = family_of(key, model)
    if family is None or not isinstance(letter := family.symbol.subscript, t.Symbol):
        return ()
    number = t.Number(key.partition("_")[2].strip("{}"))
    alone = (one for one in family.domain if not _says_all_apart(one))
    own = (t.replaced(one, family.symbol, replace(family.symbol, subscript=number)) for one in alone)
    return tuple(said for one in own if (said := substituted(one, letter, number)) is not None)


def said_of_members(node: t.Node, model: Model) -> tuple[t.Node, ...]:
    """The same of all members that a formula speaks of, each once; and that they are independent, if they are."""
    symbols = dict.fromkeys(t.symbols(node))
    said = [one for symbol in symbols for one in said_of_member(symbol_key(symbol), model)]
    families = {symbol: family_of(symbol_key(symbol), model) for symbol in symbols}
    for family in dict.fromkeys(
        one.key for one in families.values() if one is not None and any(map(_says_all_apart, one.domain))
    ):
        own = tuple(symbol for symbol, one in families.items() if one is not None and one.key == family)
        signs = (_APART,) * (len(own) - 1)
        said += [t.Relation(own, signs)] if signs else []
    return tuple(dict.fromkeys(said))


def _says_all_apart(node: t.Node) -> bool:
    return isinstance(node, t.Relation) and says_all_apart(node)
