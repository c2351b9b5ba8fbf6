"""What is noted over, under and behind a formula is a statement of its own, or claims nothing."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.notes import with_notes_said

MODEL = declaring({
    "x": {}, "f(x)": "x^2", "h(x)": {}, "a_n": {}, "n": {"kind": "natural"}, "y": {}, "z": {}, "u": {}, "c": "3",
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"\underbrace{x + x}_{2x} + 1 = 2x + 1", r"\underbrace{x + x}_{2x} + 1 = 2x + 1 \text{ and } x + x = 2x"),
        (r"\underbrace{3 + 4}_{= 7} = 7", r"\underbrace{3 + 4}_{= 7} = 7 \text{ and } 3 + 4 = 7"),
        (r"\underbrace{x^2}_{\ge 0} + 1 > 0", r"\underbrace{x^2}_{\ge 0} + 1 > 0 \text{ and } x^2 \ge 0"),
        (r"f(x) \xrightarrow{x \to 2} 4", r"\lim_{x \to 2} f(x) = 4"),
        (r"f(x) \to 4 \text{ as } x \to 2", r"\lim_{x \to 2} f(x) = 4"),
        (r"a_n = \frac1n \xrightarrow{n \to \infty} 0", r"\lim_{n \to \infty} \left(\frac{1}{n}\right) = 0"),
        (r"x \sim \sin x \text{ as } x \to 0", r"\lim_{x \to 0} \left(\frac{x}{\sin x}\right) = 1"),
        (r"x \overset{x \to 0}{\sim} \sin x", r"\lim_{x \to 0} \left(\frac{x}{\sin x}\right) = 1"),
        (r"e^x \approx 1 + x \text{ near } x = 0", r"\lim_{x \to 0} \frac{((e^x) - (1 + x))}{x^1} = 0"),
        (r"e^x \approx 1 + x \text{ for small } x", r"\lim_{x \to 0} \frac{((e^x) - (1 + x))}{x^1} = 0"),
        (r"x = 3: \quad x^2 = 9", r"x = 3 \Rightarrow x^2 = 9"),
        (r"\int 2x^3 \, dx \overset{u = x^2}{=} \int u \, du", r"u = x^2 \Rightarrow \int 2x^3 \, dx = \int u \, du"),
        (r"3 \overset{u = 1}{=} 2 + u = 3", r"u = 1 \Rightarrow 3 = 2 + u = 3"),
        (r"\text{if } x = 2 \text{ then } x^2 = 4", r"x = 2 \Rightarrow x^2 = 4"),
    ],
)
def test_a_note_says_something(tex, said):
    assert write_latex(with_notes_said(tree_of(tex, MODEL), MODEL)) == said


@pytest.mark.parametrize(
    "tex",
    [
        r"\underbrace{5 + 5 + 5}_{3} = 15",
        r"\underbrace{2x + 1}_{z} = 3",
        r"\underbrace{2x + 1}_{3} = 3",
        r"h(x) \to 4 \text{ as } x \to 2",
        r"a_n \xrightarrow{n \to \infty} 0",
        r"x + u \overset{u = 1}{=} 2",
        r"x \overset{c = x^2}{=} 2",
        "x + 1 = 2",
    ],
)
def test_what_counts_names_or_tells_what_is_known_claims_nothing(tex):
    node = tree_of(tex, MODEL)
    assert with_notes_said(node, MODEL) is node
