"""Music is named, with who made it and under which licence; or there is none."""

import pytest
from written import told, value

from mathora.script.music import music

GOOD = "{file: sounds/calm.mp3, by: C. Schumann, licence: CC BY 4.0}"


def test_a_file_is_named_with_its_licence():
    bed = value(music, GOOD)
    assert (bed.file.value, bed.by.value, bed.licence.value) == ("sounds/calm.mp3", "C. Schumann", "CC BY 4.0")


def test_none_is_silence():
    assert value(music, "none") is None


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("{file: calm.mp3}", "licence"),
        ("{licence: CC0}", "file"),
        ("{file: /etc/passwd, licence: CC0}", "the name of a sound file in the course's folder"),
        ("{file: ../calm.mp3, licence: CC0}", "the name of a sound file in the course's folder"),
        ("calm.mp3", "the music"),
    ],
)
def test_what_is_left_out_or_outside_of_the_folder_is_told(source, said):
    (one,) = told(music, source)
    assert said in one
