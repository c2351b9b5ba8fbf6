r"""The words of the language: which commands are letters, relations, accents, and what is written for what.

Owns: tables only; functions are in `symbols.functions`, units in `symbols.units`. Keys of relations and operators are
their normal form; `ALIASES` maps other spellings to it.
"""

from __future__ import annotations

from typing import Final

from mathora.formula.symbols import glyphs
from mathora.formula.tree.statements import AND, EQUIVALENT, OR

_GREEK_WORDS: Final = [
    "alpha", "beta", "gamma", "delta", "epsilon", "varepsilon", "zeta", "eta", "theta", "vartheta", "iota",
    "kappa", "lambda", "mu", "nu", "xi", "pi", "varpi", "rho", "varrho", "sigma", "varsigma", "tau", "upsilon",
    "phi", "varphi", "chi", "psi", "omega", "Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Upsilon",
    "Phi", "Psi", "Omega", "ell", "hbar",
]  # fmt: skip
GREEK: Final = frozenset("\\" + word for word in _GREEK_WORDS)

CONSTANTS: Final = frozenset({"e", "i", r"\pi", r"\infty", r"\emptyset"})
NUMBER_SETS: Final = frozenset("RNZQC")

ACCENTS: Final = frozenset(["hat", "bar", "vec", "tilde", "dot", "ddot", "overline", "widehat", "widetilde"])

STYLES: Final = frozenset(["mathbf", "boldsymbol", "mathrm", "mathcal", "mathbb", "mathsf"])

ALIASES: Final = {
    r"\leq": r"\le", r"\leqslant": r"\le", r"\geq": r"\ge", r"\geqslant": r"\ge", r"\neq": r"\ne",
    r"\not=": r"\ne", r"\not\in": r"\notin", r"\not\mid": r"\nmid",
    r"\lt": "<", r"\gt": ">", r"\owns": r"\ni",
    r"\implies": r"\Rightarrow", r"\Longrightarrow": r"\Rightarrow", r"\impliedby": r"\Leftarrow",
    r"\Longleftarrow": r"\Leftarrow", r"\iff": r"\Leftrightarrow", r"\Longleftrightarrow": r"\Leftrightarrow",
    r"\wedge": r"\land", r"\vee": r"\lor", r"\neg": r"\lnot",
    r"\gets": r"\leftarrow", r"\rightarrow": r"\to", r"\longrightarrow": r"\to", r"\longmapsto": r"\mapsto",
    r"\longleftrightarrow": r"\leftrightarrow",
    r"\coloneqq": ":=", r"\coloneq": ":=", r"\varnothing": r"\emptyset", r"\smallsetminus": r"\setminus",
    r"\lvert": "|", r"\rvert": "|", r"\vert": "|", r"\lVert": r"\|", r"\rVert": r"\|", r"\Vert": r"\|",
    r"\lbrace": r"\{", r"\rbrace": r"\}", r"\lbrack": "[", r"\rbrack": "]",
    r"\cfrac": r"\frac", r"\dbinom": r"\binom", r"\tbinom": r"\binom", r"\bm": r"\boldsymbol", r"\bold": r"\mathbf",
    r"\textrm": r"\text", r"\textnormal": r"\text", r"\mbox": r"\text", r"\dotsc": r"\dots", r"\dotsb": r"\dots",
    r"\prime": "'", r"\ast": "*", r"\star": "*", r"\dag": r"\dagger", r"\argmin": r"\argmin", r"\argmax": r"\argmax",
}  # fmt: skip

SPACES: Final = frozenset(
    [
        r"\,",
        r"\;",
        r"\:",
        r"\!",
        r"\ ",
        r"\quad",
        r"\qquad",
        r"\thinspace",
        r"\medspace",
        r"\thickspace",
        r"\negthinspace",
        "~",
    ]
)
IGNORED: Final = frozenset([r"\displaystyle", r"\textstyle", r"\scriptstyle", r"\limits", r"\nolimits", r"\nonumber"])

RELATIONS: Final = frozenset([
    "=", "<", ">", r"\le", r"\ge", r"\ne", r"\approx", r"\equiv", r"\sim", r"\propto", r"\cong", r"\ll", r"\gg",
    r"\in", r"\notin", r"\ni", r"\subset", r"\subseteq", r"\supset", r"\supseteq", r"\perp", r"\parallel", r"\mid",
    r"\nmid", r"\succ", r"\succeq", r"\prec", r"\preceq", ":=", r"\leftarrow", r"\to", r"\leftrightarrow", r"\mapsto",
])  # fmt: skip
CONNECTIVES: Final = frozenset([r"\land", r"\lor"])
CONNECTIVE_WORDS: Final = frozenset(
    [
        "for every", "for any", "for some", "if and only if", "iff", "such that", "s.t.", "subject to", "provided",
        "as", "at", "near", "for all", "when", "then", "since", "hence", "and", "or", "if", "for", "where", "so",
        "with", "for small", "on",
    ]
)  # fmt: skip
LOOSENESS: Final = (CONNECTIVE_WORDS - EQUIVALENT - OR - AND, EQUIVALENT, OR)
"""Words that join statements, from those that bind most loosely; "and" binds more closely than all of them."""
TIMES: Final = frozenset([r"\cdot", r"\times", r"\circ", r"\odot", r"\otimes", r"\bmod", "*"])
SIGNS: Final = frozenset(["+", "-", r"\pm", r"\mp"])
SET_OPERATORS: Final = frozenset([r"\cup", r"\cap", r"\setminus"])
MEMBERSHIP: Final = frozenset([r"\in", r"\notin", r"\ni", r"\subset", r"\subseteq", r"\supset", r"\supseteq"])
DOTS: Final = frozenset([r"\dots", r"\cdots", r"\ldots", r"\vdots", r"\ddots"])
MATRICES: Final = frozenset(["bmatrix", "pmatrix", "vmatrix", "Vmatrix", "matrix"])
ALIGNMENTS: Final = frozenset(["aligned", "align", "align*", "split", "gathered"])

MEANT_BY: Final = {
    **{"\\" + one: rf"write \mathbb{{{one}}}" for one in "RNZQC"},
    **dict.fromkeys((r"\percent", r"\textpercent"), r"write \%"),
    **dict.fromkeys((r"\SI", r"\si", r"\qty", r"\unit"), r"write a unit as words: 5\,\text{m}, 3\,\text{m/s}"),
    **dict.fromkeys((r"\textbf", r"\bm", r"\bf"), r"write \mathbf{…}"),
    **dict.fromkeys((r"\textit", r"\textrm", r"\emph", r"\it"), r"write \text{…}"),
    **dict.fromkeys((r"\(", r"\)", r"\[", r"\]"), "leave it out: a formula stands without marks around it"),
    **dict.fromkeys((r"\tag", r"\label", r"\nonumber", r"\notag"), "leave it out: formulas have no numbers here"),
    **dict.fromkeys((r"\newcommand", r"\def", r"\DeclareMathOperator"), "write the command out where it stands"),
    **dict.fromkeys((r"\input", r"\include", r"\usepackage"), "write out what that file says: formulas read none"),
    **dict.fromkeys(("&", "\\\\"), r"rows and columns stand in \begin{aligned} … \end{aligned} or a matrix"),
    **dict.fromkeys((r"\nexists", r"\not"), r"write what holds instead: \forall x : …, \ne, \notin"),
    **dict.fromkeys(("_", r"\_"), r"write \text{…} for a gap"),
    r"\degree": r"write ^\circ",
    r"\inf": r"write \infty",
    r"\choose": r"write \binom{n}{k}",
    r"\overrightarrow": r"write \vec{…}",
    r"\rm": r"write \mathrm{…}",
    r"\angle": r"write a letter for the angle, such as \alpha",
    "^": "put braces around the whole exponent: x^{-1}, x^{a + b}",
    "*": r"write \cdot, or nothing",
    **dict.fromkeys((r"\underset", r"\mathop"), r"write \min_{x}, \max_{x} or \operatorname*{arg\,min}_{x}"),
    ".": r"for … write \dots, for 0.333… \frac{1}{3}",
    "?": r"write \text{…}, or a letter for what is asked",
    ")": "there is no ( for it",
    "]": "there is no [ for it",
    "}": "there is no { for it",
}
"""What to write for what stands where no formula has it, by the token."""
WRITTEN_FOR: Final = {
    **{glyph.character: rf"\mathbb{{{letter}}}" for letter, glyph in glyphs.DOUBLE_STRUCK.items()},
    **{
        glyph.character: command
        for command, glyph in reversed((glyphs.LETTERS | glyphs.RELATIONS | glyphs.OPERATORS).items())
    },
    "–": "-", "·": r"\cdot", "*": r"\cdot", "√": r"\sqrt{…}", "’": "'", "′": "'", "″": "''", "°": r"^\circ",
    "%": r"\%", "#": r"\text{…}", "“": r"\text{…}", "”": r"\text{…}",
    "$": "nothing: a formula stands without dollar signs",
}  # fmt: skip
"""What to write for a character that formulas do not contain, unless it is a variant of another."""
