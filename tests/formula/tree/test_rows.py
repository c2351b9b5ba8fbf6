"""The signs of a row are counted from the left, through statements inside statements."""

import pytest
from sample_models import declaring, tree_of

from mathora.formula.tree import sign_at, sign_places

MODEL = declaring({"x": {}, "y": {}})


@pytest.mark.parametrize(
    ("tex", "mark", "place"),
    [
        ("x = y = 2", 0, ((), 0)),
        ("x = y = 2", 1, ((), 1)),
        (r"x = 1 \Rightarrow y = 2", 0, ((0,), 0)),
        (r"x = 1 \Rightarrow y = 2", 1, ((), 0)),
        (r"x = 1 \Rightarrow y = 2", 2, ((1,), 0)),
    ],
)
def test_a_sign_is_found_by_its_number(tex, mark, place):
    assert sign_at(tree_of(tex, MODEL), mark) == place


@pytest.mark.parametrize(("tex", "mark"), [("x + y", 0), ("x = y", 1)])
def test_a_row_with_fewer_signs_has_none_there(tex, mark):
    with pytest.raises(IndexError):
        sign_at(tree_of(tex, MODEL), mark)


@pytest.mark.parametrize("tex", ["x = y = 2", r"x = 1 \Rightarrow y = 2", "x + y"])
def test_the_right_sides_begin_where_the_source_has_them(tex):
    after = [place for place, letter in enumerate(tex, 1) if letter == "=" or tex[:place].endswith(r"\Rightarrow")]
    assert [len(tex[:place].rstrip()) for place in sign_places(tree_of(tex, MODEL))] == after
