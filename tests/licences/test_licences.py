"""`docs/licences.md` tells what an installation brings: each package, and each library inside a wheel."""

import pytest

from tests.licences.installed import DOC, END, START, carried, locked, table

TEXT = DOC.read_text(encoding="utf-8")


def rows(printed):
    return dict(line.strip("| ").split(" | ", 1) for line in printed.strip().splitlines()[2:])


def test_the_table_is_what_the_installed_packages_say():
    """Packages that this Python leaves out are compared where they are installed."""
    told, installed = rows(TEXT.split(START)[1].split(END)[0]), rows(table())
    assert list(told) == locked()
    assert {name for name, said in told.items() if said != installed[name] and "not with every" not in said} == set()
    assert all(told.values())


@pytest.mark.parametrize("package", carried())
def test_each_library_inside_a_wheel_is_named(package):
    section = TEXT.split("## Libraries inside the wheels")[1].split("\n## ")[0]
    (row,) = (line for line in section.splitlines() if line.startswith(f"| {package} |"))
    missing = {library for library in carried()[package] if f"`{library}`" not in row}
    assert missing == set()


@pytest.mark.parametrize("words", ["x264", "GPL-2.0-or-later", "reveal.js", "SIL Open Font License", "Typst"])
def test_what_has_consequences_is_told(words):
    assert words in TEXT
