r"""`A \propto B`, where A is known, is a claim; beside each true formula stands a false one."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from mathora.prove.task import Task, decided
from tests.prove.test_what_courses_write import source, verdict

FORCE = {"F(r)": {"is": r"\frac{k}{r^2}"}, "k": {"kind": "positive"}}
MASSES = {"F": {"is": r"\frac{G m_1 m_2}{r^2}"}, "m_1": {}, "m_2": {}, "G": {}, "r": {"kind": "positive"}}
COUNTS = {
    "p(k)": {"is": r"\frac{\lambda^k e^{-\lambda}}{k!}"},
    r"\lambda": {"kind": "positive"},
    "k": {"kind": "natural"},
}
FREE = {"x": {}}
ROWS = [
    ("proved", r"F(r) \propto \frac{1}{r^2}", FORCE),
    ("refuted", r"F(r) \propto \frac{1}{r}", FORCE),
    ("proved", r"F \propto m_1 m_2", MASSES),
    ("refuted", r"F \propto m_1^2 m_2", MASSES),
    # of p(k) only k is meant
    ("proved", r"p(k) \propto \frac{\lambda^k}{k!}", COUNTS),
    ("refuted", r"p(k) \propto \lambda^k", COUNTS),
    ("proved", r"|x| \propto x \text{ for } x > 0", FREE),
    ("refuted", r"|x| \propto x", FREE),
    ("refuted", r"2x + 1 \propto x", FREE),
    ("proved", r"y = 3x^2 \propto x^2", FREE | {"y": {}}),
    ("refuted", r"y = 3x^2 \propto x", FREE | {"y": {}}),
    ("refuted", r"(2x + 1 \propto x)", FREE),
    ("refuted", r"\forall x > 0: 2x + 1 \propto x", FREE),
    ("proved", r"\forall x > 0: |x| \propto x", {}),
    ("refuted", r"x > 0 \Rightarrow 2x + 1 \propto x", FREE),
    ("refuted", r"2x \propto x, \; 2x + 1 \propto x", FREE),
    # a name that stands for something is no other part of it
    ("refuted", r"x = x^2 + 1 \propto x^2 + 1", FREE),
    ("refuted", r"2x \propto x - x", FREE),
    # a number depends on nothing
    ("refuted", r"2 \propto 3x", FREE),
    ("refuted", r"\pi \propto r", {"r": {"kind": "positive"}}),
    # how what is not known depends on something is no claim
    ("notation", r"F \propto \frac{1}{r^2}", {"F": {}, "r": {"kind": "positive"}}),
    ("notation", r"\frac{dN}{dt} \propto N", {"N(t)": {}}),
    ("notation", r"p(\theta \mid x) \propto p(x \mid \theta) p(\theta)", {}),
]


def test_a_name_of_which_something_is_known_stands_for_nothing_else():
    model = read_model(source(FREE | {"y": {}}))
    given, said = (read(Text.written(tex), model) for tex in ("y = 5", r"y = 3x^2 \propto x^2"))
    assert decided(Task(said, model, givens=(given.tree,))).kind == "refuted"


@pytest.mark.parametrize(("kind", "tex", "lets"), ROWS, ids=range(len(ROWS)))
def test_a_proportion_has_this_verdict(kind, tex, lets):
    found = verdict(tex, lets)
    assert found.kind == kind, found.why
