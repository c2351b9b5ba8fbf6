r"""Where the reader stands in a formula: its tokens, the names in scope, and the Pratt loop that all rules share.

Owns: `Cursor`, the binding powers, and how a fault of syntax or an ambiguity is reported.

Laws:
- Rules see the text only through a cursor, and never look further back than the tree they were given.
- Every rule consumes a token or faults, so reading ends; nesting is bounded by `DEEPEST`.
- An unknown name is collected, and reading goes on; a fault of syntax or an ambiguity ends the reading.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import TYPE_CHECKING, Final, Never

from mathora.formula import tree as t
from mathora.formula.inspection.subscripts import partial_by_subscript
from mathora.formula.reader.commands import GREEK, MEANT_BY
from mathora.formula.reader.commands import TIMES as PRODUCTS
from mathora.formula.reader.lookahead import bars_to_come, differential_stands, holds_relation, unit_stands
from mathora.formula.reader.tokens import END, Token
from mathora.formula.reader.unknown_names import unknown_faults
from mathora.formula.tree.canonical_latex import symbol_key
from mathora.lesson import Fault, Faulty, Kind, Text

if TYPE_CHECKING:
    from mathora.formula.tree.model import Model

DEEPEST: Final = 80  # how many rules may stand inside each other; a pair of brackets, a fraction, an exponent are two

LOOSEST, ARROW, WORD, MODULUS, RELATION, SETS, ADD, TIMES, ADJACENT = range(9)
"""Binding powers. An operator is taken while it binds tighter than the power that the rule was called with."""


@dataclass(frozen=True, slots=True)
class Infix:
    """An operator between operands: `rule(cursor, left)` reads it and all that follows on its level."""

    power: int
    rule: Callable[[Cursor, t.Node], t.Node]


@dataclass(frozen=True, slots=True)
class Grammar:
    """The rules, by the token that starts them. `factor` reads what may be a factor, with its scripts."""

    prefix: Mapping[str, Callable[[Cursor, Token], t.Node]]
    infix: Mapping[str, Infix]
    letter: Callable[[Cursor, Token], t.Node]
    number: Callable[[Cursor, Token], t.Node]
    sign: Callable[[Cursor, Token], t.Node]
    scripts: Callable[[Cursor, t.Node, Token], t.Node]


@dataclass(slots=True)
class Cursor:
    r"""A reading in progress.

    `closing` is the stack of brackets that are open, so that a bar knows whether it opens or closes; `bound` counts
    the names that an enclosing `\sum`, `\lim`, `\int` … has introduced; `indexing` is positive in subscripts, where any
    letter is a label; `bare_logarithms` are without a base; `integrals` has, for each integral whose differential is to
    come, how many brackets were open; `primed` are names, not derivatives.
    """

    text: Text
    tokens: list[Token]
    model: Model
    grammar: Grammar
    placeholder: bool = False
    index: int = 0
    depth: int = 0
    indexing: int = 0
    integrals: list[int] = field(default_factory=list)
    closing: list[str] = field(default_factory=list)
    bound: dict[str, int] = field(default_factory=dict)
    unknown: list[tuple[str, t.Span]] = field(default_factory=list)
    bare_logarithms: list[Token] = field(default_factory=list)
    primed: Collection[str] = ()

    # ── tokens ──

    @property
    def token(self) -> Token:
        """The token that is read next."""
        return self.tokens[self.index]

    def ahead(self, count: int) -> Token:
        """The token `count` places behind the next one; the last token stands for all beyond the end."""
        return self.tokens[min(self.index + count, len(self.tokens) - 1)]

    def take(self) -> Token:
        """The next token, consumed (the end of the formula stays)."""
        token = self.tokens[self.index]
        if token.kind != END:
            self.index += 1
        return token

    def accept(self, *words: str) -> Token | None:
        """The next token, consumed, if it is one of these marks."""
        token = self.tokens[self.index]
        if token.kind in ("mark", "letter") and token.text in words:
            self.index += 1
            return token
        return None

    def expect(self, word: str, where: str) -> Token:
        """The mark `word`, consumed; a fault if something else stands there."""
        token = self.accept(word)
        if token is None:
            self.fail(
                self.token,
                "syntax",
                f"expected {word} {where}, found {self.found(self.token)}",
                "put it there, or take away what it would close",
            )
        return token

    def span(self, start: Token) -> t.Span:
        """From `start` to the last consumed token."""
        return t.Span(start.start, self.tokens[self.index - 1].stop)

    # ── faults ──

    def found(self, token: Token) -> str:
        """How a fault names a token."""
        return "the end of the formula" if token.kind == END else f"'{self.text.value[token.start : token.stop]}'"

    def fail(self, token: Token, rule: str, message: str, hint: str = "") -> Never:
        """Ends the reading with a fault at `token` (together with the unknown names found so far)."""
        fault = Fault(self.text.at(token.start), rule, message, hint, max(1, token.stop - token.start))
        raise Faulty([*self.unknown_names(), fault])

    def ambiguous(self, token: Token, what: str, one: str, other: str, hint: str = "") -> Never:
        """Ends the reading: `what` can be read as `one` or as `other` (LaTeX that says it clearly)."""
        hint = f"write the one that is meant{hint}"
        self.fail(token, "ambiguous", f"{what} has two readings: {one} or {other}", hint)

    def unknown_names(self) -> list[Fault]:
        """A fault for each name that is neither declared nor bound."""
        return unknown_faults(self.text, self.unknown, self.model.names)

    # ── names ──

    @contextmanager
    def binding(self, symbols: Iterable[t.Node]) -> Iterator[None]:
        """Names that an operator introduces for its body; their own mention was no use of an unknown name."""
        keys = [symbol_key(symbol) for symbol in symbols]
        self.forget(keys)
        for key in keys:
            self.bound[key] = self.bound.get(key, 0) + 1
        yield
        for key in keys:
            self.bound[key] -= 1

    def forget(self, keys: Iterable[str]) -> None:
        """Takes these names off the list of unknown names."""
        names = set(keys)
        self.unknown = [one for one in self.unknown if one[0] not in names]

    def is_bound(self, key: str) -> bool:
        """Whether an enclosing operator has introduced the name."""
        return self.bound.get(key, 0) > 0

    def is_function(self, symbol: t.Node) -> bool:
        """Whether the model declares this symbol as a function, and no operator hides it."""
        if not isinstance(symbol, t.Symbol):
            return False
        key = symbol_key(symbol)
        if self.is_bound(key):
            return False
        name = self.model.get(key)
        return partial_by_subscript(symbol, self.model) is not None if name is None else name.function

    def is_fixed(self, symbol: t.Symbol) -> bool:
        """Whether the model says which value a name has, and so of all that it is made of."""
        name = self.model.named(symbol)
        if name is None or name.body is None:
            return False
        inner = (part for part in t.symbols(name.body) if part not in name.parameters)
        return all(map(self.is_fixed, inner))

    def kind_of(self, symbol: t.Symbol) -> Kind | None:
        """The declared kind of a name; of a vector's iterate or component `w_k`, that of `w`."""
        for key in (symbol_key(symbol), symbol_key(replace(symbol, subscript=None, superscript=None))):
            if (name := self.model.get(key)) is not None:
                return name.kind
        return None

    # ── the Pratt loop ──

    def expression(self, power: int = LOOSEST) -> t.Node:
        """Reads an operand and every operator behind it that binds tighter than `power`."""
        self.deepen()
        start = self.token
        left = self.behind(self.term() if power < ADD and self.token.text in SIGNS else self.factor(), power, start)
        self.depth -= 1
        return left if power < ADD else self.value(left, start)

    def behind(self, left: t.Node, power: int = LOOSEST, start: Token | None = None) -> t.Node:
        """What was read, with every operator behind it that binds tighter than `power`."""
        while (infix := self.infix()) is not None and infix.power > power:
            if infix.power >= ADD:
                self.value(left, start or self.token)
            left = infix.rule(self, left)
        return left

    def value(self, node: t.Node, start: Token) -> t.Node:
        """The node, if it is a value; a fault if it is a statement or words, which no arithmetic can take."""
        inner = node.body if isinstance(node, t.Group) else node
        if isinstance(inner, t.UprightWords):
            self.fail(start, "syntax", "words where a value is expected", rf"declare \text{{{inner.text}}} as a name")
        if isinstance(inner, STATEMENTS):
            hint = r"a condition stands behind words: \text{ if } x \ne 0"
            self.fail(start, "syntax", "a statement where a value is expected", hint)
        return node

    def term(self) -> t.Node:
        """A sign and what it belongs to."""
        return self.grammar.sign(self, self.take())

    def factor(self) -> t.Node:
        """An operand with its scripts: no sign, no operator."""
        self.deepen()
        token = self.take()
        node = self.grammar.scripts(self, self.atom(token), token)
        self.depth -= 1
        return node

    def deepen(self) -> None:
        """Counts one rule inside another; a fault when there are too many."""
        self.depth += 1
        if self.depth > DEEPEST:
            self.fail(
                self.token,
                "too-deep",
                f"brackets, fractions and functions nested deeper than {DEEPEST // 2} levels",
                "name an inner part in the model, and write the name",
            )

    @contextmanager
    def nested(self) -> Iterator[None]:
        """Inside of a rule that calls itself."""
        self.deepen()
        yield
        self.depth -= 1

    def atom(self, token: Token) -> t.Node:
        """An operand without its scripts (a name has read its own)."""
        if token.kind == "letter":
            return self.grammar.letter(self, token)
        if token.kind == "number":
            return self.grammar.number(self, token)
        rule = self.grammar.prefix.get(token.text if token.kind == "mark" else token.kind)
        if rule is None:
            self.no_operand(token)
        return rule(self, token)

    def no_operand(self, token: Token) -> Never:
        """The fault of a token where a value should stand."""
        if token.text in SIGNS and token.kind == "mark":
            self.fail(
                token, "syntax", f"two operators in a row: {self.found(token)}", "put the signed value in brackets"
            )
        known = [*self.grammar.prefix, *self.grammar.infix, *GREEK]
        if token.kind == "mark" and token.text[0] == "\\" and token.text[1:].isalpha() and token.text not in known:
            near = get_close_matches(token.text, known, n=1, cutoff=0.75)
            hint = f"did you mean {near[0]}?" if near else r"names of several letters: \operatorname{…}, \text{…}"
            hint = MEANT_BY.get(token.text) or self._glued(token.text) or hint
            self.fail(token, "unknown-command", f"unknown command {token.text}", hint)
        words = r"write a number, a name or a term there; words in \text{…}"
        what = f"expected a value, found {self.found(token)}"
        self.fail(token, "syntax", what, words if token.text in ")]}^" else MEANT_BY.get(token.text, words))

    def _glued(self, command: str) -> str:
        r"""`\cdotx`: a command and the letter behind it."""
        return rf"write {command[:-1]} {command[-1]}" if command[:-1] in PRODUCTS else ""

    def infix(self) -> Infix | None:
        """The operator that stands next, adjacency included; nothing at the end of an expression."""
        token = self.token
        if token.kind == "mark":
            return self.bar(token) if token.text in BARS else self.marked_infix(token)
        if token.kind in (END, "end") or self.before_differential():
            return None
        if self.at_unit():
            return self.grammar.infix["unit"]
        if token.kind == "text" and token.text.strip() == "of":
            return self.grammar.infix["of"]
        named = token.kind != "text" or rf"\text{{{token.text}}}" in self.model
        return self.grammar.infix["adjacent" if named else "words"]

    def marked_infix(self, token: Token) -> Infix | None:
        """What a mark behind an operand is: an operator, the start of the next factor, or the end."""
        infix = self.grammar.infix.get(token.text)
        if infix is not None:
            return None if token.text == r"\mid" and (self.inside(r"\}") or self.at_parting()) else infix
        if token.text not in self.grammar.prefix or (token.text == "." and token.side != "left"):
            return None
        if self.before_differential() or token.text in (r"\forall", r"\exists"):
            return None
        if token.text == "(" and token.spaced and holds_relation(self.tokens[self.index :]):
            return self.grammar.infix["condition"]
        return self.grammar.infix["unit" if self.at_unit() else "adjacent"]

    def bar(self, token: Token) -> Infix | None:
        """A bar behind an operand closes what is open, else it opens a factor."""
        if token.side == "right":
            return None
        if token.side != "left" and (self.inside(token.text) or self.at_parting()):
            return None
        if token.text == "|" and self.inside("\\}"):
            return None
        if token.text == "|" and self.ahead(1).text == "_":
            return self.grammar.infix["evaluated"]
        return self.grammar.infix["adjacent"]

    def at_parting(self) -> bool:
        r"""Whether `\mid`, `;` or a single bar parts the arguments of the function in whose brackets we are."""
        token = self.token
        if not (self.inside(ARGUMENTS) or self.inside(EVENTS)) or token.kind != "mark":
            return False
        if token.text in BARS:
            return bars_to_come(self.tokens[self.index :], token.text) % 2 == 1
        return token.text in (r"\mid", ";")

    def inside(self, bracket: str) -> bool:
        """Whether the innermost open bracket is closed by `bracket`."""
        return bool(self.closing) and self.closing[-1] == bracket

    @contextmanager
    def within(self, closer: str) -> Iterator[None]:
        """Between a bracket and its `closer`."""
        self.closing.append(closer)
        yield
        self.closing.pop()

    def at_unit(self, place: int = 0) -> bool:
        r"""Whether `\text{cm}` or `\mathrm{m/s}` stands `place` tokens ahead, and is no name of the model."""
        return unit_stands(self.tokens, self.index + place, self.model)

    def before_differential(self) -> bool:
        """Whether the differential that ends the innermost integral stands next."""
        return bool(self.integrals) and self.integrals[-1] == len(self.closing) and self.at_differential()

    def at_differential(self) -> bool:
        r"""Whether `dx` or `\mathrm{d}x` stands next."""
        return differential_stands(self.tokens, self.index)


STATEMENTS: Final = (t.Relation, t.Noted, t.Logic, t.Listing, t.Quantified, t.Signature, t.Aligned)
SIGNS: Final = frozenset(["+", "-", r"\pm", r"\mp"])
ARGUMENTS, EVENTS = "arguments of a function", "events of a probability"
"""What is open inside of the brackets of a function, and of a probability."""
BARS: Final = frozenset(["|", r"\|"])
