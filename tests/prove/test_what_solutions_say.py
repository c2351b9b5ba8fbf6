r"""Sets of solutions, of real and of complex numbers, numbers that are listed for them; and some that are large."""

import pytest

from tests.prove.test_what_courses_write import verdict

COMPLEX, REAL = {"z": {"kind": "complex"}}, {"x": {}}
WHOLE, COUNTED = {"n": {"kind": "integer"}}, {"n": {"kind": "natural"}}
ROWS = [
    ("proved", r"\{z \in \mathbb{C} : z^2 = -1\} = \{i, -i\}", COMPLEX),
    ("proved", r"\{z : z^3 = 1\} = \{1, e^{2\pi i/3}, e^{4 \pi i/3}\}", COMPLEX),
    ("refuted", r"\{z : z^2 = -1\} = \{i\}", COMPLEX),
    ("refuted", r"\{z : z^2 = -1\} = \emptyset", COMPLEX),
    ("refuted", r"\{z \in \mathbb{C} : z^4 = 1\} = \{1, -1\}", COMPLEX),
    ("proved", r"z^4 = 1 \iff z \in \{1, i, -1, -i\}", COMPLEX),
    ("proved", r"z^3 = 1 \iff z \in \{1, e^{2\pi i/3}, e^{4 \pi i/3}\}", COMPLEX),
    ("refuted", r"z^3 = 1 \iff z \in \{1, e^{\pi i/3}, e^{4 \pi i/3}\}", COMPLEX),
    ("proved", r"\forall z \in \mathbb{C} : |z|^2 = z \bar z", COMPLEX),
    ("refuted", r"\forall z \in \mathbb{C} : z = \bar z", COMPLEX),
    ("refuted", r"\forall z \in \mathbb{C} : \sqrt{z^2} = z", COMPLEX),
    # the letter is of its own kind where no set is written
    ("proved", r"\{x : x^2 = -1\} = \emptyset", REAL),
    ("proved", r"\{x : x^2 = 4\} = \{-2, 2\}", REAL),
    ("proved", r"\{x : x^2 < 4\} = (-2, 2)", REAL),
    ("refuted", r"\{x : x^2 \le 4\} = (-2, 2)", REAL),
    ("refuted", r"\{x : x^2 \ge 0\} = \emptyset", REAL),
    ("proved", r"\{n : n^2 = 4\} = \{2\}", COUNTED),
    ("refuted", r"\{n : n^2 = 4\} = \{2\}", WHOLE),
    # factorials of a deck
    ("proved", r"\binom{52}{5} = \frac{52!}{5!\, 47!} = 2\,598\,960", {}),
    ("refuted", r"\binom{52}{5} = \frac{52!}{5!\, 46!}", {}),
    ("proved", r"\int_{-1}^{1} \frac{dx}{\sqrt{1 - x^2}} = \left[ \arcsin x \right]_{-1}^{1} = \pi", REAL),
    ("refuted", r"\int_{-1}^{1} \frac{dx}{\sqrt{1 - x^2}} = \frac{\pi}{2}", REAL),
]


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_set_of_solutions_is_compared_number_by_number(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why
