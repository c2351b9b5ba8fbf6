"""Entries of arrays, and the indices that run through them."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import read, write_latex
from mathora.formula.linear_algebra.entries import array_of, of_each_member, with_entries, with_ranges
from mathora.lesson import Text
from mathora.prove.task import Task, decided

MODEL = declaring({
    "A": {"kind": "matrix", "shape": (2, 2)}, "B": {"kind": "matrix", "shape": (2, 2)}, "C": {"kind": "matrix"},
    "u": {"kind": "vector", "shape": (2, 1)}, r"\mathbf{p}": {"kind": "vector", "shape": (2, 1)}, "x": {}, "z_i": {},
    "i": {"kind": "natural"}, "j": {"kind": "natural"}, "N": r"\begin{pmatrix} 2 & 3 \\ 3 & 4 \end{pmatrix}",
})  # fmt: skip


@pytest.mark.parametrize(
    ("tex", "full"),
    [
        (r"\sum_i u_i", r"\sum_{i = 1}^2 u_i"),
        (r"\sum_{i, j} A_{ij}", r"\sum_{i = 1}^2 \sum_{j = 1}^2 A_{ij}"),
        (r"\sum_{i=1}^2 u_i", r"\sum_{i = 1}^2 u_i"),
        (r"\sum_i C_{ii}", r"\sum_i C_{ii}"),  # no shape, no end
        (r"\sum_i x", r"\sum_i x"),
    ],
)
def test_a_sum_over_all_entries_ends_where_the_shape_does(tex, full):
    assert write_latex(with_ranges(tree_of(tex, MODEL), MODEL)) == full


def of_members(**bodies):
    """A model with members x_i, a number n, and what else is given."""
    given = {"n": {"kind": "natural"}, "m": {"kind": "natural"}, "x_i": {}, "p_i": {}}
    return declaring({**given, r"\bar x": r"\frac{1}{n} \sum_{i=1}^n x_i", **bodies})


@pytest.mark.parametrize(
    ("tex", "bodies", "full"),
    [
        (r"\sum_i x_i", {}, r"\sum_{i = 1}^n x_i"),
        (r"\sum_k x_k", {}, r"\sum_{k = 1}^n x_k"),
        (r"\sum_i p_i", {}, r"\sum_i p_i"),  # the model sums no p
        (r"\sum_i x_i", {"S": r"\sum_{i=1}^m x_i"}, r"\sum_i x_i"),  # two ends
        (r"\sum_i x_i", {"S(k)": r"\sum_{i=1}^k x_i"}, r"\sum_i x_i"),  # an end that is bound there
        (r"\sum_i x_i", {r"\bar x": r"\sum_{i=2}^n x_i"}, r"\sum_i x_i"),  # not from 1 on
    ],
)
def test_a_sum_over_members_ends_where_the_model_s_own_sums_do(tex, bodies, full):
    model = of_members(**bodies)
    assert write_latex(with_ranges(tree_of(tex, model), model)) == full


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        (r"\sum_i (x_i - \bar x) = 0", "proved"),
        (r"\sum_i (x_i - \bar x)^2 = \sum_i x_i^2 - n \bar x^2", "proved"),
        (r"\sum_i (x_i - \bar x) = 1", "refuted"),
        (r"\sum_i x_i = \bar x", "refuted"),
    ],
)
def test_deviations_from_the_mean_add_up_to_nothing(tex, kind):
    model = of_members(n={"kind": "natural", "domain": (Text.written(r"n \ge 1"),)})
    assert decided(Task(read(Text.written(tex), model), model, "claim")).kind == kind


@pytest.mark.parametrize(
    ("tex", "each"),
    [
        ("N_{1j} = j + 1", ["N_{11} = 1 + 1", "N_{12} = 2 + 1"]),
        (r"(AB)_{1j} = \sum_{k=1}^2 A_{1k} B_{kj}", [
            r"(AB)_{11} = \sum_{k = 1}^2 A_{1k}B_{k 1}", r"(AB)_{12} = \sum_{k = 1}^2 A_{1k}B_{k 2}",
        ]),
        (r"z_i = \sum_{k=1}^2 z_k", [r"z_1 = \sum_{k = 1}^2 z_k", r"z_2 = \sum_{k = 1}^2 z_k"]),
    ],
)  # fmt: skip
def test_a_statement_of_an_index_is_one_of_each_of_its_values(tex, each):
    assert [write_latex(one) for one in of_each_member(tree_of(tex, MODEL), MODEL).operands] == each


@pytest.mark.parametrize("tex", [r"x = \sum_{k=1}^3 z_k", "A_{ij} = B_{ij}", "x > 2"])
def test_what_names_no_entry_that_is_known_stays(tex):
    node = tree_of(tex, MODEL)
    assert of_each_member(node, MODEL) is node


@pytest.mark.parametrize(
    ("tex", "kind"),
    [
        ("N_{ij} = i + j", "proved"),
        (r"N_{ij} \ge i + 1", "proved"),
        ("N_{ii} = 2i", "proved"),
        ("N_{ij} = i - j", "refuted"),
        ("N_{ij} = i + j + 1", "refuted"),
        ("N_{ij} = 2i", "refuted"),
        ("N_{ij} = ij", "refuted"),
        ("N_{i1} = i", "refuted"),
    ],
)
def test_an_index_is_a_number_wherever_it_stands(tex, kind):
    assert decided(Task(read(Text.written(tex), MODEL), MODEL, "claim", None, ())).kind == kind


def test_a_plain_letter_with_indices_is_an_entry_of_the_bold_vector_or_the_capital_matrix():
    assert write_latex(with_entries(tree_of("p_1 + a_{12} = 2", MODEL), MODEL)) == r"\mathbf{p}_1 + A_{12} = 2"
    known = tree_of("u_1 = z_i", MODEL)
    assert with_entries(known, MODEL) == known
    assert array_of(tree_of("x", MODEL), MODEL) is None
