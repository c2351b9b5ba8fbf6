"""A run is computed from the model alone, and every value of every run is a mark on the same axes."""

import numpy as np
import pytest
from claimed import broken, holds
from manim import Square
from plotted_data import PLACE, THEME, WRITE
from sample_models import declaring

from mathora.formula import model_function
from mathora.stage.figures.data.runs import Recurrence, RunPath, RunsFigure, name_of

MODEL = declaring({"E(w)": "(w - 1)^2", "L(x, y)": "x^2 + 3 y^2", "g(x, y)": "x + y", "h(x, y)": "x", "q": {}})


def of(key):
    return model_function(MODEL, key)


def test_a_step_goes_back_by_the_rate_times_the_gradient():
    run = Recurrence(of("E"), ("w",), rate=0.25)
    assert run.places({"w": 3.0}, 3).ravel().tolist() == [3.0, 2.0, 1.5, 1.25]
    assert run.values({"w": 3.0}, 2).tolist() == [4.0, 1.0, 0.25]


def test_each_step_takes_the_numbers_of_the_step_before_all_at_once():
    fibonacci = Recurrence(of("h"), ("x", "y"), (of("g"), of("h")))
    assert fibonacci.places({"x": 1.0, "y": 0.0}, 5)[:, 0].tolist() == [1, 1, 2, 3, 5, 8]


def test_a_run_that_leaves_all_numbers_goes_on_without_a_word():
    assert not np.isfinite(Recurrence(of("E"), ("w",), rate=1e200).values({"w": 3.0}, 4)[-1])


def test_a_function_that_gives_a_variable_back_is_called_by_that():
    assert [name_of(of(key)).tree.name for key in ("h", "g")] == ["x", "g"]


def figure(*runs):
    made = RunsFigure(PLACE, 4, len(runs), (Square(0.2), Square(0.2)), WRITE)
    made.preview([np.array(one, dtype=float) for one in runs])
    for one in runs:
        graph, before, fresh = made.with_run(np.array(one, dtype=float), "#ffffff")
        before.add(fresh)
        made.stand(graph, before)
    return made


RUNS = ([4, 3, 2, 1, 0.5], [4, -8, 16, -32, 64], [4, 4, 4, 4, 4])


def test_axes_follow_a_run_that_leaves_them_and_so_do_the_runs_that_stood_there():
    for count in (1, 2, 3):
        assert holds(figure(*RUNS[:count]).claims)


def test_a_run_is_wider_than_those_after_it():
    widths = [line[0].get_stroke_width() for line in figure(*RUNS).lines]
    assert widths == sorted(widths, reverse=True)
    assert len(set(widths)) == len(widths)


@pytest.mark.parametrize(
    ("planted", "claim"),
    [
        (lambda line: line[2].shift([0, 1e-3, 0]), "every step of every run is a mark at its value"),
        (lambda line: line.remove(line[1]), "every step of every run is a mark at its value"),
        (lambda line: line[0].shift([0, 1e-3, 0]), "a run's line leads through all of its values"),
    ],
)
def test_what_is_moved_or_missing_is_caught(planted, claim):
    made = figure(*RUNS)
    planted(made.lines[1])
    (told,) = broken(made.claims)
    assert told.startswith(claim)


def test_a_run_on_a_map_is_as_far_as_its_steps():
    points = np.array([[0.0, 0, 0], [1, 0, 0], [1, 2, 0]])
    path = RunPath(points, "#ffffff", 3.0, THEME)
    for done, here, marks in ((0, [0, 0, 0], 1), (1.5, [1, 1, 0], 2), (9, [1, 2, 0], 3)):
        path.done.set_value(done)
        path.update()
        assert path.dot.get_center().tolist() == pytest.approx(here)
        assert sum(one.get_fill_opacity() for one in path.marks) == marks
        assert path.way.points[-1].tolist() == pytest.approx(here)
