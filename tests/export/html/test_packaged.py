"""A file of an installed package is found without importing it."""

import sys

import pytest

from mathora.export.html.packaged import NotInstalledError, packaged


def test_a_path_stands_in_the_package():
    assert packaged("mathora", "words", "de.toml").is_file()


def test_nothing_is_imported():
    packaged("wsgiref")
    assert "wsgiref.simple_server" not in sys.modules


def test_a_package_that_is_not_there_is_told_with_how_to_install_it():
    with pytest.raises(NotInstalledError, match="pip install no-such-font"):
        packaged("no_such_font")
