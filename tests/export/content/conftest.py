"""The small lesson that all of a story's tests are about, proved once."""

import pytest
from real_lesson import FRAMES, real_order

from mathora.export.content.story_writer import story_of


@pytest.fixture(scope="session")
def order(tmp_path_factory):
    return real_order(tmp_path_factory.mktemp("clips"))


@pytest.fixture(scope="session")
def story(order):
    return story_of(order.proven, order.timeline, order.clips, FRAMES, order.catalogue)
