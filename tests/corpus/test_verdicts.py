"""Both corpora: every verdict as expected, and nothing proved that is not true."""

import pytest

from mathora.prove.verdict import Verdict
from tests.corpus.__main__ import found, main
from tests.corpus.adapter import CORPUS, FURTHER, entries


@pytest.mark.parametrize("entry", entries(CORPUS), ids=lambda entry: entry.id)
def test_the_corpus(entry):
    kind, verdict, fault = found(entry)
    assert kind == entry.verdict, fault or verdict


@pytest.mark.slow
@pytest.mark.parametrize("entry", entries(FURTHER), ids=lambda entry: entry.id)
def test_further_lesson_formulas(entry):
    kind, verdict, fault = found(entry)
    assert kind == entry.verdict, fault or verdict


def test_the_score_names_what_differs(tmp_path, capsys):
    file = tmp_path / "wrong.yaml"
    file.write_text("formulas:\n- {id: planted, tex: '1 + 1 = 3', model: {}, verdict: proved, ref: null}\n")
    assert main([str(file)]) == 1
    assert "planted: expected proved, found refuted" in capsys.readouterr().out


def test_a_verdict_that_proves_what_is_false_is_called_so(tmp_path, capsys):
    file = tmp_path / "wrong.yaml"
    file.write_text("formulas:\n- {id: planted, tex: '1 + 1 = 2', model: {}, verdict: refuted, ref: null}\n")
    main([str(file)])
    assert "proved though not true: ['planted']" in capsys.readouterr().out
    assert Verdict("proved").holds
