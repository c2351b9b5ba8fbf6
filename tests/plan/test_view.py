"""What a scene sees: all that its picture depends on, and nothing else of the lesson."""

import pickle

import pytest

from mathora.lesson import Parameter, SceneSignature
from mathora.lesson.signature import ActionSignature
from mathora.plan import FrameFormat, section_view
from mathora.plan.aside import first_shown
from mathora.plan.digest import canonical
from mathora.prove import prove_lesson
from mathora.script import read_script
from tests.verdicts import known_or_decided

FRAMES = FrameFormat(640, 360, 30)
DRAW = ActionSignature("draw", "A curve.")
MOVE = ActionSignature("move", "It moves.", (Parameter("to", "Number"),))
CURVE = SceneSignature(
    "Curve", "A curve.", "curve.py", (Parameter("function", "Function"), Parameter("note", "Prose", required=False)),
    (DRAW, MOVE),
)  # fmt: skip
CARD = SceneSignature(
    "Card", "A card.", "card.py", (), (DRAW,), shows_title=False, draws_of_lesson=("title", "minutes")
)
ASK = SceneSignature("Ask", "A question.", "ask.py", (Parameter("question", "Question"),), (DRAW,))

LESSON = r"""
id: test
title: A title with $f$
course: {track: T, unit: U, number: 1, level: Easy, minutes: 7}
summary: A summary.
model:
  f(x): x^2 + a
  a: {is: 3}
  g(t): t^3
  h(u): {is: u^4, domain: 0 \le u \le 1}
colors: {x: teal, t: blue, u: pink, \nabla g: yellow}
sections:
  - id: one
    title: First
    scene: Curve
    with: {function: f}
    steps:
      - {do: draw, say: "Here it is: $g(1) = 1$."}
      - {do: move, with: {to: 2}, say: It moves., show: f(x) = x^2 + 3}
      - {do: draw, say: And again.}
  - id: two
    title: Second
    scene: Curve
    with: {function: g, note: "Mind $t$."}
    steps:
      - {do: draw, say: Here is another.}
      - {do: draw, say: Here it is again., show: g(t) = t^3}
  - id: card
    title: Third
    scene: Card
    steps: [{do: draw, say: A card.}]
"""


BESIDE = (
    LESSON.replace("{function: f}\n", "{function: f}\n    beside: {scene: Curve, with: {function: g}}\n")
    .replace("with: {to: 2}, say", "with: {to: 2}, beside: {do: move, with: {to: 1}}, say")
    .replace(
        "  - id: card",
        "  - id: on\n    title: On\n    scene: Curve\n    continues: true\n"
        "    steps: [{do: draw, say: On.}]\n  - id: card",
    )
)
"""Two curves in the first section, and a section that continues the second one."""


def views(source=LESSON):
    scenes = {one.name: one for one in (CURVE, CARD, ASK)}
    proven = prove_lesson(read_script(source, "test.yaml", scenes), known_or_decided)
    return {section.id: section_view(proven, section, scenes, FRAMES) for section in proven.lesson.sections}


def drawn_again(old, new, source=LESSON):
    """The steps (`section/number`) whose digest an edit of the script changes."""
    assert source.count(old) == 1, old
    before, after = views(source), views(source.replace(old, new))
    return [
        f"{section}/{at}"
        for section, view in after.items()
        for at, digest in enumerate(view.digests())
        if section not in before or digest not in before[section].digests()
    ]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("summary: A summary.\n", ""),
        ("say: It moves.", "say: Something else entirely."),
        ("Here it is: $g(1) = 1$.", "Here it is."),
        ("say: It moves.", "say: It moves., rest: 2"),
        ("show: f(x) = x^2 + 3", "show: 'f( x )  =  x^{2}+3'"),
        ("show: f(x) = x^2 + 3", "show: {tex: f(x) = x^2 + 3, role: claim}"),
        ("Mind $t$.", "Mind ${t}$."),
        ("with: {to: 2}", "with: {to: ' 2'}"),
        ("f(x): x^2 + a", "f( x ): 'x^{2}+a'"),
        ("  h(u): {is: u^4, domain: 0 \\le u \\le 1}\n", "  h(u): {is: u^5}\n  k: {is: 7}\n"),
        ("\ncolors: {x: teal, t: blue,", "\n\n# a remark\ncolors: {t: blue, x: teal,"),
        ("u: pink", "u: red"),
        ("id: two", "id: other"),
        ("title: Third", "title: Of a scene that draws none"),
        ("course: {track: T, unit: U, number: 1, level: Easy,", "course: {track: V, unit: W, number: 2, level: Hard,"),
    ],
)
def test_what_no_picture_shows_draws_nothing_again(old, new):
    again = drawn_again(old, new)
    assert again == ([] if old != "id: two" else again)
    if old == "id: two":
        assert [view.digests() for view in views().values()] == [
            view.digests() for view in views(LESSON.replace(old, new)).values()
        ]


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("g(t): t^3", "g(t): {is: t^3, domain: 0 \\le t \\le 1}", ["two/0", "two/1"]),
        ("a: {is: 3}", "a: {is: '2 + 1'}", ["one/0", "one/1", "one/2", "card/0"]),
        ("title: First", "title: Another", ["one/0", "one/1", "one/2"]),
        ("t: blue", "t: orange", ["two/0", "two/1"]),
        ("\\nabla g: yellow", "\\nabla g: purple", ["two/0", "two/1"]),
        ("Mind $t$.", "Mind $t$!", ["two/0", "two/1"]),
        ("with: {to: 2}", "with: {to: 3}", ["one/1", "one/2"]),
        ("show: f(x) = x^2 + 3", "show: f(x) = 3 + x^2", ["one/1", "one/2"]),
        ("show: f(x) = x^2 + 3}", "}", ["one/0", "one/1", "one/2"]),  # the figure has the formula's room
        ("minutes: 7", "minutes: 8", ["card/0"]),
        ("title: A title with $f$", "title: A title with $g$", ["card/0"]),
        ("\ncolors:", "\ntheme: light\ncolors:", ["one/0", "one/1", "one/2", "two/0", "two/1", "card/0"]),
        ("- {do: draw, say: And", "- {do: move, with: {to: 4}, say: a}\n      - {do: draw, say: A", ["one/2", "one/3"]),
        ("- {do: move", "- {do: draw, say: New.}\n      - {do: move", [f"one/{k}" for k in range(4)]),  # formulas late
        ("say: And again.}", "say: And again.}\n      - {do: draw, say: New., show: h(u) = u^4}", ["one/3"]),
    ],
)
def test_an_edit_draws_what_it_is_seen_in_and_what_follows_from_that(old, new, again):
    assert drawn_again(old, new) == again


def test_the_part_of_the_model_that_is_named_and_what_that_names():
    one, two = views()["one"].opening.known, views()["two"].opening.known
    assert [name.key for name in one.names] == ["a", "f", "x"]
    assert [name.key for name in two.names] == ["g", "t"]
    assert [colour for _, colour in one.colours] == ["teal"]
    assert sorted(colour for _, colour in two.colours) == ["blue", "yellow"]


def test_a_name_is_known_from_the_step_on_that_names_it():
    source = LESSON.replace("say: And again.}", "say: And again., show: h(u) = u^4}")
    view = views(source)["one"]
    assert [[name.key for name in step.known.names] for step in view.steps] == [[], [], ["h", "u"]]
    assert [len(step.known.colours) for step in view.steps] == [0, 0, 1]


def test_members_of_a_sequence_and_of_a_vector_bring_it_along():
    source = LESSON.replace("  a: {is: 3}\n", "  a: {is: 3}\n  w_1: {kind: real}\n  w_k: {kind: real}\n")
    view = views(source.replace("show: f(x) = x^2 + 3", "show: w_0 + w_0 = 2 w_0"))["one"]
    assert {"w_1", "w_k"} <= {name.key for name in view.steps[1].known.names}


def test_a_declared_logarithm_comes_along_where_one_stands_without_a_base():
    source = LESSON.replace("  a: {is: 3}\n", "  a: {is: 3}\n  \\log(b): \\log_{10} b\n")
    assert "\\log" not in {name.key for name in views(source)["one"].opening.known.names}
    view = views(source.replace("show: f(x) = x^2 + 3", "show: \\log 100 = 2"))["one"]
    assert "\\log" in {name.key for name in view.steps[1].known.names}


def test_nothing_else_of_the_lesson_is_in_it():
    """Not its narration, summary, ids, file, other sections or steps to come, whatever a scene looks through."""
    content = pickle.dumps(views()["one"].until(1))
    for word in ("Here it is", "It moves", "A summary", "Second", "Mind", "test.yaml", "And again", "yellow", "Easy"):
        assert word.encode() not in content, word
    assert len(views()["one"].until(1).steps) == 2


@pytest.mark.parametrize(
    ("old", "new", "again"),
    [
        ("with: {function: g}}", "with: {function: g, note: Hm.}}", ["one/0", "one/1", "one/2"]),
        ("{do: move, with: {to: 1}}", "{do: move, with: {to: 3}}", ["one/1", "one/2"]),
        ("beside: {do: move, with: {to: 1}}, ", "beside: {do: draw}, ", ["one/1", "one/2"]),
        ("show: g(t) = t^3", "show: t^3 = g(t)", ["two/1", "on/0"]),
        ("say: Here it is again.", "say: Look.", []),
        ("title: Second", "title: Another", ["two/0", "two/1"]),
        ("title: On", "title: And on", ["on/0"]),
    ],
)
def test_what_stands_beside_and_what_is_continued_is_in_it(old, new, again):
    assert drawn_again(old, new, BESIDE) == again


def test_a_section_that_continues_begins_with_the_visual_steps_of_the_one_before_and_its_own_title():
    found = views(BESIDE)
    two, on = found["two"], found["on"]
    assert (on.before, on.opening.arguments) == (two.steps, two.opening.arguments)
    assert on.opening.title.text.value == "On"
    assert on.until(0).before == on.before


def test_what_only_the_gate_needs_is_left_out():
    asking = (
        LESSON[: LESSON.index("  - id: one")]
        + r"""  - id: ask
    title: A question
    scene: Ask
    with:
      question:
        ask: What is $f(2)$?
        claim: f(2) = \answer
        options:
          - {text: $7$, answer: 7, correct: true, why: "It is [7](f(2))."}
          - {text: $4$, answer: 4, why: The constant is missing.}
    steps: [{do: draw, say: Think.}]
"""
    )
    (argument,) = views(asking)["ask"].opening.arguments
    assert argument.value.claim is None
    assert [option.answer for option in argument.value.options] == [None, None]
    why = argument.value.options[0].why
    assert why.text.value == "It is 7."
    assert why.pieces[1].source.value == "7"


def test_a_view_crosses_processes_as_it_is():
    for view in views().values():
        again = pickle.loads(pickle.dumps(view))  # noqa: S301 - our own bytes
        assert again == view
        assert again.digests() == view.digests()


def test_other_frames_and_other_sources_are_another_key():
    view = views()["one"]
    assert view.digests("a") != view.digests("b")
    assert not set(view.digests("a")) & set(view.digests())


def test_a_value_without_a_canonical_form_is_refused_and_not_guessed():
    with pytest.raises(TypeError, match="a set has no canonical form"):
        canonical({"a": {1, 2}})


def test_a_name_that_runs_over_an_index_brings_the_names_that_it_runs_over():
    source = """
id: data
title: Data
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  x_i: {data: [1, 2]}
  y: {is: 3}
  f(t): \\sum_{i=1}^{2} t x_i
sections:
"""
    section = "  - {id: s, title: T, scene: Curve, with: {function: f}, steps: [{do: draw, say: a}]}\n"
    catalogue = {"Curve": CURVE}
    proven = prove_lesson(read_script(source + section, "test.yaml", catalogue), known_or_decided)
    view = section_view(proven, proven.lesson.sections[0], catalogue, FRAMES)
    assert {"x_i", "x_1", "x_2"} <= {name.key for name in view.opening.known.names}
    assert "y" not in {name.key for name in view.opening.known.names}


def test_a_section_knows_from_its_beginning_when_formulas_come_here_or_where_it_goes_on():
    def told(source):
        return {name: view.opening.formulas for name, view in views(source).items()}

    assert told(LESSON) == {"one": "early", "two": "early", "card": "never"}
    without = BESIDE.replace(", show: g(t) = t^3", "")
    assert told(without) == {"one": "early", "two": "never", "on": "never", "card": "never"}
    later = without.replace("say: On.", "say: On., show: g(t) = t^3")
    assert told(later) == {"one": "early", "two": "late", "on": "late", "card": "never"}
    assert views(without)["one"].opening.beside.formulas == "never"


@pytest.mark.parametrize(
    ("showing", "when"),
    [("", "never"), ("0", "never"), ("1", "early"), ("01", "early"), ("001", "late"), ("0010000", "late")],
)
def test_formulas_are_late_after_two_steps_without_any(showing, when):
    assert first_shown([step == "1" for step in showing]) == when
