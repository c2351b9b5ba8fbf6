"""The golden frames: which steps, drawn how, and how two frames are compared.

Laws:
- A frame differs where a block of pixels differs on average by more than `TOLERANCE`: the soft edge of a line may vary
  from machine to machine, a missing label, a shifted axis or a turned arrow may not.
- Frames are small (480×270), each under 100 KB.
"""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw

from mathora.lesson import SceneSignature, ThemeName
from mathora.plan import FrameFormat, section_view
from mathora.prove import Proven, prove_lesson
from mathora.render.sources import Sources
from mathora.script import read_script
from mathora.stage.draw import draw_stills
from tests.standard_scenes import standard_scenes, starter_picture
from tests.verdicts import known_or_decided

HERE = Path(__file__).parent
SCENES = HERE.parents[1] / "scenes"
FRAMES = FrameFormat(480, 270, 30)
BLOCK = 10
TOLERANCE = 5.0

STEPS = {
    "title": ("card", "nudge", "bundle", "agenda"),
    "freeze": ("surface", "freeze", "slide", "other"),
    "near": ("zoom", "edges", "total"),
    "stack": ("component-2", "stack", "shadows", "angle", "compass", "flip", "many"),
    "contours": ("surface", "level", "arrow", "arrows"),
    "near-square": ("close-up",),
    "wiggle-tall": ("wiggle",),
    "ways": ("map-of", "arrows", "roll"),
    "ways-quiz": ("reveal",),
    "ways-tall": ("roll",),
    "ways-square": ("roll",),
    "descent": ("aim", "descend", "descend-2"),
    "box": ("cut-corners", "fold", "two-cuts", "tangent", "optimum"),
    "example": ("freeze", "substitute", "downhill"),
    "verbs": ("power-rule",),
    "backward": ("network", "backward", "collect"),
    "deltas": ("last", "delta", "delta-2", "backward-2", "line"),
    "graph": ("forward", "backward", "path"),
    "graph-tall": ("backward",),
    "graph-square": ("path",),
    "groups": ("points", "divides", "slide"),
    "clusters-square": ("centre",),
    "groups-tall": ("divides",),
    "fit": ("squares", "loss", "flat", "best"),
    "fit-springs": ("springs", "mean"),
    "progress-map": ("run-2",),
    "fit-tall": ("best",),
    "fit-square": ("tangent", "descend"),
    "progress": ("run", "run-2", "run-3"),
    "progress-tall": ("run-2",),
    "progress-square": ("run-2",),
    "myth": ("myth", "fact", "picture", "slice"),
    "quiz": ("ask", "think", "reveal"),
    "bars": ("area", "become", "sample"),
    "means": ("average", "average-2"),
    "means-tall": ("average",),
    "slopes": ("field", "follow", "euler"),
    "flow-tall": ("drift", "follow"),
    "constrained": ("slide", "gradients", "touch"),
    "constrained-square": ("touch",),
    "region": ("restrict", "gradients"),
    "population": ("split", "test", "gather", "packs"),
    "tree": ("grow-2", "multiply", "share"),
    "tree-ends": ("multiply",),
    "two-way": ("table", "totals", "share"),
    "table": ("head", "row", "mark"),
    "line": ("slide", "interval", "ray", "hop"),
    "line-tall": ("band",),
    "newton": ("newton", "meet"),
    "put-in": ("put-in",),
    "limit": ("sides", "band", "band-2"),
    "limit-tall": ("band",),
    "sequence": ("terms", "band", "band-2"),
    "series-square": ("add-up", "level"),
    "orbit": ("legs", "trace", "velocity"),
    "orbit-tall": ("trace",),
    "axes": ("half-axes", "move"),
    "tails": ("threshold",),
    "darts": ("darts",),
    "ring": ("vary", "unroll"),
    "ring-tall": ("unroll",),
    "ring-square": ("divide",),
    "run": ("run", "run-2", "level"),
    "run-tall": ("run",),
    "levels": ("divides",),
    "mapped": ("mapped-bars",),
    "joined": ("join",),
    "bean": ("segment", "segment-2"),
    "bean-tall": ("segment",),
    "population-square": ("test",),
    "density": ("area", "spread", "slide"),
    "curve": ("draw", "secant", "triangle", "zoom"),
    "features": ("zeros", "extremum", "polynomial"),
    "turns": ("draw",),
    "turns-poles": ("asymptotes",),
    "derivative": ("trace", "slide", "zoom"),
    "area": ("refine", "area", "between"),
    "sums": ("stack", "refine"),
    "ride": ("draw", "ride", "ride-2"),
    "ride-tall": ("ride",),
    "growing": ("collect", "strip", "narrow"),
    "curve-tall": ("approach",),
    "shape": ("grow",),
    "derivative-tall": ("slide",),
    "area-square": ("area",),
    "curve-square": ("secant",),
    "map": ("basis", "move", "directions", "move-2", "move-3"),
    "map-turned": ("turn", "area", "move", "box"),
    "map-flipped": ("circle", "move", "arrow"),
    "map-fan": ("angle", "fan", "become", "box"),
    "map-sum": ("parallelogram", "move", "parallelogram-2"),
    "map-form": ("form", "directions", "circle"),
    "code": ("write", "mark", "whole"),
    "code-tall": ("mark",),
    "image": ("show", "mark", "mark-2"),
    "statement": ("state", "case-2", "done"),
    "vectors": ("combine", "coordinates", "project"),
    "vectors-tall": ("project", "angle"),
    "vectors-square": ("combine",),
    "product": ("shapes", "entry", "product"),
    "product-tall": ("entry",),
    "elimination": ("combine", "scale", "swap"),
    "elimination-square": ("combine",),
    "chain": ("chain", "step", "settle"),
    "shares": ("arrows", "step", "settle"),
    "shares-tall": ("split",),
    "shares-square": ("step",),
    "chain-tall": ("step",),
    "chain-square": ("step",),
    "kernel": ("write", "place", "slide"),
    "kernel-tall": ("place",),
    "kernel-square": ("slide",),
    "shadows": ("shadows", "turn", "directions"),
    "shadows-tall": ("turn",),
    "shadows-square": ("reduce",),
    "momentum-square": ("descend",),
    "field-square": ("euler",),
    "stretches": ("lines", "slopes", "shrink"),
    "stretches-tall": ("shrink",),
    "stretches-square": ("slopes",),
    "rectangle": ("sides", "grow", "grow-2"),
    "rectangle-tall": ("grow-2",),
    "rectangle-square": ("grow",),
    "venn": ("draw", "count", "light"),
    "venn-tall": ("light",),
    "beliefs": ("other",),
    "beliefs-square": ("other",),
    "beliefs-tall": ("other-2",),
    "clock": ("ring", "point", "hop"),
    "clock-tall": ("hop",),
    "clock-square": ("hop",),
    "venn-square": ("light",),
    "recap": ("slice", "vector", "field", "close"),
}
"""At least three steps of every scene."""

LOOKS: dict[str, tuple[FrameFormat, ThemeName]] = {
    "flow-tall": (FrameFormat(270, 480, 30), "light"),
    "constrained-square": (FrameFormat(400, 400, 30), "light"),
    "means-tall": (FrameFormat(270, 480, 30), "light"),
    "near-square": (FrameFormat(400, 400, 30), "light"),
    "wiggle-tall": (FrameFormat(270, 480, 30), "light"),
    "code-tall": (FrameFormat(270, 480, 30), "light"),
    "ways-tall": (FrameFormat(270, 480, 30), "light"),
    "ways-square": (FrameFormat(400, 400, 30), "light"),
    "line-tall": (FrameFormat(270, 480, 30), "light"),
    "limit-tall": (FrameFormat(270, 480, 30), "light"),
    "series-square": (FrameFormat(400, 400, 30), "light"),
    "ring-tall": (FrameFormat(270, 480, 30), "light"),
    "ring-square": (FrameFormat(400, 400, 30), "light"),
    "orbit-tall": (FrameFormat(270, 480, 30), "light"),
    "run-tall": (FrameFormat(270, 480, 30), "light"),
    "bean-tall": (FrameFormat(270, 480, 30), "light"),
    "population-square": (FrameFormat(400, 400, 30), "light"),
    "graph-tall": (FrameFormat(270, 480, 30), "light"),
    "graph-square": (FrameFormat(400, 400, 30), "light"),
    "curve-tall": (FrameFormat(270, 480, 30), "light"),
    "ride-tall": (FrameFormat(270, 480, 30), "light"),
    "derivative-tall": (FrameFormat(270, 480, 30), "light"),
    "area-square": (FrameFormat(400, 400, 30), "light"),
    "curve-square": (FrameFormat(400, 400, 30), "light"),
    "clusters-square": (FrameFormat(400, 400, 30), "light"),
    "groups-tall": (FrameFormat(270, 480, 30), "light"),
    "fit-tall": (FrameFormat(270, 480, 30), "dark"),
    "fit-square": (FrameFormat(400, 400, 30), "light"),
    "map-turned": (FrameFormat(270, 480, 30), "light"),
    "map-flipped": (FrameFormat(400, 400, 30), "light"),
    "progress-tall": (FrameFormat(270, 480, 30), "light"),
    "progress-square": (FrameFormat(400, 400, 30), "dark"),
    "vectors-tall": (FrameFormat(270, 480, 30), "light"),
    "vectors-square": (FrameFormat(400, 400, 30), "light"),
    "product-tall": (FrameFormat(270, 480, 30), "light"),
    "elimination-square": (FrameFormat(400, 400, 30), "light"),
    "shares-tall": (FrameFormat(270, 480, 30), "light"),
    "shares-square": (FrameFormat(400, 400, 30), "light"),
    "chain-tall": (FrameFormat(270, 480, 30), "light"),
    "chain-square": (FrameFormat(400, 400, 30), "light"),
    "kernel-tall": (FrameFormat(270, 480, 30), "light"),
    "kernel-square": (FrameFormat(400, 400, 30), "light"),
    "shadows-tall": (FrameFormat(270, 480, 30), "light"),
    "shadows-square": (FrameFormat(400, 400, 30), "light"),
    "momentum-square": (FrameFormat(400, 400, 30), "light"),
    "field-square": (FrameFormat(400, 400, 30), "light"),
    "stretches-tall": (FrameFormat(270, 480, 30), "dark"),
    "stretches-square": (FrameFormat(400, 400, 30), "light"),
    "rectangle-tall": (FrameFormat(270, 480, 30), "dark"),
    "rectangle-square": (FrameFormat(400, 400, 30), "light"),
    "beliefs-square": (FrameFormat(400, 400, 30), "light"),
    "beliefs-tall": (FrameFormat(270, 480, 30), "dark"),
    "clock-tall": (FrameFormat(270, 480, 30), "dark"),
    "clock-square": (FrameFormat(400, 400, 30), "light"),
    "venn-tall": (FrameFormat(270, 480, 30), "dark"),
    "venn-square": (FrameFormat(400, 400, 30), "light"),
}
"""Sections that are drawn in another format, or in the light."""


def catalogue() -> dict[str, SceneSignature]:
    return dict(standard_scenes())


def proven() -> Proven:
    source = (HERE / "lesson.yaml").read_text(encoding="utf-8")
    lesson = read_script(source, "tests/golden/lesson.yaml", catalogue(), pictures=starter_picture)
    return prove_lesson(lesson, known_or_decided)


def golden(section: str, step: str) -> Path:
    return HERE / f"{section}.{step}.png"


def drawn(lesson: Proven, section_id: str) -> Iterator[tuple[str, np.ndarray]]:
    """The golden steps of a section as they are drawn now: id and pixels (height, width, RGB)."""
    section = next(one for one in lesson.lesson.sections if one.id == section_id)
    ids = [step.id for step in section.steps]
    wanted = [ids.index(step) for step in STEPS[section_id]]
    scenes = catalogue()
    source = Sources().of(*(scenes[one.scene.value] for one in section.scenes))
    frames, theme = LOOKS.get(section_id, (FRAMES, "dark"))
    view = section_view(lesson, section, scenes, frames)
    view = replace(view, opening=replace(view.opening, theme=theme))
    for drawn in draw_stills(view, source, wanted):
        yield ids[drawn.index], np.asarray(Image.open(BytesIO(drawn.still)))


def differing(expected: np.ndarray, actual: np.ndarray) -> np.ndarray:
    """Which blocks differ, of shape (block rows, block columns); all of them if the sizes do."""
    if expected.shape != actual.shape:
        return np.ones((1, 1), dtype=bool)
    height, width = (size // BLOCK * BLOCK for size in expected.shape[:2])
    apart = np.abs(expected[:height, :width].astype(int) - actual[:height, :width].astype(int)).max(axis=2)
    blocks = apart.reshape(height // BLOCK, BLOCK, width // BLOCK, BLOCK).mean(axis=(1, 3))
    return np.asarray(blocks > TOLERANCE)


def report(expected: np.ndarray, actual: np.ndarray, file: Path) -> None:
    """Writes expected, actual and their difference side by side; the blocks that differ are framed."""
    blocks = differing(expected, actual)
    apart = np.zeros_like(expected)
    if expected.shape == actual.shape:
        apart = np.clip(np.abs(expected.astype(int) - actual.astype(int)) * 3, 0, 255).astype(np.uint8)
    difference = Image.fromarray(apart)
    pen = ImageDraw.Draw(difference)
    for row, column in np.argwhere(blocks):
        corner = (int(column) * BLOCK, int(row) * BLOCK)
        pen.rectangle([*corner, corner[0] + BLOCK - 1, corner[1] + BLOCK - 1], outline=(255, 60, 60))
    pictures = [Image.fromarray(expected), Image.fromarray(actual), difference]
    sheet = Image.new("RGB", (sum(one.width for one in pictures) + 20, max(one.height for one in pictures)), "white")
    left = 0
    for picture in pictures:
        sheet.paste(picture, (left, 0))
        left += picture.width + 10
    file.parent.mkdir(parents=True, exist_ok=True)
    sheet.save(file)
