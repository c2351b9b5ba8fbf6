"""What the standard scenes offer, read as `check` reads them: with the neighbours that they inherit from."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from mathora.cli.course import course
from mathora.lesson import SceneSignature, Text

SCENES = Path(__file__).resolve().parents[1] / "scenes"


def starter_picture(name: Text) -> bytes:
    """The bytes of a picture that a scene's own section shows."""
    return (SCENES / name.value).read_bytes()


@cache
def standard_scenes() -> Mapping[str, SceneSignature]:
    """The signatures by name."""
    found = course([SCENES])
    assert found.faults == ()
    return found.catalogue
