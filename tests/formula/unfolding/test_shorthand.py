"""What is written short within a term or a link, in full."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.unfolding.shorthand import in_full, inverts, with_imaginary_roots

MODEL = declaring({"n": {"kind": "integer"}, "x": {}, "X": {"kind": "random"}, r"\lambda": {}, "f(x)": "x"})


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        (r"n^2 \equiv 0 \text{ or } 1 \pmod 4", r"n^2 \equiv 0 \pmod{4} \text{ or } n^2 \equiv 1 \pmod{4}"),
        (r"2^{10} = 1024 \equiv 2 \pmod 7", r"2^{10} = 1024 \text{ and } 1024 \equiv 2 \pmod{7}"),
        (r"7^{-1} \equiv 3 \pmod{10}", r"7 \cdot (3) \equiv 1 \pmod{10}"),
        (r"\lfloor x \rfloor = 3", r"3 \le x < 4"),
        (r"\lceil x \rceil = -3", r"-4 < x \le -3"),
        (r"x \overset{\text{def}}{=} 2", "x = 2"),
        (r"\arg\max_x f(x) = \{2\}", r"\operatorname*{arg\,max}_{x} f(x) = 2"),
        (r"0.1\overline{6}", r"\left(\frac{15}{90}\right)"),
        (
            r"X \sim \operatorname{Exp}(\lambda) \Rightarrow P(X > 1) = e^{-\lambda}",
            r"X \sim \operatorname{Exp}(\lambda) \text{ and } \lambda > 0 \Rightarrow P(X > 1) = e^{-\lambda}",
        ),
        (r"\arg(-1 + i)", r"\left(\pi - \arctan\left(\frac{1}{1}\right)\right)"),
        (r"\arg(1 - i)", r"\left(-\arctan\left(\frac{1}{1}\right)\right)"),
        (r"\arg(-2)", r"\pi"),
        (r"\arg(2i)", r"\left(\frac{\pi}{2}\right)"),
    ],
)
def test_in_full_it_says_the_same(tex, said):
    assert write_latex(in_full(tree_of(tex, MODEL))) == said


@pytest.mark.parametrize(
    "tex",
    [
        r"\arg(x + i)",
        r"\arg(0)",
        r"\lfloor x \rfloor = 0.5",
        r"7^{-1} \equiv 3^{-1} \pmod{10}",
        r"X \sim \operatorname{Exp}(2) \Rightarrow P(X > 1) = e^{-2}",
        "x = 2",
    ],
)
def test_what_is_not_short_or_not_known_stays(tex):
    assert in_full(tree_of(tex, MODEL)) is None


@pytest.mark.parametrize(
    ("tex", "plain"),
    [
        (r"\sqrt{-4} + i", r"(i\sqrt{4}) + i"),
        ("i^{2026}", "i^6"),
        ("i^2", "i^2"),
        (r"\sqrt{4}", r"\sqrt{4}"),
        (r"\sqrt[3]{-8}", r"\sqrt[3]{-8}"),
    ],
)
def test_a_root_of_a_negative_number_is_imaginary(tex, plain):
    assert write_latex(with_imaginary_roots(tree_of(tex, MODEL))) == plain


def test_a_negative_power_inverts():
    assert inverts(tree_of("7^{-1}", MODEL))
    assert not inverts(tree_of("7^2", MODEL))
