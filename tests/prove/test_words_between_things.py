"""What words say that one thing is of another, as a root or an eigenvector: a true formula beside a false one."""

import pytest

from tests.prove.test_what_courses_write import verdict

TRIANGLE = {"A": {"is": r"\begin{pmatrix} 2 & 1 \\ 0 & 3 \end{pmatrix}"}}
PAIR = {
    "A": {"is": r"\begin{pmatrix} 1 & 2 \\ 2 & 1 \end{pmatrix}"},
    "B": {"is": r"\begin{pmatrix} 1 & 3 \\ 2 & 1 \end{pmatrix}"},
}
ANY_SQUARE = {"A": {"kind": "matrix", "shape": (2, 2)}}
SADDLE = {"f(x, y)": {"is": "x^2 - y^2"}}
BOWL = {"f(x, y)": {"is": "x^2 + y^2"}}
MONKEY = {"f(x, y)": {"is": "x^3 - 3xy^2"}}
FLAT_BOWL = {"f(x, y)": {"is": "x^4 + y^4"}}
SPACE = {"f(x, y, z)": {"is": "x^2 + y^2 + z^2 - 2z"}}
CUBIC = {"f(x)": {"is": "x^3 - 3x"}}
SHIFTED = {"f(x)": {"is": "x^3 - 1"}}
EIGHTH = {"f(x)": {"is": "x^8"}}
STEP = {"f(x)": {"is": r"\begin{cases} 1 & x \ge 0 \\ 0 & x < 0 \end{cases}"}}
CORNER = {"f(x)": {"is": "|x|"}}
LETTER, WHOLE, PLANE = {"x": {}}, {"n": {"kind": "integer"}}, {"x": {}, "y": {}}
ROWS = [
    # roots and solutions
    ("proved", r"x = 2 \text{ is a root of } x^2 - 4", {}),
    ("refuted", r"x = 1 \text{ is a root of } x^2 - 4", {}),
    ("proved", r"1 \text{ is a root of } f", SHIFTED),
    ("refuted", r"2 \text{ is a root of } f", SHIFTED),
    ("proved", r"f \text{ has a zero at } x = 1", SHIFTED),
    ("refuted", r"f \text{ has a zero at } x = 2", SHIFTED),
    ("proved", r"x = 3 \text{ solves } x^2 = 9", LETTER),
    ("refuted", r"x = 3 \text{ solves } x^2 = 8", LETTER),
    ("proved", r"x = 2 \text{ and } x = 3 \text{ are solutions of } x^2 - 5x + 6 = 0", LETTER),
    ("refuted", r"x = 2 \text{ and } x = 4 \text{ are solutions of } x^2 - 5x + 6 = 0", LETTER),
    ("proved", r"(1, 2) \text{ is a solution of } x + 3y = 7", PLANE),
    ("refuted", r"(2, 1) \text{ is a solution of } x + 3y = 7", PLANE),
    ("proved", r"y = e^{2x} \text{ solves } y' = 2y", {}),
    ("refuted", r"y = e^{2x} \text{ solves } y' = 3y", {}),
    ("proved", r"y = \sin x \text{ is a solution of } y'' + y = 0", {}),
    ("refuted", r"y = \sin x \text{ is a solution of } y'' - y = 0", {}),
    ("undecided", r"3 \text{ is a root of } x", {"x": {"is": "3"}}),
    # eigenvalues and eigenvectors
    ("proved", r"3 \text{ is an eigenvalue of } A", TRIANGLE),
    ("refuted", r"4 \text{ is an eigenvalue of } A", TRIANGLE),
    ("proved", r"\lambda = 2 \text{ is an eigenvalue of } A", TRIANGLE),
    ("refuted", r"\lambda = 1 \text{ is an eigenvalue of } A", TRIANGLE),
    ("refuted", r"\lambda \text{ is an eigenvalue of } A", TRIANGLE),
    ("proved", r"2 \text{ and } 3 \text{ are eigenvalues of } A", TRIANGLE),
    ("refuted", r"2 \text{ and } 4 \text{ are eigenvalues of } A", TRIANGLE),
    ("proved", r"\lambda \text{ is an eigenvalue of } A \iff \det(A - \lambda I) = 0", TRIANGLE),
    ("proved", r"(1, 1) \text{ is an eigenvector of } A", TRIANGLE),
    ("refuted", r"(1, 2) \text{ is an eigenvector of } A", TRIANGLE),
    ("refuted", r"(0, 0) \text{ is an eigenvector of } A", TRIANGLE),
    ("undecided", r"2 \text{ is an eigenvector of } A", TRIANGLE),
    ("proved", r"(1, 1) \text{ is an eigenvector of } A \text{ for } \lambda = 3", TRIANGLE),
    ("refuted", r"(1, 1) \text{ is an eigenvector of } A \text{ for } \lambda = 2", TRIANGLE),
    ("proved", r"(1, 1) \text{ is an eigenvector of } A \text{ to the eigenvalue } 3", TRIANGLE),
    ("refuted", r"(1, 1) \text{ is an eigenvector of } A \text{ with eigenvalue } 2", TRIANGLE),
    ("proved", r"A \text{ has eigenvalues } 2 \text{ and } 3", TRIANGLE),
    ("refuted", r"A \text{ has the eigenvalues } 2, 4", TRIANGLE),
    ("refuted", r"A \text{ has eigenvalues } 3", TRIANGLE),
    # what is not so
    ("proved", r"5 \text{ is not an eigenvalue of } A", TRIANGLE),
    ("refuted", r"3 \text{ is not an eigenvalue of } A", TRIANGLE),
    ("proved", r"x = 3 \text{ is not a root of } x^2 - 4", LETTER),
    ("refuted", r"x = 2 \text{ is not a root of } x^2 - 4", LETTER),
    ("proved", r"A \text{ is not symmetric}", TRIANGLE),
    ("refuted", r"A \text{ is not invertible}", TRIANGLE),
    ("proved", r"7 \text{ is not divisible by } 2", {}),
    ("refuted", r"n \text{ is not even}", WHOLE),
    ("proved", r"f \text{ is not even}", CUBIC),
    ("refuted", r"f \text{ is not odd}", CUBIC),
    ("proved", r"f \text{ is not injective}", {"f(x)": {"is": "x^2"}}),
    ("undecided", r"f \text{ is not injective}", {"f(x)": {"is": "e^x"}}),
    ("proved", r"f \text{ is not differentiable at } x = 0", CORNER),
    ("refuted", r"f \text{ is not differentiable at } x = 0", EIGHTH),
    ("proved", r"f \text{ is not differentiable at } x = 0", {"f(x)": {"is": r"\sqrt[3]{x^2}"}}),
    ("proved", r"f \text{ is not differentiable at } x = 0", {"f(x)": {"is": r"\sqrt{x}"}}),
    ("refuted", r"f \text{ is not differentiable at } x = 0", {"f(x)": {"is": "x^2"}}),
    ("proved", r"f \text{ is not continuous at } x = 0", STEP),
    ("undecided", r"2 \text{ and } 3 \text{ are not even}", {}),
    # points of functions
    ("proved", r"x = 1 \text{ is a critical point of } f", CUBIC),
    ("refuted", r"x = 2 \text{ is a critical point of } f", CUBIC),
    ("proved", r"f \text{ has an inflection point at } x = 0", CUBIC),
    ("refuted", r"f \text{ has an inflection point at } x = 0", EIGHTH),
    ("proved", r"(0, 0) \text{ is a saddle point of } f", SADDLE),
    ("refuted", r"(0, 0) \text{ is a saddle point of } f", BOWL),
    ("refuted", r"(0, 1) \text{ is a saddle point of } f", SADDLE),
    ("proved", r"f \text{ has a minimum at } (0, 0)", BOWL),
    ("refuted", r"f \text{ has a minimum at } (0, 0)", SADDLE),
    ("refuted", r"f \text{ has a maximum at } (0, 0)", BOWL),
    ("proved", r"(0, 0, 1) \text{ is a local minimum of } f", SPACE),
    ("refuted", r"f \text{ has a critical point at } (x, y, z) = (0, 0, 0)", SPACE),
    # where the second derivatives do not tell, nothing is said
    ("undecided", r"(0, 0) \text{ is a saddle point of } f", MONKEY),
    ("undecided", r"(0, 0) \text{ is a minimum of } f", MONKEY),
    ("undecided", r"(0, 0) \text{ is a saddle point of } f", FLAT_BOWL),
    ("proved", r"f \text{ has a minimum at } x = 0", EIGHTH),
    ("refuted", r"f \text{ has a maximum at } x = 0", EIGHTH),
    ("proved", r"f \text{ has a minimum at } x = 0", CORNER),
    ("undecided", r"f \text{ has a maximum at } x = 0", CORNER),
    ("proved", r"f \text{ is differentiable at } x = 1", CUBIC),
    ("refuted", r"f \text{ is differentiable at } 0", CORNER),
    # several subjects
    ("proved", r"(1, 2) \text{ and } (-2, 1) \text{ are orthogonal}", {}),
    ("refuted", r"(1, 2) \text{ and } (1, 1) \text{ are orthogonal}", {}),
    ("refuted", r"(1, 0), (0, 1), (1, 1) \text{ are perpendicular}", {}),
    ("proved", r"2 \text{ and } 4 \text{ are even}", {}),
    ("refuted", r"2 \text{ and } 3 \text{ are even}", {}),
    ("refuted", r"3, 4 \text{ are even}", {}),
    ("refuted", r"A \text{ and } B \text{ are symmetric}", PAIR),
    ("refuted", r"B \text{ and } A \text{ are symmetric}", PAIR),
    # what there is is of its kind
    ("refuted", r"\exists x : x < 0", {"x": {"kind": "positive"}}),
    ("refuted", r"\exists x : x = -1", {"x": {"kind": "nonnegative"}}),
    ("proved", r"\exists x : x^2 = 2", {"x": {"kind": "positive"}}),
    # numbers and matrices
    ("proved", r"97 \text{ is prime}", {}),
    ("refuted", r"91 \text{ is prime}", {}),
    ("refuted", r"1 \text{ is prime}", {}),
    ("proved", r"2^{10} = 1024 \text{ is even}", {}),
    ("proved", r"2 + 5 = 7 \text{ is prime}", {}),
    ("refuted", r"2 + 7 = 9 \text{ is prime}", {}),
    ("refuted", r"2^3 = 9 \text{ is odd}", {}),
    ("refuted", r"3 \text{ and } 4 \text{ are prime}", {}),
    ("proved", r"3 \nmid 7", {}),
    ("refuted", r"3 \not\mid 9", {}),
    ("proved", r"2 \not= 3", {}),
    ("refuted", r"2 \not \in \{2\}", {}),
    ("proved", r"A \text{ is upper triangular}", TRIANGLE),
    ("refuted", r"A \text{ is lower triangular}", TRIANGLE),
    ("refuted", r"A \text{ is diagonal}", TRIANGLE),
    # one that there is
    ("proved", r"x^2 = 2 \text{ for some } x", LETTER),
    ("proved", r"n^2 > 50 \text{ for some } n \in \mathbb{N}", {"n": {"kind": "natural"}}),
    ("refuted", r"x^2 = -2 \text{ for some } x \in \mathbb{R}", LETTER),
    # new names, one by the other
    ("definition", r"u = 2g, \quad h = 2u", {"g": {}}),
    ("proved", r"u = 2g, \quad h = 2u = 4g", {"g": {}}),
    ("refuted", r"u = 2g, \quad h = 2u = 5g", {"g": {}}),
    ("refuted", r"u = 2g, \quad h = 2u, \quad h = 5g", {"g": {}}),
    ("refuted", r"u = 2g, \quad u = 3g", {"g": {}}),
    ("refuted", r"u = 3, \quad v = u + 1 = 5", {}),
    # a name that a formula binds is no identity matrix
    ("refuted", r"\forall I: I A = A", TRIANGLE),
    ("refuted", r"\frac{d}{dI}(I A) = 0", TRIANGLE),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "formula", "names"), ROWS)
def test_words_say_what_one_thing_is_of_another(kind, formula, names):
    assert verdict(formula, names).kind == kind
