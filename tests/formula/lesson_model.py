"""The model that the reader's tests share."""

from mathora.formula import Model, read_model
from mathora.lesson import Declaration, Kind, ModelSource, Text

_DECLARED: tuple[tuple[str, str | None, Kind | None], ...] = (
    ("L(w_1, w_2)", "w_1^2 + 3w_2^2", None), ("V(x)", "x (6 - 2x)^2", None), ("f(x)", None, None), ("g(x)", None, None),
    ("F(x, y, z)", None, None), (r"\sigma(z)", None, None), ("P(X)", None, None), (r"\mathcal{L}(w)", None, None),
    ("h", None, None), ("t", None, None), ("n", None, "natural"), ("k", None, "integer"), ("a", None, None),
    ("b", None, None), ("c", None, None), ("r", None, None), ("C", None, None), (r"\eta", None, "positive"),
    (r"\theta", None, None), (r"\omega", None, None), (r"\alpha", None, None), (r"\lambda", None, None),
    ("A", None, "matrix"), ("B", None, "matrix"), ("w", None, "vector"), (r"\mathbf{u}", None, "vector"),
    (r"\mathbf{v}", None, "vector"), (r"\hat{y}", None, None), ("x_1", None, None), ("x_2", None, None),
    (r"\Delta x", None, None), (r"\Delta y", None, None), ("x^*", None, None), ("w^{(k)}", None, "vector"),
    ("S", None, "set"), ("X", None, None), (r"\theta_t", None, None), (r"\text{MSE}", None, None),
    (r"W^{[l]}", None, None),
    (r"\operatorname{ReLU}(x)", r"\max(0, x)", None),
)  # fmt: skip


def lesson_model() -> Model:
    return read_model(
        ModelSource(
            declarations=tuple(
                Declaration(head=Text.written(head), body=Text.written(body) if body else None, kind=kind)
                for head, body, kind in _DECLARED
            )
        )
    )
