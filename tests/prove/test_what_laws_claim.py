r"""Laws of what has a law already, and values of what a law determines: claims, never taken on trust.

Beside each true formula stands a false one.
"""

import pytest

from tests.prove.test_what_courses_write import verdict


def quantity(law: str) -> dict[str, str]:
    return {"kind": "random", "domain": law}


NORMAL = {"X": quantity(r"X \sim \mathcal{N}(0, 1)")}
ANY_NORMAL = {"X": quantity(r"X \sim \mathcal{N}(\mu, \sigma^2)"), r"\mu": {}, r"\sigma": {"kind": "positive"}}
WAITING = {"X": quantity(r"X \sim \operatorname{Exp}(2)")}
UNIFORM = {"X": quantity(r"X \sim \mathcal{U}(0, 1)")}
DRAWN = {"n": {"kind": "natural", "domain": r"n \ge 1"}, r"\mu": {}, "X_i": quantity(r"X_i \sim \mathcal{N}(\mu, 1)")}
SAMPLE = DRAWN | {"X_i": {"kind": "random", "domain": (r"X_i \sim \mathcal{N}(\mu, 1)", r"X_i \perp X_j")}}
FREE = {"X": {"kind": "random"}}
BOTH = FREE | {"Y": {"kind": "random"}}
TWO_NORMAL = r"X \sim \mathcal{N}(0, 1) \text{ and } Y \sim \mathcal{N}(0, 1) \text{ and } X \perp Y \Rightarrow "
TWO_COUNTS = (
    r"X \sim \operatorname{Poi}(2) \text{ and } Y \sim \operatorname{Poi}(3) \text{ and } X \perp Y \Rightarrow "
)
APART = NORMAL | {"Y": quantity(r"Y \sim \mathcal{N}(0, 1)")}
PAIRWISE = {
    "X": quantity((r"X \sim \mathcal{N}(0, 1)", r"X \perp Y")),
    "Y": quantity((r"Y \sim \mathcal{N}(0, 1)", r"Y \perp Z")),
    "Z": quantity((r"Z \sim \mathcal{N}(0, 1)", r"X \perp Z")),
}
ROWS = [
    ("proved", r"\frac{X - \mu}{\sigma} \sim \mathcal{N}(0, 1)", ANY_NORMAL),
    ("refuted", r"\frac{X - \mu}{\sigma} \sim \mathcal{N}(0, 2)", ANY_NORMAL),
    ("proved", r"-X \sim \mathcal{N}(0, 1)", NORMAL),
    ("proved", r"2X \sim \operatorname{Exp}(1)", WAITING),
    ("refuted", r"2X \sim \operatorname{Exp}(4)", WAITING),
    ("proved", r"1 - X \sim \mathcal{U}(0, 1)", UNIFORM),
    ("refuted", r"2X \sim \mathcal{U}(0, 3)", UNIFORM),
    ("proved", r"X \sim \mathcal{N}(0, 1) \Rightarrow 3X \sim \mathcal{N}(0, 9)", FREE),
    ("refuted", r"X \sim \mathcal{N}(0, 1) \Rightarrow 3X \sim \mathcal{N}(0, 3)", FREE),
    ("proved", r"X \sim \mathcal{N}(0, 1), \quad Y = 3X \sim \mathcal{N}(0, 9)", FREE),
    ("refuted", r"X \sim \mathcal{N}(0, 1) \Rightarrow Z = 3X \sim \mathcal{N}(0, 3)", FREE),
    # the mean and the variance fit, the law does not
    ("undecided", r"X - \frac{1}{2} \sim \mathcal{N}\left(0, \frac14\right)", WAITING),
    # a name has one law
    ("notation", r"X \sim \mathcal{N}(0, 1)", NORMAL),
    ("notation", r"X \sim \mathcal{N}(0, 1)", FREE),
    ("refuted", r"X \sim \mathcal{N}(0, 2)", NORMAL),
    ("refuted", r"X \sim \operatorname{Exp}(2) \Rightarrow X \sim \mathcal{U}(0, 3)", FREE),
    # sums: of independent normal quantities and counts
    ("notation", TWO_NORMAL + r"X - 2Y \sim \mathcal{N}(0, 5)", BOTH),
    ("refuted", TWO_NORMAL + r"X - 2Y \sim \mathcal{N}(0, 3)", BOTH),
    ("undecided", r"X + Y \sim \mathcal{N}(0, 2)", APART),
    ("undecided", TWO_NORMAL + r"XY \sim \mathcal{N}(0, 1)", BOTH),
    ("notation", TWO_COUNTS + r"X + Y \sim \operatorname{Poi}(5)", BOTH),
    ("refuted", TWO_COUNTS + r"X + Y \sim \operatorname{Poi}(6)", BOTH),
    ("refuted", TWO_COUNTS + r"X - Y \sim \operatorname{Poi}(1)", BOTH),
    # members of a family that are independent
    ("proved", r"\operatorname{Var}(X_1 + X_2) = 2", SAMPLE),
    ("undecided", r"\operatorname{Var}(X_1 + X_2) = 4", SAMPLE),
    ("notation", r"X_1 + X_2 \sim \mathcal{N}(2\mu, 2)", SAMPLE),
    ("refuted", r"X_1 + X_2 \sim \mathcal{N}(\mu, 2)", SAMPLE),
    ("undecided", r"X_1 + X_2 \sim \mathcal{N}(2\mu, 2)", DRAWN),
    ("notation", r"\frac{1}{n} \sum_{i=1}^n X_i \sim \mathcal{N}\left(\mu, \frac{1}{n}\right)", SAMPLE),
    ("undecided", r"\frac{1}{n} \sum_{i=1}^n X_i \sim \mathcal{N}\left(\mu, \frac{1}{n^2}\right)", SAMPLE),
    ("refuted", r"X_1 \sim \mathcal{N}(\mu, 2)", SAMPLE),
    # what a law asks of its parameters is no premise; a name says what it stands for if nothing else speaks of it
    ("proved", r"aX \sim \mathcal{U}(0, a)", UNIFORM | {"a": {"kind": "positive"}}),
    ("undecided", r"aX \sim \mathcal{U}(0, a)", UNIFORM | {"a": {}}),
    ("undecided", r"\frac{2X}{\lambda} \sim \operatorname{Exp}(\lambda)", WAITING | {r"\lambda": {}}),
    ("proved", r"Y \sim \mathcal{N}(0, 4)", NORMAL | {"Y": {"is": "2X"}}),
    ("refuted", r"Y \sim \mathcal{N}(0, 3)", NORMAL | {"Y": {"is": "2X"}}),
    ("refuted", r"2Y \sim \mathcal{N}(0, 3)", NORMAL | {"Y": {"is": "2X"}}),
    ("undecided", r"\forall a: aX \sim \mathcal{N}(0, 1)", NORMAL),
    ("undecided", r"\forall a > 0: aX \sim \mathcal{U}(0, a)", UNIFORM),
    ("refuted", TWO_NORMAL + r"Y = 3X \sim \mathcal{N}(0, 9)", BOTH),
    ("refuted", r"X \sim \mathcal{N}(0, 1) \Rightarrow X = 3X \sim \mathcal{N}(0, 9)", FREE),
    # one says what the other says, where a term turns back
    ("proved", r"X \sim \mathcal{U}(0, 1) \iff 2X \sim \mathcal{U}(0, 2)", FREE),
    ("refuted", r"X \sim \mathcal{U}(0, 1) \iff 2X \sim \mathcal{U}(0, 3)", FREE),
    ("refuted", r"\frac{X - 1}{2} \sim \mathcal{N}(0, 1) \iff X \sim \mathcal{N}(1, 2)", FREE),
    # two and two are not all together
    ("undecided", r"X + Y + Z \sim \mathcal{N}(0, 3)", PAIRWISE),
    # of no row
    ("undecided", r"X^2 \sim \chi^2(3)", NORMAL),
    # what a law determines is not stated, wherever it stands
    ("proved", r"\forall t \ge 0: P(2X \le t) = 1 - e^{-t}", WAITING),
    ("undecided", r"\forall t \ge 0: P(2X \le t) = 1 - e^{-3t}", WAITING),
    ("undecided", r"P(2X \le t) = 1 - e^{-3t} \text{ for all } t \ge 0", WAITING),
    ("undecided", r"\mathbb{E}[|X|] = 3 \text{ and } \mathbb{E}[\ln X] = 5", WAITING),
    # and no number that it may be: all of these are true
    ("undecided", r"\mathbb{E}[|X|] \le 3", WAITING),
    ("undecided", r"\mathbb{E}[|X|] + 1 = \frac32", WAITING),
    ("undecided", r"\mathbb{E}[\ln X] < 0", WAITING),
    ("undecided", r"\mathbb{E}[\ln X] < 0 \text{ or } 1 = 2", WAITING),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_formula_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why
