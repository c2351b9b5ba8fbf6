"""What scenes write by themselves: terms, readings, claims. No text becomes mathematics, and all of it is told."""

import ast

import pytest

from mathora.lesson import Faulty
from mathora.plan import Label, StepFailed
from mathora.stage import LessonScene
from mathora.stage.draw import draw_stills
from tests.scenes import theatre
from tests.scenes.theatre import SCENES, SMALL, on_stage, proven_section, viewed
from tests.stage.test_scene_class import SCENE, SECTION, source

FORBIDDEN = {
    *("Tex", "MathTex", "SingleStringMathTex", "Text", "MarkupText", "Paragraph", "Title", "BulletedList", "Code"),
    *("DecimalNumber", "Integer", "Matrix", "DecimalMatrix", "MathTable", "Table", "SVGMobject", "ImageMobject"),
    *("FormulaMobject", "TextMobject", "GlyphMobject", "ProseMobject", "Readout", "Term", "Measured", "Label"),
    *("ValueLabel", "Formula", "typeset", "row_of_numbers", "read", "text_literal", "_set"),
}
"""What makes a text without asking where it comes from: no scene calls it."""


def texts_made(source):
    """(line, name) of each call that makes a text past the scene's own methods."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in FORBIDDEN:
                yield node.lineno, name


def overwritten(source):
    """Methods of the scenes' base that a scene assigns over."""
    scenes = (
        one
        for one in ast.parse(source).body
        if "LessonScene" in [ast.unparse(base) for base in getattr(one, "bases", ())]
    )
    named = (node for scene in scenes for node in ast.walk(scene) if isinstance(node, ast.Attribute))
    return [
        (node.lineno, node.attr)
        for node in named
        if isinstance(node.ctx, ast.Store) and callable(getattr(LessonScene, node.attr, None))
    ]


@pytest.mark.parametrize("path", sorted(SCENES.glob("*.py")), ids=lambda path: path.stem)
def test_a_scene_writes_by_the_stages_methods_only(path):
    text = path.read_text(encoding="utf-8")
    assert [*texts_made(text), *overwritten(text)] == []


@pytest.mark.parametrize(
    "planted",
    [
        r'self.add(MathTex(r"1 + 1 = 3"))',
        r'self.add(manim.Tex("x"))',
        "self.play(FadeIn(FormulaMobject(formula, colour, 1)))",
        "label = Term(tree)",
        "self._set(formula, 1, None, None)",
    ],
)
def test_a_planted_text_is_found(planted):
    assert [*texts_made(planted)] != []


def test_a_planted_attribute_in_the_place_of_a_method_is_found():
    assert overwritten("class A(LessonScene):\n    def begin(self):\n        self.label = 3") == [(3, "label")]


def drawn(deed):
    """The first step of a scene that does this."""
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    text = "import manim\nfrom manim import Circle, VGroup\nfrom mathora.stage.text.terms import *\n" + SCENE.format(
        deed=deed
    )
    (step,) = draw_stills(view, source(text), [0])
    return step.facts.labels


@pytest.mark.parametrize(
    ("deed", "told"),
    [
        (r'self.add(self.tex_mobject(r"1 + 1 = 3", size=1))', "no attribute 'tex_mobject'"),
        (r'self.add(self.label("1 + 1 = 3"))', "has no attribute|never of a text"),
        (r'self.add(self.label(Term("1 + 1 = 3")))', "made of terms of the model, never of a text"),
        (r'self.add(self.symbol("1 + 1 = 3"))', "not-a-name|expected|name"),
        (r'self.add(self.symbol("w_1 = 3"))', "expected|name"),
        (r'self.add(self.words_mobject("1 + 1 = 3"))', "found the words '1 \\+ 1 = 3'"),
        (r'self.add(self.words_mobject("2 + 2"))', "found the words"),
        (r'self.add(self.words_mobject("x → 3"))', "found the words 'x → 3'"),
        (r'self.add(self.words_mobject("x ∈ A"))', "found the words 'x ∈ A'"),
        (r'self.add(manim.MarkupText("1 + 1 = 3"))', "draws a MarkupText"),
        (r'self.add(VGroup(Circle(), manim.Text("x")))', "draws a Text"),
        ("self.add(self.label(Term(stated(self.coordinate('x', lambda: 1)))))", "claims something"),
        ("self.add(self.formula_mobject(self.label(value(2)).formula))", "which the script does not give"),
        ("self.add(self.readout(value_of(self.function, lambda: (1, 1))).show(5))", "says that L is 5 where it is 4.0"),
    ],
)
def test_no_way_leads_from_a_text_to_mathematics(deed, told):
    with pytest.raises(StepFailed, match=told):
        drawn(deed)


def test_what_a_step_writes_is_told_with_what_it_reads_at_rest():
    labels = drawn(
        "self.add(self.label(gradient(self.function)), self.label(ELLIPSIS), self.words_mobject('30'),"
        "self.reading(value_of(self.function, lambda: (1, 1.5)), 0.5, decimals=2),"
        "self.reading(self.coordinate('x', lambda: 0.35), 0.5),"
        "self.stated(self.coordinate('w_1', lambda: 2)))"
    )
    assert labels == (
        Label("term", r"\nabla L"),
        Label("number", "30"),
        Label("term", "L"),
        Label("reading", "L", "7.75", "w_1 = 1, w_2 = 1.5"),
        Label("term", "x"),
        Label("reading", "x", "0.35"),
        Label("reading", "w_1", "2"),
    )


BOX = """
  - id: box
    title: A box
    scene: BestBox
    with:
      {function: V, sheet: 6, side: 6 - 2x, cut: 0.35, uphill: More., level: Best., downhill: Less.}
    steps:
      - {do: lay_sheet, say: a}
      - {do: cut_corners, say: b}
      - {do: tangent, say: c}
"""


def test_a_declared_claim_is_told_with_its_relation():
    with on_stage(BOX, play=False) as scene:
        scene.perform(0)
        assert scene.watch.written == (Label("number", "6"),)
        scene.perform(1)
        assert Label("claim", "6 - 2x", "side = sheet - 2 variable") in scene.watch.written
        scene.perform(2)
        assert [one.says for one in scene.watch.written if one.kind == "reading"] == ["0.35", "9.8", "20.7"]


def test_a_reading_of_a_name_that_the_model_defines_has_to_be_that():
    section = """
  - id: descent
    title: Down
    scene: SteepestDescent
    with: {function: L, start: {w_1: 1, w_2: 1}, rate: RATE}
    steps:
      - {do: place, say: a}
      - {do: aim, say: b, show: '\\eta \\nabla L(1, 1) = (0.2, 0.6)'}
"""
    header = theatre.HEADER.replace("model:\n", "model:\n  \\eta: \\frac{1}{10}\n")
    with on_stage(section.replace("RATE", "0.1"), header=header) as scene:
        assert Label("reading", r"\eta", "0.1") in scene.watch.written
    with pytest.raises(Faulty, match=r"found 0.2, which is read out as \\eta, where the model says 0.1"):
        theatre.proven_section(section.replace("RATE", "0.2"), header)


def test_a_symbol_without_a_colour_takes_that_of_the_palette_which_the_scene_names():
    section = "\n  - {id: a, title: A, scene: Curve, with: {function: C}, steps: [{do: draw, say: a}]}\n"
    with on_stage(section, play=False) as scene:
        palette = scene.theme.palette
        assert (scene.colour_of("x"), scene.colour_of("x", "orange")) == (palette["teal"], palette["teal"])
        assert scene.colour_of("C") == scene.theme.foreground
        assert scene.colour_of("C", "orange") == palette["orange"]
