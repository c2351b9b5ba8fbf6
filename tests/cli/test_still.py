"""`mathora still`: the last picture of one step, named as the script does. How it is drawn: test_render."""

import pytest


@pytest.fixture(autouse=True)
def decides_here(prover_here): ...


@pytest.mark.parametrize(
    ("address", "meant"), [("by-hand/lime", "by-hand/line"), ("by-hand", "by-hand/line"), ("", "by-hand/line")]
)
def test_a_step_that_is_not_there_is_wrong_usage_with_the_nearest(run, write, course, address, meant):
    write("slopes")
    result = run("still", "slopes", address)
    assert (result.exit_code, meant in result.stderr) == (2, True)
    assert not (course / "media" / "slopes.still").exists()


def test_of_a_lesson_that_does_not_hold_nothing_is_drawn(run, write, course):
    write("slopes", show="f'(x) = 3x")
    result = run("still", "slopes", "by-hand/line")
    assert (result.exit_code, "formula-false" in result.stderr or "is false" in result.stderr) == (1, True)
    assert not (course / "media" / "slopes.still").exists()
