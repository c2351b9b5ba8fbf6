r"""What the tokens ahead tell of a bar, a bracket, a prime, a unit or a differential before it is read.

Owns: `bars_to_come`, `holds_relation`, `is_more_than_a_name`, `introduced_with_primes`, `sign_at`, `unit_stands`,
`differential_stands`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING, Final, cast

from mathora.formula.reader.commands import ACCENTS, RELATIONS, STYLES
from mathora.formula.symbols.units import UNITS, is_unit
from mathora.formula.tree import Style, Symbol
from mathora.formula.tree.canonical_latex import symbol_key

if TYPE_CHECKING:
    from mathora.formula.reader.tokens import Token
    from mathora.formula.tree.model import Model

_DEPTHS: Final = {"(": 1, "[": 1, "{": 1, r"\{": 1, ")": -1, "]": -1, "}": -1, r"\}": -1}


def bars_to_come(tokens: Sequence[Token], bar: str) -> int:
    """How many bars of a kind stand up to the end of the brackets that are open."""
    depth, count = 0, 0
    for token in tokens:
        depth += _DEPTHS.get(token.text, 0)
        if depth < 0:
            break
        count += token.text == bar and depth == 0
    return count


def holds_relation(tokens: Sequence[Token]) -> bool:
    r"""Whether the brackets that open first hold a condition: `(n \ne -1)`, `(x > 0)`."""
    depth = 0
    for token in tokens:
        depth += _DEPTHS.get(token.text, 0)
        if depth == 0:
            return False
        if depth == 1 and token.kind == "mark" and token.text in RELATIONS:
            return True
    return False


def is_more_than_a_name(tokens: Sequence[Token]) -> bool:
    """Whether the braces that open first hold more than a letter with its own subscript."""
    inner = _within(tokens)
    if not inner or inner[0].kind != "letter":
        return not inner or inner[0].text[1:] not in ACCENTS | STYLES
    if len(inner) > 1 and inner[1].text == "_":
        held = _within(inner[2:]) if inner[2:3] and inner[2].text == "{" else inner[2:3]
        braces = 2 if inner[2:3] and inner[2].text == "{" else 0
        return len(inner) > 2 + len(held) + braces
    return len(inner) > 1


def _within(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands between the braces that open first."""
    depth = 0
    for place, token in enumerate(tokens):
        depth += {"{": 1, "}": -1}.get(token.text, 0)
        if depth == 0:
            return tokens[1:place]
    return tokens[1:]


_QUANTIFIERS: Final = (r"\forall", r"\exists")
_WITH_INDEX: Final = frozenset({r"\sum", r"\prod", r"\max", r"\min", r"\sup", r"\inf", r"\lim", "argmax", "argmin"})


def introduced_with_primes(tokens: Sequence[Token], functions: Collection[str]) -> frozenset[str]:
    r"""The names whose prime is a part of them: `x'` of `k(x, x') = …`, `a'` of `\max_{a'} Q(s', a')`, and so `s'` too;
    `\int_0^x f(x')\,dx'`. A prime on one of `functions` is a derivative, on a set or an event its opposite.
    """
    texts = [one.text for one in tokens]
    equals = next((place for place, one in enumerate(texts) if one in ("=", ":=")), 0)
    head = equals if texts[equals - 1] == ")" and "(" in texts[1:5] else 0
    found, introduces = set[str](), False
    for place in (one for one, text in enumerate(texts) if text == "'" and texts[one - 1] != "'"):
        start, name = _before(tokens, place)
        stop = next(one for one in range(place, len(texts)) if texts[one] != "'")
        key = symbol_key(name)
        if not name.name or key in functions or texts[stop] == "(":
            continue
        found.add(key + "'" * (stop - place))
        behind = texts[start - 1] if start else ""
        under = texts[start - 2 : start] if behind == "{" else [behind]
        introduces |= (
            (under[:1] == ["_"] and texts[start - len(under) - 1] in _WITH_INDEX)
            or behind in _QUANTIFIERS
            or (behind == "d" and r"\int" in texts)
            or (place < head and texts[stop] in (",", ")"))
        )
    return frozenset(found) if introduces else frozenset()


def _before(tokens: Sequence[Token], place: int) -> tuple[int, Symbol]:
    r"""The name that stands before a place, `x` or `\mathbf{x}`, and where it begins; without letters if none does."""
    start = place - 1
    braced = tokens[start].text == "}"
    letter = tokens[start - braced]
    if letter.kind != "letter":
        return start, Symbol("")
    before = start - 1 - 2 * braced
    styled = before >= 0 and tokens[before].text[1:] in STYLES
    if braced and not styled:
        return start, Symbol("")
    style = cast("Style", tokens[before].text[1:]) if styled else ""
    return (before if styled else start), Symbol(letter.text, style)


def sign_at(tokens: Sequence[Token], place: int) -> str:
    r"""The sign of a derivative (`d`, `\partial`, `\mathrm{d}`) behind the brace at `place`, if there is one."""
    words = [token.text for token in tokens[place : place + 5]]
    if len(words) < 3 or words[0] != "{":  # noqa: PLR2004 - brace, sign, something
        return ""
    if words[1] in ("d", r"\partial"):
        return words[1]
    return r"\mathrm{d}" if words[1:5] == [r"\mathrm", "{", "d", "}"] else ""


def unit_stands(tokens: Sequence[Token], at: int, model: Model) -> bool:
    r"""Whether `\text{cm}` or `\mathrm{m/s}` stands at a place, and is no name of the model."""
    token = tokens[at] if at < len(tokens) else tokens[-1]
    if token.kind == "text":
        return is_unit(token.text.strip()) and rf"\text{{{token.text}}}" not in model
    after, behind = (tokens[min(at + count, len(tokens) - 1)] for count in (1, 2))
    if token.text in GREEK_UNITS and token.text not in model:
        return token.text == r"\Omega" or (after.kind == "text" and f"µ{after.text.strip()}" in UNITS)
    if token.text in (r"\frac", r"\tfrac", r"\dfrac") and after.text == "{":
        return (behind.kind == "text" or behind.text == r"\mathrm") and unit_stands(tokens, at + 2, model)
    if token.text != r"\mathrm" or after.text != "{":
        return False
    letters = [behind, *takewhile(lambda one: one.kind == "letter" and not one.spaced, tokens[at + 3 :])]
    word = "".join(one.text for one in letters)
    closing = tokens[min(at + 2 + len(letters), len(tokens) - 1)]
    named = any(rf"\{style}{{{word}}}" in model for style in ("mathrm", "text"))
    unit = word in UNITS and word != "d" and not named
    return unit and (closing.spaced or closing.text in ("}", "/", "^", r"\cdot"))


def differential_stands(tokens: Sequence[Token], at: int) -> bool:
    r"""Whether `dx` or `\mathrm{d}x` stands at a place."""
    ahead = tokens[at : at + 5]
    if ahead[0].text == "d" and ahead[0].kind == "letter":
        after = ahead[1:2]
    elif ahead[0].text == r"\mathrm" and [one.text for one in ahead[1:4]] == ["{", "d", "}"]:
        after = ahead[4:]
    else:
        return False
    return any(one.kind == "letter" or (one.kind == "mark" and one.text[1:] in _NAMING) for one in after)


GREEK_UNITS: Final = {r"\Omega": "Ω", r"\mu": "µ"}  # Greek letters in units: ohm, and the prefix micro
_NAMING: Final = frozenset(["mathbf", "boldsymbol", "vec", "hat", "bar", "tilde", "mathcal", "mathrm"])
