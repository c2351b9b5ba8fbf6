"""A small lesson that goes through the gate, with the values that stand in one."""

import pytest

from mathora.lesson import (
    Argument,
    CheckedNumber,
    Course,
    Declaration,
    Faulty,
    Lesson,
    Maths,
    ModelSource,
    Option,
    Prose,
    Question,
    Section,
    Shown,
    Step,
    Text,
    Words,
)
from mathora.prove import prove_lesson
from mathora.prove.task import decided


def text(value):
    return Text.written(value, "scripts/x.yaml", 12, 9)


def words(value):
    return Prose(text=text(value), pieces=(Words(text=text(value)),))


def maths(value):
    return Prose(text=text(f"${value}$"), pieces=(Maths(tex=text(value)),))


def number(shown, source):
    return Prose(text=text(shown), pieces=(CheckedNumber(shown=text(shown), source=text(source)),))


MODEL = ModelSource(
    declarations=(
        Declaration(head=text("L(w_1, w_2)"), body=text("w_1^2 + 3 w_2^2")),
        Declaration(head=text("V(x)"), body=text("x (6 - 2x)^2"), domain=(text(r"0 \le x \le 3"),)),
        Declaration(head=text("a"), kind="positive"),
        Declaration(head=text("b"), kind="positive"),
        Declaration(head=text("c"), kind="positive"),
    )
)


def lesson(*show, say=None, arguments=(), title=None):
    return Lesson(
        id="x",
        file="scripts/x.yaml",
        title=title or words("A lesson"),
        course=Course(track=words("T"), unit=words("U"), number=1, level=text("Easy"), minutes=1),
        model=MODEL,
        sections=(
            Section(
                id="one",
                title=words("One"),
                scene=text("Scene"),
                arguments=arguments,
                steps=(Step(id="a", action=text("go"), say=say or words("Said."), show=show),),
            ),
        ),
    )


def proved(given):
    return prove_lesson(given, decided)


def faults(given):
    with pytest.raises(Faulty) as caught:
        proved(given)
    return caught.value.faults


def claim(tex, **fields):
    return Shown(
        tex=text(tex), **{key: text(value) if key in {"waive", "tol"} else value for key, value in fields.items()}
    )


def question(correct, wrong, claim_tex=r"\frac{\partial L}{\partial w_2} = \answer"):
    option = {"why": words("Because.")}
    return Argument(
        name="questions",
        value=Question(
            ask=words("Which?"),
            claim=text(claim_tex),
            options=(
                Option(text=maths(correct), correct=True, answer=text(correct), **option),
                Option(text=maths(wrong), correct=False, answer=text(wrong), **option),
            ),
        ),
    )
