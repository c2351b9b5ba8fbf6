"""A lesson's speeches for a command that needs them: what is heard decides how long a picture stands.

Owns: `spoken_lesson`.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mathora.cli.options import cache_of
from mathora.voice.speaking import Spoken, speak_as_asked
from mathora.voice.store import SpeechStore

if TYPE_CHECKING:
    from mathora.cli.progress import Watch
    from mathora.prove import Proven


def spoken_lesson(script: Path, proven: Proven, options: Mapping[str, Any], watch: Watch) -> Spoken:
    """The lesson's speeches by the command's `--voice` and `--out`; a word on why where no voice is here."""
    name = proven.lesson.id
    spoken, reason = speak_as_asked(proven, script, options["voice"], SpeechStore(cache_of(options["out"])))
    if reason:
        watch.tell("silent", f"{name} is not spoken: {reason}", lesson=name, reason=reason)
    return spoken
