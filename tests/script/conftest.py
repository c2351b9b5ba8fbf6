"""A small catalogue and a small good lesson that the tests of the script room vary."""

from __future__ import annotations

import pytest
from bad_scenes import BAD_SCENES

from mathora.lesson import SceneSignature

GOOD = """\
id: slopes
title: Slopes
course: {track: Maths, unit: Curves, number: 1, level: Easy, minutes: 3}
model:
  f(x): x^2
sections:
  - id: curve
    title: A curve
    scene: Slope
    with: {function: f, at: {x: 1}}
    steps:
      - do: draw
        say: Here it is.
"""


@pytest.fixture
def catalogue() -> dict[str, SceneSignature]:
    return dict(BAD_SCENES)


@pytest.fixture
def good() -> str:
    return GOOD
