"""The one rule for numbers on the page: rounded at the last digit, with digits enough to tell neighbours apart."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mathora.export.html.web_files import web_file


@pytest.fixture(scope="module")
def rule(browser):
    """Calls a function of `numbers.js`."""
    page = browser.new_page()
    script = f"const WORDS = {{ undefined: 'undefined' }};\n{web_file('numbers.js')}"
    yield lambda name, *values: page.evaluate(f"values => {{ {script}\n return {name}(...values); }}", list(values))
    page.close()


@pytest.mark.parametrize(
    ("value", "neighbours", "least", "words"),
    [
        (0.25, [], 1, "0.25"),
        (9.8315, [8.748, 10.816], 1, "9.8"),
        (20.67, [22.68, 18.72], 1, "20.7"),
        (16, [15.9695, 15.9695], 1, "16"),
        (15.9695, [16, 15.876], 1, "15.97"),
        (100000.4, [100000.3, 100000.5], 1, "100000.4"),
        (100000.44, [100000.43, 100000.45], 1, "100000.44"),
        (-0.0, [], 1, "0"),
        (-9, [-8.5], 1, "−9"),
        (1e-17, [-0.6, 0.6], 1, "0"),
        (0.0004, [0.0003, 0.0005], 2, "0.0004"),
        (1.5e-7, [], 1, "1.5×10⁻⁷"),
        (2.5e12, [], 1, "2.5×10¹²"),
        (0.35, [0.3, 0.4], 2, "0.35"),
        (0.1 + 0.2, [], 1, "0.3"),
        (1 / 3, [], 1, "0.33"),
        (0.25, [0.25, 0.25], 1, "0.25"),
    ],
)
def test_a_number_as_it_is_read(rule, value, neighbours, least, words):
    assert rule("shown", value, neighbours, least) == words


def test_what_has_no_value_is_called_undefined(rule):
    assert rule("(() => shown(1 / 0))") == "undefined"


@pytest.mark.parametrize(
    ("terms", "total"), [([0.1, 0.2], 0.3), ([0.3, -0.1, -0.2], 0), ([1e-12, 2e-12], 3e-12), ([], 0), ([5], 5)]
)
def test_what_cancels_is_zero_and_what_is_small_is_not(rule, terms, total):
    assert rule("sumOf", terms) == total


def test_a_quarter_turn_leaves_no_noise_in_a_matrix(rule):
    """The page said that (2, 0) is moved to (1.2×10⁻¹⁶, 2)."""
    way = f"(share) => {{ {web_file('plane.js')}\n return times(wayOf([[0, -1], [1, 0]])(share), [2, 0]); }}"
    assert rule(f"({way})", 1) == [0, 2]


FINITE = st.floats(-1e8, 1e8, allow_nan=False).filter(lambda value: value == 0 or abs(value) > 1e-5)


@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=FINITE, step=st.floats(1e-6, 1e3))
def test_what_is_read_is_the_value_rounded_and_differs_from_its_neighbours(rule, value, step):
    read = [rule("shown", one, [one - step, one + step]) for one in (value, value + step)]
    text = read[0].replace("−", "-")
    if abs(value) >= 1e-9 * (abs(value) + step) and "×" not in text:
        places = len(text.partition(".")[2])
        assert abs(float(text) - value) <= 0.5 * 10.0**-places * (1 + 1e-6)
    if step > 1e-8 * (abs(value) + step):
        assert read[0] != read[1]


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        ([0, 16], ["0", "5", "10", "15"]),
        ([0, 0.2], ["0", "0.05", "0.1", "0.15", "0.2"]),
        ([1000000, 1000000.4], ["1000000", "1000000.1", "1000000.2", "1000000.3", "1000000.4"]),
        ([-2, 2], ["−2", "−1", "0", "1", "2"]),
    ],
)
def test_ticks_are_told_apart(browser, interval, words):
    page = browser.new_page()
    script = web_file("numbers.js") + web_file("plot.js")
    found = page.evaluate(f"it => {{ {script}\n return ticks(it, 5).map(tick => tick.words); }}", interval)
    page.close()
    assert found == words
