"""Formulas as courses display them: what is true is proved by the kernel; what students get wrong never is.

Each fourth of the some hundred formulas is judged by `make test`, the others by `make long`.
"""

from dataclasses import replace

import pytest

from mathora.formula import read, read_model
from mathora.formula.tree.defining import with_givens
from mathora.lesson import Text
from mathora.prove.kernel import holds
from mathora.prove.task import Task, decided
from tests.corpus.adapter import CORPUS, declared, with_free_names, written
from tests.rows import each

CORPORA = [written(CORPUS.with_name(f"{name}_formulas.yaml")) for name in ("chance", "course", "slide")]
ROWS = {kind: [row for corpus in CORPORA for row in corpus[kind]] for kind in ("shown", "wrong")}


def task(row):
    text = Text.written(row["tex"])
    model = read_model(with_free_names(text, declared(row["lets"])))
    return Task(
        read(text, model), model, givens=tuple(read(Text.written(one), model).tree for one in row.get("givens", ()))
    )


@pytest.mark.parametrize("row", each(ROWS["shown"], 4), ids=lambda row: row["id"])
def test_what_courses_show_is_proved_and_its_certificate_holds(row):
    found = decided(task(row))
    assert found.kind == row.get("verdict", "proved"), found.why
    if found.kind == "proved":
        asked = task(row)
        model, givens = with_givens(asked.model, asked.givens)  # as `mathora verify` judges it again
        holds(replace(asked, model=model, givens=givens).claim, found.certificate)
        assert not any("#" in text or "E[" in text for text in found.conditions)


@pytest.mark.parametrize("row", each(ROWS["wrong"], 4), ids=lambda row: row["id"])
def test_what_students_get_wrong_is_refuted_or_undecided(row):
    assert decided(task(row)).kind in {"refuted", "undecided"}
