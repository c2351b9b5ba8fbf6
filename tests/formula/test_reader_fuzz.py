"""Whatever is fed to the reader, a formula comes out, or `Faulty`; and what was read is written and read back."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mathora.formula import Model, read, read_model, write_latex
from mathora.formula.reader import commands as words
from mathora.formula.reader.reader import GRAMMAR
from mathora.lesson import Declaration, Faulty, ModelSource, Text
from tests.corpus.adapter import entries

MODEL = read_model(
    ModelSource(
        declarations=tuple(
            Declaration(head=Text.written(head), kind=kind)
            for head, kind in [
                ("f(x)", None), ("L(w_1, w_2)", None), ("a", None), ("n", "natural"), ("A", "matrix"),
                (r"\mathbf{v}", "vector"), (r"\hat{y}", None), (r"\text{MSE}", None), (r"\eta", None), ("y_k", None),
            ]
        )
    )
)  # fmt: skip

PIECES = [
    *"axfLnAwyde0123456789(){}[]_^',.|&!+-/=<>:",
    "12", "0.5", "1{,}000", "_1", "^2", "^{", "_{", "dx", "|_{x=1}", r"\\", r"\%", r"\}", r"\left(", r"\right)",
    r"\left|", r"\right|", r"\left.", r"\frac{d}{dx}", r"\frac{\partial L}{\partial w_1}", r"\int_0^1",
    r"\sum_{i=1}^{n}", r"\lim_{x \to 0}", r"\begin{aligned}", r"\end{aligned}", r"\begin{bmatrix}",
    r"\end{bmatrix}", r"\begin{cases}", r"\end{cases}", r"\text{ or }", r"\text{if}", r"\text{cm}",
    r"\text{MSE}", r"\operatorname{tr}", r"\mathbf{v}", r"\mathrm{d}", r"\hat{y}",
]  # fmt: skip
WORDS = sorted({*GRAMMAR.prefix, *GRAMMAR.infix, *words.ALIASES, *words.GREEK, *words.SPACES, *PIECES})

FORMULAS = [(entry.text.value, read_model(entry.source)) for entry in entries()]


def check(tex, model=MODEL):
    """Reads a text; what is read must be written and read back to the same tree. Whether it was read."""
    text = Text.written(tex)
    try:
        tree = read(text, model, placeholder=True).tree
    except Faulty as faulty:
        problems = faulty.faults
    else:
        written = write_latex(tree)
        assert read(Text.written(written), model, placeholder=True).tree == tree, (tex, written)
        return True
    assert problems
    assert all(fault.place.file == "<text>" and fault.rule and fault.message for fault in problems)
    return False


def mutated(chance):
    """A corpus formula with its model, some of its words dropped, doubled or replaced."""
    tex, model = chance.choice(FORMULAS)
    characters = list(tex)
    for _ in range(chance.randint(1, 2)):
        place = chance.randrange(len(characters) + 1)
        action = chance.randrange(4)
        if action == 0 and characters:
            del characters[place % len(characters)]
        elif action == 1:
            characters.insert(place, chance.choice(chance.choice((WORDS, tex))))
        elif action == 2 and characters:
            characters[place % len(characters)] = chance.choice(chance.choice((WORDS, tex)))
        else:
            start, stop = sorted((place, chance.randrange(len(characters) + 1)))
            characters[start:stop] *= 2
    return "".join(characters), model


def soup(chance):
    """Words of the language in any order."""
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 14))), MODEL


def noise(chance):
    """Bytes, as text."""
    return chance.randbytes(chance.randint(0, 60)).decode("latin-1"), MODEL


def feed(count, seed):
    chance = random.Random(seed)  # noqa: S311 - repeatable, not secret
    return sum(check(*(mutated, soup, noise)[number % 3](chance)) for number in range(count))


@settings(max_examples=500, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join))
def test_any_words_of_the_language_give_a_formula_or_faults(tex):
    check(tex)


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_a_formula_or_faults(tex):
    check(tex)


def test_two_thousand_random_inputs_give_formulas_or_faults():
    assert feed(2_000, seed=1) > 80, "so few of the inputs are formulas that the test says little"


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(8))
def test_many_random_inputs_give_formulas_or_faults(seed):
    feed(20_000, seed=100 + seed)


@pytest.mark.parametrize(
    "opening", ["(", "{", "[", r"\frac{1}{", r"\sqrt{", "x^{", "x_{", "|", "f(", r"\sin ", "-(", r"\left(", r"\hat{"]
)
def test_nesting_without_end_is_a_fault_and_not_a_crash(opening):
    check(opening * 300)
    check(opening * 300 + "x" + ")" * 300)


def test_a_formula_may_not_be_longer_than_what_a_screen_can_show():
    with pytest.raises(Faulty) as faulty:
        read(Text.written("x + " * 2_000 + "x"), Model.empty())
    assert faulty.value.faults[0].rule == "too-long"


@pytest.mark.parametrize("tex", [r"\artanh \dotsc \argmax 2"])
def test_what_was_found_once_is_read_and_written_and_read_back(tex):
    assert check(tex)
