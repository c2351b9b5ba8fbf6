"""Every kind of node is set by one function, and its ink carries its path."""

import inspect

import pytest
from sample_formulas import SPOKEN
from sample_models import model

from mathora.formula import read, tree
from mathora.formula.tree import Node, at
from mathora.formula.typeset.boxes import Ink
from mathora.formula.typeset.layout import SETTERS, typeset
from mathora.lesson import Text


def inks(box):
    if isinstance(box, Ink):
        yield box
    elif isinstance(box, tuple):
        for one in box:
            yield from inks(one)
    elif hasattr(box, "__slots__"):
        for name in box.__slots__:
            yield from inks(getattr(box, name))


@pytest.mark.parametrize(("name", "tex"), [(name, tex) for name, tex, _ in SPOKEN[::5]])
def test_each_ink_belongs_to_a_node_of_the_tree(name, tex):
    root = read(Text.written(tex), model(name), placeholder=True).tree
    assert all(isinstance(at(root, ink.path), Node) for ink in inks(typeset(root)))


def test_each_kind_of_node_has_a_setter():
    kinds = {one for _, one in inspect.getmembers(tree, inspect.isclass) if issubclass(one, Node) and one is not Node}
    assert kinds == set(SETTERS)
