"""Scene files hold no word that a student reads: labels come from the catalogue of the lesson's language.

What stands in a scene's quotes is: a description (`@action`, translated by its sentence), an invariant's name or a
refusal (for authors), a name of the code (a layout's side, a weight), or TeX. Anything else would be drawn.
"""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SCENES = sorted((ROOT / "scenes").glob("*.py"))

FOR_AUTHORS = {
    "_claim",
    "action",
    "invariant",
    "release",
    "RuntimeError",
    "KeyError",
    "LookupError",
    "need",
    "_need",
    "TypeVar",
}
"""Calls whose texts a student never sees."""

DECLARED = {"claims", "limits", "named", "needs", "shows_title", "draws_of_lesson"}
"""What a scene class declares of itself for the gate and the course; no text of it is drawn."""

DRAWN = {
    "words_mobject",
    "TextMobject",
    "Text",
    "Tex",
    "MathTex",
    "Title",
    "Paragraph",
    "MarkupText",
    "Card",
    "Variable",
}
"""Calls that draw their texts."""


def called(node):
    function = node.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def words_in(source):
    """(line, text) of each text with two letters in a row that is drawn, or that reads as a phrase."""
    tree = ast.parse(source)
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    for node in ast.walk(tree):
        if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
            continue
        if not any(a.isalpha() and b.isalpha() for a, b in zip(node.value, node.value[1:], strict=False)):
            continue
        if "\\" in node.value or is_docstring(node, parents) or not_drawn(node, parents):
            continue
        yield node.lineno, node.value


def is_docstring(node, parents):
    return isinstance(parents[node], ast.Expr)


def not_drawn(node, parents):
    above = node
    while above in parents:
        below, above = above, parents[above]
        if isinstance(above, ast.Call):
            if called(above) in FOR_AUTHORS:
                return True
            if called(above) in DRAWN and not isinstance(below, ast.keyword):
                return False
            return " " not in node.value.strip()  # a name of the code
        if names_of(above) & DECLARED:
            return True
        if isinstance(above, ast.Assign) and all(
            isinstance(one, ast.Name) and one.id.isupper() for one in above.targets
        ):
            return only_for_authors(above.targets[0].id, parents)
    return " " not in node.value.strip()


def names_of(node):
    """The names that an assignment gives."""
    targets = getattr(node, "targets", [getattr(node, "target", None)])
    return {one.id for one in targets if isinstance(one, ast.Name)}


def only_for_authors(name, parents):
    """Whether a constant is named in invariants alone (or compared with their names)."""
    uses = [
        node for node in parents if isinstance(node, ast.Name) and node.id == name and isinstance(node.ctx, ast.Load)
    ]
    return not any(isinstance(parents[use], ast.Call) and called(parents[use]) in DRAWN for use in uses)


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.stem)
def test_a_scene_draws_no_word_of_its_own(path):
    assert [*words_in(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize(
    "planted",
    [
        'self.words_mobject("slope", size=1)',
        'self.words_mobject(f"{minutes} min")',
        'Card(self, "Myth", red)',
        'LABEL = "slope"\nscene.words_mobject(LABEL)',
        'readings.append("the loss is")',
    ],
)
def test_a_planted_word_is_found(planted):
    assert [*words_in(planted)] != []


@pytest.mark.parametrize(
    "planted",
    [
        '"""A docstring of many words."""',
        'self.invariant("the tangent is level", lean, 1)',
        'raise KeyError(f"found {name}, expected a number")',
        'region.place(mobject, "left")',
        'self.words_mobject(self.words.picture.slope, weight="bold")',
        r'self.symbol(r"\eta")',
    ],
)
def test_what_a_student_never_reads_is_not_found(planted):
    assert [*words_in(planted)] == []
