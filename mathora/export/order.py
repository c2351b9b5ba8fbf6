"""What is asked for: a drawn lesson, and which products of it. Imports nothing that makes one."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mathora.lesson import SceneSignature
from mathora.plan import FrameFormat, Timeline
from mathora.prove import Proven
from mathora.render.clip import Clip
from mathora.render.workplaces import ExecutorMaker
from mathora.voice.speaking import SILENT, Spoken

if TYPE_CHECKING:
    from mathora.voice.music import Music


@dataclass(frozen=True, slots=True)
class Order:
    """A drawn lesson and what is wanted of it: `products` are names of `PRODUCTS`; `one_file` puts all that the page
    shows inside it; `offered` are the products that the page links to; `spoken` is its sound, silence if nobody speaks.
    `music` plays under it in the film. `cache` is the folder of what can serve the next order. `name` is that of the
    folder for a part of a lesson, or for another shape; `handovers` makes those from one section to the next. One of
    the `executors` joins the film and sets the handout.
    """

    proven: Proven
    timeline: Timeline
    clips: Mapping[str, Clip]
    frames: FrameFormat
    catalogue: Mapping[str, SceneSignature]
    products: tuple[str, ...]
    cache: Path
    one_file: bool = False
    offered: tuple[str, ...] = ()
    spoken: Spoken = SILENT
    music: Music | None = None
    name: str = ""
    handovers: Callable[[], Mapping[str, Clip]] = dict
    executors: ExecutorMaker = ThreadPoolExecutor

    @property
    def id(self) -> str:
        """The lesson's id, by which its files are named."""
        return self.proven.lesson.id

    @property
    def folder(self) -> str:
        """The name of its folder."""
        return self.name or self.id
