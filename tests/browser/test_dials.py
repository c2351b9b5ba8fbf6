"""Pictures with sliders in a browser: each kind draws, says what is seen, and answers when it is moved."""

import os
from dataclasses import replace

import pytest
from small_story import MAP

from mathora.export.content.story import DialsPlay, Slider


def slider(name, low, high, start, step=1.0):
    return Slider((name,), low, high, step, start)


AXES = [
    {"base": "x", "index": "", "line": "x", "colour": ""},
    {"base": "y", "index": "1", "line": "y₁", "colour": "pink"},
]
ROWS = (slider("row", 1, 2, 1), slider("column", 1, 2, 1))
POINTS = {"points": [[1, 1], [2, 3], [4, 2]], "groups": [0, 0, 1], "across": [0, 5], "up": [0, 4], "names": AXES}
TREE = {"outcomes": [["ill", "well"], ["yes", "no"]], "chances": [[0.01, 0.99], [0.9, 0.1, 0.09, 0.91]]}
SEQUENCE = {"first": 1, "count": 5, "places": [0, 1], "symbol": AXES[0], "name": AXES[1]}
STEPS = {"state": 1, "rate": True, "steps": 3, "takes": [[0], [0]], "name": AXES[1]}
SQUARE = {"value": "(x0) => x0 * x0", "step 0": "(x0) => 2 * x0"}
KINDS = {
    "table": (
        (slider("x", 1, 4, 2),),
        {"column 0": "(x0) => x0 * x0"},
        {"places": [1, 4], "symbol": AXES[0], "heads": [AXES[1]]},
        ("x = 2: y₁(x) = 4", 0, 3, "x = 3: y₁(x) = 9"),
    ),
    "two-way": (
        ROWS,
        {},
        {"rows": ["ill", "well"], "columns": ["yes", "no"], "entries": [[9, 1], [90, 900]]},
        (
            "ill, yes: 9. Of its row that is 0.9, of its column 0.091, of all 0.009",
            0,
            2,
            "well, yes: 90. Of its row that is 0.091, of its column 0.909, of all 0.09",
        ),
    ),
    "venn": (
        tuple(slider(name, 0, 20, start) for name, start in (("football", 12), ("chess", 9), ("in both", 4))),
        {},
        {"sets": ["football", "chess"], "all": 20},
        (
            "12 + 9 − 4 = 17 are in at least one set; 3 in none",
            2,
            0,  # twelve and nine of twenty are no fewer than one in both
            "12 + 9 − 1 = 20 are in at least one set; 0 in none",
        ),
    ),
    "clock": (
        (slider("how far", 1, 12, 5), slider("how many", 0, 12, 3)),
        {},
        {"modulus": 12},
        ("3 · 5 = 15 = 1 · 12 + 3: it stands at 3", 0, 4, "3 · 4 = 12 = 1 · 12 + 0: it stands at 0"),
    ),
    "tree": (
        (slider("p", 0, 1, 0.01, 0.01), *(slider(name, 0, 1, 0.5, 0.01) for name in "ab"), slider("leaf", 1, 4, 1)),
        {},
        TREE,
        (
            "ill, yes: 0.005. All ways that end with yes: 0.5. This way is 0.01 of them",
            0,
            0.2,
            "ill, yes: 0.1. All ways that end with yes: 0.5. This way is 0.2 of them",
        ),
    ),
    "product": (
        ROWS,
        {},
        {"left": [[1, 2], [3, 4]], "right": [[1, -1], [0, 2]]},
        ("Row 1 times column 1: 1 · 1 + 2 · 0 = 1", 1, 2, "Row 1 times column 2: 1 · (−1) + 2 · 2 = 3"),
    ),
    "elimination": (
        (slider("row", 1, 2, 2), slider("times", -5, 5, 0, 0.25), slider("of", 1, 2, 1)),
        {},
        {"rows": [[1, 2, 5], [3, 4, 11]], "bar": 2},
        ("Row 2, and 0 times row 1: 3  4  |  11", 1, -3, "Row 2, and (−3) times row 1: 0  −2  |  −4"),
    ),
    "number-line": (
        (slider("a", -4, 4, -2, 0.1), slider("b", -4, 4, 1, 0.1)),
        {},
        {"span": [-4, 4]},
        ("1 − (−2) = 3; the distance is 3", 1, -3, "−3 − (−2) = −1; the distance is 1"),
    ),
    "vectors": (
        (slider("a", -3, 3, 1, 0.1), slider("b", -3, 3, 1, 0.1)),
        {},
        {"vectors": [[3, 0], [0, 2]]},
        ("Together: (3, 2), of length 3.61", 1, 2, "Together: (3, 4), of length 5"),
    ),
    "sequence": (
        (slider("x", 1, 5, 1), slider("q", 0, 1, 0.5, 0.1)),
        {"value": "(x0, x1) => Math.pow(x1, x0)"},
        SEQUENCE,
        ("y₁(1) = 0.5; the terms up to it add up to 0.5", 0, 2, "y₁(2) = 0.25; the terms up to it add up to 0.75"),
    ),
    "iteration": (
        (slider("w", -4, 4, 2), slider("rate", 0, 1, 0.5, 0.1)),
        SQUARE,
        STEPS,
        ("y₁ starts with 4; after step 3 it is 0", 1, 1, "y₁ starts with 4; after step 3 it is 4"),
    ),
    "groups": (
        (slider("m", 0, 6, 3),),
        {"boundary": "(x0, x1, x2) => x0 - x2"},
        {**POINTS, "level": 0},
        ("On the wrong side of the line: 0 of 3 points", 0, 1, "On the wrong side of the line: 1 of 3 points"),
    ),
    "slice": (
        (slider("y", -2, 2, 1, 0.1), slider("x", -2, 2, 1, 0.1)),
        {"value": "(x0, x1) => x0 * x0 + 3 * x1 * x1", "slope": "(x0, x1) => 2 * x0"},
        {"span": [-2, 2], "up": [0, 16], "moving": 0, "symbol": AXES[0], "held": AXES[1], "name": AXES[1]},
        (
            "y₁ is held at 1: at x = 1, y₁ is 4, and the slope 2",
            1,
            -2,
            "y₁ is held at 1: at x = −2, y₁ is 7, and the slope −4",
        ),
    ),
    "slopes": (
        (slider("x", -2, 2, 1, 0.1), slider("y", -2, 2, 1, 0.1)),
        {"v": "(x0, x1) => x0 - x1"},
        {"across": [-2, 2], "up": [-2, 2], "names": AXES},
        ("At (1, 1), the slope is 0", 1, -1, "At (1, −1), the slope is 2"),
    ),
    "flow": (
        (slider("x", -2, 2, 1, 0.1), slider("y", -2, 2, 1, 0.1)),
        {"u": "(x0, x1) => -x1", "v": "(x0, x1) => x0"},
        {"across": [-2, 2], "up": [-2, 2], "names": AXES},
        ("At (1, 1), the field is (−1, 1)", 1, 2, "At (1, 2), the field is (−2, 1)"),
    ),
    "constraint": (
        (slider("x", -2, 2, 1, 0.1), slider("y", -2, 2, 1, 0.1)),
        {
            "value": "(x0, x1) => x0 * x1",
            "held": "(x0, x1) => x0 * x0 + x1 * x1",
            "value-first": "(x0, x1) => x1",
            "value-second": "(x0, x1) => x0",
            "held-first": "(x0, x1) => 2 * x0",
            "held-second": "(x0, x1) => 2 * x1",
        },
        {
            "span": [-2, 2],
            "level": 2,
            "levels": [-2, 0, 2],
            "names": AXES,
            "colours": ["yellow", "pink"],
            "function": AXES[0],
            "constraint": AXES[1],
        },
        (
            "x = 1; y₁ = 2, to be held at 2. Between the gradients there are 0 degrees",
            1,
            0,
            "x = 0; y₁ = 1, to be held at 2. Between the gradients there are 90 degrees",
        ),
    ),
    "chain": (
        (slider("steps", 0, 20, 1), slider("begin", 1, 2, 2), slider("stay", 0, 1, 0.5, 0.01)),
        {},
        {"states": ["sun", "rain"], "moves": [[0.5, 0.5], [1, 0]], "most": 20},
        ("From rain, after 1 steps: sun 1, rain 0", 0, 2, "From rain, after 2 steps: sun 0.5, rain 0.5"),
    ),
    "convolution": (
        (slider("row", 1, 1, 1), slider("place", 1, 2, 1)),
        {},
        {"signal": [[1, 2, 3], [0, 0, 4]], "kernel": [[1, -1], [0, 2]]},
        ("At 1, 1: 1 · 1 + (−1) · 2 + 2 · 0 = −1", 1, 2, "At 1, 2: 1 · 2 + (−1) · 3 + 2 · 4 = 7"),
    ),
    "spread": (
        (slider("angle", 0, 180, 0),),
        {},
        {"points": [[0, 0], [2, 2]], "names": AXES},
        (
            "At 0 degrees, the shadows' variance is 1. The largest is 2, at 45 degrees",
            0,
            45,
            "At 45 degrees, the shadows' variance is 2. The largest is 2, at 45 degrees",
        ),
    ),
    "clusters": (
        tuple(slider(name, 0, 5, start) for name, start in (("x1", 1), ("y1", 1), ("x2", 4), ("y2", 2))),
        {},
        POINTS,
        (
            "Sum of the squared distances to the nearest centre: 5",
            1,
            2,
            "Sum of the squared distances to the nearest centre: 3",
        ),
    ),
}


@pytest.fixture(scope="module")
def pages(lesson):
    """A page for each kind."""
    written = {}
    for kind, (dials, functions, data, _) in KINDS.items():
        play = DialsPlay(kind, dials, data, functions)
        chapters = tuple(replace(one, play=play) if one.play is MAP else one for one in lesson.story.chapters)
        written[kind] = lesson.write_page(replace(lesson.story, chapters=chapters), name=f"{kind}.html")
    return written


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_follows_its_sliders_and_says_what_is_seen(visit, pages, kind):
    visited = visit(pages[kind])
    root = visited.page.locator("#steepest-descent-play")
    sentence = root.locator('[data-part="sentence"]')
    before, place, value, after = KINDS[kind][3]
    assert sentence.inner_text() == " ".join(before.split())
    drawn = root.locator('[data-part="picture"]').inner_html()
    moved = root.locator(f'[data-part="dial-{place + 1}"]')
    moved.evaluate("(one, to) => { one.value = to; one.dispatchEvent(new Event('input')) }", value)
    assert sentence.inner_text() == " ".join(after.split())
    assert " ".join(moved.get_attribute("aria-valuetext").split()).endswith(" ".join(after.split()))
    assert root.locator('[data-part="picture"]').inner_html() != drawn
    if where := os.environ.get("MATHORA_PICTURES"):
        root.screenshot(path=f"{where}/{kind}.png")
    root.locator('[data-part="again"]').click()
    assert sentence.inner_text() == " ".join(before.split())
    assert visited.errors == []
