"""The kinds of what a script may give to a scene.

Owns: `ParameterKind`, and how a value of each is written.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

ParameterKind = Literal[
    "Function",
    "Variable",
    "Number",
    "Point",
    "Interval",
    "PlaneVector",
    "PlaneMatrix",
    "AnyMatrix",
    "Formula",
    "Prose",
    "Count",
    "Flag",
    "Word",
    "Question",
    "Confusion",
    "Picture",
    "ProgramLines",
]
"""The annotations a scene may use; `stage` has a Python type of each name. `Word` is written `Literal["a", "b"]`."""

WRITTEN: Mapping[ParameterKind, str] = {
    "Function": "a function of the model, such as L",
    "Variable": "a variable of the model, such as w_1",
    "Number": r"a number, such as 0.35 or \frac{1}{3}",
    "Point": "a point, such as {w_1: 1, w_2: 1}",
    "Interval": "an interval, such as [-2, 2]",
    "PlaneVector": "a vector of the plane, such as v, A v or [1, 2]",
    "PlaneMatrix": "a matrix of two rows and two columns, such as A or [[2, 1], [1, 2]]",
    "AnyMatrix": "a matrix or a vector, such as A or [[2, 1], [1, 2]]",
    "Formula": "a formula in LaTeX, without dollars",
    "Prose": "a text; it may hold $formulas$",
    "Picture": "a PNG, JPEG or SVG of yours in the course's folder, such as pictures/knobs.png",
    "ProgramLines": "lines of a program, under each other, behind |",
    "Count": "a whole number",
    "Flag": "true or false",
    "Question": "a question with its options",
    "Confusion": "a myth and its fact",
}
"""How a value of each kind is written in a script."""
