r"""LaTeX text → tokens with their spans.

Owns: `Token`, `tokenize`, and the limits on what is read at all.

Laws:
- Nothing of the text is lost silently: what is no token is a fault. Only spaces and size hints (`\,`, `\left`, `\big`)
  are dropped, and leave a trace (`spaced`, `side`) on the token behind them.
- Spellings are normalised here (`\leq` is `\le`, `\lvert` is `|`), so that the reader knows one word for a thing.
- Bounded: at most `MOST_TOKENS` tokens from `MOST_CHARACTERS` characters, literals of at most `MOST_DIGITS` digits.
"""

from __future__ import annotations

import re
import unicodedata
from itertools import takewhile
from typing import Final, NamedTuple

from mathora.formula.reader import commands
from mathora.lesson import Fault, Faulty, Text

MOST_CHARACTERS: Final = 4000
MOST_TOKENS: Final = 1000
MOST_DIGITS: Final = 50

_TOKEN: Final = re.compile(
    r"(?P<space>[\s~]+)"
    r"|(?P<number>[0-9]{1,3}(?:(?:\{,\}|\\,)[0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+|\.(?=\s*\\overline))?)"
    r"|(?P<letter>[A-Za-z])"
    r"|(?P<raw>\\(?:text|textrm|textnormal|mbox|operatorname\*?|begin|end)\s*"
    r"\{(?P<body>[^{}\\]*(?:\\[,; ][^{}\\]*)*)\}|\\(?:text|textrm)\s+(?P<bare>[A-Za-z]))"
    r"|(?P<command>\\not\s*(?:=|\\(?:in|mid)(?![A-Za-z]))|\\(?:[A-Za-z]+|.))"
    r"|(?P<mark>:=|[-+/=<>()\[\]{}|^_',;:!?.&*])"
)


class Token(NamedTuple):
    r"""One word of a formula.

    `kind`: `number`, `letter` (Latin or Greek), `text`/`operatorname`/`begin`/`end` (the word in their braces is
    `text`), `mark` (everything else, named by its normal spelling), or `END`.
    `side`: `left`, `right`, `middle` or `any` if `\left`, `\bigr`, … stood before it. `spaced`: `\,` stood before it.
    """

    kind: str
    text: str
    start: int
    stop: int
    side: str = ""
    spaced: bool = False


END: Final = "end of formula"


def tokenize(text: Text) -> list[Token]:
    """The tokens of a formula, the last one of kind `END`; raises `Faulty`."""
    source = text.value
    if len(source) > MOST_CHARACTERS:
        raise _faulty(
            text, 0, "too-long", f"a formula of {len(source)} characters; at most {MOST_CHARACTERS}", "show it in parts"
        )
    tokens: list[Token] = []
    position, side, sized, spaced = 0, "", 0, False
    while position < len(source):
        found = _TOKEN.match(source, position)
        if found is None:
            raise _unknown_character(text, position)
        position = found.end()
        word = re.sub(r"^\\not\s+", r"\\not", found.group())
        word = commands.ALIASES.get(word, word)
        if word in (r"\mod", r"\bmod"):  # behind a congruence both say of what; elsewhere both are an operator
            word = r"\mod" if any(token.text == r"\equiv" for token in tokens) else r"\bmod"
        if word in commands.SPACES:
            spaced = True
        elif word in SIDES:
            side, sized = SIDES[word], found.start()
        elif found.lastgroup != "space" and word not in commands.IGNORED:
            if side and word not in _SIZED:
                raise _without_bracket(text, sized)
            token = _token(found, word, side, spaced=spaced)
            upright = token.kind == "letter" and tokens[-1:] and tokens[-1].text in (r"\mathrm", r"\mathsf")
            tokens += _in_braces(token) if upright else (token,)
            side, spaced = "", False
            _refuse_too_long(text, tokens)
    if side:
        raise _without_bracket(text, sized)
    tokens.append(Token(END, "", len(source), len(source)))
    return tokens


def _in_braces(token: Token) -> tuple[Token, ...]:
    r"""`\mathrm d` as `\mathrm{d}`."""
    return (Token("mark", "{", token.start, token.start), token, Token("mark", "}", token.stop, token.stop))


SIDES: Final = {
    **{rf"\{side}": side for side in ("left", "right", "middle")},
    **{
        rf"\{size}{letter}": side
        for size in ("big", "Big", "bigg", "Bigg")
        for letter, side in {"": "any", "l": "left", "r": "right", "m": "middle"}.items()
    },
}
"""What the commands for the size of a bracket say about its side."""


_SIZED: Final = frozenset(
    [*"()[]|./<>", r"\|", r"\{", r"\}", r"\langle", r"\rangle", r"\lfloor", r"\rfloor", r"\lceil", r"\rceil", r"\mid"]
)
"""What may have a size: brackets and bars, a dot for none."""


def _without_bracket(text: Text, offset: int) -> Faulty:
    hint = r"write the bracket behind it: \left( … \right), or a . for none"
    return _faulty(text, offset, "syntax", "a size of a bracket, and no bracket behind it", hint)


def _token(found: re.Match[str], word: str, side: str, *, spaced: bool) -> Token:
    start, stop = found.span()
    kind = found.lastgroup or ""
    if kind == "raw":
        command = re.split(r"[{\s]", found.group()[1:], maxsplit=1)[0]
        kind = commands.ALIASES.get(f"\\{command}", f"\\{command}")[1:]
        return Token(kind, found.group("bare") or found.group("body"), start, stop, side, spaced)
    if kind == "command":
        kind = "letter" if word in commands.GREEK else "mark"
    return Token(kind, word, start, stop, side, spaced)


def _refuse_too_long(text: Text, tokens: list[Token]) -> None:
    last = tokens[-1]
    if len(tokens) > MOST_TOKENS:
        raise _faulty(text, last.start, "too-long", f"a formula of more than {MOST_TOKENS} symbols", "show it in parts")
    if last.kind == "number" and len(last.text) > MOST_DIGITS:
        raise _faulty(
            text, last.start, "too-long", f"a number of more than {MOST_DIGITS} digits", "write it as a power: 10^{60}"
        )


def _unknown_character(text: Text, position: int) -> Faulty:
    character = text.value[position]
    instead = _in_latex(text.value[position:])
    hint = f"write {instead}" if instead else "formulas are written in LaTeX, with plain ASCII characters"
    unseen = unicodedata.category(character) in {"Cf", "Cc", "Co"}
    named = f"U+{ord(character):04X}, which cannot be seen," if unseen else f"'{character}'"
    message = f"the character {named} has no meaning in a formula"
    return _faulty(text, position, "unknown-character", message, hint)


_RAISED: Final = {"<super>": "^", "<sub>": "_"}


def _in_latex(rest: str) -> str:
    """What to write for the character (and others raised or lowered as it is) with which this begins and that formulas
    do not contain; empty if there is nothing that means the same.
    """
    sign = _raised(rest[0])
    run = "".join(takewhile(lambda one: _raised(one) == sign, rest)) if sign else rest[0]
    plain = unicodedata.normalize("NFKC", run)
    if "\N{FRACTION SLASH}" in plain:
        above, _, below = plain.partition("\N{FRACTION SLASH}")
        return rf"\frac{{{above}}}{{{below}}}" if below else ""
    known = commands.WRITTEN_FOR.get(run) or "".join(commands.WRITTEN_FOR.get(one, one) for one in plain)
    if not known.isascii() or known == run:
        return ""
    return f"{sign}{{{known}}}" if sign and len(plain) > 1 else sign + known


def _raised(character: str) -> str:
    return _RAISED.get(unicodedata.decomposition(character).split(" ")[0], "")


def _faulty(text: Text, offset: int, rule: str, message: str, hint: str = "") -> Faulty:
    return Faulty([Fault(text.at(offset), rule, message, hint)])
