r"""LaTeX → tree: a strict Pratt reader that asks the lesson's model what a name is, and refuses what it cannot decide.

Owns: `read`, and the grammar as one table: which rule reads what.

Laws:
- Every name is declared in the model, bound by an operator, or the fresh left side of a definition; else it is a fault.
- Nothing is skipped or guessed: the whole text is read, or `Faulty` says where it ends and why.
- Only `Faulty` comes out; time and memory are bounded by the number of tokens.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Final, TypeGuard, cast

from mathora.formula import tree as t
from mathora.formula.inspection.logarithms import same_for_each_base
from mathora.formula.inspection.naming import is_landau
from mathora.formula.linear_algebra.known_names import known_by_spelling
from mathora.formula.reader import (
    brackets,
    calculus,
    commands,
    conditions,
    derivatives,
    functions,
    layout,
    standard_functions,
    terms,
    units,
    words_read,
)
from mathora.formula.reader import names_read as symbols
from mathora.formula.reader.cursor import (
    ADD,
    ADJACENT,
    ARROW,
    MODULUS,
    RELATION,
    SETS,
    TIMES,
    WORD,
    Cursor,
    Grammar,
    Infix,
)
from mathora.formula.reader.lookahead import introduced_with_primes
from mathora.formula.reader.quantifiers import quantified
from mathora.formula.reader.slips import refuse_slips
from mathora.formula.reader.tokens import END, Token, tokenize
from mathora.formula.symbols.functions import ACTIVATIONS, WORDS
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.formula.tree.model import Model, Name
from mathora.lesson import Faulty, Text

if TYPE_CHECKING:
    from mathora.formula.tree import Node


def read(text: Text, model: Model, *, placeholder: bool = False) -> t.Formula:
    r"""The formula that `text` (LaTeX without dollars) displays; `placeholder` allows `\answer`. Raises `Faulty`."""
    cursor = Cursor(text, tokenize(text), model, GRAMMAR, placeholder)
    primed = [key for key, one in model.names.items() if one.function or one.kind in {"set", "event"}]
    cursor.primed = introduced_with_primes(cursor.tokens, primed) if "'" in text.value else ()
    refuse_slips(cursor)
    tree = _with_word_said(_statement(cursor), {one for one, _ in cursor.unknown})
    _allow_fresh(cursor, tree)
    cursor.forget(map(symbol_key, known_by_spelling(tree, model) if cursor.unknown else ()))
    if cursor.bare_logarithms and not cursor.unknown and not (_claims_nothing(tree, model) or same_for_each_base(tree)):
        for_all = ", or say it once for all: 'log: e' or 'log: 10' in the script, or in course.yaml"
        cursor.ambiguous(cursor.bare_logarithms[0], r"\log without a base", r"\ln", r"\log_{10}", for_all)
    if cursor.unknown:
        raise Faulty(cursor.unknown_names())
    return t.Formula(text, tree)


@cache
def formula_of_x(latex: str) -> Node:
    """The tree of a formula in x, as the rows of `SYMBOLS` hold them."""
    return read(Text.written(latex), Model({"x": Name("x", t.Symbol("x"))})).tree


def _claims_nothing(tree: Node, model: Model) -> bool:
    r"""Whether a formula holds whatever the base of its logarithms is: a definition, an order of growth, `\propto`."""
    first = t.statements(tree)[0]
    if not isinstance(first, t.Relation) or len(first.operands) != 2:  # noqa: PLR2004 - one link
        return False
    left, right = first.operands
    head = left.head if isinstance(left, t.Application) else left
    declared = model.named(head)
    fresh = isinstance(head, t.Symbol) and (declared is None or (declared.function and declared.body is None))
    order = isinstance(right, t.Application) and is_landau(right.head)
    return fresh if first.operators[0] in ("=", ":=") and not order else order or first.operators[0] == r"\propto"


def read_head(text: Text) -> Node:
    """The head of a declaration, `w_1` or `L(w_1, w_2)`, where every name is new. Raises `Faulty`."""
    cursor = Cursor(text, tokenize(text), Model.empty(), GRAMMAR, indexing=1)
    tree = symbols.declared_name(cursor)
    if cursor.token.text == "(" or (cursor.token.text == "[" and functions.measure_head(tree) is not None):
        opened = cursor.take()
        closer = ")" if opened.text == "(" else "]"
        events = functions.of_events(tree)
        arguments = symbols.layered(cursor) or functions.bracketed(cursor, opened, closer, events=events)
        tree = t.Application(tree, None, arguments, span=t.Span(0, cursor.tokens[cursor.index - 1].stop))
    if cursor.token.kind != END:
        plain = r"write one name, such as w_1 or f(x); Greek with a backslash: \theta"
        known = "declare the function alone: a formula may speak of its inverse and of its powers then"
        message = f"expected the end of the name, found {cursor.found(cursor.token)}"
        if word := re.match(r"\s*([A-Za-z]{2,})", text.value):
            plain = rf"these letters are a product; a name of several is a word: \text{{{word[1]}}}, in formulas, too"
            plain = rf"write \{word[1]}, in formulas, too" if f"\\{word[1]}" in commands.GREEK else plain
        elif numbered := re.match(r"\s*([A-Za-z])(\d)(\d*)", text.value):
            index = f"{{{numbered[2]}{numbered[3]}}}" if numbered[3] else numbered[2]
            plain = f"write {numbered[1]}_{index}, in formulas, too"
        cursor.fail(cursor.token, "syntax", message, known if cursor.token.text == "^" else plain)
    return tree


def _statement(cursor: Cursor) -> Node:
    tree = cursor.expression()
    if cursor.token.text in (":", r"\colon"):
        tree = _signature(cursor, tree)
    if cursor.token.text == ",":
        tree = conditions.conditioned(cursor, tree) or terms.listing(cursor, tree)
    if cursor.token.kind != END:
        token = cursor.token
        if token.text[0] == "\\" and token.text[1:].isalpha() and token.text not in _PREFIX.keys() | _INFIX.keys():
            cursor.no_operand(token)
        hint = "punctuation belongs to the sentence around the formula" if token.text in (".", ",", ";") else ""
        hint = hint or commands.MEANT_BY.get(token.text) or "write + or = before it, or leave it out"
        cursor.fail(token, "syntax", f"expected an operator, found {cursor.found(token)}", hint)
    return tree


def _signature(cursor: Cursor, function: Node) -> Node:
    r"""`f \colon A \to B`; behind a statement, what follows from it: `x = 3: \quad x^2 = 9`."""
    if isinstance(function, t.Symbol) and function.name == "H" and function.subscript is not None:
        return conditions.hypotheses(cursor, function)
    cursor.take()
    if isinstance(function, t.Relation | t.Logic):
        said = cursor.expression()
        return t.Logic((function, said), (":",), span=t.through(function, said))
    domain = cursor.expression(RELATION)
    named = isinstance(function, t.Symbol) and (
        symbol_key(function) not in cursor.model or cursor.is_function(function)
    )
    if cursor.token.text not in ((r"\to", r"\mapsto") if named else (r"\to",)):
        hint = (
            r"f(x) = … says what f is; a ratio is a/b; a function f \colon A \to B; a quantifier has one set: "
            r"\forall x, y > 0 : …"
        )
        cursor.fail(cursor.token, "syntax", f"a colon, and behind it no \\to but {cursor.found(cursor.token)}", hint)
    arrow = cast("t.MapArrow", cursor.take().text)
    with cursor.binding([domain] if arrow == r"\mapsto" else []):
        codomain = cursor.expression(RELATION)
    if isinstance(function, t.Symbol):
        cursor.forget([symbol_key(function)])
    return t.Signature(function, domain, codomain, arrow, span=t.through(function, codomain))


def _with_word_said(tree: Node, unknown: Collection[str]) -> Node:
    r"""`\operatorname{ReLU}(z) = …` of a z that nobody knows: the word is a name, and the formula says what it is."""
    match t.statements(tree)[0]:
        case t.Relation(
            operands=(t.Application(head=t.FunctionName(name=word) as head, arguments=(t.Symbol() as z,)) as left, *_),
            operators=("=" | ":=", *_),
        ) if word in ACTIVATIONS and symbol_key(z) in unknown:
            return t.replaced(tree, left, replace(left, head=t.Symbol(word, "operatorname", span=head.span)))
        case _:
            return tree


def _allow_fresh(cursor: Cursor, tree: Node) -> None:
    """Forgets the names that the formula itself introduces: the fresh left sides of `=` or `:=`, and their uses in
    the statements behind, unless they are said by what these introduce.

    A fresh function with its parameters needs `:=` where the model has another one of as many: `g(x) = 1` may as well
    be a slip. So does one that is spelled by a word.
    """
    said = t.statements(tree) if cursor.unknown else ()
    for place, whole in enumerate(said):
        conditioned = isinstance(whole, t.Logic) and {*whole.operators} <= t.CONDITIONS
        statement = whole.children[0] if conditioned else whole
        if not isinstance(statement, t.Relation) or statement.operators[0] not in ("=", ":="):
            continue
        left = statement.operands[0]
        head = introduced(left, statement.operators[0], cursor.model, statement.operands[1]) or _said_in_full(
            left, statement.operands[1]
        )
        if head is None:
            continue
        fresh = symbol_key(head)
        later = {part for one in said[place + 1 :] for _, part in t.walk(one.children[0] if one.children else one)}
        if _of_families_apart(said):
            below = [one.subscript for one in later if isinstance(one, t.Symbol) and one.subscript is not None]
            later -= {inner for one in below for _, inner in t.walk(one)}
        waits = any(part in later for one in statement.operands[1:] for part in t.symbols(one))
        own = range(left.span.stop + 1, tree.span.stop + 1 if waits else statement.span.stop + 1)
        cursor.unknown = [one for one in cursor.unknown if one[0] != fresh or one[1].start in own]
        words = {part for part in t.symbols(statement) if part.style == "text" == head.style}
        words |= {part.head for _, part in t.walk(statement) if isinstance(part, t.Application) and _is_word(part.head)}
        cursor.forget([symbol_key(part) for part in words if symbol_key(part) != fresh])  # they say what a name is
        left = left.body if isinstance(left, t.Component) else left
        placed = left.factors[1:] if isinstance(left, t.Product) and isinstance(left.factors[1], t.Group) else ()
        arguments = left.arguments if isinstance(left, t.Application) else placed
        cursor.forget([symbol_key(part) for one in arguments for part in t.symbols(one)])


def _is_word(head: Node) -> TypeGuard[t.Symbol]:
    return isinstance(head, t.Symbol) and head.style in ("text", "operatorname")


def _of_families_apart(said: Sequence[Node]) -> bool:
    r"""Whether statements say what names are, and no two are members of one family, as `b_n = n`, `b_2 = 7` are."""
    sides = [one.operands for one in said if isinstance(one, t.Relation) and one.operators in (("=",), (":=",))]
    names = [replace(left, subscript=None) for left, _ in sides if isinstance(left, t.Symbol)]
    symbols = (part for one in said for part in t.symbols(one))
    numbered = {replace(one, subscript=None) for one in symbols if isinstance(one.subscript, t.Number)}
    return len(set(names)) == len(said) and not numbered & set(names)


def _said_in_full(left: Node, right: Node) -> t.Symbol | None:
    r"""`\text{ReLU}(z) = \max(0, z)`: a new word of plain letters, each of which stands right of it, too.

    Or `s^2 = \frac1n \sum_i (x_i - \bar x)^2`: a new name, of which data, or numbers, say the square.
    """
    match left.body if isinstance(left, t.Component) else left:
        case t.Power(base=t.Symbol() as head, exponent=t.Number()):
            kinds = {type(part) for _, part in t.walk(right)}
            words = all(part.style == "text" for part in t.symbols(right))
            worked_out = words and len(kinds) > 1  # and not x^2 = 4 of a forgotten x
            return head if t.Big in kinds or worked_out else None
        case t.Application(head=t.Symbol(style="text" | "operatorname") as head, arguments=arguments):
            spoken = {part.name for part in t.symbols(right)}
            return head if all(isinstance(one, t.Symbol) and one.name in spoken for one in arguments) else None
        case _:
            return None


def introduced(left: Node, sign: str, model: Model, right: Node | None = None) -> t.Symbol | None:
    """The name that a left side introduces, if any: alone, with parameters, or a word before what it acts on.

    A signal has its place in square brackets, `y[n]`. Functions that stand right of the sign are no rivals of the new.
    """
    match left:
        case t.Symbol():
            return left
        case t.Product(factors=(t.Symbol(style="operatorname") as head, *_)):
            return head if sign == ":=" or not any(_is_known(part, model) for _, part in t.walk(left)) else None
        case t.Product((t.Symbol() as head, t.Group(t.Symbol(), "[")), ("",)):
            return head
        case t.Application(head=t.Symbol() as head, arguments=arguments):
            parted = any(isinstance(one, t.Parted) for one in arguments)
            by_values = parted and right is not None and all(part.name != "H" for part in t.symbols(right))
            if sign == "=" and (head.style in ("text", "operatorname") or (head.name == "I" and not by_values)):
                return None
            others = (one for one in model.functions.values() if right is None or not t.mentions(right, one.symbol))
            rivals = any(len(one.parameters) == len(arguments) for one in others)
            plain = all(isinstance(one, t.Symbol) for one in arguments)
            return head if sign == ":=" or parted or (plain and not rivals) else None
        case _:
            return None


def _is_known(node: Node, model: Model) -> bool:
    """Whether something has a value, so that what acts on it has one too."""
    name = model.named(node)
    listed = isinstance(node, t.SetLiteral | t.Matrix | t.Tuple | t.Number | t.Constant)
    return listed or (name is not None and name.body is not None)


# ── small rules ──


def _number(cursor: Cursor, token: Token) -> Node:
    digits = re.sub(r"\{,\}|\\,", "", token.text)
    grouped = digits != token.text
    if len(digits) > 1 and digits[0] == "0" and digits[1] != ".":
        plain = re.sub(r"^0+(?=\d)", "", digits)
        hint = rf"write {plain}; thousands are set apart by \, or {{,}}: 1{{,}}000"
        cursor.fail(token, "syntax", f"a number with a leading zero: {digits}", hint)
    return t.Number(digits, grouped, span=t.Span(token.start, token.stop))


def _placeholder(cursor: Cursor, token: Token) -> Node:
    if not cursor.placeholder:
        cursor.fail(
            token,
            "placeholder",
            r"\answer outside of a question's claim",
            "write a value, or what is asked in a question",
        )
    return t.Placeholder(span=cursor.span(token))


def _root(cursor: Cursor, token: Token) -> Node:
    degree = None
    if cursor.accept("["):
        with cursor.within("]"):
            degree = cursor.expression()
        cursor.expect("]", "behind the degree of the root")
    here = cursor.token
    if here.kind == "number" and len(here.text) > 1:
        digits = here.text
        cursor.ambiguous(here, rf"\sqrt{digits}", rf"\sqrt{{{digits}}}", rf"\sqrt{{{digits[0]}}} \cdot {digits[1:]}")
    return t.Root(degree, _value(cursor), span=cursor.span(token))


def _binomial(cursor: Cursor, token: Token) -> Node:
    upper = _value(cursor)
    return t.Binomial(upper, _value(cursor), span=cursor.span(token))


def _value(cursor: Cursor) -> Node:
    start = cursor.token
    return cursor.value(terms.argument(cursor), start)


def _concluded(cursor: Cursor, token: Token) -> Node:
    r"""`\therefore x = 2` in front."""
    said = cursor.expression(WORD)
    blank = t.Blank(span=t.Span(token.start, token.start))
    return t.Logic((blank, said), (cast("t.LogicSign", token.text),), span=cursor.span(token))


# ── the grammar ──

_PREFIX: Final[dict[str, Callable[[Cursor, Token], Node]]] = {
    **dict.fromkeys((r"\frac", r"\tfrac", r"\dfrac"), derivatives.fraction),
    **dict.fromkeys((r"\int", r"\iint", r"\iiint", r"\oint"), calculus.integral),
    **dict.fromkeys((r"\sum", r"\prod", r"\bigcup", r"\bigcap"), calculus.big),
    **{"\\" + word: words_read.command for word in WORDS},
    **{"\\" + word: symbols.accented for word in commands.ACCENTS},
    **{"\\" + word: symbols.styled for word in commands.STYLES},
    **dict.fromkeys(
        (r"\infty", r"\emptyset", r"\top", r"\bot"),
        lambda cursor, token: t.Constant(cast("t.ConstantName", token.text), span=cursor.span(token)),
    ),
    **dict.fromkeys(
        commands.DOTS, lambda cursor, token: t.Dots(cast("t.DotsMark", token.text), span=cursor.span(token))
    ),
    **dict.fromkeys((r"\boxed", r"\cancel", r"\underbrace", r"\overbrace"), layout.annotated),
    **dict.fromkeys((r"\forall", r"\exists"), quantified),
    **dict.fromkeys((r"\therefore", r"\because"), _concluded),
    r"\lnot": lambda cursor, token: t.Negation(cursor.expression(WORD), span=cursor.span(token)),
    r"\arg": calculus.argument_extremum,
    r"\partial": derivatives.partial,
    r"\nabla": derivatives.nabla,
    r"\lim": calculus.limit,
    r"\sqrt": _root,
    r"\binom": _binomial,
    r"\answer": _placeholder,
    "(": brackets.round_bracket,
    "[": brackets.square_bracket,
    "{": brackets.brace,
    r"\{": brackets.set_bracket,
    "|": brackets.bar,
    r"\|": brackets.bar,
    r"\langle": brackets.inner_product,
    r"\lfloor": brackets.rounded,
    r"\lceil": brackets.rounded,
    ".": brackets.open_dot,
    "begin": layout.environment,
    "text": words_read.text,
    "operatorname": words_read.operator_name,
    "operatorname*": words_read.operator_name,
    "function": standard_functions.function,
    "extremum": calculus.extremum,
}

_INFIX: Final[dict[str, Infix]] = {
    **dict.fromkeys(t.ARROWS, Infix(ARROW, terms.arrow)),
    **dict.fromkeys(commands.CONNECTIVES, Infix(WORD, terms.connective)),
    **dict.fromkeys(commands.RELATIONS, Infix(RELATION, terms.relation)),
    **dict.fromkeys(commands.SET_OPERATORS, Infix(SETS, terms.set_operation)),
    **dict.fromkeys(commands.SIGNS, Infix(ADD, terms.addition)),
    **dict.fromkeys(commands.TIMES, Infix(TIMES, terms.product)),
    **dict.fromkeys(("/", r"\div"), Infix(TIMES, terms.slash)),
    "words": Infix(WORD, terms.connective),
    "condition": Infix(WORD, conditions.condition),
    r"\forall": Infix(WORD, conditions.for_all),
    "of": Infix(TIMES, terms.portion),
    **dict.fromkeys((r"\overset", r"\stackrel", r"\xrightarrow"), Infix(RELATION, layout.noted)),
    **dict.fromkeys((r"\pmod", r"\mod"), Infix(MODULUS, terms.congruence)),
    "unit": Infix(ADJACENT, units.quantity),
    "adjacent": Infix(ADJACENT, terms.adjacent),
    "evaluated": Infix(SETS, brackets.absolute_or_bar),
}

GRAMMAR: Final = Grammar(_PREFIX, _INFIX, symbols.letter, _number, terms.sign, brackets.scripts)
