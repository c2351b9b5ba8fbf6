"""What the speakers share: what follows a phrase, which parts are simple, and how phrases are closed and listed.

Laws:
- A word that reaches to its right (`f of`, `sine of`, `over`) takes one simple part, and no more.
- A part is simple when it cannot be heard in two ways, whatever stands around it: a name, `two x`, `x squared`.
- A phrase is closed (`end root`) if something follows that could be heard as its continuation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

from mathora.formula import tree as t
from mathora.formula.speech.numbers import spoken_fraction, spoken_number, spoken_ordinal
from mathora.formula.tree import Node
from mathora.words import Catalogue


class Follows(Enum):
    """What is said right after a phrase."""

    NOTHING = "nothing, or a word that ends any phrase: a relation, the closing of a bracket"
    MORE = "a term, a factor, an item"
    TIGHT = "squared, factorial: a word that belongs to the last thing said"


class Say:
    """Speaks the parts of a formula in one language.

    English phrases stand in the speakers; another language has its own for each of them, with the same `{parts}`.
    """

    def __init__(self, speakers: Mapping[type[Node], Speaker], words: Catalogue) -> None:
        self._speakers, self._words = speakers, words

    def __call__(self, node: Node, follows: Follows) -> str:
        """A part in words; `follows` is what is said right after it."""
        return self._speakers[type(node)](node, follows, self)

    def word(self, english: str) -> str:
        """A fixed phrase, or the pattern of one."""
        return self._words.spoken.get(english, english)

    def phrase(self, english: str, **parts: str) -> str:
        """A phrase with its parts put in."""
        return self.word(english).format(**parts)

    def number(self, text: str) -> str:
        """A number: in words, or in digits where the language's own rules would be long (a voice knows them)."""
        return spoken_number(text) if self._spelled else self._words.number(text)

    def ordinal(self, number: int) -> str:
        """`second`."""
        return spoken_ordinal(number) if self._spelled else f"{number}."

    def fraction(self, numerator: int, denominator: int) -> str | None:
        """`three quarters`; None where no such words are usual."""
        return spoken_fraction(numerator, denominator) if self._spelled else None

    @property
    def _spelled(self) -> bool:
        return self._words.numbers.spelled


Speaker = Callable[[Any, Follows, Say], str]

NOTHING, MORE, TIGHT = Follows.NOTHING, Follows.MORE, Follows.TIGHT

_MOST_LETTERS = 3  # `two x y` is still heard as one thing, longer products are not

_NAMES = (t.Number, t.Constant, t.Symbol, t.Placeholder, t.Dots, t.UnitName, t.Differential)


def is_name(node: Node) -> bool:
    """A single thing with one word or two: `x`, `w one`, `five`, `d x`."""
    return isinstance(node, _NAMES)


def is_power(node: Node) -> bool:
    """`x squared`, `e to the n`: a name raised to a name."""
    return isinstance(node, t.Power) and is_name(node.base) and is_name(node.exponent)


def _is_letter(node: Node) -> bool:
    """A letter or its power: what is said right after another factor, without `times`."""
    base = node.base if isinstance(node, t.Power) and is_power(node) else node
    return isinstance(base, t.Symbol | t.Constant)


def is_simple(node: Node) -> bool:
    """A name, a power of a name, a sign before these, or `two x squared`."""
    match node:
        case t.Signed(operand=operand):
            return is_simple(operand) and not isinstance(operand, t.Signed)
        case t.Product(factors=(first, *others), operators=operators):
            letters = all(map(_is_letter, others)) and len(others) < _MOST_LETTERS
            return not any(operators) and letters and (is_name(first) or is_power(first))
        case t.Percent(operand=operand) | t.Degrees(operand=operand) | t.Factorial(operand=operand):
            return is_name(operand)
        case t.Nabla(operand=operand, kind="gradient", subscript=None):
            return is_name(operand)
        case _:
            return is_name(node) or is_power(node)


def closed(words: str, end: str, follows: Follows, say: Say, *, simple: bool) -> str:
    """Words that reach as far as they can, closed if something follows: `the sum … of k, end sum, plus one`."""
    if follows is NOTHING or (follows is MORE and simple):
        return words
    ending = say.phrase("end {of}", of=say.word(end))
    return f"{words} {ending}" if follows is TIGHT else f"{words}, {ending},"


def enclosed(opening: str, body: Node, end: str, follows: Follows, say: Say) -> str:
    """Words that take one simple part, closed if they take more: `the square root of x plus one, end root`."""
    simple = is_simple(body)
    words = f"{opening} {say(body, NOTHING)}"
    return closed(words, end, follows if simple or follows is TIGHT else MORE, say, simple=simple)


def bracketed(node: Node, say: Say) -> str:
    """A part between spoken parentheses, unless it is a single name."""
    words = say(node, NOTHING)
    return words if is_name(node) else say.phrase("open paren {words} close paren", words=words)


def argument(node: Node, say: Say, follows: Follows) -> str:
    """A part to which a word before it reaches: itself if it is simple, else between spoken parentheses."""
    if is_simple(node):
        return say(node, follows)
    return bracketed(node.body, say) if isinstance(node, t.Group) else bracketed(node, say)


def tight(node: Node, say: Say) -> str:
    """What `squared` or `factorial` belongs to, so that it cannot be heard as the end of something longer."""
    ends_itself = (t.Group, t.Root, t.Absolute, t.Norm, t.InnerProduct, t.Rounded, t.Matrix, t.Prime)
    return say(node, Follows.TIGHT) if is_name(node) or isinstance(node, ends_itself) else bracketed(node, say)


def enumerated(parts: Sequence[Node], say: Say) -> str:
    """`one, two`: items with a pause between them."""
    return ", ".join(filter(None, (say(part, NOTHING) for part in parts)))


def also(items: Iterable[str], say: Say) -> str:
    """`a`, `a and b`, `a, b and c`."""
    *most, last = items
    return say.phrase("{most} and {last}", most=", ".join(most), last=last) if most else last
