"""reveal.js, as a locked Python package brings it: nothing is fetched, and nothing of it is copied into this project.

`sphinx-revealjs` carries a whole reveal.js among its data files; Sphinx itself is not imported.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from mathora.export.packaged import packaged


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
    """Reads reveal.js from the installed package; raises `NotInstalledError` if there is none."""
    folder = packaged("sphinx_revealjs", "_static", "revealjs")

    def read(*names: str) -> str:
        return "\n".join((folder / name).read_text(encoding="utf-8") for name in names)

    speaker = read("plugin/notes/speaker-view.html")
    return Reveal(
        script=_inline(read("dist/reveal.js")),
        notes=_inline(read("plugin/notes/notes.js")),
        style=read("dist/reset.css", "dist/reveal.css"),
        speaker_scripts=tuple(re.findall(r"<script>(.*?)</script>", speaker, re.DOTALL)),
        speaker_styles=tuple(re.findall(r"<style>(.*?)</style>", speaker, re.DOTALL)),
    )


def _inline(script: str) -> str:
    """The script as it may stand inside a page: no end tag in one of its strings ends it, no source map is sought."""
    without_map = re.sub(r"^//# sourceMappingURL=.*$", "", script, flags=re.MULTILINE)
    return without_map.replace("</script", "<\\/script").replace("<!--", "<\\!--")
