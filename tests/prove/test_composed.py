"""Formulas composed to be true, then broken: what is proved is true by numbers, and most of what is true is proved."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import ModelSource, Text
from mathora.prove.judge.certify import certificate_of
from mathora.prove.task import Task, decided
from tests.prove import hunt
from tests.prove.composed import broken, composed, truth
from tests.prove.test_kernel import claim
from tests.prove.test_soundness import declaration
from tests.rows import long

BREAKS = 2


def attempts(seeds):
    """Each seed's formula as composed, and broken in several ways."""
    for seed in seeds:
        whole = composed(seed)
        yield seed, whole
        for one in range(BREAKS):
            changed = broken(whole, BREAKS * seed + one)
            if changed != whole:
                yield seed, changed


def is_proved(one):
    return certificate_of(claim(one.tex, one.lets)) is not None


def looked_at(seeds):
    """What is wrong, and how many formulas were tried."""
    count, faults, proved, true = 0, [], 0, 0
    for seed, one in attempts(seeds):
        count += 1
        said, shown = truth(one), is_proved(one)
        true += said is True
        proved += said is True and shown
        if shown and said is False:
            faults.append((seed, one.tex, one.lets))
    return faults, count, proved, true


@pytest.mark.parametrize(("seeds", "least"), [(8, 18), long(15, 35)])
def test_the_kernel_proves_nothing_that_numbers_contradict(seeds, least):
    faults, count, proved, true = looked_at(range(seeds))
    assert not faults
    assert count > least
    assert proved > 0.8 * true


@pytest.mark.fuzz
def test_the_kernel_proves_nothing_that_numbers_contradict_at_large():
    faults, count, proved, true = looked_at(range(1000, 1500))
    assert not faults
    assert count > 1000
    assert proved > 0.8 * true


def test_no_composed_formula_that_is_true_is_refuted():
    for seed in range(200, 220):
        one = composed(seed)
        model = read_model(ModelSource(declarations=tuple(declaration(*each) for each in one.lets.items())))
        assert decided(Task(read(Text.written(one.tex), model), model)).kind != "refuted", one.tex


def test_a_planted_mistake_is_told_by_numbers():
    told = [truth(broken(composed(seed), seed)) for seed in range(30)]
    assert told.count(False) > len(told) / 3


def test_the_hunt_names_a_false_formula_that_is_proved(monkeypatch, capsys):
    monkeypatch.setattr(hunt, "found", lambda _: "proved")
    assert hunt.main(["40", "7"]) == 1
    printed = capsys.readouterr().out
    assert "proved, and by numbers False" in printed
    assert printed.endswith("of 40\n")
