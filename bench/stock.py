"""The same scene classes with the same timeline through stock Manim: its CairoRenderer, its writer, its encoder
settings.

Run as `python -m bench.stock HOLDS.json FOLDER WIDTH HEIGHT RATE [SECTION…]`; writes the films' paths to stdout.

Manim 0.22 cannot show an image with Pillow 12 or newer (`Image.fromarray` lost its `mode`), so an empty picture is made
for it in Pillow's present way: without that, stock Manim could not play the scenes at all.
"""

from __future__ import annotations

import json
import logging
import sys
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import numpy as np
from manim import tempconfig
from manim.camera import camera
from PIL import Image

from bench.lesson import views
from mathora.plan import FrameFormat
from mathora.stage.layout import LAYOUTS
from mathora.stage.scene_class import scene_class


class _Pillow:
    """Pillow's `Image` as Manim 0.22 knew it."""

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever Pillow has
        return getattr(Image, name)

    @staticmethod
    def fromarray(array: np.ndarray, mode: str | None = None) -> Image.Image:  # noqa: ARG004 - Pillow's former signature
        if array.ndim == 2:  # noqa: PLR2004 - Manim's way of asking for an empty picture
            return Image.new("RGBA", (array.shape[1], array.shape[0]))
        return Image.fromarray(array)


def play(holds: dict[str, float], folder: Path, frames: FrameFormat, sections: tuple[str, ...]) -> None:
    """Play all sections, each step's last frame held for `holds["section/step"]` seconds."""
    camera.Image = _Pillow()
    logging.getLogger("manim").setLevel(logging.ERROR)
    layout = LAYOUTS[frames.aspect]
    settings = {
        "pixel_width": frames.width,
        "pixel_height": frames.height,
        "frame_rate": frames.rate,
        "frame_height": layout.frame.height,
        "frame_width": layout.frame.height * frames.width / frames.height,
        "media_dir": str(folder),
        "disable_caching": True,
        "progress_bar": "none",
    }
    with tempconfig(settings), ExitStack() as play_room:
        for section, view, source in views(sections, frames):
            base: Any = play_room.enter_context(scene_class(source))

            class Held(base):  # type: ignore[misc]  # known only when it is loaded
                """The scene, with the timeline's holds."""

                played = tuple(
                    zip(view.steps, (holds[f"{section.id}/{step.id}"] for step in section.steps), strict=True)
                )

                def construct(self) -> None:
                    self.open()
                    for step, hold in self.played:
                        self.perform(step)
                        self.wait(hold)

            with tempconfig({"output_file": section.id}):
                scene = Held(view.opening)
                scene.render()
                print(scene.renderer.file_writer.movie_file_path, flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    holds_file, folder, width, height, rate, *named = sys.argv[1:]
    play(
        json.loads(Path(holds_file).read_text("utf-8")),
        Path(folder),
        FrameFormat(int(width), int(height), int(rate)),
        tuple(named),
    )
