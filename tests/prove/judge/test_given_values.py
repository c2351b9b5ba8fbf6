"""What is given of unknown functions: beside each that no functions obey stand ones that some do."""

import pytest

from tests.prove.test_what_courses_write import verdict

NAMES = {"f(x)": {}, "g(x)": {}, "x": {}, "y": {}, "a": {}}
NOTHING = [
    r"f(3) = 8, f(x) = x^2",
    r"f(0) = 2, f(x)^2 + g(x)^2 = 1",
    r"f(0) = 1, g(0) = 1, f(x) + g(x) = 1",
    r"f(1) = 1, g(1) = 1, f(x) g(x) = 0",
    r"f(0) = 1, g(0) = 1, f(x) = g(x) + 1",
    r"f(1) = 2, f(2) = 3, f(f(x)) = x",
    r"f'(x) = f(x), f(0) = 1, f(1) = 2",
    r"f'(x) = 3 - f(x), f(0) = 3, f(1) = 2",
    r"f''(x) > 0, f(0) = 0, f(1) = 5, f(2) = 0",
    r"f''(x) = 0, f(0) = 0, f(1) = 5, f(2) = 0",
    r"f''(x) = 6x, f(0) = 0, f(1) = 1, f(2) = 9",
    r"f(x) \le 1, \int_0^1 f(x)\,dx = 2",
    r"f(x) > 0, \int_0^1 f(x)\,dx = -1",
    r"f(x + 1) > f(x), f(1) = 3, f(2) = 2",
    r"|f(x)| \le 1, f(0) = 2",
]
SOMETHING = [
    r"f(3) = 9, f(x) = x^2",
    r"f(0) = \frac12, f(x)^2 + g(x)^2 = 1",
    r"f(0) = 1, g(0) = 0, f(x) + g(x) = 1",
    r"f(1) = 0, g(1) = 1, f(x) g(x) = 0",
    r"f(0) = 2, g(0) = 1, f(x) = g(x) + 1",
    r"f(1) = 2, f(2) = 1, f(f(x)) = x",
    r"f'(x) = f(x), f(0) = 1, f(1) = e",
    r"f'(x) = 3 - f(x), f(0) = 3, f(1) = 3",
    r"f'(x) = f(x)^2, f(0) = 1, f(1) = 5",  # of such equations nothing is known
    r"f''(x) > 0, f(0) = 0, f(1) = -5, f(2) = 0",
    r"f''(x) = 0, f(0) = 0, f(1) = 1, f(2) = 2",
    r"f''(x) = 6x, f(0) = 0, f(1) = 1, f(2) = 8",
    r"f'''(x) > 0, f(0) = 0, f(1) = 1, f(2) = 8, f(3) = 27",
    r"f(x) \le 1, \int_0^1 f(x)\,dx = 1",
    r"f(x) > 0, \int_1^0 f(x)\,dx = -1",
    r"f(x + 1) > f(x), f(1) = 2, f(2) = 3",
    # … of one place
    r"f(1) = 3, f(x)^2 = 4",
    r"f(0) = 1, f(x) = x",
    r"f(0) = 1, g(0) = 2, f(x) = g(x)",
    r"x = 1, f(x) > 0, f(2) = -1",
    r"f(a) > 0, f(1) = -1",
]


@pytest.mark.parametrize("tex", NOTHING)
def test_what_no_functions_obey_is_not_assumed(tex):
    assert verdict(tex, NAMES, role="given").kind == "refuted"


@pytest.mark.parametrize("tex", SOMETHING)
def test_what_some_functions_obey_is_assumed(tex):
    assert verdict(tex, NAMES, role="given").kind == "given"


@pytest.mark.parametrize("domain", [r"x \ge 2", "x < 0", "0 < x < 1", "x^2 < 1"])
def test_what_is_said_where_a_letter_may_be_says_nothing_of_other_places(domain):
    lets = NAMES | {"x": {"domain": domain}}
    assert verdict("f(x) > 0, f(1) = -1", lets, role="given").kind == "given"
    assert verdict("f(x) > 0, f(1) = -1", NAMES, role="given").kind == "refuted"
