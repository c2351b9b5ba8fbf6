r"""Formulas as LaTeX for LaTeX: from the tree, every node in its colour, nothing of an author's runs as code."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mathora.formula import node_tags, tex_sources, walk, write_tex
from mathora.formula import tree as t
from tests.corpus.adapter import readable

HOSTILE = r"\input{x} \write18{y} %$ ^^5c #1 & _ ~ {} }"
COMMANDS = re.compile(r"\\([A-Za-z]+|.)")
HARMFUL = {"input", "include", "write", "openin", "openout", "read", "def", "catcode", "csname", "special", "message"}


def plain(node):
    """The source without colours."""
    return write_tex(node, lambda _path: None)


def x(name="x", **parts):
    return t.Symbol(name, **parts)


@pytest.mark.parametrize(
    ("node", "source"),
    [
        (x(subscript=t.Number("1")), "x_{1}"),
        (x(r"\alpha"), r"\alpha "),
        (t.Power(x(), t.Number("2")), "x^{2}"),
        (t.Quotient(t.Number("1"), x()), r"\frac{1}{x}"),
        (t.Quotient(t.Number("1"), x(), "tfrac"), r"\tfrac{1}{x}"),
        (t.Root(None, x()), r"\sqrt{x}"),
        (t.Root(t.Number("3"), x()), r"\sqrt[{3}]{x}"),
        (t.Group(x(), "("), "( x )"),
        (t.Absolute(x()), r"\mathopen{\vert } x \mathclose{\vert }"),
        (t.Absolute(t.Quotient(x(), x())), r"\mathopen{}{\left\vert  \frac{x}{x} \right\vert }"),
        (t.Number("1234567", grouped=True), "1{,}234{,}567"),
        (x(style="mathbf"), r"\mathbf{x}"),
        (x("R", style="mathbb"), r"\mathbb{R}"),
        (t.UprightWords("all x"), r"\text{all x}"),
    ],
)
def test_what_a_construct_is_written_as(node, source):
    assert plain(node) == source


def test_every_character_of_words_is_escaped():
    assert plain(t.UprightWords(HOSTILE)) == (
        r"\text{\textbackslash{}input\{x\} \textbackslash{}write18\{y\} \%\$ "
        r"\textasciicircum{}\textasciicircum{}5c \#1 \& \_ \textasciitilde{} \{\} \}}"
    )


@pytest.mark.parametrize("style", ["operatorname", "text", "mathrm", "mathbf", ""])
def test_no_name_becomes_a_command(style):
    source = plain(x(HOSTILE, style=style))
    assert not HARMFUL & set(COMMANDS.findall(source))
    assert "^^" not in source
    assert source.count("{") - source.count(r"\{") == source.count("}") - source.count(r"\}")


@given(st.text())
def test_words_are_one_group_whatever_they_say(words):
    source = plain(t.UprightWords(words))
    bare = re.sub(r"\\[{}#$%&_]|\\text(backslash|asciicircum|asciitilde)\{\}", "", source.removeprefix(r"\text"))
    assert not re.search(r"[\\#%&_^\n\r]", bare)
    assert bare.replace("{-}", "").replace("$-$", "").count("{") == 1
    assert bare.endswith("}")


def test_a_colour_is_a_special_around_an_atom_and_its_scripts():
    node = x(subscript=t.Number("1"))
    blue, red = r"\ink{0.000000 0.000000 1.000000}", r"\ink{1.000000 0.000000 0.000000}"
    assert write_tex(node, {(): "#0000ff", (0,): "#ff0000"}.get) == rf"{blue}x_{{{red}1\off }}\off "


def test_colours_are_pushed_and_popped_in_pairs_and_change_nothing_else():
    for node in readable():
        painted = write_tex(node, node_tags(node).get)
        assert painted.count(r"\ink{") == painted.count(r"\off ")
        letters = re.sub(r"\\ink\{[0-9. ]*\}|\\off |\s", "", painted)
        assert letters == re.sub(r"\s", "", plain(node))


def test_every_node_has_a_tag_of_its_own():
    for node in readable():
        tags = node_tags(node)
        assert set(tags) == {path for path, _ in walk(node)}
        assert len(set(tags.values())) == len(tags)


def test_no_source_is_set_twice():
    assert len(tex_sources([x(), x(), x("y")])) == 4  # as a display and in a line, x and y
