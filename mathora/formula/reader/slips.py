r"""What LaTeX shows as a product of letters and hardly anybody means: `sin(x)`, `alpha`, `$5 or $6`, `1,5`.

Laws:
- One fault for a word, not one for each of its letters.
- Letters that the model declares, all of them, are what they look like.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from mathora.formula.reader.commands import CONNECTIVE_WORDS, CONSTANTS, GREEK, RELATIONS
from mathora.formula.reader.unknown_names import written_out
from mathora.formula.symbols.functions import WORDS

if TYPE_CHECKING:
    from mathora.formula.reader.cursor import Cursor
    from mathora.formula.reader.tokens import Token

_COMMANDS: Final = {word[1:]: word for word in GREEK if len(word) > 3} | {  # noqa: PLR2004 - not nu, mu, xi
    **{word: f"\\{word}" for word in WORDS if len(word) > 1},
    **dict.fromkeys(("arg",), r"\arg"), "sqrt": r"\sqrt{…}", "lim": r"\lim_{x \to …}", "sum": r"\sum_{k=1}^{n}",
    "int": r"\int", "infty": r"\infty", "infinity": r"\infty", "inf": r"\infty", "oo": r"\infty", "pi": r"\pi",
    "abs": r"\left|…\right|", "frac": r"\frac{…}{…}", "asin": r"\arcsin", "acos": r"\arccos", "atan": r"\arctan",
    "sinx": r"\sin x", "cosx": r"\cos x", "tanx": r"\tan x", "lnx": r"\ln x", "dot": r"\cdot", "cdot": r"\cdot",
    "mod": r"\bmod", "choose": r"\binom{n}{k}", "union": r"\cup", "forall": r"\forall",
    "times": r"\times", "leq": r"\le", "geq": r"\ge", "neq": r"\ne", "argmin": r"\arg\min", "argmax": r"\arg\max",
    "relu": r"\operatorname{ReLU}", "ReLU": r"\operatorname{ReLU}", "softmax": r"\operatorname{softmax}",
}  # fmt: skip
"""What a word was meant for."""

_ENGLISH: Final = frozenset(word for word in CONNECTIVE_WORDS if word.isalpha() and len(word) > 1) | {
    "is", "of", "the", "per", "or", "and", "to", "not", "else", "otherwise", "all", "at", "by", "each", "costs",
}  # fmt: skip


SHORTEST_WORD: Final = 5  # letters side by side that nobody means as a product


def refuse_slips(cursor: Cursor) -> None:
    """Ends the reading at the first slip, if there is one."""
    _refuse_words(cursor)
    _refuse_blanks(cursor)
    for token in cursor.tokens:
        if (token.text, token.kind) == (r"\$", "mark"):
            hint = r"write 5\,\text{$}, or the price in the text"
            cursor.fail(token, "spelled-out", "a dollar sign in a formula", hint)
    for one, sign, other in zip(cursor.tokens, cursor.tokens[1:], cursor.tokens[2:], strict=False):
        factorial = sign.text == "!" and one.stop == sign.start  # n!=6 is n! = 6
        if (sign.text, other.text) in _DOUBLED and sign.stop == other.start and not factorial:
            cursor.fail(
                sign, "spelled-out", f"found '{sign.text}{other.text}'", f"write {_DOUBLED[sign.text, other.text]}"
            )
        comma = sign.text == "," and one.stop == sign.start and sign.stop == other.start
        if comma and one.kind == other.kind == "number" and _at_top(cursor.tokens, one):
            thousands = len(other.text) == 3  # noqa: PLR2004 - digits of a group
            list_or_group = f"{one.text}{{,}}{other.text}" if thousands else f"{one.text}, {other.text}"
            whole = one._replace(stop=other.stop)
            cursor.ambiguous(whole, f"{one.text},{other.text}", f"{one.text}.{other.text}", list_or_group)


def _refuse_words(cursor: Cursor) -> None:
    """`sin(x)`, `speed`, `or`: letters side by side that are a word."""
    for run in _runs(cursor.tokens):
        word = "".join(token.text for token in run)
        if all(_is_known(cursor, token.text) for token in run):
            continue
        whole = run[0]._replace(stop=run[-1].stop)
        if word in _COMMANDS:
            cursor.fail(whole, "spelled-out", f"found '{word}', letters side by side, which are multiplied",
                        f"write {_COMMANDS[word]}")  # fmt: skip
        unknown = {token.text for token in run if not _is_known(cursor, token.text)}
        before = cursor.tokens[cursor.tokens.index(run[0]) - 1]
        whole_word = before.kind != "letter" or before.stop != run[0].start  # and not what \mathrm{…} begins
        if len(word) >= SHORTEST_WORD and len(unknown) > 1 and word not in _ENGLISH and whole_word:
            cursor.fail(whole, "spelled-out", f"found '{word}', letters side by side, which are multiplied",
                        written_out(word)
                        or rf"write \text{{{word}}} for a name of several letters, and declare it so")  # fmt: skip
        after = cursor.tokens[cursor.tokens.index(run[-1]) + 1]
        multiplied = before.stop == run[0].start and (before.kind == "number" or before.text == "}")  # 2as
        apart = not cursor.text.value[: run[0].start][-1:].strip()
        declared = not apart and any(token.text in cursor.model for token in run)  # e^{at}
        summed = before.text in {"+", "-"} and after.text in {"+", "-", "", *RELATIONS}  # v_0 + at
        if word in _ENGLISH and not (multiplied or declared or summed or after.text in {"^", "_"}):
            meant = rf"write \text{{ {word} }}; in a sentence, a dollar that is money is \$"
            hint = _CASES if word in {"then", "else"} else meant
            cursor.fail(whole, "spelled-out", f"found the word '{word}' in a formula", hint)


def _refuse_blanks(cursor: Cursor) -> None:
    """`X ~ N(0, 1)`, where a tilde is a blank; `d/dx`."""
    for one, other, last in zip(cursor.tokens, cursor.tokens[1:], cursor.tokens[2:], strict=False):
        if one.kind == "letter" and "~" in cursor.text.value[one.stop : other.start] and last.text == "(":
            cursor.fail(other, "spelled-out", "a ~ is a blank in LaTeX", r"write \sim: X \sim \mathcal{N}(0, 1)")
        if [one.text, other.text, last.text] == ["d", "/", "d"] and "d" not in cursor.model:
            cursor.fail(one, "spelled-out", "found 'd/d…', which divides", r"write \frac{d}{dx}")


_CASES: Final = r"write \begin{cases} x & x > 0 \\ 0 & x \le 0 \end{cases}"
_DOUBLED: Final = {
    (">", "="): r"\ge", ("<", "="): r"\le", ("!", "="): r"\ne", ("=", "="): "=", ("=", ">"): r"\Rightarrow",
    ("-", ">"): r"\to", ("<", "-"): r"\leftarrow",
}  # fmt: skip
"""Signs of programs and keyboards, and what is written for them."""


def _is_known(cursor: Cursor, letter: str) -> bool:
    return letter in cursor.model or letter in CONSTANTS


def _runs(tokens: list[Token]) -> Iterator[list[Token]]:
    """Latin letters that touch each other, without what stands in the braces of a style or behind a script."""
    run: list[Token] = []
    for place, token in enumerate(tokens):
        plain = token.kind == "letter" and len(token.text) == 1
        if run and not (plain and run[-1].stop == token.start):
            yield from [run] if len(run) > 1 else []
            run = []
        if plain and (run or not _is_styled(tokens, place)):
            run.append(token)


def _is_styled(tokens: list[Token], place: int) -> bool:
    r"""Whether the letters behind `\mathrm{` or in a subscript's braces begin here."""
    before = [token.text for token in tokens[max(0, place - 2) : place]]
    return before[-1:] == ["{"] and (before[:1] == ["_"] or before[0][:1] == "\\")


def _at_top(tokens: list[Token], token: Token) -> bool:
    """Whether a token stands outside of all brackets."""
    depth = 0
    for one in tokens:
        if one is token:
            return depth == 0
        depth += {"(": 1, "[": 1, "{": 1, r"\{": 1, r"\langle": 1, ")": -1, "]": -1, "}": -1, r"\}": -1}.get(
            one.text, 0
        )
    return False
