"""What a student may move is of a kind whose parts are known."""

from typing import get_args

import pytest

from mathora.lesson import LISTED_PARTS, PLAY_PARTS, ParameterKind, PlayKind, SlidersKind


def leaves(kind):
    return {leaf for one in get_args(kind) for leaf in (leaves(one) if get_args(one) else {one})}


def test_each_kind_says_of_which_parts_it_is_made():
    assert set(PLAY_PARTS) == leaves(PlayKind) >= leaves(SlidersKind)


@pytest.mark.parametrize("kind", sorted(PLAY_PARTS))
def test_each_part_is_a_parameter_of_a_kind_that_scenes_have(kind):
    assert {of for of, _ in PLAY_PARTS[kind].values()} <= set(get_args(ParameterKind))


def test_each_list_is_a_part_of_some_kind():
    assert set(LISTED_PARTS) <= {part for parts in PLAY_PARTS.values() for part in parts}


@pytest.mark.parametrize("kind", ["curve", "area", "map", "computation", "bars", "field"])
def test_a_kind_of_a_function_needs_one(kind):
    assert any(of == "Function" and needed for of, needed in PLAY_PARTS[kind].values())
