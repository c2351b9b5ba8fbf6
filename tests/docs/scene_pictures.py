"""The pictures of `docs/scenes.md`: the last frame that each action leaves behind, drawn by the tool.

`python -m tests.docs.scene_pictures [SCENE …]` draws them anew. What a scene's own section does not do is taken from
the golden lesson, and what that does not from `further_sections.yaml` here.

Laws: small (`WIDTH` by `HEIGHT` pixels, `COLOURS` colours, each under `LARGEST` bytes), and the same on every machine.
"""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from PIL import Image

from mathora.lesson import SceneSignature, Section
from mathora.plan import FrameFormat, section_view
from mathora.prove import Proven, prove_lesson
from mathora.render.sources import Sources
from mathora.script import read_script, starter_script
from mathora.stage.draw import draw_stills
from tests.golden.frames import HERE as GOLDEN
from tests.golden.frames import catalogue
from tests.standard_scenes import starter_picture

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FOLDER = ROOT / "docs" / "pictures" / "scenes"
WIDTH, HEIGHT = 320, 180
COLOURS = 256
LARGEST = 15_000


def sections(scene: SceneSignature) -> Iterator[tuple[Proven, Section]]:
    """The sections that show what the scene does: those that it brings, then the golden lesson's."""
    scenes = catalogue()
    text = Path(scene.file).with_suffix(".yaml").read_text("utf-8")
    more = [path.read_text("utf-8") for path in (GOLDEN / "lesson.yaml", HERE / "further_sections.yaml")]
    for source in (starter_script("guide", "T", 1, [(scene, text)], "x"), *more):
        lesson = read_script(source, "guide.yaml", scenes, pictures=starter_picture)
        own = tuple(one for one in lesson.sections if one.scene.value == scene.name)
        proven = prove_lesson(replace(lesson, sections=own))
        yield from ((proven, section) for section in own)


def drawn(scene: SceneSignature) -> Iterator[tuple[str, bytes]]:
    """The name of each of the scene's actions, and its picture as a PNG."""
    scenes, waiting = catalogue(), {action.name for action in scene.actions}
    for proven, section in sections(scene):
        last = {step.action.value: at for at, step in enumerate(section.steps) if step.action.value in waiting}
        waiting -= last.keys()
        if last:
            view = section_view(proven, section, scenes, FrameFormat(2 * WIDTH, 2 * HEIGHT, 30))
            source = Sources().of(*(scenes[one.scene.value] for one in section.scenes))
            names = {at: name for name, at in last.items()}
            for one in draw_stills(view, source, sorted(names)):
                yield names[one.index], small(one.still)


def small(still: bytes) -> bytes:
    """A picture in few colours, half as wide; a small thing keeps its own, which a median cut would take from it."""
    picture = Image.open(BytesIO(still)).convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
    out = BytesIO()
    picture.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def main(names: Sequence[str]) -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for scene in catalogue().values():
        if not names or scene.name in names:
            for action, picture in drawn(scene):
                (FOLDER / f"{scene.name}.{action}.png").write_bytes(picture)
                sys.stdout.write(f"{scene.name}.{action} {len(picture)}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
