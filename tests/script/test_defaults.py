"""A default counts where the scene's file writes it out, and nothing of the file is run."""

import ast

import pytest

from mathora.script.defaults import default_of, written_default


def default(source, kind, *, many=False):
    return default_of(ast.parse(source, mode="eval").body, kind, many=many)


@pytest.mark.parametrize(
    ("source", "kind", "written"),
    [
        ("Interval(-2, 2.5)", "Interval", "[-2, 2.5]"),
        ("3", "Count", "3"),
        ("0.35", "Number", "0.35"),
        ("-1", "Number", "-1"),
        ("1e-3", "Number", "0.001"),
        ("True", "Flag", "true"),
        ("'left'", "Word", "left"),
    ],
)
def test_a_literal_is_written_as_a_script_would(source, kind, written):
    assert written_default(default(source, kind)) == written


@pytest.mark.parametrize(
    ("source", "kind"),
    [("LARGEST", "Number"), ("max(1, 2)", "Count"), ("Interval(LOW, 2)", "Interval"), ("None", "Point"), ("2", "Prose"),
     ("'2'", "Number"), ("Interval(0)", "Interval"), ("True", "Count")],
)  # fmt: skip
def test_anything_else_is_not_known_here(source, kind):
    assert default(source, kind) is None
    assert written_default(None) is None


def test_a_list_of_none_is_one():
    assert written_default(default("()", "Number", many=True)) == "[]"
    assert default("(1, 2)", "Number", many=True) is None
