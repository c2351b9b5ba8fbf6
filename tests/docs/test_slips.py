"""Slips that authors make in a scene's own example: told once, where they stand, with what to write instead."""

from __future__ import annotations

import pytest

from tests.docs.fault_page import told
from tests.standard_scenes import SCENES

HEAD = "id: slip\ntitle: A slip\ncourse: {track: Maths, unit: Slips, number: 1, level: Easy, minutes: 1}\n"

SLIPS = [
    ("best_box", "sheet: 12 ", "sheet: -12 ", "-12", "found sheet: -12, but the picture says 0 < sheet"),
    ("code", "program: |", "program: >", "w = 4.0", "write them behind 'program: |'"),
    ("code", "lines: [3]", "lines: 3", "3}", "write [3]"),
    ("backward_pass", "layers: [3, 4, 1]", "layers: 3, 4, 1", "3, 4, 1", "write [3, 4, 1]"),
    ("compute_graph", ", y: 1}", "}", "0.5", "found no number for y"),
    ("compute_graph", "{to: w}", "{to: v}", "v}", "known here: 'b', 'w', 'x', 'y'"),
    ("contour_map", "{height: 3}", "{height: three}", "three", "write 3"),
    ("curve", "{at: 1.5}", "{at: 1,5}", "5}", "a number has a decimal point, as in 1.5"),
    ("curve", "{at: 1.5}", "{at: one}", "one}", "write 1"),
    ("curve", "f'(x) = x^2 - 1", "f'(x) = x**2 - 1", "**2", "write ^ for a power: x^2"),
    ("curve", "a point. One", "a <b>point</b>. One", "<b>", "a text has no bold, no links and no HTML"),
    ("density", r"at: {\mu: 0, \sigma: 1}", r"at: {\sigma: 1}", "1}", r"without a number for \mu"),
    ("density", r"\sigma: 1}", r"\sigma: 0}", "0}", r"found \sigma = 0, which the domain of f leaves out"),
    ("density", "{over: [-1, 1]}", "{over: [-1, 1], above: 2}", "2}", "found both, expected one of them"),
    ("density", r"{of: \sigma, to: 2}", r"{of: \sigma, to: 0}", "0}", "which the domain of f leaves out"),
    ("direction_field", "{at: {x: -2, y: 2}}", "{at: {t: -2, y: 2}}", "t: -2", "known here: 'x', 'y'"),
    ("freeze_variable", "frozen: {y: 1}", "frozen: {z: 1}", "z: 1", "known here: 'x', 'y'"),
    ("population", "{prior: 0.3}", "{}", "change", "change needs 'prior' or 'hit' or 'alarm'"),
    ("regression", "b: 4}", "q: 4}", "q: 4", "known here: 'a', 'b', 'c', 'k', 'm', 'x', 'x_i', 'y_i'"),
    ("sequence", "{of: q, to: 0.5}", "{of: q, to: 2}", "2}", "found 2, which the domain of a leaves out"),
    ("iteration", "rates: [0.05,", "rates: [0.95,", "0.95", "found 0.95 twice"),
    ("number_line", "within: 0.15", "within: -0.15", "-0.15", "expected a number above zero"),
    ("principal_directions", "{angle: 0}", "{angle: 45 degrees}", "45", "expected a number without a unit = write 45"),
    ("principal_directions", "{angle: 0}", "{angle: 45°}", "45°", "a number = write 45 where degrees are counted"),
    ("recap", "You need not see", "You need **not** see", "**not", "a text has no bold"),
    ("recap", "Against it,", "At $x = 3$,", "x = 3", "in a sentence, say it in words: $x$ is 3"),
    ("curve", r"f(x): \frac{x^3}{3} - x", "f(x): if x > 0 then x else 0", "then", "write \\begin{cases}"),
    ("curve", r"\frac{x^3}{3} - x   ", r"\int_0^x e^{t^2} dt  ", "\\int", "write its values by what can be worked out"),
    ("curve", r"f(x): \frac{x^3}{3} - x", "f(x): i x", "i x", "'i' has no value that can be computed"),
    ("contour_map", "at: {x: 1, y: 1}, heights", "at: 'x = 1, y = 2', heights", "x = 1", "write {x: 1, y: 2}"),
    ("markov_chain", "at: [0, 1] ", "at: [0, 1, 0] ", "0, 1, 0", "found 3 rows beside a matrix of 2, expected as many"),
    ("density", r"{of: \sigma, to: 2}", r"{of: \sigma, to: -2}", "-2}", "expected a value above 0, the domain of f"),
    ("probability_tree", "second: [", "third: [a, b]\n      second: [", "a, b", "give both, or leave both out"),
    ("recap", "You need not see", "You need [5] not see", "[5]", "a number that is checked is written [9.8](V(0.35))"),
    ("table", "at: [1, 10,", "at: [0, 10,", "s]", "found s, which has no value at 0"),
    ("vectors", "{of: q}", "{of: (1, 2)}", "2)}", "a vector is written as [1, 2]"),
    ("worked_example", "substitute\n        with: {at: {x: 1, y: 1}}", "substitute\n        with: {at: {x: 1}}", "1}}",
     "found no number for y, which stands in the line before"),
]  # fmt: skip


@pytest.mark.parametrize(("scene", "old", "new", "at", "said"), SLIPS, ids=lambda one: one if len(one) < 12 else "")
def test_a_slip_is_told_where_it_stands_with_what_to_write_instead(scene, old, new, at, said):
    good = HEAD + (SCENES / f"{scene}.yaml").read_text()
    assert not told(good)
    assert old in good
    fault = told(good.replace(old, new, 1))[0]
    assert said in f"{fault.message} = {fault.hint}"
    line = good.replace(old, new, 1).splitlines()[fault.place.line - 1]
    assert line[fault.place.column - 1 :].startswith(at)
