"""`python -m tests.corpus FILE`: scores a formula corpus, and prints the verdicts that differ from what is expected.

A corpus says `ambiguous` of what the reader must refuse, and `constraint` of what an author would mark `role: given`.
"""

from __future__ import annotations

# ruff: noqa: T201 - it prints
import signal
import statistics
import sys
import time
from pathlib import Path

from mathora.formula import read, read_model
from mathora.lesson import Faulty
from mathora.prove import Task
from mathora.prove.judge.certify import certified
from mathora.prove.judge.judge import judge
from mathora.prove.verdict import Verdict
from tests.corpus.adapter import CORPUS, Entry, entries

SLOW = 1.0
"""Seconds past which a formula is named."""

MOST_SECONDS = 9
"""As for a formula of a lesson."""

FALSE_PROOF = {"refuted", "undecided", "ambiguous"}


def found(entry: Entry) -> tuple[str, Verdict | None, str]:
    """The verdict's name as a corpus writes it, the verdict, and why the formula could not be read."""
    try:
        model = read_model(entry.source)
        formula = read(entry.text, model)
        givens = tuple(read(one, model).tree for one in entry.givens)
    except Faulty as faulty:
        rules = {fault.rule for fault in faulty.faults}
        return "ambiguous" if "ambiguous" in rules else "undecided", None, str(faulty)
    verdict = judge(formula, model, role=entry.role, tol=entry.tol, givens=givens)
    if verdict.kind == "undecided" and entry.role == "claim":  # what the kernel's rules alone prove
        verdict = certified(Task(formula, model, entry.role, entry.tol, givens).claim, verdict)
    return {"given": "constraint"}.get(verdict.kind, verdict.kind), verdict, ""


def _out_of_time(_number: int, _frame: object) -> None:
    raise TimeoutError(f"it takes more than {MOST_SECONDS} s")


def main(arguments: list[str]) -> int:
    file = Path(arguments[0]) if arguments else CORPUS
    signal.signal(signal.SIGALRM, _out_of_time)
    right, times, wrong_proofs = 0, [], []
    rows = entries(file)
    for entry in rows:
        start = time.perf_counter()
        try:
            signal.alarm(MOST_SECONDS)
            kind, verdict, fault = found(entry)
        except TimeoutError as reason:
            kind, verdict, fault = "undecided", None, str(reason)
        finally:
            signal.alarm(0)
        times.append(time.perf_counter() - start)
        if times[-1] > SLOW:
            print(f"{entry.id}: {times[-1]:.2f} s")
        right += kind == entry.verdict
        if kind == "proved" and entry.verdict in FALSE_PROOF:
            wrong_proofs.append(entry.id)
        if kind != entry.verdict:
            print(f"{entry.id}: expected {entry.verdict}, found {kind}  {entry.text.value}")
            print(f"    {fault or (verdict.why if verdict else '')}")
    print(f"{right} of {len(rows)} verdicts as expected; proved though not true: {wrong_proofs or 'none'}")
    print(f"median {1000 * statistics.median(times):.1f} ms, longest {max(times):.2f} s")
    return 0 if right == len(rows) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
