"""What is said of functions by cases: where one ends, of their slopes, integrals and limits; each with a false one."""

import pytest

from tests.prove.test_what_courses_write import verdict


def _f(*rows, domain="", **more):
    body = r"\begin{cases} " + r" \\ ".join(f"{value} & {condition}" for value, condition in rows) + r" \end{cases}"
    return {"f(x)": {"is": body} | ({"domain": domain} if domain else {})} | more


JUMP = _f(("x^2", "x < 2"), ("5", r"x \ge 2"))
MET = _f(("x^2", "x < 1"), ("2x - 1", r"x \ge 1"))
CORNER = _f(("x^2", "x < 1"), ("x", r"x \ge 1"))
HOLE = _f((r"\frac{x^2 - 1}{x - 1}", r"x \ne 1"), ("5", "x = 1"))
GAP = _f(("x", "x < 1"), ("1", "x > 1"))
DENSITY = _f(("2x", r"0 \le x \le 1"), ("0", r"\text{otherwise}"))
WAITING = _f((r"\lambda e^{-\lambda x}", r"\text{if } x \ge 0"), ("0", r"\text{if } x < 0"))
TENT = _f(("x", r"x \in [0, 1]"), ("2 - x", r"x \in (1, 2]"), domain=r"0 \le x \le 2")
RATIONAL = _f(("1", r"x \in \mathbb{Q}"), ("0", r"\text{otherwise}"))
SLANTED = _f(("ax", "x < 1"), ("x^2 + 1", r"x \ge 1"), a={})
OVERLAPPING = _f(("1", r"x \le 1"), ("2", r"x \ge 0"))
STEP_AT_0 = _f(("1", "x < 0"), ("5", r"x \ge 0"), a={})
SWINGING = _f((r"x^2 \sin\frac1x", r"x \ne 0"), ("0", "x = 0"))
ROWS = [
    # limits from each side
    ("proved", r"\lim_{x \to 2^-} f(x) = 4", JUMP),
    ("refuted", r"\lim_{x \to 2^-} f(x) = 5", JUMP),
    ("proved", r"\lim_{x \to 2^+} f(x) = 5", JUMP),
    ("refuted", r"\lim_{x \to 2} f(x) = 5", JUMP),
    ("proved", r"\lim_{x \to 2^-} f(x) \ne \lim_{x \to 2^+} f(x)", JUMP),
    ("proved", r"\lim_{x \to 1} f(x) = f(1)", MET),
    ("proved", r"\lim_{x \to 1} f(x) = 2", HOLE),
    ("refuted", r"\lim_{x \to 1} f(x) = 5", HOLE),
    ("proved", r"\lim_{x \to \infty} f(x) = 5", JUMP),
    ("undecided", r"\lim_{x \to 0} f(x) = 1", RATIONAL),
    # limits and slopes that exist, or do not
    ("proved", r"\lim_{x \to 2} f(x) \text{ does not exist}", JUMP),
    ("refuted", r"\lim_{x \to 1} f(x) \text{ does not exist.}", MET),
    ("proved", r"\lim_{x \to 0} \frac{|x|}{x} \text{ does not exist}", {}),
    ("refuted", r"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} \text{ does not exist}", {}),
    ("proved", r"\lim_{x \to 2} \frac{x^2 - 4}{x - 2} \text{ exists}", {}),
    ("refuted", r"\lim_{x \to 0} \frac{1}{x^2} \text{ exists}", {}),
    ("undecided", r"\lim_{x \to 0} \sin\frac1x \text{ does not exist}", {}),
    ("undecided", r"\lim_{n \to \infty} (-1)^n \text{ does not exist}", {"n": {"kind": "natural"}}),
    ("proved", r"f'(1) \text{ does not exist}", CORNER),
    ("proved", r"f'(1) \text{ exists}", MET),
    ("undecided", r"f'(1) \text{ does not exist}", GAP),
    ("undecided", r"f'(0) \text{ does not exist}", {"f(x)": {"is": r"\frac1x"}}),
    # continuity
    ("proved", r"f \text{ is continuous}", MET),
    ("refuted", r"f \text{ is continuous}", JUMP),
    ("proved", r"f \text{ is not continuous}", JUMP),
    ("refuted", r"f \text{ is not continuous}", MET),
    ("undecided", r"f \text{ is continuous}", GAP),
    ("undecided", r"f \text{ is continuous}", OVERLAPPING),
    ("undecided", r"f \text{ is continuous}", _f(("x", r"0 \le x \le 1"))),
    ("undecided", r"\lim_{x \to a^+} f(x) = f(a)", STEP_AT_0),
    ("undecided", r"\lim_{x \to a} f(x) = 5 \iff a > 0", STEP_AT_0),
    ("undecided", r"f \text{ is continuous}", _f((r"\lfloor x \rfloor", "x < 1"), ("0", r"x \ge 1"))),
    ("undecided", r"f \text{ is continuous}", _f((r"\frac1x", "x < 1"), ("1", r"x \ge 1"))),
    ("proved", r"f \text{ is continuous at } x = 1 \iff a = 2", SLANTED),
    # slopes
    ("proved", "f'(1) = 2", MET),
    ("refuted", "f'(1) = 1", CORNER),
    ("proved", "f'(0) = 0", MET),
    ("proved", "f'(0) = 0", SWINGING),
    ("refuted", "f'(0) = 1", SWINGING),
    ("refuted", "f'(1) = 1", TENT),
    # integrals
    ("proved", r"\int_0^2 f(x)\,dx = \frac13 + \frac32", CORNER),
    ("refuted", r"\int_0^2 f(x)\,dx = 2", CORNER),
    ("proved", r"\int_{-\infty}^{\infty} f(x)\,dx = 1", DENSITY),
    ("proved", r"\int_{-\infty}^{\infty} x f(x)\,dx = \frac23", DENSITY),
    ("refuted", r"\int_{-\infty}^{\infty} x f(x)\,dx = \frac12", DENSITY),
    ("proved", r"\int_{-\infty}^{\infty} x f(x)\,dx = \frac{1}{\lambda}", WAITING | {r"\lambda": {"kind": "positive"}}),
    ("proved", r"\int_0^2 f(x)\,dx = 1", TENT),
    ("undecided", r"\int_0^3 f(x)\,dx = 1", TENT),
    ("proved", r"\int_{-1}^2 |x|\,dx = \frac52", {}),
    ("refuted", r"\int_0^2 |x - 1|\,dx = 0", {}),
    ("refuted", r"\int_{-1}^1 \frac{1}{|x|}\,dx = 0", {}),
    ("proved", r"\int_{-2}^{-1} \frac1x\,dx = -\ln 2", {}),
    ("proved", r"\int_{-1}^0 \frac1x\,dx = -\infty", {}),
    ("refuted", r"\int_{-1}^2 \begin{cases} \frac1x & x < 1 \\ 2 & x \ge 1 \end{cases}\,dx = 2", {}),
    # values
    ("proved", "f(1) = 5", HOLE),
    ("refuted", "f(1) = 2", HOLE),
    ("refuted", "f(1) = 7", GAP),
    ("undecided", "f(1) = 1", RATIONAL),
    # several cases that hold are none, and a letter that means something else is not the integral's
    ("refuted", r"\int_0^1 f(x)\,dx = 1", OVERLAPPING),
    ("undecided", r"\int_0^2 f(y)\,dy = \frac12", _f(("y", "x < 1"), ("0", r"x \ge 1"), y={})),
    ("refuted", r"\int_{-1}^2 \sum_{x=-1}^1 |x|\,dx = 0", {}),
    ("refuted", r"\int_{-1}^2 \left(\lim_{x \to 3} |x|\right)\,dx = 3", {}),
    ("refuted", r"\int_{-1}^1 \sum_{x=0}^1 f(x)\,dx = 12", STEP_AT_0),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why
