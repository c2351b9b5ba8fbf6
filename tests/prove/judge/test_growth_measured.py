"""Growth of sums and of functions that recur; beside each false formula stands a true one."""

import pytest

from mathora.formula import read, read_model
from mathora.lesson import Text
from mathora.prove.task import Task, decided
from tests.prove.test_what_courses_write import source

NAMES = {"n": {"kind": "natural"}, "T(n)": {}}
ROWS = [
    (r"\sum_{k=1}^n k = O(n)", r"\sum_{k=1}^n k = O(n^2)"),
    (r"\sum_{k=1}^n \frac1k = O(1)", r"\sum_{k=1}^n \frac1k = O(\ln n)"),
    (r"\sum_{k=1}^n \frac1k = \Theta(n)", r"\sum_{k=1}^n \frac1k = \Theta(\ln n)"),
    (r"\sum_{k=0}^n 2^k = O(n^5)", r"\sum_{k=0}^n 2^k = O(2^n)"),
    (r"\sum_{k=1}^n \ln k = O(n)", r"\sum_{k=1}^n \ln k = O(n \ln n)"),
    (r"\sum_{k \le n} \frac1k \sim n", r"\sum_{k \le n} \frac1k \sim \ln n"),
    (r"n^2 \ll n", r"n \ll n^2"),
    (r"n \gg 2n", r"n \ll n \ln n"),
    (r"T(n) = 2T(n/2) + n \Rightarrow T(n) = O(n)", r"T(n) = 2T(n/2) + n \Rightarrow T(n) = O(n \ln n)"),
    (r"T(n) = T(n/2) + 1 \Rightarrow T(n) = O(1)", r"T(n) = T(n/2) + 1 \Rightarrow T(n) = \Theta(\ln n)"),
    (r"T(n) = T(n-1) + n \Rightarrow T(n) = O(n)", r"T(n) = T(n-1) + n \Rightarrow T(n) = O(n^2)"),
    (r"T(n) = 3T(n/2) + n \Rightarrow T(n) = O(n \ln n)", r"T(n) = 3T(n/2) + n \Rightarrow T(n) = O(n^{\log_2 3})"),
    (r"T(n) = 2T(n/2) + n \Rightarrow T(n) = \Omega(n^2)", r"T(n) = 2T(n/2) + n \Rightarrow T(n) = \Omega(n)"),
    (r"\sin n = \Theta(1)", r"2 + \sin n + \cos n = \Theta(1)"),
    (r"1 + (-1)^n = \Theta(1)", r"2 + (-1)^n = \Theta(1)"),
    (r"\cos n = o(1)", r"\frac{\cos n}{n} = o(1)"),
    (r"(-1)^n = o(1)", r"\sin(\pi n) = o(1)"),
    ("e = o(1)", "e = O(1)"),
    (r"n^{1/\ln n} = o(1)", r"n^{1/\ln n} = \Theta(1)"),
    ("3n = o(n)", "3n = O(n)"),
    (r"n \sin n = O(1)", r"n \sin n = O(n)"),
    (r"n \sin n = \Omega(n)", r"n^2 + (-1)^n n = \Theta(n^2)"),
    (r"n^{\ln n} = O(n^{100})", r"n^{100} = O(n^{\ln n})"),
    (r"e^{\sqrt{n}} = O(n^{50})", r"n^{50} = o(e^{\sqrt{n}})"),
    (r"n^{1.01} = O(n \ln n)", r"n \ln n = O(n^{1.01})"),
    (r"(\ln n)^{\ln n} = O(n^2)", r"n^2 = O((\ln n)^{\ln n})"),
    (r"T(n) = 2T(n-1) + 1 \Rightarrow T(n) = O(n^2)", r"T(n) = 2T(n-1) + 1 \Rightarrow T(n) = O(2^n)"),
]


def kind(tex):
    model = read_model(source(NAMES))
    return decided(Task(read(Text.written(tex), model), model)).kind


@pytest.mark.parametrize(("false", "true"), ROWS)
def test_growth_is_measured(false, true):
    assert (kind(false), kind(true)) == ("refuted", "notation")
