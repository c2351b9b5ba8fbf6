"""Kept verdicts: found again, never stale, and harmless to lose."""

import json
import os

import pytest

from mathora.formula import Model, read, read_model
from mathora.lesson import Declaration, ModelSource, Text
from mathora.prove.store import VerdictStore, _seal
from mathora.prove.task import Task, decided
from mathora.prove.verdict import Verdict, Witness


def task(tex, body="x^2", role="claim"):
    model = read_model(ModelSource(declarations=(Declaration(head=Text.written("f(x)"), body=Text.written(body)),)))
    return Task(read(Text.written(tex), model), model, role)


def forbidden(_task):
    raise AssertionError("asked again")


def test_a_verdict_is_found_again(tmp_path):
    first = VerdictStore(tmp_path / "verdicts.json", decided)
    wrong = first.decide(task("f(2) = 5"))
    first.save()
    again = VerdictStore(tmp_path / "verdicts.json", forbidden)
    assert again.decide(task("f(2) = 5")) == wrong
    assert wrong.witness == Witness((), "4", "5")


def test_what_was_believed_once_is_not_judged_again(tmp_path, monkeypatch):
    entries(tmp_path)
    store = VerdictStore(tmp_path / "verdicts.json", forbidden)
    proved = store.decide(task("f(2) = 4"))
    monkeypatch.setattr("mathora.prove.store._is_judged", forbidden)
    assert store.decide(task("f(2) = 4")) is proved


def test_what_another_process_kept_meanwhile_stays(tmp_path):
    one, other = (VerdictStore(tmp_path / "verdicts.json", decided) for _ in range(2))
    one.decide(task("f(2) = 4"))
    other.decide(task("f(2) = 5"))
    one.save()
    other.save()
    again = VerdictStore(tmp_path / "verdicts.json", forbidden)
    assert [again.decide(task(tex)).kind for tex in ("f(2) = 4", "f(2) = 5")] == ["proved", "refuted"]


@pytest.mark.parametrize("other", [task("f(2) = 4", "x^3"), task("f(3) = 4"), task("f(2) = 4", role="mistake")])
def test_another_tree_model_or_role_is_another_question(tmp_path, other):
    store = VerdictStore(tmp_path / "verdicts.json", decided)
    store.decide(task("f(2) = 4"))
    store.save()
    with pytest.raises(AssertionError, match="asked again"):
        VerdictStore(tmp_path / "verdicts.json", forbidden).decide(other)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"x": 1}', "\x00"])
def test_a_damaged_file_counts_as_empty(tmp_path, content):
    (tmp_path / "verdicts.json").write_text(content)
    store = VerdictStore(tmp_path / "verdicts.json", decided)
    assert store.decide(task("f(2) = 4")).kind == "proved"
    store.save()


def test_a_pipe_in_its_place_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "verdicts.json")
    assert VerdictStore(tmp_path / "verdicts.json", decided).decide(task("f(2) = 4")).kind == "proved"


def test_a_damaged_entry_is_asked_for_again(tmp_path):
    store = VerdictStore(tmp_path / "verdicts.json", decided)
    store.decide(task("f(2) = 4"))
    store.save()
    text = (tmp_path / "verdicts.json").read_text().replace('"kind"', '"kin"')
    (tmp_path / "verdicts.json").write_text(text)
    assert VerdictStore(tmp_path / "verdicts.json", decided).decide(task("f(2) = 4")).kind == "proved"


def entries(tmp_path):
    """The file after a proved and a refuted task, and the keys of the two."""
    store = VerdictStore(tmp_path / "verdicts.json", decided)
    store.decide(task("f(2) = 4"))
    store.decide(task("f(2) = 5"))
    store.save()
    content = json.loads((tmp_path / "verdicts.json").read_text())
    return content, *content


def test_an_entry_in_anothers_place_is_not_believed(tmp_path):
    content, proved, refuted = entries(tmp_path)
    content[refuted] = content[proved]
    (tmp_path / "verdicts.json").write_text(json.dumps(content))
    store = VerdictStore(tmp_path / "verdicts.json", decided)
    assert store.decide(task("f(2) = 5")).kind == "refuted"
    store.save()
    assert VerdictStore(tmp_path / "verdicts.json", forbidden).decide(task("f(2) = 5")).kind == "refuted"


@pytest.mark.parametrize(("flipped", "into"), [("proved", "refuted"), ('"5"', '"4"')])
def test_an_entry_with_another_word_than_it_was_sealed_with_is_not_believed(tmp_path, flipped, into):
    entries(tmp_path)
    text = (tmp_path / "verdicts.json").read_text()
    assert flipped in text
    (tmp_path / "verdicts.json").write_text(text.replace(flipped, into))
    store = VerdictStore(tmp_path / "verdicts.json", decided)
    assert store.decide(task("f(2) = 4")).kind == "proved"
    assert store.decide(task("f(2) = 5")).witness == Witness((), "4", "5")


def test_verdicts_of_another_prover_are_not_found(tmp_path, monkeypatch):
    """Every source of the rooms that decide counts, in whatever folder of theirs it lies."""
    package = tmp_path / "mathora"
    for name in ("prove/store.py", "prove/tactics/normal.py", "formula/reader/terms.py", "lesson/source.py"):
        (package / name).parent.mkdir(parents=True)
        (package / name).write_text("")
    monkeypatch.setattr("mathora.__file__", str(package / "__init__.py"))
    for changed in package.rglob("*.py"):
        store = VerdictStore(tmp_path / "verdicts.json", decided)
        store.decide(task("f(2) = 4"))
        store.save()
        changed.write_text("changed = True")
        with pytest.raises(AssertionError, match="asked again"):
            VerdictStore(tmp_path / "verdicts.json", forbidden).decide(task("f(2) = 4"))


@pytest.mark.parametrize(
    ("written", "instead"),
    [('"normal form"', '"numbers"'), ('"claim": "', '"claim": "0'), ('"kind": "proved"', '"kind": "definition"')],
)
def test_a_certificate_that_was_changed_is_not_believed(tmp_path, written, instead):
    store = VerdictStore(tmp_path / "verdicts.json", decided)
    assert store.decide(task("f(2) = 4")).certificate is not None
    store.save()
    text = (tmp_path / "verdicts.json").read_text()
    assert written in text
    content = {
        key: {"seal": _seal(key, forged), "verdict": forged}
        for key, entry in json.loads(text).items()
        for forged in (json.loads(json.dumps(entry["verdict"]).replace(written, instead)),)
    }
    (tmp_path / "verdicts.json").write_text(json.dumps(content))
    with pytest.raises(AssertionError, match="asked again"):
        VerdictStore(tmp_path / "verdicts.json", forbidden).decide(task("f(2) = 4"))


def test_undecided_is_not_kept(tmp_path):
    store = VerdictStore(tmp_path / "verdicts.json", lambda _task: Verdict("undecided", reason="too slow"))
    store.decide(task("f(2) = 4"))
    store.save()
    assert not (tmp_path / "verdicts.json").exists()
    assert Model.empty().names == {}
