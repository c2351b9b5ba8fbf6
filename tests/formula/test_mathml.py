"""MathML is well formed, holds the same characters as the boxes, and leaves no way for text to become markup."""

from collections import Counter
from xml.etree import ElementTree as ET

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from sample_formulas import FORMULAS, tree

from mathora.formula import tree as t
from mathora.formula import walk
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.layout import typeset
from mathora.formula.typeset.mathml import _ACCENTS, write_mathml

MATHML = "{http://www.w3.org/1998/Math/MathML}"
CORE = {
    *("math", "mrow", "mi", "mn", "mo", "mtext", "mspace", "mfrac", "msqrt", "mroot", "mstyle", "msub", "msup"),
    *("msubsup", "munder", "mover", "munderover", "mtable", "mtr", "mtd"),
}
ARITY = {"mfrac": 2, "mroot": 2, "msub": 2, "msup": 2, "munder": 2, "mover": 2, "msubsup": 3, "munderover": 3}


def parsed(node, **options):
    return ET.fromstring(write_mathml(node, **{"block": True, **options}))  # noqa: S314 - our own words


def tags(root):
    return {element.tag.removeprefix(MATHML) for element in root.iter()}


@pytest.mark.parametrize(("name", "tex"), FORMULAS)
def test_only_core_elements_with_their_number_of_children(name, tex):
    root = parsed(tree(name, tex))
    assert tags(root) <= CORE
    for element in root.iter():
        wanted = ARITY.get(element.tag.removeprefix(MATHML))
        assert wanted in {None, len(element)}


def characters_of_boxes(value):
    """Everything that the boxes draw as characters, one entry for each box."""
    if isinstance(value, tuple):
        for item in value:
            yield from characters_of_boxes(item)
    elif isinstance(value, b.Box):
        match value:
            case b.Ink(text=text):
                yield text
            case b.Fenced(left=left, right=right) | b.Grid(left=left, right=right):
                yield from filter(None, (left, right))
            case b.Stack():
                yield from "()"
            case b.Accent(mark=mark):
                yield _ACCENTS[mark][0]
            case b.Decorated(kind="underbrace" | "overbrace" as kind):
                yield "⏟" if kind == "underbrace" else "⏞"
        for name in value.__dataclass_fields__:
            yield from characters_of_boxes(getattr(value, name))


@pytest.mark.parametrize(("name", "tex"), FORMULAS)
def test_nothing_is_lost_or_added(name, tex):
    node = tree(name, tex)
    shown = Counter(element.text for element in parsed(node).iter() if element.text)
    assert shown == Counter(text.replace(" ", "\xa0") for text in characters_of_boxes(typeset(node)))


@pytest.mark.parametrize(("name", "tex"), FORMULAS)
def test_a_colour_is_a_class_and_nothing_else_changes(name, tex):
    node = tree(name, tex)
    coloured = write_mathml(node, block=False, colour=lambda _path: "blue")
    assert " style=" not in coloured
    assert coloured.replace(' class="ink-blue"', "").replace(" ink-blue", "") == write_mathml(node, block=False)


def test_a_colour_holds_for_all_below_it():
    node = tree("loss", r"\nabla L \cdot t = 0")
    gradient = next(path for path, part in walk(node) if isinstance(part, t.Nabla))
    root = parsed(node, colour={gradient: "yellow"}.get)
    assert [element.text for element in root.iter() if element.get("class") == "ink-yellow"] == ["∇", "L"]


def test_block_and_line():
    assert parsed(t.Symbol("x")).get("display") == "block"
    assert parsed(t.Symbol("x"), block=False).get("display") is None


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
@example(r"\Xi")
def test_text_is_never_markup(text):
    for node in (t.UprightWords(text), t.Symbol(text, "text"), t.Symbol(text, "operatorname")):
        root = parsed(node)
        assert "".join(root.itertext()) == text.replace(" ", "\xa0")
        assert len(list(root.iter())) == 2


@pytest.mark.parametrize("colour", ["blue onload", 'blue"', "rgb(1)", ""])
def test_a_colour_is_one_word_or_refused(colour):
    if not colour:
        assert "class" not in write_mathml(t.Symbol("x"), block=False, colour=lambda _path: colour)
        return
    with pytest.raises(ValueError, match="word"):
        write_mathml(t.Symbol("x"), block=False, colour=lambda _path: colour)


@pytest.mark.parametrize(
    ("tex", "grows"),
    [
        ("(a + b)", "false"),
        ("(y_1^2)", "false"),
        (r"\left(\frac{a}{b}\right)", "true"),
        (r"(\sum_{k=1}^{n} k)", "true"),
    ],
)
def test_fences_grow_only_around_what_is_tall(tex, grows):
    fences = [element.get("stretchy") for element in parsed(tree("letters", tex)).iter() if element.get("fence")]
    assert fences == [grows, grows]


def test_spaces_around_words_are_kept():
    assert "\xa0or\xa0" in write_mathml(tree("letters", r"x = 1 \text{ or } x = 2"), block=False)


def test_limits_stand_under_and_scripts_beside():
    assert "munderover" in tags(parsed(tree("letters", r"\sum_{k=1}^{n} k")))
    assert "msubsup" in tags(parsed(tree("letters", r"\int_0^1 x\,dx")))
    assert "munder" in tags(parsed(tree("letters", r"\lim_{x \to 0} x")))


def test_capital_greek_is_upright_and_letters_are_not():
    greek, latin = (parsed(t.Symbol(name))[0] for name in (r"\Delta", "x"))
    assert greek.get("mathvariant") == "normal"
    assert latin.get("mathvariant") is None
