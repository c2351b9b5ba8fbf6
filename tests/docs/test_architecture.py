"""The page on the house names places that are there, and walks that are short."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PLACES = re.compile(r"`((?:mathora|scenes|tests|docs)(?:/[\w.-]+)*/?)`")


def missing(page: str) -> list[str]:
    """The places that a page names and that are not in the repository."""
    return [place for place in PLACES.findall(page) if not (ROOT / place).exists()]


def walk(heading: str) -> list[str]:
    """The modules of a numbered walk under a heading."""
    section = PAGE.split(f"## {heading}", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^\d+\. `([^`]+)`", section, re.MULTILINE)


def test_every_place_that_is_named_is_there():
    assert len(PLACES.findall(PAGE)) > 30
    assert missing(PAGE) == []


def test_a_place_that_moved_is_found():
    assert missing("see `mathora/formula/tongue.py` and `mathora/lesson`") == ["mathora/formula/tongue.py"]


@pytest.mark.parametrize(("heading", "most"), [("One formula's walk", 8), ("One number's walk", 7)])
def test_the_walks_are_short(heading, most):
    assert 3 <= len(walk(heading)) <= most


def test_every_room_is_on_the_page():
    rooms = {path.name for path in (ROOT / "mathora").iterdir() if (path / "__init__.py").is_file()}
    named = set(re.findall(r"^\| `mathora/(\w+)` \|", PAGE, re.MULTILINE))
    assert named == rooms


def unnamed_packages(page: str) -> list[str]:
    """The sub-packages that hold code and that the row of their room does not name."""
    rows = dict(re.findall(r"^\| `mathora/(\w+)` \|(.*)$", page, re.MULTILINE))
    packages = [path.parent.relative_to(ROOT / "mathora") for path in ROOT.glob("mathora/*/*/__init__.py")]
    return sorted(str(one) for one in packages if f"`{one.name}`" not in rows.get(one.parts[0], ""))


def test_every_sub_package_is_in_its_room_s_row():
    assert unnamed_packages(PAGE) == []


def test_a_sub_package_that_the_page_leaves_out_is_found():
    assert unnamed_packages(PAGE.replace("`kernel`", "kernel")) == ["prove/kernel"]
