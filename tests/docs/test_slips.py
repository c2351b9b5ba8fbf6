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
    ("regression", "b: 4}", "q: 4}", "q: 4", "known here: 'b', 'm', 'x', 'x_i', 'y_i'"),
    ("sequence", "{of: q, to: 0.5}", "{of: q, to: 2}", "2}", "found 2, which the domain of a leaves out"),
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
