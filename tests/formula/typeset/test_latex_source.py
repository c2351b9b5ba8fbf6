"""A formula as LaTeX that draws each node in its own colour."""

from sample_models import declaring, tree_of

from mathora.formula.tree import walk
from mathora.formula.typeset.latex_source import in_line, node_tags, tex_sources, write_tex

MODEL = declaring({"x": {}, "a": {}})
SUM = tree_of("x + a^2", MODEL)


def test_each_node_has_a_colour_of_its_own():
    tags = node_tags(SUM)
    assert set(tags) == {path for path, _ in walk(SUM)}
    assert len(set(tags.values())) == len(tags)


def test_without_colours_nothing_is_painted():
    assert r"\ink" not in write_tex(SUM, lambda _: None)
    assert r"\ink" in write_tex(SUM, node_tags(SUM).get)


def test_each_source_stands_once_as_a_display_and_in_a_line():
    sources = tex_sources([SUM, SUM])
    assert len(sources) == 2
    assert sources[1] == in_line(sources[0])
