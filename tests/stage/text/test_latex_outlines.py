"""dvisvgm's pages as outlines: em and baseline from the first mark, the node of each glyph from its colour."""

import pytest

from mathora.formula import TexPage
from mathora.stage.text.latex_outlines import read_page
from tests.stage.formulas import LESSON, mobject

PAGE = """<?xml version='1.0' encoding='UTF-8'?>
<svg version='1.1' xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink'>
<defs><path id='g0-1' d='M0 0H2V-5H0Z'/></defs>
<g id='page1'>
<rect x='10' y='10' width='10' height='10' fill='#fff'/>
<g fill='#000001'><use x='12' y='20' xlink:href='#g0-1'/></g>
<rect x='15' y='21' width='5' height='1' fill='#00f'/>
<g transform='matrix(2 0 0 2 10 20)'><line stroke='#00ff00' stroke-width='.5' x1='0' y1='0' x2='1' y2='0'/></g>
</g></svg>"""


def box(glyph):
    low, high = glyph.curves[:, :2].min(axis=0), glyph.curves[:, :2].max(axis=0)
    return [*low.tolist(), *high.tolist()]


def test_a_page_is_read_in_em_from_the_baseline():
    letter, bar, stroke = read_page(TexPage(PAGE, missing=False)).glyphs
    assert [letter.tag, bar.tag, stroke.tag] == ["#000001", "#0000ff", "#00ff00"]
    assert box(letter) == pytest.approx([0.2, 0, 0.4, 0.5])
    assert box(bar) == pytest.approx([0.5, -0.2, 1, -0.1])
    assert box(stroke) == pytest.approx([0, -0.05, 0.2, 0.05])


def test_what_lacks_a_glyph_is_marked():
    assert read_page(TexPage(PAGE, missing=True)).missing


def test_typst_is_what_sets_formulas_unless_asked():
    assert not mobject(LESSON[0]).missing
