"""A verdict is plain data; it holds, or says why it does not."""

import pickle
import subprocess
import sys
from typing import get_args

import pytest

from mathora.prove.verdict import HOLDING, Verdict, VerdictKind, Witness, refuted, undecided

WITNESS = Witness((("w_1", "1"), ("w_2", "0")), "2", "3")


def test_all_kinds_but_what_is_false_and_what_is_open_may_be_drawn():
    assert set(get_args(VerdictKind)) - HOLDING == {"refuted", "undecided"}
    assert [kind for kind in get_args(VerdictKind) if not Verdict(kind).holds] == ["refuted", "undecided"]


def test_a_written_reason_lets_an_open_formula_be_drawn_and_never_a_false_one():
    assert Verdict("undecided", waived="a historic value").holds
    assert not Verdict("refuted", waived="a historic value").holds


@pytest.mark.parametrize(
    ("verdict", "why"),
    [
        (refuted("no value", witness=WITNESS), "at w_1 = 1, w_2 = 0 the left side is 2, the right side 3"),
        (refuted(witness=Witness((), "1", "2")), "the left side is 1, the right side 2"),
        (Verdict("refuted", reason="no value", link="a = b"), "in a = b: no value"),
        (Verdict("proved", "normal form", reason=""), "normal form"),
        (undecided("no tactic"), "no tactic"),
        (Verdict("given", link="a = b"), ""),
    ],
)
def test_the_ground_is_the_witness_else_the_reason_else_the_method(verdict, why):
    assert verdict.why == why


def test_it_travels_and_is_compared_without_what_proves():
    assert pickle.loads(pickle.dumps(refuted(witness=WITNESS))) == refuted(witness=WITNESS)  # noqa: S301 - our own bytes
    program = "import sys, mathora.prove.verdict; print('sympy' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "False\n"
    )
