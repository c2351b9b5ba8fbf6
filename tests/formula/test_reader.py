"""Reading: LaTeX with the lesson's model becomes exactly one tree. The rows stand beside each rule, in `reader`."""

import pickle

import pytest
from outline import outline
from readings import MODEL, reading

from mathora.formula import Model, at, leaves, read, read_model, walk, write_latex
from mathora.lesson import Declaration, Faulty, ModelSource, Text
from tests.corpus.adapter import entries, formula_of


def test_the_test_sees_the_difference_between_application_and_product():
    assert reading("f(x + h)") != reading("a(x + h)")


def test_the_same_text_is_read_by_the_model_that_is_given():
    product = read(Text.written("x(x + 1)"), MODEL).tree
    declared_as_function = read(Text.written("f(x + 1)"), MODEL).tree
    assert outline(product) == "(x * <(x + 1)>)"
    assert outline(declared_as_function) == "Application(f, (x + 1))"


@pytest.mark.parametrize("name", ["e", "i", "d"])
def test_a_declared_name_hides_the_constant_of_the_same_letter(name):
    assert outline(read(Text.written(f"2{name}"), declared(name)).tree) == f"(2 * {name})"


def declared(*heads):
    return read_model(ModelSource(declarations=tuple(Declaration(head=Text.written(head)) for head in heads)))


def test_d_is_an_ordinary_letter_where_the_model_declares_it():
    model = declared("b", "d")
    assert (
        outline(read(Text.written(r"2bde = 2d \cdot be"), model).tree) == "((2 * b * d * e!) = ((2 * d) cdot (b * e!)))"
    )


def test_decimals_are_exact():
    tree = read(Text.written("0.1"), Model.empty()).tree
    assert (tree.value.numerator, tree.value.denominator, tree.decimals) == (1, 10, 1)


def test_every_node_knows_where_it_stands():
    text = Text.written(r"V'(x) = (6 - 2x)^2 - 4x(6 - 2x)")
    tree = read(text, MODEL).tree
    assert tree.span.start == 0
    assert tree.span.stop == len(text.value)
    assert [text.value[node.span.start : node.span.stop] for _, node in leaves(tree)] == list("Vx62x24x62x")
    for path, node in walk(tree):
        assert at(tree, path) is node
        assert all(node.span.start <= part.span.start and part.span.stop <= node.span.stop for part in node.children)


def test_a_formula_can_be_sent_to_another_process():
    formula = read(Text.written(r"\nabla L = (2w_1, 6w_2)"), MODEL)
    assert pickle.loads(pickle.dumps(formula)) == formula  # noqa: S301 - our own bytes


# ── the corpus ──

REFUSED = {"mixed-num": "ambiguous", "hostile-name": "unknown-name"}


@pytest.mark.parametrize("entry", entries(), ids=lambda entry: entry.id)
def test_every_formula_of_the_corpus_is_read_or_refused_as_it_should_be(entry):
    if entry.id in REFUSED:
        with pytest.raises(Faulty) as faulty:
            formula_of(entry)
        assert [fault.rule for fault in faulty.value.faults] == [REFUSED[entry.id]]
    else:
        tree = formula_of(entry).tree
        assert "Words" not in outline(tree) or entry.id == "hostile-text"


def test_every_corpus_formula_is_written_and_read_back():
    for entry in entries():
        if entry.id not in REFUSED:
            tree = formula_of(entry).tree
            assert read(Text.written(write_latex(tree)), read_model(entry.source)).tree == tree
