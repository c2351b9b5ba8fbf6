"""`python -m tests.prove.hunt N SEED`: tries N formulas, composed to be true and then broken, and prints what is wrong.

Wrong is what passes and numbers contradict, and what is refuted though it was composed to be true. (A formula that was
broken may be true wherever both sides have values, and false where a series diverges.) Each formula goes the way of a
lesson's: read, judged by the search, and its certificate by the kernel.
"""

# ruff: noqa: T201 - it prints
from __future__ import annotations

import sys
from collections import Counter

from mathora.formula import read, read_model
from mathora.lesson import ModelSource, Text
from mathora.prove.task import Task, decided
from tests.prove.composed import broken, composed, truth
from tests.prove.test_soundness import declaration

BREAKS = 3


def found(one):
    """The verdict's kind of a composed formula."""
    model = read_model(ModelSource(declarations=tuple(declaration(*each) for each in one.lets.items())))
    return decided(Task(read(Text.written(one.tex), model), model)).kind


def hunted(count, seed):
    """`count` formulas from a seed on: its verdict, what numbers say of it, and whether that is wrong."""
    tried = 0
    for at in range(seed, seed + count):
        whole = composed(at)
        for one in (whole, *(broken(whole, BREAKS * at + way) for way in range(BREAKS))):
            if tried == count:
                return
            tried += 1
            verdict, true = found(one), truth(one)
            passes = verdict not in {"refuted", "undecided"}
            yield at, one, verdict, true, true is False if passes else verdict == "refuted" and one is whole


def main(arguments):
    """Prints what is wrong, and how often each verdict met each truth; 1 if anything is wrong."""
    count, seed = (*map(int, arguments), *(1000, 0)[len(arguments) :])
    met, wrong = Counter(), 0
    for at, one, verdict, true, is_wrong in hunted(count, seed):
        met[verdict, true] += 1
        if is_wrong:
            wrong += 1
            print(f"seed {at}: {verdict}, and by numbers {true}: {one.tex}   {one.lets}", flush=True)
    for (verdict, true), times in sorted(met.items(), key=str):
        print(f"{verdict}, by numbers {'unknown' if true is None else true}: {times}")
    print(f"{wrong} wrong of {sum(met.values())}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
