"""Manim's animations, played into a canvas: what stands between a scene and its clip.

Owns: `ClipRenderer`, a drop-in for Manim's CairoRenderer (its `renderer=`), `FrameSink`, what takes the frames, and
`Watching`, a scene that looks at them.

Laws:
- Times are whole ticks: frame i of an animation shows it at i/rate seconds, and its end is the first frame of what
  follows.
- A skipped animation leaves the scene as a drawn one does: each ends with Manim's `finish`, and updaters run once more.
  The scene passes through its first moment and one on the way, too: what does not hold there is found without drawing.
- `plays` are the animations of the clip in which something moves: their number, and from which tick up to which.
- A `wait` in which nothing moves is one frame and a later timestamp.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any, Protocol, runtime_checkable

import numpy as np
from manim import Animation, ManimColor, Scene
from manim.camera.camera import Camera
from manim.renderer.protocol import RendererCapabilities

from mathora.encoder import PixelBox, Pixels
from mathora.plan.format import FrameFormat
from mathora.stage.film.canvas import Canvas, merged
from mathora.stage.film.drawing import View

PASSED = (0.0, 0.4, 1.0)  # shares of a skipped animation at which the scene is; in the middle a mistake may cancel out


class FrameSink(Protocol):
    """Takes frames; `show` is told which boxes differ from the frame before."""

    def show(self, tick: int, pixels: Pixels, changed: Sequence[PixelBox]) -> bool:
        """Take the frame of a tick; whether it was new."""


@runtime_checkable
class Watching(Protocol):
    """A scene that looks at its frames once they are drawn."""

    def frame_drawn(self, pixels: Pixels) -> None:
        """The frame that was just drawn, (height, width, RGBA); its array is drawn into again for the next."""

    def frame_passed(self) -> None:
        """A moment was passed that is not drawn."""


class ClipRenderer:
    """Plays a scene's animations; draws them into `sink` unless it is None (then they are skipped)."""

    capabilities = RendererCapabilities(live_preview=False)

    def __init__(self, frames: FrameFormat, view: View) -> None:
        self.frames = frames
        self.tick = 0
        self.num_plays = 0
        self.plays: list[tuple[int, int, int]] = []
        self.sink: FrameSink | None = None
        self.static_image = None  # Manim's scene clears it after each animation
        self.camera = Camera(
            pixel_width=frames.width,
            pixel_height=frames.height,
            frame_height=frames.height / view.scale,
            frame_width=frames.width / view.scale,
            frame_rate=frames.rate,
        )
        self._view = view
        self._canvas: Canvas | None = None

    @property
    def time(self) -> float:
        """Seconds of the clip so far."""
        return self.tick / self.frames.rate

    @property
    def skip_animations(self) -> bool:
        """Manim's name for: nothing is drawn now."""
        return self.sink is None

    def init_scene(self, *_: Any) -> None:  # noqa: ANN401 - Manim passes its session and writer settings
        """Manim's hook; there is nothing to open."""

    def begin(self, sink: FrameSink | None) -> None:
        """From now on a new clip is drawn into `sink`, from tick 0 and with a first frame that is drawn whole."""
        self.sink, self.tick, self.plays = sink, 0, []
        background = ManimColor(self.camera.background_color).to_hex()
        self._canvas = Canvas(self._view, background) if sink is not None else None

    def play(self, scene: Scene, *animations: Any, **kwargs: Any) -> None:  # noqa: ANN401 - Manim's own signature
        """Play animations to their end, all together, as `Scene.play` does."""
        scene.compile_animation_data(*animations, **kwargs)
        scene.begin_animations()
        count, start = max(1, math.ceil(scene.duration * self.frames.rate - 1e-6)), self.tick
        if scene.is_current_animation_frozen_frame():
            self.still(scene)
            self.tick += count
        else:
            self._move(scene, count)
            self.plays.append((self.num_plays, start, self.tick))
        self.num_plays += 1

    def still(self, scene: Scene) -> None:
        """Show the scene as it stands, at the present tick."""
        self._show(scene, None)

    def show_apart(self, scene: Scene, sink: FrameSink, tick: int, moving: frozenset[int]) -> set[PixelBox]:
        """Show the scene as it stands at a `tick` of another film than the step's, of which nobody looks at the frames;
        where it changed.

        The film's first frame, at tick 0, is shown whole; what may have changed since the last are the mobjects of the
        ids `moving`, and those with updaters.
        """
        if self._canvas is None:
            raise RuntimeError("nothing has been drawn: `begin` was not given a sink")
        changed = self._canvas.show([*scene.mobjects, *scene.foreground_mobjects], moving)
        sink.show(tick, self._canvas.pixels, changed if tick else [self._view.whole])
        return set(changed)

    def show_again(  # noqa: PLR0913, PLR0917 - as `show_apart`, and what was before
        self, scene: Scene, sink: FrameSink, tick: int, moving: frozenset[int], pixels: Pixels, touched: set[PixelBox]
    ) -> Pixels:
        """Show, at a `tick` of another film, the `pixels` that the scene's picture had before it was `touched`; what it
        has now.
        """
        if self._canvas is None:
            raise RuntimeError("nothing has been drawn: `begin` was not given a sink")
        changed = self._canvas.show([*scene.mobjects, *scene.foreground_mobjects], moving)
        now = self._canvas.pixels.copy()
        np.copyto(self._canvas.pixels, pixels)
        sink.show(tick, self._canvas.pixels, merged([*touched, *changed], self._view))
        return now

    def _move(self, scene: Scene, count: int) -> None:
        if self.sink is None:
            for share in PASSED:
                scene.update_to_time(share * scene.duration)
                if isinstance(scene, Watching):
                    scene.frame_passed()
            self.tick += count
        else:
            moving = frozenset(_moving(scene))
            for i in range(count):
                scene.update_to_time(i / self.frames.rate)
                self._show(scene, moving if i else None)
                self.tick += 1
        for animation in scene.animations:
            animation.finish()
            animation.clean_up_from_scene(scene)
        scene.update_mobjects(0)

    def _show(self, scene: Scene, moving: frozenset[int] | None) -> None:
        if self.sink is None or self._canvas is None:
            return
        changed = self._canvas.show([*scene.mobjects, *scene.foreground_mobjects], None if scene.updaters else moving)
        self.sink.show(self.tick, self._canvas.pixels, changed)
        if isinstance(scene, Watching):
            scene.frame_drawn(self._canvas.pixels)

    @property
    def pixels(self) -> Pixels:
        """The picture as it stands; (height, width, RGBA)."""
        if self._canvas is None:
            raise RuntimeError("nothing has been drawn: `begin` was not given a sink")
        return self._canvas.pixels


def _moving(scene: Scene) -> Iterator[int]:
    """The ids of the mobjects that the present animations move, nested ones too."""
    pending: list[Animation] = list(scene.animations)
    while pending:
        animation = pending.pop()
        if animation.mobject is not None:
            yield id(animation.mobject)
        pending.extend(getattr(animation, "animations", ()))
        inner = getattr(animation, "anim", None)  # ChangeSpeed wraps one
        if isinstance(inner, Animation):
            pending.append(inner)
