"""reveal.js, as it stands in `mathora/export/reveal_js/`: five files of its release 5.2.1, unchanged, with its licence.

Law: the files are those of the release, byte for byte (a test holds their digests); nothing is fetched.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib import resources


@dataclass(frozen=True, slots=True)
class Reveal:
    """The files of reveal.js that a deck needs. The speaker view is a window of its own, written by the notes plugin:
    its script and style are named here so that the deck's policy can let them run.
    """

    script: str
    notes: str
    style: str
    speaker_scripts: tuple[str, ...]
    speaker_styles: tuple[str, ...]


def reveal() -> Reveal:
    """Reads reveal.js from its files."""
    folder = resources.files("mathora.export").joinpath("reveal_js")

    def read(*names: str) -> str:
        return "\n".join(folder.joinpath(name).read_text(encoding="utf-8") for name in names)

    speaker = read("speaker-view.html")
    return Reveal(
        script=_inline(read("reveal.js")),
        notes=_inline(read("notes.js")),
        style=read("reset.css", "reveal.css"),
        speaker_scripts=tuple(re.findall(r"<script>(.*?)</script>", speaker, re.DOTALL)),
        speaker_styles=tuple(re.findall(r"<style>(.*?)</style>", speaker, re.DOTALL)),
    )


def _inline(script: str) -> str:
    """The script as it may stand inside a page: no end tag in one of its strings ends it, no source map is sought."""
    without_map = re.sub(r"^//# sourceMappingURL=.*$", "", script, flags=re.MULTILINE)
    return without_map.replace("</script", "<\\/script").replace("<!--", "<\\!--")
