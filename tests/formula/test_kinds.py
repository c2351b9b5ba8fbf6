"""What a declared name is, where its kind is not written."""

import pytest

from mathora.formula import read_model
from mathora.lesson import Declaration, ModelSource, Text


def _declared(*domain: str, body: str = "", kind=None):
    given = tuple(map(Text.written, domain))
    one = Declaration(head=Text.written("n"), body=Text.written(body) if body else None, domain=given, kind=kind)
    return read_model(ModelSource(declarations=(one,))).names["n"]


@pytest.mark.parametrize(
    ("domain", "kind", "shape", "kept"),
    [
        (r"n \in \mathbb{N}", "natural", None, 0),
        (r"n \in \mathbb{Z}, n \ge 1", "integer", None, 1),
        (r"n \in \mathbb{C}", "complex", None, 0),
        (r"n \in \mathbb{R}^3", "vector", (3, 1), 0),
        (r"n \in \mathbb{R}^{2 \times 3}", "matrix", (2, 3), 0),
        (r"n \in \mathbb{R}^{99}", "real", None, 1),
        (r"n \in \mathbb{R}", "real", None, 1),
        (r"n \in [0, 1]", "real", None, 1),
    ],
)
def test_a_domain_says_the_kind(domain, kind, shape, kept):
    name = _declared(domain)
    assert (name.kind, name.shape, len(name.domain)) == (kind, shape, kept)


def test_a_bound_beside_the_kind_is_kept_as_an_interval():
    assert _declared(r"n \in \mathbb{N}", r"1 \le n \le 5").ranges[0][1].high.text == "5"


def test_a_written_kind_and_a_value_stand():
    assert _declared(r"n \in \mathbb{N}", kind="positive").kind == "positive"
    assert _declared(r"n \in \mathbb{N}", body="2").kind == "real"
