"""The optional backend: every leaf has its glyphs, parts are found, nothing is reached, and its lack is told."""

from __future__ import annotations

import resource
from collections import Counter

import pytest

from mathora.formula import leaves, node_tags, tex_sources, walk, write_tex
from mathora.formula import tree as t
from mathora.render import latex_program
from mathora.render.latex_program import LatexFailed, LatexPages, missing_programs, set_pages
from mathora.stage import FormulaMobject
from mathora.stage.text.latex_outlines import SetByLatex
from mathora.stage.text.typesetting import set_by_typst
from tests.corpus.adapter import readable
from tests.programs import needs_latex
from tests.rows import long
from tests.stage.formulas import LESSON, formula

TWO_GLYPHS = {"≠", "∉", "≅", "⟹", "⟺", "↦", "≔"}
"""Signs that LaTeX puts together."""


@pytest.fixture(scope="module", params=["some", long("all")])
def trees(request):
    """A lesson's formulas, and of those of the corpora each fourth, or all."""
    return [*(formula(tex).tree for tex in LESSON), *readable()[:: 4 if request.param == "some" else 1]]


@pytest.fixture(scope="module")
def by_latex(trees):
    sources = tex_sources(trees)
    return SetByLatex(LatexPages(dict(zip(sources, set_pages(sources), strict=True))))


def shown(tex, setter):
    return FormulaMobject(formula(tex), lambda _: "#ffffff", 1.0, setter)


@needs_latex
def test_every_node_has_its_glyphs_under_both(trees, by_latex):
    for tree in trees:
        tags = node_tags(tree)
        one, other = by_latex(tree, tags), set_by_typst(tree, tags)
        assert not one.missing
        found = {glyph.tag for glyph in one.glyphs}
        assert found == {glyph.tag for glyph in other.glyphs}
        assert {tags[path] for path, leaf in leaves(tree) if not isinstance(leaf, t.Blank)} <= found


@needs_latex
def test_letters_and_digits_are_as_many_under_both(trees, by_latex):
    for tree in trees:
        tags = node_tags(tree)
        plain = {tags[path] for path, leaf in walk(tree) if isinstance(leaf, t.Number | t.Constant)}
        one, other = (Counter(glyph.tag for glyph in setter(tree, tags).glyphs) for setter in (by_latex, set_by_typst))
        assert {tag: one[tag] for tag in plain} == {tag: other[tag] for tag in plain}


@needs_latex
@pytest.mark.parametrize("tex", LESSON)
def test_the_parts_of_a_formula_are_found_under_both(tex, by_latex):
    one, other = shown(tex, by_latex), shown(tex, set_by_typst)
    assert sorted(glyph.path for glyph in one) == sorted(glyph.path for glyph in other)
    assert one.width == pytest.approx(other.width, rel=0.15)


@needs_latex
def test_a_part_is_every_glyph_of_a_symbol(by_latex):
    loss = shown("L(w_1, w_2) = w_1^2 + 3 w_2^2", by_latex)
    assert len(loss.parts("w_1")) == 2
    assert len(loss.part("w_1")) == 4
    assert loss.baseline == pytest.approx(0, abs=1e-6)
    assert loss.em == pytest.approx(1)


@needs_latex
def test_every_decoration_is_drawn_in_its_colour():
    for kind in ("boxed", "cancel", "underbrace", "overbrace"):
        tree = t.Annotated(kind, t.Symbol("x"), t.UprightWords("half") if kind.endswith("brace") else None)
        tags = node_tags(tree)
        (page,) = set_pages([write_tex(tree, tags.get)])
        assert set(tags.values()) == {glyph.tag for glyph in SetByLatex(lambda _, page=page: page)(tree, tags).glyphs}


@needs_latex
def test_a_character_that_latex_lacks_marks_its_page_and_no_other():
    pages = set_pages([r"\text{good}", r"\text{漢}", r"\text{größe}"])
    assert [page.missing for page in pages] == [False, True, False]


@needs_latex
def test_words_of_a_lesson_run_nothing():
    hostile = t.UprightWords(r"\input{/etc/passwd}\write18{touch trace}\special{dvisvgm:raw <script/>}$")
    (page,) = set_pages([write_tex(hostile, lambda _: None)])
    assert "<script" not in page.svg
    assert not page.missing


@needs_latex
@pytest.mark.parametrize("source", [r"\input{/etc/passwd}", r"\input{../x}", r"\undefined", r"\mathchar99999 "])
def test_planted_code_would_be_stopped_by_latex_itself(source):
    with pytest.raises(LatexFailed):
        set_pages([source])


@needs_latex
def test_nothing_is_written_outside_and_no_shell_runs(tmp_path):
    trace = tmp_path / "trace"
    source = rf"x\immediate\write18{{touch {trace}}}\immediate\openout5={trace} \immediate\write5{{x}}"
    with pytest.raises(LatexFailed):
        set_pages([source])
    assert not trace.exists()


@needs_latex
def test_an_endless_run_is_ended(monkeypatch):
    monkeypatch.setattr(latex_program, "SECONDS", 1.0)
    with pytest.raises(LatexFailed, match="longer than 1 seconds"):
        set_pages([r"\loop\iftrue\repeat"])


@needs_latex
def test_memory_is_bounded(monkeypatch):
    monkeypatch.setattr(latex_program, "MEMORY", 1 << 20)
    with pytest.raises(LatexFailed):
        set_pages(["x"])
    assert resource.getrlimit(resource.RLIMIT_AS)[0] != 1 << 20


@needs_latex
def test_the_same_formulas_give_the_same_pages():
    assert set_pages(["x + 1", "y"]) == set_pages(["x + 1", "y"])


@needs_latex
def test_what_a_scene_makes_itself_is_set_once(monkeypatch):
    pages = LatexPages({})
    first = pages("z + 1")
    monkeypatch.setattr(latex_program, "set_pages", None)
    assert pages("z + 1") is first


def test_what_is_missing_is_told_with_the_packages_to_ask_for(monkeypatch):
    monkeypatch.setattr(latex_program.shutil, "which", lambda program: None if program == "dvisvgm" else program)
    assert missing_programs() == "--tex latex needs dvisvgm: ask for it with sudo apt-get install -y dvisvgm"
    monkeypatch.setattr(latex_program.shutil, "which", lambda _: None)
    assert missing_programs().endswith("sudo apt-get install -y texlive-latex-base dvisvgm")


def test_typst_needs_no_program():
    assert latex_program.programs_of("typst") == {}


@needs_latex
def test_the_programs_are_part_of_a_clips_key():
    assert set(latex_program.programs_of("latex")) == {"latex", "dvisvgm", "preamble"}
