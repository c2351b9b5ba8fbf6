"""The models that the formulas of these tests are read with: names by their declaration."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from mathora.formula import Model, Node, model_function, read, read_model
from mathora.formula.curves.one_variable import OneVariable
from mathora.lesson import Declaration, ModelSource, Text

REAL = {"kind": "real"}
MATRIX = {"kind": "matrix", "shape": (2, 2)}
VECTOR = {"kind": "vector", "shape": (3, 1)}

LETTERS = ["x", "n", "r", "a", "b", "c", "d", "k", r"\theta", "C", "X", "w", "y_1", "y_2"]

MODELS = {
    "letters": {letter: {"kind": "real"} for letter in LETTERS},
    "sets": {"A": {"kind": "set"}, "B": {"kind": "set"}},
    "calculus": {"x": REAL, "C": REAL},
    "loss": {"L(w_1, w_2)": "w_1^2 + 3 w_2^2", "w": "(w_1, w_2)", "t": "(-6 w_2, 2 w_1)", r"\eta": REAL},
    "volume": {"V(x)": "x (6 - 2x)^2"},
    "cubic": {"f(x)": "x^3", "h": REAL, "n": {"kind": "natural"}},
    "parabola": {"y(x)": "x^2"},
    "chain": {"L(w_1, w_2)": "w_1^2 + 3 w_2^2", "w_1(t)": r"\cos t", "w_2(t)": r"\sin t"},
    "indices": {r"\alpha_{ij}": REAL, r"\beta_k": REAL},
    "matrices": {"A": MATRIX, "B": MATRIX, "H": MATRIX},
    "vectors": {r"\mathbf{u}": VECTOR, r"\mathbf{v}": VECTOR, r"\vec{a}": VECTOR, r"\vec{b}": VECTOR, "A": MATRIX},
    "neuron": {"w": REAL, "x": REAL, "b": REAL, r"\hat{y}": "w x + b"},
    "relu": {r"\operatorname{ReLU}(x)": r"\max(0, x)"},
    "differences": {"f(x)": "x^2", r"\Delta x": REAL, r"\Delta y": r"f(x + \Delta x) - f(x)"},
    "descent": {"L(w)": "w^2", r"\eta": REAL, r"w_{\text{old}}": REAL},
    "errors": {"n": REAL, "y_i": REAL, r"\hat{y}_i": REAL},
    "chance": {
        **{letter: {"kind": "event"} for letter in "ABD"},
        "X": {"kind": "random"},
        "Y": {"kind": "random"},
        "k": {"kind": "natural"},
        "p(x)": {"kind": "real"},
        r"\theta": REAL,
    },
    "light": {"c": "299792458"},
}


@cache
def model(name: str) -> Model:
    """The model of that name."""
    return declaring(MODELS[name])


def declaring(declared: Mapping[str, str | dict[str, Any]]) -> Model:
    """The model that declares these names: a text is what one is, a mapping what is known of it."""
    declarations = [
        Declaration(head=Text.written(head), body=Text.written(what))
        if isinstance(what, str)
        else Declaration(head=Text.written(head), **what)
        for head, what in declared.items()
    ]
    return read_model(ModelSource(declarations=tuple(declarations)))


def tree_of(tex: str, model: Model) -> Node:
    """The tree of a formula that is read with a model."""
    return read(Text.written(tex), model).tree


def along(body: str, domain: str = "", **held: float) -> OneVariable:
    """A function of x alone, the other names of its body held."""
    rows = {"f(" + ", ".join(["x", *held]) + ")": {"body": Text.written(body)}}
    if domain:
        rows["x"] = {"domain": (Text.written(domain),)}
    (head,) = (key for key in rows if key != "x")
    return OneVariable(model_function(declaring(rows), head.partition("(")[0]), "x", lambda: held)
