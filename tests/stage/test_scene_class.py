"""A scene's class comes from its text, with its neighbours, and has no way to the lesson."""

import sys
from types import MappingProxyType

import pytest

from mathora.plan import SceneSource, SourceFile, StepFailed
from mathora.stage import LessonScene
from mathora.stage.draw import draw_stills
from mathora.stage.scene_class import scene_class
from tests.scenes.theatre import SMALL, proven_section, viewed

SECTION = """
  - id: gradient
    title: "The gradient of $L$"
    scene: StackGradient
    with: {function: L, at: {w_1: 1, w_2: 1}}
    steps:
      - {do: plane, say: The words of the narration}
      - {do: flip, say: d}
"""

SCENE = """
from mathora.stage import LessonScene, StepView, action

class StackGradient(LessonScene):
    def plane(self, step):
        {deed}

    def flip(self, step):
        pass
"""


def source(text, neighbours=MappingProxyType({})):
    others = tuple(SourceFile(module, f"scenes/{file}", content) for module, (file, content) in neighbours.items())
    return SceneSource("StackGradient", SourceFile("stack_gradient", "scenes/stack_gradient.py", text), others)


@pytest.mark.parametrize(
    "deed",
    [
        "step.say",
        "step.id",
        "step.rest",
        "self.section.steps[0].say",
        "self.lesson.sections",
        "self.proven.lesson",
        "self.present.say",
        "self.opening.steps",
        "self.opening.section",
        "self.steps",
        "self.model.lesson",
        "self.function.model.lesson",
        "self.formula.__self__.lesson",
        "self.opening.known.formulas[0].text.place.lesson",
    ],
)
def test_a_scene_has_no_way_to_the_narration_or_the_lesson(deed):
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with pytest.raises(StepFailed, match=r"AttributeError: .* has no attribute") as failed:
        list(draw_stills(view, source(SCENE.format(deed=deed)), [0]))
    assert failed.value.index == 0


def test_what_a_scene_does_not_say_that_it_draws_of_the_lesson_is_not_there():
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with pytest.raises(StepFailed, match=r"the lesson's minutes was not asked for: name it in StackGradient\.draws_of"):
        list(draw_stills(view, source(SCENE.format(deed="self.of_lesson('minutes')")), [0]))


def test_no_text_of_the_lesson_but_what_is_seen_can_be_reached_from_a_scene():
    """Whatever hangs on a scene while it plays its first step, followed through every attribute and container."""
    view, made = viewed(proven_section(SECTION), SMALL["16:9"])
    with scene_class(made) as own:
        scene = own(view.opening)
        scene.open()
        scene.perform(view.steps[0])
        texts = set(_texts(scene))
    assert "L" in texts
    assert not [text for text in texts if "narration" in text or "test.yaml" in text]


def _texts(root):
    seen, pending = set(), [root]
    while pending:
        one = pending.pop()
        if id(one) in seen or isinstance(one, type):
            continue
        seen.add(id(one))
        if isinstance(one, str):
            yield one
        elif isinstance(one, dict):
            pending += [*one, *one.values()]
        elif isinstance(one, (list, tuple, set, frozenset)):
            pending += one
        elif type(one).__module__.startswith(("mathora", "tests")):
            pending += [getattr(one, name, None) for name in (*getattr(one, "__dict__", ()), *_slots(type(one)))]
            pending += [cell.cell_contents for cell in getattr(one, "__closure__", None) or ()]


def _slots(kind):
    return [name for one in kind.__mro__ for name in getattr(one, "__slots__", ())]


# ── neighbours ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_neighbours_are_imported_from_their_text_also_late_and_forgotten_then():
    text = "from _size import WIDTH\n" + SCENE.format(deed="import _late.far as far; self.found = (WIDTH, far.HEIGHT)")
    made = source(text, {
        "_size": ("_size.py", "WIDTH = 3\n"), "_late": ("_late/__init__.py", ""),
        "_late.far": ("_late/far.py", "HEIGHT = 4\n"),
    })  # fmt: skip
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with scene_class(made) as own:
        scene = own(view.opening)
        scene.open()
        scene.perform(view.steps[0])
        assert scene.found == (3, 4)
    assert not {"_size", "_late", "_late.far", "mathora_scene_stack_gradient"} & set(sys.modules)
    assert not [finder for finder in sys.meta_path if type(finder).__module__.startswith("mathora")]


def test_two_courses_may_have_neighbours_of_one_name():
    text = "from _size import WIDTH\n" + SCENE.format(deed="pass") + "    width = WIDTH\n"
    for width in (3, 5):
        with scene_class(source(text, {"_size": ("_size.py", f"WIDTH = {width}\n")})) as own:
            assert own.width == width


def test_no_neighbour_takes_the_place_of_a_library():
    text = "import fractions\n" + SCENE.format(deed="pass") + "    half = fractions.Fraction(1, 2)\n"
    with scene_class(source(text, {"fractions": ("fractions.py", "raise SystemExit\n")})) as own:
        assert own.half == 0.5


def test_a_file_that_cannot_be_imported_is_the_sections_failure_with_its_reason():
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with pytest.raises(StepFailed, match="ModuleNotFoundError: No module named '_nowhere'") as failed:
        list(draw_stills(view, source("import _nowhere\n"), [0]))
    assert failed.value.index is None
    with pytest.raises(StepFailed, match=r"TypeError: StackGradient in scenes/stack_gradient\.py is not a LessonScene"):
        list(draw_stills(view, source("StackGradient = 3\n"), [0]))


def test_a_scene_is_a_lesson_scene():
    with scene_class(source(SCENE.format(deed="pass"))) as own:
        assert issubclass(own, LessonScene)


@pytest.mark.parametrize(
    ("first_line", "found"),
    [("import nothing_of_the_sort", "ModuleNotFoundError: No module named 'nothing_of_the_sort'"),
     ("raise SystemExit(0)", "SystemExit: 0"), ("1 / 0", "ZeroDivisionError: division by zero")],
)  # fmt: skip
def test_a_file_that_cannot_be_imported_is_named_and_ends_nothing_else(first_line, found):
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with pytest.raises(StepFailed) as failed:
        list(draw_stills(view, source(f"{first_line}\n{SCENE.format(deed='pass')}"), [0]))
    assert failed.value.index is None
    assert failed.value.reason == f"ImportError: scenes/stack_gradient.py cannot be imported: {found}"


def test_a_scene_that_asks_to_leave_the_program_has_failed():
    view, _ = viewed(proven_section(SECTION), SMALL["16:9"])
    with pytest.raises(StepFailed, match="SystemExit"):
        list(draw_stills(view, source(SCENE.format(deed="raise SystemExit")), [0]))
