r"""The signs of mathematics that a TeX command names: the character that is drawn, and the words that are spoken.

Owns: the one table that Typst, MathML and speech share, so that a sign cannot be drawn and read differently.

Laws:
- A character is a single code point with the meaning of the command (`\epsilon` is ϵ, `\varepsilon` is ε); Typst and
  browsers choose the italic or upright form themselves.
- Words are lower case, without punctuation, and fit into a spoken sentence where the sign stands.
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple


class Glyph(NamedTuple):
    """A sign: its character, and how it is read aloud."""

    character: str
    spoken: str


def _letters(rows: str) -> dict[str, Glyph]:
    """Rows of `command character [words]`; without words the command itself is read."""
    table: dict[str, Glyph] = {}
    for row in rows.split("\n"):
        if row.strip():
            command, character, *words = row.split(maxsplit=2)
            table["\\" + command] = Glyph(character, words[0] if words else command)
    return table


LETTERS = _letters("""
    alpha α
    beta β
    gamma γ
    delta δ
    epsilon ϵ
    varepsilon ε epsilon
    zeta ζ
    eta η
    theta θ
    vartheta ϑ theta
    iota ι
    kappa κ
    lambda λ
    mu μ
    nu ν
    xi ξ
    omicron ο
    pi π
    varpi ϖ pi
    rho ρ
    varrho ϱ rho
    sigma σ
    varsigma ς sigma
    tau τ
    upsilon υ
    phi ϕ
    varphi φ phi
    chi χ
    psi ψ
    omega ω
    Gamma Γ capital gamma
    Delta Δ delta
    Theta Θ capital theta
    Lambda Λ capital lambda
    Xi Ξ capital xi
    Pi Π capital pi
    Sigma Σ capital sigma
    Upsilon Υ capital upsilon
    Phi Φ capital phi
    Psi Ψ capital psi
    Omega Ω capital omega
    ell ℓ l
    hbar ℏ h bar
    imath ı i
    jmath ȷ j
    infty ∞ infinity
    partial ∂ partial
    nabla ∇ the gradient
    emptyset ∅ the empty set
    varnothing ∅ the empty set
    Re ℜ the real part of
    Im ℑ the imaginary part of
    aleph ℵ
    top ⊤ true
    bot ⊥ false
    circ ∘ degrees
    dagger † dagger
    ast ∗ star
    star ⋆ star
    prime ′ prime
""")
"""Signs that stand for a quantity."""

DOUBLE_STRUCK = {
    "A": Glyph("𝔸", "the affine space"),
    "C": Glyph("ℂ", "the complex numbers"),
    "E": Glyph("𝔼", "the expectation"),
    "F": Glyph("𝔽", "the field"),
    "N": Glyph("ℕ", "the natural numbers"),
    "P": Glyph("ℙ", "the probability"),
    "Q": Glyph("ℚ", "the rational numbers"),
    "R": Glyph("ℝ", "the real numbers"),
    "V": Glyph("𝕍", "the variance"),
    "Z": Glyph("ℤ", "the integers"),
}
"""`\\mathbb{…}`"""

RELATIONS = {
    "=": Glyph("=", "equals"),
    "<": Glyph("<", "is less than"),
    ">": Glyph(">", "is greater than"),
    ":=": Glyph("≔", "is defined as"),
    ":": Glyph(":", "such that"),
    "|": Glyph("|", "given"),
} | _letters("""
    ne ≠ is not equal to
    neq ≠ is not equal to
    le ≤ is less than or equal to
    leq ≤ is less than or equal to
    leqslant ⩽ is less than or equal to
    ge ≥ is greater than or equal to
    geq ≥ is greater than or equal to
    geqslant ⩾ is greater than or equal to
    ll ≪ is much less than
    gg ≫ is much greater than
    approx ≈ is approximately
    simeq ≃ is similar to
    cong ≅ is congruent to
    equiv ≡ is identical to
    sim ∼ is distributed as
    propto ∝ is proportional to
    in ∈ is in
    notin ∉ is not in
    ni ∋ contains
    subset ⊂ is a subset of
    subseteq ⊆ is a subset of
    supset ⊃ is a superset of
    supseteq ⊇ is a superset of
    perp ⊥ is perpendicular to
    parallel ∥ is parallel to
    mid ∣ divides
    nmid ∤ does not divide
    forall ∀ for all
    succ ≻ is greater than
    succeq ⪰ is greater than or equal to
    prec ≺ is less than
    preceq ⪯ is less than or equal to
    colon : from
    coloneqq ≔ is defined as
    to → to
    rightarrow → to
    longrightarrow ⟶ to
    leftrightarrow ↔ if and only if
    longleftrightarrow ⟷ if and only if
    mapsto ↦ maps to
    leftarrow ← is replaced by
    gets ← is replaced by
    Rightarrow ⇒ implies
    implies ⟹ implies
    Leftarrow ⇐ is implied by
    Leftrightarrow ⇔ if and only if
    iff ⟺ if and only if
    therefore ∴ hence
    because ∵ since
    uparrow ↑ up to
    downarrow ↓ down to
    land ∧ and
    wedge ∧ and
    lor ∨ or
    vee ∨ or
""")
"""Signs that stand between two sides."""

OPERATORS = {
    "+": Glyph("+", "plus"),
    "-": Glyph("−", "minus"),
    "*": Glyph("∗", "convolved with"),
    "/": Glyph("/", "over"),
    "!": Glyph("!", "factorial"),
    ",": Glyph(",", ""),
    ";": Glyph(";", ""),
} | _letters("""
    cdot ⋅ times
    times × times
    div ÷ divided by
    pm ± plus or minus
    mp ∓ minus or plus
    ast ∗ times
    circ ∘ composed with
    oplus ⊕ plus
    otimes ⊗ tensor
    odot ⊙ element-wise times
    setminus ∖ without
    cup ∪ union
    cap ∩ intersection
    dots … and so on
    ldots … and so on
    cdots ⋯ and so on
    vdots ⋮ and so on
    ddots ⋱ and so on
    sum ∑ the sum
    prod ∏ the product
    int ∫ the integral
    iint ∬ the double integral
    iiint ∭ the triple integral
    oint ∮ the closed integral
    forall ∀ for all
    exists ∃ there exists
    neg ¬ not
    lnot ¬ not
    degree ° degrees
    %  % percent
""")
"""Signs that join or change quantities."""

STYLES = {
    "mathbf": "BOLD",
    "boldsymbol": "BOLD ITALIC",
    "mathcal": "SCRIPT",
    "mathbb": "DOUBLE-STRUCK",
    "mathsf": "SANS-SERIF",
}
"""The commands of mathematical alphabets, and what Unicode calls them."""

_LETTERLIKE = {
    **{("mathbb", letter): glyph.character for letter, glyph in DOUBLE_STRUCK.items()},
    **{("mathcal", letter): styled for letter, styled in zip("BEFHILMRego", "ℬℰℱℋℐℒℳℛℯℊℴ", strict=True)},
}
"""Unicode had these before the mathematical alphabets, and left holes there."""


def styled(character: str, style: str) -> str:
    """The character of a mathematical alphabet: `styled("w", "mathbf")` is 𝐰.

    Unchanged where the alphabet has no such character.
    """
    if (style, character) in _LETTERLIKE:
        return _LETTERLIKE[style, character]
    name = unicodedata.name(character, "").removeprefix("GREEK ").removeprefix("LATIN ")
    words = name.replace("LETTER ", "").replace("SYMBOL", "").strip()
    for wanted in (STYLES[style], STYLES[style].split()[0]):
        try:
            return unicodedata.lookup(f"MATHEMATICAL {wanted} {words}")
        except KeyError:
            continue
    return character
