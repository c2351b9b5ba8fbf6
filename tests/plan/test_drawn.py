"""What a worker sends back of a step."""

import pickle

import pytest

from mathora.plan import StepFailed


@pytest.mark.parametrize("told", [{"of_scene": False}, {}])
def test_who_is_to_blame_is_known_in_the_process_that_asked(told):
    failed = StepFailed(2, "no", **told)
    again = pickle.loads(pickle.dumps(failed))  # noqa: S301 - our own bytes
    assert vars(again) == vars(failed)
