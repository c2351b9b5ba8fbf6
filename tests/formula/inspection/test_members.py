"""What is said of `y_k` holds for each whole number k."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula import write_latex
from mathora.formula.inspection.members import family_of, said_of_member, said_of_members
from mathora.lesson import Text


def domain(*texts):
    return {"domain": tuple(map(Text.written, texts))}


MODEL = declaring({
    "y_k": domain(r"y_k \ge k"),
    "X_i": {"kind": "random", "domain": (Text.written(r"X_i \perp X_j"),)},
    "y_7": {},
    "v_j": "j^2",
    "w": {}, "k": {"kind": "natural"}, "i": {"kind": "natural"}, "j": {"kind": "natural"},
})  # fmt: skip


@pytest.mark.parametrize(("key", "family"), [("y_3", "y_k"), ("y_{12}", "y_k"), ("X_1", "X_i")])
def test_a_name_with_a_number_is_a_member_of_the_family_of_its_letter(key, family):
    assert family_of(key, MODEL).key == family


@pytest.mark.parametrize("key", ["y_7", "y_n", "v_3", "w_1", "w"])
def test_what_is_declared_itself_or_has_a_value_is_none(key):
    assert family_of(key, MODEL) is None
    assert said_of_member(key, MODEL) == ()


@pytest.mark.parametrize(("key", "said"), [("y_3", r"y_3 \ge 3"), ("y_{12}", r"y_{12} \ge 12")])
def test_the_domain_of_the_family_is_said_at_the_number(key, said):
    assert [write_latex(one) for one in said_of_member(key, MODEL)] == [said]


@pytest.mark.parametrize(
    ("tex", "said"),
    [
        ("y_1 + y_2 + y_1 = w", [r"y_1 \ge 1", r"y_2 \ge 2"]),
        ("X_1 + X_2 = w", [r"X_1 \perp X_2"]),
        ("X_1 = w", []),  # one alone is independent of nothing
        ("w = 1", []),
    ],
)
def test_of_all_members_it_is_said_once(tex, said):
    assert [write_latex(one) for one in said_of_members(tree_of(tex, MODEL), MODEL)] == said
