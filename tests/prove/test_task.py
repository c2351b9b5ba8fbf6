"""What is judged is plain data, and whatever can change its verdict is in its digest."""

import pickle
from dataclasses import replace
from fractions import Fraction

import pytest
from claims import modelled
from judged import told

from mathora.formula import read
from mathora.lesson import NameValue, Need, Text
from mathora.prove.task import Fit, Task, decided

LETS = {"x": {}, "y": {}, "f(x)": {"is": "x^2"}}
VERSIONS = {"sympy": "1", "prover": "a"}


def task(tex, lets=LETS, **fields):
    model = modelled(lets)
    return Task(read(Text.written(tex), model), model, **fields)


def need(name="variables", at="f", **fields):
    return Need(
        at=Text.written(at), parameter="function", name=name, subject=NameValue(tex=Text.written(at), of="function"),
        why="it is drawn", **fields,
    )  # fmt: skip


BASE = task("x = y")


@pytest.mark.parametrize(
    ("other", "versions"),
    [
        (task("y = x"), VERSIONS),
        (task("x = y", {**LETS, "x": {"kind": "positive"}}), VERSIONS),
        (task("x = y", {**LETS, "f(x)": {"is": "x^3"}}), VERSIONS),
        (task("x = y", {**LETS, "x": {"domain": ("x > 0",)}}), VERSIONS),
        (replace(BASE, role="given"), VERSIONS),
        (replace(BASE, tol=Fraction(1, 2)), VERSIONS),
        (replace(BASE, givens=(task("x > 0").formula.tree,)), VERSIONS),
        (BASE, VERSIONS | {"prover": "b"}),
    ],
)
def test_the_digest_changes_with_all_that_a_verdict_hangs_on(other, versions):
    assert other.digest(versions) != BASE.digest(VERSIONS)


def test_the_digest_stays_where_nothing_of_it_changes():
    assert task("x=y").digest(dict(reversed(VERSIONS.items()))) == BASE.digest(VERSIONS)
    assert pickle.loads(pickle.dumps(BASE)).digest(VERSIONS) == BASE.digest(VERSIONS)  # noqa: S301 - our own bytes


def test_a_fit_is_known_by_its_needs_and_not_by_where_they_are_told():
    model = modelled(LETS)
    base = Fit((need(given=(1,)),), model)
    elsewhere = replace(base, needs=(replace(base.needs[0], at=Text.written("f", "b.yaml", 9, 1)),))
    assert elsewhere.digest(VERSIONS) == base.digest(VERSIONS)
    for other in (
        Fit((need(given=(2,)),), model),
        Fit((), model),
        replace(base, model=modelled({"f(x)": {"is": "x"}})),
    ):
        assert other.digest(VERSIONS) != base.digest(VERSIONS)


@pytest.mark.parametrize(("count", "kind"), [(1, "proved"), (2, "refuted")])
def test_a_fit_is_held_against_the_model(count, kind):
    assert decided(Fit((need(given=(count,)),), modelled(LETS))).kind == kind


@pytest.mark.parametrize(
    ("name", "lets", "kind"),
    [("f", LETS, "proved"), ("x", LETS, "refuted"), ("f", {"f(x)": {"is": r"\{x\}"}}, "refuted")],
)
def test_a_name_that_a_scene_computes_with_has_to_have_numbers(name, lets, kind):
    assert decided(task(name, lets, role="function")).kind == kind


@pytest.mark.parametrize(
    ("tex", "role", "kind"),
    [
        ("x > 0", "given", "given"),
        ("x^2 < 0", "given", "refuted"),  # it contradicts itself
        ("1 = 2", "mistake", "mistake"),
        ("1 = 1", "mistake", "proved"),
        ("1 = 2", "claim", "refuted"),
    ],
)
def test_a_role_says_what_a_formula_is_there_for(tex, role, kind):
    assert decided(task(tex, role=role)).kind == kind


@pytest.mark.parametrize(
    ("tex", "lets"),
    [
        ("x = x + 1", {"x": {"domain": ("x > 1", "x < 0")}}),  # of nothing everything is true
        (r"\frac{1}{x} = \frac{1}{x}", {"x": {"domain": ("x = 0",)}}),
    ],
)
def test_what_nothing_obeys_proves_nothing(tex, lets):
    assert told(tex, lets)[0] != "proved"
