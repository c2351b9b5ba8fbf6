"""A driver that never answers is started anew, and after three times is told."""

import pytest
from drivers import WebKit
from urllib3.exceptions import ReadTimeoutError


class Deaf(WebKit):
    """A WebKit whose driver does not answer the first times that it is asked for a session."""

    def __init__(self, deaf):
        self.deaf, self.log = deaf, []
        super().__init__(None)

    def _start(self):
        self.log.append("started")

    def _stop(self):
        self.log.append("stopped")

    def _session(self):
        if self.log.count("started") <= self.deaf:
            raise ReadTimeoutError(None, "/session", "Read timed out.")
        return self

    def set_window_size(self, *size):
        self.log.append(size)

    def set_script_timeout(self, seconds):
        self.log.append(seconds)


def test_a_driver_that_does_not_answer_is_started_anew():
    assert Deaf(2).log == ["started", "stopped", "started", "stopped", "started", (1280, 800), 120]


def test_one_that_never_answers_is_told():
    with pytest.raises(ReadTimeoutError):
        Deaf(3)
