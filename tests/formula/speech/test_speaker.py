"""A formula is said in words alone, with single spaces and no final stop."""

import re

import pytest
from sample_formulas import SPOKEN
from sample_models import model

from mathora.formula import read, speak
from mathora.lesson import Text

FORMULAS = [(name, tex) for name, tex, _ in SPOKEN]


@pytest.mark.parametrize(("name", "tex"), FORMULAS[::4])
def test_words_only(name, tex):
    said = speak(read(Text.written(tex), model(name)).tree)
    assert re.fullmatch(r"[A-Za-z'’,\- ]+", said)
    assert said == " ".join(said.split())
    assert not said.endswith((",", "."))
    assert " ," not in said


def test_another_language_has_its_own_words_and_the_same_letters():
    tree = read(Text.written("L = w_1^2 + 3 w_2^2"), model("loss")).tree
    assert speak(tree, "de") != speak(tree)
    assert speak(tree, "de").startswith("L ")
