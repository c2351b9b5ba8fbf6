"""`proofs.json`: what the gate saw, what was measured, and what scenes wrote by themselves."""

import json
from pathlib import Path

from real_lesson import real_proven

from mathora.export.receipt import proofs
from mathora.lesson import Place
from mathora.plan import Label, StepFacts
from mathora.render.clip import Clip

LABELS = (
    Label("term", r"\nabla L"),
    Label("number", "6"),
    Label("reading", "L", "4.00", "w_1 = 1, w_2 = 1"),
    Label("term", "L"),
    Label("claim", "6 - 2x", "side = sheet - 2 variable"),
)


def test_a_formula_stands_in_its_script_wherever_the_course_is():
    assert Place("/home/me/course/scripts/slopes.yaml", 3, 9).in_any_folder == "slopes.yaml:3:9"
    proven, _ = real_proven()
    assert {one["where"].partition(":")[0] for one in json.loads(proofs(proven, {}))["formulas"]} == {"real.yaml"}


def test_each_step_lists_what_its_scene_wrote_by_itself():
    proven, _ = real_proven()
    files = Path("a.mp4"), Path("a.png")
    clips = {
        "one/a": Clip("one/a", "key", *files, "", "", StepFacts(motion=1, labels=LABELS)),
        "one/b": Clip("one/b", "key", *files, "", "", StepFacts(motion=1)),
    }
    assert json.loads(proofs(proven, clips))["labels"] == [
        {
            "step": "one/a",
            "term": [r"\nabla L", "L"],
            "number": ["6"],
            "reading": [{"tex": "L", "says": "4.00", "where": "w_1 = 1, w_2 = 1"}],
            "claim": [{"tex": "6 - 2x", "says": "side = sheet - 2 variable", "where": ""}],
        },
        {"step": "one/b"},
    ]
