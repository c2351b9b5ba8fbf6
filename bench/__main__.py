"""`python -m bench [--runs 3] [--quick]`: both sides on this machine, as a table of ratios.

`--quick` measures two sections at 480p15 once: it shows that the bench works, not how fast we are.
"""

from __future__ import annotations

import argparse
import json
import platform
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from bench.lesson import SCRIPT, repeated
from bench.loop import loop_rows
from bench.measure import Cost, drawing_pace, encoding_alone, module, run
from mathora.plan import QUALITIES, FrameFormat

SURFACE_STEPS = ("surface", "freeze", "slide")
"""Steps of the section `one-knob`: the camera turns slowly, a plane cuts the surface as well, the camera rests."""

Row = tuple[str, str, str, bool]
"""What was measured, the figure, the bar, and whether it is met."""


@dataclass(frozen=True, slots=True)
class Round:
    """Both sides, measured next to each other: a machine's speed changes within the hour, by a fifth on some.

    `two` and `one` are cold builds of ours by as many workers (`told` is what the first said, `digests` are their
    films'), `alone` the CPU seconds of encoding alone, `stock` is stock Manim's rendering.
    """

    two: Cost
    told: Any
    one: Cost
    digests: tuple[str, ...]
    alone: float
    stock: Cost


@dataclass(frozen=True, slots=True)
class Bench:
    """One measuring: in `folder`, of `sections` (all if none), each figure the median of `runs`; a ratio is the median
    of the rounds' ratios.
    """

    folder: Path
    frames: FrameFormat
    sections: tuple[str, ...]
    runs: int

    def ours(
        self, name: str, workers: int, *, script: str = "-", environment: dict[str, str] | None = None
    ) -> tuple[Cost, Any]:
        """One build with the cache `name`, and what it told."""
        size = (self.frames.width, self.frames.height, self.frames.rate)
        out, cache = self.folder / name / "film.mp4", self.folder / name / "cache"
        cost = run(*module("bench.ours"), out, cache, workers, *size, script, *self.sections, environment=environment)
        return cost, json.loads(cost.output.splitlines()[-1])

    def _command(self) -> tuple[Cost, Any]:
        """What an author types, all products, with the cache `cold-0`; and the event that it ends with."""
        media = self.folder / "media"
        if not media.exists():
            shutil.copytree(self.folder / "cold-0" / "cache", media / ".cache")
        quality = next(name for name, frames in QUALITIES.items() if frames == self.frames)
        mathora = Path(sys.executable).with_name("mathora")
        cost = run(mathora, "render", SCRIPT, "--quality", quality, "--out", media, "--json")
        return cost, json.loads(cost.output.splitlines()[-1])

    def stock(self, holds: dict[str, float], name: str) -> Cost:
        """One rendering by stock Manim."""
        file = self.folder / "holds.json"
        file.write_text(json.dumps(holds), "utf-8")
        size = (self.frames.width, self.frames.height, self.frames.rate)
        return run(*module("bench.stock"), file, self.folder / name, *size, *self.sections)

    def rows(self) -> Iterator[Row]:
        """All that is measured."""
        rounds = [self._round(number) for number in range(self.runs)]
        told = rounds[0].told
        film = f"{told['frames']} frames, film of {told['seconds']:.0f} s: ours, cold, two workers"
        wall, cpu, alone, stock = (
            statistics.median(figures)
            for figures in zip(*((lap.two.wall, lap.two.cpu, lap.alone, lap.stock.wall) for lap in rounds), strict=True)
        )
        yield film, f"{wall:.1f} s, {cpu:.0f} s of CPU", "", True
        yield "the same by stock Manim", f"{stock:.1f} s", "", True
        yield _ratio("1 · stock's wall time over ours", [lap.stock.wall / lap.two.wall for lap in rounds], "≥", 10)
        yield from self._size(told["bytes"], rounds[0].stock)
        yield "encoding the same frames alone", f"{alone:.0f} s of CPU", "", True
        yield _ratio("2 · our CPU time over encoding alone", [lap.two.cpu / lap.alone for lap in rounds], "≤", 1.5)
        yield from self._rebuilds()
        yield _ratio("4 · two workers against one", [lap.one.wall / lap.two.wall for lap in rounds], "≥", 1.8)
        yield self._films({digest for lap in rounds for digest in lap.digests})
        yield from self._memory()
        yield from self._paces()
        if not self.sections:
            quality = next(name for name, frames in QUALITIES.items() if frames == self.frames)
            yield from loop_rows(self.folder / "media", quality)

    def _round(self, number: int) -> Round:
        """Both sides once, one after the other."""
        alone = encoding_alone(self.sections, self.frames)
        two, told = self.ours(f"cold-{number}", 2)
        one, again = self.ours(f"one-{number}", 1)
        stock = self.stock(told["holds"], f"stock-{number}")
        print(  # noqa: T201 - what a bench is for; a round takes half an hour
            f"round {number + 1} of {self.runs}: {two.wall:.1f} s of wall time, {two.cpu:.1f} s of CPU, by one worker "
            f"{one.wall:.1f} s, encoding alone {alone:.1f} s of CPU, stock Manim {stock.wall:.1f} s",
            file=sys.stderr,
            flush=True,
        )
        return Round(two, told, one, (told["digest"], again["digest"]), alone, stock)

    def _paces(self) -> Iterator[Row]:
        for step in SURFACE_STEPS:
            pace = statistics.median(drawing_pace("one-knob", step, QUALITIES["1080p60"]) for _ in range(self.runs))
            yield f"6 · surface scene, `{step}`: frames per second of CPU", f"{pace:.0f}", "≥ 60", pace >= 60  # noqa: PLR2004

    def _size(self, ours: int, stock: Cost) -> Iterator[Row]:
        size = sum(Path(name).stat().st_size for name in stock.output.split())
        yield "size of our film over stock's", f"{ours / size:.2f}", "≤ 1", ours <= size

    def _rebuilds(self) -> Iterator[Row]:
        self._command()  # it finds the clips and makes the products
        again = [self._command() for _ in range(self.runs)]
        wall = statistics.median(cost.wall for cost, _ in again)
        idle = not any(answer["frames"] or answer["products"] for _, answer in again)
        no_manim = not self.ours("cold-0", 2)[1]["manim_imported"]
        yield "3 · `mathora render` again", f"{wall:.2f} s", "≤ 0.75 s, no Manim", wall <= 0.75 and idle and no_manim  # noqa: PLR2004
        source = SCRIPT.read_text("utf-8")
        said = self.folder / "said.yaml"
        said.write_text(source.replace('say: "', 'say: "Well then, '), "utf-8")
        drawn = self.ours("cold-0", 2, script=str(said))[1]["drawn"]
        yield "3 · steps drawn after every narration was edited", str(len(drawn)), "0", not drawn

    def _films(self, digests: set[str]) -> Row:
        elsewhere = {"TZ": "Asia/Tokyo", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}
        films = digests | {self.ours("four", 4, environment=elsewhere)[1]["digest"]}
        return "4 · different films by 1, 2, 4 workers, another locale", str(len(films)), "1", len(films) == 1

    def _memory(self) -> Iterator[Row]:
        ten = self.folder / "ten.yaml"
        ten.write_text(repeated(SCRIPT.read_text("utf-8"), 10), "utf-8")
        small = Bench(self.folder, QUALITIES["480p15"], (), 1)
        first, more = small.ours("memory-1", 2)[1], small.ours("memory-10", 2, script=str(ten))[1]
        growth = more["worker_peak"] / first["worker_peak"]
        yield "5 · peak memory, ten times the lesson over once", f"{growth:.2f}×", "≤ 1.1×", growth <= 1.1  # noqa: PLR2004


def _ratio(what: str, ratios: list[float], sign: Literal["≤", "≥"], bar: float) -> Row:
    ratio = statistics.median(ratios)
    return what, f"{ratio:.2f}×", f"{sign} {bar:g}×", ratio >= bar if sign == "≥" else ratio <= bar


def machine() -> str:
    """The machine in a line."""
    cpu = next(
        (
            line.partition(":")[2].strip()
            for line in Path("/proc/cpuinfo").read_text().splitlines()
            if "model name" in line
        ),
        platform.processor(),
    )
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    return f"{cpu}, {cores} cores, {platform.system()} {platform.release()}, Python {platform.python_version()}"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    print(f"{machine()}\n", flush=True)  # noqa: T201 - what a bench is for
    print("| measured | figure | bar | met |\n| --- | --- | --- | --- |", flush=True)  # noqa: T201
    with tempfile.TemporaryDirectory(prefix="mathora-bench-") as name:
        quick = Bench(Path(name), QUALITIES["480p15"], ("start", "gradient"), 1)
        full = Bench(Path(name), QUALITIES["1080p60"], (), options.runs)
        for what, figure, bar, met in (quick if options.quick else full).rows():
            print(f"| {what} | {figure} | {bar} | {'yes' if met else 'NO'} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
