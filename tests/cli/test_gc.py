"""`mathora gc`."""

from __future__ import annotations

import pytest

from mathora.cli.gc import Size


@pytest.mark.parametrize(("written", "size"), [("0", 0), ("500", 500), ("2K", 2048), ("3m", 3 << 20), ("1GB", 1 << 30)])
def test_sizes(written, size):
    assert Size().convert(written, None, None) == size


@pytest.mark.parametrize("written", ["", "many", "-1", "1.5G", "2X", "G", "²G"])
def test_what_is_no_size_is_wrong_usage(run, written):
    assert run("gc", "--keep", written).exit_code == 2


def test_an_empty_course_has_nothing_to_forget(run):
    result = run("gc")
    assert (result.exit_code, result.stdout) == (0, "0.0 MiB freed in media/.cache\n")
