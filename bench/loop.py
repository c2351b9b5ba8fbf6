"""What an author waits for, on this machine and the first lesson: `python -m bench.loop [--quality 1080p60]`.

Owns: `loop_rows`: a changed sentence, a changed picture, storyboard and still again, the preview, the language server.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from queue import Queue
from typing import Any

from bench.lesson import ROOT, SCRIPT
from bench.measure import Cost, run
from mathora.cli.course import course as standard
from mathora.cli.preview.session import ShownLesson, changed_step
from mathora.cli.preview.studio import Studio
from mathora.script import read_script

MATHORA = Path(sys.executable).with_name("mathora")
SAID, SAID_ANEW = 'say: "', 'say: "Well then, '
PICTURE, OTHER_PICTURE = r"(1, 0.5) = 3'}", r"(1, 0.5) = 3 \cdot 1'}"
FORMULA, OTHER_FORMULA = r"|1 - 6 \eta| < 1 \iff", r"|6 \eta - 1| < 1 \iff"
"""Each of the last step of its section, so that no other picture follows from it: one with a surface, of which three
quarters of the lesson's steps have no more frames, and one with a formula beside a plane."""
BROKEN = ("title: ", "titel: ")
FALSE = (r"= 2 w_1 - 1 \cdot w_2 + 0", r"= 3 w_1 - 1 \cdot w_2 + 0")
"""A formula that nobody has seen yet, and that is false: it has to be proved."""

Row = tuple[str, str, str, bool]


def loop_rows(media: Path, quality: str) -> Iterator[Row]:
    """All that is measured; `media` are the lesson's products and cache, which grow."""
    with tempfile.TemporaryDirectory(prefix="mathora-loop-") as name:
        course = Path(name)
        shutil.copytree(SCRIPT.parent, course / "scripts")
        script = course / "scripts" / SCRIPT.name
        good = script.read_text("utf-8")
        lesson = read_script(good, script.name, standard([ROOT / "scenes"]).catalogue)
        step = changed_step(good.replace(PICTURE, OTHER_PICTURE, 1), good, lesson)

        def mathora(command: str, *arguments: str) -> tuple[Cost, Any]:
            """What a command costs, and the last event that it tells."""
            cost = run(MATHORA, command, script, *arguments, "--quality", quality, "--out", media, "--json")
            return cost, json.loads(cost.output.splitlines()[-1])

        mathora("render")
        yield _sizes(media)
        script.write_text(good.replace(SAID, SAID_ANEW, 1), "utf-8")
        cost, told = mathora("render")
        yield _row(f"narration edited: {told['frames']} frames, all products", cost, 3, also=not told["frames"])
        for edit in ((PICTURE, OTHER_PICTURE), (FORMULA, OTHER_FORMULA)):
            script.write_text(good.replace(*edit, 1), "utf-8")
            cost, told = mathora("render")
            what = f"picture of one step edited: {told['frames']} frames, all products"
            yield _row(what, cost, 6, also=len(told["steps"]) == 1)
        script.write_text(good, "utf-8")
        mathora("storyboard")
        yield _row("storyboard again", mathora("storyboard")[0], 1)
        yield _row("still again", mathora("still", step)[0], 1.5)
        yield from _preview(script, good, media, step)
        yield from _server(script, good, media)


def _row(what: str, spent: Cost | float, bar: float, *, also: bool = True) -> Row:
    """A row; `spent` are seconds by the clock, of a command with those of computing, which load changes less."""
    wall = spent.wall if isinstance(spent, Cost) else spent
    computed = f" ({spent.cpu:.2f} s of CPU)" if isinstance(spent, Cost) else ""
    return what, f"{wall:.2f} s{computed}, {wall / bar:.2f} of the bar", f"≤ {bar:g} s", also and wall <= bar


def _sizes(media: Path) -> Row:
    """How many frames the lesson's steps have, as they were drawn last."""
    frames = sorted(json.loads((media / ".cache" / "times.json").read_text("ascii"))["frames"].values())
    middle, most = frames[len(frames) // 2], frames[-1]
    return (
        "frames of a step: median, three quarters, most",
        f"{middle}, {frames[len(frames) * 3 // 4]}, {most}",
        "",
        True,
    )


def _preview(script: Path, good: str, media: Path, step: str) -> Iterator[Row]:
    """From a save to what is shown: faults, the step's last frame, its motion at 480p."""
    shown: Queue[ShownLesson] = Queue()
    with tempfile.TemporaryDirectory(prefix="mathora-loop-") as folder:
        options = {"quality": "480p15", "out": media, "voice": None}
        studio = Studio(script, Path(folder), options, shown.put)
        studio.start()
        try:
            _until(shown, _is_settled)

            def saved(text: str, what: Callable[[ShownLesson], bool]) -> float:
                began = time.perf_counter()
                script.write_text(text, "utf-8")
                studio.saved()
                _until(shown, what)
                return time.perf_counter() - began

            broken = saved(good.replace(*BROKEN, 1), lambda one: bool(one.faults))
            yield _row("preview: faults after a save", broken, 0.5)
            saved(good, _is_settled)
            drawn = saved(good.replace(PICTURE, OTHER_PICTURE, 1), lambda one: _is_drawn(one, step))
            yield _row("preview: the step's last frame after a save", drawn, 1)
            if not _is_settled(studio.shown):
                _until(shown, _is_settled)
            began = time.perf_counter()
            studio.film(step).result()
            yield _row("preview: the step's motion, with its sound", time.perf_counter() - began, 4)
        finally:
            studio.close()


def _is_settled(shown: ShownLesson) -> bool:
    """Nothing is under way: what is asked next waits for nothing else."""
    return bool(shown.steps) and not (shown.busy or shown.faults or any(step.late for step in shown.steps))


def _is_drawn(shown: ShownLesson, address: str) -> bool:
    return any(step.address == address and not step.late for step in shown.steps) and not shown.faults


def _until(shown: Queue[ShownLesson], what: Callable[[ShownLesson], bool]) -> None:
    """Waits until what is shown is so."""
    while not what(shown.get(timeout=300)):
        continue


def _server(script: Path, good: str, media: Path) -> Iterator[Row]:
    """From a keystroke to the faults that an editor shows."""
    with subprocess.Popen(
        [MATHORA, "lsp", "--out", media], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=script.parent.parent
    ) as process:

        def send(method: str, params: dict[str, Any] | None, **more: int) -> None:
            body = json.dumps({"jsonrpc": "2.0", "method": method, "params": params, **more}).encode()
            assert process.stdin is not None  # noqa: S101 - it was asked for
            process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
            process.stdin.flush()

        def faults() -> None:
            assert process.stdout is not None  # noqa: S101 - as above
            while True:
                head = b""
                while line := process.stdout.readline().strip():
                    head += line.lower() + b"\n"
                size = int(head.split(b"content-length:")[1].split()[0])
                if json.loads(process.stdout.read(size)).get("method") == "textDocument/publishDiagnostics":
                    return

        send("initialize", {"processId": None, "rootUri": None, "capabilities": {}}, id=1)
        send("initialized", {})
        uri = script.as_uri()
        send("textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": good}})
        faults()
        edits = {"of form": BROKEN, "of a formula that is new": FALSE}
        for version, (what, edit) in enumerate(edits.items(), 2):
            began = time.perf_counter()
            changed = {"textDocument": {"uri": uri, "version": version}}
            send("textDocument/didChange", changed | {"contentChanges": [{"text": good.replace(*edit, 1)}]})
            faults()
            yield _row(f"language server: a fault {what}, after a keystroke", time.perf_counter() - began, 0.3)
        send("shutdown", None, id=2)
        send("exit", None)
        process.communicate()


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="bench.loop", description=__doc__)
    parser.add_argument("--quality", default="1080p60")
    quality = parser.parse_args().quality
    print("| measured | figure | bar | met |\n| --- | --- | --- | --- |", flush=True)  # noqa: T201 - what a bench is for
    with tempfile.TemporaryDirectory(prefix="mathora-loop-") as name:
        for what, figure, bar, met in loop_rows(Path(name) / "media", quality):
            print(f"| {what} | {figure} | {bar} | {'yes' if met else 'NO'} |", flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
