r"""The rules for conditions behind what they are about: in brackets, behind a comma, or behind a quantifier.

Laws:
- What bounds a name is a condition; behind a comma it stands apart, and what it speaks of was spoken of before.
- A remark stands apart behind a statement, begins with what was done, and has no word that says or denies something.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast

from mathora.formula import tree as t
from mathora.formula.reader.cursor import RELATION, WORD, Cursor
from mathora.formula.reader.tokens import END
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.chance import PROBABILITIES

if TYPE_CHECKING:
    from mathora.formula.tree import Node


def condition(cursor: Cursor, left: Node) -> Node:
    r"""`… \quad (n \ne -1)`: a condition in brackets behind a statement."""
    held = cursor.factor()
    return t.Logic((left, held), ("()",), span=t.through(left, held))


def for_all(cursor: Cursor, left: Node) -> Node:
    r"""`… \quad \forall x > 0`: a quantifier behind what it is about."""
    cursor.take()
    bound = cursor.expression(WORD)
    return t.Logic((left, bound), (r"\forall",), span=t.through(left, bound))


def hypotheses(cursor: Cursor, name: t.Symbol) -> Node:
    r"""`H_0 \colon \mu = 100`, and others behind a comma or `\text{ vs. }`: each is a statement with a name."""
    cursor.take()
    cursor.forget([symbol_key(name)])
    said = cursor.expression(WORD)
    first = t.Logic((name, said), (":",), span=t.through(name, said))
    sign = cursor.token.text.strip()
    if sign not in {",", *t.AGAINST}:
        return first
    cursor.take()
    other = cursor.expression(RELATION)
    if not isinstance(other, t.Symbol) or cursor.token.text not in {":", r"\colon"}:
        cursor.fail(cursor.token, "syntax", "a hypothesis, and behind it none", r"write H_1 \colon \mu \ne 100")
    rest = hypotheses(cursor, other)
    if sign == ",":
        return t.Listing(
            (first, *(rest.items if isinstance(rest, t.Listing) else (rest,))), span=t.through(first, rest)
        )
    return t.Logic((first, rest), (cast("t.LogicSign", sign),), span=t.through(first, rest))


def conditioned(cursor: Cursor, left: Node) -> Node | None:
    r"""`…, \quad x > 0`: what stands apart behind a comma and bounds names is a condition of what is before."""
    start, unknown = cursor.index, list(cursor.unknown)
    if cursor.ahead(1).text == r"\forall" and all(one.text not in (":", r"\colon") for one in cursor.tokens[start:]):
        cursor.take()
        return for_all(cursor, left)
    if cursor.ahead(1).spaced and isinstance(left, t.Relation):
        cursor.take()
        held = [cursor.expression()]
        while isinstance(held[-1], t.Symbol) and t.mentions(left, held[-1]) and cursor.accept(","):
            held.append(cursor.expression())
        bounds = _is_condition(cursor, held[-1], left)
        while bounds and isinstance(held[-1], t.Relation) and cursor.accept(","):  # and `x \ge 0, y \ge 0`
            held.append(cursor.expression())
            bounds = _is_condition(cursor, held[-1], left)
        if bounds and cursor.token.text != ",":
            bound = t.Listing(tuple(held), span=t.through(held[0], held[-1])) if held[1:] else held[0]
            return t.Logic((left, bound), (",",), span=t.through(left, bound))
    cursor.index, cursor.unknown = start, unknown
    return None


def remark(cursor: Cursor, left: Node) -> Node | None:
    r"""`x = 2 \quad \text{divide by } 2`: words apart behind a statement that tell of the step; None if they claim."""
    before = cursor.tokens[cursor.index - 1]
    apart = before.text == "&" or "quad" in cursor.text.value[before.stop : cursor.token.start]  # \, is before a unit
    if not (apart and isinstance(left, t.Relation | t.Logic | t.Congruence)):
        return None
    parts: list[Node] = []
    while cursor.token.kind == "text":
        told = re.findall(r"\w+", cursor.token.text.lower())
        if _CLAIMING & {*told} or not (parts or _STEPS & {*told[:1]}):
            return None
        words = cursor.take()
        parts.append(t.UprightWords(words.text, span=cursor.span(words)))
        if cursor.token.text not in _BEHIND_REMARK and cursor.token.kind not in {"text", "end", END}:
            parts.append(cursor.expression(RELATION))
    beside: list[t.Times] = ["" for _ in parts[1:]]
    note = t.Product(tuple(parts), tuple(beside), span=t.through(parts[0], parts[-1])) if beside else parts[0]
    return t.Logic((left, note), ("",), span=t.through(left, note))


_STEPS: Final = frozenset([
    "add", "adding", "subtract", "subtracting", "multiply", "multiplying", "divide", "dividing", "halve", "double",
    "expand", "expanding", "factor", "factoring", "factorise", "factorize", "simplify", "simplifying", "collect",
    "combine", "cancel", "cancelling", "group", "split", "swap", "rearrange", "rewrite", "substitute", "substituting",
    "substitution", "insert", "complete", "completing", "squaring", "take", "taking", "move", "isolate", "distribute",
    "apply", "applying", "use", "using", "by", "from", "with", "differentiate", "differentiating", "integrate",
    "integrating", "definition", "induction", "distributive", "associative", "commutative", "chain", "product",
    "quotient", "power", "sum", "binomial", "addiere", "subtrahiere", "multipliziere", "dividiere", "teile", "halbiere",
    "verdopple", "erweitere", "kürze", "kürzen", "ausmultiplizieren", "ausklammern", "zusammenfassen", "vereinfache",
    "vereinfachen", "umformen", "einsetzen", "ersetze", "quadriere", "quadrieren", "vertausche", "nach", "mit", "durch",
    "ableiten", "integrieren", "kettenregel", "produktregel", "quotientenregel", "distributivgesetz",
])  # fmt: skip
"""Words with which a remark on a step begins."""

_BEHIND_REMARK: Final = frozenset({r"\\", ",", ")", "}"})
_CLAIMING: Final = frozenset([
    "is", "are", "has", "not", "no", "never", "false", "wrong", "incorrect", "impossible", "unless", "except", "only",
    "if", "when", "where", "provided", "all", "every", "ist", "sind", "hat", "nicht", "kein", "keine", "nie", "falsch",
    "unmöglich", "außer", "nur", "falls", "wenn", "wo", "alle", "jede", "jedes", "doesn", "isn", "aren", "cannot",
    "contradiction", "true", "hold", "holds", "error", "mistake", "widerspruch", "wahr", "gilt", "stimmt", "fehler",
    "equals", "gives", "yields", "untrue", "fails", "hence", "thus", "therefore", "so", "then", "ergibt", "also",
])  # fmt: skip
"""Words that say more than how a step was done."""


def _is_condition(cursor: Cursor, node: Node, left: Node) -> bool:
    return _bounds_a_name(cursor, node, left) or _keeps_off(cursor, node, left)


def _bounds_a_name(cursor: Cursor, node: Node, left: Node) -> bool:
    """Whether a relation is of a name that may be any, or of several alone; of one with a value it is a claim."""
    if not isinstance(node, t.Relation) or not set(node.operators) <= _BOUNDS:
        return False
    sides = [one.body if isinstance(one, t.Absolute) else one for one in node.operands]
    names = [one for one in sides if isinstance(one, t.Symbol) or _is_probability(one)]
    alone = len(names) == 1 or len(names) == len(sides)
    fixed = all(isinstance(one, t.Symbol) and cursor.is_fixed(one) for one in names)
    behind = cursor.model.spoken_of((left,))  # the n of `P(W = k) > 0, \quad k \le n`, where the law of W has it
    known = all(t.mentions(left, one) or symbol_key(one) in behind for one in names)
    return bool(names) and alone and not fixed and known


def _keeps_off(cursor: Cursor, node: Node, left: Node) -> bool:
    r"""`\det A \ne 0`, where nothing says how large that is; `(x, y) \ne (0, 0)`."""
    match node:
        case t.Relation(operands=(value, t.Number() | t.Tuple()), operators=(r"\ne",)):
            names = t.symbols(value)
            return all(t.mentions(left, one) for one in names) and not all(cursor.is_fixed(one) for one in names)
        case _:
            return False


def _is_probability(node: Node) -> bool:
    """`P(B)` of the condition `P(B) > 0`."""
    head = node.head if isinstance(node, t.Application) else None
    return isinstance(head, t.Symbol) and (head.name, head.style) in PROBABILITIES


_BOUNDS: Final = frozenset({"<", ">", r"\le", r"\ge", r"\ne", r"\in"})
