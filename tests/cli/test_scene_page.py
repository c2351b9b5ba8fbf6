"""What a scene offers is told from the same rows in the terminal and in the document."""

import pytest

from mathora.cli.scene_page import scenes_document, terminal_page, words_of
from mathora.cli.scenes import WIDTH
from mathora.script import read_signature

DIAL = read_signature('''
class Dial(LessonScene):
    """A dial that turns."""

    marks: tuple[Count, ...]
    style: Literal["thin", "thick"] = "thin"
    asked: tuple[Question, ...] = ()

    limits = (("len(marks)", 2, 4, "there is no room for more"),)

    @action("It turns to {to}.", shows=True, moves=("turn", "stop"))
    def turn(self, step: StepView, to: Number) -> None: ...

    @action("A question.", takes="asked")
    def ask(self, step: StepView) -> None: ...
''', "dial.py")  # fmt: skip
NEXT = read_signature('''
class Next(LessonScene):
    """Another."""

    @action("A question.")
    def ask(self, step: StepView) -> None: ...
''', "next.py")  # fmt: skip


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("marks", "as many as 2 to 4 (there is no room for more)"),
        ("style", "one of thin, thick; may be left out: then thin"),
        ("asked", "may be left out"),
    ],
)
def test_a_parameter_tells_what_is_written_how_much_and_whether_it_has_to_be(name, said):
    (parameter,) = (one for one in DIAL.parameters if one.name == name)
    assert "; ".join(words_of(parameter)).endswith(said)


def test_the_terminals_page_tells_all_of_it_within_its_width():
    lines = list(terminal_page(DIAL, "scene: Dial\nwith: {}\n"))
    page = "\n".join(lines)
    for told in (
        "Dial: A dial that turns.", "marks", "turn: It turns to {to}.", "needs a formula under `show:`",
        "a narration may start {turn}, {stop}", "takes the next of 'asked'", "    scene: Dial\n    with: {}",
    ):  # fmt: skip
        assert told in page
    assert max(map(len, page.splitlines())) <= WIDTH
    assert "The section needs no `with:`." in list(terminal_page(NEXT, ""))


def test_the_document_has_a_chapter_for_each_scene_with_its_section():
    page = scenes_document([DIAL, NEXT], {"Dial": "scene: Dial\n"}, {"Dial.turn", "Dial.ask"})
    assert page.index("- [`Dial`](#dial): A dial that turns.") < page.index("## Dial") < page.index("## Next")
    assert "```yaml\nscene: Dial\n```" in page
    assert page.count("```yaml") == 1


def test_an_action_that_says_the_same_as_anothers_has_that_ones_picture():
    page = scenes_document([DIAL, NEXT], {}, {"Dial.turn", "Dial.ask"})
    assert page.count("Dial.ask") == 2
    assert "Next.ask" in scenes_document([DIAL, NEXT], {}, {"Dial.ask", "Next.ask"})
