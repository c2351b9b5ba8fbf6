"""The verdict on a formula in a small model, in this process."""

from claims import modelled

from mathora.formula import read
from mathora.lesson import Text
from mathora.prove import Task
from mathora.prove.task import decided

NAMES = {
    **{name: {} for name in ("x", "y", "a", "b", "t", r"\mu", "g(x)")},
    **{name: {"kind": "natural"} for name in "nk"},
    **{name: {"kind": "matrix", "shape": (2, 2)} for name in "AB"},
    **{name: {"kind": "random"} for name in "XY"},
    **{name: {"kind": "event"} for name in "pq"},
    "r": {"kind": "positive"},
    "f(x)": {"is": "x^2"},
    "c": {"is": "3"},
}


def judged(tex, lets=NAMES):
    """The verdict."""
    model = modelled(lets)
    return decided(Task(read(Text.written(tex), model), model, "claim", None, ()))


def told(tex, lets=NAMES):
    """Its kind, and what is said of it: by which method, or why not."""
    verdict = judged(tex, lets)
    return verdict.kind, verdict.reason or verdict.method
