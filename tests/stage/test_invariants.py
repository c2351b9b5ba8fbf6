"""What must be true of the picture is measured on every frame, and a broken promise stops the render."""

import math

import pytest

from mathora.stage import InvariantReceipt, Invariants, InvariantViolated


def test_the_receipt_counts_drawn_frames_and_keeps_the_largest_residual():
    invariants, residuals = Invariants(), iter([0.01, -0.03, 0.02, 0.05])
    invariants.declare("level", lambda: next(residuals), 0.1)
    for frame in range(3):
        invariants.measure(frame)
    invariants.measure(3, drawn=False)
    assert invariants.receipts() == (InvariantReceipt("level", 3, 0.03, 0.1),)


def test_a_violation_names_frame_and_residual():
    invariants = Invariants()
    invariants.declare("the tangent is level", lambda: 0.5, 0.01)
    with pytest.raises(InvariantViolated) as caught:
        invariants.measure(17)
    assert str(caught.value) == ("frame 17: the picture breaks 'the tangent is level': residual 0.5, allowed 0.01")


def test_a_residual_that_is_no_number_is_a_violation():
    invariants = Invariants()
    invariants.declare("somewhere", lambda: math.nan, 1)
    with pytest.raises(InvariantViolated):
        invariants.measure(0)


def test_a_skipped_frame_is_held_to_the_same():
    invariants = Invariants()
    invariants.declare("level", lambda: 1, 0.1)
    with pytest.raises(InvariantViolated):
        invariants.measure(0, drawn=False)


def test_what_is_released_is_measured_no_more_but_stays_in_the_receipt():
    invariants, called = Invariants(), []
    invariants.declare("level", lambda: called.append(1) or 0.0, 0.1)
    invariants.measure(0)
    invariants.release("level")
    invariants.measure(1)
    assert len(called) == 1
    assert invariants.receipts()[0].frames == 1


def test_a_second_promise_of_a_name_does_not_hide_that_the_first_is_broken():
    invariants, gap = Invariants(), [0.0]
    invariants.declare("the secant goes through the curve", lambda: gap[0], 0.1)
    invariants.declare("the secant goes through the curve", lambda: 0.0, 0.1)
    invariants.measure(0)
    gap[0] = 0.5  # of the first one
    with pytest.raises(InvariantViolated):
        invariants.measure(1)
    invariants.release("the secant goes through the curve")
    invariants.measure(2)


def test_of_one_name_a_frame_counts_once_and_the_worst_claim_is_kept():
    invariants = Invariants()
    invariants.declare("level", lambda: 0.02, 0.1)
    invariants.declare("level", lambda: 0.01, 0.1)
    invariants.measure(0)
    assert invariants.receipts() == (InvariantReceipt("level", 1, 0.02, 0.1),)


def test_the_same_claim_promised_again_is_measured_once():
    invariants, called = Invariants(), []

    def level() -> float:
        called.append(1)
        return 0.0

    for _ in range(2):
        invariants.declare("level", level, 0.1)
    invariants.measure(0)
    assert len(called) == 1


def test_a_new_clip_counts_from_nought():
    invariants = Invariants()
    invariants.declare("level", lambda: 0.01, 0.1)
    invariants.measure(0)
    invariants.restart()
    invariants.measure(0)
    assert invariants.receipts() == (InvariantReceipt("level", 1, 0.01, 0.1),)
