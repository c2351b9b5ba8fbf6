r"""Formulas with one thing changed: a digit, a sign, an index, a prime, a relation, a function's name.

Mutants are made on the text, so that they are what an author's slip of the pen would be; many of them cannot be read,
and some are true all the same (`x^2 \ge 0` with a 1 for the 0 is not, but `x^2 \ge -0` is).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

SWAPS = (
    (r"\+", "-"),
    (r"(?<![{^(,=&]) ?-(?!-)", "+"),
    (r"\\sin", r"\\cos"),
    (r"\\cos", r"\\sin"),
    (r"\\le\b", r"\\ge"),
    (r"\\ge\b", r"\\le"),
    (r"\\tan", r"\\sin"),
    (r"''", "'"),
    (r"(?<!')'(?!')", "''"),
    (r"([a-zA-Z])'", r"\1"),
    (r"\\pm", r"\\mp"),
    (r"a", "b"),
    (r"x", "y"),
)


def mutants(tex: str) -> Iterator[str]:
    """All texts that differ from `tex` in one place."""
    for found in re.finditer(r"\d", tex):
        digit = int(found.group())
        for other in {(digit + 1) % 10, (digit - 1) % 10, 0}:
            if other != digit:
                yield tex[: found.start()] + str(other) + tex[found.end() :]
    for pattern, replacement in SWAPS:
        for found in re.finditer(pattern, tex):
            if _inside_command(tex, found.start()):
                continue
            yield tex[: found.start()] + found.expand(replacement) + tex[found.end() :]


def _inside_command(tex: str, at: int) -> bool:
    """Whether a letter at this place belongs to a command or a word and not to a formula."""
    before = re.search(r"(\\[a-zA-Z]*|\\(text|operatorname\*?|begin|end)\{[^}]*)$", tex[:at])
    return before is not None and tex[at].isalpha()
