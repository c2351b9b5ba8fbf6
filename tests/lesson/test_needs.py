"""Each need of a scene has one row: of what it is, against what, and how an author mends it."""

from typing import get_args

import pytest

from mathora.lesson import NEEDS
from mathora.lesson.parameter_kinds import ParameterKind
from mathora.lesson.vocabulary import NeedName


def test_each_need_has_its_row_and_no_other_has_one():
    assert NEEDS.keys() == set(get_args(NeedName))


@pytest.mark.parametrize("name", NEEDS)
def test_a_row_speaks_of_kinds_that_there_are_and_tells_what_to_do(name):
    form = NEEDS[name]
    assert {*form.of, *form.given} - {None} <= set(get_args(ParameterKind))
    assert 0 <= form.optional <= len(form.given)
    assert form.mend or name == "given"  # which `script` tells, in words of its own
    assert not form.mend.endswith(".")  # it stands behind a colon
