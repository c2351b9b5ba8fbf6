"""Which undeclared names are an identity matrix, and what stands for them when a formula is judged."""

import pytest

from mathora.formula import read, read_model, write_latex
from mathora.formula.linear_algebra.identities import with_identities
from mathora.lesson import Declaration, ModelSource, Text

MODEL = {
    "A": {"kind": "matrix", "shape": (2, 2)},
    "B": {"kind": "matrix", "shape": (3, 2)},
    "n": {"body": Text.written("3")},
    "I_2": {},
}
WRITTEN_OUT = r"\begin{pmatrix} 1 & 0 & 0 \\ 0 & 1 & 0 \\ 0 & 0 & 1 \end{pmatrix}B = B"
SAID = [
    ("I_3 B = B", WRITTEN_OUT),
    ("I_n B = B", WRITTEN_OUT),
    ("I A = A", "A = A"),
    ("A I A = A^2", "AA = A^2"),
    (r"\mathbf{I} + A = A", "I + A = A"),
    ("I = A", "(I) = A"),  # compared, and not defined
    ("I_2 A = A", "I_2A = A"),  # declared
    ("I := A", "I := A"),
    (r"\sum_{I=1}^3 I A = A", r"\sum_{I = 1}^3 IA = A"),
]


@pytest.mark.parametrize(("tex", "said"), SAID)
def test_an_identity_is_written_out_or_left_out_unless_the_name_is_another_thing_s(tex, said):
    rows = tuple(Declaration(head=Text.written(head), **row) for head, row in MODEL.items())
    model = read_model(ModelSource(declarations=rows))
    assert write_latex(with_identities(read(Text.written(tex), model).tree, model)) == said
