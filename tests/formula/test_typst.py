"""What Typst draws is what the tree holds: the same glyphs for every node, with and without colours."""

import re
import unicodedata
from collections import Counter, defaultdict
from dataclasses import fields
from functools import cache

import pytest
import typst
from hypothesis import given, settings
from hypothesis import strategies as st
from sample_formulas import FORMULAS, tree

from mathora.formula import tree as t
from mathora.formula import walk
from mathora.formula.typeset import boxes as b
from mathora.formula.typeset.layout import typeset
from mathora.formula.typeset.typst import write_typst
from tests.rows import each

PAGE = "#set page(width: auto, height: auto, margin: 0pt, fill: none)\n"
PLACED = re.compile(r'<use xlink:href="#(\w+)"[^>]*? fill="(#\w{6})"')
STROKED = re.compile(r'<path[^>]*? stroke="(#\w{6})"')


@cache
def drawing(source):
    """The SVG of a display formula, without the definitions of its glyphs."""
    svg = typst.compile(f"{PAGE}$ {source} $".encode(), format="svg", ignore_system_fonts=True).decode()
    return svg.partition("<defs>")[0]


def plain(node):
    return drawing(write_typst(node, lambda _path: None))


def colours_of(node):
    return {path: f"#{index:06x}" for index, (path, _) in enumerate(walk(node), start=1)}


def without_colours(svg):
    return re.sub(r'(fill|stroke)="#\w{6}"', "", svg)


@pytest.mark.parametrize(("name", "tex"), each(FORMULAS, 4))
def test_a_colour_changes_nothing_but_colour(name, tex):
    node = tree(name, tex)
    painted = drawing(write_typst(node, colours_of(node).get))
    assert without_colours(painted) == without_colours(plain(node))
    assert "#000000" not in painted


def test_the_check_above_sees_a_moved_glyph():
    assert without_colours(drawing("a + b")) != without_colours(drawing("a +b c"))


# ── leaves and glyphs ─────────────────────────────────────────────────────────────────────────────────────────────────


GREEK_VARIANTS = {"epsilon": "ϵ", "varepsilon": "ε", "phi": "ϕ", "varphi": "φ", "vartheta": "ϑ", "lambda": "λ"}


def characters_of(leaf):
    """The characters that a leaf must show, told from its own fields and not from how it is set."""
    match leaf:
        case t.Number(text=text):
            return f"{int(text):,}" if leaf.grouped else text
        case t.UprightWords(text=text) | t.UnitName(text=text):
            return "".join(text.split())
        case t.FunctionName(name="Gamma"):
            return greek("Gamma")
        case t.Symbol(name=name) | t.Constant(name=name) | t.FunctionName(name=name):
            if name.startswith("\\"):
                return GREEK_VARIANTS.get(name[1:]) or greek(name[1:])
            special = leaf == t.FunctionName("E") or getattr(leaf, "style", "") in {"mathbf", "mathcal", "mathbb"}
            return (
                None if special or getattr(leaf, "accents", ()) or getattr(leaf, "marks", "") else name.replace(" ", "")
            )


def greek(command):
    case = "CAPITAL" if command[0].isupper() else "SMALL"
    try:
        return unicodedata.lookup(f"GREEK {case} LETTER {command.upper()}")
    except KeyError:
        return None


_RULED = t.Quotient | t.Derivative | t.Root | t.Overline
"""What draws a line of its own."""

OWN_INK = {
    b.Ink: lambda box: "".join(box.text.split()),
    b.Fenced: lambda box: box.left + box.right,
    b.Grid: lambda box: box.left + box.right,
    b.Stack: lambda _box: "()",
    b.Radical: lambda _box: "√",
    b.Accent: lambda box: "" if box.mark == "overline" else "^",
    b.Decorated: lambda box: "⏟" if box.kind.endswith("brace") else "",
}


def boxes_in(value):
    """A box and all boxes in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from boxes_in(item)
    elif isinstance(value, b.Box):
        yield value
        for one in fields(value):
            yield from boxes_in(getattr(value, one.name))


def ink_of(root):
    """The characters and signs that each path draws itself, by the boxes."""
    found = defaultdict(str)
    for box in boxes_in(root):
        own = OWN_INK.get(type(box))
        if own and own(box):
            found[box.path] += own(box)
    return found


def glyphs_by_path(node):
    colours = colours_of(node)
    owner = {colour: path for path, colour in colours.items()}
    svg = drawing(write_typst(node, colours.get))
    placed = defaultdict(list)
    for glyph, colour in PLACED.findall(svg):
        placed[owner[colour]].append(glyph)
    strokes = Counter(owner[colour] for colour in STROKED.findall(svg))
    return placed, strokes


@cache
def shapes_of(character):
    """The glyphs that Typst draws for a character alone: upright or italic, in text, in scripts and below."""
    found = set()
    literal = character.replace("\\", "\\\\").replace('"', '\\"')
    forms = [f'"{literal}"', f'italic("{literal}")'] + ([character] if character.isalpha() else [])
    for form in forms:
        for size in ("display", "script", "sscript"):
            found.update(glyph for glyph, _ in PLACED.findall(drawing(f"{size}({form})")))
    return found


@pytest.mark.parametrize(("name", "tex"), each(FORMULAS, 4))
def test_every_node_draws_its_ink_and_nothing_more(name, tex):
    node = tree(name, tex)
    placed, strokes = glyphs_by_path(node)
    expected = ink_of(typeset(node))
    assert {path: len(glyphs) for path, glyphs in placed.items()} == {
        path: len(text) for path, text in expected.items()
    }
    ruled = {path for path, part in walk(node) if isinstance(part, _RULED) or getattr(part, "ruled", 0)}
    assert set(strokes) <= ruled | {path for path, part in walk(node) if isinstance(part, t.Annotated)}


@pytest.mark.parametrize(("name", "tex"), each(FORMULAS, 4))
def test_every_leaf_of_the_tree_is_drawn_in_its_own_characters(name, tex):
    node = tree(name, tex)
    placed, _ = glyphs_by_path(node)
    for path, leaf in walk(node):
        if leaf.children or isinstance(leaf, t.Blank):
            continue
        assert placed[path], f"{leaf} is not drawn"
        characters = characters_of(leaf)
        if characters is not None:
            for character, glyph in zip(characters, placed[path], strict=True):
                assert glyph in shapes_of(character), (leaf, character)


def test_a_lost_leaf_would_be_seen():
    node = tree("letters", "a + b")
    colours = colours_of(node)
    assert ink_of(typeset(node)) == {(0,): "a", (): "+", (1,): "b"}
    shown = [colour for _, colour in PLACED.findall(drawing(write_typst(node, colours.get)))]
    assert shown == [colours[0,], colours[()], colours[1,]]


# ── nothing of a lesson is code ───────────────────────────────────────────────────────────────────────────────────────


@settings(max_examples=60)
@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12))
def test_words_are_never_code(words):
    source = write_typst(t.UprightWords(words), lambda _path: "#123456")
    drawing(source)
    inside = re.fullmatch(r'#text\(fill: rgb\("#123456"\)\)\[\$"((?:[^"\\]|\\["\\n])*)"\$\];', source)
    assert inside is not None
    assert inside[1].replace("\\\\", "\0").replace('\\"', '"').replace("\0", "\\") == words


@pytest.mark.parametrize("hostile", ['"); #panic("x")', "#sys", "$", "\\", "*/", '#read("a")', "]#[", "// gone"])
def test_hostile_names_are_shown_as_written(hostile):
    for style in ("text", "operatorname", "mathrm", ""):
        svg = drawing(write_typst(t.Symbol(hostile, style), lambda _path: None))
        assert len(PLACED.findall(svg)) >= len("".join(hostile.split())) - 2  # `//` and `*/` may be drawn as ligatures


@pytest.mark.parametrize("colour", ["red", "#12345", '#12345"', "#12345g", "123456#"])
def test_a_colour_is_six_digits_or_refused(colour):
    with pytest.raises(ValueError, match="#rrggbb"):
        write_typst(t.Symbol("x"), lambda _path: colour)


# ── typography ────────────────────────────────────────────────────────────────────────────────────────────────────────


def height(node):
    return float(re.search(r'viewBox="0 0 \S+ (\S+)"', plain(node))[1])


def test_brackets_grow_with_their_content():
    assert height(tree("letters", r"\left(\frac{a}{b}\right)")) > height(tree("letters", r"\frac{a}{b}"))


def test_a_display_fraction_is_larger_than_a_text_fraction():
    assert height(tree("letters", r"\frac{a}{b}")) > height(tree("letters", r"\tfrac{a}{b}"))


def test_rows_of_a_chain_are_aligned_at_their_signs():
    node = tree("letters", r"\begin{aligned} a + b &= c \\ &= d \end{aligned}")
    signs = re.findall(r'matrix\(1 0 0 -1 (\S+) \S+\)"><use xlink:href="#(\w+)"', plain(node))
    across = Counter(glyph for _, glyph in signs)
    sign = next(glyph for glyph, count in across.items() if count == 2)
    assert len({x for x, glyph in signs if glyph == sign}) == 1


def test_dots_before_an_operator_stand_at_its_height():
    texts = [box.text for box in boxes_in(typeset(tree("letters", r"1 + 2 + \dots + n"))) if isinstance(box, b.Ink)]
    assert texts == ["1", "+", "2", "+", "⋯", "+", "n"]
    for low in (r"1 + 2 + \dots", r"1 + \ldots + n"):
        assert "…" in write_typst(tree("letters", low), lambda _path: None)


def test_scripts_stack_over_each_other():
    assert write_typst(tree("errors", "y_i^2"), lambda _path: None) == "attach(y, b: i, t: 2)"
