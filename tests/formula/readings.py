"""What a text is read as with the model that the reader's tests share, or why it is refused."""

import pytest
from lesson_model import lesson_model
from outline import outline

from mathora.formula import read
from mathora.lesson import Faulty, Text

MODEL = lesson_model()


def reading(tex, model=MODEL):
    """The outline of the tree."""
    return outline(read(Text.written(tex), model, placeholder=True).tree)


def faults(tex, model=MODEL):
    """All faults of a text."""
    with pytest.raises(Faulty) as faulty:
        read(Text.written(tex), model)
    return faulty.value.faults


def refusal(tex, model=MODEL):
    """(rule, the characters from the caret on, as long as the caret) of the one fault."""
    (fault,) = faults(tex, model)
    start = fault.place.column - 1
    return fault.rule, tex[start : start + fault.length]


def two_readings(tex):
    """Where a text that has two readings is refused, and both of them as the message tells them."""
    rule, caret = refusal(tex)
    assert rule == "ambiguous"
    return caret, faults(tex)[0].message.partition(" has two readings: ")[2]
