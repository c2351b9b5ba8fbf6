r"""The rules for operators between operands: sums, products, fractions with a slash, relations, logic.

Laws:
- Chains and sums are flat: one node for `a = b = c`, one for `a + b - c`.
- Adjacency binds tighter than `\cdot`, `\cdot` and `/` tighter than `+`. What readers are known to disagree on is
  refused: `1/2x`, `a/b/c`, `2\tfrac12`, a derivative followed by `\cdot`.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast

from mathora.formula import tree as t
from mathora.formula.predicates.predicates import has_object, is_predicate, second_of
from mathora.formula.reader import commands
from mathora.formula.reader.ambiguities import (
    refuse_after_operator,
    refuse_before_remainder,
    refuse_escape,
    refuse_neighbours,
    refuse_stars,
)
from mathora.formula.reader.conditions import remark
from mathora.formula.reader.cursor import ADD, ADJACENT, ARROW, RELATION, SETS, TIMES, WORD, Cursor
from mathora.formula.symbols.functions import EXTREMA
from mathora.formula.tree.canonical_latex import write_latex

if TYPE_CHECKING:
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree import Node


def sign(cursor: Cursor, token: Token) -> Node:
    """`-x`: the sign belongs to the whole product behind it."""
    operand = cursor.expression(ADD)
    refuse_before_remainder(cursor, token, token.text, operand)
    return t.Signed(cast("t.Sign", token.text), operand, span=cursor.span(token))


def addition(cursor: Cursor, left: Node) -> Node:
    """`a + b - c` in one node; what an operator in front has bound may not be mentioned behind it."""
    terms, operators = [left], []
    while (token := cursor.token).kind == "mark" and token.text in commands.SIGNS:
        cursor.take()
        operators.append(cast("t.Sign", token.text))
        terms.append(cursor.expression(ADD))
        refuse_escape(cursor, token, terms)
        refuse_before_remainder(cursor, token, f"{write_latex(terms[-2])} {token.text} ", terms[-1])
    return t.Addition(tuple(terms), tuple(operators), span=t.through(left, terms[-1]))


def product(cursor: Cursor, left: Node) -> Node:
    r"""`a \cdot b \times c`, `f * g` of functions: read from the left."""
    factors = [left]
    operators: list[t.Times] = []
    while (token := cursor.token).text in commands.TIMES:
        if r"\bmod" in (token.text, *operators) and operators:
            cursor.fail(token, "syntax", r"\bmod beside another sign", "put brackets around what belongs together")
        refuse_after_operator(cursor, token, factors[-1])
        cursor.take()
        if token.text == cursor.token.text == "*":
            cursor.fail(token, "syntax", "expected an operator, found '*'", "write ^ for a power: x^2")
        operators.append(cast("t.Times", token.text))
        factors.append(cursor.expression(TIMES))
        if token.text == "*":
            refuse_stars(cursor, token, factors[-2:])
    return t.Product(tuple(factors), tuple(operators), span=t.through(left, factors[-1]))


def slash(cursor: Cursor, left: Node) -> Node:
    r"""`a/b`, `a \div b`: below it stands one factor only."""
    token = cursor.take()
    refuse_after_operator(cursor, token, left)
    if isinstance(left, t.Quotient) and left.style in ("/", "div"):
        a, b = write_latex(left.numerator), write_latex(left.denominator)
        cursor.ambiguous(token, "a fraction of a fraction", f"({a}/{b})/…", f"{a}/({b}/…)")
    below = cursor.expression(TIMES)
    if isinstance(below, t.Product) and not below.operators[0]:
        a, first = write_latex(left), write_latex(below.factors[0])
        rest = write_latex(below.with_children(below.children))[len(first) :].strip()
        cursor.ambiguous(
            token, f"{a}/{write_latex(below)}", rf"\frac{{{a}}}{{{first}}} {rest}", rf"\frac{{{a}}}{{{first}{rest}}}"
        )
    span = t.through(left, below)
    if isinstance(left, t.Differential) and isinstance(below, t.Differential) and token.text == "/":
        return t.Derivative(left.sign, left.variable, (below.variable,), (1,), inline=True, style="/", span=span)
    return t.Quotient(left, below, "/" if token.text == "/" else "div", span=span)


def adjacent(cursor: Cursor, left: Node) -> Node:
    """`2xy`: factors side by side in one node."""
    factors = [left]
    while True:
        infix = cursor.infix()
        if infix is None or infix.power != ADJACENT or infix.rule is not adjacent:
            break
        token = cursor.token
        factor = cursor.value(cursor.factor(), token)
        held_bar = any(isinstance(one, t.Absolute) for one in factors)
        refuse_neighbours(cursor, token, factors[-1], factor, held_bar=held_bar)
        factors.append(factor)
    if len(factors) == 1:
        return left
    return t.side_by_side(factors, t.through(left, factors[-1]))


def relation(cursor: Cursor, left: Node) -> Node:
    """`a = b < c` in one node. Behind `∈` and `⊂` a pair in brackets is an interval."""
    operands, operators = [left], []
    while (token := cursor.token).kind == "mark" and token.text in commands.RELATIONS:
        if token.text == "\\mid" and (cursor.inside("\\}") or cursor.at_parting()):
            break
        cursor.take()
        operators.append(cast("t.RelationSign", token.text))
        operand = cursor.expression(RELATION)
        operands.append(t.as_set(operand) if token.text in commands.MEMBERSHIP else operand)
    if any(isinstance(operand, _SETS) for operand in operands):
        operands = [*map(t.as_set, operands)]
    return t.Relation(tuple(operands), tuple(operators), span=t.through(left, operands[-1]))


_SETS = t.SetBuilder | t.SetOperation | t.IntervalSet


def set_operation(cursor: Cursor, left: Node) -> Node:
    r"""`A \cup B`; a pair in brackets is an interval."""
    operands, operators = [t.as_set(left)], []
    while (token := cursor.token).text in commands.SET_OPERATORS:
        cursor.take()
        operators.append(cast("t.SetOperator", token.text))
        operands.append(t.as_set(cursor.expression(SETS)))
    return t.SetOperation(tuple(operands), tuple(operators), span=t.through(left, operands[-1]))


def arrow(cursor: Cursor, left: Node) -> Node:
    r"""`p \Rightarrow q`."""
    operands, operators = [left], []
    while (token := cursor.token).text in t.ARROWS:
        cursor.take()
        operators.append(token.text)
        operands.append(cursor.expression(ARROW))
    return t.Logic(tuple(operands), tuple(operators), span=t.through(left, operands[-1]))


def connective(cursor: Cursor, left: Node) -> Node:
    r"""`p \land q`, `p \text{ or } q`."""
    operands, operators = [left], list[t.LogicSign]()
    while True:
        token = cursor.token
        word = token.text.strip(" ,") if token.kind == "text" else token.text
        if token.kind == "text" and is_predicate(word):
            operands[-1] = _predicate(cursor, operands[-1])
            continue
        if not (word in commands.CONNECTIVE_WORDS and token.kind == "text") and word not in commands.CONNECTIVES:
            break
        cursor.take()
        operators.append(cast("t.LogicSign", word))
        operands.append(constraints(cursor) if word in SUBJECT else cursor.expression(WORD))
    if not operators and operands == [left]:
        if (told := remark(cursor, left)) is not None:
            return told
        cursor.fail(
            cursor.token, "syntax", f"the words {cursor.found(cursor.token)} behind a value",
            "a unit is written by its sign, such as m, kg, km/h; what joins statements is and, or, if, for all",
        )  # fmt: skip
    return _joined(operands, operators)


SUBJECT: Final = frozenset({"s.t.", "subject to"})


def constraints(cursor: Cursor) -> Node:
    r"""All that stands behind `\text{subject to}`, parted by commas."""
    first = cursor.expression(WORD)
    return listing(cursor, first) if cursor.token.text == "," else first


def _predicate(cursor: Cursor, subject: Node) -> Node:
    r"""`n \text{ is even}`, `f \text{ is increasing on } [0, 1]`."""
    token = cursor.take()
    words = t.UprightWords(token.text, span=cursor.span(token))
    if not has_object(token.text):
        return t.Product((subject, words), ("",), span=t.through(subject, words))
    factors, behind = [subject, words, cursor.expression(WORD)], second_of(token.text)
    if cursor.token.kind == "text" and cursor.token.text.strip() in behind:
        second = cursor.take()
        factors += [t.UprightWords(second.text, span=cursor.span(second)), cursor.expression(WORD)]
    beside: list[t.Times] = ["" for _ in factors[1:]]
    return t.Product(tuple(factors), tuple(beside), span=t.through(subject, factors[-1]))


def _joined(operands: list[Node], operators: list[t.LogicSign]) -> Node:
    """What words join: what binds equally in one chain, what binds more closely inside."""
    level = next((one for one in commands.LOOSENESS if one & {*operators} and {*operators} - one), frozenset())
    ends = [-1, *(at for at, sign in enumerate(operators) if sign in level), len(operators)]
    if level:
        operands = [_joined(operands[low + 1 : high + 1], operators[low + 1 : high]) for low, high in pairwise(ends)]
        operators = [operators[at] for at in ends[1:-1]]
    if not operators:
        return operands[0]
    return t.Logic(tuple(operands), tuple(operators), span=t.through(operands[0], operands[-1]))


def portion(cursor: Cursor, left: Node) -> Node:
    r"""`15\% \text{ of } 200`: a product."""
    token = cursor.take()
    if not isinstance(left, t.Percent | t.Quotient):
        cursor.fail(token, "syntax", "'of' behind what is no percentage or fraction", r"write \cdot")
    whole = cursor.expression(TIMES)
    return t.Product((left, whole), ("of",), span=t.through(left, whole))


def congruence(cursor: Cursor, left: Node) -> Node:
    r"""`a \equiv b \pmod n`, or `\mod n`, behind which a term stands as it is."""
    token = cursor.take()
    modulus = cursor.expression(RELATION) if token.text == r"\mod" else argument(cursor)
    signs = set(left.operators) if isinstance(left, t.Relation) else {one.text for one in cursor.tokens}
    if not signs >= {r"\equiv"} or (isinstance(left, t.Relation) and not signs <= {r"\equiv", "="}):
        cursor.fail(
            token, "syntax", f"{token.text} behind what is no congruence", r"write a \equiv b \pmod{n}, or a \bmod n"
        )
    return t.Congruence(left, modulus, span=cursor.span(token))


def argument(cursor: Cursor) -> Node:
    r"""What a command or script takes: `{…}`, or one token (of `\frac12` one digit)."""
    token = cursor.token
    if cursor.accept("{"):
        with cursor.within("}"):
            inner = cursor.expression()
            if cursor.token.text == ",":
                inner = listing(cursor, inner)
        cursor.expect("}", "to close the braces")
        return inner
    if token.kind == "number" and len(token.text) > 1:
        digit, rest = token.text[0], token.text[1:]
        if not rest.isdigit():
            cursor.fail(
                token, "syntax", f"only the first digit of {token.text} belongs here in LaTeX", "put braces around it"
            )
        cursor.tokens[cursor.index : cursor.index + 1] = [
            token._replace(text=digit, stop=token.start + 1),
            token._replace(text=rest, start=token.start + 1),
        ]
    token = cursor.take()
    if token.kind == "number":
        return t.Number(token.text, span=cursor.span(token))
    if token.kind == "letter":
        return cursor.grammar.letter(cursor, token._replace(side="alone"))
    label = bool(cursor.indexing) and token.text[1:] in EXTREMA  # x_\max
    if token.kind not in ("text", "operatorname") and token.text[1:] not in _ALONE and not label:
        cursor.fail(
            token, "syntax", f"{cursor.found(token)} cannot stand here alone", "put braces around what belongs here"
        )
    return cursor.atom(token)


_DOTS = {word[1:] for word in commands.DOTS}
_ALONE: Final = commands.ACCENTS | commands.STYLES | _DOTS | {"infty", "emptyset", "answer"}


def script_argument(cursor: Cursor, mark: str) -> Node:
    """What stands behind `^` or `_`; `x^12` is refused, since LaTeX raises the 1 only."""
    token = cursor.token
    if token.kind == "number" and len(token.text) > 1:
        digit = token.text[0]
        cursor.fail(token, "syntax", f"LaTeX takes only the {digit} behind {mark}", f"write {mark}{{{token.text}}}")
    return argument(cursor)


def listing(cursor: Cursor, first: Node) -> Node:
    """`a, b, c` without brackets; in `a, b > 0` the relation is of both names."""
    items = [first]
    while cursor.accept(","):
        item = cursor.expression()
        if isinstance(item, t.Relation) and all(isinstance(one, t.Symbol) for one in (*items, item.operands[0])):
            listed = t.Listing((*items, item.operands[0]), span=t.through(first, item.operands[0]))
            items, item = [], t.Relation((listed, *item.operands[1:]), item.operators, span=t.through(first, item))
        items.append(item)
    return items[0] if len(items) == 1 else t.Listing(tuple(items), span=t.through(first, items[-1]))
