"""The music that an author names to play under a lesson, or `none`.

Owns: the table of `music:`.

Law: the file is only named here; nothing of it is opened before a film is made.
"""

from __future__ import annotations

from mathora.lesson import MusicBed, Text
from mathora.script.fields import Field, expected, fields, scalar, text
from mathora.script.nodes import ScalarNode, YamlNode
from mathora.script.pictures import PATH

SILENCE = "none"  # in a lesson of a course that has music: this one has none

NAMED = "the name of a sound file in the course's folder, such as calm.mp3"


def _file(node: YamlNode) -> Text:
    found = text(scalar(node, NAMED))
    return found if PATH.fullmatch(found.value) else expected(node, NAMED)


MUSIC = (Field("file", _file, required=True), Field("by", text), Field("licence", text, required=True))


def music(node: YamlNode) -> MusicBed | None:
    """What plays under a lesson; None if the author says that nothing does."""
    if isinstance(node, ScalarNode) and node.text.value == SILENCE:
        return None
    return MusicBed(**fields(node, MUSIC, "the music"))
