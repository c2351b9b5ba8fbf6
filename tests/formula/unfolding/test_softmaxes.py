"""A softmax is an exponential's share of all, in whichever right way it is written."""

import pytest

from mathora.formula import read, read_model
from mathora.formula.unfolding.softmaxes import is_softmax_otherwise
from mathora.lesson import Text
from tests.corpus.adapter import with_free_names
from tests.prove.test_what_courses_write import source

RIGHT = [
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=1}^n e^{z_j}}",
    r"\operatorname{softmax}(\mathbf{z})_i = \frac{\exp(z_i)}{\sum_j \exp(z_j)}",
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i - m}}{\sum_j e^{z_j - m}}",
    r"\operatorname{softmax}(z)_i = \frac{1}{\sum_j e^{z_j - z_i}}",
    r"\operatorname{softmax}(z)_1 = \frac{1}{1 + e^{z_2 - z_1}}",
    r"\operatorname{softmax}(z) = \frac{e^z}{\sum_j e^{z_j}}",
    r"\operatorname{softmax}(z) = \left(\frac{e^{z_1}}{e^{z_1} + e^{z_2}}, \frac{e^{z_2}}{e^{z_1} + e^{z_2}}\right)",
    r"\operatorname{sigmoid}(z)_1 = e^{z_1}",
]
OTHERWISE = [
    r"\operatorname{softmax}(z)_1 = e^{z_1}",
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_j e^{z_i}}",
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j \ne i} e^{z_j}}",
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i}}{\sum_{j=2}^n e^{z_j}}",
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i - m}}{\sum_j e^{z_j}}",
    r"\operatorname{softmax}(z)_i = \frac{e^{z_i + j}}{\sum_j e^{z_j + j}}",
    r"\operatorname{softmax}(z)_1 = \frac{1}{1 + e^{z_1 - z_2}}",
    r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{e^{z_1} + e^{z_1}}",
    r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{e^{z_2} + e^{z_3}}",
    r"\operatorname{softmax}(z) = z",
    r"\operatorname{softmax}(z) = \frac{e^z}{2}",
    r"\operatorname{softmax}(z) = \begin{pmatrix} e^{z_1} \\ e^{z_2} \end{pmatrix}",
]


@pytest.mark.parametrize(("tex", "otherwise"), [*((tex, False) for tex in RIGHT), *((tex, True) for tex in OTHERWISE)])
def test_a_softmax_is_its_share_alone(tex, otherwise):
    model = read_model(with_free_names(Text.written(tex), source({})))
    assert is_softmax_otherwise(*read(Text.written(tex), model).tree.operands, model) is otherwise


@pytest.mark.parametrize(
    ("share", "otherwise"),
    [
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{e^{z_1} + e^{z_2} + e^{z_3}}", False),
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{e^{z_1} + e^{z_2}}", True),
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{\sum_{j=1}^3 e^{z_j}}", False),
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{\sum_{j=0}^2 e^{z_j}}", False),
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{\sum_{j=1}^2 e^{z_j}}", True),
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{\sum_{j=1}^K e^{z_j}}", True),
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{\sum_{j=1}^n e^{z_j}}", False),
        (r"\operatorname{softmax}(z)_n = \frac{e^{z_n}}{\sum_{j=1}^n e^{z_j}}", False),
        (r"\operatorname{softmax}(z)_1 = \frac{e^{z_1}}{\sum_{j=1}^m e^{z_j}}", False),
        (
            r"\operatorname{softmax}(z) = \left(\frac{e^{z_1}}{\sum_j e^{z_j}}, \frac{e^{z_2}}{\sum_j e^{z_j}}\right)",
            True,
        ),
    ],
)
def test_a_vector_with_known_places_has_a_share_for_each(share, otherwise):
    model = read_model(source({"z": {"shape": (3, 1)}, "K": {"is": "2"}, "n": {"is": "3"}, "m": {}}))
    assert is_softmax_otherwise(*read(Text.written(share), model).tree.operands, model) is otherwise
