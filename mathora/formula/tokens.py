r"""LaTeX text → tokens with their spans.

Owns: `Token`, `tokenize`, and the limits on what is read at all.

Laws:
- Nothing of the text is lost silently: what is no token is a fault. Only spaces and size hints (`\,`, `\left`, `\big`) are
  dropped, and leave a trace (`spaced`, `side`) on the token behind them.
- Spellings are normalised here (`\leq` is `\le`, `\lvert` is `|`), so that the reader knows one word for a thing.
- Bounded: at most `MOST_TOKENS` tokens from at most `MOST_CHARACTERS` characters, literals of at most `MOST_DIGITS` digits.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from mathora.formula import names
from mathora.lesson import Fault, Faulty

if TYPE_CHECKING:
    from mathora.lesson import Text

MOST_CHARACTERS: Final = 4000
MOST_TOKENS: Final = 1000
MOST_DIGITS: Final = 50

_TOKEN: Final = re.compile(
    r"(?P<space>\s+)"
    r"|(?P<number>[0-9]{1,3}(?:\{,\}[0-9]{3})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)"
    r"|(?P<letter>[A-Za-z])"
    r"|(?P<raw>\\(?:text|textrm|textnormal|mbox|operatorname\*?|begin|end)\s*\{(?P<body>[^{}\\]*(?:\\[,; ][^{}\\]*)*)\})"
    r"|(?P<command>\\(?:[A-Za-z]+|.))"
    r"|(?P<define>:=)"
    r"|(?P<mark>[-+/=<>()\[\]{}|^_',;:!.&*])"
)


class Token(NamedTuple):
    r"""One word of a formula.

    `kind`: `number`, `letter` (Latin or Greek), `text`/`operatorname`/`begin`/`end` (the word in their braces is `text`),
    `mark` (everything else, named by its normal spelling), or `end of formula`.
    `side`: `left`, `right` or `middle` if `\left`, `\bigr` … stood before it. `spaced`: a spacing command stood before it.
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
        raise Faulty(
            [_fault(text, 0, "too-long", f"the formula has {len(source)} characters, at most {MOST_CHARACTERS}")]
        )
    tokens: list[Token] = []
    position, side, spaced = 0, "", False
    while position < len(source):
        found = _TOKEN.match(source, position)
        if found is None:
            raise Faulty([_unknown_character(text, position)])
        position = found.end()
        kind = found.lastgroup or ""
        if kind == "body":
            kind = "raw"
        word = found.group()
        if kind == "space":
            continue
        if kind == "command":
            word = names.ALIASES.get(word, word)
            if word in names.SPACES:
                spaced = True
                continue
            if word in names.IGNORED:
                continue
            if word in ("\\left", "\\right", "\\middle") or word in names.SIZES:
                side = _side(word)
                continue
        tokens.append(_token(kind, word, found, side, spaced=spaced))
        side, spaced = "", False
        if len(tokens) > MOST_TOKENS:
            raise Faulty([_fault(text, found.start(), "too-long", f"the formula has more than {MOST_TOKENS} symbols")])
        if kind == "number" and len(word) > MOST_DIGITS:
            raise Faulty(
                [_fault(text, found.start(), "too-long", f"a number of more than {MOST_DIGITS} digits", len(word))]
            )
    tokens.append(Token(END, "", len(source), len(source)))
    return tokens


def _token(kind: str, word: str, found: re.Match[str], side: str, *, spaced: bool) -> Token:
    start, stop = found.span()
    if kind == "raw":
        command = word[1 : word.index("{")].strip()
        body = found.group("body")
        if command in ("textrm", "textnormal", "mbox"):
            command = "text"
        return Token(command, body, start, stop, side, spaced)
    if kind == "command":
        return Token("letter" if word in names.GREEK else "mark", word, start, stop, side, spaced)
    if kind == "define":
        return Token("mark", word, start, stop, side, spaced)
    return Token(kind, word, start, stop, side, spaced)


def _side(word: str) -> str:
    if word in ("\\left", "\\right", "\\middle"):
        return word[1:]
    return {"l": "left", "r": "right", "m": "middle"}.get(word[-1], "") if word[-1] in "lrm" else "any"


def _unknown_character(text: Text, position: int) -> Fault:
    character = text.value[position]
    instead = names.WRITTEN_FOR.get(character)
    hint = f"write {instead}" if instead else "formulas are written in LaTeX, with plain ASCII characters"
    return _fault(
        text, position, "unknown-character", f"the character '{character}' has no meaning in a formula", hint=hint
    )


def _fault(text: Text, offset: int, rule: str, message: str, length: int = 1, hint: str = "") -> Fault:
    return Fault(text.at(offset), rule, message, hint, length)
