"""What surely happens by its chance is a domain, whichever way it is written."""

import pytest

from mathora.formula import read_model
from mathora.formula.tree.canonical_latex import write_latex
from mathora.prove.judge.sure_events import with_sure_orders
from tests.prove.test_what_courses_write import source


@pytest.mark.parametrize(
    ("said", "chance", "domain"),
    [
        (r"P(X \ge 0)", "1", [r"X \ge 0"]),
        (r"P(0 \le X)", "1", [r"X \ge 0"]),
        (r"P(X < 0)", "0", [r"X \ge 0"]),
        (r"P(X < 0)", "0.5", []),
        (r"P(X = 0)", "0", []),
    ],
)
def test_what_is_sure_bounds_its_quantity(said, chance, domain):
    model = with_sure_orders(read_model(source({"X": {"kind": "random"}, said: {"is": chance}})))
    assert [write_latex(one) for one in model.names["X"].domain] == domain
