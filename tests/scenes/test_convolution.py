"""Convolutions: each entry is the sum of the products where the kernel lies; numbers stay in their cells."""

import numpy as np
import pytest

from mathora.lesson import Faulty
from mathora.stage import InvariantViolated
from tests.scenes.theatre import ASPECTS, all_measured, drawn, on_stage, outside

HEADER = """
id: test
title: A test
course: {track: T, unit: U, number: 1, level: Easy, minutes: 1}
model:
  S: [[0, 0, 9, 9], [0, 0, 9, 9], [0, 0, 9, 9]]
  K: [[-1, 1], [-1, 1]]
  s: [0, 3, 6, 3]
  k: [1/2, 1/4]
sections:
"""
PICTURE = """
  - id: picture
    title: A picture
    scene: Convolution
    with: {signal: S, kernel: K}
    steps:
      - {do: place, with: {row: 1, column: 2}, say: a}
      - {do: slide, say: b}
"""
ROW = """
  - id: row
    title: A row
    scene: Convolution
    with: {signal: s, kernel: k}
    steps:
      - {do: place, with: {column: 2}, say: a}
      - {do: flip, say: b}
      - {do: slide, say: c}
"""


def numbers(grid):
    return [[float(one) for one in row] for row in grid.rows]


def test_an_edge_is_where_the_result_is_large():
    with on_stage(PICTURE, header=HEADER) as scene:
        assert numbers(scene.result) == [[0, 18, 0], [0, 18, 0]]
        assert len(scene.result.entries) == 6


def test_a_turned_kernel_gives_the_convolution_of_mathematics():
    with on_stage(ROW, header=HEADER) as scene:
        whole = np.convolve([0, 3, 6, 3], [1 / 2, 1 / 4], "valid")
        assert np.array(numbers(scene.result)) == pytest.approx(whole[None])


def test_each_claim_is_measured_while_the_kernel_slides():
    with on_stage(ROW, play=False, header=HEADER) as scene:
        for index in range(3):
            drawn(scene, index)
        assert all_measured(scene)


def spoil_entry(scene):
    scene.result.rows = ((scene.result.rows[0][0] + 1, *scene.result.rows[0][1:]), *scene.result.rows[1:])


@pytest.mark.parametrize(
    ("spoil", "told"),
    [
        (spoil_entry, "the sum of the products"),
        (lambda scene: scene.given.entries[0, 1].shift(np.array([0.1, 0, 0])), "stands in its cell"),
        (lambda scene: scene.result.entries[0, 1].shift(np.array([0, 0.1, 0])), "stands in its cell"),
    ],
)
def test_a_planted_fault_stops_the_picture(spoil, told):
    with on_stage(PICTURE, header=HEADER) as scene:
        spoil(scene)
        with pytest.raises(InvariantViolated, match=told):
            scene.invariants.measure(0)


@pytest.mark.parametrize("aspect", ASPECTS)
@pytest.mark.parametrize("section", [PICTURE, ROW])
def test_nothing_leaves_the_frame(section, aspect):
    with on_stage(section, aspect, header=HEADER) as scene:
        assert outside(scene) == []


@pytest.mark.parametrize(
    ("good", "bad", "told"),
    [
        ("kernel: K", "kernel: [1, 2, 3, 4]", "found a kernel of 4 by 1 and a signal of 3 by 4"),
        ("row: 1, column: 2", "row: 3, column: 1", "found 3, expected at most 2"),
        ("row: 1, column: 2", "row: 1, column: 4", "found 4, expected at most 3"),
    ],
)
def test_what_does_not_fit_is_told_by_check(good, bad, told):
    with pytest.raises(Faulty, match=told), on_stage(PICTURE.replace(good, bad), header=HEADER):
        pass
