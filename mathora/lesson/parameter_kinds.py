"""The kinds of what a script may give to a scene.

Owns: `ParameterKind`.
"""

from __future__ import annotations

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
