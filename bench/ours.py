"""One cold or warm build of ours, measured from outside: `python -m bench.ours OUT CACHE WORKERS WIDTH HEIGHT RATE
[SECTION…]`.

Prints one JSON line: what was drawn, the timeline's holds, the film's digest, and whether Manim was imported here.
"""

from __future__ import annotations

import hashlib
import json
import resource
import sys
from pathlib import Path

from bench.lesson import measured_lesson
from mathora.export.film.video import write_film
from mathora.plan import FrameFormat, plan
from mathora.prove import Proven
from mathora.render import RenderSettings, render_lesson


def build(out: Path, settings: RenderSettings, proven: Proven) -> None:
    """Draw, plan and join."""
    frames = settings.frames
    rendered = render_lesson(proven, settings)
    timeline = plan(proven, rendered.facts, frames.rate)
    out.parent.mkdir(parents=True, exist_ok=True)
    write_film(out, timeline, rendered.clips, {"title": proven.lesson.id})
    answer = {
        "drawn": list(rendered.drawn_steps),
        "frames": rendered.drawn_frames,
        "holds": {slot.address: slot.hold / frames.rate for slot in timeline.slots},
        "clips": [str(clip.video) for clip in rendered.clips.values()],
        "digest": hashlib.sha256(out.read_bytes()).hexdigest(),
        "bytes": out.stat().st_size,
        "seconds": float(timeline.seconds(timeline.end)),
        "manim_imported": "manim" in sys.modules,
        "worker_peak": resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss,
    }
    print(json.dumps(answer), flush=True)  # noqa: T201 - the answer


if __name__ == "__main__":
    out, cache, workers, width, height, rate, script, *named = sys.argv[1:]
    text = Path(script).read_text("utf-8") if script != "-" else None
    size = FrameFormat(int(width), int(height), int(rate))
    lesson, scenes = measured_lesson(text, tuple(named), cache=Path(cache))
    build(Path(out), RenderSettings(frames=size, scenes=scenes, cache=Path(cache), workers=int(workers)), lesson)
