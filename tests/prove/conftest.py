"""A formula judged in a model written as text."""

import pytest

from mathora.lesson import Text
from mathora.prove.gate.single import prove_one
from mathora.prove.task import decided


@pytest.fixture
def verdict():
    """`verdict(tex, "f(x) = x^2", assume=["x > 0"])`, in this process."""

    def judge(tex, *let, assume=()):
        return prove_one(
            Text.written(tex),
            None,
            decided,
            let=[Text.written(one) for one in let],
            assume=[Text.written(one) for one in assume],
        ).verdict

    return judge
