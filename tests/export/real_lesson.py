"""A small script taken through the real reader and the real proof gate, with clips of one colour."""

from functools import cache

from PIL import Image

from mathora.export import Order
from mathora.export.products import PRODUCTS
from mathora.plan import FrameFormat, StepFacts, plan
from mathora.prove import prove_lesson
from mathora.render import Clip
from mathora.render.files import digest
from mathora.script import read_script, read_signature
from tests.verdicts import known_or_decided

FRAMES = FrameFormat(192, 108, 10)

SCRIPT = r"""
id: real
title: "A title <script>window.hacked = 1</script> & more"
course: {track: "Track </script>", unit: "Unit <b>bold</b>", number: 3, level: "Hard & <i>", minutes: 2}
summary: 'A summary with "quotes" and <img src=x onerror="window.hacked = 1">.'
model:
  L(w_1, w_2): w_1^2 + 3 w_2^2
  w: (w_1, w_2)
  \eta: {kind: positive}
  V(x): {is: x (6 - 2x)^2, domain: 0 \le x \le 3}
colors: {w_1: blue, w_2: orange, \nabla L: yellow, x: teal, V: pink}
sections:
  - id: descent
    title: Steepest descent, $-\nabla L$
    scene: SteepestDescent
    with: {function: L, start: {w_1: -1.6, w_2: 1}, rate: 0.1, span: [-2, 2]}
    steps:
      - {do: place, say: A ball at the start., show: w \leftarrow w - \eta \nabla L}
      - {do: descend, with: {count: 2}, say: Two steps down.}
  - id: box
    title: The best box
    scene: BestBox
    with:
      function: V
      sheet: 6
      side: 6 - 2x
      cut: 0.35
      uphill: "uphill, javascript:window.hacked=1"
      level: level
      downhill: downhill
    steps:
      - {do: fold, say: "Fold it, with $x$ cut off.", show: V(x) = x (6 - 2x)^2}
      - {do: tangent, say: "The volume is [9.8](V(0.35))."}
  - id: check
    title: Check
    scene: QuickCheck
    with:
      questions:
        - ask: The partial $\frac{\partial L}{\partial w_2}$ is
          claim: \frac{\partial L}{\partial w_2} = \answer
          options:
            - {text: $3 w_2$, answer: 3 w_2, why: "No <svg onload=window.hacked=1>"}
            - {text: $6 w_2$, answer: 6 w_2, correct: true, why: "Yes </template><script>window.hacked=1</script>"}
    steps:
      - {do: ask, say: "Which one?"}
      - {do: reveal, say: The second.}
"""


SCENES = {
    "SteepestDescent": """
class SteepestDescent(LessonScene):
    "A scene."
    function: Function
    start: Point
    rate: Number
    span: Interval = Interval(-2, 2)

    movable = ("map", {"function": "function", "start": "start", "rate": "rate", "span": "span"})

    @action("A map with the ball at {start}.")
    def place(self, step: StepView) -> None: ...

    @action("The ball takes {count} steps.")
    def descend(self, step: StepView, count: Count = 1) -> None: ...
""",
    "BestBox": """
class BestBox(LessonScene):
    "A scene."
    function: Function
    sheet: Number
    side: Formula
    cut: Number
    uphill: Prose
    level: Prose
    downhill: Prose

    movable = ("open-box", {
        "function": "function", "start": "cut", "sheet": "sheet",
        "uphill": "uphill", "level": "level", "downhill": "downhill",
    })

    @action("A sheet of side {sheet} folds into a box.")
    def fold(self, step: StepView) -> None: ...

    @action("The tangent at {cut}.")
    def tangent(self, step: StepView) -> None: ...
""",
    "QuickCheck": """
class QuickCheck(LessonScene):
    "A scene."
    questions: tuple[Question, ...]

    @action("A question.")
    def ask(self, step: StepView) -> None: ...

    @action("Its answer.")
    def reveal(self, step: StepView) -> None: ...
""",
}
"""Scenes of our own, so that these tests stand on nothing that is drawn."""


@cache
def real_proven(language="en"):
    """The script's lesson in this language (its author's words stay as they are), proved, and the scenes."""
    catalogue = {name: read_signature(source, f"scenes/{name}.py") for name, source in SCENES.items()}
    lesson = read_script(f"language: {language}\n{SCRIPT}", "scripts/real.yaml", catalogue)
    return prove_lesson(lesson, known_or_decided), catalogue


def real_order(folder, products=None, *, one_file=False, encode=None, language="en"):
    """An order for the lesson; its clips lie in `folder`, real ones if `encode(path, pictures)` makes them."""
    proven, catalogue = real_proven(language)
    addresses = [f"{section.id}/{step.id}" for section in proven.lesson.sections for step in section.steps]
    clips = {address: _clip(folder, address, encode) for address in addresses}
    timeline = plan(proven, dict.fromkeys(addresses, StepFacts(motion=3)), FRAMES.rate)
    return Order(proven, timeline, clips, FRAMES, catalogue, tuple(products or PRODUCTS), folder / "cache", one_file)


def _clip(folder, address, encode):
    stem = folder / address.replace("/", ".")
    still, video = stem.with_name(stem.name + ".png"), stem.with_name(stem.name + ".mp4")
    picture = Image.new("RGB", (FRAMES.width, FRAMES.height), "#10141b")
    picture.save(still)
    if encode is None:
        video.write_bytes(f"no film: {address}".encode())
    else:
        encode(video, [(0, picture), (1, picture), (2, picture)])
    return Clip(
        address,
        address,
        video,
        still,
        digest(video.read_bytes()),
        digest(still.read_bytes()),
        StepFacts(ticks=(0, 1, 2), motion=3),
    )
